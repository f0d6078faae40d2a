package chart

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Frame is what a picture has around it where it is shown alone.
type Frame struct {
	Source  string // where the numbers come from
	Edition string // the edition's name, its date and its publisher
	Banner  string // what the reader must not mistake it for, or ""
}

// The pictures of the press are drawn half as wide as they are in pixels.
const (
	pressWidth    vg.Length = 600
	pressMargin   vg.Length = 24
	previewHeight vg.Length = 315
)

// NewPress lays out a chart that is shown alone, 1200 pixels wide: under what
// it says and what it shows, over its source and its edition.
func NewPress(d Description, kind Kind, f Frame) (*Chart, error) {
	d, f = d.cleaned(), f.cleaned()
	width := pressWidth - 2*pressMargin
	out, err := drawn(d, kind, sheet{width: width, isBeside: true})
	if err != nil {
		return nil, err
	}
	caption := space(0)
	if kind != Time { // its panels have captions of their own
		caption = stack(lines(out.caption, letter{size: textSize, colour: ink(), isBold: true}, width), space(6))
	}
	all := stack(d.head(20, width, true), space(14), caption, out.block, space(14), f.foot(d.Language, width))
	c := &Chart{Width: int(pressWidth), Caption: out.caption, Text: out.text, scale: density}
	c.fill(d, inset(all, pressMargin))
	return c, nil
}

// NewPreview lays out what is shown where somebody links to the edition, 1200
// by 630 pixels: what the card says, its first chart where there is one, and
// the edition.
func NewPreview(d Description, f Frame) (*Chart, error) {
	d, f = d.cleaned(), f.cleaned()
	width := pressWidth - 2*pressMargin
	var out drawing
	if kinds := d.Kinds(); len(kinds) > 0 {
		var err error
		if out, err = drawn(d, kinds[0], sheet{width: width, isBeside: true}); err != nil {
			return nil, fmt.Errorf("preview: %w", err)
		}
	} else {
		out.block = space(0)
	}
	f.Source = ""
	foot := f.foot(d.Language, width)
	room := previewHeight - 2*pressMargin - foot.height
	head := d.head(previewLetter(d, width, room-out.height-16), width, false)
	all := stack(head, space(16), out.block, space(max(room-head.height-out.height-16, 0)), foot)
	c := &Chart{Width: int(pressWidth), Caption: out.caption, Text: out.text, scale: density}
	c.fill(d, inset(all, pressMargin))
	c.Height = int(previewHeight)
	return c, nil
}

// previewLetter is the largest size with which the message has room.
func previewLetter(d Description, width, room vg.Length) (size vg.Length) {
	for size = 28; size > 12; size-- {
		if d.head(size, width, false).height <= room {
			break
		}
	}
	return size
}

// head is what the picture says, and what it shows.
func (d Description) head(size, width vg.Length, isShown bool) block {
	message := lines(d.Message, letter{size: size, colour: ink(), isBold: true}, width)
	if !isShown {
		return message
	}
	return stack(message, space(5), lines(d.Shown, letter{size: 13, colour: soft()}, width))
}

// foot is what belongs to the picture wherever it is shown.
func (f Frame) foot(language string, width vg.Length) block {
	line := block{height: 9, draw: func(c draw.Canvas) {
		c.StrokeLine2(draw.LineStyle{Color: rule(), Width: 1}, c.Min.X, c.Max.Y, c.Max.X, c.Max.Y)
	}}
	small := letter{size: 12, colour: soft()}
	source := f.Source
	if source != "" {
		source = wordsIn(language).Source + ": " + source
	}
	return stack(line, lines(f.Banner, letter{size: 12, colour: ink(), isBold: true}, width),
		lines(source, small, width), lines(f.Edition, small, width))
}

func (f Frame) cleaned() Frame {
	return Frame{Source: plain(f.Source), Edition: plain(f.Edition), Banner: plain(f.Banner)}
}
