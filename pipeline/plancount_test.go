package pipeline

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// shareTable is a share.csv in small: share and symbol by key.
type shareTable map[[7]string][2]string

func (s shareTable) write(folder string) error {
	if err := os.MkdirAll(filepath.Join(folder, "tables"), 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(folder, "tables", "share.csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	w := csv.NewWriter(file)
	// As published: definition stands first, measure is sorted first.
	w.Write([]string{"definition", "measure", "period", "place", "area", "agreement", "sector", "share", "symbol"})
	for _, k := range slices.SortedFunc(maps.Keys(s), func(a, b [7]string) int { return slices.Compare(a[:], b[:]) }) {
		w.Write([]string{k[1], k[0], k[2], k[3], k[4], k[5], k[6], s[k][0], s[k][1]})
	}
	w.Flush()
	return w.Error()
}

// cells groups a table by cell.
func (s shareTable) cells() map[[6]string]map[string][2]string {
	all := map[[6]string]map[string][2]string{}
	for k, v := range s {
		cell := [6]string(k[:6])
		if all[cell] == nil {
			all[cell] = map[string][2]string{}
		}
		all[cell][k[6]] = v
	}
	return all
}

func drawTable() *rapid.Generator[shareTable] {
	return rapid.Custom(func(t *rapid.T) shareTable {
		s := shareTable{}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			pick := func(texts ...string) string { return rapid.SampledFrom(texts).Draw(t, "code") }
			key := [7]string{pick("m", "n"), pick("snav", "bred"), pick("2023", "2024"), pick("01", "SE"), "a", "none", pick("ideburen", "private")}
			s[key] = [2]string{pick("", "0.100000", "0.200000", "0.300000"), pick("", "...")}
		}
		return s
	})
}

// What the plan counts and lists is what a comparison of whole tables finds.
func TestAPlanFindsEveryDifference(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		before, after := drawTable().Draw(t, "before"), drawTable().Draw(t, "after")
		a, b := filepath.Join(root, "a"), filepath.Join(root, "b")
		if err := before.write(a); err != nil {
			t.Fatal(err)
		}
		if err := after.write(b); err != nil {
			t.Fatal(err)
		}
		var all Plan
		if err := all.compareShares(a, b, 0); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(recounted(before, after), all.Numbers); diff != "" {
			t.Errorf("numbers (-want +got):\n%s", diff)
		}
		if got := patched(before, all.Cells); !maps.Equal(got, after) {
			t.Errorf("the plan makes %v of %v, want %v", got, before, after)
		}
		sum := Numbers{}
		for _, m := range all.Measures {
			sum.add(m.Numbers)
		}
		if sum != all.Numbers {
			t.Errorf("measures sum to %v, not %v", sum, all.Numbers)
		}
		limit := rapid.IntRange(1, 3).Draw(t, "limit")
		var some Plan
		if err := some.compareShares(a, b, limit); err != nil {
			t.Fatal(err)
		}
		checkLimited(t, all.Cells, some, limit)
	})
}

// recounted counts cells without reading any file.
func recounted(before, after shareTable) (n Numbers) {
	a, b := before.cells(), after.cells()
	n.Cells = len(b)
	for cell, rows := range a {
		if b[cell] == nil {
			n.Gone++
			n.Unsuppressed += oneIf(hidesMore(nil, rows))
		} else if !maps.Equal(rows, b[cell]) {
			n.Changed++
			n.Suppressed += oneIf(hidesMore(rows, b[cell]))
			n.Unsuppressed += oneIf(hidesMore(b[cell], rows))
		}
	}
	for cell, rows := range b {
		if a[cell] == nil {
			n.Added++
			n.Suppressed += oneIf(hidesMore(nil, rows))
		}
	}
	return n
}

func hidesMore(before, after map[string][2]string) bool {
	for sector, row := range after {
		if row[1] == "..." && before[sector][1] != "..." {
			return true
		}
	}
	return false
}

// patched does to a table what a plan says.
func patched(before shareTable, cells []CellMove) shareTable {
	after := maps.Clone(before)
	for _, c := range cells {
		for _, row := range c.Rows {
			key := [7]string{c.Measure, c.Definition, c.Period, c.Place, c.Area, c.Agreement, row.Sector}
			if row.After == nil {
				delete(after, key)
				continue
			}
			value := after[key]
			for i, name := range []string{"share", "symbol"} {
				if text, changes := row.After[name]; changes {
					value[i] = text
				}
			}
			after[key] = value
		}
	}
	return after
}

// checkLimited wants the cells that move most, in published order.
func checkLimited(t *rapid.T, all []CellMove, some Plan, limit int) {
	if want := min(limit, len(all)); len(some.Cells) != want || some.LeftOut != len(all)-want {
		t.Fatalf("%d cells and %d left out, of %d with limit %d", len(some.Cells), some.LeftOut, len(all), limit)
	}
	var moves []int64
	for _, c := range all {
		moves = append(moves, c.moved)
	}
	slices.Sort(moves)
	for _, c := range some.Cells {
		if c.moved < moves[len(moves)-len(some.Cells)] {
			t.Errorf("a cell that moves %d is listed, others move %v", c.moved, moves)
		}
	}
	order := func(c CellMove) string {
		return strings.Join([]string{c.Measure, c.Definition, c.Period, c.Place, c.Area, c.Agreement}, "\x00")
	}
	if !slices.IsSortedFunc(some.Cells, func(a, b CellMove) int { return strings.Compare(order(a), order(b)) }) {
		t.Errorf("not in published order: %v", some.Cells)
	}
}

func TestAPlanRefusesATableOutOfOrder(t *testing.T) {
	dir := t.TempDir()
	table := shareTable{
		{"m", "snav", "2024", "SE", "a", "none", "ideburen"}: {"0.1", ""},
		{"m", "bred", "2024", "SE", "a", "none", "ideburen"}: {"0.1", ""},
	}
	if err := table.write(dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "tables", "share.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	lines[1], lines[2] = lines[2], lines[1]
	if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	var p Plan
	err = p.compareShares("", dir, 0)
	if want := "share.csv is not in its published order at m bred 2024 SE a none ideburen"; fmt.Sprint(err) != want {
		t.Errorf("err = %v, want %s", err, want)
	}
}

// A column that a newer version adds changes no number.
func TestANewColumnIsNoChange(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a": "definition,measure,period,place,area,agreement,sector,share,symbol\nsnav,m,2024,SE,a,none,ideburen,0.1,\n",
		"b": "definition,measure,period,place,area,agreement,sector,share,more,symbol\nsnav,m,2024,SE,a,none,ideburen,0.1,7,\n",
	} {
		path := filepath.Join(dir, name, "tables", "share.csv")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var p Plan
	if err := p.compareShares(filepath.Join(dir, "a"), filepath.Join(dir, "b"), 0); err != nil {
		t.Fatal(err)
	}
	if want := (Numbers{Cells: 1}); p.Numbers != want {
		t.Errorf("numbers %+v, want %+v", p.Numbers, want)
	}
}
