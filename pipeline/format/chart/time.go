package chart

import (
	"fmt"
	"strings"
	"time"

	"gonum.org/v1/plot/vg"

	"tresektor/pipeline/edition"
)

// A series is a sector's values over time, where it has any.
type series struct {
	sector, label string
	values        []value
}

type value struct {
	day       float64
	low, high share
	text      string
	isNew     bool // cannot be joined with the value before
	isOpen    bool // preliminary
}

func (s series) last() value { return s.values[len(s.values)-1] }

// overTime is all three sectors on the whole scale, and idéburen alone on a
// scale of its own that also starts at 0: beside sectors many times its size it
// cannot be read, and a cut axis would make a small change look large.
func overTime(d Description, s sheet) (drawing, error) {
	all, err := d.series()
	if err != nil {
		return drawing{}, err
	}
	w, alone := wordsIn(d.Language), only(all, ideburen)
	width := s.width
	if s.isBeside {
		width = (s.width - panelGap) / 2
	}
	panels := []panel{{caption: w.AllSectors, series: all, scale: whole()}}
	if len(alone) > 0 {
		target, text, isSet, err := d.parseTarget()
		if err != nil {
			return drawing{}, err
		}
		own := scaleFor(max(most(alone), target) * 11 / 10)
		top, err := own.label(own.top, d.Language)
		if err != nil {
			return drawing{}, err
		}
		panels = append(panels, panel{caption: fmt.Sprintf(w.FromZero, strings.TrimSuffix(top, percentSign)),
			series: alone, scale: own, isAlone: true})
		if isSet {
			panels[1].target = &reading{w.Target, text, target, target}
		}
	}
	var blocks []block
	for _, p := range panels {
		b, err := p.block(d, width)
		if err != nil {
			return drawing{}, err
		}
		blocks = append(blocks, b)
	}
	out := drawing{block: arranged(blocks, width, s.isBeside), caption: d.span() + ".", text: d.timeText(all)}
	if note := w.note(all); note != "" {
		out.block = stack(out.block, space(6), lines(note, letter{size: textSize, colour: soft()}, s.width))
	}
	return out, nil
}

// note says what marks mean that have no label of their own.
func (w words) note(all []series) string {
	var isRange, isOpen bool
	for _, s := range all {
		for _, v := range s.values {
			isRange, isOpen = isRange || v.high-v.low >= oneNumber, isOpen || v.isOpen
		}
	}
	var notes []string
	if isRange {
		notes = append(notes, w.Hatched)
	}
	if isOpen {
		notes = append(notes, w.Preliminary)
	}
	return joined(notes...)
}

const panelGap vg.Length = 40

func arranged(blocks []block, width vg.Length, isBeside bool) block {
	switch {
	case len(blocks) == 1:
		return blocks[0]
	case isBeside:
		return beside(blocks[0], blocks[1], width, panelGap)
	}
	return stack(blocks[0], space(16), blocks[1])
}

func (d Description) span() string {
	return d.Points[0].Period + "–" + d.Points[len(d.Points)-1].Period
}

// timeText says the first and the last value of every sector.
func (d Description) timeText(all []series) string {
	var parts []string
	for _, s := range all {
		first, last := s.values[0], s.last()
		text := s.label + " " + d.periodOn(first.day) + ": " + first.text
		if len(s.values) > 1 {
			text += ", " + d.periodOn(last.day) + ": " + last.text
		}
		parts = append(parts, text+".")
	}
	return strings.Join(parts, " ")
}

func (d Description) periodOn(at float64) string {
	for _, p := range d.Points {
		if day(p) == at {
			return p.Period
		}
	}
	return ""
}

// day is where a point stands: its reference date in days.
func day(p Point) float64 {
	date, _ := time.Parse(time.DateOnly, p.Date) // checked before
	return float64(date.Unix() / 86_400)
}

// series are the three sectors, idéburen last so that no other covers it.
func (d Description) series() (all []series, err error) {
	for _, code := range []string{public, private, ideburen} {
		s := series{sector: code, label: short(d.sector(code).Label)}
		joined := false
		for _, p := range d.Points {
			r := find(p.Sectors, code)
			low, high, ok, err := parseRange(r.Low, r.High)
			if err != nil {
				return nil, fmt.Errorf("period %s: sector %s: %w", p.Period, code, err)
			}
			joined = joined && !p.IsBroken
			if ok {
				text, err := edition.Between(r.Low, r.High, d.Language)
				if err != nil {
					return nil, fmt.Errorf("period %s: sector %s: %w", p.Period, code, err)
				}
				s.values = append(s.values, value{day(p), low, high, text + percentSign, !joined, p.IsPreliminary})
			}
			joined = ok
		}
		if len(s.values) > 0 {
			all = append(all, s)
		}
	}
	return all, nil
}

func only(all []series, sector string) []series {
	for _, s := range all {
		if s.sector == sector {
			return []series{s}
		}
	}
	return nil
}

func most(all []series) (most share) {
	for _, s := range all {
		for _, v := range s.values {
			most = max(most, v.high)
		}
	}
	return most
}
