package queries_test

import (
	"fmt"
	"strings"
	"testing"
)

// newYearGateWorld is a gate's world with a card on y, a measure of years that
// are summed from months.
func newYearGateWorld(t *testing.T) *gateWorld {
	t.Helper()
	w := &gateWorld{yearly(t), map[string][]string{"gate_limit": {theLimits + "0"}}}
	w.put("card", "c 1 y 0180 none none d .")
	return w
}

// shown says that the last edition had a year of so many months: "year months
// is_preliminary share", of the idéburna in millionths; the rest is private.
func (w *gateWorld) shown(year string, months int, isPreliminary bool, share int) {
	for sector, part := range map[string]int{"public": 0, "private": 1_000_000 - share, "ideburen": share} {
		w.last["last_headline"] = append(w.last["last_headline"],
			fmt.Sprintf("c d y %s 0180 none none %s %d %d %d 10 %d %t", year, sector, part, part, part, months, isPreliminary))
	}
}

// had says that the last edition had some months of a source, with an amount
// from one provider in each.
func (w *gateWorld) had(source, year string, amount int, months ...int) {
	for _, month := range months {
		w.last["last_source_period"] = append(w.last["last_source_period"], fmt.Sprintf("%s y %s-%02d %d 1", source, year, month, amount))
	}
}

