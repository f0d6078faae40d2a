package workspace

import "testing"

func TestOpenRefusesAMeasureThatIsNotComplete(t *testing.T) {
	refuse(t, []refusal{
		{
			"an unknown kind", "data/measure/pupils.yaml",
			"kind: people",
			"kind: persons",
			`data/measure/pupils.yaml:7:7: there is no measure_kind "persons"; possible: people, money`,
		},
		{
			"an unknown base", "data/measure/pupils.yaml",
			"base: all",
			"base: al",
			`data/measure/pupils.yaml:8:7: there is no base "al"; did you mean "all"?`,
		},
		{
			"an unknown dimension", "data/measure/pupils.yaml",
			"[place, area]",
			"[place, areas]",
			"data/measure/pupils.yaml:12:21: \"dimensions[1]\" is \"areas\"; did you mean \"area\"?\n" +
				"tresektor.yaml:9:11: measure \"pupils\" has no area; write none",
		},
		{
			"a sum over what is no dimension", "data/measure/pupils.yaml",
			"summable: place",
			"summable: [place, agreement]",
			`data/measure/pupils.yaml:13:11: measure "pupils" cannot be summed over agreement, which is not one of its dimensions`,
		},
		{
			"too many decimals", "data/measure/pupils.yaml",
			"kind: people",
			"kind: people\ndecimals: 7",
			`data/measure/pupils.yaml:8:11: "decimals" is 7, expected 0 to 6`,
		},
		{
			"a coverage over a hundred", "data/measure/pupils.yaml",
			"kind: people",
			"kind: people\ncoverage_minimum: 101",
			`data/measure/pupils.yaml:8:19: "coverage_minimum" is 101, expected a percentage from 0 to 100`,
		},
		{
			"money without price basis and VAT", "data/measure/pupils.yaml",
			"kind: people",
			"kind: money",
			"data/measure/pupils.yaml:1:1: a measure of money says its price_basis: current or fixed\n" +
				"data/measure/pupils.yaml:1:1: a measure of money says its vat: exkl, inkl or okant",
		},
		{
			"a stock without day", "data/measure/pupils.yaml",
			"{kind: stock, day: '10-15'}",
			"{kind: stock}",
			`data/measure/pupils.yaml:11:12: a stock is counted on a day; add day: 'MM-DD'`,
		},
		{
			"a stock with years from months", "data/measure/pupils.yaml",
			"kind: people",
			"kind: people\nyears: from_months",
			`data/measure/pupils.yaml:8:8: "pupils" is a stock, counted on a day, and has no sum over months; leave it out`,
		},
		{
			"people with years from months", "data/measure/pupils.yaml",
			"{kind: stock, day: '10-15'}",
			"{kind: flow}\nyears: from_months",
			`data/measure/pupils.yaml:12:8: "pupils" counts people, which would be counted once for each month; only money, contracts and hours are summed, leave it out`,
		},
		{
			"years from months of what is protected", "data/measure/pupils.yaml",
			"kind: people\nbase: all\nplace_basis: service\nperiod_basis: counting_day\nreference: {kind: stock, day: '10-15'}",
			"kind: money\nprice_basis: current\nvat: exkl\nbase: all\nplace_basis: service\nperiod_basis: counting_day\n" +
				"reference: {kind: flow}\nprotect: frequency\nyears: from_months",
			`data/measure/pupils.yaml:15:8: "pupils" is protected, and a year that grows tells each month by what it had before; ` +
				"leave it out, and its months are protected as periods of their own",
		},
		{
			"years from something else", "data/measure/pupils.yaml",
			"kind: people",
			"kind: people\nyears: from_month",
			`data/measure/pupils.yaml:8:8: "pupils" is a stock, counted on a day, and has no sum over months; leave it out` + "\n" +
				`data/measure/pupils.yaml:8:8: "years" is "from_month"; did you mean "from_months"?`,
		},
		{
			"a stock that tresektor.yaml wants years of", "tresektor.yaml",
			"headline:",
			"years_from_months: [pupils]\nheadline:",
			`tresektor.yaml:5:20: "pupils" is a stock, counted on a day, and has no sum over months; leave it out`,
		},
		{
			"years of an unknown measure", "tresektor.yaml",
			"headline:",
			"years_from_months: [pupil]\nheadline:",
			`tresektor.yaml:5:20: there is no measure "pupil"; did you mean "pupils"?`,
		},
		{
			"a flow with day", "data/measure/pupils.yaml",
			"kind: stock",
			"kind: flow",
			`data/measure/pupils.yaml:11:30: a flow has no counting day`,
		},
		{
			"a day that does not exist", "data/measure/pupils.yaml",
			"10-15",
			"15-10",
			`data/measure/pupils.yaml:11:31: "15-10" is not a day as MM-DD`,
		},
	})
}
