package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A CorrectionError says that a correction is of no edition that was published
// before this one.
type CorrectionError struct {
	At      workspace.Position
	Edition string
	Known   []string // the edition before and those before it
}

func (e *CorrectionError) Error() string {
	return fmt.Sprintf("%s: edition %s is not the one before, nor one of those before it", e.At, e.Edition)
}

// Hint says what to do about it.
func (e *CorrectionError) Hint() string {
	if len(e.Known) == 0 {
		return "nothing is published yet: there is nothing to correct"
	}
	return "name the edition that was wrong: " + strings.Join(e.Known, " ")
}

// checkCorrections refuses corrections of editions that nobody has seen.
func (s *session) checkCorrections() error {
	corrections, err := s.newCorrections()
	if err != nil || len(corrections) == 0 {
		return err
	}
	known := s.line(s.revising.previous)
	var wrong error
	for _, c := range corrections {
		if !slices.Contains(known, c.Edition) {
			wrong = errors.Join(wrong, &CorrectionError{c.Position("edition"), c.Edition, known})
		}
	}
	return wrong
}

// line is an edition and those before it, as far as they are there.
func (s *session) line(id string) (ids []string) {
	for id != "" && !slices.Contains(ids, id) {
		ids = append(ids, id)
		m, err := edition.ReadManifest(s.editions(), id)
		if err != nil {
			break
		}
		id = m.Previous
	}
	return ids
}

// newCorrections are those that no edition has published yet.
func (s *session) newCorrections() (fresh []workspace.Correction, err error) {
	published, err := s.before("correction")
	for _, c := range s.space.Corrections {
		if !slices.ContainsFunc(published, func(row map[string]string) bool { return row["correction_id"] == c.ID }) {
			fresh = append(fresh, c)
		}
	}
	return fresh, err
}

// correctionScope says which revisions new corrections account for.
func (s *session) correctionScope() table {
	t := table{name: "revision_correction", columns: []column{
		{"correction_id", text}, {"measure", text}, {"period", text}, {"cause", text},
	}}
	all := func(words []string) []string {
		if words == nil {
			return []string{""}
		}
		return words
	}
	fresh, _ := s.newCorrections() // read before, by checkCorrections
	for _, c := range fresh {
		for _, measure := range all(c.Measures) {
			for _, period := range all(c.Periods) {
				t.rows = append(t.rows, []any{c.ID, orNull(measure), orNull(period), c.Cause})
			}
		}
	}
	return t
}

// correctionTable tells every correction that has been published. Who answers
// for it is a natural person, and stays in the workspace; for the public the
// publisher answers.
func (s *session) correctionTable(ctx context.Context) (edition.Table, error) {
	t := edition.Table{
		Name:  "correction",
		Title: word("Rättelser", "Corrections"),
		Description: word(
			"Fel i tidigare utgåvor som har rättats: vilka tal de gällde, orsaken och hur långt rättelsen nådde. En rättelse som är publicerad står kvar.",
			"Errors in earlier editions that have been corrected: which numbers they concerned, the cause and how far the correction reached. A correction that is published stays."),
		Grain: []string{"correction_id"}, Fields: fieldsOf(s.correctionFields()),
	}
	published, err := s.before("correction")
	if err != nil {
		return t, err
	}
	for _, row := range published {
		cells, err := correctionCells(t, row)
		if err != nil {
			return t, err
		}
		t.Rows = append(t.Rows, cells)
	}
	fresh, err := s.freshCorrections(ctx)
	t.Rows = append(t.Rows, fresh...)
	slices.SortFunc(t.Rows, func(a, b []any) int { return strings.Compare(a[0].(string), b[0].(string)) })
	return t, err
}

func (s *session) correctionFields() []field {
	return []field{
		textField("correction_id", "Rättelse", "Correction"), textField("edition", "Utgåvan som var fel", "The edition that was wrong"),
		textField("measures", "Mått (* alla)", "Measures (* all)"), textField("periods", "Perioder (* alla)", "Periods (* all)"),
		s.dimension("cause", "revision_cause", "Orsak", "Cause", ""),
		textField("explanation_sv", "Förklaring", "Explanation in Swedish"), textField("explanation_en", "Förklaring på engelska", "Explanation"),
		dateField("date", "Felet fastställt", "Error established"), dateField("published_date", "Rättat", "Corrected"),
		textField("edition_before", "Utgåvan före rättelsen", "The edition before the correction"),
		withoutSymbol(countField("cells", "Rättade celler", "Corrected cells")),
		withoutSymbol(shareField("largest_change", "Största ändring av en andel", "Largest change of a share")),
	}
}

// correctionCells is a published correction, as it was published.
func correctionCells(t edition.Table, row map[string]string) (cells []any, err error) {
	for _, f := range t.Fields {
		var cell any = row[f.Name]
		switch {
		case f.Kind == edition.KindInteger:
			cell, err = units(row[f.Name], 0)
		case row[f.Name] == "" && f.Kind != edition.KindText:
			cell = nil
		}
		if err != nil {
			return nil, fmt.Errorf("table correction of the edition before: %s: %w", f.Name, err)
		}
		cells = append(cells, cell)
	}
	return cells, nil
}

// A reach is how far a correction went: cells, and millionths of a share.
type reach struct {
	cells   int64
	largest *int64
}

// reaches are those of the corrections of this edition, by their identifiers.
func (s *session) reaches(ctx context.Context) (map[string]reach, error) {
	q, err := queries.Published("corrected")
	if err != nil {
		return nil, err
	}
	reaches := map[string]reach{}
	return reaches, s.eachRow(ctx, q.SQL, func(scan func(...any) error) error {
		var id string
		var r reach
		err := scan(&id, &r.cells, &r.largest)
		reaches[id] = r
		return err
	})
}

func (s *session) freshCorrections(ctx context.Context) (rows [][]any, err error) {
	reaches, err := s.reaches(ctx)
	if err != nil {
		return nil, err
	}
	fresh, err := s.newCorrections()
	for _, c := range fresh {
		r := reaches[c.ID]
		var largest any
		if r.largest != nil {
			largest = fixed(*r.largest, 6)
		}
		if r.cells == 0 {
			s.log().Warn("a correction changes no published number", "correction", c.ID, "at", c.Position("correction_id").String())
		}
		rows = append(rows, []any{
			c.ID, c.Edition, extentText(c.Measures), extentText(c.Periods), c.Cause, c.Explanation.SV, c.Explanation.EN,
			c.Date, s.day(), s.revising.previous, r.cells, largest,
		})
	}
	return rows, err
}

func extentText(words []string) string {
	if words == nil {
		return "*"
	}
	return strings.Join(words, " ")
}
