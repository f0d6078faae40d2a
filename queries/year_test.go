package queries_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// yearly is a world with a measure y whose years are summed from months, under
// the rules of simple.
func yearly(t *testing.T) *world {
	t.Helper()
	w := newWorld(t)
	w.put("measure", "y 0 1 flow - 100 true")
	for _, dimension := range []string{"place", "area", "agreement"} {
		w.put("measure_dimension", "y "+dimension+" true")
	}
	w.define("d", "", simple...)
	w.known()
	return w
}

// months gives a provider an amount in some months of a year, each in a file of
// its own.
func (w *world) months(provider, amount, year string, months ...int) {
	for _, month := range months {
		period := fmt.Sprintf("%s-%02d", year, month)
		w.volume(fmt.Sprintf("%s %s measure=y period=%s part=%s", provider, amount, period, period))
	}
}

// empty is a file of a month in which nothing was reported.
func (w *world) empty(partitions ...string) {
	for _, partition := range partitions {
		w.load(map[string]string{"part": partition})
	}
}

func from(first, last int) (months []int) {
	for month := first; month <= last; month++ {
		months = append(months, month)
	}
	return months
}

func TestAYearIsTheSumOfItsMonths(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "10", "2024", from(1, 9)...)
	w.months("se:private", "25", "2024", from(1, 9)...)
	w.months("se:unknown", "5", "2024", 2, 7)
	w.build()
	w.expect("select distinct measure, period from share", "y 2024")
	// 90, 225 and 10 of 325 in the whole; the undecided 10 may be idéburna.
	w.expect("select sector, amount, total, share, low, high, providers from share join sector on code = share.sector where place = '0180' order by sector.sort",
		"public 0 325 0 0 30769 0", "private 225 325 692308 692308 723077 1", "ideburen 90 325 276923 276923 307692 1",
		"nonpublic 0 325 0 - - 0", "unknown 10 325 30769 - - 1")
	w.expect("select months, has_february, is_preliminary, months_text from year_state", "9 false true 01 02 03 04 05 06 07 08 09")
	w.expect("select reported, period, period_kind, from_date, to_date, reference_date from period where reported in ('2024-02', '2024-09') order by reported",
		"2024-02 2024 year 2024-01-01 2025-01-01 2024-02-29", "2024-09 2024 year 2024-01-01 2025-01-01 2024-09-30")
}

