package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"runtime"
	"strings"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/marcboeker/go-duckdb"
)

// Ingest copies records into a temporary table, compares source, which is a view
// of it, with what was read and calls step in a transaction, in which source can
// be read as often as wanted. The transaction is committed when step gives no
// error; otherwise nothing has changed. Source is gone afterwards in every case.
//
// The caller releases records. A reader that stops early without an error
// cannot be told from one at its end: compare Load.Rows with the reader's
// own account.
func (w *Warehouse) Ingest(ctx context.Context, records array.RecordReader, step func(l *Load) error) error {
	g, err := newGuard(ctx, records)
	if err != nil {
		return err
	}
	return w.ingest(ctx, g, step)
}

// IngestNumbered is Ingest for many records whose texts repeat: each text is
// kept once, and source is a view that reads the same. Columns that are known
// to be varied are kept as they are; a *VariedError names more.
func (w *Warehouse) IngestNumbered(ctx context.Context, records array.RecordReader, varied []string, step func(l *Load) error) error {
	g, err := newGuard(ctx, records)
	if err != nil {
		return err
	}
	g.number(varied)
	return w.ingest(ctx, g, step)
}

func (w *Warehouse) ingest(ctx context.Context, g *guard, step func(l *Load) error) error {
	return w.alone(ctx, func(conn *sql.Conn) error {
		if err := w.copySource(ctx, conn, g); err != nil {
			return err
		}
		l := &Load{conn: conn, read: g}
		defer l.end()
		if err := l.compare(ctx); err != nil {
			return err
		}
		return l.transact(ctx, step)
	})
}

// alone runs f on a connection that is thrown away afterwards, and with it
// every temporary table and open transaction.
func (w *Warehouse) alone(ctx context.Context, f func(*sql.Conn) error) error {
	conn, err := w.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer discard(conn)
	return w.damage(f(conn))
}

func discard(conn *sql.Conn) {
	conn.Raw(func(any) error { return driver.ErrBadConn })
	conn.Close()
}

// copySource makes source: a view of a temporary table, and where that has numbers
// of the texts that they stand for. Each number has its text, so that an inner
// join loses nothing, and it is far quicker than an outer one. It is a view in
// every case: SQL that reads what only a table has, such as rowid, works for
// files of no size.
func (w *Warehouse) copySource(ctx context.Context, conn *sql.Conn, g *guard) error {
	if err := w.copyRows(ctx, conn, g); err != nil {
		return err
	}
	if err := g.repeat(); err != nil {
		return err
	}
	var columns, joins []string
	for i, c := range g.columns {
		if c.texts == nil {
			columns = append(columns, "source_row."+quote(c.name))
			continue
		}
		list := fmt.Sprintf("source_text_%d", i+1)
		if err := w.copyTexts(ctx, conn, c.texts, list); err != nil {
			return err
		}
		c.texts = nil // the SELECTs need the memory
		columns = append(columns, list+".text as "+quote(c.name))
		joins = append(joins, "join "+list+" on "+list+".number = source_row."+quote(c.name))
	}
	_, err := conn.ExecContext(ctx, "create temp view source as select "+strings.Join(columns, ", ")+
		" from source_row "+strings.Join(joins, " "))
	return err
}

func (w *Warehouse) copyRows(ctx context.Context, conn *sql.Conn, g *guard) error {
	if g.passing != g.schema {
		defer oneMoreProcessor()()
	}
	return w.copy(ctx, conn, g, "source_row")
}

// oneMoreProcessor lets Go run one more thread: whoever hands a record to DuckDB
// would else wait for those that decode the next ones, and a core stand idle.
func oneMoreProcessor() (restore func()) {
	before := runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 1)
	return func() { runtime.GOMAXPROCS(before) }
}

func (w *Warehouse) copyTexts(ctx context.Context, conn *sql.Conn, t *texts, table string) error {
	records, err := t.reader()
	if err != nil {
		return err
	}
	defer records.Release()
	g, err := newGuard(ctx, records)
	if err != nil {
		return err
	}
	return w.copy(ctx, conn, g, table)
}

// copy fills a temporary table. Its statement is the only one that may touch a
// registered view: DuckDB pushes projections and filters into the scan, the scan
// drops them, and a second scan finds nothing, all without an error. The view is
// made in DuckDB's own database, which is never stored: it holds a pointer.
func (w *Warehouse) copy(ctx context.Context, conn *sql.Conn, g *guard, table string) error {
	a := readAhead(g)
	err := w.copyAhead(ctx, conn, a, table)
	a.close()
	if g.err != nil {
		return g.err // DuckDB's error only repeats it
	}
	return err
}

func (w *Warehouse) copyAhead(ctx context.Context, conn *sql.Conn, a *ahead, table string) error {
	name := fmt.Sprintf("incoming_%d", w.views.Add(1))
	release, err := register(ctx, conn, a, name)
	if err != nil {
		return err
	}
	defer release()
	defer conn.ExecContext(context.WithoutCancel(ctx), "drop view memory.main."+name)
	if _, err := conn.ExecContext(ctx, "use "+catalog); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "create temp table "+table+" as select * from memory.main."+name)
	return err
}

// register makes a view of a and leaves memory as the default database.
func register(ctx context.Context, conn *sql.Conn, a *ahead, name string) (release func(), err error) {
	if _, err := conn.ExecContext(ctx, "use memory"); err != nil {
		return nil, err
	}
	err = conn.Raw(func(dc any) error {
		arrow, err := duckdb.NewArrowFromConn(dc.(driver.Conn))
		if err != nil {
			return err
		}
		release, err = arrow.RegisterView(a, name)
		return err
	})
	return release, err
}
