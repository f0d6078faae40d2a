package attack

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// The sorts of equations that are said once of a number: one for each dimension,
// and these.
const (
	saidSectors uint8 = 1 << (3 + iota)
	saidParts
	saidBeyond
)

// reckon narrows every number that is not shown, by subtraction, in measures and
// periods that have secrets.
func (p *Published) reckon(secret map[Number]bool) *reckoning {
	r := &reckoning{
		Published: p, asked: p.asked(secret), number: make([][]int32, len(p.spots)), said: make([][]uint8, len(p.spots)),
	}
	for _, n := range slices.SortedFunc(maps.Keys(secret), Compare) {
		if _, there := r.spotAt[spotOf(n)]; there {
			r.named(n.Definition, n.Part)
		}
	}
	r.making()
	for i, state := range p.all {
		if r.asked[i.spot] && state == suppressed {
			r.add(i)
		}
	}
	r.complete()
	r.sectors()
	r.parts()
	r.sums()
	r.definitions()
	r.run()
	return r
}

// now are the numbers that are not shown, as they are now.
func (r *reckoning) now() []at { return r.hidden[:len(r.hidden):len(r.hidden)] }

// sorts are all sorts of numbers of a kind, in order, under each definition or
// within each sector.
func (r *reckoning) sorts(isOf func(w int32) bool, key func(w int32) int32) map[int32][]int32 {
	list := map[int32][]int32{}
	for w := range int32(len(r.whats)) {
		if isOf(w) {
			list[key(w)] = append(list[key(w)], w)
		}
	}
	for _, one := range list {
		slices.SortFunc(one, func(a, b int32) int { return cmp.Compare(r.whats[a].part, r.whats[b].part) })
	}
	return list
}

// sectors of a cell sum to its total.
func (r *reckoning) sectors() {
	total := r.sort("", "total")
	of := func(w int32) int32 { return r.sort(r.whats[w].definition, "") }
	for w := range int32(len(r.whats)) {
		of(w)
	}
	sectors := r.sorts(func(w int32) bool { return r.isSector(w) && r.whats[w].part != "" }, of)
	var parts []at
	for _, i := range r.now() {
		all := at{i.spot, of(i.what)}
		if r.isSaid(all, saidSectors) || !r.has(at{i.spot, total}) {
			continue
		}
		if parts = r.those(parts[:0], i.spot, sectors[all.what]); len(parts) > 0 {
			r.equal(at{i.spot, total}, parts)
		}
	}
}

// those are the numbers of a spot that there are.
func (r *reckoning) those(list []at, spot int32, whats []int32) []at {
	for _, w := range whats {
		if i := (at{spot, w}); r.has(i) {
			list = append(list, i)
		}
	}
	return list
}

// parts of a sector are no more than it; kinds and reasons sum to it.
func (r *reckoning) parts() {
	parts := r.sorts(func(w int32) bool { return r.made[w].part != "" }, func(w int32) int32 { return r.made[w].sector })
	var list []at
	for _, i := range r.now() {
		sector := at{i.spot, r.made[i.what].sector}
		if r.made[i.what].isTotal || r.isSaid(sector, saidParts) || !r.has(sector) {
			continue
		}
		list = r.those(list[:0], i.spot, parts[sector.what])
		r.partsOf(sector, list)
	}
}

func (r *reckoning) partsOf(sector at, parts []at) {
	var kinds, reasons []at
	for _, i := range parts {
		switch part := r.made[i.what].part; {
		case isKind(part):
			kinds = append(kinds, i)
		case isBasis(part):
			w := r.whats[i.what]
			r.equal(sector, []at{i, {i.spot, r.sort(w.definition, w.part+rest)}})
		case !strings.HasSuffix(part, rest):
			reasons = append(reasons, i)
		}
	}
	for _, list := range [][]at{kinds, reasons} {
		if len(list) > 0 {
			r.equal(sector, list)
		}
	}
}

// definitions that count all that another does count so many more.
func (r *reckoning) definitions() {
	within := map[[2]string][]string{} // those that count all that one does
	for big, list := range r.beyond {
		for _, small := range list {
			key := [2]string{small, big[1]}
			within[key] = append(within[key], big[0])
		}
	}
	for _, i := range r.now() {
		w := r.whats[i.what]
		for _, less := range r.beyond[[2]string{w.definition, w.part}] {
			r.counts(i, i.spot, less)
		}
		for _, big := range within[[2]string{w.definition, w.part}] {
			r.counts(at{i.spot, r.sort(big, w.part)}, i.spot, w.definition)
		}
	}
}

// counts says that a definition counts so many more than another, once.
func (r *reckoning) counts(more at, spot int32, other string) {
	w := r.whats[more.what]
	less := at{spot, r.sort(other, w.part)}
	difference := at{spot, r.sort(w.definition, w.part+beyond+other)}
	if !r.has(more) || !r.has(less) || r.isSaid(difference, saidBeyond) {
		return
	}
	r.equal(more, []at{less, difference})
}
