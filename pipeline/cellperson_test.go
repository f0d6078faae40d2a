package pipeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFewPersonsJoinTheLargestPoolOfTheirSector(t *testing.T) {
	pools := map[[2]string]*pool{}
	for _, rule := range []string{"natural", "natural", "natural", "form"} {
		pooled(pools, "private", CellProvider{Kind: "person", Rule: rule, amount: 10}, "1")
	}
	pooled(pools, "unknown", CellProvider{Kind: "person", Rule: "catch_all", amount: 5}, "1")
	var told []string
	for sector, list := range merged(pools) {
		for _, one := range list {
			told = append(told, sector+" "+one.all.Rule+" "+number(one.persons)+" "+number(one.all.amount))
		}
	}
	if len(told) == 2 && strings.HasPrefix(told[0], "unknown") {
		told[0], told[1] = told[1], told[0]
	}
	if diff := cmp.Diff([]string{"private natural 4 40", "unknown catch_all 1 5"}, told); diff != "" {
		t.Errorf("-want +told\n%s", diff)
	}
}

// reviewLineOf is a line of undecided providers.
func reviewLineOf(provider string, providers, amount int64) ReviewLine {
	return ReviewLine{Provider: provider, Providers: providers, Sector: "unknown", CanBe: []string{"ideburen"}, set: partOf("unknown", quantity{positive: amount})}
}

func TestReviewTellsNothingOfFewPersons(t *testing.T) {
	low, high := int64(500_000), int64(1_000_000)
	now := rangeOf{parts: parts{ideburen: quantity{positive: 100}, undecided: quantity{positive: 100}}}
	for _, test := range []struct {
		persons     int64
		isBasisTold bool
		want        string
	}{
		{2, true, "se:a 1 50 250000 250000; se:b 1 ... 0 250000; person 0 ... 0 500000"}, // the sum is published
		{2, false, "se:a 1 50 250000 250000; se:b 1 ... 0 250000; person 0 ... 0 250000"},
		{3, false, "se:a 1 50 250000 250000; se:b 1 30 150000 400000; person 3 20 100000 500000"},
	} {
		c := reviewed{CardReview: CardReview{Low: &low, High: &high}, isBasisTold: test.isBasisTold}
		lines := map[string][]ReviewLine{"1": {reviewLineOf(personLine, test.persons, 20), reviewLineOf("se:a", 1, 50), reviewLineOf("se:b", 1, 30)}}
		if err := c.fill(map[string]rangeOf{"1": now}, lines, map[Total]string{{}: "1"}, 0); err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, l := range c.Lines {
			told = append(told, strings.Join([]string{l.Provider, number(l.Providers), l.Amount, number(l.Points), number(l.Cumulated)}, " "))
		}
		if diff := cmp.Diff(test.want, strings.Join(told, "; ")); diff != "" {
			t.Errorf("%d persons: -want +told\n%s", test.persons, diff)
		}
		if isOpen := test.persons == 3 || test.isBasisTold; isOpen != (c.Open != nil) {
			t.Errorf("%d persons: open %v", test.persons, c.Open)
		}
	}
}

func TestDiffTellsNothingOfFewPersons(t *testing.T) {
	for persons, want := range map[int64]string{
		2: "se:a 1 50; se:b 1 ...; person 0 ...",
		3: "se:a 1 50; se:b 1 30; person 3 20",
	} {
		d := TotalDifference{Lines: []DifferenceLine{
			{Provider: "se:a", Providers: 1, Amount: "50"}, {Provider: "se:b", Providers: 1, Amount: "30"}, {Provider: personLine, Providers: persons, Amount: "20"},
		}}
		d.withholdFew()
		var told []string
		for _, l := range d.Lines {
			told = append(told, l.Provider+" "+number(l.Providers)+" "+l.Amount)
		}
		if diff := cmp.Diff(want, strings.Join(told, "; ")); diff != "" {
			t.Errorf("%d persons: -want +told\n%s", persons, diff)
		}
	}
}
