// Package parquet writes a published table as one Parquet file that carries
// its own description: numbers exact, dates as dates, null where a cell has no
// number, and all that is said of the table in the file's metadata.
package parquet

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/apache/arrow/go/v17/parquet"
	"github.com/apache/arrow/go/v17/parquet/compress"
	"github.com/apache/arrow/go/v17/parquet/pqarrow"

	"tresektor/pipeline/edition"
)

// groupRows is how many rows a row group has, as DuckDB's own files do.
const groupRows = 122_880

// Write writes t's rows in their order. The same table gives the same bytes
// whatever the number of threads. The file is made in memory, for pqarrow
// panics where it cannot write.
func Write(w io.Writer, t edition.Table) error {
	var out bytes.Buffer
	if err := write(&out, t); err != nil {
		return fmt.Errorf("parquet: %w", err)
	}
	_, err := out.WriteTo(w)
	return err
}

func write(w *bytes.Buffer, t edition.Table) error {
	if err := t.Check(); err != nil {
		return err
	}
	about, err := describe(t)
	if err != nil {
		return err
	}
	schema := arrow.NewSchema(columns(t), &about)
	file, err := pqarrow.NewFileWriter(schema, w, properties(), pqarrow.DefaultWriterProps())
	if err != nil {
		return err
	}
	return errors.Join(writeRows(file, schema, t), file.Close())
}

// properties keep statistics. pqarrow holds the least and greatest texts by
// reference: here that is to memory of Go's, which stays as it is until the
// file is written, so they are right. A dictionary may be as large as its row
// group needs: pqarrow would go on without one, and write the two encodings
// into the file's metadata in the order of a map.
func properties() *parquet.WriterProperties {
	return parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithDictionaryDefault(true),
		parquet.WithDictionaryPageSizeLimit(math.MaxInt32))
}

func writeRows(file *pqarrow.FileWriter, schema *arrow.Schema, t edition.Table) error {
	into := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer into.Release()
	for i, row := range t.Rows {
		for j, cell := range row {
			if err := add(into.Field(j), t.Fields[j], cell); err != nil {
				return fmt.Errorf("table %s: row %d: field %s: %w", t.Name, i+1, t.Fields[j].Name, err)
			}
		}
		if (i+1)%groupRows == 0 || i+1 == len(t.Rows) {
			if err := writeGroup(file, into.NewRecord()); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeGroup(file *pqarrow.FileWriter, rows arrow.Record) error {
	defer rows.Release()
	return file.Write(rows)
}