func TestWhenAYearIsFinal(t *testing.T) {
	for name, c := range map[string]struct {
		world func(*world)
		want  string
	}{
		"nine months":             {func(w *world) { w.months("se:a", "1", "2024", from(1, 9)...) }, "9 false true"},
		"twelve months":           {func(w *world) { w.months("se:a", "1", "2024", from(1, 12)...) }, "12 false true"},
		"a January is not enough": {func(w *world) { w.months("se:a", "1", "2024", from(1, 12)...); w.empty("2025-01") }, "12 false true"},
		"February is in":          {func(w *world) { w.months("se:a", "1", "2024", from(1, 12)...); w.empty("2025-02") }, "12 true false"},
		"a hole in the middle":    {func(w *world) { w.months("se:a", "1", "2024", 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12); w.empty("2025-02") }, "11 true true"},
		"a month in which nothing was bought": {func(w *world) {
			w.months("se:a", "1", "2024", 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12)
			w.empty("2024-06", "2025-02")
		}, "12 true false"},
		"another February":                    {func(w *world) { w.months("se:a", "1", "2024", from(1, 12)...); w.empty("2024-02") }, "12 false true"},
		"a file that names more than a month": {func(w *world) { w.months("se:a", "1", "2024", from(1, 11)...); w.empty("2024-12x", "2024-1213") }, "11 false true"},
		"a file of one of two buyers":         {func(w *world) { w.months("se:a", "1", "2024", 1, 2); w.empty("2024-03-norr") }, "2 false true"},
		"credit notes beside a month": {func(w *world) {
			w.months("se:a", "2", "2024", from(1, 12)...)
			w.volume("se:a -1 measure=y period=2024-03 part=2024-03-kredit")
			w.empty("2025-02")
		}, "12 true false"},
		"credit notes of a month that is not in": {func(w *world) {
			w.months("se:a", "2", "2024", 1, 2)
			w.volume("se:a -1 measure=y period=2024-03 part=2024-03-kredit")
		}, "2 false true"},
		"credit notes beside a file of a year": {func(w *world) {
			w.volume("se:a 2 measure=y period=2024-01 part=2024", "se:a 2 measure=y period=2024-02 part=2024")
			w.volume("se:a -1 measure=y period=2024-02 part=2024-kredit", "se:a -1 measure=y period=2024-03 part=2024-kredit")
		}, "2 false true"},
		"credit notes of the February after": {func(w *world) {
			w.months("se:a", "2", "2024", from(1, 12)...)
			w.volume("se:a -1 measure=y period=2024-12 part=2024-12-kredit")
			w.empty("2025-02-kredit")
		}, "12 false true"},
		"two files for each month, and neither adds to the other": {func(w *world) {
			for month := 1; month <= 3; month++ {
				w.volume(fmt.Sprintf("se:a 1 measure=y period=2024-%02d part=2024-%02d-norr", month, month))
			}
			w.volume("se:a 1 measure=y period=2024-01 part=2024-01-syd", "se:a 1 measure=y period=2024-02 part=2024-02-syd")
		}, "2 false true"},
		"additions of one source are not those of another": {func(w *world) {
			w.months("se:a", "1", "2024", 1, 2, 3)
			w.volume("se:a 1 measure=y period=2024-01 source=other part=2024-01-norr place=1280")
		}, "1 false true"},
		"a file of a year beside files of another measure": {func(w *world) {
			w.volume("se:a 1 part=2024-01", "se:a 1 measure=y period=2024-01 part=2024-01-norr")
		}, "1 false true"},
		"two files for each month where there was one the year before": {func(w *world) {
			w.months("se:a", "1", "2023", 1)
			w.volume("se:a 1 measure=y period=2024-01 part=2024-01-norr", "se:a 1 measure=y period=2024-02 part=2024-02-norr",
				"se:a 1 measure=y period=2024-01 part=2024-01-syd")
		}, "1 false true"},
		"a year in one file has what has rows": {func(w *world) {
			w.volume("se:a 1 measure=y period=2024-01 part=2024", "se:a 1 measure=y period=2024-03 part=2024")
		}, "2 false true"},
		"a file for each quarter has what has rows": {func(w *world) {
			for _, row := range []string{"01 part=2024-kv1", "02 part=2024-kv1", "03 part=2024-kv1", "04 part=2024-Q2", "05 part=2024-Q2", "07 part=2024-T3"} {
				w.volume("se:a 1 measure=y period=2024-" + row)
			}
		}, "6 false true"},
		"a row of the next month in a month's file": {func(w *world) {
			w.months("se:a", "1", "2024", from(1, 9)...)
			w.volume("se:a 1 measure=y period=2024-10 part=2024-09")
		}, "9 false true"},
		"a row of February in December's file": {func(w *world) {
			w.months("se:a", "1", "2024", from(1, 12)...)
			w.volume("se:a 1 measure=y period=2025-02 part=2024-12")
		}, "12 false true"},
		"the slower of two sources": {func(w *world) {
			w.months("se:a", "1", "2024", from(1, 12)...)
			w.volume("se:a 1 measure=y period=2024-01 source=other part=2024-01 place=1280", "se:a 1 measure=y period=2024-03 source=other part=2024-03 place=1280")
			w.empty("2025-02")
		}, "2 false true"},
		"a source that began later does not count": {func(w *world) {
			w.months("se:a", "1", "2024", from(1, 12)...)
			w.months("se:a", "1", "2025", 1, 2)
			w.volume("se:a 1 measure=y period=2025-01 source=other part=2025-01 place=1280")
		}, "12 true false"},
		"a source of something else": {func(w *world) {
			w.months("se:a", "1", "2024", from(1, 11)...)
			w.volume("se:a 1 source=other part=2024-12")
		}, "11 false true"},
	} {
		t.Run(name, func(t *testing.T) {
			w := yearly(t)
			c.world(w)
			w.build().expect("select months, has_february, is_preliminary from year_state join period using (period_key) where period = '2024'", c.want)
		})
	}
}

// A company that was idéburen until the end of June, and private from then on.
func changed(t *testing.T) *world {
	w := yearly(t)
	w.evidence("se:both legal_form=61 from=1900-01-01 to=2024-07-01", "se:both legal_form=49 from=2024-07-01")
	w.months("se:both", "10", "2024", from(1, 12)...)
	w.months("se:ideburen", "1", "2024", from(1, 12)...)
	return w
}

func TestEachMonthCountsWithItsOwnSectors(t *testing.T) {
	w := changed(t)
	w.build().expect("select sector, amount, providers from share where place = '0180' and amount > 0 order by all", "ideburen 72 2", "private 60 1")
	w.expect("from volume_conserved")
	w.expect("from sector_sum")
	w.expect("select from_date, to_date, sector from classification where provider_id = 'se:both' order by all",
		"2024-01-31 2024-06-30 ideburen", "2024-07-31 2024-12-31 private")
}

