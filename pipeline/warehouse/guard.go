package warehouse

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"golang.org/x/sync/errgroup"
)

// A guard stands between a record reader and DuckDB. It counts and sums what
// passes, and turns what would end in a segmentation fault (text that is not
// UTF-8, a record of another schema, a panic) or in a silently shorter table
// into an error.
type guard struct {
	array.RecordReader
	ctx     context.Context
	schema  *arrow.Schema
	passing *arrow.Schema // of what passes: with numbers for texts
	columns []*column
	record  arrow.Record
	rows    int64
	err     error
}

func newGuard(ctx context.Context, records array.RecordReader) (*guard, error) {
	g := &guard{RecordReader: records, ctx: ctx, schema: records.Schema()}
	if g.schema.NumFields() == 0 {
		return nil, errors.New("records without columns")
	}
	seen := map[string]bool{}
	for i, field := range g.schema.Fields() {
		if name := strings.ToLower(field.Name); seen[name] {
			return nil, fmt.Errorf("column %s occurs twice", field.Name)
		} else {
			seen[name] = true
		}
		c, err := newColumn(i, field)
		if err != nil {
			return nil, err
		}
		g.columns = append(g.columns, c)
	}
	g.passing = g.schema
	return g, nil
}

// mostNumbered is how many columns are numbered: DuckDB joins that many lists
// well, but two dozen took gigabytes and minutes.
const mostNumbered = 10

// number lets numbers pass for the texts of the first columns but the varied ones.
func (g *guard) number(varied []string) {
	fields, left := g.schema.Fields(), mostNumbered
	for i, c := range g.columns {
		if fields[i].Type.ID() == arrow.STRING && left > 0 && !slices.Contains(varied, c.name) {
			left--
			c.texts = newTexts(c.name)
			fields[i] = arrow.Field{Name: c.name, Type: arrow.PrimitiveTypes.Int32}
		}
	}
	g.passing = arrow.NewSchema(fields, nil)
}

// repeat names the columns whose texts hardly repeat, which shows when all have
// passed. With lists as long as the table DuckDB would keep the table for each
// join and not the list: twenty such columns took gigabytes and minutes.
func (g *guard) repeat() error {
	var varied []string
	for _, c := range g.columns {
		if c.texts != nil && len(c.texts.list) > max(fewTexts, int(g.rows/2)) {
			varied = append(varied, c.name)
		}
	}
	if varied == nil {
		return nil
	}
	return &VariedError{Columns: varied}
}

// Schema is the schema of the records that pass.
func (g *guard) Schema() *arrow.Schema { return g.passing }

// Record is the record that Next checked. Whoever takes it releases it.
func (g *guard) Record() arrow.Record { return g.record }

// Err is the first thing that went wrong, here or in the reader.
func (g *guard) Err() error { return g.err }

// Next moves to the next record and checks it. No panic leaves it: it would end
// the program.
func (g *guard) Next() (ok bool) {
	defer func() {
		if p := recover(); p != nil {
			g.err, ok = fmt.Errorf("read records: panic: %v", p), false
		}
	}()
	if g.err != nil {
		return false
	}
	if g.err = g.ctx.Err(); g.err != nil {
		return false
	}
	if !g.RecordReader.Next() {
		g.err = g.end()
		return false
	}
	g.record, g.err = g.take(g.RecordReader.Record())
	return g.err == nil
}

// end tells the end of the records from a reader that paused.
func (g *guard) end() error {
	if err := g.RecordReader.Err(); err != nil {
		return err
	}
	if g.RecordReader.Next() {
		return fmt.Errorf("records stopped after %d rows without an error and went on", g.rows)
	}
	return g.RecordReader.Err()
}

// take counts, sums and numbers what is in a record, each column by itself.
func (g *guard) take(r arrow.Record) (arrow.Record, error) {
	if !r.Schema().Equal(g.schema) {
		return nil, fmt.Errorf("record after row %d has the columns %v, not %v", g.rows, r.Schema(), g.schema)
	}
	passing := make([]arrow.Array, len(g.columns))
	var work errgroup.Group
	for i, c := range g.columns {
		work.Go(func() (err error) {
			if passing[i], err = c.tryTake(r, i); err != nil {
				return fmt.Errorf("column %s after row %d: %w", c.name, g.rows, err)
			}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	g.rows += r.NumRows()
	if g.passing == g.schema {
		r.Retain()
		return r, nil
	}
	return array.NewRecord(g.passing, passing, r.NumRows()), nil
}

// totals lists the counts in the order of the query in compare.
func (g *guard) totals() []*big.Int {
	list := []*big.Int{big.NewInt(g.rows)}
	for _, c := range g.columns {
		list = append(list, c.totals()...)
	}
	return list
}
