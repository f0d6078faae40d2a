package decode

import (
	"github.com/apache/arrow/go/v17/arrow"
)

// What became of a summable cell.
const (
	cellNone       = iota // null: missing, suppressed, or no such column
	cellRead              //
	cellUnreadable        //
)

// A cellReader reads the cells of one column.
type cellReader struct {
	column  Column
	at      int // the file's column, -1 when absent
	symbols symbols
	numbers numbers
	layout  layout
	codes   map[string]string // cell text → code, as far as met
	people  *providers
	of      *cellReader // of person_name
	name    *cellReader // of an orgnr column: its first person_name

	main  *buffer
	extra *buffer // <name>_kind or <name>_symbol

	state  int   // of a summable cell
	value  int64 // of a summable cell that was read
	hidden bool  // of an orgnr cell: the name is withheld
	tally  tally // of the chunk so far
}

// mostCodes bounds the memory of cell texts met.
const mostCodes = 1 << 12

func newReaders(o Options, h header) []cellReader {
	readers := make([]cellReader, len(o.Columns))
	symbols := newSymbols(o)
	for i, c := range o.Columns {
		r := cellReader{column: c, at: h.at[i], symbols: symbols, codes: map[string]string{}}
		fields := c.fields(len(o.Suppressed) > 0)
		r.main = newBuffer(fields[0])
		if len(fields) > 1 {
			r.extra = newBuffer(fields[1])
		}
		switch {
		case c.summable():
			r.numbers = newNumbers(c, o.Decimal)
		case c.Layout != "":
			r.layout, _ = parseLayout(c.Type, c.Layout)
		case c.Type == Orgnr:
			r.people = newProviders(o)
		}
		readers[i] = r
	}
	for i := range readers {
		for j := range readers {
			if readers[i].column.Type == PersonName && readers[j].column.Name == readers[i].column.Of {
				readers[i].of = &readers[j]
				if readers[j].name == nil {
					readers[j].name = &readers[i]
				}
			}
		}
	}
	return readers
}

// read reads the cell of the current row and appends its value.
func (r *cellReader) read(w *worker) problem {
	r.state = cellNone
	if r.at < 0 {
		r.absent(w)
		return ""
	}
	text, why := w.encoding.utf8(w.cells[r.at], &w.scratch)
	if why != "" {
		r.state = cellUnreadable
		return why
	}
	whole := trim(text)
	if text, why = r.part(whole); why != "" {
		r.state = cellUnreadable
		return why
	}
	if r.column.Type == Orgnr {
		return r.provider(w, text, r.column.marksPerson(whole))
	}
	if symbol := r.symbols.of(text); symbol != "" {
		return r.none(symbol)
	}
	return r.cell(text)
}

// absent appends nothing: the file has no such column.
func (r *cellReader) absent(w *worker) {
	if r.column.Type == Orgnr {
		r.provider(w, nil, false)
		return
	}
	r.main.appendNull()
	if r.extra != nil {
		r.extra.appendNull()
	}
}

// none appends nothing, and why.
func (r *cellReader) none(symbol string) problem {
	if symbol == missing && r.column.Required {
		return "no value where one is required"
	}
	r.main.appendNull()
	if r.extra != nil {
		r.extra.appendString(symbol)
	}
	return ""
}

// cell appends the value of a cell that has one.
func (r *cellReader) cell(text []byte) problem {
	switch r.column.Type {
	case Text:
		r.main.appendText(text)
	case Integer, Amount:
		return r.number(text)
	case Date, Month, Year:
		return r.date(text)
	case Code:
		return r.code(text)
	case PersonName:
		r.personName(text)
	}
	return ""
}

// truncate takes back what a rejected row appended and readies for the next.
func (r *cellReader) truncate(rows int) {
	r.main.truncate(rows)
	if r.extra != nil {
		r.extra.truncate(rows)
	}
}

// addKept adds up what stands in the buffer, apart from what was read.
func (r *cellReader) addKept() {
	if r.column.summable() {
		r.main.sum(&r.tally.kept)
	}
}

func (r *cellReader) arrays() []arrow.Array {
	if r.extra == nil {
		return []arrow.Array{r.main.array()}
	}
	return []arrow.Array{r.main.array(), r.extra.array()}
}
