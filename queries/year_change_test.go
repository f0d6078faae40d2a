package queries_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestAYearIsComparedWithTheSameMonthsOnly(t *testing.T) {
	w := yearly(t)
	w.months("se:ideburen", "10", "2021", from(1, 9)...)
	w.months("se:private", "10", "2021", from(1, 9)...)
	for _, year := range []string{"2022", "2023"} {
		w.months("se:ideburen", "10", year, from(1, 12)...)
		w.months("se:private", "30", year, from(1, 12)...)
	}
	w.months("se:ideburen", "10", "2024", from(1, 9)...)
	w.months("se:private", "30", "2024", from(1, 9)...)
	w.build().expect("select earlier_period, later_period, is_span from period_pair order by all", "2021 2024 false", "2022 2023 false")
	// 90 of 180, and 90 of 360.
	w.expect("select earlier_period, earlier_amount, earlier_total, later_amount, later_total, change from change where place = '0180' and sector = 'ideburen' order by all",
		"2021 90 180 90 360 -250000", "2022 120 480 120 480 0")
	w.expect("from change_sum")
	w.expect("from change_whole")
}

func TestAMonthOfOneSourceOnlyMakesAYearLikeNoOther(t *testing.T) {
	w := yearly(t)
	w.months("se:a", "1", "2023", 1, 2)
	w.months("se:a", "1", "2024", 1, 2)
	w.volume("se:a 1 measure=y period=2024-01 source=other part=2024-01 place=1280")
	w.build().expect("select period, months, months_text from year_state join period using (period_key) order by period", "2023 2 01 02", "2024 1 01 02?")
	w.expect("from period_pair")
}

// February is of one source in one year, and of the other in the next.
func TestAMonthThatIsNotWhollyInIsTheSameAsNoOther(t *testing.T) {
	w := yearly(t)
	for year, february := range map[string]string{"2023": "place=0180", "2024": "source=other place=1280"} {
		for _, of := range []string{"01 place=0180", "01 source=other place=1280", "02 " + february} {
			month, rest, _ := strings.Cut(of, " ")
			w.volume(fmt.Sprintf("se:a 1 measure=y period=%s-%s part=%[1]s-%[2]s %s", year, month, rest))
		}
	}
	w.build().expect("select period, months_text from year_state join period using (period_key) order by period", "2023 01 02?", "2024 01 02?")
	w.expect("from period_pair")
}

func TestAChangeOfSectorWithinAYearIsReclassification(t *testing.T) {
	w := changed(t)
	w.months("se:both", "10", "2023", from(1, 12)...)
	w.months("se:ideburen", "1", "2023", from(1, 12)...)
	w.put("card", "c 1 y 0180 none none d .")
	w.build().expect(`select sector, earlier_amount, later_amount, reclassified_amount, remaining_amount, arrived_amount from change
		where place = '0180' and earlier_amount + later_amount > 0 order by all`,
		// It had 120 as idéburen. It now has 60 as private, which it is last, and 60 as
		// idéburen, which it also was.
		"ideburen 132 72 -120 60 0", "private 0 60 60 0 0")
	w.expect("from change_sum")
	w.expect("from change_whole")
	w.expect("select provider_id, earlier_amount, later_amount, cause from contribution order by all", "se:both 120 120 reclassified")
	w.expect("select sector, effective_providers from effective_providers join period using (period_key) where period = '2024' order by all",
		"ideburen 1384615", "private 1000000")
}

// A year that is counted in both ways can be compared with neither the year before
// it nor the year after.
func TestABreakWithinAYearIsOnBothSidesOfIt(t *testing.T) {
	w := yearly(t)
	w.put("series_break", "y 2024-07-01")
	for _, year := range []string{"2022", "2023", "2024", "2025", "2026"} {
		w.months("se:ideburen", "1", year, from(1, 12)...)
	}
	w.build().expect("select earlier_period, later_period, is_break from period_pair where not is_span order by all",
		"2022 2023 false", "2023 2024 true", "2024 2025 true", "2025 2026 false")
	w.expect("select period from first_after_break join period using (period_key) order by all", "2024", "2025")
	w = yearly(t)
	w.put("series_break", "y 2024-01-01")
	for _, year := range []string{"2023", "2024", "2025"} {
		w.months("se:ideburen", "1", year, from(1, 12)...)
	}
	w.build().expect("select period from first_after_break join period using (period_key) order by all", "2024")
	w.expect("select earlier_period, later_period, is_break from period_pair where not is_span order by all", "2023 2024 true", "2024 2025 false")
}
