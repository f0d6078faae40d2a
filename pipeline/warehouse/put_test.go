package warehouse

import (
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/google/go-cmp/cmp"
)

// textRecord has columns of text; a cell "-" is null.
func textRecord(columns []string, rows ...[]string) arrow.Record {
	var fields []arrow.Field
	for _, name := range columns {
		fields = append(fields, arrow.Field{Name: name, Type: arrow.BinaryTypes.String, Nullable: true})
	}
	b := array.NewRecordBuilder(memory.DefaultAllocator, arrow.NewSchema(fields, nil))
	defer b.Release()
	for _, row := range rows {
		for i, cell := range row {
			if cell == "-" {
				b.Field(i).AppendNull()
			} else {
				b.Field(i).(*array.StringBuilder).Append(cell)
			}
		}
	}
	return b.NewRecord()
}

// Tables that travel together come out as they would one by one: their own
// columns, types and rows, and none of another's.
func TestPutKeepsTablesApart(t *testing.T) {
	w := openMemory(t)
	must(t, w.Put(t.Context(),
		Table{"one", textRecord([]string{"b", "a", "c"}, []string{"1", "-", "3"}, []string{"å", "", "x"})},
		Table{"none", textRecord([]string{"number"})},
		Table{"kept", ledgerRecord(0, 50)},
		Table{"two", textRecord([]string{"select"}, []string{"-"})},
	))
	for relation, want := range map[string][]Column{
		"one": {{"b", "VARCHAR"}, {"a", "VARCHAR"}, {"c", "VARCHAR"}}, "none": {{"number", "VARCHAR"}},
		"kept": {{"line", "BIGINT"}, {"provider", "VARCHAR"}, {"amount", "DECIMAL(18,2)"}, {"day", "DATE"}},
		"two":  {{"select", "VARCHAR"}},
	} {
		got, err := w.Columns(t.Context(), relation)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("columns of %s (-want +got):\n%s", relation, diff)
		}
	}
	got := query(t, w, `select concat_ws(' ', b, coalesce(a, 'null'), c) from one order by b`)
	got = append(got, query(t, w, `select (select count(*) from none) || ' ' || count(*) || ' ' || count("select") from two`)...)
	if diff := cmp.Diff([]string{"1 null 3", "å  x", "0 1 0"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	must(t, w.Ingest(t.Context(), reader(t, ledger(), ledgerRecord(0, 50)), func(l *Load) error {
		return l.Exec(t.Context(), "create table alone as select * from source")
	}))
	if got := query(t, w, "select count(*) from (from kept except all from alone)"); got[0] != "0" {
		t.Errorf("%v rows differ from those put alone", got)
	}
}

// A table that cannot be made leaves all others as they were.
func TestPutReplacesAllOrNone(t *testing.T) {
	w := openMemory(t)
	must(t, w.Put(t.Context(), Table{"kept", ledgerRecord(0, 5)}))
	must(t, w.Exec(t.Context(), "create view taken as select 1 as a"))
	err := w.Put(t.Context(), Table{"kept", ledgerRecord(0, 9)}, Table{"taken", textRecord([]string{"a"})})
	wantError(t, err, "table taken")
	if got := query(t, w, "select count(*) from kept"); got[0] != "5" {
		t.Errorf("kept has %v rows, want 5", got)
	}
	wantError(t, w.Put(t.Context(), Table{"kept", textRecord(nil)}), "table kept")
	must(t, w.Exec(t.Context(), "drop view taken"))
	wantNothingLeft(t, w)
}

// Text that is not UTF-8 is an error in every table.
func TestPutRefusesTextThatIsNotUTF8(t *testing.T) {
	w := openMemory(t)
	err := w.Put(t.Context(), Table{"one", textRecord([]string{"a"}, []string{"x"})},
		Table{"two", textRecord([]string{"a"}, []string{"\xff"})})
	wantError(t, err, "not UTF-8")
	wantNothingLeft(t, w)
}
