package warehouse

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
)

// endless would run for hours.
const endless = "select sum(hash(a.range, b.range)::hugeint) from range(10000000) a, range(10000000) b"

// soon calls f with a context that is cancelled while f runs, and wants f to
// end soon after, however slow the machine.
func soon(t *testing.T, f func(ctx context.Context) error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- f(ctx) }()
	select {
	case err := <-done:
		t.Fatalf("ended by itself: %v", err)
	case <-time.After(200 * time.Millisecond):
	}
	cancel()
	select {
	case err := <-done:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error is %v, want context canceled", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("still running")
	}
}

func TestCancelInterruptsWhatRuns(t *testing.T) {
	w := openMemory(t)
	must(t, w.Exec(t.Context(), "create table kept as select 1 as x"))
	for name, f := range map[string]func(ctx context.Context) error{
		"exec":     func(ctx context.Context) error { return w.Exec(ctx, endless) },
		"query":    func(ctx context.Context) error { _, err := w.Query(ctx, endless); return err },
		"relation": func(ctx context.Context) error { _, err := w.Relation(ctx, "r", endless, false); return err },
		"records":  func(ctx context.Context) error { _, _, err := w.Records(ctx, endless); return err },
		"step": func(ctx context.Context) error {
			return w.Ingest(ctx, threeRecords(t), func(l *Load) error {
				must(t, l.Exec(ctx, "delete from kept"))
				return l.Exec(ctx, endless)
			})
		},
		"reading": func(ctx context.Context) error { return w.Ingest(ctx, &forever{r: ledgerRecord(0, 100)}, nil) },
		"numbering": func(ctx context.Context) error {
			return w.IngestNumbered(ctx, &forever{r: ledgerRecord(0, 100)}, nil, nil)
		},
		"empty records": func(ctx context.Context) error { return w.Ingest(ctx, &forever{r: ledgerRecord(0, 0)}, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			soon(t, f)
			wantNothingLeft(t, w)
			if got := query(t, w, "from kept"); len(got) != 1 {
				t.Errorf("kept holds %v", got)
			}
		})
	}
}

// forever has no end.
type forever struct {
	array.RecordReader
	r arrow.Record
}

func (f *forever) Schema() *arrow.Schema { return f.r.Schema() }
func (f *forever) Next() bool            { time.Sleep(time.Millisecond); return true }
func (f *forever) Record() arrow.Record  { return f.r }
func (f *forever) Retain()               {}
func (f *forever) Release()              {}
func (f *forever) Err() error            { return nil }
