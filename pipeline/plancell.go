package pipeline

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// shareKey are the columns that identify a row of share.csv and revision.csv, in
// the order in which the tables are sorted: by the bytes of each.
func shareKey() []string {
	return []string{"measure", "definition", "period", "place", "area", "agreement", "sector"}
}

// A cellRow is one row of such a table: its key, and all its cells under the
// table's header.
type cellRow struct {
	key    []string
	header []string
	line   []string
}

// cells are the row's cells by name, without those of its key.
func (r *cellRow) cells() map[string]string {
	cells := map[string]string{}
	for i, name := range r.header {
		if !slices.Contains(shareKey(), name) {
			cells[name] = r.line[i]
		}
	}
	return cells
}

// keyedLines reads a table row by row; it may be larger than memory.
type keyedLines struct {
	name   string // of the file
	file   io.Closer
	rows   *csv.Reader
	header []string
	at     []int // the columns of shareKey
	last   []string
}

// openKeyed opens a table of an edition's folder; "" is a table without rows.
func openKeyed(folder, table string) (*keyedLines, error) {
	if folder == "" {
		return &keyedLines{}, nil
	}
	file, err := os.Open(filepath.Join(folder, "tables", table+".csv"))
	if err != nil {
		return nil, err
	}
	l := &keyedLines{name: table + ".csv", file: file, rows: csv.NewReader(file)}
	if l.header, err = l.rows.Read(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	for _, name := range shareKey() {
		i := slices.Index(l.header, name)
		if i < 0 {
			return nil, errors.Join(fmt.Errorf("%s has no column %s", file.Name(), name), file.Close())
		}
		l.at = append(l.at, i)
	}
	return l, nil
}

func (l *keyedLines) close() error {
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}

// next reads a row, nil after the last.
func (l *keyedLines) next() (*cellRow, error) {
	if l.rows == nil {
		return nil, nil
	}
	line, err := l.rows.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	row := &cellRow{key: make([]string, 0, len(l.at)), header: l.header, line: line}
	for _, i := range l.at {
		row.key = append(row.key, line[i])
	}
	if l.last != nil && slices.Compare(l.last, row.key) >= 0 {
		return nil, fmt.Errorf("%s is not in its published order at %s", l.name, strings.Join(row.key, " "))
	}
	l.last = row.key
	return row, nil
}

// pairRows gives the rows of two tables in order, paired by key; the one that
// is missing is nil.
func pairRows(before, after *keyedLines, pair func(before, after *cellRow) error) error {
	a, err := before.next()
	if err != nil {
		return err
	}
	b, err := after.next()
	for err == nil && (a != nil || b != nil) {
		order := compareKeys(a, b)
		left, right := a, b
		if order > 0 {
			left = nil
		} else if a, err = before.next(); err != nil {
			return err
		}
		if order < 0 {
			right = nil
		} else if b, err = after.next(); err != nil {
			return err
		}
		if err := pair(left, right); err != nil {
			return err
		}
	}
	return err
}

// compareKeys orders rows; nil comes after all.
func compareKeys(a, b *cellRow) int {
	if a == nil || b == nil {
		return cmp.Compare(oneIf(a == nil), oneIf(b == nil))
	}
	return slices.Compare(a.key, b.key)
}

func oneIf(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isSuppressed(r *cellRow) bool {
	if r == nil {
		return false
	}
	i := slices.Index(r.header, "symbol")
	return i >= 0 && r.line[i] == edition.Suppressed
}

// isSame tells at once of most rows that nothing of them changes.
func isSame(before, after *cellRow) bool {
	return before != nil && after != nil && len(before.header) == len(after.header) &&
		slices.Equal(before.line, after.line)
}