func TestGatesJudgeYearsOfMonths(t *testing.T) {
	for _, c := range []struct {
		name, gate, columns string
		make                func(w *gateWorld)
		want                string
	}{
		{
			name: "one that arrives in a source that was there is no new source", gate: "gate_development", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.evidence("se:new legal_form=61")
				w.shown("2023", 12, false, 100_000)
				w.months("se:private", "90", "2023", from(1, 12)...)
				w.months("se:ideburen", "10", "2023", from(1, 12)...)
				w.months("se:private", "90", "2024", from(1, 12)...)
				w.months("se:ideburen", "10", "2024", from(1, 12)...)
				w.months("se:new", "100", "2024", from(1, 6)...)
			},
			want: "block .|block .",
		},
		{
			name: "a source that is new in the year explains it", gate: "gate_development", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.evidence("se:new legal_form=61")
				w.shown("2023", 12, false, 100_000)
				w.months("se:private", "90", "2023", from(1, 12)...)
				w.months("se:ideburen", "10", "2023", from(1, 12)...)
				w.months("se:private", "90", "2024", from(1, 12)...)
				w.months("se:ideburen", "10", "2024", from(1, 12)...)
				for _, month := range from(1, 12) {
					period := fmt.Sprintf("2024-%02d", month)
					w.volume("se:new 100 measure=y source=other period=" + period + " part=" + period)
				}
			},
			want: "warn new_source|warn new_source",
		},
		{
			name: "who changed sector in July is in each with its own half", gate: "gate_effect", columns: "sector, own_before, own_after",
			make: func(w *gateWorld) {
				w.shown("2023", 12, false, 1_000_000)
				w.evidence("se:both legal_form=61 from=1900-01-01 to=2024-07-01", "se:both legal_form=49 from=2024-07-01")
				w.months("se:both", "10", "2023", from(1, 12)...)
				w.months("se:both", "10", "2024", from(1, 12)...)
			},
			want: "ideburen 120 60|private 0 60|public 0 0",
		},
		{
			name: "idéburen to nought in a year whose hole is filled last", gate: "gate_zero", columns: "severity, now, previous",
			make: func(w *gateWorld) {
				w.had("src", "2023", 100, from(1, 12)...)
				w.had("src", "2024", 100, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)
				w.shown("2023", 12, false, 100_000)
				w.shown("2024", 11, true, 0)
				w.months("se:private", "90", "2023", from(1, 12)...)
				w.months("se:ideburen", "10", "2023", from(1, 12)...)
				w.months("se:private", "100", "2024", from(1, 12)...)
			},
			want: "block 0 120",
		},
		{
			name: "idéburen to nought that has been published", gate: "gate_zero", columns: "severity",
			make: func(w *gateWorld) {
				w.had("src", "2023", 100, from(1, 12)...)
				w.had("src", "2024", 100, from(1, 12)...)
				w.shown("2023", 12, false, 100_000)
				w.shown("2024", 12, true, 0)
				w.months("se:private", "90", "2023", from(1, 12)...)
				w.months("se:ideburen", "10", "2023", from(1, 12)...)
				w.months("se:private", "100", "2024", from(1, 12)...)
			},
		},
		{
			name: "half a month against the same month of the year before", gate: "gate_source", columns: "severity, unit, now, previous, cause",
			make: func(w *gateWorld) {
				w.had("src", "2023", 100, from(1, 12)...)
				w.had("src", "2024", 100, 1)
				w.months("se:private", "100", "2023", from(1, 12)...)
				w.months("se:private", "100", "2024", 1)
				w.months("se:private", "50", "2024", 2)
			},
			want: "block amount 50 100 since 2023-02",
		},
		{
			name: "a month that is gone", gate: "gate_source", columns: "severity, unit, now, previous, cause",
			make: func(w *gateWorld) {
				w.had("src", "2024", 100, from(1, 12)...)
				w.months("se:private", "100", "2024", from(1, 11)...)
			},
			want: "block amount - 100 period_gone",
		},
		{
			name: "a month that is the same month of the year before", gate: "gate_twice", columns: "severity, cell",
			make: func(w *gateWorld) {
				w.had("src", "2023", 100, 1, 2)
				w.months("se:private", "100", "2023", 1)
				w.months("se:private", "90", "2023", 2)
				w.months("se:private", "80", "2024", 1)
				w.months("se:private", "90", "2024", 2)
			},
			want: "block measure=y period=2023-02..2024-02 file=src-2023-02.csv file=src-2024-02.csv",
		},
		{
			name: "months that have been published are not told again", gate: "gate_twice", columns: "severity",
			make: func(w *gateWorld) {
				w.had("src", "2023", 90, 2)
				w.had("src", "2024", 90, 2)
				w.months("se:private", "90", "2023", 2)
				w.months("se:private", "90", "2024", 2)
			},
		},
		{
			name: "a remainder that grew since the year was preliminary", gate: "gate_remainder", columns: "severity, now",
			make: func(w *gateWorld) {
				w.shown("2024", 12, true, 800_000)
				w.months("se:private", "20", "2024", from(1, 12)...)
				w.months("se:ideburen", "80", "2024", from(1, 12)...)
				w.months("se:unknown", "10", "2024", from(1, 12)...)
				w.empty("2025-02")
			},
		},
		{
			name: "one that grew since it was final", gate: "gate_remainder", columns: "severity, now, previous, cause",
			make: func(w *gateWorld) {
				w.shown("2024", 12, false, 800_000)
				w.months("se:private", "20", "2024", from(1, 12)...)
				w.months("se:ideburen", "80", "2024", from(1, 12)...)
				w.months("se:unknown", "10", "2024", from(1, 12)...)
				w.empty("2025-02")
			},
			want: "warn 90909 0 grown",
		},
		{
			name: "a preliminary year that moves is no revision", gate: "gate_revision", columns: "severity",
			make: func(w *gateWorld) {
				w.shown("2024", 1, true, 100_000)
				w.months("se:private", "10", "2024", 1, 2)
				w.months("se:ideburen", "10", "2024", 1, 2)
			},
		},
		{
			name: "a final year that moves is one", gate: "gate_revision", columns: "severity, now, previous",
			make: func(w *gateWorld) {
				w.shown("2024", 12, false, 100_000)
				w.months("se:private", "80", "2024", from(1, 12)...)
				w.months("se:ideburen", "20", "2024", from(1, 12)...)
			},
			want: "block 200000 100000|block 800000 900000",
		},
		{
			name: "a final year that loses a month is one", gate: "gate_revision", columns: "severity, now, previous",
			make: func(w *gateWorld) {
				w.shown("2024", 12, false, 100_000)
				w.months("se:private", "80", "2024", from(1, 11)...)
				w.months("se:ideburen", "20", "2024", from(1, 11)...)
			},
			want: "block 200000 100000|block 800000 900000",
		},
		{
			name: "a development is judged again when the year has other months", gate: "gate_development", columns: "severity, now, previous",
			make: func(w *gateWorld) {
				w.shown("2023", 2, true, 100_000)
				w.shown("2024", 1, true, 500_000)
				w.months("se:private", "90", "2023", 1, 2)
				w.months("se:ideburen", "10", "2023", 1, 2)
				w.months("se:private", "10", "2024", 1, 2)
				w.months("se:ideburen", "10", "2024", 1, 2)
			},
			want: "block 500000 100000|block 500000 900000",
		},
		{
			name: "and not when it has the same", gate: "gate_development", columns: "severity",
			make: func(w *gateWorld) {
				w.shown("2023", 2, true, 100_000)
				w.shown("2024", 2, true, 500_000)
				w.months("se:private", "90", "2023", 1, 2)
				w.months("se:ideburen", "10", "2023", 1, 2)
				w.months("se:private", "10", "2024", 1, 2)
				w.months("se:ideburen", "10", "2024", 1, 2)
			},
		},
		{
			name: "when it is final it is judged again", gate: "gate_development", columns: "severity, now, previous",
			make: func(w *gateWorld) {
				w.shown("2023", 12, false, 100_000)
				w.shown("2024", 12, true, 500_000)
				w.months("se:private", "90", "2023", from(1, 12)...)
				w.months("se:ideburen", "10", "2023", from(1, 12)...)
				w.months("se:private", "10", "2024", from(1, 12)...)
				w.months("se:ideburen", "10", "2024", from(1, 12)...)
				w.empty("2024-02", "2025-02")
			},
			want: "block 500000 100000|block 500000 900000",
		},
		{
			name: "much that is not decided of a preliminary year", gate: "gate_remainder", columns: "severity, now",
			make: func(w *gateWorld) {
				w.months("se:private", "80", "2024", 1)
				w.months("se:ideburen", "5", "2024", 1)
				w.months("se:unknown", "15", "2024", 1)
			},
			want: "warn 150000",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newYearGateWorld(t)
			c.make(w)
			if got := strings.Join(w.found(c.gate, c.columns), "|"); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.gate, got, c.want)
			}
		})
	}
}
