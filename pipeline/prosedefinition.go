package pipeline

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/workspace"
)

// definitionsPage says what idéburen can mean, what each meaning does to the
// numbers, and which organisations make the difference.
func (d prose) definitionsPage() (site.Prose, error) {
	p := d.page(site.Definitions, d.say("Vad är idéburet?", "What is idéburen?"), d.say(
		"Det finns ingen definition som alla använder. Därför räknar vi samma verksamhet med flera, och säger alltid vilken. En definition är en lista med regler i ordning: den första som passar en organisation avgör dess sektor. Det som ingen regel avgör blir aldrig privat, utan redovisas som oavgjort.",
		"There is no definition that everybody uses. We therefore count the same activity under several, and always say which. A definition is a list of rules in order: the first that matches an organisation decides its sector. What no rule decides never becomes private; it is shown as undecided."))
	disagreement, err := d.disagreement()
	if err != nil {
		return p, err
	}
	p.Sections = append(p.Sections, site.Section{
		ID: "difference", Title: d.say("Vad definitionen betyder för siffran", "What the definition does to the figure"),
		Tables: []site.FactTable{d.spread(), d.applicability()},
	}, disagreement)
	cases, err := d.cases()
	if err != nil {
		return p, err
	}
	if len(cases.Tables) > 0 {
		p.Sections = append(p.Sections, cases)
	}
	for _, definition := range d.definitions() {
		p.Sections = append(p.Sections, d.definition(definition))
	}
	return p, nil
}

// definitionAnchor is where the page has a definition.
func definitionAnchor(id string) string { return "definition-" + strings.ReplaceAll(id, "_", "-") }

// definitionName is a definition's label without what explains it.
func definitionName(label string) string {
	name, _, _ := strings.Cut(label, ":")
	return name
}

// definitionPath leads to a definition and its rules.
func definitionPath(id, language string) string {
	return site.Path(site.Definitions, language) + "#" + definitionAnchor(id)
}

// definitions are the workspace's own first, then those that the spread is made
// of, then the others.
func (d prose) definitions() []workspace.Definition {
	place := func(w workspace.Definition) int {
		switch {
		case w.ID == d.space.Config.Definition:
			return 0
		case w.Spread:
			return 1
		}
		return 2
	}
	return slices.SortedStableFunc(slices.Values(d.space.Definitions), func(a, b workspace.Definition) int {
		return cmp.Compare(place(a), place(b))
	})
}

// applicability says where a definition can be counted, and why not elsewhere.
func (d prose) applicability() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Var definitionerna går att räkna", "Where the definitions can be counted"),
		Head:    []string{d.say("Definition", "Definition"), d.say("Mått", "Measure"), d.say("Går den att räkna?", "Can it be counted?")},
	}
	for _, definition := range d.definitions() {
		for _, m := range d.space.Measures {
			if yes, no := d.applies(definition.ID, m.ID); yes+no != "" {
				t.Rows = append(t.Rows, []string{definition.Label.In(d.language), m.Label.In(d.language), d.answer(yes, no)})
				t.Links = append(t.Links, "#"+definitionAnchor(definition.ID))
			}
		}
	}
	return t
}

// answer says in which periods a definition can be counted, and why not in others.
func (d prose) answer(yes, no string) string {
	switch {
	case no == "":
		return d.say("Ja: %s", "Yes: %s", yes)
	case yes == "":
		return d.say("Nej. %s", "No. %s", no)
	}
	return d.say("Ja: %s. Annars inte. %s", "Yes: %s. Otherwise not. %s", yes, no)
}

// applies are the periods in which a definition can be counted, and why not in
// others.
func (d prose) applies(definition, measure string) (yes, no string) {
	applicable := d.byName["applicable"]
	var all []string
	said := map[string][]string{}
	for _, row := range applicable.Rows {
		if cell(applicable, row, "definition") == definition && cell(applicable, row, "measure") == measure {
			period, reason := cell(applicable, row, "period"), cell(applicable, row, "reason")
			all, said[reason] = append(all, period), append(said[reason], period)
		}
	}
	var told []string
	for _, reason := range slices.Sorted(maps.Keys(said)) {
		if reason != "" {
			told = append(told, stretches(said[reason], all)+": "+lowered(d.code("silence_reason", reason)))
		}
	}
	return stretches(said[""], all), strings.Join(told, "; ")
}

// stretches names some of all periods, both in order of time: those that follow on
// each other by the first and the last of them.
func stretches(some, all []string) string {
	var said []string
	for len(some) > 0 {
		n, at := 1, slices.Index(all, some[0])
		for n < len(some) && some[n] == all[at+n] {
			n++
		}
		if n == 1 {
			said = append(said, some[0])
		} else {
			said = append(said, some[0]+"–"+some[n-1])
		}
		some = some[n:]
	}
	return strings.Join(said, ", ")
}

// code is the word for a code of a list.
func (d prose) code(list, code string) string {
	found, _ := d.space.List(list)
	for _, row := range found.Rows {
		if row["code"] == code {
			return row["label_"+d.language]
		}
	}
	return code
}

