package warehouse

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// A DamagedError reports a database file that cannot be read: cut off,
// overwritten, not a database, or of another version of DuckDB. Nothing in
// it is unique: Remove it and rebuild.
type DamagedError struct {
	Path string
	Err  error
}

func (e *DamagedError) Error() string { return fmt.Sprintf("%s is damaged: %v", e.Path, e.Err) }
func (e *DamagedError) Unwrap() error { return e.Err }

// A LockedError reports a database file that another process has open.
type LockedError struct {
	Path string
	Err  error // DuckDB's text names the process
}

func (e *LockedError) Error() string {
	return fmt.Sprintf("%s is open in another process: %v", e.Path, e.Err)
}
func (e *LockedError) Unwrap() error { return e.Err }

// Remove deletes the database file at path, its log and what it spilled.
func Remove(path string) error {
	var failed error
	for _, name := range []string{path, path + ".wal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = errors.Join(failed, err)
		}
	}
	return errors.Join(failed, os.RemoveAll(path+".tmp"))
}

// openError sorts an error of attaching the file at path. What is neither a
// lock nor the machine's fault, nor an end that the caller wanted, is the file's.
func openError(path string, err error) error {
	text := err.Error()
	switch {
	case strings.Contains(text, "Could not set lock"):
		return &LockedError{Path: path, Err: err}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case path == "", containsAny(text, "Cannot open file", "Is a directory",
		"Permission denied", "Could not write file", "No space left", "Out of Memory", "INTERRUPT"):
		return err
	}
	return &DamagedError{Path: path, Err: err}
}

// damage makes an error of reading a damaged block a *DamagedError: DuckDB
// reads a file lazily, so a damaged one may be found after it was opened.
func (w *Warehouse) damage(err error) error {
	if err == nil || w.path == "" {
		return err
	}
	if containsAny(err.Error(), "Corrupt database file", "Could not read enough bytes") {
		return &DamagedError{Path: w.path, Err: err}
	}
	return err
}

// whole compares the length of the file with the blocks in use: DuckDB opens a
// file that is cut off without a word. It also cuts off free blocks itself, so
// those may be missing.
func (w *Warehouse) whole(ctx context.Context) error {
	if w.path == "" {
		return nil
	}
	var want int64
	const blocks = `select 3 * 4096 + block_size * used_blocks
		from pragma_database_size() where database_name = ?`
	if err := w.db.QueryRowContext(ctx, blocks, catalog).Scan(&want); err != nil {
		return w.damage(err)
	}
	file, err := os.Stat(w.path)
	if err != nil {
		return err
	}
	if file.Size() < want {
		return &DamagedError{w.path, fmt.Errorf("%d bytes, expected at least %d", file.Size(), want)}
	}
	return nil
}

func containsAny(text string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}
