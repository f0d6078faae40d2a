package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/marcboeker/go-duckdb"
)

// Ingest copies records into the temporary table source, compares it with
// what was read and calls step in a transaction, in which source can be read
// as often as wanted. The transaction is committed when step gives no error;
// otherwise nothing has changed. Source is gone afterwards in every case.
//
// The caller releases records. A reader that stops early without an error
// cannot be told from one at its end: compare Load.Rows with the reader's
// own account.
func (w *Warehouse) Ingest(ctx context.Context, records array.RecordReader, step func(l *Load) error) error {
	return w.alone(ctx, func(conn *sql.Conn) error {
		g, err := newGuard(ctx, records)
		if err != nil {
			return err
		}
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

// copySource fills the temporary table source. Its statement is the only
// one that may touch a registered view: DuckDB pushes projections and
// filters into the scan, the scan drops them, and a second scan finds
// nothing, all without an error. The view is made in DuckDB's own database,
// which is never stored: it holds a pointer.
func (w *Warehouse) copySource(ctx context.Context, conn *sql.Conn, g *guard) error {
	name := fmt.Sprintf("incoming_%d", w.views.Add(1))
	release, err := register(ctx, conn, g, name)
	if err != nil {
		return err
	}
	defer release()
	defer conn.ExecContext(context.WithoutCancel(ctx), "drop view memory.main."+name)
	if _, err := conn.ExecContext(ctx, "use "+catalog); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "create temp table source as select * from memory.main."+name)
	if g.err != nil {
		return g.err // DuckDB's error only repeats it
	}
	return err
}

// register makes a view of g and leaves memory as the default database.
func register(ctx context.Context, conn *sql.Conn, g *guard, name string) (release func(), err error) {
	if _, err := conn.ExecContext(ctx, "use memory"); err != nil {
		return nil, err
	}
	err = conn.Raw(func(dc any) error {
		arrow, err := duckdb.NewArrowFromConn(dc.(driver.Conn))
		if err != nil {
			return err
		}
		release, err = arrow.RegisterView(g, name)
		return err
	})
	return release, err
}
