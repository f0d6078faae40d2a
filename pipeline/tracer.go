package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"tresektor/pipeline/warehouse"
	"tresektor/queries"
)

// A tracer asks the trace and the tables of one edition.
type tracer struct {
	wh     *warehouse.Warehouse
	id     string
	folder string // of the trace
	files  string // the edition's folder

	language string // of labels in what is refused
	words    vocabulary
}

// openTrace opens the trace of the edition that is named.
func openTrace(ctx context.Context, o Options, id string) (t *tracer, err error) {
	if id, err = publishedNamed(o, id); err != nil {
		return nil, err
	}
	wh, err := warehouse.OpenFiles(ctx)
	if err != nil {
		return nil, err
	}
	t = &tracer{
		wh: wh, id: id, folder: filepath.Join(o.Dir, "state", "trace", id),
		files: filepath.Join(o.Dir, "editions", id), language: o.Language,
	}
	if err = t.open(ctx); err == nil {
		t.words, err = t.vocabulary(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, wh.Close())
	}
	return t, nil
}

func (t *tracer) close() error { return t.wh.Close() }

// open makes the trace's files relations under their names.
func (t *tracer) open(ctx context.Context) error {
	relations, err := queries.Trace()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := t.view(ctx, r.Name, r.Name+".parquet"); err != nil {
			return err
		}
	}
	relations, err = queries.TraceLoad()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := t.view(ctx, r.Name, filepath.Join(r.Name, "*.parquet")); err != nil {
			return err
		}
	}
	return nil
}

func (t *tracer) view(ctx context.Context, name, files string) error {
	pattern := filepath.Join(t.folder, files)
	found, err := filepath.Glob(pattern)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return &NoTraceError{Edition: t.id, File: pattern}
	}
	return t.wh.View(ctx, name, found)
}

// A NoTraceError says that an edition cannot be opened down to its rows.
type NoTraceError struct{ Edition, File string }

func (e *NoTraceError) Error() string {
	return fmt.Sprintf("the trace of edition %s is gone: there is no %s", e.Edition, e.File)
}

// Hint says what to do about it.
func (e *NoTraceError) Hint() string {
	return "put back state/trace from where the edition was made, or ask about a newer edition"
}

// make makes a table of an explain query for others to read.
func (t *tracer) make(ctx context.Context, query string, args ...any) error {
	q, err := queries.Answer(query)
	if err != nil {
		return err
	}
	_, err = t.wh.Relation(ctx, q.Name, q.SQL, false, args...)
	return err
}

// each runs an explain query.
func (t *tracer) each(ctx context.Context, query string, args []any, row func(scan func(...any) error) error) error {
	q, err := queries.Answer(query)
	if err != nil {
		return err
	}
	return t.rows(ctx, query, q.SQL, args, row)
}

func (t *tracer) rows(ctx context.Context, name, text string, args []any, row func(scan func(...any) error) error) error {
	rows, err := t.wh.Query(ctx, text, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return rows.Err()
}

// table reads one of the edition's tables.
func (t *tracer) table(name string) ([]map[string]string, error) {
	return readCSV(filepath.Join(t.files, "tables", name+".csv"))
}

func day(t sql.NullTime) string {
	if !t.Valid {
		return ""
	}
	return t.Time.Format("2006-01-02")
}
