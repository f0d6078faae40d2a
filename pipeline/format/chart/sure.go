package chart

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tresektor/pipeline/edition"
)

// certainty is the idéburen share in two ways that are never added up: a bar
// for what is certain with its possible range hatched, and a row of its own
// for every definition.
type certainty struct {
	words
	scale
	low, high share
	text      string
	readings  []reading
	target    *reading // nil for none
	isAbove   bool     // labels stand above their marks
}

type reading struct {
	label, text string
	low, high   share
}

// The rows from the top.
const (
	sureHead vg.Length = 20 // a heading, before its mark
	sureBar  vg.Length = 28
	sureRow  vg.Length = 24
	sureTall vg.Length = 40 // a row with its label above its mark
	sureAxis vg.Length = 24
	sureGap  vg.Length = 8

	zeroLabel vg.Length = 4 // half of what stands under the bar's foot
)

// sure draws bounds and spread on a scale of their own.
func sure(d Description, s sheet) (drawing, error) {
	m := certainty{words: wordsIn(d.Language)}
	var err error
	if m.low, m.high, _, err = parseRange(d.Low, d.High); err != nil {
		return drawing{}, err
	}
	if m.text, err = edition.Between(d.Low, d.High, d.Language); err != nil {
		return drawing{}, err
	}
	if m.readings, err = d.readings(); err != nil {
		return drawing{}, err
	}
	target, text, isSet, err := d.parseTarget()
	if err != nil {
		return drawing{}, err
	}
	if isSet {
		m.target = &reading{m.Target, text, target, target}
	}
	most := max(m.high, target)
	for _, r := range m.readings {
		most = max(most, r.high)
	}
	m.scale = scaleFor(most * 5 / 3) // leaves room for the text beside the longest
	m.isAbove = !m.fitsBefore(s.width)
	ticks, top, err := m.constantTicks(d.Language)
	if err != nil {
		return drawing{}, err
	}
	out := drawing{caption: fmt.Sprintf(m.OwnScale, strings.TrimSuffix(top, percentSign)), text: m.said()}
	out.block = block{height: m.height() + sureAxis, draw: func(c draw.Canvas) { m.plot(ticks).Draw(draw.Crop(c, zeroLabel, 0, 0, 0)) }}
	return out, nil
}

// readings are none when there are fewer than two: a spread of one is none.
func (d Description) readings() (all []reading, err error) {
	for _, r := range d.Readings {
		low, high, ok, err := parseRange(r.Low, r.High)
		if err != nil {
			return nil, fmt.Errorf("definition %s: %w", r.Label, err)
		}
		if !ok {
			continue
		}
		text, err := edition.Between(r.Low, r.High, d.Language)
		if err != nil {
			return nil, fmt.Errorf("definition %s: %w", r.Label, err)
		}
		all = append(all, reading{short(r.Label), text + percentSign, low, high})
	}
	if len(all) < 2 {
		return nil, nil
	}
	return all, nil
}

func (s scale) constantTicks(language string) (ticks plot.ConstantTicks, top string, err error) {
	for _, t := range s.ticks() {
		if top, err = s.label(t, language); err != nil {
			return nil, "", err
		}
		ticks = append(ticks, plot.Tick{Value: float64(t), Label: top})
	}
	return ticks, top, nil
}

// fitsBefore tells whether every label has room to the left of its mark and
// every value to the right.
func (m certainty) fitsBefore(width vg.Length) bool {
	name, value := letter{size: textSize}, letter{size: textSize, isBold: true}
	for _, r := range m.rows() {
		left, right := width*vg.Length(r.low.of(m.top)), width*vg.Length(1-r.high.of(m.top))
		if name.width(r.label)+20 > left || value.width(r.text)+36 > right {
			return false
		}
	}
	return true
}

// rows are the readings, and the target under them.
func (m certainty) rows() []reading {
	if m.target == nil {
		return m.readings
	}
	return append(slices.Clone(m.readings), *m.target)
}

func (m certainty) row() vg.Length {
	if m.isAbove {
		return sureTall
	}
	return sureRow
}

func (m certainty) height() vg.Length {
	height := sureHead + sureBar + sureGap
	if len(m.readings) > 0 {
		height += sureHead + m.row()*vg.Length(len(m.readings)) + sureGap
	}
	if m.target != nil {
		height += m.row()
	}
	return height
}

func (m certainty) said() string {
	text := m.Bounds + ": " + m.text + percentSign + "."
	if len(m.readings) > 0 {
		text += " " + m.Spread + ":"
	}
	for i, r := range m.readings {
		if i > 0 {
			text += ","
		}
		text += " " + r.label + " " + r.text
	}
	text = strings.TrimSuffix(text, ".") + "."
	if m.target != nil {
		text += " " + m.Target + ": " + m.target.text + "."
	}
	return text
}

func (m certainty) plot(ticks plot.ConstantTicks) *plot.Plot { return lying(m, m.top, ticks) }

// lying is a plot of shares along the horizontal axis, from 0 to top, without a
// vertical one.
func lying(of plot.Plotter, top share, ticks plot.ConstantTicks) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.HideY()
	p.Y.Padding = 1
	p.X.Min, p.X.Max, p.Y.Max = 0, float64(top), 1
	p.X.Padding, p.X.Width, p.X.Tick.Width = 0, 0, 0
	p.X.Tick.Length = 5
	p.X.Tick.Marker = ticks
	p.X.Tick.Label = letter{size: textSize, colour: soft()}.style(text.XCenter, text.YTop)
	p.Add(&plotter.Grid{Vertical: draw.LineStyle{Color: rule(), Width: 1}}, of)
	return p
}
