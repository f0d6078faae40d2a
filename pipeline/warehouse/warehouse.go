// Package warehouse is the only package that touches DuckDB: Arrow goes in,
// SELECTs are run, rows and Arrow come out.
package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync/atomic"
)

// Options says how much of the machine a warehouse may use. The zero value
// uses all cores and DuckDB's own memory limit.
type Options struct {
	Threads int    // 0: one for each core
	Memory  string // such as "800MB"; "": DuckDB's own limit
	TempDir string // a folder of its own to spill to; "": beside the file, in memory nowhere
}

// A Warehouse is one DuckDB database. Its methods may be used from several
// goroutines; every error that shows the file to be damaged is a
// *DamagedError.
type Warehouse struct {
	db      *sql.DB
	path    string
	tempDir string
	views   atomic.Int64
}

// Open opens the database file at path, which is made when it does not
// exist, or a database in memory when path is "". Whatever runs in it can
// read and write no other file, load no extension and change no setting.
//
// A file that cannot be read is a *DamagedError, one that another process
// has open a *LockedError. The same file must not be opened twice in one
// process: DuckDB's lock does not see that.
func Open(ctx context.Context, path string, o Options) (*Warehouse, error) {
	dir := tempDir(path, o)
	w, err := open(ctx, path, settings(dir, o))
	if err != nil {
		return nil, fmt.Errorf("open warehouse: %w", err)
	}
	w.tempDir = dir
	if err := makeSpill(dir); err != nil {
		return nil, fmt.Errorf("open warehouse: %w", errors.Join(err, w.Close()))
	}
	return w, nil
}

// OpenFiles opens a database in memory whose SQL may read files, for
// questions about editions and traces. It must never run SQL of the user's.
func OpenFiles(ctx context.Context) (*Warehouse, error) {
	return open(ctx, "", fileSettings())
}

func open(ctx context.Context, path string, settings []string) (*Warehouse, error) {
	c, err := connect(ctx, path, settings)
	if err != nil {
		return nil, err
	}
	w := &Warehouse{db: sql.OpenDB(c), path: path}
	if err := w.whole(ctx); err != nil {
		return nil, errors.Join(err, w.db.Close())
	}
	return w, nil
}

// Close writes the log into the file and closes it. It matters: a truncated
// log opens silently at an earlier commit, so none is left lying about.
// Whoever relies on a load compares its stored row count with the table's.
func (w *Warehouse) Close() error {
	_, err := w.db.Exec("checkpoint " + catalog)
	err = errors.Join(w.damage(err), w.db.Close())
	if w.tempDir != "" {
		os.Remove(w.tempDir) // stays if there is anything else in it
	}
	return err
}

// Exec runs a statement.
func (w *Warehouse) Exec(ctx context.Context, sql string, args ...any) error {
	_, err := w.db.ExecContext(ctx, sql, args...)
	return w.damage(err)
}

// Query runs a query; the caller closes its rows. The whole answer is held
// in memory: Records is the way to read a large one.
func (w *Warehouse) Query(ctx context.Context, sql string, args ...any) (*sql.Rows, error) {
	rows, err := w.db.QueryContext(ctx, sql, args...)
	return rows, w.damage(err)
}

// QueryRow runs a query that gives at most one row.
func (w *Warehouse) QueryRow(ctx context.Context, sql string, args ...any) *sql.Row {
	return w.db.QueryRowContext(ctx, sql, args...)
}
