package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// comparability tells where series are broken, what the definitions do, and
// which published figures cannot be compared with ours, and why.
func (d prose) comparability() (section site.Section) {
	section.Facts = []site.Fact{{Name: d.say("Tidsseriebrott", "Breaks in series"), Text: d.breaks()}}
	for _, t := range []site.FactTable{d.spread(), d.otherFigures()} {
		if len(t.Rows) > 0 {
			section.Tables = append(section.Tables, t)
		}
	}
	return section
}

// breaks names every break between periods that the edition shows.
func (d prose) breaks() string {
	var told []string
	for _, m := range d.space.Measures {
		if periods := d.broken[m.ID]; len(periods) > 0 {
			told = append(told, m.Label.In(d.language)+" ("+strings.Join(periods, ", ")+"): "+strings.TrimSpace(d.breakText(m.ID).In(d.language)))
		}
	}
	for _, c := range d.cards {
		if c.Break.In(d.language) != "" {
			told = append(told, c.Title.In(d.language)+": "+wording{language: d.language, card: c}.incomparable())
		}
	}
	if len(told) == 0 {
		return d.say("Inga mellan de perioder som visas.", "None between the periods that are shown.")
	}
	return strings.Join(told, " ")
}

// spread is the idéburen share under each definition that applies.
func (d prose) spread() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Andelen idéburen med olika definitioner", "The idéburen share under different definitions"),
		Head:    []string{d.say("Rubriktal", "Headline figure"), d.say("Definition", "Definition"), d.say("Andel, procent", "Share, per cent")},
		Numbers: []int{2},
	}
	for _, c := range d.cards {
		for _, r := range c.Readings {
			low, high := percentage(r.Low).in(d.language, 1), percentage(r.High).in(d.language, 1)
			if low != high {
				low += "–" + high
			}
			t.Rows = append(t.Rows, []string{c.Title.In(d.language), r.Label.In(d.language), low})
		}
	}
	return t
}

// otherFigures are published figures that count something else.
func (d prose) otherFigures() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Publicerade siffror som inte kan jämföras med våra", "Published figures that cannot be compared with ours"), Swedish: []int{6},
		Head: []string{
			d.say("Siffra", "Figure"), d.say("Värde", "Value"), d.say("Vad räknas", "What is counted"), d.say("Av vad", "Of what"),
			d.say("Vilka är idéburna", "Who is idéburen"), d.say("År", "Year"), d.say("Vem säger det", "Who says it"), d.say("Varför inte", "Why not"),
		},
	}
	figure := d.byName["figure"]
	for _, row := range figure.Rows {
		if cell(figure, row, "status") != "not_comparable" {
			continue
		}
		in := func(name string) string { return cell(figure, row, name+"_"+d.language) }
		t.Rows = append(t.Rows, []string{
			in("label"), d.stated(row, "value"), in("counts"), in("of"), in("who"), d.yearSaid(row), cell(figure, row, "publisher"), in("why"),
		})
		t.Links = append(t.Links, cell(figure, row, "url"))
	}
	return t
}

// formatList names the formats of the tables.
func (d prose) formatList() string {
	names := map[string]string{".csv": "CSV", ".json": "JSON-stat", ".parquet": "Parquet", ".xlsx": "XLSX", ".px": "PX"}
	var list []string
	for _, ending := range d.formats {
		if name := names[ending]; name != "" {
			list = append(list, name)
		}
	}
	return strings.Join(list, ", ")
}

// formatsOf are the endings of the files of a candidate's tables.
func formatsOf(c *edition.Candidate) (endings []string, err error) {
	entries, err := os.ReadDir(filepath.Join(c.Folder(), "tables"))
	for _, entry := range entries {
		endings = append(endings, filepath.Ext(entry.Name()))
	}
	slices.Sort(endings)
	return slices.Compact(endings), err
}
