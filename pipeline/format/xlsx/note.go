package xlsx

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

const (
	lineHeight = 15.0
	mostWidth  = 120.0 // of a line of words, in characters
)

// says remembers what has to be said under the table, once.
func (t *tableSheet) says(text string) {
	if !slices.Contains(t.spoken, text) {
		t.spoken = append(t.spoken, text)
	}
}

// notes writes what must, and may, be known under the table: its notes, then
// those on fields and codes, and where the numbers come from.
func (t *tableSheet) notes(s Sheet) error {
	t.row++
	if err := t.line("heading", t.words.Notes); err != nil {
		return err
	}
	for _, text := range slices.Concat(t.noteTexts(), t.spoken, t.origin(s)) {
		if err := t.line("text", text); err != nil {
			return err
		}
	}
	return nil
}

func (t *tableSheet) noteTexts() (texts []string) {
	in := t.report.Language
	for _, n := range t.NotesOn("", "") {
		texts = append(texts, n.In(in))
	}
	for i, f := range t.Fields {
		for _, n := range t.NotesOn(f.Name, "") {
			texts = append(texts, heading(f, in)+": "+n.In(in))
		}
		for _, c := range t.Occurring(i) {
			for _, n := range t.NotesOn(f.Name, c.Code) {
				texts = append(texts, t.shown[i][c.Code]+": "+n.In(in))
			}
		}
	}
	return texts
}

// origin says whose numbers these are and what time they are about.
func (t *tableSheet) origin(s Sheet) (texts []string) {
	in := t.report.Language
	var sources []string
	for _, source := range t.Source {
		sources = append(sources, source.In(in))
	}
	if len(sources) > 0 {
		texts = append(texts, t.words.Sources+": "+strings.Join(sources, " · "))
	}
	if reference := t.Reference.In(in); reference != "" {
		texts = append(texts, t.words.Reference+": "+reference)
	}
	return texts
}

// line writes words over as many columns as a line may be wide.
func (t *tableSheet) line(style, text string) error {
	columns, width := 0, 0.0
	for columns < len(t.widths) && (columns == 0 || width+t.widths[columns] <= mostWidth) {
		width += t.widths[columns]
		columns++
	}
	height := heightOf(text, width)
	if style == "title" {
		height = 24
	}
	value := any(t.held(text))
	if text == "" {
		value = nil
	}
	id, err := t.style.words(style)
	if err != nil {
		return err
	}
	t.row++
	cells := []any{excelize.Cell{StyleID: id, Value: value}}
	if err := t.out.SetRow(at(1, t.row), cells, excelize.RowOpts{Height: height}); err != nil {
		return err
	}
	if columns < 2 || style == "title" {
		return nil
	}
	return t.out.MergeCell(at(1, t.row), at(columns, t.row))
}

// heightOf is the height of a text that is wrapped at so many characters.
func heightOf(text string, width float64) float64 {
	lines := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, math.Ceil(1.1*float64(utf8.RuneCountInString(line))/width))
	}
	return min(lines*lineHeight, excelize.MaxRowHeight)
}

// inFooter keeps an ampersand from being read as an instruction, and a footer
// within what it may hold.
func inFooter(text string) string {
	if utf8.RuneCountInString(text) > 80 {
		text = string([]rune(text)[:79]) + "…"
	}
	return strings.ReplaceAll(text, "&", "&&")
}
