package decode

import (
	"bytes"
	"fmt"
	"strings"

	"tresektor/pipeline/orgnr"
)

// A HeaderError says that no row holds the headers of all needed columns.
type HeaderError struct {
	File    string
	Line    int64      // of the row that holds most of them, or has most cells
	Missing [][]string // the accepted headers of each column that was not found
	Found   []string   // the cells of that row, unless they look like data
	Hint    string     // what the file is instead, if that can be told
}

func (e *HeaderError) Error() string {
	var b strings.Builder
	if e.File != "" {
		fmt.Fprintf(&b, "%s: ", e.File)
	}
	if e.Hint != "" {
		b.WriteString(e.Hint)
		b.WriteString("; ")
	}
	b.WriteString("no header row: missing ")
	for i, names := range e.Missing {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strings.Join(names, " or "))
	}
	if len(e.Found) > 0 {
		fmt.Fprintf(&b, "; line %d has %s", e.Line, strings.Join(e.Found, ", "))
	}
	return b.String()
}

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

func headerError(text []byte, o Options, nearest header) error {
	err := &HeaderError{File: o.File, Line: nearest.line, Hint: instead(text)}
	for i, c := range o.Columns {
		if !c.Optional && (nearest.at == nil || nearest.at[i] < 0) {
			err.Missing = append(err.Missing, c.Headers)
		}
	}
	if len(err.Missing) == 0 { // all are optional and none is there
		for _, c := range o.Columns {
			err.Missing = append(err.Missing, c.Headers)
		}
	}
	if err.Hint == "" {
		err.Found = shown(nearest)
	}
	return err
}

// mostShown is how many cells of a row a HeaderError shows.
const mostShown = 50

// shown are the cells of a row that may be a header; a row with numbers in it
// is data, and may name persons, unless it holds some of the headers.
func shown(h header) (found []string) {
	for i, name := range h.names {
		if i == mostShown {
			return append(found, "…")
		}
		orgnr.Runs(name, func(int, int, string) { h.matched = -1 })
		found = append(found, maskText(name))
	}
	if h.matched < 0 || h.matched == 0 && strings.ContainsAny(strings.Join(found, ""), "0123456789") {
		return []string{fmt.Sprintf("%d cells that look like data", len(h.names))}
	}
	return found
}

// instead says what a file without a header row is, if that can be told.
func instead(text []byte) string {
	head := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), headLength)]))
	for _, sign := range []struct{ start, what string }{
		{"<!doctype html", "this is an HTML page, not CSV"},
		{"<html", "this is an HTML page, not CSV"},
		{"<?xml", "this is XML, not CSV"},
		{"pk\x03\x04", "this is a zip archive or XLSX, not CSV"},
		{"\x1f\x8b", "this is a gzip file, not CSV"},
		{"%pdf", "this is a PDF, not CSV"},
		{"\xd0\xcf\x11\xe0", "this is an XLS workbook, not CSV"},
		{"{", "this looks like JSON, not CSV"},
		{"[{", "this looks like JSON, not CSV"},
	} {
		if bytes.HasPrefix(head, []byte(sign.start)) {
			return sign.what
		}
	}
	if zeros(head, 0)+zeros(head, 1) > len(head)/4 {
		return "this looks like UTF-16 without a byte order mark (encoding: utf-16)"
	}
	return ""
}
