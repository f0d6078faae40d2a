package decode

import (
	"fmt"
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
)

// A task is one chunk on its way through a worker.
type task struct {
	text     []byte
	encoding encoding
	done     chan *part
}

// run starts the splitter and the workers. The tasks arrive in file order;
// each is done when its part can be received. Closing stop ends everything.
func run(o Options, h header, split *splitter, e encoding, stop <-chan struct{}) <-chan *task {
	work := make(chan *task)
	queue := make(chan *task, o.Workers)
	spare := make(chan []byte, o.Workers+2)
	split.fresh = func(size int) []byte { return reuse(spare, size) }
	go func() {
		defer close(work)
		defer close(queue)
		deal(split, e, work, queue, stop)
	}()
	for range o.Workers {
		go func() {
			w := newWorker(o, h)
			for t := range work {
				t.done <- w.try(t)
				select {
				case spare <- t.text[:0]:
				default:
				}
			}
		}()
	}
	return queue
}

// reuse takes a spare chunk that is large enough, or makes one.
func reuse(spare <-chan []byte, size int) []byte {
	select {
	case text := <-spare:
		if cap(text) >= size {
			return text
		}
	default:
	}
	return make([]byte, 0, size)
}

// deal hands chunk after chunk to the queue and to a worker.
func deal(split *splitter, e encoding, work, queue chan<- *task, stop <-chan struct{}) {
	for {
		text, err := split.try()
		if err == io.EOF {
			return
		}
		if e.name == "" {
			e = decide(text)
		}
		t := &task{text: text, encoding: e, done: make(chan *part, 1)}
		select {
		case queue <- t:
		case <-stop:
			return
		}
		if err != nil {
			t.done <- &part{err: err}
			return
		}
		select {
		case work <- t:
		case <-stop:
			return
		}
	}
}

// try is next with a panic of the reader as an error.
func (s *splitter) try() (text []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			text, err = nil, fmt.Errorf("panic while reading: %v", p)
		}
	}()
	return s.next()
}

// try decodes a task, with a panic as an error.
func (w *worker) try(t *task) (p *part) {
	defer func() {
		if problem := recover(); problem != nil {
			p = &part{err: fmt.Errorf("panic while decoding: %v", problem)}
		}
	}()
	return w.decode(t.text, t.encoding)
}

// renumber adds base to the lines of a record.
func renumber(r arrow.Record, base int64) arrow.Record {
	lines := r.Column(0).(*array.Int64).Int64Values()
	for i := range lines {
		lines[i] += base
	}
	return r
}
