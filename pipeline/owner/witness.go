package owner

import (
	"cmp"
	"slices"
)

// state gives what was settled for the member at a place of the ring.
func (w *work) state(place int) state {
	m := &w.members[place]
	tally := m.tally()
	s := state{kind: m.kind, owned: len(m.holders) > 0, majority: tally.majority(), notPublic: tally.notPublic()}
	s.standing, s.against = m.basis()
	s.contested = tally.excess()
	for _, h := range m.witnesses(&tally) {
		s.contested = s.contested || h.split()
		s.steps = append(s.steps, h.steps(m.votes)...)
		if standing, _ := h.basis(); standing == nil && len(w.g.nodes[h.owner].holdings) > 0 {
			s.through = append(s.through, h.owner)
		}
	}
	return s
}

// witnesses gives the owners to show, the largest first: as many as decide,
// and all that contradict each other.
func (m *member) witnesses(t *tally) []holder {
	slices.SortStableFunc(m.holders, func(a, b holder) int { return cmp.Compare(b.least, a.least) })
	majority, need := t.majority(), int64(half)
	if majority != Public {
		need++ // more than half
	}
	var shown []holder
	for _, h := range m.holders {
		decides := need > 0 && h.kind() == majority && m.after(&h)
		if decides {
			need -= h.least
		}
		if decides || majority == Unknown || h.split() || h.most > 0 && (majority == Tie || t.excess()) {
			shown = append(shown, h)
		}
	}
	return shown
}

// after tells whether what the owner is was sure before what the member is, so
// that no chain rests on itself.
func (m *member) after(h *holder) bool {
	standing, _ := m.basis()
	return h.inside == nil || standing != nil || h.inside.round < m.round
}

// steps gives a step for each claim.
func (h *holder) steps(votes bool) (steps []Step) {
	standing, against := h.basis()
	for _, c := range h.claims {
		steps = append(steps, Step{Link: c.Link, ByVotes: votes, Is: h.kind(), Standing: standing, Against: against})
	}
	return steps
}
