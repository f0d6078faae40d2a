package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A block is a part of a picture with a height of its own; it is drawn on a
// canvas that is as high and as wide as it was laid out for.
type block struct {
	height vg.Length
	draw   func(draw.Canvas)
}

// stack puts blocks under each other.
func stack(blocks ...block) block {
	all := block{draw: func(c draw.Canvas) {
		top := vg.Length(0)
		for _, b := range blocks {
			b.draw(draw.Crop(c, 0, 0, c.Max.Y-c.Min.Y-top-b.height, -top))
			top += b.height
		}
	}}
	for _, b := range blocks {
		all.height += b.height
	}
	return all
}

// beside puts two blocks beside each other.
func beside(left, right block, width, gap vg.Length) block {
	return block{height: max(left.height, right.height), draw: func(c draw.Canvas) {
		left.draw(draw.Crop(c, 0, -width-gap, c.Max.Y-c.Min.Y-left.height, 0))
		right.draw(draw.Crop(c, width+gap, 0, c.Max.Y-c.Min.Y-right.height, 0))
	}}
}

// space is an empty block.
func space(height vg.Length) block { return block{height: height, draw: func(draw.Canvas) {}} }

// lines is a text, wrapped.
func lines(text string, l letter, width vg.Length) block {
	if text == "" {
		return space(0)
	}
	wrapped := l.wrap(text, width)
	return block{height: l.leading() * vg.Length(len(wrapped)), draw: func(c draw.Canvas) {
		for i, line := range wrapped {
			l.write(c, c.Min.X, c.Max.Y-l.leading()*vg.Length(i)-l.size, line)
		}
	}}
}

// inset leaves room on all sides of a block.
func inset(b block, margin vg.Length) block {
	return block{height: b.height + 2*margin, draw: func(c draw.Canvas) {
		b.draw(draw.Crop(c, margin, -margin, margin, -margin))
	}}
}
