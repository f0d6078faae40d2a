package pipeline

import (
	"io"
	"slices"

	"golang.org/x/sync/errgroup"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/xlsx"
	"tresektor/pipeline/workspace"
)

// mostSheetRows is how many rows of a table a person still scrolls through. A
// table with more, after its rows are picked, is left out of the workbook.
const mostSheetRows = 20_000

// workbookFile is the report workbook's file in a language.
func workbookFile(language string) string {
	if language == edition.English {
		return "report.en.xlsx"
	}
	return "report.xlsx"
}

// writeWorkbooks writes the report workbook in every language, side by side.
func (s *session) writeWorkbooks(c *edition.Candidate, tables []edition.Table, cards []Card) error {
	var all errgroup.Group
	for _, language := range languages() {
		all.Go(func() error {
			book := s.workbook(tables, cards, language)
			return c.Write(workbookFile(language), func(w io.Writer) error { return xlsx.Write(w, book) })
		})
	}
	return all.Wait()
}

// workbook fills the report workbook in a language: the cards, and every
// table or the rows of it that belong to them.
func (s *session) workbook(tables []edition.Table, cards []Card, language string) xlsx.Report {
	config := s.space.Config
	r := xlsx.Report{
		Language: language, Title: config.Title.In(language), Publisher: config.Publisher.In(language),
		Contact: config.Contact, Licence: config.Licence, Date: s.day(),
	}
	if config.Banner != nil {
		r.Banner = config.Banner.In(language)
	}
	for _, c := range cards {
		r.Cards = append(r.Cards, s.workbookCard(c, language))
	}
	for _, t := range headlineFirst(tables) {
		sheet := s.sheet(t, language)
		if len(sheet.Table.Rows) > mostSheetRows {
			r.LeftOut = append(r.LeftOut, xlsx.LeftOut{Name: t.Name, Title: t.Title.In(language), Rows: len(t.Rows)})
			continue
		}
		r.Sheets = append(r.Sheets, sheet)
	}
	return r
}

func headlineFirst(tables []edition.Table) []edition.Table {
	sorted := slices.Clone(tables)
	slices.SortStableFunc(sorted, func(a, b edition.Table) int {
		switch "headline" {
		case a.Name:
			return -1
		case b.Name:
			return 1
		}
		return 0
	})
	return sorted
}

func (s *session) workbookCard(c Card, language string) xlsx.Card {
	card := xlsx.Card{
		Title: c.Title.In(language), Lines: wording{language: language, card: c}.lines(),
		Sentences: []string{c.Sentence.In(language)},
	}
	if beside := c.Beside.In(language); beside != "" {
		card.Sentences = append(card.Sentences, beside)
	}
	for _, p := range c.Earlier {
		card.Periods = append(card.Periods, workbookPeriod(p, s.earlierMeasure(c.ID), language))
	}
	for _, p := range c.Periods {
		card.Periods = append(card.Periods, workbookPeriod(p, c.Measure, language))
	}
	return card
}

// earlierMeasure is what a card counted before its break.
func (s *session) earlierMeasure(id string) edition.Text {
	for _, c := range s.space.Config.Headline {
		if c.ID == id && c.Earlier != nil {
			measure, _ := s.space.Measure(c.Earlier.Measure)
			return editionText(measure.Label)
		}
	}
	return edition.Text{}
}

// workbookPeriod has the three sectors; the remainders have no range. What is
// preliminary says so where the period is named, beneath the charts' marks too.
func workbookPeriod(p Period, measure edition.Text, language string) xlsx.Period {
	out := xlsx.Period{Label: p.Period, Measure: measure.In(language)}
	if p.IsPreliminary {
		out.Label = wording{language: language}.say("%s (preliminärt)", "%s (preliminary)", p.Period)
	}
	for _, code := range []string{"public", "private", "ideburen"} {
		r := p.sector(code)
		out.Sectors = append(out.Sectors, xlsx.Range{
			Sector: code, Label: r.Label.In(language), Low: exact(r.Low), High: exact(r.High),
		})
	}
	return out
}

// sheet picks the rows of a table that belong to the cards, where the whole
// is for machines, and says so.
func (s *session) sheet(t edition.Table, language string) xlsx.Sheet {
	sheet := xlsx.Sheet{Table: t, Whole: len(t.Rows)}
	w := wording{language: language}
	switch {
	case t.Name == "classification":
		sheet.Table.Rows = picked(t, s.ofCardDefinition)
		sheet.Picked = w.say("Bara under de definitioner som rubriktalen har.", "Only under the definitions of the headline figures.")
	case t.Index("card") < 0 && hasAll(t, "definition", "measure", "place", "area", "agreement"):
		sheet.Table.Rows = picked(t, s.ofCard)
		sheet.Picked = w.say("Rubriktalens mått, område och avtalsform: alla platser under rubriktalets definition, och rubriktalets plats under alla definitioner.",
			"The measure, area and agreement of the headline figures: all places under the figure's definition, and the figure's place under all definitions.")
	}
	if len(sheet.Table.Rows) == len(t.Rows) {
		sheet.Picked = ""
	}
	if t.Index("provider_id") >= 0 && t.Index("name") >= 0 && t.Index("card") < 0 {
		sheet.SortedBy = "name"
	}
	return sheet
}

func hasAll(t edition.Table, names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return t.Index(name) < 0 })
}

// picked are the rows that wanted, given their cells by field name, wants.
func picked(t edition.Table, wanted func(cell func(field string) string) bool) (rows [][]any) {
	at := map[string]int{}
	for i, f := range t.Fields {
		at[f.Name] = i
	}
	for _, row := range t.Rows {
		if wanted(func(field string) string { text, _ := row[at[field]].(string); return text }) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (s *session) ofCardDefinition(cell func(string) string) bool {
	return slices.ContainsFunc(s.space.Config.Headline, func(c workspace.Card) bool { return c.Definition == cell("definition") })
}

func (s *session) ofCard(cell func(string) string) bool {
	return slices.ContainsFunc(s.space.Config.Headline, func(c workspace.Card) bool {
		counted := cell("measure") == c.Measure && cell("area") == c.Area ||
			c.Earlier != nil && cell("measure") == c.Earlier.Measure && cell("area") == c.Earlier.Area
		return counted && cell("agreement") == c.Agreement && (cell("definition") == c.Definition || cell("place") == c.Place)
	})
}
