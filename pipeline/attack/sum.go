package attack

// A dimension is one that numbers are summed over.
type dimension struct {
	said     uint8
	parent   []int32 // by spot; -1 for none
	children [][]int32
}

// dimensions find for every spot what it is a part of and what it is made of, of what
// is published.
func (r *reckoning) dimensions() (all []dimension) {
	for d, tree := range []Tree{r.trees.Place, r.trees.Area, r.trees.Agreement} {
		one := dimension{said: 1 << d, parent: make([]int32, len(r.spots)), children: make([][]int32, len(r.spots))}
		for i, o := range r.spots {
			code := []*string{&o.place, &o.area, &o.agreement}[d]
			*code = tree[*code]
			parent, there := r.spotAt[o]
			if one.parent[i] = -1; there && *code != "" {
				one.parent[i] = parent
				one.children[parent] = append(one.children[parent], int32(i))
			}
		}
		all = append(all, one)
	}
	return all
}

// partsIn are the numbers that one may be the sum of, of those that there are.
func (r *reckoning) partsIn(d dimension, i at, list []at) []at {
	for _, child := range d.children[i.spot] {
		if part := (at{child, i.what}); r.has(part) {
			list = append(list, part)
		}
	}
	return list
}

// sums of places, areas and agreements are what they are parts of, wherever the
// totals that are shown do not say otherwise.
func (r *reckoning) sums() {
	hidden, total := r.now(), r.sort("", "total")
	var parts []at
	for _, d := range r.dimensions() {
		isSum := make([]*bool, len(r.spots))
		say := func(i at) {
			if !r.has(i) || r.isSaid(i, d.said) {
				return
			}
			if isSum[i.spot] == nil {
				all := at{i.spot, total}
				can := r.canBe(all, r.partsIn(d, all, nil))
				isSum[i.spot] = &can
			}
			parts = r.partsIn(d, i, parts[:0])
			if len(parts) > 0 && *isSum[i.spot] {
				r.equal(i, parts)
			}
		}
		for _, i := range hidden {
			say(i)
			if parent := d.parent[i.spot]; parent >= 0 {
				say(at{parent, i.what})
			}
		}
	}
}

// canBe tells whether a total can be the sum of others.
func (r *reckoning) canBe(total at, parts []at) bool {
	sum, isKnown := int64(0), true
	for _, i := range parts {
		is, _ := r.known(i)
		sum, isKnown = sum+is.Low, isKnown && is.Low == is.High
	}
	whole, there := r.known(total)
	if !there {
		return false
	}
	return whole.Low != whole.High || sum == whole.Low || !isKnown && sum < whole.Low
}
