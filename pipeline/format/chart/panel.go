package chart

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A panel is one chart of shares over time.
type panel struct {
	caption string
	series  []series
	scale   scale
	isAlone bool // idéburen alone: its first value is written too
	target  *reading
}

const (
	panelHeight vg.Length = 215
	panelTop    vg.Length = 16 // for the label of a break
	labelLeft   vg.Length = 12
	panelInset            = .045 // of the span, before the first point and after the last
)

// block lays the panel out: caption, plot, and room at the right for the
// series' labels.
func (p panel) block(d Description, width vg.Length) (block, error) {
	ticks, _, err := p.scale.constantTicks(d.Language)
	if err != nil {
		return block{}, err
	}
	p.series = p.fitted(width / 3)
	right := p.labelWidth() + labelLeft
	caption := lines(p.caption, letter{size: textSize, colour: ink(), isBold: true}, width)
	area := block{height: panelHeight, draw: func(c draw.Canvas) {
		p.plot(d, ticks, width-right-35).Draw(draw.Crop(c, 0, -right, 0, -panelTop))
	}}
	return stack(caption, space(4), area), nil
}

// fitted are the series with names for which there is room.
func (p panel) fitted(width vg.Length) (all []series) {
	for _, s := range p.series {
		s.label = letter{size: textSize}.fit(s.label, width)
		all = append(all, s)
	}
	return all
}

func (p panel) labelWidth() (width vg.Length) {
	name, value := letter{size: textSize}, letter{size: textSize, isBold: true}
	if p.target != nil {
		width = max(name.width(p.target.label), value.width(p.target.text))
	}
	for _, s := range p.series {
		width = max(width, name.width(s.label), value.width(s.last().text))
	}
	return width
}

func (p panel) plot(d Description, ticks plot.ConstantTicks, width vg.Length) *plot.Plot {
	out := plot.New()
	out.BackgroundColor = nil
	first, last := day(d.Points[0]), day(d.Points[len(d.Points)-1])
	edge := (last - first) * panelInset
	out.X.Min, out.X.Max = first-edge, last+edge
	out.Y.Min, out.Y.Max = 0, float64(p.scale.top)
	label := letter{size: textSize, colour: soft()}
	out.X.Padding, out.Y.Padding = 0, 0
	out.X.Tick.Marker, out.Y.Tick.Marker = periodTicks(d.Points, width*(1-2*panelInset)), ticks
	out.X.Tick.Label, out.Y.Tick.Label = label.style(text.XCenter, text.YTop), label.style(text.XRight, text.YCenter)
	axis := draw.LineStyle{Color: ink(), Width: 1}
	out.X.LineStyle, out.X.Tick.LineStyle, out.X.Tick.Length = axis, axis, 5
	out.Y.LineStyle.Width, out.Y.Tick.Width, out.Y.Tick.Length = 0, 0, 0
	out.Add(&plotter.Grid{Horizontal: draw.LineStyle{Color: rule(), Width: 1}}, breaks{d.Points, wordsIn(d.Language).Break})
	for _, s := range p.series {
		out.Add(trace(s))
	}
	out.Add(p)
	return out
}

// periodTicks names the last period, the first, and every second, third or so
// between them, as many as there is room for.
func periodTicks(points []Point, width vg.Length) (ticks plot.ConstantTicks) {
	last := len(points) - 1
	chosen := []int{0, last}
	for step := 1; step < last; step++ {
		if every, fits := everyPeriod(points, width, step); fits {
			chosen = every
			break
		}
	}
	for _, i := range chosen {
		ticks = append(ticks, plot.Tick{Value: day(points[i]), Label: points[i].Period})
	}
	return ticks
}

// everyPeriod counts periods from the last in steps; the first is always named,
// and takes the room of one that is too close to it.
func everyPeriod(points []Point, width vg.Length, step int) (chosen []int, fits bool) {
	last := len(points) - 1
	for i := last; i > 0; i -= step {
		chosen = append(chosen, i)
	}
	if n := len(chosen); n > 1 && !haveRoom(points, width, 0, chosen[n-1]) {
		chosen = chosen[:n-1]
	}
	chosen = append(chosen, 0)
	slices.Reverse(chosen)
	for i := 1; i < len(chosen); i++ {
		if !haveRoom(points, width, chosen[i-1], chosen[i]) {
			return nil, false
		}
	}
	return chosen, true
}

// haveRoom tells whether the names of two periods stand apart.
func haveRoom(points []Point, width vg.Length, left, right int) bool {
	l := letter{size: textSize}
	span := day(points[len(points)-1]) - day(points[0])
	apart := width * vg.Length((day(points[right])-day(points[left]))/span)
	return apart > (l.width(points[left].Period)+l.width(points[right].Period))/2+5
}

// breaks are dashed lines between periods that cannot be compared.
type breaks struct {
	points []Point
	label  string
}

// Plot draws them, each with its label over it.
func (b breaks) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	l := letter{size: 13, colour: soft()}
	for i, point := range b.points {
		if i == 0 || !point.IsBroken {
			continue
		}
		at := x((day(b.points[i-1]) + day(point)) / 2)
		c.StrokeLine2(draw.LineStyle{Color: ink(), Width: 1.2, Dashes: []vg.Length{4, 3}}, at, c.Min.Y, at, c.Max.Y)
		l.write(c, at-l.width(b.label)/2, c.Max.Y+5, b.label)
	}
}
