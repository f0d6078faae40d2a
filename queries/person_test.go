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
