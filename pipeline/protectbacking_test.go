package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// textTable is a table of texts; amounts have a symbol.
func textTable(name, fields string, rows ...string) edition.Table {
	t := edition.Table{Name: name}
	for _, f := range strings.Fields(fields) {
		field := edition.Field{Name: f}
		if f == "amount" {
			field.Symbol = "symbol"
		}
		t.Fields = append(t.Fields, field)
	}
	for _, text := range rows {
		var cells []any
		for _, word := range strings.Split(text, "|") {
			cells = append(cells, word)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// backed is what is said of one organisation in three years, in a world with two
// places and an area of two parts, of which one cell in 2021 is closed.
func backed(t *testing.T, change func(*protection), place, area, definitions string) string {
	t.Helper()
	total := func(place, area string) Total {
		return Total{Measure: "m", Period: "2021", Place: place, Area: area, Agreement: "none"}
	}
	p := &protection{
		states: map[Total]protect.State{total("a", "one"): protect.Closed}, closed: map[Total]bool{},
		trees: attack.Trees{Place: attack.Tree{"a": "SE", "b": "SE"}, Area: attack.Tree{"one": "all", "two": "all"}, Agreement: attack.Tree{}},
	}
	for _, above := range []Total{total("a", "one"), total("a", "all"), total("SE", "one"), total("SE", "all")} {
		p.closed[above] = true
	}
	change(p)
	share := textTable("share", "definition measure period place area agreement sector amount symbol",
		"d|m|2020|a|one|none|ideburen|9|", "d|m|2021|a|one|none|ideburen|9|", "d|m|2022|a|one|none|ideburen|9|",
		"e|m|2022|b|two|none|ideburen|0|.", "d|m|2023|a|one|none|public|9|")
	names := textTable(shareBacking, "measure place area agreement provider_id first_period last_period definitions",
		"m|"+place+"|"+area+"|none|se:1|2020|2023|"+definitions)
	var spans []string
	for _, cells := range p.newBacker(share).rows(names) {
		spans = append(spans, fmt.Sprint(cells[5:]))
	}
	return strings.Join(spans, " ")
}

func TestWhoIsNamedBehindWhat(t *testing.T) {
	nothing := func(*protection) {}
	alone := func(p *protection) {
		p.below = map[string]bool{"a": true}
		p.persons = map[[2]string]*personPeriod{{"m", "2021"}: {alone: map[string]bool{"e": true}}}
	}
	hidden := func(p *protection) {
		p.states[Total{Measure: "m", Period: "2021", Place: "b", Area: "all", Agreement: "none"}] = protect.Hidden
	}
	tests := map[string]struct {
		change                   func(*protection)
		place, area, definitions string
		want                     string
	}{
		"not in a closed cell":                            {nothing, "a", "one", "d", "[2020 2020 d] [2022 2022 d]"},
		"in another cell of it":                           {nothing, "b", "two", "d", "[2020 2022 d]"},
		"not in a part of the area of both":               {nothing, "SE", "one", "d", "[2020 2020 d] [2022 2022 d]"},
		"in all areas of both":                            {nothing, "SE", "all", "d", "[2020 2022 d]"},
		"in all areas of the one":                         {nothing, "a", "all", "d", "[2020 2022 d]"},
		"not in all areas where even their sum is hidden": {hidden, "b", "all", "d", "[2020 2020 d] [2022 2022 d]"},
		"not under a definition that has no share":        {nothing, "b", "two", "d e", "[2020 2021 d e] [2022 2022 d]"},
		"not under a definition that has persons alone":   {alone, "a", "all", "d e", "[2020 2020 d e] [2021 2021 d] [2022 2022 d e]"},
	}
	for name, test := range tests {
		if diff := cmp.Diff(test.want, backed(t, test.change, test.place, test.area, test.definitions)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
