package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A trace is a series drawn: lines where the share is one number, hatched
// bands between low and high where it is not, and never a line over a break.
type trace series

// Plot draws it.
func (t trace) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var closed, open []vg.Point
	for _, run := range runs(t.values) {
		lower, upper, isRange := edges(run, x, y)
		if isRange {
			hatched(c, append(slices.Clone(lower), reversed(upper)...), colourOf(t.sector), 1.8)
			t.line(c, upper, run)
		}
		if isRange || len(run) > 1 {
			t.line(c, lower, run)
		}
		for _, v := range run {
			at := vg.Point{X: x(v.day), Y: y(float64(v.low))}
			switch {
			case v.high-v.low >= oneNumber:
			case v.isOpen:
				open = append(open, at)
			default:
				closed = append(closed, at)
			}
		}
	}
	marked(c, t.sector, closed, 3.6, false)
	marked(c, t.sector, open, 3.6, true)
}

// edges are the lower and the upper edge of a run. A single range is made wide
// enough to be seen.
func edges(run []value, x, y func(float64) vg.Length) (lower, upper []vg.Point, isRange bool) {
	for _, v := range run {
		lower = append(lower, vg.Point{X: x(v.day), Y: y(float64(v.low))})
		upper = append(upper, vg.Point{X: x(v.day), Y: y(float64(v.high))})
		isRange = isRange || v.high-v.low >= oneNumber
	}
	if isRange && len(run) == 1 {
		return widened(lower[0]), widened(upper[0]), true
	}
	return lower, upper, isRange
}

func widened(p vg.Point) []vg.Point {
	const half = 7
	return []vg.Point{{X: p.X - half, Y: p.Y}, {X: p.X + half, Y: p.Y}}
}

// line joins points, dashed towards what is preliminary.
func (t trace) line(c draw.Canvas, points []vg.Point, run []value) {
	var solid, dashed vg.Path
	for i := 1; i < len(points); i++ {
		path := &solid
		if len(run) == len(points) && run[i].isOpen || len(run) == 1 && run[0].isOpen {
			path = &dashed
		}
		if n := len(*path); n == 0 || (*path)[n-1].Pos != points[i-1] {
			path.Move(points[i-1])
		}
		path.Line(points[i])
	}
	style := draw.LineStyle{Color: colourOf(t.sector), Width: 2.4}
	strokePath(c, solid, style)
	style.Dashes = []vg.Length{5, 3}
	strokePath(c, dashed, style)
}

// runs divides values where they cannot be joined.
func runs(values []value) (out [][]value) {
	for _, v := range values {
		if v.isNew || len(out) == 0 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], v)
	}
	return out
}

func reversed(points []vg.Point) []vg.Point {
	points = slices.Clone(points)
	slices.Reverse(points)
	return points
}

// A label names a trace at its end, the value under the name.
type label struct {
	sector, name, value string
	y                   vg.Length // of the middle
}

// Plot writes the labels to the right of the last values, and the first value
// of a sector that stands alone.
func (p panel) Plot(c draw.Canvas, plt *plot.Plot) {
	x, y := plt.Transforms(&c)
	var labels []label
	right := vg.Length(0)
	for _, s := range p.series {
		last := s.last()
		right = max(right, x(last.day))
		labels = append(labels, label{s.sector, s.label, last.text, y(float64(last.low+last.high) / 2)})
	}
	if p.target != nil {
		at := y(float64(p.target.low))
		c.StrokeLine2(draw.LineStyle{Color: ink(), Width: 1.5, Dashes: dotted()}, c.Min.X, at, min(c.Max.X, right+labelLeft-4), at)
		labels = append(labels, label{unknown, p.target.label, p.target.text, at})
	}
	spread(labels, c.Min.Y, c.Max.Y)
	for _, l := range labels {
		name := letter{size: textSize, colour: textColourOf(l.sector)}
		value := letter{size: textSize, colour: textColourOf(l.sector), isBold: true}
		name.write(c, right+labelLeft, l.y+3, l.name)
		value.write(c, right+labelLeft, l.y+3-textSize-1.5, l.value)
	}
	if p.isAlone {
		p.writeFirst(c, x, y)
	}
}

// writeFirst writes the first value beside its point, on the side the line
// does not go.
func (p panel) writeFirst(c draw.Canvas, x, y func(float64) vg.Length) {
	values := p.series[0].values
	if len(values) < 2 {
		return
	}
	first := values[0]
	at := y(float64(first.high)) + 9
	if values[1].high > first.high {
		at = y(float64(first.low)) - 20
	}
	l := letter{size: textSize, colour: textColourOf(p.series[0].sector), isBold: true}
	left := x(first.day)
	if p.target != nil { // its line may be as high as the text
		c.FillPolygon(paper(), box(left-1, at-textSize*.22-1, left+l.width(first.text)+1, at+textSize*.75+1))
	}
	l.write(c, left, at, first.text)
}

// spread moves labels apart until none covers another, and keeps them between
// bottom and top.
func spread(labels []label, bottom, top vg.Length) {
	const apart = 2*textSize + 5
	slices.SortStableFunc(labels, func(a, b label) int { return cmp.Compare(a.y, b.y) })
	at := bottom + apart/2 - apart
	for i := range labels {
		at = max(labels[i].y, at+apart)
		labels[i].y = at
	}
	at = top + 6 + apart/2
	for i := len(labels) - 1; i >= 0; i-- {
		at = min(labels[i].y, at-apart)
		labels[i].y = at
	}
}
