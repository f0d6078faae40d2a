package attack

// A spot is a total of a measure and period.
type spot struct{ measure, period, place, area, agreement string }

// A what says which number of a spot: a part under a definition.
type what struct{ definition, part string }

// An at is the place of a number among many.
type at struct{ spot, what int32 }

// A state says what is known of a number.
type state uint8

const (
	absent     state = iota
	suppressed       // with its symbol
	shown
	shownBefore // by an edition before this one
)

func (s state) isShown() bool { return s >= shown }

// Numbers are many numbers in little room: those of a nation are millions. The zero
// value has none.
type Numbers struct {
	spots  []spot
	whats  []what
	spotAt map[spot]int32
	whatAt map[what]int32
	values [][]int64 // by spot and what
	states [][]state
}

// Put keeps a number.
func (s *Numbers) Put(n Number, value int64) { s.set(s.place(n), value, shown) }

// Get is a number that was put.
func (s *Numbers) Get(n Number) (int64, bool) {
	i, there := s.find(n)
	return s.value(i), there && s.state(i).isShown()
}

// place is where a number is kept, there or not.
func (s *Numbers) place(n Number) at {
	if s.spotAt == nil {
		s.spotAt, s.whatAt = map[spot]int32{}, map[what]int32{}
	}
	o := spotOf(n)
	i, there := s.spotAt[o]
	if !there {
		i = int32(len(s.spots))
		s.spotAt[o] = i
		s.spots, s.values, s.states = append(s.spots, o), append(s.values, nil), append(s.states, nil)
	}
	return at{i, s.named(n.Definition, n.Part)}
}

// named is the place of a part under a definition.
func (s *Numbers) named(definition, part string) int32 {
	w := what{definition, part}
	i, there := s.whatAt[w]
	if !there {
		i = int32(len(s.whats))
		s.whatAt[w] = i
		s.whats = append(s.whats, w)
	}
	return i
}

// find is where a number is kept, if anything of its sort is.
func (s *Numbers) find(n Number) (at, bool) {
	i, isSpot := s.spotAt[spotOf(n)]
	w, isWhat := s.whatAt[what{n.Definition, n.Part}]
	if !isSpot || !isWhat {
		return at{-1, -1}, false
	}
	return at{i, w}, true
}

func spotOf(n Number) spot { return spot{n.Measure, n.Period, n.Place, n.Area, n.Agreement} }

func (s *Numbers) name(i at) Number {
	o, w := s.spots[i.spot], s.whats[i.what]
	return Number{
		Definition: w.definition, Measure: o.measure, Period: o.period, Place: o.place,
		Area: o.area, Agreement: o.agreement, Part: w.part,
	}
}

func (s *Numbers) set(i at, value int64, to state) {
	if missing := len(s.whats) - len(s.states[i.spot]); int(i.what) >= len(s.states[i.spot]) {
		s.values[i.spot] = append(s.values[i.spot], make([]int64, missing)...)
		s.states[i.spot] = append(s.states[i.spot], make([]state, missing)...)
	}
	s.values[i.spot][i.what], s.states[i.spot][i.what] = value, to
}

func (s *Numbers) state(i at) state {
	if i.spot < 0 || int(i.what) >= len(s.states[i.spot]) {
		return absent
	}
	return s.states[i.spot][i.what]
}

func (s *Numbers) value(i at) int64 {
	if i.spot < 0 || int(i.what) >= len(s.values[i.spot]) {
		return 0
	}
	return s.values[i.spot][i.what]
}

// all goes through the numbers that there is something of.
func (s *Numbers) all(yield func(at, state) bool) {
	for o, states := range s.states {
		for w, state := range states {
			if state != absent && !yield(at{int32(o), int32(w)}, state) {
				return
			}
		}
	}
}
