package pipeline

import (
	"slices"

	"tresektor/pipeline/edition"
)

// breakNotes say at each period of a measure that follows a break what was
// broken: cubes have no column for it.
func (s *session) breakNotes(share edition.Table, measure string) (notes []edition.Note) {
	text := s.breakText(measure)
	for _, period := range brokenPeriods(share, measure) {
		notes = append(notes, edition.Note{Mandatory: true, Field: "period", Code: period, Text: word(
			"Tidsseriebrott: jämför inte med tidigare perioder. "+text.SV,
			"Break in series: do not compare with earlier periods. "+text.EN)})
	}
	return notes
}

// brokenPeriods are the periods of a measure that follow a break, in their
// order.
func brokenPeriods(share edition.Table, measure string) (periods []string) {
	of, period, isBreak := share.Index("measure"), share.Index("period"), share.Index("is_break")
	for _, row := range share.Rows {
		if row[of] == measure && row[isBreak] == true {
			periods = append(periods, row[period].(string))
		}
	}
	slices.Sort(periods)
	return slices.Compact(periods)
}

// breakText is what the list of breaks says of a measure's.
func (s *session) breakText(measure string) (text edition.Text) {
	list, _ := s.space.List("series_break")
	for _, row := range list.Rows {
		if row["measure"] == measure {
			label := labelOf(row)
			text.SV += row["from_date"] + ": " + label.SV + ". "
			text.EN += row["from_date"] + ": " + label.EN + ". "
		}
	}
	return text
}
