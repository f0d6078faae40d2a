package pipeline

import (
	"context"
	"fmt"
	"math/big"
	"strconv"
	"time"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"tresektor/pipeline/warehouse"
)

// A table is a small table on its way into the warehouse.
type table struct {
	name    string
	columns []column
	rows    [][]any // a string for text and date, int64, *big.Rat rounded up, bool; nil
}

type column struct {
	name string
	kind kind
}

type kind int

const (
	text kind = iota
	integer
	boolean
	date
)

func (k kind) arrow() arrow.DataType {
	return [...]arrow.DataType{
		arrow.BinaryTypes.String, arrow.PrimitiveTypes.Int64,
		arrow.FixedWidthTypes.Boolean, arrow.FixedWidthTypes.Date32,
	}[k]
}

// put replaces the warehouse's tables of these names.
func (s *session) put(ctx context.Context, tables ...table) error { return into(ctx, s.wh, tables...) }

// into replaces a warehouse's tables of these names, all or none of them.
func into(ctx context.Context, wh *warehouse.Warehouse, tables ...table) error {
	var all []warehouse.Table
	for _, t := range tables {
		record, err := t.record()
		if err != nil {
			return fmt.Errorf("table %s: %w", t.name, err)
		}
		defer record.Release()
		all = append(all, warehouse.Table{Name: t.name, Record: record})
	}
	return wh.Put(ctx, all...)
}

func (t table) record() (arrow.Record, error) {
	var fields []arrow.Field
	for _, c := range t.columns {
		fields = append(fields, arrow.Field{Name: c.name, Type: c.kind.arrow(), Nullable: true})
	}
	b := array.NewRecordBuilder(memory.DefaultAllocator, arrow.NewSchema(fields, nil))
	defer b.Release()
	for _, row := range t.rows {
		for i, cell := range row {
			if err := appendCell(b.Field(i), cell); err != nil {
				return nil, fmt.Errorf("column %s: %w", t.columns[i].name, err)
			}
		}
	}
	return b.NewRecord(), nil
}

func appendCell(b array.Builder, cell any) error {
	if cell == nil {
		b.AppendNull()
		return nil
	}
	switch b := b.(type) {
	case *array.StringBuilder:
		b.Append(cell.(string))
	case *array.BooleanBuilder:
		b.Append(cell.(bool))
	case *array.Int64Builder:
		return appendInteger(b, cell)
	case *array.Date32Builder:
		day, err := time.Parse(time.DateOnly, cell.(string))
		if err != nil {
			return err
		}
		b.Append(arrow.Date32FromTime(day))
	}
	return nil
}

func appendInteger(b *array.Int64Builder, cell any) error {
	switch v := cell.(type) {
	case int64:
		b.Append(v)
	case *big.Rat:
		b.Append(ceiling(v))
	case string:
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil {
			return err
		}
		b.Append(n)
	}
	return nil
}

// ceiling rounds a limit up to whole per cent.
func ceiling(r *big.Rat) int64 {
	n := new(big.Int).Add(r.Num(), new(big.Int).Sub(r.Denom(), big.NewInt(1)))
	return n.Div(n, r.Denom()).Int64()
}
