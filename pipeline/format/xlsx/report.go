// Package xlsx writes a report workbook for people: a cover in words, the
// headline figures as native charts, and published tables with their notes
// under them. Numbers are numbers, and what stands for no number is a symbol.
package xlsx

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tresektor/pipeline/edition"
)

// A Report is everything that a workbook says, in one language.
type Report struct {
	Language  string // edition.Swedish or edition.English
	Title     string
	Publisher string
	Contact   string
	Licence   string // address, "" where none is stated
	Date      string // of the edition, "2026-11-22"
	Banner    string // "" for none
	Cards     []Card
	Sheets    []Sheet
	LeftOut   []LeftOut
}

// A Sheet is a published table, whole or a selection of its rows.
type Sheet struct {
	Table    edition.Table
	Picked   string // which rows were picked, in a sentence; "" for all
	OnlyHere bool   // the table is in no other file
	Whole    int    // how many rows the published table has
	SortedBy string // the text field that people look rows up by; "" keeps the published order
}

// A LeftOut is a table that the workbook does not hold.
type LeftOut struct {
	Name, Title string
	Rows        int
}

// Write writes the workbook. The same report gives the same bytes.
func Write(w io.Writer, r Report) (err error) {
	b, err := newBook(r)
	if err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	defer func() { err = errors.Join(err, b.file.Close()) }()
	if err := b.fill(); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	return b.file.Write(w)
}

// A book is a workbook while it is written.
type book struct {
	file   *excelize.File
	report Report
	words  words
	style  styles
}

func newBook(r Report) (*book, error) {
	b := &book{file: excelize.NewFile(), report: r, words: wordsIn(r.Language)}
	b.file.SetZipWriter(newParts)
	if err := b.file.SetSheetName("Sheet1", b.words.Cover); err != nil {
		return nil, err
	}
	if err := b.file.SetDefaultFont(typeface); err != nil {
		return nil, err
	}
	b.style = styles{file: b.file, made: map[string]int{}, numbers: map[numberKey]int{}}
	return b, b.file.SetDocProps(&excelize.DocProperties{
		Title: r.Title, Creator: r.Publisher, LastModifiedBy: r.Publisher, Language: r.Language,
		Created: r.Date + "T00:00:00Z", Modified: r.Date + "T00:00:00Z",
	})
}

// fill writes all sheets; the cover comes last, for it counts the others.
func (b *book) fill() error {
	if err := b.charts(); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	sheets := b.report.Sheets
	if codes := b.codes(); len(codes.Table.Rows) > 0 {
		sheets = append(sheets[:len(sheets):len(sheets)], codes)
	}
	for _, s := range sheets {
		if err := b.table(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Table.Name, err)
		}
	}
	if err := b.cover(sheets); err != nil {
		return fmt.Errorf("cover: %w", err)
	}
	return nil
}
