// Package cube lays a published table out dense, for the formats that are:
// one number for every combination of the dimensions' values that occur. A
// cell without a number has a symbol that says why.
package cube

import (
	"cmp"
	"fmt"

	"tresektor/pipeline/edition"
)

// MetricID is the dimension that holds the kinds of number.
const MetricID = "metric"

// DefaultLimit is the most cells of one cube, unless Options says otherwise:
// what a browser or a spreadsheet reads without trouble.
const DefaultLimit = 500_000

// mostCells is where memory would be the limit: the table wants other
// dimensions then, not another file.
const mostCells = 50_000_000

// Options of the cubes of a table; the zero value is the default limit.
type Options struct {
	Limit int // most cells of one cube
}

// A Cube is a table laid out: the dimensions in the order of the fields, then
// the metrics, the last one fastest.
type Cube struct {
	Name       string        // the table's, and the period's when the table was divided
	Table      edition.Table // with the rows of this cube
	Period     string        // of a table divided by period, else ""
	Dimensions []Dimension
	Metrics    []int    // the fields that hold numbers
	Values     []string // exact decimals, "" where there is none
	Symbols    []string // why a value is "", else ""

	limit int
	cells int // of Values, known before they are filled
}

// A Dimension is a field with the values that occur in it, in order.
type Dimension struct {
	Field int
	Codes []string

	at map[string]int
}

// Has tells whether a code occurs.
func (d Dimension) Has(code string) bool {
	_, occurs := d.at[code]
	return occurs
}

// layout finds the cube's sides.
func layout(t edition.Table) (Cube, error) {
	c := Cube{Name: t.Name, Table: t, cells: 1}
	for i, f := range t.Fields {
		switch {
		case f.Name == MetricID:
			return c, fmt.Errorf("a field is called %s, as the dimension of the kinds of number", MetricID)
		case f.Dimension:
			d, err := occurring(t, i)
			if err != nil {
				return c, err
			}
			c.Dimensions = append(c.Dimensions, d)
			c.cells *= min(len(d.Codes), mostCells)
		case f.Kind == edition.KindInteger || f.Kind == edition.KindDecimal:
			c.Metrics = append(c.Metrics, i)
		}
		c.cells = min(c.cells, mostCells)
	}
	c.cells = min(c.cells*len(c.Metrics), mostCells)
	if c.cells == 0 || len(c.Dimensions) == 0 {
		return c, fmt.Errorf("no rows, no dimension, or no field with numbers")
	}
	return c, nil
}

// fill places every row; a cell that has none is missing. Two rows in one place, a null in a dimension and an
// unknown symbol are errors: any of them would change what is said.
func (c *Cube) fill() error {
	if c.cells == mostCells {
		return fmt.Errorf("more than %d cells", mostCells)
	}
	c.Values = make([]string, c.cells)
	c.Symbols = make([]string, c.cells)
	for i := range c.Symbols {
		c.Symbols[i] = edition.Missing
	}
	placed := make([]bool, c.cells/len(c.Metrics))
	for i, row := range c.Table.Rows {
		at := c.position(row)
		if placed[at] {
			return fmt.Errorf("row %d: another row has the same dimensions", i+1)
		}
		placed[at] = true
		if err := c.place(row, at); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return nil
}

// position is the row's place, counted in groups of metrics.
func (c *Cube) position(row []any) int {
	at := 0
	for _, d := range c.Dimensions {
		code, _ := text(row[d.Field])
		at = at*len(d.Codes) + d.at[code]
	}
	return at
}

func (c *Cube) place(row []any, at int) (err error) {
	for m, field := range c.Metrics {
		k := at*len(c.Metrics) + m
		if c.Values[k], c.Symbols[k], err = cell(c.Table, row, field); err != nil {
			return err
		}
	}
	return nil
}

// cell returns a number, or the symbol that says why there is none.
func cell(t edition.Table, row []any, field int) (value, symbol string, err error) {
	if number, ok := text(row[field]); ok {
		return number, "", nil
	}
	symbol = edition.Missing
	if i := t.Index(t.Fields[field].Symbol); i >= 0 && row[i] != nil {
		symbol, _ = row[i].(string)
		symbol = cmp.Or(symbol, edition.NotApplicable)
	}
	if !edition.IsSymbol(symbol) {
		return "", "", fmt.Errorf("field %s is null with the symbol %q", t.Fields[field].Name, symbol)
	}
	return "", symbol, nil
}
