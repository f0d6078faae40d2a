package pipeline

import (
	"math"

	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"tresektor/queries"
)

// trace writes what an edition's numbers can be opened down to, for the owner
// only: state/trace/<edition>/<query>.parquet, and <query>/<load>.parquet of
// every load. It is whole or not there.
func (s *session) trace(ctx context.Context, folder string) error {
	relations, err := queries.Trace()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("trace: %w", err)
	}
	for _, r := range relations {
		if err := s.traceFile(ctx, filepath.Join(folder, r.Name+".parquet"), r.SQL); err != nil {
			return fmt.Errorf("trace %s: %w", r.Name, err)
		}
	}
	return s.traceLoads(ctx, folder)
}

// traceFile writes through pqarrow, whose files are the same at any number of
// threads; DuckDB's own are not. It writes no statistics: pqarrow keeps the
// least and greatest text by reference, and a page's memory is gone when the
// file is closed.
func (s *session) traceFile(ctx context.Context, path, sql string, args ...any) (err error) {
	records, release, err := s.wh.Records(ctx, sql, args...)
	if err != nil {
		return err
	}
	defer release()
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	out := bufio.NewWriterSize(file, 1<<20)
	properties := parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithDictionaryDefault(true),
		// A dictionary that is given up is written in the order of a map.
		parquet.WithDictionaryPageSizeLimit(math.MaxInt32), parquet.WithStats(false))
	// The writer closes what it writes to; the file is synced and closed here.
	w, err := pqarrow.NewFileWriter(records.Schema(), struct{ writer }{out}, properties, pqarrow.DefaultWriterProps())
	if err != nil {
		return err
	}
	for records.Next() {
		if err := w.WriteBuffered(records.Record()); err != nil {
			return err
		}
	}
	return errors.Join(records.Err(), w.Close(), out.Flush(), file.Sync())
}

// A writer hides that something can be closed.
type writer interface{ Write([]byte) (int, error) }
