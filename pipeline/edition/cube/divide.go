package cube

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// Of makes one cube of t, or one for each period (the dimension whose role is
// time) where one would pass the limit. Each says so when it is a part, and
// when a period alone passes the limit: nothing is left out for being large.
func Of(t edition.Table, o Options) ([]Cube, error) {
	o.Limit = cmp.Or(o.Limit, DefaultLimit)
	if err := t.Check(); err != nil {
		return nil, fmt.Errorf("cube: %w", err)
	}
	cubes, err := divide(t, o)
	if err != nil {
		return nil, fmt.Errorf("cube: table %s: %w", t.Name, err)
	}
	return cubes, nil
}

func divide(t edition.Table, o Options) ([]Cube, error) {
	whole, err := layout(t)
	if err != nil {
		return nil, err
	}
	time := timeField(t)
	if whole.cells <= o.Limit || time < 0 {
		return appendCube(nil, t, o, "")
	}
	var cubes []Cube
	for _, part := range byPeriod(t, time) {
		period, _ := text(part.Rows[0][time])
		if cubes, err = appendCube(cubes, part, o, period); err != nil {
			return nil, err
		}
	}
	return cubes, nil
}

func appendCube(cubes []Cube, t edition.Table, o Options, period string) ([]Cube, error) {
	c, err := layout(t)
	if err == nil {
		err = c.fill()
	}
	c.limit, c.Period = o.Limit, period
	if period != "" {
		c.Name += "." + strings.ReplaceAll(period, "/", "-")
	}
	return append(cubes, c), err
}

func timeField(t edition.Table) int {
	return slices.IndexFunc(t.Fields, func(f edition.Field) bool {
		return f.Dimension && f.Role == edition.RoleTime
	})
}

// byPeriod divides the rows of t, in the order of the periods.
func byPeriod(t edition.Table, time int) []edition.Table {
	rows := map[string][][]any{}
	for _, row := range t.Rows {
		period, _ := text(row[time])
		rows[period] = append(rows[period], row)
	}
	var parts []edition.Table
	for _, period := range slices.Sorted(maps.Keys(rows)) {
		part := t
		part.Rows, part.Reference = rows[period], edition.Text{SV: period, EN: period}
		parts = append(parts, part)
	}
	return parts
}

// occurring lists the values of a dimension that occur: in the order of its
// codes, or by bytes where it has none. A null and an unlisted code are errors.
func occurring(t edition.Table, field int) (Dimension, error) {
	f, found := t.Fields[field], map[string]bool{}
	d := Dimension{Field: field, at: map[string]int{}}
	for i, row := range t.Rows {
		code, ok := text(row[field])
		if !ok {
			return d, fmt.Errorf("row %d: dimension %s is null", i+1, f.Name)
		}
		found[code] = true
	}
	for _, c := range f.Codes {
		if found[c.Code] {
			d.Codes = append(d.Codes, c.Code)
			delete(found, c.Code)
		}
	}
	rest := slices.Sorted(maps.Keys(found))
	if len(rest) > 0 && len(f.Codes) > 0 {
		return d, fmt.Errorf("dimension %s has no code %q", f.Name, rest[0])
	}
	d.Codes = append(d.Codes, rest...)
	for i, code := range d.Codes {
		d.at[code] = i
	}
	return d, nil
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
