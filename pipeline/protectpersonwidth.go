package pipeline

import (
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/protect"
)

// A width says how much a total must count for what tells natural persons from
// organisations to be told of it.
type width int

const (
	everyLan  width = iota // all from län up
	everyArea              // all areas of a root of places
	wholeRoot              // roots alone
	nowhere                // none
)

// isWide tells whether a total is so wide, or wider.
func (p *protection) isWide(t Total, least width) bool {
	isRoot := func(tree attack.Tree, code string) bool { return tree[code] == "" }
	switch {
	case p.below[t.Place] || least == nowhere:
		return false
	case least == everyLan:
		return true
	case least == everyArea:
		return isRoot(p.trees.Place, t.Place)
	}
	return isRoot(p.trees.Place, t.Place) && isRoot(p.trees.Area, t.Area) && isRoot(p.trees.Agreement, t.Agreement)
}

// setWidth finds the least width at which whatever is told is of three natural
// persons whose own volume nobody is told, or of none. The volumes of nearly all
// organisations are told to whoever asks, so that a sum with one untold volume in it
// tells that one, and then the person beside it.
func (p *protection) setWidth(s *system) {
	besides := s.persons.besides(s)
	for s.persons.width < nowhere && !p.isSpread(s, besides) {
		s.persons.width++
	}
}

// A beside is a cell in which the volumes of a few natural persons are untold, and
// that of one organisation beside them.
type beside struct {
	leaf  int
	atoms map[string]untoldAtom
}

// An untoldAtom is how many natural persons, in weights, an untold volume of a sort
// hides. Where several sorts of organisations stand beside the persons it is not
// certain that it is this one.
type untoldAtom struct {
	weight    int64
	isCertain bool
}

// besides are the cells below län that have fewer than three natural persons. Who may
// be untold beside them is beside them in the year, in whatever month.
func (o *personPeriod) besides(s *system) (list []beside) {
	cells := map[int64][]personWeight{}
	for _, w := range o.rows {
		if _, isCounted := s.leaf[w.cell]; isCounted {
			cells[w.first] = together(cells[w.first], w)
		}
	}
	for _, cell := range slices.Sorted(maps.Keys(cells)) {
		one := beside{leaf: s.leaf[cells[cell][0].cell], atoms: map[string]untoldAtom{}}
		for _, w := range cells[cell] {
			if protect.IsFew(w.weight, leastWeight) {
				one.add(s, w, cells[cell])
			}
		}
		if len(one.atoms) > 0 {
			list = append(list, one)
		}
	}
	return list
}

// together adds to the weights of a cell what a pattern has in a month of its year.
func together(weights []personWeight, w personWeight) []personWeight {
	i := slices.IndexFunc(weights, func(other personWeight) bool { return other.pattern == w.pattern })
	if i < 0 {
		return append(weights, w)
	}
	weights[i].weight += w.weight
	return weights
}

// add takes in some natural persons of the cell, and who may be untold beside them.
func (b beside) add(s *system, persons personWeight, all []personWeight) {
	own := s.parts[persons.pattern]
	b.atoms[own] = untoldAtom{b.atoms[own].weight + persons.weight, true}
	most, likeliest := 0, []string{}
	for _, w := range all {
		n := likeness(own, s.parts[w.pattern])
		if protect.IsFew(w.weight, leastWeight) || n == 0 || n < most {
			continue
		}
		if n > most {
			most, likeliest = n, nil
		}
		likeliest = append(likeliest, s.parts[w.pattern])
	}
	for _, parts := range likeliest {
		atom := b.atoms[parts]
		b.atoms[parts] = untoldAtom{max(atom.weight, persons.weight), atom.isCertain || len(likeliest) == 1}
	}
}

// likeness orders organisations beside a natural person as explain/withheld_provider
// does: by the definitions that give them the same sector, then by whether one
// presumes it.
func likeness(person, organisation string) (n int) {
	sectors := sectorsOf(person)
	isPresumed := false
	for _, part := range sectorsOf(organisation) {
		if slices.Contains(sectors, part) {
			n += 2
			isPresumed = isPresumed || strings.Contains(" "+organisation+" ", " "+part+"/presumed ")
		}
	}
	if isPresumed {
		n++
	}
	return n
}

// isSpread tells whether everything that totals of the period's width tell apart hides
// three natural persons, or none.
func (p *protection) isSpread(s *system, besides []beside) bool {
	certain := map[string]int64{}
	for _, b := range besides {
		within := p.signature(s, b.leaf)
		for parts, atom := range b.atoms {
			key := within + parts
			if certain[key] += 0; atom.isCertain {
				certain[key] += atom.weight
			}
		}
	}
	for _, weight := range certain {
		if weight < leastWeight {
			return false
		}
	}
	return true
}

// signature names the totals of the period's width that count a cell.
func (p *protection) signature(s *system, leaf int) string {
	var text strings.Builder
	for _, c := range s.Leaves[leaf].In {
		if p.isWide(s.totals[c], s.persons.width) {
			text.WriteString(number(int64(c)) + " ")
		}
	}
	return text.String() + "|"
}
