package warehouse

import (
	"database/sql"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"sync"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/google/go-cmp/cmp"
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

// wantNothingLeft looks for what an ingest must not leave behind.
func wantNothingLeft(t *testing.T, w *Warehouse) {
	t.Helper()
	const left = `
		select view_name from duckdb_views() where not internal
		union all select table_name from duckdb_tables() where table_name <> 'kept'`
	if got := query(t, w, left); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
	if w.db.Stats().InUse > 0 {
		t.Error("a connection is in use")
	}
}

func TestIngestCountsAndSumsExactly(t *testing.T) {
	w := openMemory(t)
	ctx := t.Context()
	r := reader(t, ledger(), ledgerRecord(0, 0), ledgerRecord(0, 3000), ledgerRecord(3000, 0), ledgerRecord(3000, 10))
	must(t, w.Ingest(ctx, r, func(l *Load) error {
		if l.Rows() != 3010 {
			t.Errorf("%d rows, want 3010", l.Rows())
		}
		// lines 0…3009; of each ten the first has no amount (line - 50)
		if got := l.Sum("line").Int64(); got != 3009*3010/2 {
			t.Errorf("sum of line is %d", got)
		}
		if got := l.Sum("amount").Int64(); got != 3009*3010/2-10*(300*301/2)-50*2709 {
			t.Errorf("sum of amount is %d", got)
		}
		if l.Sum("provider") != nil || l.Sum("other") != nil {
			t.Error("text or an unknown column has a sum")
		}
		return l.Exec(ctx, "create table kept as select * from source")
	}))
	want := []string{"3010 2709 4528545 39415.95"}
	got := query(t, w, "select count(*), count(provider), sum(line), sum(amount)::varchar from kept")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	wantNothingLeft(t, w)
}

func TestIngestFindsASourceThatDiffers(t *testing.T) {
	for _, change := range []string{
		"delete from source_row where line = 5",
		"update source_row set amount = amount + 0.01 where line = 5",
		"update source_row set day = day + 1 where line = 5",
		"update source_row set provider = provider || 'x' where line = 5",
		"update source_row set provider = null where provider = ''",
	} {
		wantDifference(t, change, func(*guard) {})
	}
}

// wantDifference changes what was copied, and wants it to be found.
func wantDifference(t *testing.T, change string, prepare func(*guard)) {
	t.Helper()
	w := openMemory(t)
	must(t, w.alone(t.Context(), func(conn *sql.Conn) error {
		g, err := newGuard(t.Context(), reader(t, ledger(), ledgerRecord(0, 50)))
		must(t, err)
		prepare(g)
		must(t, w.copySource(t.Context(), conn, g))
		l := &Load{conn: conn, read: g}
		must(t, l.compare(t.Context()))
		must(t, l.Exec(t.Context(), change))
		wantError(t, l.compare(t.Context()), "of source is", "was read")
		return nil
	}))
}

// twoFaced shows another record to whoever looks at a column first.
type twoFaced struct {
	arrow.Record
	first arrow.Record
	seen  [4]bool
}

func (r *twoFaced) Column(i int) arrow.Array {
	if !r.seen[i] {
		r.seen[i] = true
		return r.first.Column(i)
	}
	return r.Record.Column(i)
}

func TestIngestStopsWhenSourceIsNotWhatWasRead(t *testing.T) {
	w := openMemory(t)
	swap := &twoFaced{Record: ledgerRecord(100, 100), first: ledgerRecord(101, 100)}
	called := false
	err := w.Ingest(t.Context(), &broken{RecordReader: threeRecords(t), stop: 1, swap: swap},
		func(*Load) error { called = true; return nil })
	wantError(t, err, `sum("line")`, "was read")
	if called {
		t.Error("step was called")
	}
	wantNothingLeft(t, w)
}

func TestIngestThatFailsChangesNothing(t *testing.T) {
	ctx := t.Context()
	w := openMemory(t)
	must(t, w.Exec(ctx, "create table kept as select 1 as x"))
	refused := errors.New("17 rows lost")
	replace := func(l *Load) {
		must(t, l.Exec(ctx, "delete from kept"))
		must(t, l.Exec(ctx, "create table other as select * from source"))
	}
	steps := map[string]func(l *Load) error{
		"error":     func(l *Load) error { replace(l); return refused },
		"sql":       func(l *Load) error { replace(l); return l.Exec(ctx, "select no_such_column from source") },
		"commits":   func(l *Load) error { replace(l); must(t, l.Exec(ctx, "rollback")); return nil },
		"open rows": func(l *Load) error { replace(l); l.Query(ctx, "from source"); return refused },
		"open row":  func(l *Load) error { replace(l); l.QueryRow(ctx, "from source"); return refused },
		"panic":     func(l *Load) error { replace(l); panic("step") },
	}
	for name, step := range steps {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if p := recover(); p != nil && p != "step" {
					panic(p)
				}
				wantNothingLeft(t, w)
				if got := query(t, w, "from kept"); !slices.Equal(got, []string{"1"}) {
					t.Errorf("kept holds %v", got)
				}
			}()
			wantError(t, w.Ingest(ctx, reader(t, ledger(), ledgerRecord(0, 50)), step))
		})
	}
}

func TestIngestsRunBesideEachOther(t *testing.T) {
	w := openMemory(t)
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			err := w.Ingest(t.Context(), reader(t, ledger(), ledgerRecord(0, 1000*(i+1))), func(l *Load) error {
				return l.Exec(t.Context(), fmt.Sprintf("create table t%d as from source", i))
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := query(t, w, "select sum(estimated_size) from duckdb_tables()")
	if diff := cmp.Diff([]string{"10000"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestPutReplacesATableEvenOneNamedSource(t *testing.T) {
	w := openMemory(t)
	for _, n := range []int{40, 20} {
		must(t, w.Put(t.Context(), Table{"source", ledgerRecord(0, n)}))
		if got := query(t, w, "select count(*) from source"); got[0] != fmt.Sprint(n) {
			t.Errorf("table has %v rows, want %d", got, n)
		}
	}
	must(t, w.Ingest(t.Context(), reader(t, ledger(), ledgerRecord(0, 7)), func(l *Load) error {
		var n int
		must(t, l.QueryRow(t.Context(), "select count(*) from source").Scan(&n))
		if n != 7 {
			t.Errorf("a load reads the table source of %d rows and not its own of 7", n)
		}
		return nil
	}))
}

func TestSumIsExactBeyond128Bits(t *testing.T) {
	var s sum
	want := new(big.Int)
	for _, v := range []int64{math.MinInt64, math.MaxInt64, -1, 1, 0} {
		s.add(uint64(v), v>>63)
		want.Add(want, big.NewInt(v))
	}
	high := new(big.Int).Lsh(big.NewInt(math.MaxInt64), 64)
	for range 5 {
		s.add(0, math.MaxInt64)
		want.Add(want, high)
	}
	if s.value().Cmp(want) != 0 {
		t.Errorf("sum is %v, want %v", s.value(), want)
	}
}
