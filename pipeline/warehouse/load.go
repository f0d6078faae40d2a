package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"strings"

	"github.com/marcboeker/go-duckdb"
)

// A Load is one ingest while it runs: source, which its SQL reads, and the
// transaction around it. Only its own methods may be used until it ends.
type Load struct {
	conn  *sql.Conn
	read  *guard
	stops []context.CancelFunc
}

// Rows is the number of rows in source.
func (l *Load) Rows() int64 { return l.read.rows }

// Sum is the exact sum of an integer or decimal column of source, in units
// of its last decimal: 12.50 and 3.00 of a decimal(18,2) give 1550. It is
// nil for other columns and names.
func (l *Load) Sum(column string) *big.Int {
	for _, c := range l.read.columns {
		if c.name == column && c.summable {
			return c.sum.value()
		}
	}
	return nil
}

// Exec runs a statement in the load's transaction.
func (l *Load) Exec(ctx context.Context, sql string, args ...any) error {
	_, err := l.conn.ExecContext(ctx, sql, args...)
	return err
}

// Query runs a query in the load's transaction; the caller closes its rows.
func (l *Load) Query(ctx context.Context, sql string, args ...any) (*sql.Rows, error) {
	return l.conn.QueryContext(l.until(ctx), sql, args...)
}

// QueryRow runs a query that gives at most one row in the load's
// transaction.
func (l *Load) QueryRow(ctx context.Context, sql string, args ...any) *sql.Row {
	return l.conn.QueryRowContext(l.until(ctx), sql, args...)
}

// until makes a context that also ends with the load, and with it rows that
// a step forgot to close: they would keep the connection for ever.
func (l *Load) until(ctx context.Context) context.Context {
	ctx, stop := context.WithCancel(ctx)
	l.stops = append(l.stops, stop)
	return ctx
}

func (l *Load) end() {
	for _, stop := range l.stops {
		stop()
	}
}

// transact calls step between begin and commit. The rollback follows a
// panic too and is not cancelled with ctx. Its error is of no interest: the
// connection is thrown away, and one commit failed before.
func (l *Load) transact(ctx context.Context, step func(*Load) error) error {
	if err := l.Exec(ctx, "begin"); err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed {
			l.Exec(context.WithoutCancel(ctx), "rollback")
		}
	}()
	if err := step(l); err != nil {
		return err
	}
	if err := l.Exec(ctx, "commit"); err != nil {
		return err
	}
	committed = true
	return nil
}

// compare asks the table for what the guard counted while records passed.
func (l *Load) compare(ctx context.Context) error {
	list := []string{"count(*)"}
	for _, c := range l.read.columns {
		list = append(list, c.sql()...)
	}
	got := make([]any, len(list))
	into := make([]any, len(list))
	for i := range got {
		into[i] = &got[i]
	}
	query := "select " + strings.Join(list, ", ") + " from source"
	if err := l.QueryRow(ctx, query).Scan(into...); err != nil {
		return fmt.Errorf("compare source with what was read: %w", err)
	}
	for i, want := range l.read.totals() {
		if exact(got[i]).Cmp(want) != 0 {
			return fmt.Errorf("%s of source is %v, but %v was read", list[i], exact(got[i]), want)
		}
	}
	return nil
}

// exact is a count or sum as DuckDB gives it: BIGINT, HUGEINT or DECIMAL, the
// last in units of its last decimal.
func exact(value any) *big.Int {
	switch v := value.(type) {
	case int64:
		return big.NewInt(v)
	case *big.Int:
		return v
	case duckdb.Decimal:
		return v.Value
	}
	panic(fmt.Sprintf("sum of type %T", value))
}
