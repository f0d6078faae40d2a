// Package jsonstat writes a published table as JSON-stat 2.0 datasets
// (https://json-stat.org/full/): a dense cube with one value for every
// combination of the dimensions' values that occur.
package jsonstat

import (
	"errors"
	"io"

	"tresektor/pipeline/edition"
)

// Options of a dataset; the zero value is Swedish and the default limit.
type Options struct {
	Language string // edition.Swedish or edition.English
	Limit    int    // most cells of one dataset; 0 is 500,000
	Absent   string // symbol of a cell that has no row; "" is edition.Missing
}

// A Dataset is one file.
type Dataset struct {
	Name string // the table's, and the period's when the table was divided
}

// Datasets makes one dataset of t, or one per period where one would pass the
// limit.
func Datasets(t edition.Table, o Options) ([]Dataset, error) { return nil, errors.New("not written") }

// Write writes the dataset as one JSON document.
func (d Dataset) Write(w io.Writer) error { return nil }
