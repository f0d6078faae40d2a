package jsonstat

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tresektor/pipeline/edition"
)

// mostCells is where memory would be the limit: the table wants other
// dimensions then, not another file.
const mostCells = 50_000_000

// A cube is a table laid out dense: the dimensions in the order of the
// fields, then the metric, the last one fastest.
type cube struct {
	dimensions []dimension
	metrics    []int    // the fields that hold numbers
	cells      int      // of value, known before it is filled
	value      []string // JSON number, or "" for null
	status     []string // symbol where value is null, else ""
}

// A dimension is a field with the values that occur in it, in order.
type dimension struct {
	field int
	codes []string
	at    map[string]int
}

// layout finds the cube's sides.
func layout(t edition.Table) (cube, error) {
	var c cube
	c.cells = 1
	for i, f := range t.Fields {
		switch {
		case f.Name == metricID:
			return c, fmt.Errorf("a field is called %s, as the dimension of the kinds of number", metricID)
		case f.Dimension:
			d, err := occurring(t, i)
			if err != nil {
				return c, err
			}
			c.dimensions = append(c.dimensions, d)
			c.cells *= min(len(d.codes), mostCells)
		case f.Kind == edition.KindInteger || f.Kind == edition.KindDecimal:
			c.metrics = append(c.metrics, i)
		}
		c.cells = min(c.cells, mostCells)
	}
	c.cells = min(c.cells*len(c.metrics), mostCells)
	if c.cells == 0 || len(c.dimensions) == 0 {
		return c, fmt.Errorf("no rows, no dimension, or no field with numbers")
	}
	return c, nil
}

// fill places every row. Two rows in one place, a null in a dimension and an
// unknown symbol are errors: any of them would change what is said.
func (c *cube) fill(t edition.Table, absent string) error {
	if c.cells == mostCells {
		return fmt.Errorf("more than %d cells", mostCells)
	}
	c.value = make([]string, c.cells)
	c.status = slices.Repeat([]string{absent}, c.cells)
	placed := make([]bool, c.cells/len(c.metrics))
	for i, row := range t.Rows {
		at := c.position(row)
		if placed[at] {
			return fmt.Errorf("row %d: another row has the same dimensions", i+1)
		}
		placed[at] = true
		if err := c.place(t, row, at); err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
	}
	return nil
}

// position is the row's place, counted in groups of metrics.
func (c cube) position(row []any) int {
	at := 0
	for _, d := range c.dimensions {
		code, _ := text(row[d.field])
		at = at*len(d.codes) + d.at[code]
	}
	return at
}

func (c cube) place(t edition.Table, row []any, at int) (err error) {
	for m, field := range c.metrics {
		k := at*len(c.metrics) + m
		if c.value[k], c.status[k], err = cell(t, row, field); err != nil {
			return err
		}
	}
	return nil
}

// occurring lists the values of a dimension that occur: in the order of its
// codes, or by bytes where it has none. A null and an unlisted code are errors.
func occurring(t edition.Table, field int) (dimension, error) {
	f, found := t.Fields[field], map[string]bool{}
	d := dimension{field: field, at: map[string]int{}}
	for i, row := range t.Rows {
		code, ok := text(row[field])
		if !ok {
			return d, fmt.Errorf("row %d: dimension %s is null", i+1, f.Name)
		}
		found[code] = true
	}
	for _, c := range f.Codes {
		if found[c.Code] {
			d.codes = append(d.codes, c.Code)
			delete(found, c.Code)
		}
	}
	rest := slices.Sorted(maps.Keys(found))
	if len(rest) > 0 && len(f.Codes) > 0 {
		return d, fmt.Errorf("dimension %s has no code %q", f.Name, rest[0])
	}
	d.codes = append(d.codes, rest...)
	for i, code := range d.codes {
		d.at[code] = i
	}
	return d, nil
}

// cell returns a number as JSON, or the symbol that says why there is none.
func cell(t edition.Table, row []any, field int) (value, status string, err error) {
	if number, ok := text(row[field]); ok {
		return number, "", nil
	}
	symbol := edition.Missing
	if i := t.Index(t.Fields[field].Symbol); i >= 0 && row[i] != nil {
		symbol, _ = row[i].(string)
		symbol = cmp.Or(symbol, edition.NotApplicable)
	}
	if !edition.IsSymbol(symbol) {
		return "", "", fmt.Errorf("field %s is null with the symbol %q", t.Fields[field].Name, symbol)
	}
	return "", symbol, nil
}

// text is a cell as it stands in a code or a number; false for null.
func text(cell any) (string, bool) {
	switch cell := cell.(type) {
	case string:
		return cell, true
	case int64:
		return strconv.FormatInt(cell, 10), true
	case bool:
		return strconv.FormatBool(cell), true
	}
	return "", false
}
