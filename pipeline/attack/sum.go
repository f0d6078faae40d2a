package attack

import (
	"maps"
	"slices"
)

// A dimension is one that numbers are summed over.
type dimension struct {
	tree     Tree
	children map[string][]string
	code     func(*Number) *string
}

func (p *Published) dimensions() []dimension {
	all := []dimension{
		{tree: p.trees.Place, code: func(n *Number) *string { return &n.Place }},
		{tree: p.trees.Area, code: func(n *Number) *string { return &n.Area }},
		{tree: p.trees.Agreement, code: func(n *Number) *string { return &n.Agreement }},
	}
	for i, d := range all {
		all[i].children = map[string][]string{}
		for _, code := range slices.Sorted(maps.Keys(d.tree)) {
			if parent := d.tree[code]; parent != "" {
				all[i].children[parent] = append(all[i].children[parent], code)
			}
		}
	}
	return all
}

// parent is the number that one is counted in.
func (d dimension) parent(n Number) (Number, bool) {
	code := d.tree[*d.code(&n)]
	*d.code(&n) = code
	return n, code != ""
}

// parts are the numbers that one may be the sum of, of those that there are.
func (d dimension) parts(n Number, has func(Number) bool) (list []Number) {
	for _, code := range d.children[*d.code(&n)] {
		part := n
		if *d.code(&part) = code; has(part) {
			list = append(list, part)
		}
	}
	return list
}

// sums of places, areas and agreements are what they are parts of, wherever the
// totals that are shown do not say otherwise.
func (r *reckoning) sums() {
	hidden := r.hidden()
	for _, d := range r.dimensions() {
		isDone, isSum := map[Number]bool{}, map[Number]bool{}
		say := func(n Number) {
			if isDone[n] || !r.has(n) {
				return
			}
			isDone[n] = true
			parts, total := d.parts(n, r.has), totalOf(n)
			if _, isAsked := isSum[total]; !isAsked {
				isSum[total] = r.canBe(total, d.parts(total, r.has))
			}
			if len(parts) > 0 && isSum[total] {
				r.equal(n, parts)
			}
		}
		for _, n := range hidden {
			say(n)
			if parent, there := d.parent(n); there {
				say(parent)
			}
		}
	}
}

func totalOf(n Number) Number {
	n.Definition, n.Part = "", "total"
	return n
}

// canBe tells whether a total can be the sum of others.
func (r *reckoning) canBe(total Number, parts []Number) bool {
	sum, isKnown := int64(0), true
	for _, n := range parts {
		i, _ := r.known(n)
		sum, isKnown = sum+i.Low, isKnown && i.Low == i.High
	}
	whole, there := r.known(total)
	if !there {
		return false
	}
	return whole.Low != whole.High || sum == whole.Low || !isKnown && sum < whole.Low
}
