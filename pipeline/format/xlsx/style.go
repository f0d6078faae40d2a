package xlsx

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// styles makes each style of cell once.
type styles struct {
	file    *excelize.File
	made    map[string]int
	numbers map[numberKey]int // the same, found without spelling the format
}

type numberKey struct {
	decimals int
	percent  bool
}

const (
	ink      = "1B1B1B"
	soft     = "5A5A5A"
	linkBlue = "0B4F8A"
	typeface = "Calibri"
)

func (s styles) of(name string, style excelize.Style) (int, error) {
	if id, found := s.made[name]; found {
		return id, nil
	}
	id, err := s.file.NewStyle(&style)
	s.made[name] = id
	return id, err
}

// number shows an exact number with the decimals that it has.
func (s styles) number(decimals int, percent bool) (int, error) {
	key := numberKey{decimals, percent}
	if id, found := s.numbers[key]; found {
		return id, nil
	}
	format := numberFormat(decimals, percent)
	id, err := s.of(format, excelize.Style{CustomNumFmt: &format, Alignment: ranged()})
	s.numbers[key] = id
	return id, err
}

// numberFormat is in the form that workbooks hold in all languages.
func numberFormat(decimals int, percent bool) string {
	format := "#,##0"
	if percent {
		format, decimals = "0", max(0, decimals-2)
	}
	if decimals > 0 {
		format += "." + strings.Repeat("0", decimals)
	}
	if percent {
		format += "%"
	}
	return format
}

func (s styles) date() (int, error) {
	format := "yyyy-mm-dd"
	return s.of(format, excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top"}})
}

// truth has words for readers that take TRUE and FALSE for 1 and 0.
func (s styles) truth(format string) (int, error) {
	if id, found := s.made["truth"]; found {
		return id, nil
	}
	return s.of("truth", excelize.Style{CustomNumFmt: &format, Alignment: placed("left", "top")})
}

// symbol stands where a number would.
func (s styles) symbol() (int, error) {
	if id, found := s.made["symbol"]; found {
		return id, nil
	}
	return s.of("symbol", excelize.Style{Alignment: ranged()})
}

// words are the styles of texts.
func (s styles) words(name string) (int, error) {
	if id, found := s.made[name]; found {
		return id, nil
	}
	style, found := textStyles()[name]
	if !found {
		return 0, fmt.Errorf("there is no style %s", name)
	}
	return s.of(name, style)
}

func textStyles() map[string]excelize.Style {
	line := []excelize.Border{{Type: "bottom", Color: soft, Style: 1}}
	pale := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF3CF"}}
	return map[string]excelize.Style{
		"title":             {Font: font(16, true)},
		"heading":           {Font: font(12, true)},
		"header":            {Font: font(11, true), Alignment: placed("", "bottom"), Border: line},
		"header of numbers": {Font: font(11, true), Alignment: overNumbers(), Border: line},
		"name":              {Font: faint()},
		"name of numbers":   {Font: faint(), Alignment: ranged()},
		"banner":            {Font: font(11, true), Alignment: placed("", "top"), Fill: pale},
		"link":              {Font: linked(), Alignment: &excelize.Alignment{Vertical: "top"}},
		"strong":            {Font: font(11, true), Alignment: placed("", "top")},
		"text":              {Alignment: placed("", "top")},
	}
}

func font(size float64, bold bool) *excelize.Font {
	return &excelize.Font{Family: typeface, Size: size, Bold: bold, Color: ink}
}

func faint() *excelize.Font { return &excelize.Font{Family: typeface, Size: 8, Color: soft} }

func linked() *excelize.Font {
	return &excelize.Font{Family: typeface, Color: linkBlue, Underline: "single"}
}

// ranged keeps numbers, and what stands for them, from a text to their right.
func ranged() *excelize.Alignment {
	return &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}
}

func overNumbers() *excelize.Alignment {
	return &excelize.Alignment{Horizontal: "right", Vertical: "bottom", Indent: 1, WrapText: true}
}

// placed is where a text that wraps stands in its cell.
func placed(horizontal, vertical string) *excelize.Alignment {
	return &excelize.Alignment{WrapText: true, Horizontal: horizontal, Vertical: vertical}
}

func viewWithoutGrid(show *bool) *excelize.ViewOptions {
	return &excelize.ViewOptions{ShowGridLines: show}
}
