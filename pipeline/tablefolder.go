package pipeline

import (
	"bufio"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
	formatcsv "tresektor/pipeline/format/csv"
)

// A tableFolder has an edition's tables as they have been written. The site is made
// of it, since those of a whole country do not all fit into memory: here is what is
// said of each table, and its rows are in its file.
type tableFolder struct {
	folder        string
	tables, cubes []edition.Table // without rows
}

// newTableFolder lets go of the rows of tables that have been written.
func newTableFolder(folder string, tables, cubes []edition.Table) tableFolder {
	for _, list := range [][]edition.Table{tables, cubes} {
		for i, t := range list {
			list[i].Periods, list[i].Rows = periodsIn(t), nil
		}
	}
	return tableFolder{folder: folder, tables: slices.Clone(tables), cubes: slices.Clone(cubes)}
}

// periodsIn are the periods that a table's rows are about, each once.
func periodsIn(t edition.Table) (periods []string) {
	i := slices.IndexFunc(t.Fields, func(field edition.Field) bool { return field.Role == edition.RoleTime })
	if i < 0 {
		return nil
	}
	known, last := map[any]bool{}, any(nil)
	for _, row := range t.Rows {
		if row[i] == last || known[row[i]] {
			continue
		}
		last, known[row[i]] = row[i], true
		if period, isText := row[i].(string); isText {
			periods = append(periods, period)
		}
	}
	slices.Sort(periods)
	return periods
}

// head is what is said of a table.
func (f tableFolder) head(name string) (edition.Table, error) {
	i := slices.IndexFunc(f.tables, func(t edition.Table) bool { return t.Name == name })
	if i < 0 {
		return edition.Table{}, fmt.Errorf("there is no table %s", name)
	}
	return f.tables[i], nil
}

// rows gives a table's rows one by one, each valid until the next, with the
// cells of the fields that are named, of all where none is.
func (f tableFolder) rows(name string, fields ...string) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		head, err := f.head(name)
		if err != nil {
			yield(nil, err)
			return
		}
		file, err := os.Open(filepath.Join(f.folder, "tables", name+".csv"))
		if err != nil {
			yield(nil, err)
			return
		}
		defer file.Close()
		for row, err := range formatcsv.Rows(bufio.NewReaderSize(file, 1<<20), head, fields...) {
			if err != nil {
				err = fmt.Errorf("%s: %w", file.Name(), err)
			}
			if !yield(row, err) {
				return
			}
		}
	}
}

// picked is a table with those of its rows that are wanted.
func (f tableFolder) picked(name string, wanted func(row []any) bool) (edition.Table, error) {
	t, err := f.head(name)
	if err != nil {
		return t, err
	}
	for row, err := range f.rows(name) {
		if err != nil {
			return t, err
		}
		if wanted(row) {
			t.Rows = append(t.Rows, slices.Clone(row))
		}
	}
	return t, nil
}

// whole is a table with all its rows, for one that is small enough.
func (f tableFolder) whole(name string) (edition.Table, error) {
	return f.picked(name, func([]any) bool { return true })
}
