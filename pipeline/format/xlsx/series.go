package xlsx

import (
	"fmt"
	"slices"
)

// A Card is one headline figure and its shares over time.
type Card struct {
	Title     string
	Sentences []string // the figure, and the other sectors
	Lines     []string // what it means and how sure it is; only on the cover
	Periods   []Period // in order of time; before a break those of another measure
}

// A Period is a card's shares in one period.
type Period struct {
	Label   string
	Measure string // what is counted; periods of two measures are never joined
	Sectors []Range
}

// A Range is a sector's least and greatest share, exact decimals; a symbol
// where there is none.
type Range struct {
	Sector    string // code
	Label     string
	Low, High string
}

// A series is one line of a chart: a sector's least or greatest shares in the
// periods of one measure.
type series struct {
	sector string
	name   string
	high   bool     // the greatest, where that is not the least
	shares []string // one for each period of the card; "" where there is none
}

// seriesOf gives the lines of a card: one for a sector whose least and
// greatest shares are always the same, otherwise two.
func (c Card) seriesOf(w words) (list []series) {
	measures := c.measures()
	for _, measure := range measures {
		for _, sector := range c.sectors() {
			low, high := c.shares(measure, sector.Sector)
			name := sector.Label
			if len(measures) > 1 {
				name = fmt.Sprintf(w.SectorCell, measure, sector.Label)
			}
			if slices.Equal(low, high) {
				list = append(list, series{sector: sector.Sector, name: name, shares: low})
				continue
			}
			list = append(list,
				series{sector: sector.Sector, name: fmt.Sprintf(w.Least, name), shares: low},
				series{sector: sector.Sector, name: fmt.Sprintf(w.Most, name), shares: high, high: true})
		}
	}
	return list
}

func (c Card) measures() (list []string) {
	for _, p := range c.Periods {
		if !slices.Contains(list, p.Measure) {
			list = append(list, p.Measure)
		}
	}
	return list
}

func (c Card) sectors() (list []Range) {
	for _, p := range c.Periods {
		for _, s := range p.Sectors {
			if !slices.ContainsFunc(list, func(r Range) bool { return r.Sector == s.Sector }) {
				list = append(list, s)
			}
		}
	}
	return list
}

// shares are a sector's least and greatest in every period of the card, ""
// in those of another measure.
func (c Card) shares(measure, sector string) (low, high []string) {
	for _, p := range c.Periods {
		at := slices.IndexFunc(p.Sectors, func(r Range) bool { return r.Sector == sector })
		if p.Measure != measure || at < 0 {
			low, high = append(low, ""), append(high, "")
			continue
		}
		low, high = append(low, p.Sectors[at].Low), append(high, p.Sectors[at].High)
	}
	return low, high
}
