package pipeline

import "slices"

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
	spots   []int64
}

// pooled adds a natural person, and where it stands, to the pool of a sector
// and rule.
func pooled(pools map[[2]string]*pool, sector string, p CellProvider, lines string) {
	key := [2]string{sector, p.Rule}
	one := pools[key]
	if one == nil {
		one = &pool{all: p}
		one.all.Provider, one.all.Name = "", ""
		one.all.amount, one.all.HiddenUnits = 0, 0
		pools[key] = one
	}
	one.persons++
	one.all.amount += p.amount
	one.all.HiddenUnits += p.HiddenUnits
	one.all.Carried = one.all.Carried || p.Carried
	one.all.Contested = one.all.Contested || p.Contested
	one.spots = spots(one.spots, lines)
}

// provider is the pool as one provider.
func (o *pool) provider(files *cellFiles) CellProvider {
	p := o.all
	p.Persons = fewPersons
	if o.persons >= leastPersons {
		p.Persons = number(o.persons)
	}
	slices.Sort(o.spots)
	p.Files = files.at(o.spots)
	return p
}
