package decode

import (
	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// A buffer collects the values of one field of a record. Only the slices of
// its type are used. Arrow's own builders do the same with more work a cell.
type buffer struct {
	field   arrow.Field
	id      arrow.Type
	rows    int
	long    []int64
	short   []int32
	decimal []decimal128.Num
	offsets []int32 // one more than rows
	text    []byte
	valid   []byte // a bit for each row; nil until the first null
	nulls   int
}

func newBuffer(field arrow.Field) *buffer {
	return &buffer{field: field, id: field.Type.ID(), offsets: []int32{0}}
}

// appendInt64 adds an integer, or an amount in units of its scale.
func (b *buffer) appendInt64(v int64) {
	if b.id == arrow.DECIMAL128 {
		b.decimal = append(b.decimal, decimal128.FromI64(v))
	} else {
		b.long = append(b.long, v)
	}
	b.grow()
}

func (b *buffer) appendInt32(v int32) {
	b.short = append(b.short, v)
	b.grow()
}

func (b *buffer) appendText(text []byte) {
	b.text = append(b.text, text...)
	b.endText()
}

func (b *buffer) appendString(text string) {
	b.text = append(b.text, text...)
	b.endText()
}

// endText ends a value whose bytes were appended to text.
func (b *buffer) endText() {
	b.offsets = append(b.offsets, int32(len(b.text)))
	b.grow()
}

// grow counts a row, not null.
func (b *buffer) grow() {
	if b.valid != nil && b.rows%8 == 0 {
		b.valid = append(b.valid, 0xff)
	}
	b.rows++
}

func (b *buffer) appendNull() {
	switch b.id {
	case arrow.INT64:
		b.long = append(b.long, 0)
	case arrow.DECIMAL128:
		b.decimal = append(b.decimal, decimal128.Num{})
	case arrow.INT32, arrow.DATE32:
		b.short = append(b.short, 0)
	default:
		b.offsets = append(b.offsets, int32(len(b.text)))
	}
	b.grow()
	for b.valid == nil || len(b.valid) < (b.rows+7)/8 {
		b.valid = append(b.valid, 0xff)
	}
	b.valid[(b.rows-1)/8] &^= 1 << ((b.rows - 1) % 8)
	b.nulls++
}

// isNull reports whether the value of a row is null.
func (b *buffer) isNull(row int) bool {
	return b.valid != nil && b.valid[row/8]&(1<<(row%8)) == 0
}

// truncate takes back what the last, rejected row added, if anything.
func (b *buffer) truncate(rows int) {
	if b.rows == rows {
		return
	}
	if b.isNull(rows) {
		b.nulls--
		b.valid[rows/8] |= 1 << (rows % 8)
	}
	if b.valid != nil {
		b.valid = b.valid[:(rows+7)/8]
	}
	b.rows = rows
	switch b.id {
	case arrow.INT64:
		b.long = b.long[:rows]
	case arrow.DECIMAL128:
		b.decimal = b.decimal[:rows]
	case arrow.INT32, arrow.DATE32:
		b.short = b.short[:rows]
	default:
		b.text = b.text[:b.offsets[rows]]
		b.offsets = b.offsets[:rows+1]
	}
}

// sum adds the values that are not null to t.
func (b *buffer) sum(t *total) {
	for i := range b.rows {
		switch {
		case b.isNull(i):
		case b.id == arrow.DECIMAL128:
			t.add(int64(b.decimal[i].LowBits()))
		default:
			t.add(b.long[i])
		}
	}
}

// array hands the collected values over and starts anew.
func (b *buffer) array() arrow.Array {
	buffers := []*memory.Buffer{nil}
	if b.nulls > 0 {
		buffers[0] = memory.NewBufferBytes(b.valid)
	}
	data := array.NewData(b.field.Type, b.rows, append(buffers, b.values()...), nil, b.nulls, 0)
	defer data.Release()
	b.renew()
	return array.MakeFromData(data)
}

func (b *buffer) values() []*memory.Buffer {
	switch b.id {
	case arrow.INT64:
		return []*memory.Buffer{memory.NewBufferBytes(arrow.Int64Traits.CastToBytes(b.long))}
	case arrow.DECIMAL128:
		return []*memory.Buffer{memory.NewBufferBytes(arrow.Decimal128Traits.CastToBytes(b.decimal))}
	case arrow.INT32, arrow.DATE32:
		return []*memory.Buffer{memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(b.short))}
	}
	offsets := memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(b.offsets))
	return []*memory.Buffer{offsets, memory.NewBufferBytes(b.text)}
}

// renew makes room for a little more than the last record held.
func (b *buffer) renew() {
	room := func(n int) int { return n + n/16 }
	*b = buffer{
		field:   b.field,
		id:      b.id,
		long:    make([]int64, 0, room(len(b.long))),
		short:   make([]int32, 0, room(len(b.short))),
		decimal: make([]decimal128.Num, 0, room(len(b.decimal))),
		offsets: make([]int32, 1, room(len(b.offsets))),
		text:    make([]byte, 0, room(len(b.text))),
	}
}
