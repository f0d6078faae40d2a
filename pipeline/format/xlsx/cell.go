package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"tresektor/pipeline/edition"
)

// What a spreadsheet can hold.
const (
	mostRows   = 1_048_576
	mostDigits = 15     // of a number; the rest become zeros
	mostText   = 32_767 // UTF-16 units in a cell
)

// cell makes a cell of a table into one of a sheet: a number, a date, TRUE or
// FALSE, a text, or the symbol that says why there is no number. shown has
// the labels of the field's codes.
func (t *tableSheet) cell(row []any, i int) (any, error) {
	f := t.Fields[i]
	if row[i] == nil {
		return t.empty(t.symbolOf(row, i))
	}
	switch cell := row[i].(type) {
	case bool:
		style, err := t.style.truth(t.words.Truth)
		return excelize.Cell{StyleID: style, Value: cell}, err
	case int64:
		return t.number(strconv.FormatInt(cell, 10), false)
	case string:
		switch f.Kind {
		case edition.KindDecimal:
			return t.number(cell, f.Percent)
		case edition.KindDate:
			return t.date(cell)
		}
		return t.wording(f.Harmless(t.text(cell, i)))
	}
	return nil, fmt.Errorf("field %s: %T is no cell", f.Name, row[i])
}

// symbolOf says why a cell is null.
func (t *tableSheet) symbolOf(row []any, i int) string {
	at := t.symbols[i]
	if at < 0 {
		return edition.Missing
	}
	switch symbol := row[at]; symbol {
	case nil:
		return edition.Missing
	case "":
		return edition.NotApplicable
	default:
		return symbol.(string)
	}
}

func (t *tableSheet) empty(symbol string) (any, error) {
	style, err := t.style.symbol()
	return excelize.Cell{StyleID: style, Value: symbol}, err
}

// number writes an exact decimal as a number that shows all its decimals. One
// with more digits than a spreadsheet keeps stands as text.
func (t *tableSheet) number(text string, percent bool) (any, error) {
	if significant(text) > mostDigits {
		t.says(t.words.LongNumber)
		style, err := t.style.symbol()
		return excelize.Cell{StyleID: style, Value: text}, err
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil, err
	}
	_, decimals, _ := strings.Cut(text, ".")
	style, err := t.style.number(len(decimals), percent)
	return excelize.Cell{StyleID: style, Value: number}, err
}

// significant counts the digits of a number from its first that is not zero.
func significant(text string) (n int) {
	for _, r := range strings.TrimLeft(text, "-0.") {
		if r != '.' {
			n++
		}
	}
	return n
}

// date writes a day as spreadsheets count them, and as text before March 1900,
// where they count a day that never was.
func (t *tableSheet) date(text string) (any, error) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return nil, err
	}
	const first = 61
	serial := int(day.Unix()/86_400) + 25_569
	if serial < first {
		return t.plain(text)
	}
	style, err := t.style.date()
	return excelize.Cell{StyleID: style, Value: serial}, err
}

// wording is what a cell can hold of a text; what it cannot is said under the
// table. An empty text is an empty cell.
func (t *tableSheet) wording(text string) (any, error) {
	if text == "" {
		return nil, nil
	}
	if visible(text) != text {
		t.says(t.words.ControlCharacter)
	}
	if units(text) > mostText {
		t.says(t.words.LongText)
	}
	return t.plain(t.held(text))
}

// plain is a cell that wraps what is wider than its column.
func (t *tableSheet) plain(value any) (any, error) {
	style, err := t.style.words("text")
	return excelize.Cell{StyleID: style, Value: value}, err
}

// held is a text as a cell holds it: one that is too long ends in how long it
// was.
func (b *book) held(text string) string {
	text = visible(text)
	if units(text) <= mostText {
		return text
	}
	mark := fmt.Sprintf(b.words.Cut, units(text))
	return truncated(text, mostText-units(mark)) + mark
}

// units counts as spreadsheets do, in UTF-16.
func units(text string) (n int) {
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// truncated is the beginning of a text, at most so many UTF-16 units.
func truncated(text string, units int) string {
	for i, r := range text {
		if units -= utf16.RuneLen(r); units < 0 {
			return text[:i]
		}
	}
	return text
}

// visible shows what XML cannot hold: control characters by their pictures,
// ␀ to ␟, and the two that are no characters by �.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && r != '\t' && r != '\n' && r != '\r':
			return '␀' + r
		case r == '\uFFFE' || r == '\uFFFF':
			return '\uFFFD'
		}
		return r
	}, text)
}
