package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"sync"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/marcboeker/go-duckdb"
)

// pageRows is how many rows of an answer are in Go's memory at once.
const pageRows = 1 << 20

// Records runs a SELECT and streams its answer, in its order, as Arrow. The
// caller calls release once, when it has read enough; it takes the reader
// and all records with it. Cancelling ctx interrupts the query.
//
// DECIMAL(w,s) comes as decimal128(w,s) and HUGEINT, the type of every sum
// of integers, as decimal128(38,0): cast sums to bigint or decimal(38,s) in
// SQL. DATE comes as date32, VARCHAR as utf8, TIMESTAMP as timestamp[us], a
// bare null as int32.
func (w *Warehouse) Records(ctx context.Context, sql string, args ...any) (array.RecordReader, func(), error) {
	conn, err := w.db.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	p := &pages{ctx: ctx, conn: conn, w: w}
	if err := p.fill(sql, args); err != nil {
		discard(conn)
		return nil, nil, w.damage(err)
	}
	return p, sync.OnceFunc(p.close), nil
}

// pages reads an answer that was put into a temporary table, page by page.
// go-duckdb's own Arrow reader holds the whole answer twice and cannot be
// interrupted while the query runs.
type pages struct {
	ctx    context.Context
	conn   *sql.Conn
	w      *Warehouse
	schema *arrow.Schema
	rows   int64
	next   int64 // first row of the page after this one
	page   array.RecordReader
	err    error
}

func (p *pages) fill(sql string, args []any) error {
	done, err := p.conn.ExecContext(p.ctx, "create temp table answer as (\n"+sql+"\n)", args...)
	if err != nil {
		return err
	}
	if p.rows, err = done.RowsAffected(); err != nil {
		return err
	}
	return p.turn()
}

// turn reads the next page; the first one, even if empty, gives the schema.
func (p *pages) turn() error {
	const query = "select * from answer where rowid >= ? and rowid < ? order by rowid"
	return p.conn.Raw(func(dc any) error {
		a, err := duckdb.NewArrowFromConn(dc.(driver.Conn))
		if err != nil {
			return err
		}
		page, err := a.QueryContext(p.ctx, query, p.next, p.next+pageRows)
		if err != nil {
			return fmt.Errorf("read rows from %d: %w", p.next, err)
		}
		p.drop()
		p.page, p.schema = page, page.Schema()
		p.next += pageRows
		return nil
	})
}

func (p *pages) Schema() *arrow.Schema { return p.schema }
func (p *pages) Record() arrow.Record  { return p.page.Record() }
func (p *pages) Err() error            { return p.err }

func (p *pages) Next() bool {
	for p.err == nil && p.page != nil {
		if p.page.Next() {
			return true
		}
		if p.err = p.page.Err(); p.err != nil || p.next >= p.rows {
			return false
		}
		p.err = p.w.damage(p.turn())
	}
	return false
}

// Retain and Release do nothing: the reader lives until the release that
// came with it.
func (p *pages) Retain()  {}
func (p *pages) Release() {}

func (p *pages) drop() {
	if p.page != nil {
		p.page.Release()
		p.page = nil
	}
}

func (p *pages) close() {
	p.drop()
	discard(p.conn)
}