// definition is one definition with its rules.
func (d prose) definition(definition workspace.Definition) site.Section {
	section := site.Section{
		ID: definitionAnchor(definition.ID), Title: definition.Label.In(d.language),
		Texts: []string{d.say("Idéburen betyder här: %s", "Idéburen here means: %s", definition.Explanation.In(d.language))},
		Facts: []site.Fact{{Name: d.say("Version", "Version"), Text: number(int64(definition.Version))}},
	}
	if from := definition.AppliesFrom; from != "" {
		section.Facts = append(section.Facts, site.Fact{Name: d.say("Gäller från", "In force from"), Text: edition.Day(from, d.language)})
	}
	rules := site.FactTable{
		Caption: d.say("Reglerna i ordning", "The rules in order"),
		Head:    []string{d.say("Regel", "Rule"), d.say("Sektor", "Sector"), d.say("Grund", "Basis"), d.say("Vad regeln säger", "What the rule says")},
	}
	for i, r := range definition.Rules {
		rules.Rows = append(rules.Rows, []string{
			number(int64(i + 1)), d.label("sector", r.Sector), d.code("basis", r.Basis), r.Explanation.In(d.language),
		})
	}
	section.Tables = []site.FactTable{rules}
	return section
}

// mostShown is how many organisations the page names; all are in
// classification.csv.
const mostShown = 200

// An organisation is what the definitions say of a provider.
type organisation struct {
	id      string
	name    string
	sectors map[string]string // by definition, in the latest interval
}

// disagreement names the organisations that the definitions of the spread do
// not give the same sector.
func (d prose) disagreement() (site.Section, error) {
	var compared []string
	for _, each := range d.definitions() {
		if each.Spread && d.isCounted(each.ID) {
			compared = append(compared, each.ID)
		}
	}
	t := site.FactTable{
		Caption: d.say("Organisationer som definitionerna inte är överens om", "Organisations on which the definitions disagree"),
		Head:    []string{d.say("Organisation", "Organisation")},
	}
	for _, id := range compared {
		t.Head = append(t.Head, d.label("definition", id))
	}
	section := site.Section{ID: "disagreement", Title: d.say("Organisationerna som gör skillnaden", "The organisations that make the difference")}
	all, err := d.disputed(compared)
	if err != nil {
		return section, err
	}
	for _, o := range all[:min(mostShown, len(all))] {
		row := []string{o.name}
		for _, id := range compared {
			row = append(row, d.sectorName(o.sectors[id]))
		}
		t.Rows = append(t.Rows, row)
		t.Links = append(t.Links, site.OrganisationPath(o.id, d.language))
	}
	if len(all) == 0 {
		section.Texts = []string{d.say("Definitionerna ger alla organisationer samma sektor.", "The definitions give every organisation the same sector.")}
		return section, nil
	}
	section.Texts = []string{d.say("%s får olika sektor med olika definitioner. De står här i bokstavsordning; länken säger varför.",
		"%s different sectors under different definitions. They are here in alphabetical order; the link tells why.",
		d.many(int64(len(all)), "organisation", "organisationer", "organisation gets", "organisations get"))}
	if len(t.Rows) < len(all) {
		section.Texts = append(section.Texts, d.say("Här står de första %s; alla finns i filen.",
			"The first %s are here; all are in the file.", grouped(d.language, number(int64(len(t.Rows))))))
	}
	section.Tables = []site.FactTable{t}
	section.Files = []site.File{{Path: "tables/classification.csv", Label: d.say("Alla organisationers sektor (CSV)", "The sector of every organisation (CSV)")}}
	return section, nil
}

func (d prose) sectorName(code string) string {
	if code == "" {
		return edition.NotApplicable
	}
	return d.label("sector", code)
}

// isCounted tells whether a definition applies to anything in the edition.
func (d prose) isCounted(definition string) bool {
	applicable := d.byName["applicable"]
	return slices.ContainsFunc(applicable.Rows, func(row []any) bool {
		return cell(applicable, row, "definition") == definition && cell(applicable, row, "is_applicable") == "true"
	})
}

// disputed are the named organisations whose sectors differ, by name.
func (d prose) disputed(definitions []string) (all []*organisation, err error) {
	classification := d.byName["classification"]
	byID := map[string]*organisation{}
	for row, err := range d.rows("classification", "definition", "provider_id", "name", "sector") {
		if err != nil {
			return nil, err
		}
		definition := cell(classification, row, "definition")
		name, id := cell(classification, row, "name"), cell(classification, row, "provider_id")
		if name == "" || !slices.Contains(definitions, definition) {
			continue
		}
		if byID[id] == nil {
			byID[id] = &organisation{id: id, name: name, sectors: map[string]string{}}
			all = append(all, byID[id])
		}
		byID[id].sectors[definition] = cell(classification, row, "sector")
	}
	all = slices.DeleteFunc(all, func(o *organisation) bool { return !o.isDisputed() })
	swedish := collate.New(language.Swedish)
	slices.SortStableFunc(all, func(a, b *organisation) int {
		return cmp.Or(swedish.CompareString(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	return all, nil
}

func (o *organisation) isDisputed() bool {
	first := ""
	for _, sector := range o.sectors {
		if first != "" && sector != first {
			return true
		}
		first = sector
	}
	return false
}
