package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
	"tresektor/pipeline/workspace"
)

// An exploration is what the page Explore has, in one language at a time.
type exploration struct {
	*session
	siteTables
	language string
	days     map[[2]string]string   // reference date by measure and period
	sources  map[[2]string][]string // by measure and period
	files    fileIndex              // of the tables
}

func (s *session) exploration(v siteTables, files fileIndex) exploration {
	e := exploration{session: s, siteTables: v, files: files, days: map[[2]string]string{}, sources: map[[2]string][]string{}}
	eachRow(v.byName["applicable"], []string{"measure", "period", "reference_date"}, func(cells []string) {
		if m, _ := s.space.Measure(cells[0]); !m.IsYearOfMonths() { // each of its months has one
			e.days[[2]string{cells[0], cells[1]}] = cells[2]
		}
	})
	eachRow(v.byName["source_period"], []string{"measure", "period", "source"}, func(cells []string) {
		key := [2]string{cells[0], e.countedPeriod(cells[0], cells[1])}
		e.sources[key] = withText(e.sources[key], cells[2])
	})
	return e
}

// eachRow gives some text fields of each row of a published table.
func eachRow(t edition.Table, fields []string, do func([]string)) {
	for _, row := range t.Rows {
		var cells []string
		for _, field := range fields {
			text, _ := row[t.Index(field)].(string)
			cells = append(cells, text)
		}
		do(cells)
	}
}

func (e exploration) say(sv, en string) string { return word(sv, en).In(e.language) }

// start is what a measure begins with: its first card's cell, or the first of
// every list.
func (s *session) start(c *explore.Content) explore.Choice {
	start := explore.Choice{
		Place: s.first("place", c.HasPlace), Area: s.first("area", c.HasArea), Agreement: s.first("agreement", c.HasAgreement),
	}
	wanted := []string{s.space.Config.Definition}
	for _, card := range s.space.Config.Headline {
		if card.Measure == c.Measure && c.HasPlace(card.Place) && c.HasArea(card.Area) && c.HasAgreement(card.Agreement) {
			start.Place, start.Area, start.Agreement = card.Place, card.Area, card.Agreement
			wanted = append([]string{card.Definition}, wanted...)
			break
		}
	}
	for _, d := range s.space.Definitions {
		wanted = append(wanted, d.ID)
	}
	start.Definition = wanted[0]
	for _, id := range wanted {
		if c.Shards[id][explore.Key(start.Area, start.Agreement)].File != "" {
			start.Definition = id
			break
		}
	}
	return start
}

// first is the first code of a list that a measure has.
func (s *session) first(list string, has func(string) bool) string {
	if codes := s.codes(list, has); len(codes) > 0 {
		return codes[0]
	}
	return ""
}

// codes are those of a list that a measure has, in the list's order.
func (s *session) codes(list string, has func(string) bool) (codes []string) {
	all, _ := s.space.List(list)
	for _, row := range all.Rows {
		if has(row["code"]) {
			codes = append(codes, row["code"])
		}
	}
	return codes
}

// downloads are the files that have a measure's shares.
func (e exploration) downloads(m workspace.Measure) []site.File {
	return append(e.measureFiles(m), e.everything()...)
}

// measureFiles are the files that have a measure's shares and no other's, in
// the page's language where a format has one.
func (e exploration) measureFiles(m workspace.Measure) (files []site.File) {
	for _, table := range e.files.Measures {
		if table.Name != "share_"+m.ID {
			continue
		}
		for _, f := range table.Files {
			part, isEnglish := strings.CutSuffix(f.Part, edition.English)
			if f.Format == "CSVW" || f.Format == "notes" || f.Format == "JSON-stat" && isEnglish != (e.language == edition.English) {
				continue
			}
			label := strings.TrimSpace(f.Format + " " + strings.TrimSpace(part))
			files = append(files, site.File{Path: f.Path, Label: e.say("Måttet", "The measure") + " (" + label + ")"})
		}
	}
	return files
}

// everything are the files that have every measure's shares.
func (e exploration) everything() []site.File {
	return []site.File{
		{Path: "tables/share.csv", Label: e.say("Alla andelar (CSV)", "All shares (CSV)")},
		{Path: "tables/share.parquet", Label: e.say("Alla andelar (Parquet)", "All shares (Parquet)")},
		{Path: "tables/share_kind.csv", Label: e.say("Slag av organisation (CSV)", "Kinds of organisation (CSV)")},
		e.backingFile(),
		{Path: workbookFile(e.language), Label: e.say("Rapporttabeller (XLSX)", "Report tables (XLSX)")},
	}
}

// backingFile says who is behind every share.
func (e exploration) backingFile() site.File {
	return site.File{Path: "tables/" + shareBacking + ".csv", Label: e.say("De idéburna organisationerna bakom andelarna (CSV)", "The idéburna organisations behind the shares (CSV)")}
}
