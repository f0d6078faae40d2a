package warehouse

import (
	"errors"
	"fmt"
	"math/big"
	"unicode/utf8"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// A column is what a guard knows of one column: how many cells have a value,
// and their exact sum. For text that is of the lengths in bytes, for dates of
// the days since 1970. Types that have no exact sum are not taken in.
type column struct {
	name     string
	kind     arrow.DataType
	summable bool // integer or decimal: the sum is of the values
	values   int64
	sum      sum
	texts    *texts // what its texts are numbered with; nil: they are not
}

var errNotUTF8 = errors.New("text that is not UTF-8")

func newColumn(i int, field arrow.Field) (*column, error) {
	if field.Name == "" {
		return nil, fmt.Errorf("column %d has no name", i+1)
	}
	c := &column{name: field.Name, kind: field.Type}
	switch field.Type.ID() {
	case arrow.INT8, arrow.INT16, arrow.INT32, arrow.INT64, arrow.UINT8,
		arrow.UINT16, arrow.UINT32, arrow.UINT64, arrow.DECIMAL128:
		c.summable = true
	case arrow.BOOL, arrow.DATE32, arrow.STRING:
	default:
		return nil, fmt.Errorf("column %s: type %s is not taken in", c.name, field.Type)
	}
	return c, nil
}

// tryTake is take of a record's column i with a panic as an error.
func (c *column) tryTake(r arrow.Record, i int) (passing arrow.Array, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return c.take(r.Column(i))
}

// take counts and sums a column of a record and gives what passes: the same, or
// the numbers of its texts.
func (c *column) take(a arrow.Array) (arrow.Array, error) {
	c.values += int64(a.Len() - a.NullN())
	if text, ok := a.(*array.String); ok && c.texts != nil {
		return c.number(text)
	}
	return a, c.sumUp(a)
}

func (c *column) sumUp(a arrow.Array) error {
	switch a := a.(type) {
	case *array.String:
		return c.takeText(a)
	case *array.Int64:
		addAll(c, a, a.Int64Values())
	case *array.Int32:
		addAll(c, a, a.Int32Values())
	case *array.Int16:
		addAll(c, a, a.Int16Values())
	case *array.Int8:
		addAll(c, a, a.Int8Values())
	case *array.Uint64:
		addUnsigned(c, a, a.Uint64Values())
	case *array.Uint32:
		addUnsigned(c, a, a.Uint32Values())
	case *array.Uint16:
		addUnsigned(c, a, a.Uint16Values())
	case *array.Uint8:
		addUnsigned(c, a, a.Uint8Values())
	case *array.Boolean:
		c.takeBooleans(a)
	case *array.Date32:
		addAll(c, a, a.Date32Values())
	case *array.Decimal128:
		addDecimals(c, a, a.Values())
	}
	return nil
}

// number gives the numbers of texts.
func (c *column) number(a *array.String) (arrow.Array, error) {
	numbers, bytes, err := c.texts.number(a)
	if err != nil {
		return nil, err
	}
	c.sum.add(uint64(bytes), 0)
	values := memory.NewBufferBytes(arrow.Int32Traits.CastToBytes(numbers))
	data := array.NewData(arrow.PrimitiveTypes.Int32, len(numbers), []*memory.Buffer{nil, values}, nil, 0, 0)
	defer data.Release()
	return array.MakeFromData(data), nil
}

// takeText checks the bytes of all cells at once, and then that no cell
// begins inside a character.
func (c *column) takeText(a *array.String) error {
	bytes := a.ValueBytes()
	if !utf8.Valid(bytes) {
		return errNotUTF8
	}
	first := a.ValueOffset(0)
	for i := range a.Len() {
		at := a.ValueOffset(i) - first
		if at < len(bytes) && !utf8.RuneStart(bytes[at]) {
			return errNotUTF8
		}
		if a.IsValid(i) {
			c.sum.add(uint64(a.ValueLen(i)), 0)
		}
	}
	return nil
}

func (c *column) takeBooleans(a *array.Boolean) {
	for i := range a.Len() {
		if a.IsValid(i) && a.Value(i) {
			c.sum.add(1, 0)
		}
	}
}

func addAll[T ~int8 | ~int16 | ~int32 | ~int64](c *column, a arrow.Array, values []T) {
	for i, v := range values {
		if a.IsValid(i) {
			c.sum.add(uint64(v), int64(v)>>63)
		}
	}
}

func addUnsigned[T uint8 | uint16 | uint32 | uint64](c *column, a arrow.Array, values []T) {
	for i, v := range values {
		if a.IsValid(i) {
			c.sum.add(uint64(v), 0)
		}
	}
}

func addDecimals(c *column, a arrow.Array, values []decimal128.Num) {
	for i, v := range values {
		if a.IsValid(i) {
			c.sum.add(v.LowBits(), v.HighBits())
		}
	}
}

// sql lists expressions that give the same numbers as totals.
func (c *column) sql() []string {
	name := quote(c.name)
	summed := name
	switch c.kind.ID() {
	case arrow.STRING:
		summed = "strlen(" + name + ")"
	case arrow.DATE32:
		summed = name + " - date '1970-01-01'"
	case arrow.BOOL:
		summed = name + "::integer"
	}
	return []string{"count(" + name + ")", "coalesce(sum(" + summed + "), 0)"}
}

func (c *column) totals() []*big.Int {
	return []*big.Int{big.NewInt(c.values), c.sum.value()}
}
