package decode

import (
	"fmt"
	"strings"
)

// A header is where the header row lies and what it says.
type header struct {
	separator byte
	names     []string // as found
	at        []int    // the file's column for each Column, -1 when absent
	matched   int
	line      int64 // where the row starts
	next      int   // where the rows begin in the text
	nextLine  int64
}

// mostPreamble is how many rows are searched for the header.
const mostPreamble = 1000

// separators are tried in this order when none is declared.
var separators = map[string][]byte{"auto": []byte(";,\t"), ";": {';'}, ",": {','}, "tab": {'\t'}, "\t": {'\t'}}

// findHeader finds the first row of text that holds all required headers,
// with the separator that gives most cells.
func findHeader(text []byte, o Options, e encoding, more bool) (header, error) {
	var best, nearest header
	for _, separator := range separators[o.Separator] {
		h, near, err := findWith(text, separator, o, e, more)
		if err != nil {
			return header{}, err
		}
		if len(h.names) > len(best.names) {
			best = h
		}
		if near.matched > nearest.matched || near.matched == nearest.matched && len(near.names) > len(nearest.names) {
			nearest = near
		}
	}
	if best.names == nil {
		return header{}, headerError(text, o, nearest)
	}
	return best, nil
}

// findWith returns the header row, if any, and the row nearest to one.
func findWith(text []byte, separator byte, o Options, e encoding, more bool) (h, nearest header, err error) {
	rows := grammar{separator: separator, longest: o.MaxRow}
	line := int64(1)
	for start, n := 0, 0; start < len(text) && n < mostPreamble; n++ {
		found, cells := rows.row(text, start, more, nil)
		if found.verdict == unfinished {
			break
		}
		if found.verdict == whole {
			h := header{separator: separator, line: line, next: found.next, nextLine: line + int64(found.lines)}
			for _, cell := range cells {
				h.names = append(h.names, e.text(text, cell))
			}
			all, err := h.match(o.Columns)
			if err != nil {
				return header{}, header{}, fmt.Errorf("line %d: %w", line, err)
			}
			if all {
				return h, h, nil
			}
			if h.matched > nearest.matched || h.matched == nearest.matched && len(h.names) > len(nearest.names) {
				nearest = h
			}
		}
		start, line = found.next, line+int64(found.lines)
	}
	return header{}, nearest, nil
}

func prefix(file string) string {
	if file == "" {
		return ""
	}
	return file + ": "
}

// match finds each column among the names and reports whether all that must
// be there are. Names that occur twice are an error only when all are there,
// since a row of data may hold anything.
func (h *header) match(columns []Column) (all bool, err error) {
	places := map[string][]int{}
	for i, name := range h.names {
		places[Fold(name)] = append(places[Fold(name)], i)
	}
	all = true
	for _, c := range columns {
		at, twice := c.find(places)
		h.at = append(h.at, at)
		if twice {
			err = fmt.Errorf("the header %q of column %s occurs more than once", h.names[at], c.Name)
		}
		if at >= 0 {
			h.matched++
		} else if !c.Optional {
			all = false
		}
	}
	if h.matched == 0 || !all {
		return false, nil
	}
	return true, err
}

// find returns the place of the first accepted header that occurs, or -1.
func (c Column) find(places map[string][]int) (at int, twice bool) {
	for _, name := range c.Headers {
		if found := places[Fold(name)]; len(found) > 0 {
			return found[0], len(found) > 1
		}
	}
	return -1, false
}

// text is a cell as text, for headers.
func (e encoding) text(text []byte, cell span) string {
	raw := string(text[cell.start:cell.end])
	if cell.quoted {
		raw = strings.ReplaceAll(raw, `""`, `"`)
	}
	if e.single != nil {
		raw = string(e.append(nil, []byte(raw)))
	}
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(raw, "\ufffd"), "\ufeff", ""))
}
