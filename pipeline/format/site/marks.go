package site

import (
	"fmt"
	"strings"
	"unicode/utf8"

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
	LabelY, Y   int
	X, End      portion
	IsRange     bool
}

// The figure's rows in pixels: it stretches sideways only. A label stands
// before its mark, or above it where the narrowest page has no room.
const (
	markBar    = 46
	markRow    = 26
	markLabel  = 18
	markAxis   = 26
	narrowest  = 288
	markLetter = 8
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
	m.Floor = markBar + m.HullHeight
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
			name, _, _ := strings.Cut(r.Label, ":")
			out = append(out, reading{name, low, high})
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
	if len(readings) == 0 {
		return
	}
	row, above := markRow, 0
	if !fitBefore(readings, s) {
		row, above = markRow+markLabel, markLabel
	}
	low, high := readings[0].low, readings[0].high
	for i, r := range readings {
		text, _ := between(r.low.decimal(), r.high.decimal(), language) // parsed before
		y := markBar + row*i + above + markRow/2
		m.Readings = append(m.Readings, markReading{
			Label: r.label, Text: text, LabelY: y - above, Y: y,
			X: s.at(r.low), End: s.at(r.high), IsRange: r.high-r.low >= oneNumber,
		})
		low, high = min(low, r.low), max(high, r.high)
	}
	m.Hull, m.HullWidth, m.HullHeight = s.at(low), s.at(high)-s.at(low), row*len(readings)
}

// fitBefore tells whether every label has room to the left of its mark.
func fitBefore(readings []reading, s scale) bool {
	for _, r := range readings {
		if utf8.RuneCountInString(r.label)*markLetter > narrowest*int(s.at(r.low))/10_000-markLetter {
			return false
		}
	}
	return true
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
