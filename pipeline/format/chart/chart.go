package chart

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Size is how a chart is laid out.
type Size int

// The sizes. A chart of a page can be read where it is shown as wide as it was
// drawn, or a little narrower.
const (
	Wide   Size = iota
	Narrow      // for the narrowest page, 320 pixels
)

// A Chart is a picture that is laid out.
type Chart struct {
	Width, Height int    // in pixels of CSS
	Caption       string // what is particular to this chart: its scale
	Text          string // the values in words, for those who do not see it

	language    string
	title, desc string
	scale       int // how many pixels wide a unit is where the chart is shown alone
	draw        func(draw.Canvas)
}

// A sheet is what a chart has room for.
type sheet struct {
	width    vg.Length
	isBeside bool // two panels stand beside each other
}

// A drawing is a chart without what stands around it.
type drawing struct {
	block
	caption, text string
}

const (
	narrowWidth vg.Length = 300
	columnWidth vg.Length = 460 // of two on a page
	formWidth   vg.Length = 600
	pageWidth   vg.Length = 960
)

func sheetFor(kind Kind, size Size) sheet {
	switch {
	case size == Narrow:
		return sheet{width: narrowWidth}
	case kind == ByForm:
		return sheet{width: formWidth, isBeside: true}
	case kind == Time:
		return sheet{width: pageWidth, isBeside: true}
	}
	return sheet{width: columnWidth}
}

// New lays out one of the charts that d.Kinds names.
func New(d Description, kind Kind, size Size) (*Chart, error) {
	d = d.cleaned()
	s := sheetFor(kind, size)
	out, err := drawn(d, kind, s)
	if err != nil {
		return nil, err
	}
	c := &Chart{Width: int(s.width), Caption: out.caption, Text: out.text, scale: 1}
	c.fill(d, out.block)
	return c, nil
}

// fill gives the chart its content, as high as it is, on paper.
func (c *Chart) fill(d Description, b block) {
	c.Height = int(b.height + 1)
	c.language, c.title, c.desc = d.Language, d.Message, joined(d.Shown, c.Caption, c.Text)
	c.draw = func(canvas draw.Canvas) {
		canvas.FillPolygon(paper(), box(canvas.Min.X, canvas.Min.Y, canvas.Max.X, canvas.Max.Y))
		b.draw(draw.Crop(canvas, 0, 0, canvas.Max.Y-canvas.Min.Y-b.height, 0))
	}
}

func drawn(d Description, kind Kind, s sheet) (out drawing, err error) {
	if err := d.check(); err != nil {
		return out, err
	}
	switch kind {
	case Split:
		out, err = split(d, s)
	case Sure:
		out, err = sure(d, s)
	case Time:
		out, err = overTime(d, s)
	case ByForm:
		out, err = byForm(d, s)
	default:
		err = fmt.Errorf("there is no chart %q", kind)
	}
	return out, err
}

// Alternative is the whole chart as a text that can stand in its place: what it
// says, its scale and its values.
func (c *Chart) Alternative() string { return joined(c.title, c.Caption, c.Text) }

// joined are sentences after each other.
func joined(texts ...string) string {
	var all []string
	for _, t := range texts {
		if t == "" {
			continue
		}
		if !strings.HasSuffix(t, ".") {
			t += "."
		}
		all = append(all, t)
	}
	return strings.Join(all, " ")
}

// cleaned makes all texts fit for XML and for one line.
func (d Description) cleaned() Description {
	d.Message, d.Shown = plain(d.Message), plain(d.Shown)
	d.Sectors = append([]Sector(nil), d.Sectors...)
	for i := range d.Sectors {
		d.Sectors[i].Label = plain(d.Sectors[i].Label)
	}
	d.Readings = append([]Reading(nil), d.Readings...)
	for i := range d.Readings {
		d.Readings[i].Label = plain(d.Readings[i].Label)
	}
	d.Points = append([]Point(nil), d.Points...)
	for i := range d.Points {
		d.Points[i].Period = plain(d.Points[i].Period)
	}
	d.Forms = append([]Form(nil), d.Forms...)
	for i := range d.Forms {
		d.Forms[i] = d.Forms[i].cleaned()
	}
	d.Unsaid = append([]string(nil), d.Unsaid...)
	for i := range d.Unsaid {
		d.Unsaid[i] = plain(d.Unsaid[i])
	}
	return d
}
