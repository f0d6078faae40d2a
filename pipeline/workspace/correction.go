package workspace

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"tresektor/pipeline/orgnr"
)

// A Correction is one row of corrections.csv: somebody states that numbers of
// an edition were wrong, which they were, why, and answers for it.
type Correction struct {
	row sheetRow

	ID          string
	Edition     string   // the id of the edition that was wrong
	Measures    []string // ids, ordered; nil = all
	Periods     []string // ordered; nil = all
	Cause       string   // a code of the list revision_cause
	Explanation Text
	Date        string // YYYY-MM-DD, when the error was established
	Name        string // who answers for it; it stays in the workspace
}

// Position is where the correction stands in corrections.csv.
func (c Correction) Position(column string) Position { return c.row.at(column) }

const correctionsFile = "corrections.csv"

// CorrectionColumns is the header of corrections.csv.
func CorrectionColumns() []string {
	return []string{"correction_id", "edition", "measures", "periods", "cause", "explanation_sv", "explanation_en", "date", "name"}
}

// corrections reads corrections.csv, which may be missing.
func (r *reader) corrections() (all []Correction) {
	for _, f := range r.files(r.own, "", correctionsFile) {
		for _, row := range sheetOf(f, CorrectionColumns(), r.found) {
			all = append(all, correctionOf(row))
		}
	}
	return all
}

func correctionOf(row sheetRow) Correction {
	c := row.cells
	return Correction{
		row: row, ID: c["correction_id"], Edition: c["edition"], Measures: extent(c["measures"]), Periods: extent(c["periods"]),
		Cause: c["cause"], Explanation: Text{SV: c["explanation_sv"], EN: c["explanation_en"]}, Date: c["date"], Name: c["name"],
	}
}

// extent reads a list of words; * stands for all of them.
func extent(text string) []string {
	words := slices.Compact(slices.Sorted(slices.Values(strings.Fields(text))))
	if slices.Equal(words, []string{"*"}) {
		return nil
	}
	return words
}

var editionForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}$`)

// checkCorrections refuses what is not complete: without cause, extent, date
// and name a number has changed, but nobody has corrected it.
func (w *Workspace) checkCorrections(found *problems) {
	first := map[string]Correction{}
	for _, c := range w.Corrections {
		if before, twice := first[c.ID]; twice && c.ID != "" {
			found.add(c.row.at("correction_id"), "correction %q stands twice, first on line %d", shown(c.ID), before.row.at("correction_id").Line)
		} else {
			first[c.ID] = c
		}
		w.checkCorrection(c, found)
	}
}

// isProse tells which published cells are words of somebody's own. The id of an
// edition looks like a personal identity number: a date and four digits.
func isProse(column string) bool {
	return column == "correction_id" || column == "explanation_sv" || column == "explanation_en"
}

func (w *Workspace) checkCorrection(c Correction, found *problems) {
	for _, column := range CorrectionColumns() {
		switch text := c.row.cells[column]; {
		case text == "":
			found.add(c.row.at(column), "%q is empty; a correction has a cause, an extent, a date and a name, or it is not published", column)
		case isProse(column) && orgnr.HoldsPersonal(text):
			found.add(c.row.at(column), "%q holds what looks like a personal identity number (withheld); take it away", column)
		}
	}
	if c.Edition != "" && !editionForm.MatchString(c.Edition) {
		found.add(c.row.at("edition"), "%q is not the id of an edition (2026-11-22-0123abcd)", shown(c.Edition))
	}
	for _, id := range c.Measures {
		if id == "*" {
			found.add(c.row.at("measures"), "* stands for all measures and cannot have others beside it")
		} else {
			known(shown(id), w.measureIDs(), "measure", c.row.at("measures"), found)
		}
	}
	if slices.Contains(c.Periods, "*") {
		found.add(c.row.at("periods"), "* stands for all periods and cannot have others beside it")
	}
	w.inList(shown(c.Cause), "revision_cause", c.row.at("cause"), found)
	if _, err := time.Parse(time.DateOnly, c.Date); err != nil && c.Date != "" {
		found.add(c.row.at("date"), "%q is not a date as YYYY-MM-DD", shown(c.Date))
	}
}
