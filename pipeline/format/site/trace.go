package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A series is a sector's values over time, where it has any.
type series struct {
	sector, label string
	values        []value
}

type value struct {
	at        int // the point's place in the card's series
	low, high share
	isNew     bool // cannot be joined with the value before
	isOpen    bool // preliminary
}

func (s series) last() value { return s.values[len(s.values)-1] }

// newTraces reads the three sectors, idéburen last so that no other covers it,
// and the highest idéburen value.
func newTraces(c Card) (all []series, most share, err error) {
	for _, sector := range []string{public, private, ideburen} {
		row, _ := c.row(sector)
		s := series{sector: sector, label: row.Label}
		if s.values, err = values(c.Series, sector); err != nil {
			return nil, 0, err
		}
		if len(s.values) > 0 {
			all = append(all, s)
		}
		for _, v := range s.values {
			if s.sector == ideburen {
				most = max(most, v.high)
			}
		}
	}
	return all, most, nil
}

func values(points []Point, sector string) ([]value, error) {
	var out []value
	joined := false
	for i, p := range points {
		r := p.of(sector)
		low, high, ok, err := parseRange(r.Low, r.High)
		if err != nil {
			return nil, fmt.Errorf("period %s: sector %s: %w", p.Period, sector, err)
		}
		joined = joined && p.Break == ""
		if ok {
			out = append(out, value{at: i, low: low, high: high, isNew: !joined, isOpen: p.IsPreliminary})
		}
		joined = ok
	}
	return out, nil
}

// A trace is a series drawn: lines where the share is one number, hatched
// bands between low and high where it is not, and never a line over a break.
type trace struct {
	Sector string
	Lines  []string // points of a polyline
	Bands  []string // points of a polygon
	Dots   []dot
}

type dot struct {
	X, Y   length
	IsOpen bool
}

func (p *panel) trace(s series, on scale, times axis) trace {
	t := trace{Sector: s.sector}
	for _, run := range runs(s.values) {
		var lower, upper []string
		isRange := false
		for _, v := range run {
			x := times.x[v.at]
			lower = append(lower, pair(x, p.y(on, v.low)))
			upper = append(upper, pair(x, p.y(on, v.high)))
			isRange = isRange || v.high-v.low >= oneNumber
			if v.high-v.low < oneNumber {
				t.Dots = append(t.Dots, dot{x, p.y(on, v.low), v.isOpen})
			}
		}
		if isRange && len(run) == 1 {
			lower, upper = widened(times.x[run[0].at], p.y(on, run[0].low), p.y(on, run[0].high))
		}
		if isRange {
			t.Bands = append(t.Bands, strings.Join(append(slices.Clone(lower), reversed(upper)...), " "))
			t.Lines = append(t.Lines, strings.Join(upper, " "))
		}
		if isRange || len(run) > 1 {
			t.Lines = append(t.Lines, strings.Join(lower, " "))
		}
	}
	return t
}

// widened makes one period's range wide enough to be seen.
func widened(x, low, high length) (lower, upper []string) {
	const half = 70
	return []string{pair(x-half, low), pair(x+half, low)}, []string{pair(x-half, high), pair(x+half, high)}
}

// runs divides values where they cannot be joined.
func runs(values []value) [][]value {
	var out [][]value
	for _, v := range values {
		if v.isNew || len(out) == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], v)
	}
	return out
}

func pair(x, y length) string { return x.String() + "," + y.String() }

func reversed(points []string) []string {
	points = slices.Clone(points)
	slices.Reverse(points)
	return points
}

// spread moves labels apart until none covers another, and keeps them between
// top and bottom.
func spread(labels []panelLabel, top, bottom length) {
	const apart = 2*lineHeight + 20
	slices.SortStableFunc(labels, func(a, b panelLabel) int { return cmp.Compare(a.Y, b.Y) })
	at := top - apart + lineHeight/2
	for i := range labels {
		at = max(labels[i].Y, at+apart)
		labels[i].Y = at
	}
	at = bottom + apart - lineHeight + 20
	for i := len(labels) - 1; i >= 0; i-- {
		at = min(labels[i].Y, at-apart)
		labels[i].Y = at
	}
}
