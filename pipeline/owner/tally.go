package owner

// A tally sums, for each kind of owner, the least and the most that it may
// hold. They differ where sources do.
type tally struct {
	least, most [kinds]int64
	total       int64 // the most of all
}

func (t *tally) add(holders []holder) {
	for i := range holders {
		h := &holders[i]
		t.least[h.kind()] += h.least
		t.most[h.kind()] += h.most
		t.total += h.most
	}
}

// sure is the least that owners of these kinds hold together, whichever source
// is right, whoever holds what is missing, and whichever part is too large
// where all come to more than the whole.
func (t *tally) sure(kinds ...Kind) int64 {
	least, others := int64(0), t.total
	for _, kind := range kinds {
		least += t.least[kind]
		others -= t.most[kind]
	}
	return max(0, min(least, whole-others))
}

// excess: the parts come to more than the whole, so one must be wrong.
func (t *tally) excess() bool { return t.total > whole }

func (t *tally) public() bool { return t.sure(Public) >= half }

// notPublic: public owners cannot reach half.
func (t *tally) notPublic() bool { return t.sure(Ideburen, Private, Tie, NotPublic) > half }

// tie: neither idéburna nor private owners can have more than half, and public
// owners cannot reach it.
func (t *tally) tie() bool {
	return t.notPublic() && t.sure(Public, Private, Tie) >= half && t.sure(Public, Ideburen, Tie) >= half
}

// majority decides only what holds whatever is not known.
func (t *tally) majority() Kind {
	switch {
	case t.public():
		return Public
	case t.sure(Ideburen) > half:
		return Ideburen
	case t.sure(Private) > half:
		return Private
	case t.tie():
		return Tie
	}
	return Unknown
}

// counts tells what a company with these owners counts as when it is an owner.
func (t *tally) counts() Kind {
	if kind := t.majority(); kind != Unknown {
		return kind
	}
	if t.notPublic() {
		return NotPublic
	}
	return Unknown
}
