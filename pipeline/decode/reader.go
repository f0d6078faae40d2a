package decode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/apache/arrow/go/v17/arrow"
)

// A Reader delivers the rows of a file as records, in file order. It
// implements array.RecordReader. After Next has returned false and Err is nil,
// Account is complete.
type Reader struct {
	o      Options
	header header
	schema *arrow.Schema
	refs   atomic.Int64

	queue <-chan *task  // in file order
	stop  chan struct{} // closed when nobody reads any more
	once  sync.Once

	record  arrow.Record
	waiting []arrow.Record
	account Account
	tallies []tally
	line    int64 // of the next chunk
	err     error
}

// open finds the header and starts the decoding of what follows it.
func open(r io.Reader, o Options) (_ *Reader, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic while reading: %v", p)
		}
		if header := (*HeaderError)(nil); err != nil && !errors.As(err, &header) {
			err = fmt.Errorf("%s%w", prefix(o.File), err)
		}
	}()
	text, e, err := openText(r, o.Encoding)
	if err != nil {
		return nil, err
	}
	first := &splitter{r: text}
	head, err := first.fill(make([]byte, 0, max(o.chunk, o.MaxRow+2)))
	if err != nil {
		return nil, err
	}
	if e, err = settle(head, e, !first.ended); err != nil {
		return nil, err
	}
	h, err := findHeader(head, o, e, !first.ended)
	if err != nil {
		return nil, err
	}
	rows := grammar{separator: h.separator, fields: len(h.names), longest: o.MaxRow}
	rest := io.MultiReader(bytes.NewReader(head[h.next:]), text)
	return start(o, h, &splitter{r: rest, rows: rows, size: o.chunk}, e), nil
}

// settle checks the first text of a file against its encoding, or decides it.
func settle(head []byte, e encoding, more bool) (encoding, error) {
	if more {
		head = trimPartial(head)
	}
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return e, fmt.Errorf("the file is empty")
	case misdeclared(head, e):
		return e, fmt.Errorf("declared as %s, but it reads as utf-8", e.name)
	case e.name == "":
		return decide(head), nil
	}
	return e, nil
}

func start(o Options, h header, split *splitter, e encoding) *Reader {
	r := &Reader{
		o: o, header: h, schema: o.schema(),
		stop:    make(chan struct{}),
		tallies: make([]tally, len(o.Columns)),
		line:    h.nextLine,
	}
	r.refs.Store(1)
	r.account.HeaderLine = h.line
	r.account.Separator = string(h.separator)
	r.account.Encoding = e.name
	r.queue = run(o, h, split, e, r.stop)
	return r
}

// Schema is the schema of the records.
func (r *Reader) Schema() *arrow.Schema { return r.schema }

// Record is the current record, valid until the next call of Next.
func (r *Reader) Record() arrow.Record { return r.record }

// Err is what ended the reading before the end of the file, if anything.
func (r *Reader) Err() error { return r.err }

// Account is what became of the rows delivered so far.
func (r *Reader) Account() Account {
	a := r.account
	a.Sums = map[string]Sum{}
	for i, c := range r.o.Columns {
		if c.summable() {
			a.Sums[c.Name] = r.tallies[i].sum()
		}
	}
	if a.Encoding == "" {
		a.Encoding = utf8Encoding.name // nothing but ASCII
	}
	return a
}

// Retain and Release count the users of the reader; the last release stops
// the decoding.
func (r *Reader) Retain() { r.refs.Add(1) }

// Release gives the reader up.
func (r *Reader) Release() {
	if r.refs.Add(-1) > 0 {
		return
	}
	r.close()
	r.drop()
}

func (r *Reader) close() { r.once.Do(func() { close(r.stop) }) }

// drop releases all records that were not delivered.
func (r *Reader) drop() {
	if r.record != nil {
		r.record.Release()
		r.record = nil
	}
	for _, record := range r.waiting {
		record.Release()
	}
	r.waiting = nil
}

// Next moves to the next record. It never panics: a panic while decoding is
// an error.
func (r *Reader) Next() (more bool) {
	defer func() {
		if p := recover(); p != nil {
			r.fail(fmt.Errorf("%spanic while decoding: %v", prefix(r.o.File), p))
			more = false
		}
	}()
	if r.record != nil {
		r.record.Release()
		r.record = nil
	}
	for r.err == nil {
		if len(r.waiting) > 0 {
			r.record, r.waiting = r.waiting[0], r.waiting[1:]
			return true
		}
		task, ok := <-r.queue
		if !ok {
			r.finish()
			return false
		}
		select {
		case p := <-task.done:
			r.take(p)
		case <-r.stop:
			r.fail(errReleased)
		}
	}
	return false
}

func (r *Reader) fail(err error) {
	r.err = err
	r.close()
	r.drop()
}
