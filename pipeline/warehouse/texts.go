package warehouse

import (
	"fmt"
	"hash/maphash"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// How many different texts of a column are numbered, and how many bytes they
// may have together: what is held in memory while records pass.
const (
	mostTexts     = 1 << 18
	mostTextBytes = 1 << 25
)

// fewTexts are so few that it does not matter whether they repeat.
const fewTexts = 1 << 12

// A VariedError names columns that have too many different texts to be numbered.
type VariedError struct{ Columns []string }

func (e *VariedError) Error() string {
	return fmt.Sprintf("more than %d different texts, or %d MiB of them, or of half of the rows", mostTexts, mostTextBytes>>20)
}

// texts are the different texts of a column, numbered from 1 in the order in
// which they come. 0 stands for null.
//
// They are found by a table of hashes of our own: it looks for many texts at
// once, and memory answers while the next are asked for. Go's map asks for one
// after the other, which took a tenth of the time of a load.
type texts struct {
	column string
	hash   func(text string) uint64
	slots  []slot // a text is in the slot that its hash says, or after it before a free one
	list   []string
	bytes  int
}

// A slot is free when its number is 0.
type slot struct {
	hash   uint32
	number int32
}

func newTexts(column string) *texts {
	seed := maphash.MakeSeed()
	return &texts{
		column: column,
		hash:   func(text string) uint64 { return maphash.String(seed, text) },
		slots:  make([]slot, 1<<10),
	}
}

// number gives the numbers of texts, which are checked when they are new, and
// the sum of their lengths in bytes.
func (t *texts) number(a *array.String) (numbers []int32, bytes int, err error) {
	numbers = make([]int32, a.Len())
	var hashes [256]uint64
	for start := 0; start < len(numbers); start += len(hashes) {
		block := numbers[start:min(start+len(hashes), len(numbers))]
		for i := range block {
			hashes[i] = t.hash(a.Value(start + i))
		}
		for i := range block {
			block[i] = t.likely(hashes[i])
		}
		for i := range block {
			if a.IsNull(start + i) {
				block[i] = 0
				continue
			}
			text := a.Value(start + i)
			bytes += len(text)
			if block[i] == 0 || t.list[block[i]-1] != text {
				if block[i], err = t.find(text, hashes[i]); err != nil {
					return nil, 0, err
				}
			}
		}
	}
	return numbers, bytes, nil
}

// likely is the number of the first text with a hash, or 0.
func (t *texts) likely(hash uint64) int32 {
	for at := t.at(hash); ; at = t.next(at) {
		if s := t.slots[at]; s.number == 0 || s.hash == uint32(hash) {
			return s.number
		}
	}
}

// find is the number of a text, which gets one if it has none.
func (t *texts) find(text string, hash uint64) (int32, error) {
	at := t.at(hash)
	for ; t.slots[at].number > 0; at = t.next(at) {
		if s := t.slots[at]; s.hash == uint32(hash) && t.list[s.number-1] == text {
			return s.number, nil
		}
	}
	switch {
	case !utf8.ValidString(text):
		return 0, errNotUTF8
	case len(t.list) == mostTexts || t.bytes+len(text) > mostTextBytes:
		return 0, &VariedError{Columns: []string{t.column}}
	}
	t.list, t.bytes = append(t.list, strings.Clone(text)), t.bytes+len(text)
	number := int32(len(t.list))
	t.slots[at] = slot{hash: uint32(hash), number: number}
	if len(t.list) > len(t.slots)/2 {
		t.grow()
	}
	return number, nil
}

func (t *texts) at(hash uint64) int { return int(hash>>32) & (len(t.slots) - 1) }

func (t *texts) next(at int) int { return (at + 1) & (len(t.slots) - 1) }

func (t *texts) grow() {
	t.slots = make([]slot, 2*len(t.slots))
	for i, text := range t.list {
		hash := t.hash(text)
		at := t.at(hash)
		for t.slots[at].number > 0 {
			at = t.next(at)
		}
		t.slots[at] = slot{hash: uint32(hash), number: int32(i + 1)}
	}
}

// reader gives the texts as rows of number and text, 0 and null first.
func (t *texts) reader() (array.RecordReader, error) {
	number, text := array.NewInt32Builder(memory.DefaultAllocator), array.NewStringBuilder(memory.DefaultAllocator)
	number.Append(0)
	text.AppendNull()
	for i, each := range t.list {
		number.Append(int32(i + 1))
		text.Append(each)
	}
	schema := arrow.NewSchema([]arrow.Field{
		{Name: "number", Type: arrow.PrimitiveTypes.Int32}, {Name: "text", Type: arrow.BinaryTypes.String, Nullable: true},
	}, nil)
	record := array.NewRecord(schema, []arrow.Array{number.NewArray(), text.NewArray()}, int64(len(t.list)+1))
	return array.NewRecordReader(schema, []arrow.Record{record})
}
