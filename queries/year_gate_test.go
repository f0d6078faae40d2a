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
// from three providers in each.
func (w *gateWorld) had(source, year string, amount int, months ...int) {
	for _, month := range months {
		w.last["last_source_period"] = append(w.last["last_source_period"], fmt.Sprintf("%s y %s-%02d %d 3", source, year, month, amount))
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
