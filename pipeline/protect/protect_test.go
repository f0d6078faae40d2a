package protect_test

import (
	"testing"

	"tresektor/pipeline/protect"

	"github.com/google/go-cmp/cmp"
)

// A town is two kommuner with two areas each, and every sum of them: cells 0–3
// are what is reported, 4 and 5 the kommuner, 6 and 7 the areas, 8 the län.
func town(limit int64, amounts ...[]int64) protect.System {
	in := [][]int{{0, 4, 6, 8}, {1, 4, 7, 8}, {2, 5, 6, 8}, {3, 5, 7, 8}}
	s := protect.System{Limit: limit, Cells: make([]protect.Cell, 9)}
	for c := range s.Cells {
		s.Cells[c].Known = protect.Hidden
	}
	for i, a := range amounts {
		s.Leaves = append(s.Leaves, protect.Leaf{In: in[i], Amounts: a})
	}
	return s
}

// kommuner are so many kommuner (cells 1 and on) of one län (cell 0).
func kommuner(limit int64, amounts ...[]int64) protect.System {
	s := protect.System{Limit: limit, Cells: []protect.Cell{{Known: protect.Hidden}}}
	for i, a := range amounts {
		s.Cells = append(s.Cells, protect.Cell{Known: protect.Hidden})
		s.Leaves = append(s.Leaves, protect.Leaf{In: []int{0, i + 1}, Amounts: a})
	}
	return s
}

func TestWhatIsShown(t *testing.T) {
	const o, c, h = protect.Open, protect.Closed, protect.Hidden
	known := func(s protect.System, cell int, state protect.State) protect.System {
		s.Cells[cell].Known = state
		return s
	}
	was := func(s protect.System, cell int, state protect.State) protect.System {
		s.Cells[cell].Was = state
		return s
	}
	tests := map[string]struct {
		system protect.System
		want   []protect.State
	}{
		"nothing small":                          {kommuner(5, []int64{5, 90}, []int64{0, 70}), []protect.State{o, o, o}},
		"zeros are shown":                        {kommuner(5, []int64{0, 90}, []int64{0, 70}), []protect.State{o, o, o}},
		"a small number and the cheapest other":  {kommuner(5, []int64{4, 90}, []int64{20, 70}, []int64{9, 30}), []protect.State{o, c, o, c}},
		"another without the atom mends nothing": {kommuner(5, []int64{4, 90}, []int64{0, 7}, []int64{9, 300}), []protect.State{o, c, o, c}},
		"few in all of the län":                  {kommuner(5, []int64{4, 90}, []int64{0, 70}), []protect.State{c, c, o}},
		"a total so small that it is not shown":  {kommuner(5, []int64{2, 1}, []int64{40, 0}, []int64{0, 70}), []protect.State{o, h, h, c}},
		// 7 of the 205 people in the first two have the atom, and 200 of them are in
		// the first: at least 2 of the 7 must be there. A third is needed.
		"almost all are in one place":           {kommuner(5, []int64{3, 197}, []int64{4, 1}, []int64{50, 50}, []int64{0, 500}), []protect.State{o, c, c, c, o}},
		"what is known already hides nothing":   {known(kommuner(5, []int64{4, 90}, []int64{20, 70}, []int64{9, 30}), 3, o), []protect.State{o, c, c, o}},
		"what was suppressed stays so":          {was(kommuner(5, []int64{9, 90}, []int64{20, 70}), 2, c), []protect.State{o, o, c}},
		"areas as well as places":               {town(5, []int64{4, 90}, []int64{9, 80}, []int64{9, 70}, []int64{9, 60}), []protect.State{c, o, c, o, c, c, o, o, o}},
		"a group of atoms that is small in sum": {kommuner(5, []int64{2, 2, 90}, []int64{8, 8, 70}), []protect.State{o, c, c}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := protect.Protect(test.system)
			if diff := cmp.Diff(test.want, p.States); diff != "" {
				t.Errorf("-want +shown\n%s", diff)
			}
			if len(p.Open) > 0 {
				t.Errorf("not protected: %v", p.Open)
			}
		})
	}
}

// TestWhatAnEditionBeforeShowsIsSaidToBeOut: the number is suppressed, and the
// caller told that it is out.
func TestWhatAnEditionBeforeShowsIsSaidToBeOut(t *testing.T) {
	s := kommuner(5, []int64{4, 90}, []int64{20, 70})
	for c := range s.Cells {
		s.Cells[c].Known = protect.Open
	}
	p := protect.Protect(s)
	if diff := cmp.Diff([]protect.State{protect.Open, protect.Closed, protect.Open}, p.States); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{1}, p.Public); diff != "" {
		t.Error(diff)
	}
}

// TestWhatCannotBeProtectedIsSaid: the län and one kommun are out, so the other
// kommun's number is too.
func TestWhatCannotBeProtectedIsSaid(t *testing.T) {
	s := kommuner(5, []int64{4, 90}, []int64{20, 70})
	s.Cells[0].Known, s.Cells[2].Known = protect.Open, protect.Open
	if diff := cmp.Diff([]int{1}, protect.Protect(s).Open); diff != "" {
		t.Error(diff)
	}
}
