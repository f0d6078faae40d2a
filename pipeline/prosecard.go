package pipeline

import (
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// cardPage is the page that tells how a card's number is counted.
func cardPage(card string) string { return "card-" + card }

// cardPages tell for each card which rules gave its number, which organisations
// are behind it and which files it comes from.
func (d prose) cardPages() (pages []site.Prose) {
	for _, c := range d.cards {
		chosen := d.configured(c.ID)
		p := d.page(cardPage(c.ID), d.say("Så räknas det: %s", "How it is counted: %s", c.Title.In(d.language)), c.Sentence.In(d.language))
		p.Sections = []site.Section{
			d.cardRules(c, chosen.Definition), d.cardSectors(c), d.cardOrganisations(c), d.cardSources(c, chosen.Measure),
		}
		pages = append(pages, p)
	}
	return pages
}

// cardRules are the rules by which a provider is idéburen.
func (d prose) cardRules(c Card, definition string) site.Section {
	rules := site.FactTable{
		Caption: d.say("Reglerna som ger idéburen, i ordning", "The rules that give idéburen, in order"),
		Head:    []string{d.say("Regel", "Rule"), d.say("Vad regeln säger", "What the rule says")},
	}
	t := d.byName["definition"]
	for _, row := range t.Rows {
		if cell(t, row, "definition") == definition && cell(t, row, "sector") == "ideburen" {
			rules.Rows = append(rules.Rows, []string{cell(t, row, "rule_order"), d.in(t, row, "explanation")})
		}
	}
	section := site.Section{ID: "rules", Title: d.say("Vilka är idéburna?", "Who is idéburen?"),
		Texts: []string{c.Definition.In(d.language) + ".", capitalised(c.Meaning.In(d.language))},
		Files: []site.File{{Path: site.Path(site.Definitions, d.language), Label: d.say("Alla regler i alla definitioner", "All rules of all definitions")}}}
	if len(rules.Rows) > 0 {
		section.Tables = []site.FactTable{rules}
	}
	return section
}

// cardSectors tell how many providers each sector has.
func (d prose) cardSectors(c Card) site.Section {
	counted := site.FactTable{
		Caption: d.say("Antal utförare, %s", "Number of providers, %s", c.last().Period),
		Head:    []string{d.say("Sektor", "Sector"), d.say("Utförare", "Providers")},
		Numbers: []int{1},
	}
	t := d.byName["headline"]
	for _, row := range t.Rows {
		if cell(t, row, "card") != c.ID || cell(t, row, "period") != c.last().Period {
			continue
		}
		n := cell(t, row, "providers")
		if n == "" {
			n = cell(t, row, "symbol")
		}
		counted.Rows = append(counted.Rows, []string{d.label("sector", cell(t, row, "sector")), grouped(d.language, n)})
	}
	return site.Section{ID: "sectors", Title: d.say("Hur många utförare?", "How many providers?"), Tables: []site.FactTable{counted},
		Facts: []site.Fact{{Name: d.say("Referensdag", "Reference day"), Text: d.countedOn(c.last())}}}
}

// cardOrganisations name the idéburna organisations, each with a link to why it
// is one.
func (d prose) cardOrganisations(c Card) site.Section {
	named := site.FactTable{
		Caption: d.say("Idéburna organisationer bakom talet", "Idéburna organisations behind the number"),
		Head:    []string{d.say("Organisation", "Organisation"), d.say("Nummer", "Number")},
	}
	t := d.byName["backing"]
	for _, row := range t.Rows {
		if cell(t, row, "card") != c.ID {
			continue
		}
		id, name, told := cell(t, row, "provider_id"), cell(t, row, "name"), spokenNumber(cell(t, row, "provider_id"))
		if name == "" {
			name = told
		}
		named.Rows = append(named.Rows, []string{name, told})
		named.Links = append(named.Links, site.OrganisationPath(id, d.language))
	}
	section := site.Section{ID: "organisations", Title: d.say("Vilka är de idéburna?", "Who are the idéburna?"),
		Files: []site.File{{Path: "tables/backing.csv", Label: d.say("Organisationerna bakom alla rubriktal (CSV)", "The organisations behind all headline figures (CSV)")}}}
	if len(named.Rows) == 0 {
		section.Absent = d.say("Ingen organisation nämns: talet har ingen bakom sig som får nämnas.", "No organisation is named: there is none behind the number that may be.")
		return section
	}
	section.Texts = []string{d.say("%d organisationer, utan hur mycket var och en gör. Länken säger varför den räknas som idéburen.",
		"%d organisations, without how much each of them does. The link tells why it is counted as idéburen.", len(named.Rows))}
	section.Tables = []site.FactTable{named}
	return section
}

// cardSources are the files that a card's amounts and evidence come from.
func (d prose) cardSources(c Card, measure string) site.Section {
	var sources []string
	period := d.byName["source_period"]
	for _, row := range period.Rows {
		if cell(period, row, "measure") == measure && d.countedPeriod(measure, cell(period, row, "period")) == c.last().Period {
			sources = withText(sources, cell(period, row, "source"))
		}
	}
	files := site.FactTable{
		Caption: d.say("Filer som talet kommer från", "Files that the number comes from"),
		Head:    []string{d.say("Källa", "Source"), d.say("Fil", "File"), d.say("Uppgifter om organisationer från", "Evidence about organisations from"), "SHA-256"},
	}
	t := d.byName["source"]
	for _, row := range t.Rows {
		if id := cell(t, row, "source"); slices.Contains(sources, id) {
			source, _ := d.space.Source(id)
			files.Rows = append(files.Rows, []string{source.Title.In(d.language) + ", " + source.Publisher.In(d.language), cell(t, row, "file"), d.evidenceSpan(id), cell(t, row, "sha256")})
			files.Links = append(files.Links, cell(t, row, "url"))
		}
	}
	return site.Section{ID: "sources", Title: d.say("Varifrån kommer talet?", "Where does the number come from?"), Tables: []site.FactTable{files},
		Files: []site.File{{Path: site.Path(site.Sources, d.language), Label: d.say("Alla källor, med redovisning av varje rad", "All sources, with the account of every row")}}}
}

// evidenceDays are the first and the last day on which each source had evidence.
func (v siteTables) evidenceDays() (map[string][2]string, error) {
	days := map[string][2]string{}
	t := v.byName["evidence"]
	for row, err := range v.rows("evidence", "source", "from_date", "to_date") {
		if err != nil {
			return nil, err
		}
		source, from := cell(t, row, "source"), cell(t, row, "from_date")
		if stated(from) == "" {
			continue
		}
		known := days[source]
		if known[0] == "" || from < known[0] {
			known[0] = from
		}
		known[1] = max(known[1], from, cell(t, row, "to_date"))
		days[source] = known
	}
	return days, nil
}

// evidenceSpan says when a source had evidence.
func (d prose) evidenceSpan(source string) string {
	first, last := d.seen[source][0], d.seen[source][1]
	from, to := edition.Day(first, d.language), edition.Day(last, d.language)
	if first == last {
		return from
	}
	return from + d.say(" till ", " to ") + to
}
