package chart

import (
	"image/color"
	"slices"
	"testing"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// An inked is one thing that a chart draws: a filled or stroked path, or a text.
type inked struct {
	colour color.RGBA
	path   vg.Path
	isFill bool
	dashes int
	text   string
	at     vg.Point
	font   vg.Length
	width  vg.Length // of the text, as it was measured
}

// drawnBy is what a chart draws, in order.
func drawnBy(t testing.TB, d Description, kind Kind, size Size) (*Chart, []inked) {
	t.Helper()
	c, err := New(d, kind, size)
	if err != nil {
		t.Fatal(err)
	}
	return c, record(c)
}

func record(c *Chart) (all []inked) {
	var canvas recorder.Canvas
	c.draw(draw.NewCanvas(&canvas, vg.Length(c.Width), vg.Length(c.Height)))
	var now inked
	for _, action := range canvas.Actions {
		switch a := action.(type) {
		case *recorder.SetColor:
			now.colour, _ = color.RGBAModel.Convert(a.Color).(color.RGBA)
		case *recorder.SetLineDash:
			now.dashes = len(a.Dashes)
		case *recorder.Stroke:
			all = append(all, inked{colour: now.colour, path: slices.Clone(a.Path), dashes: now.dashes})
		case *recorder.Fill:
			all = append(all, inked{colour: now.colour, path: slices.Clone(a.Path), isFill: true})
		case *recorder.FillString:
			l := letter{size: a.Size, isBold: a.Font.Weight == xfont.WeightBold}
			all = append(all, inked{colour: now.colour, text: a.String, at: a.Point, font: a.Size, width: l.width(a.String)})
		}
	}
	return all
}

// bounds are the edges of a path: left, bottom, right, top.
func (i inked) bounds() (left, bottom, right, top vg.Length) {
	if i.text != "" {
		return i.at.X, i.at.Y - i.font*.22, i.at.X + i.width, i.at.Y + i.font*.75
	}
	for n, c := range i.path {
		if c.Type == vg.CloseComp {
			continue
		}
		if n == 0 {
			left, bottom, right, top = c.Pos.X, c.Pos.Y, c.Pos.X, c.Pos.Y
		}
		left, right = min(left, c.Pos.X-c.Radius), max(right, c.Pos.X+c.Radius)
		bottom, top = min(bottom, c.Pos.Y-c.Radius), max(top, c.Pos.Y+c.Radius)
	}
	return left, bottom, right, top
}

// points are the corners of a path.
func (i inked) points() (points []vg.Point) {
	for _, c := range i.path {
		if c.Type == vg.MoveComp || c.Type == vg.LineComp {
			points = append(points, c.Pos)
		}
	}
	return points
}

// texts are where texts stand.
func texts(all []inked) map[string]vg.Point {
	at := map[string]vg.Point{}
	for _, i := range all {
		if i.text != "" {
			at[i.text] = i.at
		}
	}
	return at
}
