package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A changedSince tells what has changed since the edition before, from the published
// tables, in one language.
type changedSince struct {
	wording
	before      string // id of the edition before, "" for none
	revision    edition.Table
	corrections edition.Table
}

func (s *session) since(v siteTables, language string) (changedSince, error) {
	id, _, err := s.current()
	return changedSince{
		wording: wording{language: language}, before: id, revision: v.byName["revision"], corrections: v.byName["correction"],
	}, err
}

// card says what has changed in a card's own share: the period that it shows,
// how many of the others, why, and which errors have been corrected. The first
// edition has nothing to say.
func (s changedSince) card(c workspace.Card, shown Card) (lines []string) {
	if s.before == "" {
		return nil
	}
	day := edition.Day(editionDate(s.before), s.language)
	others, causes := 0, []string{}
	for _, row := range s.rows(c) {
		switch period := cell(s.revision, row, "period"); {
		case period == shown.last().Period:
			lines = append(lines, s.told(row, period, day))
		default:
			others++
			causes = append(causes, strings.Fields(cell(s.revision, row, "causes"))...)
		}
		lines = append(lines, s.corrected(row)...)
	}
	if others > 0 {
		lines = append(lines, s.say("%s av de andra perioderna är också ändrade sedan utgåvan den %s. Orsak: %s.",
			"%s of the other periods have changed too since the edition of %s. Cause: %s.", number(int64(others)), day, s.causeList(causesOnce(causes))))
	}
	if lines == nil {
		return []string{s.say("Inga tal i diagrammet är ändrade sedan utgåvan den %s.", "No number of the chart has changed since the edition of %s.", day)}
	}
	return slices.Compact(lines)
}

// causesOnce are the codes of causes, each once, in the documented order.
func causesOnce(causes []string) []string {
	slices.Sort(causes)
	return causeOrder(slices.Compact(causes))
}

// rows are those of the card's own idéburen share.
func (s changedSince) rows(c workspace.Card) (rows [][]any) {
	want := map[string]string{"definition": c.Definition, "measure": c.Measure, "place": c.Place, "area": c.Area, "agreement": c.Agreement, "sector": "ideburen"}
	for _, row := range s.revision.Rows {
		isOwn := true
		for name, code := range want {
			isOwn = isOwn && cell(s.revision, row, name) == code
		}
		if isOwn {
			rows = append(rows, row)
		}
	}
	return rows
}

// told is one row: a period that is new, or what it was and is.
func (s changedSince) told(row []any, period, day string) string {
	earlier, later := sixDecimals(cell(s.revision, row, "earlier_share")), sixDecimals(cell(s.revision, row, "later_share"))
	causes := s.causeList(causesOnce(strings.Fields(cell(s.revision, row, "causes"))))
	switch {
	case cell(s.revision, row, "kind") == "development":
		return s.say("%s är en ny period sedan utgåvan den %s.", "%s is a new period since the edition of %s.", period, day)
	case earlier == nil || later == nil:
		return s.say("Uppgiften för %s är ändrad sedan utgåvan den %s. Orsak: %s.", "The figure for %s has changed since the edition of %s. Cause: %s.", period, day, causes)
	case *earlier == *later:
		return s.say("Underlaget för %s är ändrat sedan utgåvan den %s, men inte andelen. Orsak: %s.",
			"The data for %s have changed since the edition of %s, but not the share. Cause: %s.", period, day, causes)
	}
	from, to := s.ends(*earlier, *later)
	return s.say("Ändrad uppgift för %s sedan utgåvan den %s: %s procent har blivit %s procent av det som är känt. Orsak: %s.",
		"Changed figure for %s since the edition of %s: %s per cent has become %s per cent of what is known. Cause: %s.", period, day, from, to, causes)
}

// corrected are the errors that a row corrects, in the words of who accounts
// for them.
func (s changedSince) corrected(row []any) (lines []string) {
	for _, id := range strings.Fields(cell(s.revision, row, "corrections")) {
		for _, each := range s.corrections.Rows {
			if cell(s.corrections, each, "correction_id") == id {
				lines = append(lines, s.say("Rättelse: %s", "Correction: %s", cell(s.corrections, each, fmt.Sprintf("explanation_%s", s.language))))
			}
		}
	}
	return lines
}
