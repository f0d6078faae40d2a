package chart

import (
	"image/color"
	"sort"
	"strings"
	"unicode"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"gonum.org/v1/plot"
)

// The size of text, in units that are pixels of CSS where a chart is shown as
// large as it was drawn.
const textSize vg.Length = 14

// lineSpace is from one line to the next, in sizes.
const lineSpace = 1.3

// A letter is how text is set.
type letter struct {
	size   vg.Length
	colour color.Color
	isBold bool
}

func (l letter) font() font.Font {
	f := font.Font{Typeface: "Liberation", Variant: "Sans", Size: l.size}
	if l.isBold {
		f.Weight = xfont.WeightBold
	}
	return f
}

func (l letter) face() font.Face { return font.DefaultCache.Lookup(l.font(), l.size) }

func (l letter) width(s string) vg.Length {
	face := l.face()
	return face.Width(s)
}

// write sets one line with its baseline at a point.
func (l letter) write(c draw.Canvas, x, y vg.Length, s string) {
	c.SetColor(l.colour)
	c.FillString(l.face(), vg.Point{X: x, Y: y}, s)
}

// style is the letter as the axes of a plot want it.
func (l letter) style(x text.XAlignment, y text.YAlignment) text.Style {
	return text.Style{Color: l.colour, Font: l.font(), XAlign: x, YAlign: y, Handler: plot.DefaultTextHandler}
}

func (l letter) leading() vg.Length { return l.size * lineSpace }

// fit is s, or as much of its beginning as width has room for.
func (l letter) fit(s string, width vg.Length) string {
	if l.width(s) <= width {
		return s
	}
	runes := []rune(s)
	n := sort.Search(len(runes), func(n int) bool { return l.width(string(runes[:n])+"…") > width })
	return string(runes[:max(n-1, 0)]) + "…"
}

// wrap divides a text into lines no wider than width; a longer word has a
// line of its own, and is cut there.
func (l letter) wrap(s string, width vg.Length) (lines []string) {
	line := ""
	for _, word := range strings.Split(s, " ") {
		word = l.fit(word, width)
		if longer := strings.TrimSpace(line + " " + word); line == "" || l.width(longer) <= width {
			line = longer
			continue
		}
		lines, line = append(lines, line), word
	}
	return append(lines, line)
}

// plain replaces what XML cannot hold and what breaks a line, and leaves out what
// only turns the order of letters.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r == 0x7f || r == 0xfffe || r == 0xffff:
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
