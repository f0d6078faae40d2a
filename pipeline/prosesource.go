package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// sourcesPage says what the edition was made from: every file with its
// checksum, and where each of its rows went.
func (d prose) sourcesPage() (site.Prose, error) {
	p := d.page(site.Sources, d.say("Källor", "Sources"), d.say(
		"Varje tal går tillbaka på rader i filerna här. Kontrollsumman visar vilken fil det var. Rader in är alltid lika med rader som räknas, rader som inte ska räknas, rader som ingen frågar efter och rader som inte gick att läsa.",
		"Every number goes back to rows in the files here. The checksum shows which file it was. Rows in always equal rows counted, rows that should not be counted, rows that nobody asks about and rows that could not be read."))
	for _, source := range d.space.Sources {
		section := site.Section{ID: "source-" + strings.ReplaceAll(source.ID, "_", "-"), Title: source.Title.In(d.language)}
		licence, of := foreign(source.Licence, d.language)
		section.Facts = append(section.Facts, site.Fact{Name: d.say("Utgivare", "Publisher"), Text: source.Publisher.In(d.language)},
			site.Fact{Name: d.say("Villkor", "Terms"), Text: licence, Language: of})
		if source.Attribution != nil {
			section.Texts = append(section.Texts, source.Attribution.In(d.language))
		}
		section.Tables = []site.FactTable{d.sourceFiles(source.ID), d.sourceVolumes(source.ID)}
		if len(section.Tables[1].Rows) == 0 {
			section.Tables = section.Tables[:1]
		}
		p.Sections = append(p.Sections, section)
	}
	return p, nil
}

// sourceFiles are the files of a source, and the account of their rows.
func (d prose) sourceFiles(id string) site.FactTable {
	t := site.FactTable{
		Caption: d.say("Filer och rader", "Files and rows"),
		Head: []string{d.say("Fil", "File"), d.say("Rader", "Rows"), d.say("Räknas", "Counted"), d.say("Räknas inte", "Not counted"),
			d.say("Ingen frågar efter", "Nobody asks about"), d.say("Gick inte att läsa", "Could not be read"), "SHA-256"},
		Numbers: []int{1, 2, 3, 4, 5},
	}
	source := d.byName["source"]
	for _, row := range source.Rows {
		if cell(source, row, "source") != id {
			continue
		}
		line := []string{cell(source, row, "file")}
		for _, count := range []string{"rows", "kept", "dropped", "not_needed", "rejected"} {
			line = append(line, grouped(d.language, cell(source, row, count)))
		}
		t.Rows = append(t.Rows, append(line, cell(source, row, "sha256")))
		t.Links = append(t.Links, cell(source, row, "url"))
	}
	return t
}

// sourceVolumes are what a source counts, by measure and period.
func (d prose) sourceVolumes(id string) site.FactTable {
	t := site.FactTable{
		Caption: d.say("Vad källan räknar", "What the source counts"),
		Head:    []string{d.say("Mått", "Measure"), d.say("Period", "Period"), d.say("Mängd", "Amount"), d.say("Utförare", "Providers")},
		Numbers: []int{2, 3},
	}
	period := d.byName["source_period"]
	for _, row := range period.Rows {
		if cell(period, row, "source") != id {
			continue
		}
		amount := cell(period, row, "amount")
		if amount == "" {
			amount = edition.Suppressed
		}
		t.Rows = append(t.Rows, []string{
			d.label("measure", cell(period, row, "measure")), cell(period, row, "period"),
			grouped(d.language, amount), grouped(d.language, cell(period, row, "providers")),
		})
	}
	return t
}
