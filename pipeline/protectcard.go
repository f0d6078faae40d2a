package pipeline

import (
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// card takes out of a card what may not be shown. The front page, report.json
// and the terminal say what is left.
func (p *protection) card(c Card, definition string, own, before Total) Card {
	c.Periods = p.cardPeriods(c.Periods, own, definition)
	c.Earlier = p.cardPeriods(c.Earlier, before, definition)
	own.Period = c.last().Period
	if p.of(own) != protect.Open {
		c.Readings, c.Spread = nil, nil
	}
	if len(c.Readings) > 0 {
		c.Readings = slices.DeleteFunc(slices.Clone(c.Readings), func(r Reading) bool { return p.isAlone(own, r.Definition) })
		c.Spread = hull(c.Readings)
	}
	var shown []Development
	for _, d := range c.Development {
		if one, ok := p.development(d, own); ok {
			shown = append(shown, one)
		}
	}
	c.Development, c.Previous = shown, p.previous(c.Previous, own)
	return c
}

func (p *protection) cardPeriods(periods []Period, t Total, definition string) []Period {
	for i, period := range periods {
		t.Period = period.Period
		state := p.of(t)
		if !p.isClosedUnder(t, definition) {
			p.withoutBasis(periods[i].Sectors, t)
			continue
		}
		if state == protect.Hidden {
			periods[i].Total = edition.Suppressed
		}
		for j, s := range period.Sectors {
			periods[i].Sectors[j] = Sector{
				Code: s.Code, Label: s.Label, Amount: edition.Suppressed, Presumed: edition.Suppressed,
				Symbol: edition.Suppressed, Note: noteProtected,
			}
		}
	}
	return periods
}

// previous is what is shown of the change since the period before.
func (p *protection) previous(d *Development, t Total) *Development {
	if d == nil {
		return nil
	}
	if one, ok := p.development(*d, t); ok {
		return &one
	}
	return nil
}

// development is what is shown of a change: nothing where either period is not
// shown, and no causes, nor a range over pairs of providers, where those would
// have to be protected in several tables at once.
func (p *protection) development(d Development, t Total) (Development, bool) {
	earlier, later := t, t
	earlier.Period, later.Period = d.Earlier, d.Period
	if p.isClosedUnder(earlier, d.Definition) || p.isClosedUnder(later, d.Definition) {
		return d, false
	}
	if p.personsIn(earlier) != nil || p.personsIn(later) != nil {
		d.Causes, d.Low, d.High = nil, nil, nil
	}
	if p.measures[t.Measure] && !p.isTold(later, d.Earlier) {
		d.Causes, d.Low, d.High = nil, nil, nil
	}
	return d, true
}

// withoutBasis takes away what a total's sectors rest on, where that tells
// natural persons from organisations.
func (p *protection) withoutBasis(sectors []Sector, t Total) {
	if p.personsIn(t) == nil {
		return
	}
	for i := range sectors {
		sectors[i].Presumed, sectors[i].presumedShare, sectors[i].HighPresum = edition.Suppressed, 0, nil
	}
}
