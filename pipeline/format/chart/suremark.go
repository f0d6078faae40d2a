package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Plot draws both marks, one under the other.
func (m certainty) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	at := func(s share) vg.Length { return x(float64(s)) }
	m.drawBounds(c, at)
	if len(m.readings) > 0 {
		m.drawSpread(draw.Crop(c, 0, 0, 0, -(sureHead+sureBar+sureGap)), at)
	}
	if m.target != nil {
		m.drawTarget(c, at)
	}
	c.StrokeLine2(draw.LineStyle{Color: ink(), Width: 1}, c.Min.X, c.Min.Y, c.Min.X, c.Max.Y)
}

// drawBounds is what is not known: a bar to low, hatched from there to high.
func (m certainty) drawBounds(c draw.Canvas, at func(share) vg.Length) {
	heading(c, m.Bounds)
	top := c.Max.Y - sureHead
	bottom := top - sureBar
	c.FillPolygon(colourOf(ideburen), box(at(0), bottom, at(m.low), top))
	if m.high > m.low {
		hatched(c, box(at(m.low), bottom, at(m.high), top), colourOf(ideburen), 2.4)
	}
	c.StrokeLine2(draw.LineStyle{Color: colourOf(ideburen), Width: 2}, at(m.high), bottom-3, at(m.high), top+3)
	value := letter{size: 17, colour: colourOf(ideburen), isBold: true}
	left, baseline := at(m.high)+9, bottom+sureBar/2-6
	if wide := value.width(m.text + percentSign); left+wide > c.Max.X {
		left, baseline = c.Max.X-wide, c.Max.Y-16
		back(c, value, left, baseline, m.text+percentSign)
	}
	value.write(c, left, baseline, m.text+percentSign)
}

// drawSpread is what is meant: a diamond for each definition, two with a line
// where it is a range, and behind them all that they cover.
func (m certainty) drawSpread(c draw.Canvas, at func(share) vg.Length) {
	heading(c, m.Spread)
	low, high := m.readings[0].low, m.readings[0].high
	for _, r := range m.readings {
		low, high = min(low, r.low), max(high, r.high)
	}
	top := c.Max.Y - sureHead
	c.FillPolygon(hull(), box(at(low), top-m.row()*vg.Length(len(m.readings)), at(high), top))
	for i, r := range m.readings {
		m.drawReading(c, r, top-m.row()*vg.Length(i), at)
	}
}

// drawReading is one definition: its mark, its name and its value.
func (m certainty) drawReading(c draw.Canvas, r reading, top vg.Length, at func(share) vg.Length) {
	y := top - m.row() + sureRow/2
	points := []vg.Point{{X: at(r.low), Y: y}}
	if r.high-r.low >= oneNumber {
		points = append(points, vg.Point{X: at(r.high), Y: y})
		c.StrokeLine2(draw.LineStyle{Color: colourOf(ideburen), Width: 2}, at(r.low), y, at(r.high), y)
	}
	marked(c, ideburen, points, 4.2, true)
	m.writeRow(c, r, top, at)
}

// drawTarget is what somebody has decided on: a line in the last row.
func (m certainty) drawTarget(c draw.Canvas, at func(share) vg.Length) {
	bottom := c.Max.Y - m.height() + sureGap
	if len(m.readings) == 0 {
		bottom = c.Max.Y - m.height()
	}
	x := at(m.target.low)
	c.StrokeLine2(draw.LineStyle{Color: ink(), Width: 2, Dashes: dotted()}, x, bottom+2, x, bottom+sureRow-2)
	m.writeRow(c, *m.target, bottom+m.row(), at)
}

// writeRow writes a row's name and value, beside its mark where there is room.
func (m certainty) writeRow(c draw.Canvas, r reading, top vg.Length, at func(share) vg.Length) {
	name := letter{size: textSize, colour: soft()}
	value := letter{size: textSize, colour: ink(), isBold: true}
	y := top - m.row() + sureRow/2
	baseline, room := y-4.5, c.Max.X-c.Min.X-6
	if m.isAbove {
		baseline = top - 13
	}
	right, wide := at(r.high)+12, value.width(r.text)
	if right+wide > c.Max.X {
		right, y, room = c.Max.X-wide, baseline+4.5, room-wide-12
	}
	shown := name.fit(r.label, room)
	back(c, name, c.Min.X+6, baseline, shown)
	name.write(c, c.Min.X+6, baseline, shown)
	value.write(c, right, y-4.5, r.text)
}

// heading names a mark over it.
func heading(c draw.Canvas, text string) {
	l := letter{size: textSize, colour: ink()}
	back(c, l, c.Min.X+6, c.Max.Y-13, text)
	l.write(c, c.Min.X+6, c.Max.Y-13, text)
}

// back clears the grid behind a text.
func back(c draw.Canvas, l letter, x, baseline vg.Length, text string) {
	c.FillPolygon(paper(), box(x-2, baseline-3, x+l.width(text)+2, baseline+l.size-2))
}
