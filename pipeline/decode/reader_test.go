package decode

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A slowReader delivers one byte at a time, then err or the end.
type slowReader struct {
	text string
	err  error
}

func (r *slowReader) Read(p []byte) (int, error) {
	if len(r.text) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		return 0, io.EOF
	}
	p[0] = r.text[0]
	r.text = r.text[1:]
	return 1, nil
}

// A script is a reader of pieces: text, an error, or a panic.
type script []any

func (s *script) Read(p []byte) (int, error) {
	if len(*s) == 0 {
		return 0, io.EOF
	}
	next := (*s)[0]
	*s = (*s)[1:]
	switch next := next.(type) {
	case string:
		return copy(p, next), nil
	case error:
		return 0, next
	}
	panic("the reader panicked")
}

func TestAnErrorOfTheReaderEndsTheReading(t *testing.T) {
	broken := errors.New("disk on fire")
	rows := strings.Repeat("x;y;1\n", 1000)
	for _, test := range []struct {
		last any
		want string
	}{
		{broken, "f.csv: disk on fire"},
		{nil, "f.csv: panic while reading: the reader panicked"},
	} {
		o := plain()
		o.File, o.chunk, o.MaxRow = "f.csv", 100, 50
		r, err := CSV(&script{"a;b;c\n", rows[:1200], rows[:1200], test.last}, o)
		if err != nil {
			t.Fatal(err)
		}
		_, _, err = drain(r)
		r.Release()
		if err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %s", err, test.want)
		}
	}
}

func TestAPanicOfAWorkerIsAnError(t *testing.T) {
	o, err := plain().complete()
	if err != nil {
		t.Fatal(err)
	}
	h := header{separator: ';', names: []string{"a", "b", "c"}, at: []int{0, 1, 2}}
	w := newWorker(o, h)
	w.readers[1].main = nil
	p := w.try(&task{text: []byte("x;y;1\n"), encoding: utf8Encoding})
	if p.err == nil || !strings.Contains(p.err.Error(), "panic while decoding") {
		t.Errorf("error %v", p.err)
	}
}

func TestNextRecoversFromAPanic(t *testing.T) {
	r := &Reader{queue: make(chan *task), stop: make(chan struct{})}
	queue := make(chan *task, 1)
	queue <- nil
	r.queue = queue
	if r.Next() || r.Err() == nil {
		t.Errorf("error %v", r.Err())
	}
}

func TestReleaseStopsTheDecoding(t *testing.T) {
	before := runtime.NumGoroutine()
	o := plain()
	o.chunk = 10
	r, err := CSV(strings.NewReader("a;b;c\n"+strings.Repeat("x;y;1\n", 10_000)), o)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Next() {
		t.Fatal(r.Err())
	}
	r.Retain()
	r.Release()
	if !r.Next() {
		t.Fatal("released while retained")
	}
	r.Release()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines are left", runtime.NumGoroutine()-before)
}

func TestTooManyRejectsEndTheReading(t *testing.T) {
	o := plain()
	o.File, o.MaxRejects, o.chunk = "f.csv", 2, 10
	text := "a;b;c\nx;y;1\n" + strings.Repeat("x;y;one\n", 3)
	_, account, err := readAll(t, text, o)
	var many *TooManyRejects
	if !errors.As(err, &many) || many.Rejected != 3 || account.Rejected != 3 {
		t.Fatalf("error %v", err)
	}
	if want := `f.csv: more than 2 rejected rows; the first is line 3: c: not a number: "one"`; err.Error() != want {
		t.Errorf("error %q", err)
	}
	o.MaxRejects = 3
	if _, _, err := readAll(t, text, o); err != nil {
		t.Errorf("error %v at the limit", err)
	}
}

func TestRecordsHoldAtMostABatch(t *testing.T) {
	o := plain()
	o.Batch = 3
	r, err := CSV(strings.NewReader("a;b;c\n"+strings.Repeat("x;y;1\n", 8)), o)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Release()
	var sizes []int64
	for r.Next() {
		sizes = append(sizes, r.Record().NumRows())
	}
	if len(sizes) != 3 || sizes[0] != 3 || sizes[2] != 2 {
		t.Errorf("records of %v rows", sizes)
	}
}

// A rejected row leaves nothing behind in the records.
func TestNullsOfARejectedRowAreTakenBack(t *testing.T) {
	r, err := CSV(strings.NewReader("a;b;c\nx;y;1\n;;x\nx;y;1\n;;\n;;x\n"), plain())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Release()
	if !r.Next() || r.Record().NumRows() != 3 {
		t.Fatal(r.Err())
	}
	for i, column := range r.Record().Columns()[1:] {
		if column.NullN() != 1 || column.IsNull(0) || column.IsNull(1) || !column.IsNull(2) {
			t.Errorf("column %d: %v", i, column)
		}
	}
}
