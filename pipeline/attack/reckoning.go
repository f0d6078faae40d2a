package attack

// An equation says that a number is the sum of others.
type equation struct {
	sum      int32
	from, to int32 // its parts among all terms
}

// A reckoning narrows intervals by equations until nothing narrows any more. Only
// what is not shown has a place in it; what is shown is a number of an equation.
type reckoning struct {
	*Published
	asked     []bool    // the spots that something is asked of
	number    [][]int32 // by spot and what: where it is below, and one more; 0 for none
	hidden    []at      // the numbers that are not shown
	made      []made    // by what
	said      [][]uint8 // by spot and what: the sorts of equations that were said of it
	bounds    []Interval
	equations []equation
	use       uses
	terms     []int32 // the parts of all equations
}

// uses are the equations that each number is in.
type uses struct{ from, of []int32 }

// add takes in a number that is not shown, unless it is there, and returns its
// place.
func (r *reckoning) add(i at) int32 {
	if missing := len(r.whats) - len(r.number[i.spot]); int(i.what) >= len(r.number[i.spot]) {
		r.number[i.spot] = append(r.number[i.spot], make([]int32, missing)...)
	}
	own := &r.number[i.spot][i.what]
	if *own == 0 {
		*own = r.hold(Interval{0, unbounded}) + 1
		r.hidden = append(r.hidden, i)
	}
	return *own - 1
}

// added is the place of a number that was added.
func (r *reckoning) added(i at) (place int32, there bool) {
	if i.spot < 0 || int(i.what) >= len(r.number[i.spot]) {
		return 0, false
	}
	own := r.number[i.spot][i.what]
	return own - 1, own > 0
}

func (r *reckoning) hold(i Interval) int32 {
	r.bounds = append(r.bounds, i)
	return int32(len(r.bounds) - 1)
}

// isSaid tells whether an equation of a sort was said of a number, and from now on
// that it was.
func (r *reckoning) isSaid(i at, sort uint8) bool {
	if missing := len(r.whats) - len(r.said[i.spot]); int(i.what) >= len(r.said[i.spot]) {
		r.said[i.spot] = append(r.said[i.spot], make([]uint8, missing)...)
	}
	own := &r.said[i.spot][i.what]
	was := *own&sort != 0
	*own |= sort
	return was
}

// equal says that a number is the sum of others. Between shown numbers there is
// nothing to find out.
func (r *reckoning) equal(sum at, parts []at) {
	start, shown := len(r.terms), int64(0)
	for _, i := range parts {
		if value, isShown := r.valued(i); isShown {
			shown += value
		} else {
			r.terms = append(r.terms, r.add(i))
		}
	}
	value, isShown := r.valued(sum)
	if isShown && len(r.terms) == start {
		return
	}
	whole := int32(0)
	if isShown {
		whole = r.hold(Interval{value, value})
	} else {
		whole = r.add(sum)
	}
	if shown != 0 || len(r.terms) == start {
		r.terms = append(r.terms, r.hold(Interval{shown, shown}))
	}
	r.equations = append(r.equations, equation{whole, int32(start), int32(len(r.terms))})
}

// index lists the equations of every number.
func (r *reckoning) index() {
	from := make([]int32, len(r.bounds)+2)
	each := func(do func(i int32, e int32)) {
		for e, equation := range r.equations {
			do(equation.sum, int32(e))
			for _, i := range r.terms[equation.from:equation.to] {
				do(i, int32(e))
			}
		}
	}
	each(func(i, _ int32) { from[i+2]++ })
	for i := 2; i < len(from); i++ {
		from[i] += from[i-1]
	}
	of := make([]int32, from[len(from)-1])
	each(func(i, e int32) {
		of[from[i+1]] = e
		from[i+1]++
	})
	r.use = uses{from, of}
}

// run narrows until nothing changes. Every change narrows a whole number, and
// only those in the equations of what has changed are looked at again.
func (r *reckoning) run() {
	r.index()
	left := 1000 * len(r.equations) // nothing that is proved in more steps is worth them
	waiting := make([]int32, len(r.equations))
	isWaiting := make([]bool, len(r.equations))
	for i := range waiting {
		waiting[i], isWaiting[i] = int32(i), true
	}
	var changed []int32
	for ; len(waiting) > 0 && left > 0; left-- {
		e := waiting[0]
		waiting, isWaiting[e] = waiting[1:], false
		changed = r.narrow(r.equations[e], changed[:0])
		for _, i := range changed {
			for _, other := range r.use.of[r.use.from[i]:r.use.from[i+1]] {
				if !isWaiting[other] {
					waiting, isWaiting[other] = append(waiting, other), true
				}
			}
		}
	}
}

// narrow uses one equation and adds the numbers whose intervals it narrowed.
func (r *reckoning) narrow(e equation, changed []int32) []int32 {
	parts := r.terms[e.from:e.to]
	low, high, open := r.extent(parts)
	whole := Interval{low, high}
	if open > 0 {
		whole.High = unbounded
	}
	if r.within(e.sum, whole) {
		changed = append(changed, e.sum)
	}
	whole = r.bounds[e.sum]
	for _, i := range parts {
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
func (r *reckoning) extent(parts []int32) (low, high int64, open int) {
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
func (r *reckoning) within(i int32, to Interval) bool {
	now := r.bounds[i]
	narrow := Interval{max(now.Low, to.Low), min(now.High, to.High)}
	if narrow == now || narrow.Low > narrow.High {
		return false
	}
	r.bounds[i] = narrow
	return true
}
