package warehouse

import (
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

func ledger() *arrow.Schema {
	return arrow.NewSchema([]arrow.Field{
		{Name: "line", Type: arrow.PrimitiveTypes.Int64},
		{Name: "provider", Type: arrow.BinaryTypes.String, Nullable: true},
		{Name: "amount", Type: &arrow.Decimal128Type{Precision: 18, Scale: 2}, Nullable: true},
		{Name: "day", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
	}, nil)
}

// ledgerRecord has n rows from line first: every tenth cell is null.
func ledgerRecord(first, n int) arrow.Record {
	b := array.NewRecordBuilder(memory.DefaultAllocator, ledger())
	defer b.Release()
	for i := first; i < first+n; i++ {
		b.Field(0).(*array.Int64Builder).Append(int64(i))
		if i%10 == 0 {
			b.Field(1).AppendNull()
			b.Field(2).AppendNull()
			b.Field(3).AppendNull()
			continue
		}
		b.Field(1).(*array.StringBuilder).Append([]string{"å", "bc", "", "förening"}[i%4])
		b.Field(2).(*array.Decimal128Builder).Append(decimal128.FromI64(int64(i - 50)))
		b.Field(3).(*array.Date32Builder).Append(arrow.Date32(i - 100))
	}
	return b.NewRecord()
}

func ledgerReader(t *testing.T, records ...arrow.Record) array.RecordReader {
	t.Helper()
	r, err := array.NewRecordReader(ledger(), records)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Release)
	return r
}

func TestIngestCountsAndSumsExactly(t *testing.T) {
	w := openMemory(t)
	ctx := t.Context()
	r := ledgerReader(t, ledgerRecord(0, 0), ledgerRecord(0, 3000), ledgerRecord(3000, 0), ledgerRecord(3000, 10))
	err := w.Ingest(ctx, r, func(l *Load) error {
		t.Log(l.Rows(), l.Sum("line"), l.Sum("amount"), l.Sum("provider"))
		return l.Exec(ctx, "create table kept as select * from source")
	})
	if err != nil {
		t.Fatal(err)
	}
	cols, err := w.Columns(ctx, "kept")
	t.Log(cols, err)
	ok, ex, err := w.Unique(ctx, "kept", []string{"provider", "day"})
	t.Log(ok, ex, err)
	rr, release, err := w.Records(ctx, "select * from kept order by line desc")
	if err != nil {
		t.Fatal(err)
	}
	n := int64(0)
	for rr.Next() {
		n += rr.Record().NumRows()
	}
	release()
	t.Log(n, rr.Err(), rr.Schema())
	n, err = w.Relation(ctx, "kept", "select * from kept where line > ?", false, 3000)
	t.Log(n, err)
	n, err = w.Relation(ctx, "seen", "select * from kept", true)
	t.Log(n, err)
	n, err = w.Relation(ctx, "seen", "select * from kept", false)
	t.Log(n, err)
	p, err := w.Parse(ctx, "select sum(amount) from source where day < current_date")
	t.Log(p, err)
	t.Log(w.CheckSelect(ctx, "select sum(amount), now() from source where day < current_date limit 3", []string{"place"}))
}