func TestAProviderWithOtherEvidenceOfTheSameSectorIsOne(t *testing.T) {
	w := yearly(t)
	w.define("k", "", "a: legal_form=61 -> ideburen basis=stated", "b: registered=yes -> ideburen", simple[4])
	w.evidence("se:x legal_form=61 from=2024-01-01 to=2024-07-01", "se:x registered=yes from=2024-07-01")
	w.months("se:x", "10", "2024", from(1, 12)...)
	w.months("se:ideburen", "1", "2024", 1)
	w.build().expect("select definition, sector, amount, providers from share where place = '0180' and amount > 0 order by all",
		"d ideburen 61 2", "d unknown 60 1", "k ideburen 121 2")
}

func TestTheMonthsOfAYearAreNettedTogether(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "50", "2024", 1)
	w.months("se:unknown", "30", "2024", 1)
	w.months("se:unknown", "-20", "2024", 2)
	// The credit note is of the invoice: 10 are undecided, and none of it is a debt.
	w.build().expect("select amount, total, low, high from share where place = '0180' and sector = 'ideburen'", "50 60 833333 1000000")
	w = yearly(t)
	w.months("se:ideburen", "50", "2024", 1)
	w.months("se:unknown", "10", "2024", 1)
	w.months("se:unknown", "-30", "2024", 2)
	w.build().expect("select amount, total, low, high from share where place = '0180' and sector = 'ideburen'", "50 30 1000000 1666667")
}

func TestSuppressedAmountsOfMonthsAreInTheRangeOfTheirYear(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "40", "2024", 1)
	w.months("se:private", "50", "2024", 2)
	w.volume("se:private 0 measure=y period=2024-03 part=2024-03 low=0 high=10 hidden=1")
	// Between 40 of 100 and 40 of 90.
	w.build().expect("select amount, total, low, high, hidden_units from share where place = '0180' and sector = 'ideburen'", "40 90 400000 444444 0")
}

func TestADefinitionMustBeInForceInAllMonthsOfAYear(t *testing.T) {
	w := yearly(t)
	w.define("late", "from=2024-02-01", simple...)
	w.define("all", "from=2024-01-31", simple...)
	w.months("se:ideburen", "1", "2024", from(1, 3)...)
	w.build().expect("select distinct definition, coalesce(reason, 'speaks') from applicable order by all", "all speaks", "d speaks", "late not_in_force")
}

func TestADefinitionIsJudgedByWhatItLeavesOfTheYear(t *testing.T) {
	w := yearly(t)
	w.define("strict", "percent=100", simple...)
	w.months("se:ideburen", "10", "2024", 1)
	w.months("se:unknown", "6", "2024", 2, 3)
	w.build().expect("select distinct definition, coalesce(reason, 'speaks') from applicable order by all", "d speaks", "strict remainder_too_large")
}

func TestSourcesOfDifferentMonthsDoNotOverlap(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "1", "2024", 1)
	w.volume("se:ideburen 1 measure=y period=2024-02 source=other part=2024-02")
	w.build().expect("from source_overlap")
	w.volume("se:ideburen 1 measure=y period=2024-01 source=other part=2024-01")
	w.build().expect("select period, reported, source, other from source_overlap", "2024 2024-01 other src")
}

func TestOnlyMonthsMakeAYear(t *testing.T) {
	w := yearly(t)
	w.volume("se:a 1 measure=y period=2024-01", "se:a 1 measure=y period=2023", "se:a 1 measure=y period=2024-05-02", "se:a 1 measure=y period=2024-03 date=2024-04-01",
		"se:a 1 measure=y period=2024-04 date=2024-04-15")
	w.build().expect("select reported, reference_date from year_of_months order by all", "2023 2023-12-31", "2024-03 2024-04-01", "2024-05-02 2024-05-02")
}

func TestReviewNetsTheMonthsOfAYear(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "50", "2024", 1)
	w.months("se:unknown", "30", "2024", 1)
	w.months("se:unknown", "-20", "2024", 2)
	w.build().traced("y 2024 0180 none none d")
	if diff := cmp.Diff([]string{"se:unknown 1 10 0"}, w.answer("review_line", "listed_id, providers, positive, negative")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"ideburen 50 0", "undecided 10 0"}, w.answer("review_part", "part, positive, negative")); diff != "" {
		t.Error(diff)
	}
}

// What was decided of somebody in each part of a year is one line each, and its
// months are of its own.
func TestReviewKeepsTheSectorsOfAYearApart(t *testing.T) {
	w := yearly(t)
	w.evidence("se:late legal_form=61 from=2024-07-01")
	w.months("se:late", "10", "2024", from(1, 12)...)
	w.months("se:private", "1", "2024", 1)
	w.build().traced("y 2024 0180 none none d")
	if diff := cmp.Diff([]string{"ideburen 60", "rest 1", "undecided 60"}, w.answer("review_part", "part, positive")); diff != "" {
		t.Error(diff)
	}
}
