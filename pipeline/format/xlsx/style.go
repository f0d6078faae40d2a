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
	id, err := s.of(format, excelize.Style{CustomNumFmt: &format})
	s.numbers[key] = id
	return id, err
}

// count is a whole number beside words.
func (s styles) count() (int, error) {
	format := numberFormat(0, false)
	return s.of("count", excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}})
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
	return s.of(format, excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Horizontal: "left"}})
}

// symbol stands where a number would.
func (s styles) symbol() (int, error) {
	if id, found := s.made["symbol"]; found {
		return id, nil
	}
	return s.of("symbol", excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right"}})
}

// words are the styles of what is not a cell of a table.
func (s styles) words(name string) (int, error) {
	wrapped := &excelize.Alignment{WrapText: true, Vertical: "top"}
	switch name {
	case "title":
		return s.of(name, excelize.Style{Font: &excelize.Font{Family: typeface, Bold: true, Size: 16, Color: ink}})
	case "heading":
		return s.of(name, excelize.Style{Font: &excelize.Font{Family: typeface, Bold: true, Size: 12, Color: ink}})
	case "header":
		return s.of(name, excelize.Style{
			Font: &excelize.Font{Family: typeface, Bold: true, Color: ink}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
			Border: []excelize.Border{{Type: "bottom", Color: soft, Style: 1}},
		})
	case "name":
		return s.of(name, excelize.Style{Font: &excelize.Font{Family: typeface, Size: 8, Color: soft}})
	case "banner":
		return s.of(name, excelize.Style{
			Font: &excelize.Font{Family: typeface, Bold: true, Color: ink}, Alignment: wrapped,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF3CF"}},
		})
	case "link":
		return s.of(name, excelize.Style{Font: &excelize.Font{Family: typeface, Color: linkBlue, Underline: "single"}, Alignment: &excelize.Alignment{Vertical: "top"}})
	case "strong":
		return s.of(name, excelize.Style{Font: &excelize.Font{Family: typeface, Bold: true, Color: ink}, Alignment: wrapped})
	case "text":
		return s.of(name, excelize.Style{Alignment: wrapped})
	}
	return 0, fmt.Errorf("there is no style %s", name)
}

func viewWithoutGrid(show *bool) *excelize.ViewOptions {
	return &excelize.ViewOptions{ShowGridLines: show}
}
