package parquet

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/decimal128"

	"tresektor/pipeline/edition"
)

// precision is that of every decimal column, the most that 128 bits hold: a
// column has the same type in all editions, whatever its numbers.
const precision = 38

// columns are the fields of t as typed columns; those of the grain are never
// null.
func columns(t edition.Table) []arrow.Field {
	var list []arrow.Field
	for _, f := range t.Fields {
		list = append(list, arrow.Field{Name: f.Name, Type: typeOf(f), Nullable: !inGrain(t, f.Name)})
	}
	return list
}

func inGrain(t edition.Table, name string) bool {
	for _, of := range t.Grain {
		if of == name {
			return true
		}
	}
	return false
}

func typeOf(f edition.Field) arrow.DataType {
	switch f.Kind {
	case edition.KindInteger:
		return arrow.PrimitiveTypes.Int64
	case edition.KindDecimal:
		return &arrow.Decimal128Type{Precision: precision, Scale: int32(f.Decimals)}
	case edition.KindBoolean:
		return arrow.FixedWidthTypes.Boolean
	case edition.KindDate:
		return arrow.FixedWidthTypes.Date32
	}
	return arrow.BinaryTypes.String
}

// add appends a cell, which is of the field's kind or nil, to its column.
func add(column array.Builder, f edition.Field, cell any) error {
	if cell == nil {
		column.AppendNull()
		return nil
	}
	switch column := column.(type) {
	case *array.Int64Builder:
		column.Append(cell.(int64))
	case *array.BooleanBuilder:
		column.Append(cell.(bool))
	case *array.StringBuilder:
		column.Append(cell.(string))
	case *array.Date32Builder:
		day, err := time.Parse(time.DateOnly, cell.(string))
		if err != nil {
			return err
		}
		column.Append(arrow.Date32FromTime(day))
	case *array.Decimal128Builder:
		number, err := decimal(cell.(string), f.Decimals)
		if err != nil {
			return err
		}
		column.Append(number)
	}
	return nil
}

// decimal reads "-12.5" as -1250 of the smallest unit where there are two
// decimals.
func decimal(text string, decimals int) (decimal128.Num, error) {
	whole, fraction, _ := strings.Cut(text, ".")
	digits := whole + fraction + strings.Repeat("0", decimals-len(fraction))
	number, ok := new(big.Int).SetString(digits, 10)
	if !ok || len(strings.TrimPrefix(number.String(), "-")) > precision {
		return decimal128.Num{}, fmt.Errorf("%q has more than the %d digits that a decimal column holds", text, precision)
	}
	return decimal128.FromBigInt(number), nil
}
