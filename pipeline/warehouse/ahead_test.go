package warehouse

import (
	"sync/atomic"
	"testing"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// slow takes its time for each record and counts those that it gave.
type slow struct {
	forever
	given atomic.Int32
}

func (s *slow) Next() bool {
	time.Sleep(20 * time.Millisecond)
	s.given.Add(1)
	return true
}

// After close nobody uses the reader, which its owner may release, nor holds a
// record: neither the one that DuckDB had nor those that waited.
func TestNothingIsReadOrHeldAfterClose(t *testing.T) {
	for name, taken := range map[string]int{"at once": 0, "while it reads": 2, "when many wait": 1} {
		t.Run(name, func(t *testing.T) {
			held := memory.NewCheckedAllocator(memory.DefaultAllocator)
			defer held.AssertSize(t, 0)
			b := array.NewRecordBuilder(held, arrow.NewSchema([]arrow.Field{{Name: "a", Type: arrow.PrimitiveTypes.Int64}}, nil))
			defer b.Release()
			b.Field(0).(*array.Int64Builder).Append(1)
			s := &slow{forever: forever{r: b.NewRecord()}}
			defer s.r.Release()
			g, err := newGuard(t.Context(), s)
			must(t, err)
			a := readAhead(g)
			for range taken {
				if !a.Next() || a.Record().NumRows() != 1 {
					t.Fatal("no record")
				}
			}
			if name == "when many wait" {
				time.Sleep(200 * time.Millisecond)
			}
			a.close()
			given := s.given.Load()
			time.Sleep(60 * time.Millisecond)
			if s.given.Load() != given {
				t.Error("it is read after close")
			}
		})
	}
}
