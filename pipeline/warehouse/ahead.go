package warehouse

import (
	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
)

// An ahead reads a guard's records while DuckDB still stores those before.
type ahead struct {
	*guard
	records chan arrow.Record
	stop    chan struct{}
	record  arrow.Record
}

var _ array.RecordReader = (*ahead)(nil)

// readAhead starts to read. Whoever calls it calls close, after which the guard
// says what went wrong.
func readAhead(g *guard) *ahead {
	a := &ahead{guard: g, records: make(chan arrow.Record, 1), stop: make(chan struct{})}
	go a.read()
	return a
}

func (a *ahead) read() {
	defer close(a.records)
	for a.guard.Next() {
		select {
		case a.records <- a.guard.Record():
		case <-a.stop:
			a.guard.Record().Release()
			return
		}
	}
}

// Next moves to the next record.
func (a *ahead) Next() (ok bool) {
	a.letGo()
	a.record, ok = <-a.records
	return ok
}

// Record is the current record, valid until the next call of Next.
func (a *ahead) Record() arrow.Record { return a.record }

// Err is what ended the records. Only after the last is it settled.
func (a *ahead) Err() error {
	if a.record != nil {
		return nil
	}
	return a.guard.Err()
}

// close stops reading and waits until nothing reads any more.
func (a *ahead) close() {
	close(a.stop)
	a.letGo()
	for record := range a.records {
		record.Release()
	}
}

func (a *ahead) letGo() {
	if a.record != nil {
		a.record.Release()
		a.record = nil
	}
}
