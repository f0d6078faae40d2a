package csv

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"tresektor/pipeline/edition"
)

// Rows gives the rows that Write wrote of a table, one by one. Of the cells
// only those of the fields that are named are read, all where none is; the
// others are null. A row is valid until the next, its cells stay as they are:
// those that are alike mostly share their memory.
func Rows(r io.Reader, t edition.Table, names ...string) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 1<<18), 1<<26)
		lines.Split(split)
		into := newReader(t, names)
		for n := 0; lines.Scan(); n++ {
			err := into.read(lines.Bytes(), n)
			if err != nil {
				err = fmt.Errorf("row %d: %w", n, err)
			}
			if (n > 0 || err != nil) && !yield(into.row, err) || err != nil {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(nil, err)
		}
	}
}

// split finds the end of a row: a line break that stands in no quotes.
func split(data []byte, isEnd bool) (advance int, row []byte, err error) {
	isQuoted := false
	for from := 0; ; {
		line := bytes.IndexByte(data[from:], '\n')
		if line < 0 {
			break
		}
		line += from
		isQuoted = isQuoted != (bytes.Count(data[from:line], []byte{'"'})%2 == 1)
		if from = line + 1; !isQuoted {
			return from, bytes.TrimSuffix(data[:line], []byte{'\r'}), nil
		}
	}
	if isEnd && len(data) > 0 {
		return 0, nil, io.ErrUnexpectedEOF
	}
	return 0, nil, nil
}

// mostAlike is how many different cells of a column are remembered.
const mostAlike = 1 << 12

// A reader reads the cells of one row after the other.
type reader struct {
	table edition.Table
	alike []map[string]any // by field, nil where it is not wanted
	row   []any
	text  []byte // of a quoted cell
}

func newReader(t edition.Table, names []string) *reader {
	r := &reader{table: t, alike: make([]map[string]any, len(t.Fields)), row: make([]any, len(t.Fields))}
	for i, f := range t.Fields {
		if len(names) == 0 || slices.Contains(names, f.Name) {
			r.alike[i] = map[string]any{}
		}
	}
	return r
}

// read reads a row; that of number 0 is the header.
func (r *reader) read(line []byte, number int) (err error) {
	for i, f := range r.table.Fields {
		if i > 0 {
			if len(line) == 0 || line[0] != ',' {
				return fmt.Errorf("it ends before field %s", f.Name)
			}
			line = line[1:]
		}
		cell, isQuoted, length := r.cell(line)
		if length < 0 {
			return fmt.Errorf("field %s: the quotes around it do not end", f.Name)
		}
		line = line[length:]
		switch {
		case number == 0 && string(cell) != f.Name:
			return fmt.Errorf("column %d is %s, not %s", i+1, cell, f.Name)
		case number == 0 || r.alike[i] == nil:
		case len(cell) == 0 && !isQuoted:
			r.row[i] = nil
		default:
			if r.row[i], err = r.typed(i, cell); err != nil {
				return fmt.Errorf("field %s: %w", f.Name, err)
			}
		}
	}
	if len(line) > 0 {
		return fmt.Errorf("it goes on after its last field: %q", line)
	}
	return nil
}

// cell is the first cell of a line, and its length there, -1 where it does not
// end.
func (r *reader) cell(line []byte) (cell []byte, isQuoted bool, length int) {
	if len(line) == 0 || line[0] != '"' {
		if length = bytes.IndexByte(line, ','); length < 0 {
			length = len(line)
		}
		return line[:length], false, length
	}
	r.text = r.text[:0]
	for at := 1; ; {
		quote := bytes.IndexByte(line[at:], '"')
		if quote < 0 {
			return nil, true, -1
		}
		r.text = append(r.text, line[at:at+quote]...)
		if at += quote + 1; at == len(line) || line[at] != '"' {
			return r.text, true, at
		}
		r.text, at = append(r.text, '"'), at+1
	}
}

// typed is a cell as its field says.
func (r *reader) typed(i int, cell []byte) (any, error) {
	if known, found := r.alike[i][string(cell)]; found {
		return known, nil
	}
	typed, err := parse(r.table.Fields[i], string(cell))
	if err == nil && len(r.alike[i]) < mostAlike {
		r.alike[i][string(cell)] = typed
	}
	return typed, err
}

func parse(f edition.Field, text string) (any, error) {
	switch f.Kind {
	case edition.KindInteger:
		return strconv.ParseInt(text, 10, 64)
	case edition.KindBoolean:
		return strconv.ParseBool(text)
	}
	return f.Original(text), nil
}
