package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// outline adds a sector's mark to a path: a circle, a square or a diamond, so
// that sectors can be told without colours.
func outline(path *vg.Path, sector string, at vg.Point, size vg.Length) {
	switch sector {
	case public:
		path.Move(vg.Point{X: at.X + size, Y: at.Y})
		path.Arc(at, size, 0, 2*math.Pi)
	case private:
		polygon(path, box(at.X-size*.9, at.Y-size*.9, at.X+size*.9, at.Y+size*.9))
	default:
		reach := size * 1.33
		polygon(path, []vg.Point{{X: at.X, Y: at.Y - reach}, {X: at.X + reach, Y: at.Y},
			{X: at.X, Y: at.Y + reach}, {X: at.X - reach, Y: at.Y}})
	}
}

func polygon(path *vg.Path, points []vg.Point) {
	for i, p := range points {
		if i == 0 {
			path.Move(p)
			continue
		}
		path.Line(p)
	}
	path.Close()
}

// marked draws a sector's marks at points: filled, or open for what is
// preliminary.
func marked(c draw.Canvas, sector string, points []vg.Point, size vg.Length, isOpen bool) {
	var path vg.Path
	for _, at := range points {
		outline(&path, sector, at, size)
	}
	if len(path) == 0 {
		return
	}
	colour := colourOf(sector)
	if !isOpen {
		c.SetColor(colour)
		c.Fill(path)
		return
	}
	c.SetColor(paper())
	c.Fill(path)
	strokePath(c, path, draw.LineStyle{Color: colour, Width: 1.8})
}

// filled fills a polygon as a sector is filled in bars: in its colour with its
// mark in white, or hatched for a remainder.
func filled(c draw.Canvas, sector string, left, bottom, right, top vg.Length) {
	area := box(left, bottom, right, top)
	switch sector {
	case nonpublic:
		hatched(c, area, ink(), 1.8)
		return
	case unknown:
		crossed(c, area, ink(), 1.2)
		return
	}
	c.FillPolygon(colourOf(sector), area)
	size := min(right-left, top-bottom, 14) / 4
	if size < 2.5 {
		return
	}
	var path vg.Path
	outline(&path, sector, vg.Point{X: (left + right) / 2, Y: (bottom + top) / 2}, size)
	c.SetColor(paper())
	c.Fill(path)
}
