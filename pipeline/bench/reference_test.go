package bench

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	_ "github.com/marcboeker/go-duckdb"

	"tresektor/data"
)

// The references are what somebody would write in DuckDB alone. They lose the
// rows that cannot be read, and do not say which.

const readCSV = `read_csv(?, delim = ';', header = true, decimal_separator = ',', ignore_errors = true)`

// readAll reads all ten columns into a table of a file.
func readAll(ctx context.Context, j job) (result, error) {
	return reference(ctx, j, func(db *sql.DB) error {
		_, err := db.ExecContext(ctx, "create table ledger as select * from "+readCSV, j.File)
		return err
	})
}

// readSelect reads the columns that the SELECT of the ledger's volume needs
// and runs it into a table of a file.
func readSelect(ctx context.Context, j job) (result, error) {
	list, err := accountList(j.Dir)
	if err != nil {
		return result{}, err
	}
	return reference(ctx, j, func(db *sql.DB) error {
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close()
		if _, err := conn.ExecContext(ctx, "create table ledger_account as select * from read_csv(?, header = true)", list); err != nil {
			return err
		}
		_, err = conn.ExecContext(ctx, `create temp table source as
			select row_number() over () as line, leverantor_id, konto_text, datum, belopp::decimal(18, 2) as belopp
			from `+readCSV, j.File)
		if err != nil {
			return err
		}
		_, err = conn.ExecContext(ctx, "create table volume as\n"+volumeSQL)
		return err
	})
}

// reference times f on a new database file, which is closed and removed.
func reference(ctx context.Context, j job, f func(*sql.DB) error) (r result, err error) {
	path := filepath.Join(j.Dir, "reference.duckdb")
	defer func() { err = errors.Join(err, os.Remove(path)) }()
	return timed(func() error {
		db, err := sql.Open("duckdb", path)
		if err != nil {
			return err
		}
		if j.Memory != "" {
			if _, err := db.ExecContext(ctx, fmt.Sprintf("set memory_limit = '%s'", j.Memory)); err != nil {
				return errors.Join(err, db.Close())
			}
		}
		return errors.Join(f(db), db.Close())
	})
}

// accountList copies the list that the SELECT reads to dir.
func accountList(dir string) (path string, err error) {
	text, err := fs.ReadFile(data.FS(), "ledger_account.csv")
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, "ledger_account.csv")
	return path, os.WriteFile(path, text, 0o644)
}
