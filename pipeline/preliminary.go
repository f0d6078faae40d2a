package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// preliminary says of a year that is summed from months what it lacks; it is ""
// of one that is final and of any other period.
func (w wording) preliminary(months *int64, isPreliminary bool) string {
	switch {
	case !isPreliminary || months == nil:
		return ""
	case *months < 12:
		return w.say("Preliminär: %d av 12 månader.", "Preliminary: %d of 12 months.", *months)
	}
	return w.say("Preliminär: 12 av 12 månader, men februari året efter är inte inläst än.",
		"Preliminary: 12 of 12 months, but the February after the year has not been loaded yet.")
}

// notCompared says why a year of months has no change.
func (w wording) notCompared(p Period) string {
	if *p.Months < 12 {
		return w.say("Ingen jämförelse med tidigare år: %d av 12 månader är inne, och ett år jämförs bara med ett som har samma månader.",
			"No comparison with earlier years: %d of 12 months are in, and a year is compared only with one that has the same months.", *p.Months)
	}
	return w.say("Inget tidigare år har samma månader att jämföra med.", "No earlier year has the same months to compare with.")
}

// A preliminaryPeriod is a period of a measure with what it lacks.
type preliminaryPeriod struct {
	Period string
	Text   edition.Text
}

// preliminaryPeriods are the preliminary periods of a measure, in their order.
func preliminaryPeriods(share edition.Table, measure string) (periods []preliminaryPeriod) {
	of, period := share.Index("measure"), share.Index("period")
	months, isPreliminary := share.Index("months"), share.Index("is_preliminary")
	for _, row := range share.Rows {
		if row[of] != measure || row[isPreliminary] != true || said(periods, row[period].(string)) {
			continue
		}
		n := row[months].(int64)
		text := word(wording{language: edition.Swedish}.preliminary(&n, true), wording{language: edition.English}.preliminary(&n, true))
		periods = append(periods, preliminaryPeriod{row[period].(string), text})
	}
	slices.SortFunc(periods, func(a, b preliminaryPeriod) int { return strings.Compare(a.Period, b.Period) })
	return periods
}

func said(periods []preliminaryPeriod, period string) bool {
	return slices.ContainsFunc(periods, func(p preliminaryPeriod) bool { return p.Period == period })
}

// preliminaryNotes say at each preliminary period of a measure what it lacks:
// cubes have no column for it.
func preliminaryNotes(share edition.Table, measure string) (notes []edition.Note) {
	for _, p := range preliminaryPeriods(share, measure) {
		notes = append(notes, edition.Note{Mandatory: true, Field: "period", Code: p.Period, Text: p.Text})
	}
	return notes
}
