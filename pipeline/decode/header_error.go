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
		return []string{fmt.Sprintf("cells that look like data: %d", len(h.names))}
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
