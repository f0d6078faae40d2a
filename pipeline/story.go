package pipeline

import (
	"strings"
	"time"
	"unicode/utf8"

	"tresektor/pipeline/edition"
)

// A story is told in one language with an edition's words: whole sentences
// for somebody who has never seen the program, in lines of 80 columns.
type story struct {
	wording
	words vocabulary
	text  strings.Builder
}

func newStory(language string, words vocabulary) *story {
	return &story{wording: wording{language: language}, words: words}
}

// heading begins a section.
func (s *story) heading(sv, en string) {
	title := word(sv, en).In(s.language)
	s.text.WriteString("\n" + title + "\n" + strings.Repeat("-", utf8.RuneCountInString(title)) + "\n")
}

// para writes a paragraph, every line of it under the same indent.
func (s *story) para(indent int, text string) {
	s.hang(indent, indent, text)
}

// hang writes a paragraph whose first line begins further to the left.
// No-break spaces keep numbers whole.
func (s *story) hang(first, rest int, text string) {
	column := s.indent(first)
	empty := true
	for word := range strings.SplitSeq(strings.TrimSpace(text), " ") {
		width := utf8.RuneCountInString(word)
		switch {
		case !empty && column+1+width > 80:
			s.text.WriteByte('\n')
			column = s.indent(rest)
		case !empty:
			s.text.WriteByte(' ')
			column++
		}
		s.text.WriteString(word)
		column, empty = column+width, false
	}
	s.text.WriteByte('\n')
}

func (s *story) indent(columns int) int {
	for range columns {
		s.text.WriteByte(' ')
	}
	return columns
}

func (s *story) blank() { s.text.WriteByte('\n') }

// label is a code's label in the story's language.
func (s *story) label(list, code string) string { return s.words.named(list, code).In(s.language) }

// labels are several codes' labels.
func (s *story) labels(list string, codes []string) string {
	var labels []string
	for _, code := range codes {
		labels = append(labels, s.label(list, code))
	}
	return strings.Join(labels, "; ")
}

// quantity is a number with its unit, or that it is not shown.
func (s *story) quantity(amount, measure string) string {
	unit := s.words.unit(measure).In(s.language)
	if amount == edition.Suppressed {
		return s.say("antalet %s visas inte", "the number of %s is not shown", unit)
	}
	if amount == "1" {
		return s.say("antal %s: 1", "number of %s: 1", unit)
	}
	return grouped(s.language, amount) + "\u00a0" + unit
}

// period is a period in words.
func (s *story) period(code string) string {
	month, err := time.Parse("2006-01", code)
	switch {
	case strings.Contains(code, "/"):
		return s.say("läsåret %s", "school year %s", code)
	case err == nil:
		return edition.Month(month.Month(), s.language) + month.Format(" 2006")
	}
	return code
}

// periods names periods in order of time: all of them, or the ends of a span.
func (s *story) periods(codes []string) string {
	switch n := len(codes); n {
	case 0:
		return ""
	case 1:
		return s.period(codes[0])
	case 2:
		return s.say("%s och %s", "%s and %s", s.period(codes[0]), s.period(codes[1]))
	default:
		return s.say("%s till %s (%d perioder)", "%s to %s (%d periods)", s.period(codes[0]), s.period(codes[n-1]), n)
	}
}

// mostRanges is how many ranges of lines are told before the rest is counted.
const mostRanges = 6

// lines names where in a file something stands.
func (s *story) lines(ranges string) string {
	list := strings.Fields(ranges)
	name := s.say("rad", "line")
	if len(list) > 1 || strings.Contains(ranges, "-") {
		name = s.say("rader", "lines")
	}
	for i, text := range list {
		list[i] = strings.Replace(text, "-", "–", 1)
	}
	if more := len(list) - mostRanges; more > 1 {
		return name + " " + strings.Join(list[:mostRanges], ", ") +
			s.say(" och %d ställen till", " and %d more places", more)
	}
	return name + " " + strings.Join(list, ", ")
}

// place names a cell's place, area and agreement; what a measure lacks is
// left out.
func (s *story) place(place, area, agreement string) string {
	texts := []string{s.label("place", place)}
	if area != "none" {
		texts = append(texts, s.label("area", area))
	}
	if agreement != "none" {
		texts = append(texts, s.label("agreement", agreement))
	}
	return strings.Join(texts, ", ")
}

// part writes a share in per cent with two decimals, or says that it is less
// than they can show.
func (s *story) part(p percentage, isNothing bool) string {
	if p.round(2) == 0 && !isNothing {
		return s.say("mindre än 0,01 procent", "less than 0.01 per cent")
	}
	return s.say("%s procent", "%s per cent", p.in(s.language, 2))
}

// files tells where the numbers come from, each file once.
func (s *story) files(used [][2]string) {
	if len(used) == 0 {
		return
	}
	s.heading("Filerna", "The files")
	seen := map[[2]string]bool{}
	for _, f := range used {
		if seen[f] {
			continue
		}
		seen[f] = true
		s.hang(2, 4, f[0]+": "+s.words.source(f[0], f[1], s.language)+".")
		s.para(4, "SHA-256 "+f[1])
	}
}
