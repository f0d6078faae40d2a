package pipeline

import (
	"context"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// A form says how a cell of a query becomes a cell of a published table.
type form int

const (
	plainForm  form = iota // as it is
	shareForm              // millionths to six decimals
	amountForm             // whole numbers of the smallest unit, to the measure's decimals
)

type field struct {
	edition.Field
	form form
}

// published reads publish/<query>.sql into a table. Where a field is an
// amount the query's last column, decimals, says how many it has.
func (s *session) published(ctx context.Context, query string, t edition.Table, fields []field) (edition.Table, error) {
	q, err := queries.Published(query)
	if err != nil {
		return t, err
	}
	t.Fields = fieldsOf(fields)
	rows, err := s.wh.Query(ctx, q.SQL)
	if err != nil {
		return t, fmt.Errorf("table %s: %w", t.Name, err)
	}
	defer rows.Close()
	seen := words{}
	names, err := rows.Columns()
	if err != nil {
		return t, err
	}
	for i, f := range fields {
		if names[i] != f.Name {
			return t, fmt.Errorf("table %s: column %d of publish/%s.sql is %s, not %s", t.Name, i+1, query, names[i], f.Name)
		}
	}
	for rows.Next() {
		cells, err := cellsOf(rows, len(names))
		if err != nil {
			return t, err
		}
		row, err := publishedRow(fields, cells)
		if err != nil {
			return t, fmt.Errorf("table %s: %w", t.Name, err)
		}
		t.Rows = append(t.Rows, seen.share(fields, row))
	}
	return t, rows.Err()
}

// words are the codes and names of a table, each once in memory: they come back
// in thousands of rows. Amounts are texts too, and do not.
type words map[string]any

// share puts the words that are known already into a row.
func (w words) share(fields []field, row []any) []any {
	for i, cell := range row {
		text, isText := cell.(string)
		if !isText || fields[i].form != plainForm {
			continue
		}
		known, isKnown := w[text]
		if !isKnown {
			w[text], known = cell, cell
		}
		row[i] = known
	}
	return row
}

func fieldsOf(fields []field) (list []edition.Field) {
	for _, f := range fields {
		list = append(list, f.Field)
	}
	return list
}

// cellsOf reads the row that rows stand at, of so many columns.
func cellsOf(rows interface{ Scan(...any) error }, columns int) ([]any, error) {
	cells, into := make([]any, columns), make([]any, columns)
	for i := range cells {
		into[i] = &cells[i]
	}
	return cells, rows.Scan(into...)
}

func publishedRow(fields []field, cells []any) ([]any, error) {
	decimals := int64(0)
	if len(cells) > len(fields) {
		decimals = plain(cells[len(cells)-1]).(int64)
	}
	row := make([]any, len(fields))
	for i, f := range fields {
		cell := plain(cells[i])
		switch n, isNumber := cell.(int64); {
		case cell == nil:
		case f.form == plainForm:
			row[i] = cell
		case !isNumber:
			return nil, fmt.Errorf("column %s is %T, not a whole number", f.Name, cell)
		case f.form == shareForm:
			row[i] = fixed(n, 6)
		default:
			row[i] = fixed(n, int(decimals))
		}
	}
	return row, nil
}

// plain gives what a published cell may be: string, int64, bool or nil.
func plain(cell any) any {
	switch v := cell.(type) {
	case int32:
		return int64(v)
	case int:
		return int64(v)
	case *big.Int:
		return v.Int64()
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return cell
}

// fixed writes n units of 10^-decimals with exactly that many decimals.
func fixed(n int64, decimals int) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if decimals == 0 {
		return sign + digits
	}
	if short := decimals + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	point := len(digits) - decimals
	return sign + digits[:point] + "." + digits[point:]
}
