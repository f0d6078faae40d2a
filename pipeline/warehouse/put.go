package warehouse

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// A Table is a table in memory on its way into the warehouse.
type Table struct {
	Name   string
	Record arrow.Record
}

// Put creates or replaces tables, all or none of them. The caller releases
// their records. They travel together, as one wide source, because the way in
// costs more than a small table.
func (w *Warehouse) Put(ctx context.Context, tables ...Table) error {
	wide, err := newWide(tables)
	if err != nil {
		return fmt.Errorf("put %s: %w", names(tables), err)
	}
	records, err := wide.reader(tables)
	if err != nil {
		return fmt.Errorf("put %s: %w", names(tables), err)
	}
	defer records.Release()
	err = w.Ingest(ctx, records, func(l *Load) error {
		for i, t := range tables {
			if err := l.Exec(ctx, wide.create(i, t)); err != nil {
				return fmt.Errorf("table %s: %w", t.Name, err)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("put %s: %w", names(tables), err)
	}
	return nil
}

func names(tables []Table) string {
	var list []string
	for _, t := range tables {
		list = append(list, t.Name)
	}
	return strings.Join(list, ", ")
}

// A wide has a column for the number of the table that a row is of, and as
// many of each type as the table that has most of it.
type wide struct {
	fields []arrow.Field
	places [][]int // of each table: where its columns are
}

func newWide(tables []Table) (*wide, error) {
	w := &wide{fields: []arrow.Field{{Name: "number", Type: arrow.PrimitiveTypes.Int64}}}
	for _, t := range tables {
		if t.Record.NumCols() == 0 {
			return nil, fmt.Errorf("table %s: records without columns", t.Name)
		}
		var places []int
		for _, field := range t.Record.Schema().Fields() {
			places = append(places, w.place(field.Type, places))
		}
		w.places = append(w.places, places)
	}
	return w, nil
}

// place is the first column of a type that is not taken.
func (w *wide) place(kind arrow.DataType, taken []int) int {
	for i := 1; i < len(w.fields); i++ {
		if arrow.TypeEqual(w.fields[i].Type, kind) && !slices.Contains(taken, i) {
			return i
		}
	}
	name := fmt.Sprintf("column_%d", len(w.fields))
	w.fields = append(w.fields, arrow.Field{Name: name, Type: kind, Nullable: true})
	return len(w.fields) - 1
}

// reader gives the rows of one table after the other.
func (w *wide) reader(tables []Table) (array.RecordReader, error) {
	schema := arrow.NewSchema(w.fields, nil)
	var records []arrow.Record
	defer func() {
		for _, r := range records {
			r.Release()
		}
	}()
	for i, t := range tables {
		records = append(records, w.widen(schema, i, t))
	}
	return array.NewRecordReader(schema, records)
}

func (w *wide) widen(schema *arrow.Schema, table int, t Table) arrow.Record {
	rows := int(t.Record.NumRows())
	columns := make([]arrow.Array, len(w.fields))
	for i, field := range w.fields {
		if at := slices.Index(w.places[table], i); at >= 0 {
			columns[i] = t.Record.Column(at)
			columns[i].Retain()
		} else if i > 0 {
			columns[i] = array.MakeArrayOfNull(memory.DefaultAllocator, field.Type, rows)
		}
	}
	columns[0] = repeated(int64(table), rows)
	defer func() {
		for _, c := range columns {
			c.Release()
		}
	}()
	return array.NewRecord(schema, columns, int64(rows))
}

func repeated(number int64, rows int) arrow.Array {
	b := array.NewInt64Builder(memory.DefaultAllocator)
	defer b.Release()
	b.Reserve(rows)
	for range rows {
		b.Append(number)
	}
	return b.NewArray()
}

// create makes a table of its rows in source, under its own names.
func (w *wide) create(number int, t Table) string {
	var columns []string
	for at, place := range w.places[number] {
		columns = append(columns, quote(w.fields[place].Name)+" as "+quote(t.Record.ColumnName(at)))
	}
	return fmt.Sprintf("create or replace table %s.main.%s as select %s from source where number = %d",
		catalog, quote(t.Name), strings.Join(columns, ", "), number)
}
