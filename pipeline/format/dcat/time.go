package dcat

import (
	"slices"
	"strings"
	"time"

	"tresektor/pipeline/edition"
)

// span is the first and the last day that the periods of t are about, "" where
// it has none. A school year is from July to June.
func span(t edition.Table) (first, last string) {
	for _, period := range t.Periods {
		from, to := days(period)
		if from != "" && (first == "" || from < first) {
			first = from
		}
		last = max(last, to)
	}
	return first, last
}

// days are the first and the last day of a period, "" for one that is none.
func days(period string) (first, last string) {
	year, rest, isSchoolYear := strings.Cut(period, "/")
	if isSchoolYear && len(rest) == 2 {
		if from, err := time.Parse("2006-01", year+"-07"); err == nil {
			return untilBefore(from, from.AddDate(1, 0, 0))
		}
	}
	if from, err := time.Parse("2006", period); err == nil {
		return untilBefore(from, from.AddDate(1, 0, 0))
	}
	if from, err := time.Parse("2006-01", period); err == nil {
		return untilBefore(from, from.AddDate(0, 1, 0))
	}
	if from, err := time.Parse(time.DateOnly, period); err == nil {
		return untilBefore(from, from.AddDate(0, 0, 1))
	}
	return "", ""
}

func untilBefore(first, next time.Time) (string, string) {
	return first.Format(time.DateOnly), next.AddDate(0, 0, -1).Format(time.DateOnly)
}

// frequency is how often editions come, as the release calendar has it: one
// code of the EU's vocabulary if all days are about as far apart, else IRREG,
// and UNKNOWN where fewer than two days are planned.
func frequency(releases []string) string {
	code := "UNKNOWN"
	days := slices.Sorted(slices.Values(releases))
	for i := 1; i < len(days); i++ {
		next := frequencyOf(apart(days[i-1], days[i]))
		if code != "UNKNOWN" && next != code {
			return "IRREG"
		}
		code = next
	}
	return code
}

func frequencyOf(days int) string {
	for _, f := range []struct {
		code        string
		least, most int
	}{
		{"DAILY", 1, 1}, {"WEEKLY", 6, 8}, {"MONTHLY", 26, 36}, {"QUARTERLY", 80, 103},
		{"ANNUAL_2", 165, 200}, {"ANNUAL", 350, 380}, {"BIENNIAL", 710, 750},
	} {
		if f.least <= days && days <= f.most {
			return f.code
		}
	}
	return "IRREG"
}

func apart(earlier, later string) int {
	a, errA := time.Parse(time.DateOnly, earlier)
	b, errB := time.Parse(time.DateOnly, later)
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours()) / 24
}
