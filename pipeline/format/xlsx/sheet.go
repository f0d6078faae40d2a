package xlsx

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tresektor/pipeline/edition"
)

// The rows above a table's own.
const (
	titleRow = iota + 1
	descriptionRow
	pickedRow
	nameRow   // the fields' names, as in the other formats
	headerRow // their labels
	firstRow
)

// A tableSheet is the sheet of a table while it is written.
type tableSheet struct {
	edition.Table
	*book
	out     *excelize.StreamWriter
	shown   []map[string]string // for each field, what is shown for its codes
	symbols []int               // for each field, the one that says why it is null, or -1
	widths  []float64
	spoken  []string // what has to be said under the table
	row     int      // the last that was written
}

func (b *book) table(s Sheet) error {
	if above := len(s.Table.Rows) + firstRow + len(s.Table.Notes) + 10; above > mostRows {
		return fmt.Errorf("%d rows; a sheet has %d: leave the table out", len(s.Table.Rows), mostRows)
	}
	if err := s.Table.Check(); err != nil {
		return err
	}
	t := &tableSheet{Table: s.Table, book: b}
	t.Rows = b.sorted(s)
	for _, f := range t.Fields {
		t.shown = append(t.shown, shown(f, b.report.Language))
		t.symbols = append(t.symbols, t.Index(f.Symbol))
	}
	t.widths = t.measure()
	if err := t.open(); err != nil {
		return err
	}
	for _, write := range []func() error{
		func() error { return t.head(s) }, t.body, func() error { return t.notes(s) }, t.out.Flush,
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// open makes the sheet with all that must be said before its first row.
func (t *tableSheet) open() (err error) {
	if _, err := t.file.NewSheet(t.Name); err != nil {
		return err
	}
	if err := t.print(t.Name, total(t.widths)); err != nil {
		return err
	}
	if t.out, err = t.file.NewStreamWriter(t.Name); err != nil {
		return err
	}
	err = t.out.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: headerRow, TopLeftCell: at(1, firstRow), ActivePane: "bottomLeft",
	})
	if err != nil {
		return err
	}
	for i, width := range t.widths {
		if err := t.out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := t.file.AutoFilter(t.Name, at(1, headerRow)+":"+at(len(t.Fields), headerRow+len(t.Rows)), nil); err != nil {
		return err
	}
	return t.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: t.Name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", t.Name, headerRow, headerRow),
	})
}

func (t *tableSheet) head(s Sheet) error {
	if err := t.line("title", t.Title.In(t.report.Language)); err != nil {
		return err
	}
	if err := t.line("text", t.Description.In(t.report.Language)); err != nil {
		return err
	}
	if err := t.line("text", t.extent(s)); err != nil {
		return err
	}
	if err := t.columns("name", 0, func(f edition.Field) string { return f.Name }); err != nil {
		return err
	}
	return t.columns("header", t.headerHeight(), func(f edition.Field) string { return heading(f, t.report.Language) })
}

// columns writes the next row with a text for each field, over numbers to the
// right as they are.
func (t *tableSheet) columns(style string, height float64, text func(edition.Field) string) error {
	cells := make([]any, len(t.Fields))
	for i, f := range t.Fields {
		name := style
		if f.Kind == edition.KindInteger || f.Kind == edition.KindDecimal {
			name = style + " of numbers"
		}
		id, err := t.style.words(name)
		if err != nil {
			return err
		}
		cells[i] = excelize.Cell{StyleID: id, Value: text(f)}
	}
	t.row++
	return t.out.SetRow(at(1, t.row), cells, excelize.RowOpts{Height: height})
}

// headerHeight holds the longest label in its column.
func (t *tableSheet) headerHeight() (height float64) {
	for i, f := range t.Fields {
		height = max(height, heightOf(heading(f, t.report.Language), t.widths[i]-2))
	}
	return height
}

// extent says whether these are all the rows there are.
func (t *tableSheet) extent(s Sheet) string {
	if s.OnlyHere {
		return t.words.NotPublished
	}
	if s.Picked == "" {
		return fmt.Sprintf(t.words.AllRows, len(s.Table.Rows), t.Name)
	}
	return fmt.Sprintf(t.words.SomeRows, s.Picked, len(s.Table.Rows), s.Whole, t.Name)
}

// heading is a field's label with its unit; a share is shown in per cent.
func heading(f edition.Field, language string) string {
	label := f.Label.In(language)
	if label == "" {
		label = f.Name
	}
	if unit := f.Unit.In(language); unit != "" && !f.Percent {
		label += " (" + unit + ")"
	}
	return label
}

func (t *tableSheet) body() error {
	cells := make([]any, len(t.Fields))
	for n, row := range t.Rows {
		for i := range t.Fields {
			cell, err := t.cell(row, i)
			if err != nil {
				return fmt.Errorf("row %d: field %s: %w", n+1, t.Fields[i].Name, err)
			}
			cells[i] = cell
		}
		t.row++
		if err := t.out.SetRow(at(1, t.row), cells, excelize.RowOpts{Height: t.height(row)}); err != nil {
			return err
		}
	}
	return nil
}

// height is 0, that of a line, where no text of a row is wider than its column.
func (t *tableSheet) height(row []any) (height float64) {
	for i, cell := range row {
		if text := t.text(cell, i); len(text) > widest && utf8.RuneCountInString(text) > widest {
			height = max(height, heightOf(text, widest))
		}
	}
	return height
}

// widest is how many characters a column shows side by side; it wraps what is
// longer.
const widest = 54

// measure gives each column the width of what stands in it, within reason.
func (t *tableSheet) measure() []float64 {
	widths := make([]float64, len(t.Fields))
	for i, f := range t.Fields {
		label := heading(f, t.report.Language)
		most := max(9, utf8.RuneCountInString(f.Name), utf8.RuneCountInString(label)/3, longestWord(label)+2)
		for _, row := range t.Rows {
			most = max(most, t.length(row[i], i))
		}
		widths[i] = float64(min(most, widest) + 2)
	}
	return widths
}

// longestWord is in characters.
func longestWord(text string) (most int) {
	for word := range strings.FieldsSeq(text) {
		most = max(most, utf8.RuneCountInString(word))
	}
	return most
}

// length is about how many characters of a cell are shown.
func (t *tableSheet) length(cell any, i int) int {
	if number, ok := cell.(int64); ok {
		return len(strconv.FormatInt(number, 10)) * 4 / 3 // with thousands apart
	}
	return utf8.RuneCountInString(t.text(cell, i))
}

// text is what a cell says in words: a code by its label.
func (t *tableSheet) text(cell any, i int) string {
	text, _ := cell.(string)
	if label, found := t.shown[i][text]; found {
		return label
	}
	return text
}

// sorted orders rows by a text as Swedish readers look it up.
func (b *book) sorted(s Sheet) [][]any {
	by := s.Table.Index(s.SortedBy)
	if by < 0 {
		return s.Table.Rows
	}
	swedish := collate.New(language.Swedish)
	rows := slices.Clone(s.Table.Rows)
	keys := map[string][]byte{}
	var buffer collate.Buffer
	key := func(row []any) []byte {
		text, _ := row[by].(string)
		if _, found := keys[text]; !found {
			keys[text] = swedish.KeyFromString(&buffer, text)
		}
		return keys[text]
	}
	slices.SortStableFunc(rows, func(a, b []any) int { return slices.Compare(key(a), key(b)) })
	return rows
}

// at names a cell: column 2 of row 3 is B3.
func at(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}
