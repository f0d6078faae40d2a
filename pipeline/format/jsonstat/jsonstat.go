// Package jsonstat writes a published table as JSON-stat 2.0 datasets
// (https://json-stat.org/full/): a dense cube with one value for every
// combination of the dimensions' values that occur. A cell without a number is
// null, and its status says why: "." not applicable, ".." missing, "..."
// suppressed. None of them is 0.
package jsonstat

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// DefaultLimit is the most cells of one dataset, unless Options says otherwise:
// what a browser or a spreadsheet reads without trouble.
const DefaultLimit = 500_000

// Options of a dataset; the zero value is Swedish and the default limit.
type Options struct {
	Language string // edition.Swedish or edition.English
	Limit    int    // most cells of one dataset
	Absent   string // symbol of a cell that has no row; "" is edition.Missing
}

// A Dataset is one file.
type Dataset struct {
	Name string // the table's, and the period's when the table was divided
	cube cube
	head head
}

// Write writes t as one dataset, and refuses one that passes the limit.
func Write(w io.Writer, t edition.Table) error {
	sets, err := Datasets(t, Options{})
	if err != nil {
		return err
	}
	if len(sets) != 1 {
		return fmt.Errorf("json-stat: table %s has more than %d cells: write its %d datasets", t.Name, DefaultLimit, len(sets))
	}
	return sets[0].Write(w)
}

// Datasets makes one dataset of t, or one per period (the dimension whose role
// is time) where one would pass the limit. Each says so when it is a part, and
// when a period alone passes the limit: nothing is left out for being large.
func Datasets(t edition.Table, o Options) ([]Dataset, error) {
	o.Limit = cmp.Or(o.Limit, DefaultLimit)
	o.Absent = cmp.Or(o.Absent, edition.Missing)
	if err := t.Check(); err != nil {
		return nil, fmt.Errorf("json-stat: %w", err)
	}
	sets, err := divide(t, o)
	if err != nil {
		return nil, fmt.Errorf("json-stat: table %s: %w", t.Name, err)
	}
	return sets, nil
}

func divide(t edition.Table, o Options) ([]Dataset, error) {
	whole, err := layout(t)
	if err != nil {
		return nil, err
	}
	time := timeField(t)
	if whole.cells <= o.Limit || time < 0 {
		return appendDataset(nil, t, o, "")
	}
	var sets []Dataset
	for _, part := range byPeriod(t, time) {
		period, _ := text(part.Rows[0][time])
		if sets, err = appendDataset(sets, part, o, period); err != nil {
			return nil, err
		}
	}
	return sets, nil
}

func appendDataset(sets []Dataset, t edition.Table, o Options, period string) ([]Dataset, error) {
	c, err := layout(t)
	if err == nil {
		err = c.fill(t, o.Absent)
	}
	name := t.Name
	if period != "" {
		name += "." + strings.ReplaceAll(period, "/", "-")
	}
	return append(sets, Dataset{Name: name, cube: c, head: newHead(t, c, o, period)}), err
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
		part.Rows = rows[period]
		parts = append(parts, part)
	}
	return parts
}
