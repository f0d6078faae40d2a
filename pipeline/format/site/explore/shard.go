package explore

import (
	"cmp"
	"fmt"
	"slices"
)

// A shard collects one measure, definition, area and agreement: every place in
// every period.
type shard struct {
	area, agreement string
	places, periods list
	states          states
	cells           []cell
	at              map[[2]int]int // cells by place and period
}

func newShard(area, agreement string) *shard {
	return &shard{
		area: area, agreement: agreement, places: newList(), periods: newList(),
		states: newStates(), at: map[[2]int]int{},
	}
}

// add puts a row where it belongs.
func (s *shard) add(r Row) error {
	sector, err := r.sector()
	if err != nil {
		return err
	}
	c := s.cell(s.places.add(r.Place), s.periods.add(r.Period))
	if c.state[sector] != 0 {
		return fmt.Errorf("%s in %s in %s is there twice", r.Sector, r.Place, r.Period)
	}
	if r.Total != nil {
		c.total = *r.Total
	}
	c.state[sector] = s.states.add(r.state())
	c.amount[sector] = value(r.Amount)
	c.share[sector], c.low[sector], c.high[sector] = value(r.Share), value(r.Low), value(r.High)
	return nil
}

func (s *shard) cell(place, period int) *cell {
	key := [2]int{place, period}
	i, found := s.at[key]
	if !found {
		i = len(s.cells)
		s.at[key] = i
		s.cells = append(s.cells, cell{place: place, period: period})
	}
	return &s.cells[i]
}

// silent gives the symbol and its reason where they are all that every row has.
func (s *shard) silent() (symbol, note string, is bool) {
	if len(s.states.all) != 2 || s.states.all[1].has != 0 {
		return "", "", false
	}
	return s.states.all[1].symbol, s.states.all[1].note, true
}

// dense gives the cells of some places, place by place, each with every period;
// periods and the places themselves are in the order of their bytes.
func (s *shard) dense(places []string) []cell {
	cells := make([]cell, 0, len(places)*len(s.periods.codes))
	for _, place := range places {
		for _, period := range s.periods.sorted() {
			i, found := s.at[[2]int{s.places.at[place], s.periods.at[period]}]
			if !found {
				cells = append(cells, cell{})
				continue
			}
			each := s.cells[i]
			each.differ()
			cells = append(cells, each)
		}
	}
	return cells
}

// A list is codes in the order in which they came.
type list struct {
	codes []string
	at    map[string]int
}

func newList() list { return list{at: map[string]int{}} }

func (l *list) add(code string) int {
	i, found := l.at[code]
	if !found {
		i = len(l.codes)
		l.at[code] = i
		l.codes = append(l.codes, code)
	}
	return i
}

func (l *list) sorted() []string { return slices.Sorted(slices.Values(l.codes)) }

// sort puts the codes in the order of their bytes, and tells for every place
// that a code had which it has now.
func (l *list) sort() (now []int) {
	before := l.codes
	l.codes = l.sorted()
	for i, code := range l.codes {
		l.at[code] = i
	}
	for _, code := range before {
		now = append(now, l.at[code])
	}
	return now
}

func byAreaAndAgreement(a, b *shard) int {
	return cmp.Or(cmp.Compare(a.area, b.area), cmp.Compare(a.agreement, b.agreement))
}
