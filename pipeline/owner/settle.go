package owner

// work settles what the organisations of one ring count as, a day at a time.
type work struct {
	g       *graph
	ring    []int32
	members []member
	next    []Kind
	round   int
}

// member is an organisation of the ring on the day at hand.
type member struct {
	kind    Kind
	round   int // in which it became so, 0 for what it is in itself
	top     *Standing
	other   *Standing // says otherwise than top
	holders []holder
	votes   bool
}

func newWork(g *graph, ring []int32) *work {
	return &work{g: g, ring: ring, members: make([]member, len(ring)), next: make([]Kind, len(ring))}
}

// settle finds out first who is public and then what the others are, because
// an association or foundation that public owners control is not idéburen.
// Both begin with what organisations are in themselves and add only what
// follows from what is already sure. So they end, in circles too, with the
// same result in whatever order; a circle that nobody outside decides stays
// undecided. What people decided of an organisation stands, whoever owns it.
func (w *work) settle(t day) {
	w.gather(t)
	w.round = 0
	w.grow(func(m *member) Kind {
		if m.kind == Public || m.isDecided() {
			return m.kind
		}
		if tally := m.tally(); tally.public() {
			return Public
		}
		return Unknown
	})
	for i := range w.members {
		if m := &w.members[i]; m.kind != Public && m.top != nil {
			m.kind = m.top.Is
		}
	}
	w.grow(func(m *member) Kind {
		if m.isDecided() || m.kind == Public || m.kind == m.ownKind() && m.kind != Foreign && m.kind != Unknown {
			return m.kind
		}
		tally := m.tally()
		if kind := tally.counts(); kind != Unknown {
			return kind
		}
		return m.ownKind()
	})
}

// gather finds the owners and standings of a day.
func (w *work) gather(t day) {
	for i, x := range w.ring {
		n, m := &w.g.nodes[x], &w.members[i]
		*m = member{}
		m.top, m.other = n.standings(t)
		if m.ownKind() == Public {
			m.kind = Public
		}
		m.holders, m.votes = n.holders(t)
		for j := range m.holders {
			w.place(&m.holders[j], n.ring, t)
		}
	}
}

func (w *work) place(h *holder, ring int32, t day) {
	if owner := &w.g.nodes[h.owner]; owner.ring == ring {
		h.inside = &w.members[owner.place]
	} else {
		h.state = owner.at(t)
	}
}

// grow repeats until nothing changes. All members of a round see the round
// before it.
func (w *work) grow(kindOf func(*member) Kind) {
	for changed := true; changed; {
		changed = false
		w.round++
		for i := range w.members {
			w.next[i] = kindOf(&w.members[i])
		}
		for i := range w.members {
			if m := &w.members[i]; m.kind != w.next[i] {
				m.kind, m.round, changed = w.next[i], w.round, true
			}
		}
	}
}

func (m *member) tally() (t tally) {
	t.add(m.holders)
	return t
}

func (m *member) ownKind() Kind {
	if m.top == nil {
		return Unknown
	}
	return m.top.Is
}

func (m *member) isDecided() bool { return m.top != nil && m.top.Decided }

// basis gives the standing that makes the member what it counts as, nil if its
// owners do, and the standing against it. That a foreign organisation turns
// out to be something is no contradiction.
func (m *member) basis() (standing, against *Standing) {
	switch {
	case m.kind == m.ownKind():
		return m.top, m.other
	case m.ownKind() == Foreign:
		return nil, nil
	}
	return nil, m.top
}

// standings gives the first standing of a day, and one that contradicts it.
func (n *node) standings(t day) (top, other *Standing) {
	for _, s := range n.own {
		switch {
		case !s.holds(t):
		case top == nil:
			top = s.Standing
		case other == nil && !top.Decided && s.Is != top.Is && s.Is != Foreign:
			other = s.Standing
		}
	}
	return top, other
}

// kind is what the owner counts as.
func (h *holder) kind() Kind {
	if h.inside != nil {
		return h.inside.kind
	}
	return h.state.kind
}

// basis is like that of a member.
func (h *holder) basis() (standing, against *Standing) {
	if h.inside != nil {
		return h.inside.basis()
	}
	return h.state.standing, h.state.against
}
