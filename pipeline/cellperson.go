package pipeline

import (
	"maps"
	"slices"
)

// Natural persons are told as a number from three (method 6).
const (
	leastPersons = 3
	fewPersons   = "<3"
)

// A pool is the natural persons of one sector and rule. It keeps no
// identifier: nothing that is made of it can name one.
type pool struct {
	all     CellProvider
	persons int64
	lines   map[int][]int64 // by file
}

// pooled adds a natural person to the pool of a sector and rule.
func pooled(pools map[[2]string]*pool, sector string, p CellProvider) {
	key := [2]string{sector, p.Rule}
	one := pools[key]
	if one == nil {
		one = &pool{all: p, lines: map[int][]int64{}}
		one.all.Provider, one.all.Name, one.all.parts = "", "", nil
		one.all.amount, one.all.HiddenUnits = 0, 0
		pools[key] = one
	}
	one.persons++
	one.all.amount += p.amount
	one.all.HiddenUnits += p.HiddenUnits
	one.all.Carried = one.all.Carried || p.Carried
	one.all.Contested = one.all.Contested || p.Contested
	for _, each := range p.parts {
		one.lines[each.load] = append(one.lines[each.load], each.lines...)
	}
}

// provider is the pool as one provider.
func (o *pool) provider() CellProvider {
	p := o.all
	p.Persons = fewPersons
	if o.persons >= leastPersons {
		p.Persons = number(o.persons)
	}
	for _, load := range slices.Sorted(maps.Keys(o.lines)) {
		p.parts = append(p.parts, part{load, o.lines[load]})
	}
	return p
}
