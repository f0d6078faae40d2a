package chart

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tresektor/pipeline/edition"
)

// A segment is a sector's part of the bar.
type segment struct {
	sector, label, text string
	from, to            share
}

const (
	barHeight vg.Length = 40
	swatch    vg.Length = 12
)

// stackOrder is how the bar is laid out. Idéburen stands first, from 0, with
// what is undecided next to it, so that the hatched part shows how far it
// could reach.
func stackOrder() []string { return []string{ideburen, nonpublic, unknown, private, public} }

func (d Description) segments() (all []segment, err error) {
	at := share(0)
	for _, code := range stackOrder() {
		sector := d.sector(code)
		v, _, err := parseShare(sector.Share)
		if err != nil {
			return nil, fmt.Errorf("sector %s: %w", code, err)
		}
		text, err := sector.said(d.Language)
		if err != nil {
			return nil, fmt.Errorf("sector %s: %w", code, err)
		}
		if v > 0 {
			all = append(all, segment{code, short(sector.Label), text + percentSign, at, at + v})
		}
		at += v
	}
	return all, nil
}

// said is the sector's share, as a range where it is one.
func (s Sector) said(language string) (string, error) {
	if !isSector(s.Code) {
		return edition.Between(s.Share, s.Share, language)
	}
	return edition.Between(s.Low, s.High, language)
}

// split is the whole as one bar, with its key under it.
func split(d Description, s sheet) (drawing, error) {
	segments, err := d.segments()
	if err != nil {
		return drawing{}, err
	}
	bar := block{height: barHeight, draw: func(c draw.Canvas) { drawBar(c, segments) }}
	w := wordsIn(d.Language)
	return drawing{block: stack(bar, space(8), key(segments, s.width)), caption: w.Whole, text: said(segments)}, nil
}

func said(segments []segment) string {
	var parts []string
	for _, s := range segments {
		parts = append(parts, s.label+" "+s.text)
	}
	return strings.Join(parts, ", ") + "."
}

func drawBar(c draw.Canvas, segments []segment) {
	c = draw.Crop(c, .5, -.5, .5, -.5) // half the frame
	for _, s := range segments {
		filled(c, s.sector, c.X(s.from.of(one)), c.Min.Y, c.X(s.to.of(one)), c.Max.Y)
	}
	framed(c, box(c.Min.X, c.Min.Y, c.Max.X, c.Max.Y))
}

func framed(c draw.Canvas, area []vg.Point) {
	var frame vg.Path
	polygon(&frame, area)
	strokePath(c, frame, draw.LineStyle{Color: ink(), Width: .75})
}

// key names the segments in the bar's order, as many on a line as there is
// room for.
func key(segments []segment, width vg.Length) block {
	name, value := letter{size: textSize, colour: ink()}, letter{size: textSize, colour: ink(), isBold: true}
	var at []vg.Point
	x, y := vg.Length(0), vg.Length(0)
	segments = slices.Clone(segments)
	for i := range segments {
		s := &segments[i]
		s.label = name.fit(s.label, width-swatch-12-value.width(s.text))
		wide := swatch + 6 + name.width(s.label+" ") + value.width(s.text)
		if x > 0 && x+wide > width {
			x, y = 0, y+name.leading()+3
		}
		at = append(at, vg.Point{X: x, Y: y})
		x += wide + 18
	}
	return block{height: y + name.leading(), draw: func(c draw.Canvas) {
		for i, s := range segments {
			x, y := c.Min.X+at[i].X+.5, c.Max.Y-at[i].Y-textSize
			filled(c, s.sector, x, y-1, x+swatch, y-1+swatch)
			framed(c, box(x, y-1, x+swatch, y-1+swatch))
			name.write(c, x+swatch+6, y, s.label)
			value.write(c, x+swatch+6+name.width(s.label+" "), y, s.text)
		}
	}}
}
