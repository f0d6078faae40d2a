package protect_test

import (
	"math/rand/v2"
	"testing"

	"tresektor/pipeline/protect"
)

// nation is one period of 290 kommuner in 21 län with 12 areas and their sum,
// and 14 atoms as unequal as real ones: most people in the first, and small
// numbers here and there in the others.
func nation() protect.System {
	const places, counties, areas, atoms = 290, 21, 12, 14
	random := rand.New(rand.NewPCG(1, 2))
	s := protect.System{Limit: 5}
	cell := func(place, area int) int { return place*(areas+1) + area }
	s.Cells = make([]protect.Cell, (places+counties+1)*(areas+1))
	for c := range s.Cells {
		s.Cells[c].Known = protect.Hidden
	}
	for place := range places {
		for area := range areas {
			leaf := protect.Leaf{Amounts: make([]int64, atoms)}
			for _, p := range []int{place, places + place%counties, places + counties} {
				leaf.In = append(leaf.In, cell(p, area), cell(p, areas))
			}
			leaf.Amounts[0] = 50 + random.Int64N(2000)
			for a := 1; a < atoms; a++ {
				if random.IntN(5) == 0 {
					leaf.Amounts[a] = random.Int64N(120)
				}
			}
			s.Leaves = append(s.Leaves, leaf)
		}
	}
	for a := 1; a < atoms; a++ {
		s.Groups = append(s.Groups, []int{0, a}, []int{a - 1, a})
	}
	return s
}

func BenchmarkNation(b *testing.B) {
	s := nation()
	var p protect.Pattern
	for b.Loop() {
		p = protect.Protect(s)
	}
	primary, closed := 0, 0
	for c, state := range p.States {
		if p.Primary[c] {
			primary++
		}
		if state != protect.Open {
			closed++
		}
	}
	b.ReportMetric(float64(len(p.States)), "cells")
	b.ReportMetric(float64(primary), "primary")
	b.ReportMetric(float64(closed), "closed")
	if len(p.Open) > 0 {
		b.Errorf("%d cells are not protected", len(p.Open))
	}
}
