package attack

// An equation says that a number is the sum of others.
type equation struct {
	sum   int
	parts []int
}

// A reckoning narrows intervals by equations until nothing narrows any more. Only
// what is not shown has a name in it; what is shown is a number of an equation.
type reckoning struct {
	*Published
	number    map[Number]int
	bounds    []Interval
	equations []equation
	uses      [][]int // the equations that each number is in
}

// add takes in a number that is not shown, unless it is there, and returns its
// place.
func (r *reckoning) add(n Number) int {
	i, there := r.number[n]
	if !there {
		i = r.hold(Interval{0, unbounded})
		r.number[n] = i
	}
	return i
}

func (r *reckoning) hold(i Interval) int {
	r.bounds, r.uses = append(r.bounds, i), append(r.uses, nil)
	return len(r.bounds) - 1
}

// equal says that a number is the sum of others. Between shown numbers there is
// nothing to find out.
func (r *reckoning) equal(sum Number, parts []Number) {
	var hidden []int
	shown := int64(0)
	for _, n := range parts {
		if value, isShown := r.value(n); isShown {
			shown += value
		} else {
			hidden = append(hidden, r.add(n))
		}
	}
	value, isShown := r.value(sum)
	if isShown && len(hidden) == 0 {
		return
	}
	whole := 0
	if isShown {
		whole = r.hold(Interval{value, value})
	} else {
		whole = r.add(sum)
	}
	if shown != 0 || len(hidden) == 0 {
		hidden = append(hidden, r.hold(Interval{shown, shown}))
	}
	r.say(equation{whole, hidden})
}

func (r *reckoning) say(e equation) {
	for _, i := range append([]int{e.sum}, e.parts...) {
		r.uses[i] = append(r.uses[i], len(r.equations))
	}
	r.equations = append(r.equations, e)
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
	low, high, open := r.extent(e.parts)
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

// extent is what numbers sum to, at least and, but for those that are open, at most.
func (r *reckoning) extent(parts []int) (low, high int64, open int) {
	for _, i := range parts {
		low += r.bounds[i].Low
		if r.bounds[i].High >= unbounded {
			open++
		} else {
			high += r.bounds[i].High
		}
	}
	return low, high, open
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
