package edition

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// check reports a cell that is not of the field's kind.
func (f Field) check(cell any) error {
	if cell == nil {
		return nil
	}
	switch f.Kind {
	case KindInteger:
		return checkType[int64](cell)
	case KindBoolean:
		return checkType[bool](cell)
	case KindText, KindDate, KindDecimal:
		text, ok := cell.(string)
		if !ok {
			return checkType[string](cell)
		}
		return f.checkText(text)
	}
	return fmt.Errorf("unknown kind %q", f.Kind)
}

func checkType[T any](cell any) error {
	if _, ok := cell.(T); !ok {
		return fmt.Errorf("%v is %T, want %T", cell, cell, *new(T))
	}
	return nil
}

func (f Field) checkText(text string) error {
	switch f.Kind {
	case KindDecimal:
		return checkDecimal(text, f.Decimals)
	case KindDate:
		_, err := time.Parse(time.DateOnly, text)
		return err
	}
	switch {
	case !utf8.ValidString(text):
		return fmt.Errorf("%q is not UTF-8", text)
	case strings.ContainsRune(text, 0):
		return fmt.Errorf("%q holds a NUL", text)
	}
	return nil
}

// checkDecimal accepts an optional minus, digits, and at most decimals digits
// after a point: the forms that every format can write as they stand.
func checkDecimal(text string, decimals int) error {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if !digits(whole) || point && !digits(fraction) || len(whole) > 1 && whole[0] == '0' {
		return fmt.Errorf("%q is not a decimal number", text)
	}
	if len(fraction) > decimals {
		return fmt.Errorf("%q has more than %s", text, Plural(decimals, "decimal", "decimals"))
	}
	return nil
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// Harmless puts an apostrophe before a publisher's text that a spreadsheet
// would take for a formula, and before one that looks as if that had been done
// to it. Our own texts and numbers are left as they are.
func (f Field) Harmless(text string) string {
	if f.isFormula(text) {
		return "'" + text
	}
	return text
}

// Original is the text that Harmless was given.
func (f Field) Original(text string) string {
	if rest, found := strings.CutPrefix(text, "'"); found && f.isFormula(rest) {
		return rest
	}
	return text
}

// isFormula tells whether a publisher's text begins, after any apostrophes,
// as a formula does.
func (f Field) isFormula(text string) bool {
	text = strings.TrimLeft(text, "'")
	return f.Kind == KindText && f.FromSource && text != "" && strings.IndexByte("=+-@\t\r\n", text[0]) >= 0
}
