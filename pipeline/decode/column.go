package decode

import (
	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// A buffer collects the values of one field of a record. Only the slice of
// its type is used. Arrow's own builders do the same with more calls a cell.
type buffer struct {
	field   arrow.Field
	long    []int64
	short   []int32
	decimal []decimal128.Num
	offsets []int32
	text    []byte
	valid   []byte // a bit for each row
	nulls   int
	rows    int
}

func newBuffer(field arrow.Field) *buffer {
	return &buffer{field: field}
}

// appendInt64 adds a value, which decimals and integers share.
func (b *buffer) appendInt64(v int64) {
	if b.field.Type.ID() == arrow.DECIMAL128 {
		b.decimal = append(b.decimal, decimal128.FromI64(v))
	} else {
		b.long = append(b.long, v)
	}
	b.mark(true)
}

func (b *buffer) appendInt32(v int32) {
	b.short = append(b.short, v)
	b.mark(true)
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
	b.offset()
	b.mark(true)
}

func (b *buffer) offset() {
	if b.rows == 0 {
		b.offsets = append(b.offsets[:0], 0)
	}
	b.offsets = append(b.offsets, int32(len(b.text)))
}

func (b *buffer) appendNull() {
	switch b.field.Type.ID() {
	case arrow.INT64:
		b.long = append(b.long, 0)
	case arrow.DECIMAL128:
		b.decimal = append(b.decimal, decimal128.Num{})
	case arrow.INT32, arrow.DATE32:
		b.short = append(b.short, 0)
	default:
		b.offset()
	}
	b.nulls++
	b.mark(false)
}

func (b *buffer) mark(valid bool) {
	if b.rows%8 == 0 {
		b.valid = append(b.valid, 0)
	}
	if valid {
		b.valid[b.rows/8] |= 1 << (b.rows % 8)
	}
	b.rows++
}

// truncate takes back what the last, rejected row added, if anything.
func (b *buffer) truncate(rows int) {
	if b.rows == rows {
		return
	}
	b.rows = rows
	if b.valid[rows/8]&(1<<(rows%8)) == 0 {
		b.nulls--
	}
	b.valid[rows/8] &^= 1 << (rows % 8)
	b.valid = b.valid[:(rows+7)/8]
	switch b.field.Type.ID() {
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

// value is the int64 of a row, and whether it is not null.
func (b *buffer) value(row int) (int64, bool) {
	if b.valid[row/8]&(1<<(row%8)) == 0 {
		return 0, false
	}
	if b.field.Type.ID() == arrow.DECIMAL128 {
		return int64(b.decimal[row].LowBits()), true
	}
	return b.long[row], true
}

// array hands the collected values over and starts anew.
func (b *buffer) array() arrow.Array {
	buffers := []*memory.Buffer{nil}
	if b.nulls > 0 {
		buffers[0] = memory.NewBufferBytes(b.valid)
	}
	switch b.field.Type.ID() {
	case arrow.INT64:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int64Traits.CastToBytes(b.long)))
	case arrow.DECIMAL128:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Decimal128Traits.CastToBytes(b.decimal)))
	case arrow.INT32, arrow.DATE32:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(b.short)))
	default:
		buffers = append(buffers, memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(b.offsets)), memory.NewBufferBytes(b.text))
	}
	data := array.NewData(b.field.Type, b.rows, buffers, nil, b.nulls, 0)
	defer data.Release()
	b.renew()
	return array.MakeFromData(data)
}

// renew makes room for as much as the last record held.
func (b *buffer) renew() {
	*b = buffer{
		field:   b.field,
		long:    make([]int64, 0, cap(b.long)),
		short:   make([]int32, 0, cap(b.short)),
		decimal: make([]decimal128.Num, 0, cap(b.decimal)),
		offsets: make([]int32, 0, cap(b.offsets)),
		text:    make([]byte, 0, cap(b.text)),
		valid:   make([]byte, 0, cap(b.valid)),
	}
}
