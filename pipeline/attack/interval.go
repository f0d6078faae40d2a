package attack

import "strings"

// An equation says that a number is the sum of others.
type equation struct {
	sum   int
	parts []int
}

// A reckoning narrows intervals by equations until nothing narrows any more.
type reckoning struct {
	number    map[Number]int
	bounds    []Interval
	equations []equation
	uses      [][]int // the equations that each number is in
}

// intervals are what can be told of every number by subtraction.
func (p *Published) intervals() map[Number]Interval {
	r := &reckoning{number: map[Number]int{}}
	for n, value := range p.shown {
		r.add(n, Interval{value, value})
	}
	for n := range p.not {
		r.add(n, Interval{0, unbounded})
	}
	p.complete(r)
	p.sectors(r)
	p.parts(r)
	p.sums(r)
	p.definitions(r)
	r.run()
	known := map[Number]Interval{}
	for n, i := range r.number {
		known[n] = r.bounds[i]
	}
	return known
}

func (r *reckoning) add(n Number, i Interval) int {
	r.number[n] = len(r.bounds)
	r.bounds = append(r.bounds, i)
	r.uses = append(r.uses, nil)
	return len(r.bounds) - 1
}

func (r *reckoning) equal(sum int, parts []int) {
	for _, i := range append([]int{sum}, parts...) {
		r.uses[i] = append(r.uses[i], len(r.equations))
	}
	r.equations = append(r.equations, equation{sum, parts})
}

// complete adds what has rows only where it is shown: the parts of a sector that
// is not shown may be any of those that its definition knows.
func (p *Published) complete(r *reckoning) {
	parts := map[[3]string]map[string]bool{}
	for n := range p.shown {
		if strings.Contains(n.Part, "/") {
			key := [3]string{n.Definition, n.Measure, n.Period}
			if parts[key] == nil {
				parts[key] = map[string]bool{}
			}
			parts[key][n.Part] = true
		}
	}
	for n := range p.not {
		sector := n.Part
		for part := range parts[[3]string{n.Definition, n.Measure, n.Period}] {
			if n.Part = part; strings.HasPrefix(part, sector+"/") {
				if _, there := r.number[n]; !there {
					r.add(n, Interval{0, unbounded})
				}
			}
		}
	}
}

// sectors of a cell sum to its total.
func (p *Published) sectors(r *reckoning) {
	cells := map[Number][]int{}
	for n, i := range r.number {
		if n.Part != "total" && !strings.Contains(n.Part, "/") {
			n.Part = ""
			cells[n] = append(cells[n], i)
		}
	}
	for n, parts := range cells {
		n.Definition, n.Part = "", "total"
		if total, there := r.number[n]; there {
			r.equal(total, parts)
		}
	}
}

// parts of a sector are no more than it; kinds and reasons sum to it.
func (p *Published) parts(r *reckoning) {
	lists := map[Number][]int{}
	for n, i := range r.copy() {
		sector, part, found := strings.Cut(n.Part, "/")
		if !found {
			continue
		}
		whole := n
		whole.Part = sector
		of, there := r.number[whole]
		if !there {
			continue
		}
		switch {
		case strings.HasPrefix(part, "kind/"):
			whole.Part = "ideburen/kinds"
			lists[whole] = append(lists[whole], i)
		case part == "presumed" || part == "stated" || part == "carried" || part == "contested":
			n.Part += "/rest"
			r.equal(of, []int{i, r.add(n, Interval{0, unbounded})})
		default:
			lists[whole] = append(lists[whole], i)
		}
	}
	for n, parts := range lists {
		n.Part, _, _ = strings.Cut(n.Part, "/")
		r.equal(r.number[n], parts)
	}
}

func (r *reckoning) copy() map[Number]int {
	all := make(map[Number]int, len(r.number))
	for n, i := range r.number {
		all[n] = i
	}
	return all
}

