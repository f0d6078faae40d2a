package owner_test

import (
	"slices"
	"time"

	"tresektor/pipeline/owner"
)

// An oracle decides one day the slow way: it tries every world that the facts
// allow, and keeps what is the same in all of them.
type oracle struct {
	links []owner.Link
	own   []owner.Standing
	kind  map[string]owner.Kind
}

func newOracle(links []owner.Link, own []owner.Standing, day time.Time) *oracle {
	o := &oracle{kind: map[string]owner.Kind{}}
	o.links, o.own = on(links, own, day)
	for grown := true; grown; { // first the public
		grown = false
		for id := range o.organisations() {
			if o.kind[id] != owner.Public && (o.standing(id) == owner.Public || o.publicOwners(id)) {
				o.kind[id], grown = owner.Public, true
			}
		}
	}
	for id := range o.organisations() {
		if s := o.standing(id); o.kind[id] != owner.Public && s != owner.Foreign {
			o.kind[id] = s
		}
	}
	for grown := true; grown; {
		grown = false
		for id := range o.organisations() {
			if kind := o.kind[id]; kind != owner.Unknown && kind != owner.NotPublic {
				continue
			}
			majority, notPublic := o.majority(id)
			if majority == owner.Unknown && notPublic {
				majority = owner.NotPublic
			}
			grown = grown || majority != o.kind[id]
			o.kind[id] = majority
		}
	}
	return o
}

// on keeps the facts of a day.
func on(links []owner.Link, own []owner.Standing, day time.Time) ([]owner.Link, []owner.Standing) {
	holds := func(from, to time.Time) bool {
		return !day.Before(from) && (to.IsZero() || day.Before(to))
	}
	links = slices.DeleteFunc(slices.Clone(links), func(l owner.Link) bool { return !holds(l.From, l.To) })
	own = slices.DeleteFunc(slices.Clone(own), func(s owner.Standing) bool { return !holds(s.From, s.To) })
	return links, own
}

func (o *oracle) organisations() map[string]bool {
	all := map[string]bool{}
	for _, l := range o.links {
		all[l.Owned], all[l.Owner] = true, true
	}
	return all
}

func (o *oracle) standing(id string) owner.Kind {
	for _, kind := range []owner.Kind{owner.Public, owner.Ideburen, owner.Private, owner.Foreign} {
		for _, s := range o.own {
			if s.ID == id && s.Is == kind {
				return kind
			}
		}
	}
	return owner.Unknown
}

// stated gives what the sources say of each owner's part.
func (o *oracle) stated(id string) map[string][]int64 {
	votes := slices.ContainsFunc(o.links, func(l owner.Link) bool { return l.Owned == id && l.Votes.Stated })
	parts := map[string][]int64{}
	for _, l := range o.links {
		part := l.Share
		if votes {
			part = l.Votes
		}
		if l.Owned == id && part.Stated {
			parts[l.Owner] = append(parts[l.Owner], part.Units)
		}
	}
	return parts
}

func (o *oracle) publicOwners(id string) bool {
	majority, _ := o.majority(id)
	return majority == owner.Public
}

// majority tries all worlds.
func (o *oracle) majority(id string) (kind owner.Kind, notPublic bool) {
	stated := o.stated(id)
	var owners []string
	for name := range stated {
		owners = append(owners, name)
	}
	outcomes := map[owner.Kind]bool{}
	o.pick(owners, stated, map[string]int64{}, outcomes)
	notPublic = !outcomes[owner.Public]
	if len(outcomes) == 1 {
		for kind := range outcomes {
			return kind, notPublic
		}
	}
	return owner.Unknown, notPublic
}

// pick chooses which source is right about each owner.
func (o *oracle) pick(owners []string, stated map[string][]int64, parts map[string]int64, outcomes map[owner.Kind]bool) {
	if len(parts) == len(owners) {
		o.shrink(owners, parts, outcomes)
		return
	}
	name := owners[len(parts)]
	for _, part := range stated[name] {
		parts[name] = part
		o.pick(owners, stated, parts, outcomes)
	}
	delete(parts, name)
}

// shrink chooses which parts are too large where all are more than the whole:
// some are cut to nothing before others are touched.
func (o *oracle) shrink(owners []string, parts map[string]int64, outcomes map[owner.Kind]bool) {
	total := int64(0)
	for _, part := range parts {
		total += part
	}
	if total <= 1_000_000 {
		o.assign(owners, parts, map[owner.Kind]int64{}, 1_000_000-total, outcomes)
		return
	}
	for _, name := range owners {
		if parts[name] == 0 {
			continue
		}
		cut := map[string]int64{}
		for other, part := range parts {
			cut[other] = part
		}
		cut[name] -= min(parts[name], total-1_000_000)
		o.shrink(owners, cut, outcomes)
	}
}

// assign chooses what every owner is that is not known, and who holds the gap.
func (o *oracle) assign(owners []string, parts map[string]int64, sums map[owner.Kind]int64, gap int64, outcomes map[owner.Kind]bool) {
	any := []owner.Kind{owner.Public, owner.Ideburen, owner.Private}
	if len(owners) == 0 {
		for _, kind := range any {
			sums[kind] += gap
			outcomes[outcome(sums)] = true
			sums[kind] -= gap
		}
		return
	}
	kinds := []owner.Kind{o.kind[owners[0]]}
	switch kinds[0] {
	case owner.Unknown:
		kinds = any
	case owner.NotPublic:
		kinds = any[1:]
	}
	for _, kind := range kinds {
		sums[kind] += parts[owners[0]]
		o.assign(owners[1:], parts, sums, gap, outcomes)
		sums[kind] -= parts[owners[0]]
	}
}

func outcome(sums map[owner.Kind]int64) owner.Kind {
	switch {
	case sums[owner.Public] >= 500_000:
		return owner.Public
	case sums[owner.Ideburen] > 500_000:
		return owner.Ideburen
	case sums[owner.Private] > 500_000:
		return owner.Private
	}
	return owner.Tie
}
