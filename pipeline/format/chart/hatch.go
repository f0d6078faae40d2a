package chart

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// hatchStep is the distance between the lines of a hatching.
const hatchStep vg.Length = 6

// hatched fills a polygon with slanting lines: what is undecided. vg has no
// patterns, so that the lines are cut at the polygon's edges here.
func hatched(c draw.Canvas, polygon []vg.Point, colour color.Color, width vg.Length) {
	c.FillPolygon(paper(), polygon)
	strokePath(c, hatch(polygon, 1), draw.LineStyle{Color: colour, Width: width})
}

// crossed fills a polygon with lines both ways.
func crossed(c draw.Canvas, polygon []vg.Point, colour color.Color, width vg.Length) {
	hatched(c, polygon, colour, width)
	strokePath(c, hatch(polygon, -1), draw.LineStyle{Color: colour, Width: width})
}

func strokePath(c draw.Canvas, path vg.Path, style draw.LineStyle) {
	if len(path) > 0 {
		c.SetLineStyle(style)
		c.Stroke(path)
	}
}

// hatch is the lines y = slope·x + k inside a polygon, for all k that are
// multiples of a step, so that neighbouring polygons match.
func hatch(polygon []vg.Point, slope vg.Length) (path vg.Path) {
	step := hatchStep * math.Sqrt2
	least, most := math.Inf(1), math.Inf(-1)
	for _, p := range polygon {
		k := float64(p.Y - slope*p.X)
		least, most = min(least, k), max(most, k)
	}
	for n := math.Floor(least/float64(step)) + 1; n*float64(step) < most; n++ {
		k := vg.Length(n) * step
		xs := crossings(polygon, slope, k)
		for i := 0; i+1 < len(xs); i += 2 {
			path.Move(vg.Point{X: xs[i], Y: slope*xs[i] + k})
			path.Line(vg.Point{X: xs[i+1], Y: slope*xs[i+1] + k})
		}
	}
	return path
}

// crossings are where a line crosses the polygon's edges, from the left.
func crossings(polygon []vg.Point, slope, k vg.Length) (xs []vg.Length) {
	for i, p := range polygon {
		q := polygon[(i+1)%len(polygon)]
		a, b := p.Y-slope*p.X-k, q.Y-slope*q.X-k
		if (a < 0) != (b < 0) {
			xs = append(xs, p.X+(q.X-p.X)*a/(a-b))
		}
	}
	slices.Sort(xs)
	return xs
}

// box is a rectangle as a polygon.
func box(left, bottom, right, top vg.Length) []vg.Point {
	return []vg.Point{{X: left, Y: bottom}, {X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top}}
}
