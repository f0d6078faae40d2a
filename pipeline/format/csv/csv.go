// Package csv writes a published table as RFC 4180 asks: comma, CRLF, UTF-8
// without BOM, decimal point, null as nothing at all.
//
// encoding/csv is not used: with CRLF it also rewrites the line breaks inside
// a cell, and it writes an empty text and a null alike.
package csv

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// Write writes a header of field names and then t's rows in their order. An
// empty text is written as "" so that it can be told from null.
func Write(w io.Writer, t edition.Table) error {
	if err := t.Check(); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	out := bufio.NewWriter(w)
	for i, f := range t.Fields {
		separate(out, i)
		out.WriteString(quote(f.Name))
	}
	out.WriteString("\r\n")
	for _, row := range t.Rows {
		for i, cell := range row {
			separate(out, i)
			out.WriteString(format(t.Fields[i], cell))
		}
		out.WriteString("\r\n")
	}
	return out.Flush() // holds the first error of all the writes
}

func separate(out *bufio.Writer, i int) {
	if i > 0 {
		out.WriteByte(',')
	}
}

func format(f edition.Field, cell any) string {
	switch cell := cell.(type) {
	case nil:
		return ""
	case int64:
		return strconv.FormatInt(cell, 10)
	case bool:
		return strconv.FormatBool(cell)
	default:
		return quote(f.Harmless(cell.(string)))
	}
}

// quote quotes a cell that must be, and one that other readers would trim.
func quote(text string) string {
	if text != "" && !strings.ContainsAny(text, ",\"\r\n") && strings.TrimSpace(text) == text {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}
