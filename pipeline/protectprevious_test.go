package pipeline

import (
	"testing"

	"tresektor/pipeline/protect"
)

// TestTheChangeSinceThePeriodBeforeIsProtectedToo: nothing is told of it where a
// period is not shown, and no range where its causes are not.
func TestTheChangeSinceThePeriodBeforeIsProtectedToo(t *testing.T) {
	own := Total{Measure: "elever", Place: "SE", Area: "none", Agreement: "none"}
	at := func(period string) Total {
		total := own
		total.Period = period
		return total
	}
	p := &protection{measures: map[string]bool{"elever": true}, told: map[linkedPair]bool{}, states: map[Total]protect.State{
		at("2022"): protect.Hidden, at("2023"): protect.Open, at("2024"): protect.Open,
	}}
	shown := func(earlier string) *Development {
		card := cardOf(30000, 30000)
		card.Previous = &Development{Period: "2024", Earlier: earlier, Definition: "snav", IsOwn: true, Change: 500, Low: ptr(400), High: ptr(600), Causes: map[string]int64{"ended": 500}}
		return p.card(card, "snav", own, own).Previous
	}
	if got := shown("2022"); got != nil {
		t.Errorf("of a hidden period it tells %+v", *got)
	}
	if got := shown("2023"); got == nil || got.Change != 500 || got.Low != nil || got.High != nil || got.Causes != nil {
		t.Errorf("it tells %+v", got)
	}
}
