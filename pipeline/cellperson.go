package pipeline

import (
	"cmp"
	"slices"

	"tresektor/pipeline/edition"
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

// merged puts pools of fewer than three natural persons into the largest of their
// sector, whatever rule decided them.
func merged(pools map[[2]string]*pool) map[string][]*pool {
	sectors := map[string][]*pool{}
	for key, one := range pools {
		sectors[key[0]] = append(sectors[key[0]], one)
	}
	for sector, list := range sectors {
		slices.SortFunc(list, func(a, b *pool) int {
			return cmp.Or(cmp.Compare(b.persons, a.persons), cmp.Compare(a.all.Rule, b.all.Rule))
		})
		for len(list) > 1 && list[len(list)-1].persons < leastPersons {
			list[0].take(list[len(list)-1])
			list = list[:len(list)-1]
		}
		sectors[sector] = list
	}
	return sectors
}

// take adds another pool to this one.
func (o *pool) take(other *pool) {
	o.persons += other.persons
	o.all.amount += other.all.amount
	o.all.HiddenUnits += other.all.HiddenUnits
	o.all.Carried = o.all.Carried || other.all.Carried
	o.all.Contested = o.all.Contested || other.all.Contested
	o.spots = append(o.spots, other.spots...)
}

// withholdFew leaves out what fewer than three natural persons have, and what the
// smallest other of their sector has, from which it could be told.
func (s *CellSector) withholdFew() {
	i := slices.IndexFunc(s.Providers, func(p CellProvider) bool { return p.Persons == fewPersons })
	if i < 0 {
		return
	}
	few := s.Providers[i]
	others := slices.Delete(slices.Clone(s.Providers), i, i+1)
	least := max(0, len(others)-1)
	s.Withheld = true
	s.Providers = slices.Concat(others, []CellProvider{few})
	for j := least; j < len(s.Providers); j++ {
		s.Providers[j].Amount, s.Providers[j].HiddenUnits = edition.Suppressed, 0
	}
}
