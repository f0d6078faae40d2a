package owner

// holder is an owner on one day.
type holder struct {
	owner  int32
	least  int64   // the least that a source states
	most   int64   // and the most
	claims []claim // what counts on that day
	inside *member // the owner, if it is in the same ring
	state  *state  // and if it is not
}

// holders finds who owns an organisation on a day, by owner. Where anyone's
// votes are stated votes count for all: an owner without them then has a part
// that is not known.
func (n *node) holders(t day) (found []holder, votes bool) {
	for i := range n.holdings {
		claims := n.holdings[i].on(t)
		if len(claims) == 0 {
			continue
		}
		found = append(found, holder{owner: n.holdings[i].owner, claims: claims})
		for _, c := range claims {
			votes = votes || c.Votes.Stated
		}
	}
	for i := range found {
		found[i].weigh(votes)
	}
	return found, votes
}

// on gives the claims that hold on a day, without a copy where all or one do.
func (h *holding) on(t day) []claim {
	first, last, count := -1, -1, 0
	for i := range h.claims {
		if h.claims[i].holds(t) {
			if count == 0 {
				first = i
			}
			last, count = i, count+1
		}
	}
	if count == 0 {
		return nil
	}
	if last-first+1 == count {
		return h.claims[first : last+1]
	}
	var claims []claim
	for _, c := range h.claims {
		if c.holds(t) {
			claims = append(claims, c)
		}
	}
	return claims
}

// weigh finds what the sources state, and keeps only the claims that state
// something if any does.
func (h *holder) weigh(votes bool) {
	stated := make([]claim, 0, len(h.claims))
	for _, c := range h.claims {
		part := c.counted(votes)
		if !part.Stated {
			continue
		}
		if len(stated) == 0 {
			h.least = part.Units
		}
		h.least, h.most = min(h.least, part.Units), max(h.most, part.Units)
		stated = append(stated, c)
	}
	if len(stated) > 0 {
		h.claims = stated
	}
}

// split: the sources state different parts.
func (h *holder) split() bool { return h.least != h.most }
