package warehouse

import (
	"errors"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// broken misbehaves at record number stop (from 0).
type broken struct {
	array.RecordReader
	stop, at int
	resume   bool  // goes on when asked again
	err      error // what Err says then
	panics   any
	swap     arrow.Record // given instead
}

func (b *broken) Next() bool {
	b.at++
	if b.at-1 != b.stop {
		return b.at-1 < b.stop && b.RecordReader.Next() || b.resume && b.RecordReader.Next()
	}
	if b.panics != nil {
		panic(b.panics)
	}
	return b.swap != nil && b.RecordReader.Next()
}

func (b *broken) Record() arrow.Record {
	if b.swap != nil && b.at-1 == b.stop {
		return b.swap
	}
	return b.RecordReader.Record()
}

func (b *broken) Err() error {
	if b.at > b.stop {
		return b.err
	}
	return nil
}

func threeRecords(t *testing.T) array.RecordReader {
	t.Helper()
	return reader(t, ledger(), ledgerRecord(0, 100), ledgerRecord(100, 100), ledgerRecord(200, 100))
}

func TestIngestRefusesBrokenReaders(t *testing.T) {
	refused := errors.New("ledger.csv line 7: refused")
	tests := []struct {
		name   string
		broken *broken
		want   string
	}{
		{"error", &broken{stop: 1, err: refused}, "ledger.csv line 7: refused"},
		{"error at once", &broken{stop: 0, err: refused}, "ledger.csv line 7: refused"},
		{"panic", &broken{stop: 1, panics: "index out of range"}, "panic: index out of range"},
		{"panic in a column", &broken{stop: 1, swap: panicking{ledgerRecord(0, 5)}}, "column line after row 100: panic: out of memory"},
		{"pause", &broken{stop: 1, resume: true}, "stopped after 100 rows without an error and went on"},
		{"other schema", &broken{stop: 1, swap: swapped(t)}, "record after row 100 has the columns"},
		{"not UTF-8", &broken{stop: 1, swap: notUTF8(t, "\xe5")}, "column provider after row 100: text that is not UTF-8"},
		{"split character", &broken{stop: 1, swap: notUTF8(t, "\xc3", "\xa5")}, "text that is not UTF-8"},
	}
	w := openMemory(t)
	must(t, w.Exec(t.Context(), "create table kept as select 1 as x"))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.broken.RecordReader = threeRecords(t)
			called := false
			err := w.Ingest(t.Context(), tt.broken, func(*Load) error { called = true; return nil })
			wantError(t, err, tt.want)
			if called {
				t.Error("step was called")
			}
			wantNothingLeft(t, w)
		})
	}
	if err := w.Ingest(t.Context(), &broken{RecordReader: threeRecords(t), stop: 1, err: refused}, nil); !errors.Is(err, refused) {
		t.Errorf("the reader's error is lost in %v", err)
	}
}

// panicking panics when it is looked into.
type panicking struct{ arrow.Record }

func (r panicking) Column(i int) arrow.Array {
	if i == 0 {
		panic("out of memory")
	}
	return r.Record.Column(i)
}

// swapped has the columns of the ledger in another order.
func swapped(t *testing.T) arrow.Record {
	t.Helper()
	r := ledgerRecord(0, 5)
	fields := append([]arrow.Field{}, ledger().Fields()...)
	fields[1], fields[2] = fields[2], fields[1]
	columns := []arrow.Array{r.Column(0), r.Column(2), r.Column(1), r.Column(3)}
	return array.NewRecord(arrow.NewSchema(fields, nil), columns, r.NumRows())
}

func notUTF8(t *testing.T, cells ...string) arrow.Record {
	t.Helper()
	b := array.NewRecordBuilder(memory.DefaultAllocator, ledger())
	defer b.Release()
	for _, cell := range cells {
		b.Field(0).(*array.Int64Builder).Append(1)
		b.Field(1).(*array.StringBuilder).Append(cell)
		b.Field(2).AppendNull()
		b.Field(3).AppendNull()
	}
	return b.NewRecord()
}

func TestIngestRefusesTypesWithoutAnExactSum(t *testing.T) {
	w := openMemory(t)
	for _, kind := range []arrow.DataType{
		&arrow.Decimal256Type{Precision: 40, Scale: 2},
		arrow.FixedWidthTypes.Float16,
		arrow.PrimitiveTypes.Float64,
		arrow.ListOf(arrow.PrimitiveTypes.Int64),
	} {
		schema := arrow.NewSchema([]arrow.Field{{Name: "amount", Type: kind}}, nil)
		err := w.Ingest(t.Context(), reader(t, schema), nil)
		wantError(t, err, "column amount: type "+kind.String())
	}
}

func TestIngestRefusesUnclearColumns(t *testing.T) {
	w := openMemory(t)
	field := func(name string) arrow.Field {
		return arrow.Field{Name: name, Type: arrow.PrimitiveTypes.Int64}
	}
	for want, fields := range map[string][]arrow.Field{
		"without columns":       {},
		"column 2 has no name":  {field("a"), field("")},
		"column A occurs twice": {field("a"), field("b"), field("A")},
	} {
		err := w.Ingest(t.Context(), reader(t, arrow.NewSchema(fields, nil)), nil)
		wantError(t, err, want)
	}
}
