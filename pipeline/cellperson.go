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

// withholdUntold leaves out what those have who may not be told, and what fewer than
// three natural persons have.
func (s *CellSector) withholdUntold(providers map[string]bool) {
	told := 0
	s.Providers, told = untoldLast(s.Providers, untold[CellProvider]{
		is:     func(p CellProvider) bool { return providers[p.Provider] },
		isPool: func(p CellProvider) bool { return p.Persons != "" },
		isFew:  func(p CellProvider) bool { return p.Persons == fewPersons },
	})
	s.Withheld = s.Withheld || told < len(s.Providers)
	for i := told; i < len(s.Providers); i++ {
		s.Providers[i].Amount, s.Providers[i].HiddenUnits = edition.Suppressed, 0
	}
}

// untold tells which lines of a list are not told: those whose volume would leave
// what few natural persons have somewhere in the total, and pools of persons, which
// would leave it too where there are such; or pools of few.
type untold[L any] struct{ is, isPool, isFew func(L) bool }

// untoldLast puts lines last whose numbers are not told, and says how many are told
// before them. With a pool of few alone goes the last of the others: their sum is
// published.
func untoldLast[L any](lines []L, of untold[L]) (ordered []L, told int) {
	isHidden, others := of.isFew, 1
	if slices.ContainsFunc(lines, of.is) {
		isHidden, others = func(l L) bool { return of.is(l) || of.isPool(l) }, 0
	}
	var last []L
	for _, l := range lines {
		if isHidden(l) {
			last = append(last, l)
		} else {
			ordered = append(ordered, l)
		}
	}
	if told = len(ordered); len(last) > 0 {
		told = max(0, told-others)
	}
	return append(ordered, last...), told
}
