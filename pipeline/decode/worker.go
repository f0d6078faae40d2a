package decode

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
)

// A part is what one chunk became. Lines count from 0 at its first line.
type part struct {
	records              []arrow.Record
	rejects              []Reject
	rows, rejected       int64
	notNeeded            int64
	blank, lines, digest int64 // digest: sum of the kept rows' lines
	tallies              []tally
	encoding             string // of the chunk, if it is decided
	err                  error
}

// A worker turns chunks into parts, one at a time.
type worker struct {
	o       Options
	rows    grammar
	header  header
	readers []cellReader
	order   []int // of reading: numbers before the names they belong to
	first   int   // the column that says whether the row is needed, or -1
	wanted  []int // the file's columns to locate, ascending
	lines   *buffer
	schema  *arrow.Schema
	scratch []byte

	text     []byte
	encoding encoding
	valid    bool // the whole chunk is valid in its encoding
	spans    []span
	ends     []int    // of the cells of a plain row
	cells    [][]byte // by the file's column: those wanted
	part     *part
	private  bool // the file may name persons: whole rows are not shown
}

func newWorker(o Options, h header) *worker {
	w := &worker{
		o:      o,
		header: h,
		rows:   grammar{separator: h.separator, fields: len(h.names), longest: o.MaxRow},
		schema: o.schema(),
		cells:  make([][]byte, len(h.names)),
		ends:   make([]int, len(h.names)),
	}
	w.first = o.decisive()
	w.lines = newBuffer(w.schema.Field(0))
	w.readers = newReaders(o, h)
	for i, c := range o.Columns {
		w.private = w.private || c.Type == Orgnr || c.Type == PersonName
		if at := h.at[i]; at >= 0 && !slices.Contains(w.wanted, at) {
			w.wanted = append(w.wanted, at)
		}
	}
	slices.Sort(w.wanted)
	for i := range o.Columns {
		w.order = append(w.order, i)
	}
	slices.SortStableFunc(w.order, func(i, j int) int { return cmp.Compare(o.turn(i), o.turn(j)) })
	return w
}

// decode turns one chunk into a part.
func (w *worker) decode(text []byte, e encoding) *part {
	w.part = &part{encoding: e.name, tallies: make([]tally, len(w.o.Columns))}
	w.text, w.encoding = text, e
	w.valid = (e.single != nil || validUTF8(text)) && bytes.IndexByte(text, 0) < 0
	for s := newScanner(w.rows, text); s.pos < len(text); {
		found, plain := s.next()
		w.row(found, plain)
		w.part.lines += int64(found.lines)
	}
	w.flush()
	for i := range w.readers {
		w.part.tallies[i], w.readers[i].tally = w.readers[i].tally, tally{}
	}
	return w.part
}

// row decodes one row, or rejects it, or skips a blank line.
func (w *worker) row(r row, plain bool) {
	text := w.text[r.start:r.end]
	if r.verdict == tooLong {
		text = text[:w.o.MaxRow] // all that the splitter surely delivers
	} else if len(trim(text)) == 0 && bytes.IndexByte(text, w.rows.separator) < 0 {
		w.part.blank++
		return
	}
	w.part.rows++
	if why := w.fault(text, r.verdict); why != "" {
		w.reject(text, why)
		return
	}
	fields := 0
	if plain {
		fields = w.locate(text)
	} else {
		_, w.spans = w.rows.row(w.text, r.start, false, w.spans[:0])
		fields = len(w.spans)
	}
	if fields != w.rows.fields {
		w.reject(text, fmt.Sprintf("fields in the row: %d, in the header: %d", fields, w.rows.fields))
		return
	}
	if !plain {
		w.unquote()
	}
	w.read()
}

// fault says what is wrong with a row before its cells are looked at.
func (w *worker) fault(text []byte, v verdict) problem {
	switch v {
	case tooLong:
		return fmt.Sprintf("longer than %d bytes", w.o.MaxRow)
	case afterQuote:
		return "text after a closing quotation mark"
	case unclosed:
		return "a quotation mark that is not closed"
	}
	switch {
	case w.valid:
		return ""
	case bytes.IndexByte(text, 0) >= 0:
		return "a NUL byte"
	case w.encoding.single == nil && !validUTF8(text):
		if w.encoding.name == "utf-16" {
			return "not valid UTF-16"
		}
		return "not valid UTF-8"
	}
	return ""
}

// locate finds the wanted cells of a row without quotation marks and returns
// its number of fields.
func (w *worker) locate(text []byte) int {
	fields := 1 + findSeparators(text, w.rows.separator, w.ends)
	if fields != w.rows.fields {
		return fields
	}
	w.ends[fields-1] = len(text)
	for _, at := range w.wanted {
		start := 0
		if at > 0 {
			start = w.ends[at-1] + 1
		}
		w.cells[at] = text[start:w.ends[at]]
	}
	return fields
}

// unquote takes the wanted cells from the spans of a row with quotation marks.
func (w *worker) unquote() {
	for _, at := range w.wanted {
		cell := w.spans[at]
		text := w.text[cell.start:cell.end]
		if cell.quoted && bytes.IndexByte(text, '"') >= 0 {
			text = bytes.ReplaceAll(text, []byte(`""`), []byte(`"`))
		}
		w.cells[at] = text
	}
}

// read reads the located cells. Every column is read even when an earlier one
// is at fault, so that the sums of a rejected row are known; of a row that is
// not needed only the numbers are.
func (w *worker) read() {
	bad, why, needed := -1, "", true
	for _, i := range w.order {
		if !needed && !w.o.Columns[i].summable() {
			continue
		}
		problem := w.readers[i].read(w)
		if problem != "" && (bad < 0 || i < bad) {
			bad, why = i, problem
		}
		if i == w.first && problem == "" {
			needed = w.isNeeded()
		}
	}
	if bad < 0 && needed {
		w.keep()
		return
	}
	for i := range w.readers {
		w.readers[i].truncate(w.lines.rows)
	}
	if bad < 0 {
		w.leave()
		return
	}
	w.refuse(bad, why)
}

// refuse rejects a row for one of its cells.
func (w *worker) refuse(bad int, why problem) {
	r := Reject{Line: w.part.lines, Column: w.header.names[w.header.at[bad]], Reason: why, Sums: w.sums()}
	if t := w.o.Columns[bad].Type; t != Orgnr && t != PersonName {
		r.Text = w.show(w.cells[w.header.at[bad]])
	}
	w.add(r)
}

func (w *worker) keep() {
	w.lines.appendInt64(w.part.lines)
	w.part.digest += w.part.lines
	if w.lines.rows == w.o.Batch {
		w.flush()
	}
}

// flush makes a record of the rows collected so far.
func (w *worker) flush() {
	n := w.lines.rows
	if n == 0 {
		return
	}
	arrays := []arrow.Array{w.lines.array()}
	for i := range w.readers {
		w.readers[i].addKept()
		arrays = append(arrays, w.readers[i].arrays()...)
	}
	w.part.records = append(w.part.records, array.NewRecord(w.schema, arrays, int64(n)))
	for _, a := range arrays {
		a.Release()
	}
}
