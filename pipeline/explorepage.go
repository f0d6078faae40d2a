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
		Intro: []string{e.say(
			"Välj vad som räknas, var, när och vilka som är idéburna. Meningen, diagrammen och tabellerna följer med, och adressen i webbläsaren leder tillbaka till samma urval.",
			"Choose what is counted, where, when and who is idéburen. The sentence, the charts and the tables follow, and the address in the browser leads back to the same selection.")},
		Absent: e.say("Den här utgåvan är gjord utan det skript som låter dig välja. Nedan finns varje mått över tid; alla tal finns i tabellerna att hämta.",
			"This edition was made without the script that lets you choose. Below is each measure over time; all numbers are in the tables to download."),
	}
	if explore.HasScript() {
		p.Script = explore.Script
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
	for list, code := range map[string]string{"area": start.Area, "agreement": start.Agreement} {
		if code != "none" {
			series.About = append(series.About, site.Fact{Name: e.dimensionName(list), Text: e.label(list, code).In(e.language)})
		}
	}
	slices.SortStableFunc(series.About[4:], func(a, b site.Fact) int { return strings.Compare(a.Name, b.Name) })
	for _, code := range explore.Sectors() {
		series.Labels = append(series.Labels, site.Row{Sector: code, Label: e.label("sector", code).In(e.language)})
	}
	if broken := brokenPeriods(e.share, m.ID); len(broken) > 0 {
		series.Note = e.say("Tidsseriebrott: jämför inte över strecket. ", "Break in series: do not compare across the line. ") + e.breakText(m.ID).In(e.language)
	}
	series.Points = e.points(m.ID, start)
	return series
}

func (e exploration) dimensionName(list string) string {
	if list == "area" {
		return e.say("Vilket område?", "Which area?")
	}
	return e.say("Vilken avtalsform?", "Which form of agreement?")
}

// anchor is a code as an id on a page.
func anchor(code string) string { return "m-" + strings.ReplaceAll(code, "_", "-") }

// points are the shares of one cell in every period.
func (e exploration) points(measure string, at explore.Choice) (points []site.Point) {
	i := map[string]int{}
	for _, name := range []string{"measure", "definition", "place", "area", "agreement", "period", "sector", "share", "low", "high", "symbol", "is_break"} {
		i[name] = e.share.Index(name)
	}
	wanted := map[string]string{"measure": measure, "definition": at.Definition, "place": at.Place, "area": at.Area, "agreement": at.Agreement}
	broken := brokenPeriods(e.share, measure)
	for _, row := range e.share.Rows {
		if !matches(row, i, wanted) {
			continue
		}
		period := row[i["period"]].(string)
		if n := len(points); n == 0 || points[n-1].Period != period {
			p := site.Point{Period: period}
			if slices.Contains(broken, period) {
				p.Break = e.say("Tidsseriebrott", "Break in series")
			}
			points = append(points, p)
		}
		last := &points[len(points)-1]
		last.Sectors = append(last.Sectors, shownRange(row, i))
	}
	return points
}

func matches(row []any, at map[string]int, wanted map[string]string) bool {
	for name, code := range wanted {
		if row[at[name]] != code {
			return false
		}
	}
	return true
}

// shownRange is a published row as a range; remainders have a share alone.
func shownRange(row []any, at map[string]int) site.Range {
	cell := func(name string) string {
		text, isText := row[at[name]].(string)
		if !isText {
			return edition.NotApplicable
		}
		return text
	}
	r := site.Range{Sector: cell("sector"), Low: cell("low"), High: cell("high")}
	if isRemainder(r.Sector) {
		r.Low, r.High = cell("share"), cell("share")
	}
	if symbol := cell("symbol"); symbol != "" {
		r.Low, r.High = symbol, symbol
	}
	return r
}

func isRemainder(sector string) bool { return sector == "nonpublic" || sector == "unknown" }
