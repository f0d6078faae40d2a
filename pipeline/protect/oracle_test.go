package protect_test

import (
	"slices"
	"testing"

	"tresektor/pipeline/protect"

	"pgregory.net/rapid"
)

// An oracle tries every table of whole numbers that says what is published.
type oracle struct {
	system protect.System
	states []protect.State
	want   [][]int64 // what is published of each cell: its atoms, or its total in the first
	so     [][]int64
	found  func(cells [][]int64)
	most   int64
}

func (o *oracle) agrees(done bool) bool {
	for c, state := range o.states {
		switch state {
		case protect.Open:
			for a, n := range o.so[c] {
				if n > o.want[c][a] || done && n != o.want[c][a] {
					return false
				}
			}
		case protect.Closed:
			if n := total(o.so[c]); n > total(o.want[c]) || done && n != total(o.want[c]) {
				return false
			}
		}
	}
	return true
}

func (o *oracle) try(leaf int) {
	if leaf == len(o.system.Leaves) {
		if o.agrees(true) {
			o.found(o.so)
		}
		return
	}
	in := o.system.Leaves[leaf].In
	for a := range o.most + 1 {
		for b := range o.most + 1 {
			for _, c := range in {
				o.so[c][0], o.so[c][1] = o.so[c][0]+a, o.so[c][1]+b
			}
			if o.agrees(false) {
				o.try(leaf + 1)
			}
			for _, c := range in {
				o.so[c][0], o.so[c][1] = o.so[c][0]-a, o.so[c][1]-b
			}
		}
	}
}

func total(list []int64) (n int64) {
	for _, v := range list {
		n += v
	}
	return n
}

// TestNoTableTellsASmallNumber tries all tables that could be behind what is
// published: every small number is at most one in some, and just below the
// limit in another. No attacker, however clever, can tell more.
func TestNoTableTellsASmallNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		limit := rapid.Int64Range(2, 4).Draw(t, "limit")
		amount := rapid.SliceOfN(rapid.Int64Range(0, 4), 2, 2)
		var amounts [][]int64
		for range 4 {
			amounts = append(amounts, amount.Draw(t, "amounts"))
		}
		s := town(limit, amounts...)
		if rapid.Bool().Draw(t, "one dimension") {
			s = kommuner(limit, amounts...)
		}
		p := protect.Protect(s)
		sums := s.Sums()
		least, greatest := map[[2]int]int64{}, map[[2]int]int64{}
		parts := func(cells [][]int64, c int) []int64 {
			return []int64{cells[c][0], cells[c][1], cells[c][0] + cells[c][1]}
		}
		o := oracle{system: s, states: p.States, want: sums, most: 9, so: make([][]int64, len(s.Cells))}
		for c := range o.so {
			o.so[c] = make([]int64, 2)
		}
		tables := 0
		o.found = func(cells [][]int64) {
			for c := range cells {
				for i, n := range parts(cells, c) {
					key := [2]int{c, i}
					if tables == 0 {
						least[key], greatest[key] = n, n
					}
					least[key], greatest[key] = min(least[key], n), max(greatest[key], n)
				}
			}
			tables++
		}
		o.try(0)
		if tables == 0 {
			t.Fatal("no table says what is published")
		}
		for c := range s.Cells {
			for i, n := range parts(sums, c) {
				if n == 0 || n >= limit {
					continue
				}
				if key := [2]int{c, i}; least[key] > 1 || greatest[key] < limit-1 {
					t.Errorf("cell %d part %d is %d to %d, in %v, shown %v", c, i, least[key], greatest[key], amounts, p.States)
				}
			}
		}
		if again := protect.Protect(s); !slices.Equal(again.States, p.States) {
			t.Errorf("twice the same gives %v and %v", p.States, again.States)
		}
	})
}

// TestNoTableTellsOfFewPersons tries all tables that could be behind what is
// published when cells are closed by how many weigh in them: what one or two
// persons have in a cell, alone, is not the same in all of them.
func TestNoTableTellsOfFewPersons(t *testing.T) {
	const person, organisation = 10, 21
	rapid.Check(t, func(t *rapid.T) {
		weight := rapid.SampledFrom([]int64{0, person, 2 * person, 3 * person, organisation, organisation + person})
		amount := rapid.Int64Range(1, 3)
		var weights, amounts [][]int64
		for range 4 {
			w := []int64{weight.Draw(t, "weight"), weight.Draw(t, "weight")}
			a := []int64{amount.Draw(t, "amount"), amount.Draw(t, "amount")}
			for i := range w {
				a[i] *= min(w[i], 1)
			}
			weights, amounts = append(weights, w), append(amounts, a)
		}
		of := town
		if rapid.Bool().Draw(t, "one dimension") {
			of = kommuner
		}
		weighed, real := of(organisation, weights...), of(organisation, amounts...)
		p := protect.Pool(weighed)
		least, greatest := possible(real, p.States)
		for c, sums := range weighed.Sums() {
			for i, n := range []int64{sums[0], sums[1], sums[0] + sums[1]} {
				if key := [2]int{c, i}; protect.IsFew(n, organisation) && least[key] == greatest[key] {
					t.Errorf("cell %d part %d is %d, of weights %v and amounts %v, shown %v", c, i, least[key], weights, amounts, p.States)
				}
			}
		}
	})
}

// possible is the least and the greatest of what each cell can have of its atoms
// and in all.
func possible(s protect.System, states []protect.State) (least, greatest map[[2]int]int64) {
	least, greatest = map[[2]int]int64{}, map[[2]int]int64{}
	o := oracle{system: s, states: states, want: s.Sums(), most: 12, so: make([][]int64, len(s.Cells))}
	for c := range o.so {
		o.so[c] = make([]int64, 2)
	}
	tables := 0
	o.found = func(cells [][]int64) {
		for c := range cells {
			for i, n := range []int64{cells[c][0], cells[c][1], cells[c][0] + cells[c][1]} {
				key := [2]int{c, i}
				if tables == 0 {
					least[key], greatest[key] = n, n
				}
				least[key], greatest[key] = min(least[key], n), max(greatest[key], n)
			}
		}
		tables++
	}
	o.try(0)
	return least, greatest
}
