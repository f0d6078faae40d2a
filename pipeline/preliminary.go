package pipeline

import (
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// A YearState says how much is in of a period that is a year of months; its zero
// value is of any other period.
type YearState struct {
	Months        *int64 `json:"months,omitempty"` // that are in
	IsPreliminary bool   `json:"is_preliminary,omitempty"`
}

// yearState reads what a row of a published table says of its period: nothing, in an
// edition that is older than the columns.
func yearState(months, isPreliminary string) YearState {
	n, err := strconv.ParseInt(months, 10, 64)
	if err != nil {
		return YearState{}
	}
	return YearState{Months: &n, IsPreliminary: isPreliminary == "true"}
}

// after says after a sentence what the year that it tells of lacks.
func (y YearState) after(sentence string, w wording) string {
	return strings.TrimSpace(sentence + " " + w.preliminary(y.Months, y.IsPreliminary))
}

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

// when names a card's period, and says what it lacks.
func (w wording) when(p Period) string {
	if lacks := w.preliminary(p.Months, p.IsPreliminary); lacks != "" {
		return lacking(p.Period, lacks)
	}
	return spokenPeriod(p.Period, w.language)
}

// lacking is a period with what it lacks, within a sentence.
func lacking(period, lacks string) string {
	return period + ", " + lowered(strings.TrimSuffix(lacks, "."))
}

// countedOn is the day whose sectors count in a card's period.
func (w wording) countedOn(p Period) string {
	day := edition.Day(p.Date, w.language)
	if p.Months == nil {
		return day
	}
	return w.say("sista dagen i varje månad, till och med %s", "the last day of each month, up to %s", day)
}

// countedPeriod is the period in whose totals a source's volume of a measure is
// counted: of a month of a year of months, its year.
func (s *session) countedPeriod(measure, period string) string {
	if m, _ := s.space.Measure(measure); m.IsYearOfMonths() {
		return period[:min(len(period), len("2006"))]
	}
	return period
}

// notCompared says why a year of months has no change: no earlier one has as many
// months, or one that has them has no share.
func (w wording) notCompared(p Period) string {
	isAsLong := func(other Period) bool {
		return other.Period != p.Period && other.Months != nil && *other.Months == *p.Months
	}
	switch {
	case slices.ContainsFunc(w.card.Periods, isAsLong):
		return w.nothingEarlier()
	case *p.Months < 12:
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
func preliminaryPeriods(share edition.Table, measure string) []preliminaryPeriod {
	periods, of := map[string][]preliminaryPeriod{}, share.Index("measure")
	see := seePreliminary(share, periods)
	for _, row := range share.Rows {
		if row[of] == measure {
			see(row)
		}
	}
	return periods[measure]
}

// seePreliminary sees rows of share, and keeps the preliminary periods of each
// measure, in their order.
func seePreliminary(share edition.Table, periods map[string][]preliminaryPeriod) func(row []any) {
	at := columnsOf(share, "measure", "period", "months", "is_preliminary")
	return func(row []any) {
		if row[at[3]] != true {
			return
		}
		measure, period, months := row[at[0]].(string), row[at[1]].(string), row[at[2]].(int64)
		i, isKnown := slices.BinarySearchFunc(periods[measure], period, func(p preliminaryPeriod, period string) int {
			return strings.Compare(p.Period, period)
		})
		if isKnown {
			return
		}
		text := word(wording{language: edition.Swedish}.preliminary(&months, true), wording{language: edition.English}.preliminary(&months, true))
		periods[measure] = slices.Insert(periods[measure], i, preliminaryPeriod{period, text})
	}
}

// lacking names a period of a measure, and says what it lacks.
func (v siteTables) lacking(measure, period, language string) string {
	for _, p := range v.preliminary[measure] {
		if p.Period == period {
			return lacking(period, p.Text.In(language))
		}
	}
	return period
}

// preliminaryNotes say at each preliminary period of a measure what it lacks:
// cubes have no column for it.
func preliminaryNotes(share edition.Table, measure string) (notes []edition.Note) {
	for _, p := range preliminaryPeriods(share, measure) {
		notes = append(notes, edition.Note{Mandatory: true, Field: "period", Code: p.Period, Text: p.Text})
	}
	return notes
}
