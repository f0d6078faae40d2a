package queries_test

import (
	"strings"
	"testing"

	"tresektor/queries"
)

// TestNaturalPersonsWeigh: two never weigh more than 5040 in a place, whatever
// cells they are in; an organisation weighs more, and so does anybody at the level of län.
func TestNaturalPersonsWeigh(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.evidence("se:sole legal_form=10")
	w.volume("person:a 7", "person:a 7", "se:sole 1", "person:a 1 area=vard", "person:a 1 place=0114", "se:ideburen 5 place=0114",
		"person:b 1 place=01", "src:masked:natural 1 place=0114 area=vard", "src:masked:natural 1 place=0114 area=vard")
	w.build()
	q, err := queries.Protect("person_weight")
	if err != nil {
		t.Fatal(err)
	}
	w.expect("select place, area, sum(weight)::bigint, sum(own_weight)::bigint, bool_and(is_below) from ("+strings.ReplaceAll(q.SQL, "$1", "'m'")+`)
		join cell using (cell_key) group by all order by place, area`,
		"01 none 5041 2520 false", "0114 none 7561 7561 true", "0114 vard 5040 5040 true", "0180 none 3780 3780 true", "0180 vard 1260 1260 true")
}

// A natural person of a year of months is one, in however many of them: its weight
// is divided over all of them.
func TestNaturalPersonsWeighInTheYearAndNotInEachMonth(t *testing.T) {
	w := yearly(t)
	w.months("person:a", "7", "2024", from(1, 12)...)
	w.months("se:ideburen", "7", "2024", 1)
	w.months("person:a", "7", "2025", 1)
	w.build()
	q, err := queries.Protect("person_weight")
	if err != nil {
		t.Fatal(err)
	}
	w.expect("select weighed.period_key = period.counted_key, period, pattern_id = 0, sum(own_weight)::bigint, count(distinct first_cell_key) from ("+strings.ReplaceAll(q.SQL, "$1", "'y'")+`) as weighed
		join cell using (cell_key) join period on period.period_key = cell.period_key group by all order by period`,
		"true 2024 false 7561 1", "true 2025 false 2520 1")
}

// Two persons in three months are two, and not six: what they have would be left
// of the sector when the volume of the company that shares it is told.
func TestWhoIsWithheldIsWithheldInTheYear(t *testing.T) {
	w := yearly(t)
	w.define("e", "", append([]string{"person: provider_kind=person -> private"}, simple...)...)
	w.evidence("person:a provider_kind=person", "person:b provider_kind=person")
	w.months("person:a", "7", "2024", 1, 2, 3)
	w.months("person:b", "7", "2024", 1, 2, 3)
	w.months("se:private", "90", "2024", 1, 2, 3)
	w.untold(t, "person:a", "person:b", "se:private")
}

// untold are those who are not told of in Stockholm in a year of months.
func (w *world) untold(t *testing.T, want ...string) {
	t.Helper()
	w.build().traced()
	q, err := queries.Answer("withheld_provider")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range built(t) {
		w.made[r.Name] = true // only what the trace has is there
	}
	w.expect("select provider_id from ("+strings.ReplaceAll(q.SQL, "$1", "'y'")+") where place = '0180' order by all", want...)
}

// Beside a person, the organisation that is withheld is the smallest of the year, and
// one whose invoices are all credited hides nothing.
func TestWhoIsWithheldIsTheSmallestOfTheYear(t *testing.T) {
	for name, c := range map[string]struct {
		world func(*world)
		want  []string
	}{
		"little in many months": {func(w *world) {
			w.months("se:small", "40", "2024", 1)
			w.months("se:large", "30", "2024", from(1, 12)...)
		}, []string{"person:a", "se:small"}},
		"credited the month after": {func(w *world) {
			w.months("se:small", "1", "2024", 1)
			w.months("se:small", "-1", "2024", 2)
			w.months("se:large", "30", "2024", 1)
		}, []string{"person:a", "se:large"}},
		"credited in part": {func(w *world) {
			w.months("se:small", "50", "2024", 1)
			w.months("se:small", "-40", "2024", 2)
			w.months("se:large", "30", "2024", 1)
		}, []string{"person:a", "se:small"}},
		"a person whose invoices are all credited": {func(w *world) {
			w.months("person:a", "-7", "2024", 4, 5, 6)
			w.months("se:small", "1", "2024", 1)
		}, nil},
		"three persons in different months": {func(w *world) {
			w.months("person:b", "7", "2024", 2)
			w.months("person:c", "7", "2024", 3)
			w.months("se:small", "1", "2024", 1)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			w := yearly(t)
			w.define("e", "", append([]string{"person: provider_kind=person -> private"}, simple...)...)
			w.evidence("person:a provider_kind=person", "person:b provider_kind=person", "person:c provider_kind=person", "se:small legal_form=49", "se:large legal_form=49")
			w.months("person:a", "7", "2024", 1, 2, 3)
			c.world(w)
			w.untold(t, c.want...)
		})
	}
}
