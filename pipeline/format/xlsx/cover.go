package xlsx

import (
	"fmt"
	"slices"

	"tresektor/pipeline/edition"
)

// A cover is the first sheet, in words, while it is written.
type cover struct {
	*book
	row int
}

// coverWidths are those of its columns: a narrow one, one for sentences, and
// three for numbers and file names.
func coverWidths() []float64 { return []float64{24, 84, 14, 22, 30} }

func (b *book) cover(sheets []Sheet) error {
	c := &cover{book: b}
	if err := b.print(b.words.Cover, total(coverWidths())); err != nil {
		return err
	}
	gridless := false
	if err := b.file.SetSheetView(b.words.Cover, 0, viewWithoutGrid(&gridless)); err != nil {
		return err
	}
	for i, width := range coverWidths() {
		column := at(i+1, 1)[:1]
		if err := b.file.SetColWidth(b.words.Cover, column, column, width); err != nil {
			return err
		}
	}
	for _, write := range []func() error{
		c.head, c.headlines, func() error { return c.contents(sheets) }, c.leftOut, c.symbols, c.terms,
	} {
		if err := write(); err != nil {
			return err
		}
		c.row++
	}
	return nil
}

func (c *cover) head() error {
	err := c.over("title", c.report.Title)
	if err == nil {
		err = c.over("text", c.report.Publisher+" · "+fmt.Sprintf(c.words.Edition, c.report.Date))
	}
	if err == nil && c.report.Banner != "" {
		err = c.over("banner", c.report.Banner)
	}
	return err
}

func (c *cover) headlines() error {
	if err := c.over("heading", c.words.Headlines); err != nil {
		return err
	}
	for _, card := range c.report.Cards {
		if err := c.over("strong", card.Title); err != nil {
			return err
		}
		for _, sentence := range slices.Concat(card.Sentences, card.Lines) {
			if err := c.over("text", sentence); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *cover) contents(sheets []Sheet) error {
	if err := c.over("heading", c.words.Contents); err != nil {
		return err
	}
	if err := c.cells("header", c.words.SheetName, c.words.Holds, c.words.RowsHere, c.words.RowsInAll, c.words.WholeFile); err != nil {
		return err
	}
	if err := c.restyle("header of numbers", 3, 4); err != nil {
		return err
	}
	if len(c.report.Cards) > 0 {
		if err := c.sheet(c.words.Charts, c.words.ChartsHold); err != nil {
			return err
		}
	}
	for _, s := range sheets {
		holds := s.Table.Title.In(c.report.Language) + ". " + s.Table.Description.In(c.report.Language)
		if s.Picked != "" {
			holds += " " + s.Picked
		}
		cells := []any{len(s.Table.Rows)}
		if !s.OnlyHere {
			cells = append(cells, s.Whole, "tables/"+s.Table.Name+".csv")
		}
		if err := c.sheet(s.Table.Name, holds, cells...); err != nil {
			return err
		}
	}
	return nil
}

// sheet writes one sheet's row, with a link to it.
func (c *cover) sheet(name, holds string, more ...any) error {
	if err := c.cells("text", append([]any{name, holds}, more...)...); err != nil {
		return err
	}
	if err := c.restyle("link", 1, 1); err != nil {
		return err
	}
	return c.file.SetCellHyperLink(c.words.Cover, at(1, c.row), "'"+name+"'!A1", "Location")
}

// restyle gives some columns of the row another style.
func (c *cover) restyle(style string, first, last int) error {
	id, err := c.style.words(style)
	if err != nil {
		return err
	}
	return c.file.SetCellStyle(c.words.Cover, at(first, c.row), at(last, c.row), id)
}

func (c *cover) leftOut() error {
	if len(c.report.LeftOut) == 0 {
		return nil
	}
	if err := c.over("heading", c.words.LeftOut); err != nil {
		return err
	}
	if err := c.over("text", c.words.LeftOutText); err != nil {
		return err
	}
	for _, t := range c.report.LeftOut {
		if err := c.cells("text", t.Name, t.Title, 0, t.Rows, "tables/"+t.Name+".csv"); err != nil {
			return err
		}
	}
	return nil
}

func (c *cover) symbols() error {
	if err := c.over("heading", c.words.Symbols); err != nil {
		return err
	}
	if err := c.cells("text", c.words.Zero, c.words.ZeroText); err != nil {
		return err
	}
	for _, s := range edition.Symbols() {
		if err := c.cells("text", s, edition.SymbolLabel(s).In(c.report.Language)); err != nil {
			return err
		}
	}
	return c.cells("text", nil, c.words.EmptyText)
}

func (c *cover) terms() error {
	licence := c.report.Licence
	if licence == "" {
		licence = c.words.NoLicence
	}
	if err := c.cells("text", c.words.Licence, licence); err != nil {
		return err
	}
	return c.cells("text", c.words.Contact, c.report.Contact)
}

// over writes words over the first two columns.
func (c *cover) over(style, text string) error {
	width := coverWidths()[0] + coverWidths()[1]
	height := heightOf(text, width)
	if style == "title" {
		height = 26
	}
	if err := c.cells(style, text); err != nil {
		return err
	}
	if err := c.file.SetRowHeight(c.words.Cover, c.row, height); err != nil {
		return err
	}
	return c.file.MergeCell(c.words.Cover, at(1, c.row), at(2, c.row))
}

// cells writes the next row in one style.
func (c *cover) cells(style string, cells ...any) error {
	id, err := c.style.words(style)
	if err != nil {
		return err
	}
	c.row++
	height := lineHeight
	for i, cell := range cells {
		if text, ok := cell.(string); ok {
			cell, height = c.held(text), max(height, heightOf(text, coverWidths()[i]))
		}
		if err := c.file.SetCellValue(c.words.Cover, at(i+1, c.row), cell); err != nil {
			return err
		}
	}
	if err := c.file.SetCellStyle(c.words.Cover, at(1, c.row), at(max(1, len(cells)), c.row), id); err != nil {
		return err
	}
	if err := c.numbers(cells); err != nil {
		return err
	}
	return c.file.SetRowHeight(c.words.Cover, c.row, height)
}

// numbers gives the whole numbers of the row their thousands.
func (c *cover) numbers(cells []any) error {
	for i, cell := range cells {
		if _, ok := cell.(int); !ok {
			continue
		}
		id, err := c.style.number(0, false)
		if err != nil {
			return err
		}
		if err := c.file.SetCellStyle(c.words.Cover, at(i+1, c.row), at(i+1, c.row), id); err != nil {
			return err
		}
	}
	return nil
}
