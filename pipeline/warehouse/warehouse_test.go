package warehouse

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

func openMemory(t *testing.T) *Warehouse {
	t.Helper()
	return openFile(t, "", Options{Threads: 2, Memory: "500MB"})
}

func openFile(t *testing.T, path string, o Options) *Warehouse {
	t.Helper()
	w, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantError says that err must mention every part.
func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", parts)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q lacks %q", err, part)
		}
	}
}

// lines gives each row as its values with spaces between.
func lines(t *testing.T, rows *sql.Rows, err error) []string {
	t.Helper()
	must(t, err)
	defer rows.Close()
	names, err := rows.Columns()
	must(t, err)
	var list []string
	for rows.Next() {
		values := make([]any, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		list = append(list, strings.TrimSpace(fmt.Sprintln(values...)))
	}
	must(t, rows.Err())
	return list
}

func query(t *testing.T, w *Warehouse, sql string) []string {
	t.Helper()
	rows, err := w.Query(t.Context(), sql)
	return lines(t, rows, err)
}

// threeColumns are a, b, c of BIGINT: a is 0…99, b is 10a and c is 7a + 3.
func threeColumns(t *testing.T) array.RecordReader {
	t.Helper()
	var fields []arrow.Field
	for _, name := range []string{"a", "b", "c"} {
		fields = append(fields, arrow.Field{Name: name, Type: arrow.PrimitiveTypes.Int64})
	}
	schema := arrow.NewSchema(fields, nil)
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer b.Release()
	for i := range int64(100) {
		for column, value := range []int64{i, 10 * i, 7*i + 3} {
			b.Field(column).(*array.Int64Builder).Append(value)
		}
	}
	record := b.NewRecord()
	defer record.Release()
	return reader(t, schema, record)
}

func reader(t *testing.T, schema *arrow.Schema, records ...arrow.Record) array.RecordReader {
	t.Helper()
	r, err := array.NewRecordReader(schema, records)
	must(t, err)
	t.Cleanup(r.Release)
	return r
}
