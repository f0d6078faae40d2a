package site

import (
	"fmt"
	"strings"
)

// A panel is one chart of shares over time.
type panel struct {
	ID, Title, Desc, Caption string
	Width, Height            length
	Left, Right, Top, Bottom length // of the area between the axes
	TickEnd                  length
	Ticks                    []panelTick
	Times                    []panelTick
	Breaks                   []panelTick
	Traces                   []trace
	Labels                   []panelLabel
}

type panelTick struct {
	X, Y  length
	Label string
}

// A panelLabel names a trace at its end, the value under the name.
type panelLabel struct {
	X, Y        length
	Sector      string
	Name, Value string
	Anchor      string
}

// The chart in tenths of a unit. One unit is about a pixel where the page is
// narrowest, so that text of 13 units can be read on a telephone.
const (
	panelWidth  length = 3400
	panelHeight length = 2350
	panelLeft   length = 470
	panelRight  length = 2480
	panelTop    length = 180
	panelBottom length = 2060
	panelInset  length = 90 // from the axis to the first point
	lineHeight  length = 145
	digitWidth  length = 72
)

// newPanels draws all three sectors on the whole scale, and idéburen alone on
// a scale of its own that also starts at 0: beside sectors many times its size
// it cannot be read, and a cut axis would make a small change look large.
func newPanels(c Card, language string) ([]panel, error) {
	w := wordsIn(language)
	times, err := newAxis(c.Series)
	if err != nil {
		return nil, err
	}
	traces, most, err := newTraces(c)
	if err != nil || len(traces) == 0 {
		return nil, err
	}
	all := newPanel(c.ID+"-all", w.AllSectors, times, w)
	if err := all.draw(c, traces, whole, times, language); err != nil {
		return nil, err
	}
	s := scaleFor(most * 11 / 10)
	top, err := s.label(s.top, language)
	if err != nil {
		return nil, err
	}
	caption := fmt.Sprintf(w.FromZero, strings.TrimSuffix(top, percentSign))
	alone := newPanel(c.ID+"-ideburen", caption, times, w)
	if err := alone.draw(c, only(traces, ideburen), s, times, language); err != nil {
		return nil, err
	}
	return []panel{all, alone}, alone.addFirst(only(traces, ideburen), s, times, language)
}

func newPanel(id, caption string, times axis, w words) panel {
	p := panel{ID: id, Caption: caption, Width: panelWidth, Height: panelHeight,
		Left: panelLeft, Right: panelRight, Top: panelTop, Bottom: panelBottom, TickEnd: panelBottom + 50}
	p.Times = times.labels()
	for _, x := range times.breaks {
		p.Breaks = append(p.Breaks, panelTick{X: x, Label: w.BreakMark})
	}
	return p
}

func only(traces []series, sector string) []series {
	for _, t := range traces {
		if t.sector == sector {
			return []series{t}
		}
	}
	return nil
}

// draw adds the value axis, the traces, their labels and the description.
func (p *panel) draw(c Card, traces []series, s scale, times axis, language string) error {
	for _, t := range s.ticks() {
		label, err := s.label(t, language)
		if err != nil {
			return err
		}
		p.Ticks = append(p.Ticks, panelTick{Y: p.y(s, t), Label: label})
	}
	w := wordsIn(language)
	p.Title = c.Title + ". " + p.Caption
	for _, t := range traces {
		p.Traces = append(p.Traces, p.trace(t, s, times))
		label, err := p.label(t, s, times, language)
		if err != nil {
			return err
		}
		p.Labels = append(p.Labels, label)
		p.Desc += label.Name + ": " + times.periods[t.last().at] + " " + label.Value + ". "
	}
	p.Desc += w.SeeTable
	spread(p.Labels, panelTop, panelBottom)
	return nil
}

func (p *panel) y(s scale, v share) length {
	return p.Bottom - length(int64(v)*int64(p.Bottom-p.Top)/int64(s.top))
}

// label stands to the right of the trace's last value.
func (p *panel) label(t series, s scale, times axis, language string) (panelLabel, error) {
	last := t.last()
	text, err := between(last.low.decimal(), last.high.decimal(), language)
	return panelLabel{
		X: times.x[last.at] + 140, Y: p.y(s, (last.low+last.high)/2),
		Sector: t.sector, Name: short(t.label), Value: text + percentSign, Anchor: "start",
	}, err
}

// addFirst writes the first value beside its point, on the side the line does
// not go.
func (p *panel) addFirst(traces []series, s scale, times axis, language string) error {
	if len(traces) == 0 || len(traces[0].values) < 2 {
		return nil
	}
	first, next := traces[0].values[0], traces[0].values[1]
	text, err := between(first.low.decimal(), first.high.decimal(), language)
	y := p.y(s, first.high) - 100
	if next.high > first.high {
		y = p.y(s, first.low) + 200
	}
	p.Labels = append(p.Labels, panelLabel{X: times.x[first.at], Y: y, Sector: ideburen,
		Value: text + percentSign, Anchor: "start"})
	return err
}
