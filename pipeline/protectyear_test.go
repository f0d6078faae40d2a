package pipeline

import (
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// spaceOf is a session with a measure whose years are made in some way.
func spaceOf(years string) *session {
	return &session{space: &workspace.Workspace{Measures: []workspace.Measure{{ID: "m", Years: years}}}}
}

// What sources say of the months of a year whose total is hidden is not told: the
// months would add up to it. Of a measure of months they are periods of their own.
func TestTheMonthsOfAHiddenYearAreNotTold(t *testing.T) {
	hidden := protectedPeriod{measure: "m", period: "2024", pattern: protect.Pattern{States: []protect.State{protect.Hidden}}}
	months := edition.Table{
		Name: "source_period", Grain: []string{"source", "measure", "period"},
		Fields: []edition.Field{
			{Name: "source", Kind: edition.KindText}, {Name: "measure", Kind: edition.KindText},
			{Name: "period", Kind: edition.KindText}, {Name: "amount", Kind: edition.KindInteger},
		},
	}
	for name, show := range map[string]func(*protection, row) []any{
		"of natural persons": func(p *protection, r row) []any {
			p.persons = map[[2]string]*personPeriod{{"m", "2024"}: {protectedPeriod: hidden}}
			return p.personRow(r)
		},
		"of few": func(p *protection, r row) []any {
			p.periods = []protectedPeriod{hidden}
			return p.sourcePeriod(r)
		},
	} {
		for period, isTold := range map[string]bool{"2024-09": false, "2025-09": true} {
			r := row{table: months, cells: []any{"s", "m", period, int64(90)}}
			p := &protection{countedPeriod: spaceOf("from_months").countedPeriod}
			if got := show(p, r)[3]; (got != nil) != isTold {
				t.Errorf("%s: the amount of %s in years of months is %v", name, period, got)
			}
			p.countedPeriod = spaceOf("").countedPeriod
			if got := show(p, r)[3]; got == nil {
				t.Errorf("%s: the amount of %s is not told, which is a period of its own", name, period)
			}
		}
	}
}
