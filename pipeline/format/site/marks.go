package site

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
)

// marks shows the idéburen share on a scale of its own in two ways that are
// never added up: a bar for what is certain with its possible range hatched,
// and a row of its own for every definition.
type marks struct {
	ID, Title, Desc string
	Caption         string
	Height          int
	Floor           int     // where the axis stands
	Certain         portion // the solid bar, from 0
	Range           portion // the hatched part that follows it
	End             portion
	Text            string
	Ticks           []markTick
	Readings        []markReading
	Hull, HullWidth portion // what all definitions cover
	HullHeight      int
}

type markTick struct {
	X      portion
	Label  string
	Anchor string
}

type markReading struct {
	Label, Text string
	Y           int
	X, End      portion
	TextX       portion
	IsRange     bool
}

// Heights of the figure's rows in pixels: it stretches sideways only.
const (
	markBar  = 46
	markRow  = 26
	markAxis = 26
)

// newMarks returns nil when the idéburen share is a symbol.
func newMarks(c Card, language string) (*marks, error) {
	low, high, ok, err := parseRange(c.Bounds.Low, c.Bounds.High)
	if err != nil || !ok {
		return nil, err
	}
	readings, err := c.Spread.parse()
	if err != nil {
		return nil, err
	}
	most := high
	for _, r := range readings {
		most = max(most, r.high)
	}
	s := scaleFor(most * 5 / 3) // leaves room for the text beside the longest
	m := &marks{ID: c.ID + "-marks", Certain: s.at(low), Range: s.at(high) - s.at(low), End: s.at(high)}
	if m.Text, err = between(c.Bounds.Low, c.Bounds.High, language); err != nil {
		return nil, err
	}
	m.addReadings(readings, s, language)
	m.Floor = markBar + markRow*len(m.Readings)
	m.Height = m.Floor + markAxis
	if err := m.addTicks(s, language); err != nil {
		return nil, err
	}
	return m, m.describe(c, s, language)
}

type reading struct {
	label     string
	low, high share
}

// parse returns the readings, none when there are fewer than two: a spread
// of one is none.
func (s Spread) parse() ([]reading, error) {
	var out []reading
	for _, r := range s.Readings {
		low, high, ok, err := parseRange(r.Low, r.High)
		if err != nil {
			return nil, fmt.Errorf("definition %s: %w", r.Label, err)
		}
		if ok {
			out = append(out, reading{r.Label, low, high})
		}
	}
	if len(out) < 2 {
		return nil, nil
	}
	return out, nil
}

func parseRange(low, high string) (from, to share, ok bool, err error) {
	from, ok, err = parseShare(low)
	if err != nil || !ok {
		return 0, 0, false, err
	}
	if edition.IsSymbol(high) {
		return from, from, true, nil // "at least": no upper end is known
	}
	to, _, err = parseShare(high)
	if err == nil && to < from {
		err = fmt.Errorf("high %s is below low %s", high, low)
	}
	return from, to, err == nil, err
}

func (m *marks) addReadings(readings []reading, s scale, language string) {
	for i, r := range readings {
		text, _ := between(r.low.decimal(), r.high.decimal(), language) // parsed before
		m.Readings = append(m.Readings, markReading{
			Label: r.label, Text: text, Y: markBar + markRow*i + markRow/2,
			X: s.at(r.low), End: s.at(r.high), IsRange: r.high-r.low >= oneNumber,
		})
		if i == 0 || s.at(r.low) < m.Hull {
			m.Hull = s.at(r.low)
		}
		m.HullWidth = max(m.HullWidth, s.at(r.high))
	}
	m.HullWidth -= m.Hull
	m.HullHeight = markRow * len(readings)
	for i := range m.Readings {
		m.Readings[i].TextX = m.Hull + m.HullWidth
	}
}

func (m *marks) addTicks(s scale, language string) error {
	for _, t := range s.ticks() {
		label, err := s.label(t, language)
		if err != nil {
			return err
		}
		tick := markTick{X: s.at(t), Label: label, Anchor: "middle"}
		switch t {
		case 0:
			tick.Anchor = "start"
		case s.top:
			tick.Anchor = "end"
		}
		m.Ticks = append(m.Ticks, tick)
	}
	return nil
}

func (m *marks) describe(c Card, s scale, language string) error {
	top, err := s.label(s.top, language)
	w := wordsIn(language)
	m.Caption = fmt.Sprintf(w.OwnScale, strings.TrimSuffix(top, percentSign))
	m.Title = c.Title + ", " + c.Period + ". " + m.Caption
	m.Desc = w.Bounds + ": " + m.Text + percentSign + "."
	for _, r := range m.Readings {
		m.Desc += " " + r.Label + ": " + r.Text + percentSign + "."
	}
	return err
}
