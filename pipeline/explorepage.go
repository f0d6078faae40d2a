package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
)

// page is the page without its script.
func (e exploration) page() site.Exploring {
	p := site.Exploring{
		Shell: e.shell(e.language), Heading: e.say("Utforska", "Explore"), Index: explore.Path(e.language),
		Still: e.say("Här är varje mått över tid, på en plats och under en definition. Andra platser och definitioner finns i tabellerna att hämta, och visas här i webbläsare som kör sidans skript.",
			"Here is each measure over time, in one place and under one definition. Other places and definitions are in the tables to download, and are shown here in browsers that run the page's script."),
		Absent: e.say("Den här utgåvan är gjord utan det skript som låter dig välja. Nedan finns varje mått över tid; alla tal finns i tabellerna att hämta.",
			"This edition was made without the script that lets you choose. Below is each measure over time; all numbers are in the tables to download."),
	}
	if explore.HasScript() {
		p.Script = explore.Script
	}
	for _, page := range morePages() {
		if path, is := e.pages()[page.id]; is {
			p.Links = append(p.Links, site.File{Path: path, Label: page.name.In(e.language)})
		}
	}
	for _, c := range e.contents {
		p.Series = append(p.Series, e.series(c))
	}
	return p
}

// series is a measure over time where it begins.
func (e exploration) series(c *explore.Content) site.Series {
	m, _ := e.space.Measure(c.Measure)
	start := e.start(c)
	definition, _ := e.space.Definition(start.Definition)
	series := site.Series{
		ID: anchor(m.ID), Title: editionText(m.Label).In(e.language), Files: e.downloads(m),
		About: []site.Fact{
			{Name: e.say("Vad räknas?", "What is counted?"), Text: editionText(m.Numerator).In(e.language)},
			{Name: e.say("Av vad?", "Of what?"), Text: editionText(m.Denominator).In(e.language)},
			{Name: e.say("Vilka är idéburna?", "Who is idéburen?"), Text: editionText(definition.Label).In(e.language)},
			{Name: e.say("Var?", "Where?"), Text: e.label("place", start.Place).In(e.language)},
		},
	}
	series.About = append(series.About, e.dimensions(start)...)
	for _, code := range explore.Sectors() {
		series.Labels = append(series.Labels, site.Row{Sector: code, Label: e.label("sector", code).In(e.language)})
	}
	if len(e.broken[m.ID]) > 0 {
		series.Note = e.say("Tidsseriebrott: jämför inte över strecket. ", "Break in series: do not compare across the line. ") + e.breakText(m.ID).In(e.language)
	}
	series.Points = e.points(m.ID, start)
	return series
}

// dimensions are the area and agreement of a choice, where its measure has any.
func (e exploration) dimensions(at explore.Choice) (facts []site.Fact) {
	for _, d := range []struct{ list, code, name string }{
		{"area", at.Area, e.say("Vilket område?", "Which area?")},
		{"agreement", at.Agreement, e.say("Vilken avtalsform?", "Which form of agreement?")},
	} {
		if d.code != "none" {
			facts = append(facts, site.Fact{Name: d.name, Text: e.label(d.list, d.code).In(e.language)})
		}
	}
	return facts
}

// anchor is a code as an id on a page.
func anchor(code string) string { return "m-" + strings.ReplaceAll(code, "_", "-") }

// points are the shares of one cell in every period.
func (e exploration) points(measure string, at explore.Choice) (points []site.Point) {
	share := e.byName["share"]
	wanted := columnsOf(share, "measure", "definition", "place", "area", "agreement")
	codes := []any{measure, at.Definition, at.Place, at.Area, at.Agreement}
	numbers := columnsOf(share, "period", "sector", "share", "low", "high", "symbol")
	lacks := e.lacks(measure)
	for _, row := range share.Rows {
		if !matches(row, wanted, codes) {
			continue
		}
		period := row[numbers[0]].(string)
		if n := len(points); n == 0 || points[n-1].Period != period {
			p := site.Point{Period: period, Note: lacks[period]}
			if slices.Contains(e.broken[measure], period) {
				p.Break = e.say("Tidsseriebrott", "Break in series")
			}
			points = append(points, p)
		}
		last := &points[len(points)-1]
		last.Sectors = append(last.Sectors, shownRange(row, numbers[1:]))
	}
	return points
}

// columnsOf is where a table has some of its fields.
func columnsOf(t edition.Table, names ...string) (at []int) {
	for _, name := range names {
		at = append(at, t.Index(name))
	}
	return at
}

func matches(row []any, at []int, codes []any) bool {
	for i, code := range codes {
		if row[at[i]] != code {
			return false
		}
	}
	return true
}

// shownRange is a published row's sector, share, low, high and symbol as a
// range; remainders have a share alone.
func shownRange(row []any, at []int) site.Range {
	cell := func(i int) string {
		text, isText := row[at[i]].(string)
		if !isText {
			return edition.NotApplicable
		}
		return text
	}
	r := site.Range{Sector: cell(0), Low: cell(2), High: cell(3)}
	if r.Sector == "nonpublic" || r.Sector == "unknown" {
		r.Low, r.High = cell(1), cell(1)
	}
	if symbol := cell(4); symbol != "" {
		r.Low, r.High = symbol, symbol
	}
	return r
}
