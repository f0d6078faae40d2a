package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Plot draws the forms under each other, in the order of their list.
func (f forms) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	at := func(s share) vg.Length { return x(float64(s)) }
	top := c.Max.Y
	for _, g := range f.groups {
		f.drawGroup(c, g, top, at)
		top -= f.groupHeight(g)
	}
}

func (f forms) drawGroup(c draw.Canvas, g formGroup, top vg.Length, at func(share) vg.Length) {
	name, left := letter{size: textSize, colour: ink()}, c.Min.X-f.label
	if !f.isBeside {
		top -= formGap
		c.FillPolygon(paper(), box(left, top-textSize-4, left+name.width(g.name), top-1))
		name.write(c, left, top-textSize, g.name)
		top -= formName
	}
	c.StrokeLine2(draw.LineStyle{Color: ink(), Width: 1}, c.Min.X, top-formRow*vg.Length(len(g.bars)), c.Min.X, top)
	for _, b := range g.bars {
		before := b.period
		if f.isBeside {
			before = g.name
		}
		name.write(c, left, top-formRow/2-4.5, before)
		b.draw(c, top-(formRow-formBarH)/2, at)
		top -= formRow
	}
}

// draw is a bar to low, hatched from there to high, and its value; a value
// that is no number stands alone.
func (b formBar) draw(c draw.Canvas, top vg.Length, at func(share) vg.Length) {
	value := letter{size: textSize, colour: textColourOf(ideburen), isBold: true}
	if !b.isTold {
		value = letter{size: textSize, colour: soft()}
	}
	bottom := top - formBarH
	if b.isTold {
		c.FillPolygon(colourOf(ideburen), box(at(0), bottom, at(b.low), top))
		if b.high-b.low >= oneNumber {
			hatched(c, box(at(b.low), bottom, at(b.high), top), colourOf(ideburen), 2.4)
		}
		c.StrokeLine2(draw.LineStyle{Color: colourOf(ideburen), Width: 2}, at(b.high), bottom-2, at(b.high), top+2)
	}
	left := at(b.high) + 8
	back(c, value, left, bottom+3.5, b.text)
	value.write(c, left, bottom+3.5, b.text)
}

func (f Form) cleaned() Form {
	values := make([]FormValue, 0, len(f.Values))
	for _, v := range f.Values {
		v.Period = plain(v.Period)
		values = append(values, v)
	}
	return Form{plain(f.Label), values}
}
