package chart

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"tresektor/pipeline/edition"
)

// forms is the idéburen share by form of agreement: a bar for each period,
// certain to its low and hatched from there to its high, on a scale of its own
// from 0. The other sectors are many times as large; the table has them.
type forms struct {
	scale
	groups   []formGroup
	isBeside bool      // names stand before their bars, not above
	label    vg.Length // room before the bars
	value    vg.Length // room after the longest
}

// A formGroup is a form with its bars.
type formGroup struct {
	name string
	bars []formBar
}

// A formBar is the share in a period; without a number it is its text alone.
type formBar struct {
	period, text string
	low, high    share
	isTold       bool
}

const (
	formRow  vg.Length = 24 // a bar, with what is between bars
	formBarH vg.Length = 16
	formName vg.Length = 19 // a name above its bars
	formGap  vg.Length = 7  // between groups of bars
)

// byForm draws the forms that have numbers, and names those that have none.
func byForm(d Description, s sheet) (drawing, error) {
	groups, err := d.formGroups()
	if err != nil {
		return drawing{}, err
	}
	f := forms{groups: groups, scale: scaleFor(mostOf(groups))}
	f.place(s)
	ticks, top, err := f.constantTicks(d.Language)
	if err != nil {
		return drawing{}, err
	}
	w := wordsIn(d.Language)
	out := drawing{caption: fmt.Sprintf(w.OwnScale, strings.TrimSuffix(top, percentSign)), text: joined(f.said(), w.unsaid(d.Unsaid))}
	bars := block{height: f.height() + sureAxis, draw: func(c draw.Canvas) {
		f.plot(ticks).Draw(draw.Crop(c, f.label, -f.value, 0, 0))
	}}
	note := joined(f.note(w), w.unsaid(d.Unsaid))
	out.block = stack(bars, space(6), lines(note, letter{size: textSize, colour: soft()}, s.width))
	return out, nil
}

func (d Description) formGroups() (groups []formGroup, err error) {
	for _, form := range d.Forms {
		g := formGroup{name: form.Label}
		for _, v := range form.Values {
			bar := formBar{period: v.Period}
			if bar.low, bar.high, bar.isTold, err = parseRange(v.Low, v.High); err == nil {
				bar.text, err = v.said(d.Language)
			}
			if err != nil {
				return nil, fmt.Errorf("form %s, %s: %w", form.Label, v.Period, err)
			}
			g.bars = append(g.bars, bar)
		}
		groups = append(groups, g)
	}
	return groups, nil
}

// said is the share, or in words why there is none.
func (v FormValue) said(language string) (string, error) {
	if edition.IsSymbol(v.Low) {
		return edition.SymbolLabel(v.Low).In(language), nil
	}
	text, err := edition.Between(v.Low, v.High, language)
	return text + percentSign, err
}

func mostOf(groups []formGroup) (most share) {
	for _, g := range groups {
		for _, b := range g.bars {
			most = max(most, b.high)
		}
	}
	return most
}

// place decides where names stand: before the bars where there is room and all
// are of the one period that the chart says it shows, else above them.
func (f *forms) place(s sheet) {
	name, value := letter{size: textSize}, letter{size: textSize, isBold: true}
	f.isBeside = s.isBeside && f.haveOnePeriod()
	for i := range f.groups {
		g := &f.groups[i]
		room := s.width
		if f.isBeside {
			room = s.width * 2 / 5
			f.label = max(f.label, name.width(name.fit(g.name, room))+10)
		}
		g.name = name.fit(g.name, room)
		for j := range g.bars {
			b := &g.bars[j]
			b.period = name.fit(b.period, s.width/4)
			if !f.isBeside {
				f.label = max(f.label, name.width(b.period)+10)
			}
			if b.isTold {
				f.value = max(f.value, value.width(b.text)+12)
			}
		}
	}
	f.fit(s.width - f.label - 12)
}

// fit shortens the texts that stand where a bar would.
func (f *forms) fit(room vg.Length) {
	for _, g := range f.groups {
		for j := range g.bars {
			if b := &g.bars[j]; !b.isTold {
				b.text = letter{size: textSize}.fit(b.text, room)
			}
		}
	}
}

func (f forms) haveOnePeriod() bool {
	periods := map[string]bool{}
	for _, g := range f.groups {
		for _, b := range g.bars {
			periods[b.period] = true
		}
	}
	return len(periods) == 1
}

func (f forms) height() (height vg.Length) {
	for _, g := range f.groups {
		height += f.groupHeight(g)
	}
	return height
}

func (f forms) groupHeight(g formGroup) vg.Length {
	height := formRow * vg.Length(len(g.bars))
	if !f.isBeside {
		height += formName + formGap
	}
	return height
}

// note says what the hatching means where there is any.
func (f forms) note(w words) string {
	for _, g := range f.groups {
		for _, b := range g.bars {
			if b.high-b.low >= oneNumber {
				return w.Hatched
			}
		}
	}
	return ""
}

// unsaid names the forms without a number.
func (w words) unsaid(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return w.Unsaid + ": " + strings.Join(names, "; ")
}

// said is every number in words.
func (f forms) said() string {
	var all []string
	for _, g := range f.groups {
		var values []string
		for _, b := range g.bars {
			values = append(values, b.period+" "+b.text)
		}
		all = append(all, g.name+": "+strings.Join(values, ", ")+".")
	}
	return strings.Join(all, " ")
}

func (f forms) plot(ticks plot.ConstantTicks) *plot.Plot { return lying(f, f.top, ticks) }
