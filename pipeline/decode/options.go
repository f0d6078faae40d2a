package decode

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
)

const (
	defaultRow   = 1 << 20
	defaultBatch = 1 << 16
	defaultChunk = 4 << 20
	largestRow   = 256 << 20 // keeps offsets of text within 32 bits
)

// complete returns the options with defaults filled in, or everything that is
// wrong with them.
func (o Options) complete() (Options, error) {
	setDefault(&o.Encoding, "auto")
	setDefault(&o.Separator, "auto")
	setDefault(&o.Decimal, "auto")
	setDefault(&o.MaxRow, defaultRow)
	setDefault(&o.Batch, defaultBatch)
	setDefault(&o.Workers, runtime.GOMAXPROCS(0))
	setDefault(&o.chunk, defaultChunk)
	o.Columns = slices.Clone(o.Columns)
	for i := range o.Columns {
		o.Columns[i].complete()
	}
	return o, o.check()
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func (c *Column) complete() {
	if len(c.Headers) == 0 {
		c.Headers = []string{c.Name}
	}
	switch c.Type {
	case Date:
		setDefault(&c.Layout, "YYYY-MM-DD")
	case Month:
		setDefault(&c.Layout, "YYYY-MM")
	case Year:
		setDefault(&c.Layout, "YYYY")
	}
}

func (o Options) check() error {
	var all []error
	fail := func(format string, args ...any) { all = append(all, fmt.Errorf(format, args...)) }
	oneOf := func(what, value string, values ...string) {
		if !slices.Contains(values, value) {
			fail("%s %q is none of %q", what, value, values)
		}
	}
	oneOf("encoding", o.Encoding, "auto", "utf-8", "utf-16", "windows-1252", "iso-8859-1")
	oneOf("separator", o.Separator, "auto", ";", ",", "tab", "\t")
	oneOf("decimal", o.Decimal, "auto", ",", ".")
	for text, mask := range o.Masks {
		oneOf(fmt.Sprintf("mask for %q", text), mask, "natural", "person", "secrecy")
	}
	if o.MaxRow < 1 || o.MaxRow > largestRow || o.Batch < 1 || o.Workers < 1 || o.MaxRejects < 0 {
		fail("longest row, batch, workers or most rejects are out of range")
	}
	if len(o.Columns) == 0 {
		fail("no columns to decode")
	}
	all = append(all, o.checkColumns()...)
	return errors.Join(all...)
}

func (o Options) checkColumns() (all []error) {
	seen := map[string]bool{}
	for _, field := range o.schema().Fields() {
		if seen[field.Name] || field.Name == "" {
			all = append(all, fmt.Errorf("two columns become the field %q, or it has no name", field.Name))
		}
		seen[field.Name] = true
	}
	for _, c := range o.Columns {
		if err := o.checkColumn(c); err != nil {
			all = append(all, fmt.Errorf("column %s: %w", c.Name, err))
		}
	}
	return all
}

func (o Options) checkColumn(c Column) error {
	switch c.Type {
	case Text, Integer, Code:
		return nil
	case Amount:
		if c.Scale < 0 || c.Scale > 18 {
			return fmt.Errorf("an amount has 0 to 18 decimals, not %d", c.Scale)
		}
		return nil
	case Date, Month, Year:
		_, err := parseLayout(c.Type, c.Layout)
		return err
	case Orgnr:
		if len(o.PersonKey) == 0 {
			return errors.New("no key to hash the numbers of natural persons with")
		}
		return nil
	case PersonName:
		if !slices.ContainsFunc(o.Columns, func(of Column) bool { return of.Name == c.Of && of.Type == Orgnr }) {
			return fmt.Errorf("%q is no orgnr column", c.Of)
		}
		return nil
	}
	return fmt.Errorf("unknown type %q", c.Type)
}