// sums of places, areas and agreements are what they are parts of, wherever the
// totals that are shown do not say otherwise.
func (p *Published) sums(r *reckoning) {
	for _, d := range []struct {
		tree Tree
		code func(*Number) *string
	}{
		{p.trees.Place, func(n *Number) *string { return &n.Place }},
		{p.trees.Area, func(n *Number) *string { return &n.Area }},
		{p.trees.Agreement, func(n *Number) *string { return &n.Agreement }},
	} {
		children := map[Number][]Number{}
		for n := range r.number {
			parent := n
			if *d.code(&parent) = d.tree[*d.code(&n)]; *d.code(&n) != "" && *d.code(&parent) != "" {
				children[parent] = append(children[parent], n)
			}
		}
		for parent, list := range children {
			sum, there := r.number[parent]
			if !there || !r.canBe(totalOf(parent), children[totalOf(parent)]) {
				continue
			}
			var parts []int
			for _, n := range list {
				parts = append(parts, r.number[n])
			}
			r.equal(sum, parts)
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
		i := r.bounds[r.number[n]]
		sum, isKnown = sum+i.Low, isKnown && i.Low == i.High
	}
	of, there := r.number[total]
	if !there {
		return false
	}
	whole := r.bounds[of]
	return whole.Low != whole.High || sum == whole.Low || !isKnown && sum < whole.Low
}

// definitions that count all that another does count so many more.
func (p *Published) definitions(r *reckoning) {
	for n, more := range r.copy() {
		for _, other := range p.beyond[[2]string{n.Definition, n.Part}] {
			less := n
			less.Definition = other
			if i, there := r.number[less]; there {
				beyond := n
				beyond.Part += " beyond " + other
				r.equal(more, []int{i, r.add(beyond, Interval{0, unbounded})})
			}
		}
	}
}

// run narrows until nothing changes. Every change narrows a whole number, and
// only those in the equations of what has changed are looked at again.
func (r *reckoning) run() {
	left := 1000 * len(r.equations) // nothing that is proved in more steps is worth them
	waiting := make([]int, len(r.equations))
	isWaiting := make([]bool, len(r.equations))
	for i := range waiting {
		waiting[i], isWaiting[i] = i, true
	}
	for ; len(waiting) > 0 && left > 0; left-- {
		e := waiting[0]
		waiting, isWaiting[e] = waiting[1:], false
		for _, changed := range r.narrow(r.equations[e]) {
			for _, other := range r.uses[changed] {
				if !isWaiting[other] {
					waiting, isWaiting[other] = append(waiting, other), true
				}
			}
		}
	}
}

// narrow uses one equation and returns the numbers whose intervals it narrowed.
func (r *reckoning) narrow(e equation) (changed []int) {
	low, high, open := int64(0), int64(0), 0
	for _, i := range e.parts {
		low += r.bounds[i].Low
		if r.bounds[i].High >= unbounded {
			open++
		} else {
			high += r.bounds[i].High
		}
	}
	whole := Interval{low, high}
	if open > 0 {
		whole.High = unbounded
	}
	if r.within(e.sum, whole) {
		changed = append(changed, e.sum)
	}
	whole = r.bounds[e.sum]
	for _, i := range e.parts {
		own := r.bounds[i]
		rest := Interval{own.Low, unbounded}
		switch isOpen := own.High >= unbounded; {
		case isOpen && open == 1:
			rest.Low = whole.Low - high
		case !isOpen && open == 0:
			rest.Low = whole.Low - (high - own.High)
		}
		if whole.High < unbounded {
			rest.High = whole.High - (low - own.Low)
		}
		if r.within(i, rest) {
			changed = append(changed, i)
		}
	}
	return changed
}

// within narrows the interval of a number. Where nothing would be left the
// files contradict the equation, and it says nothing.
func (r *reckoning) within(i int, to Interval) bool {
	now := r.bounds[i]
	narrow := Interval{max(now.Low, to.Low), min(now.High, to.High)}
	if narrow == now || narrow.Low > narrow.High {
		return false
	}
	r.bounds[i] = narrow
	return true
}
