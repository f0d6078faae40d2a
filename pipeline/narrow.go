package pipeline

import (
	"regexp"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"

	"tresektor/pipeline/decode"
)

// A narrow reader leaves out columns of another: what is not written into the
// table source does not have to be read from it.
type narrow struct {
	array.RecordReader
	schema *arrow.Schema
	kept   []int
	record arrow.Record
}

// narrowed leaves out the columns that decode adds of its own (a number's
// kind, a cell's symbol) where the SQL does not name them. SQL with a star
// other than that of count(*) may read any.
func narrowed(records array.RecordReader, columns []decode.Column, sql string) array.RecordReader {
	n := &narrow{RecordReader: records}
	var fields []arrow.Field
	for i, f := range records.Schema().Fields() {
		if isAdded(f.Name, columns) && !mayRead(sql, f.Name) {
			continue
		}
		fields, n.kept = append(fields, f), append(n.kept, i)
	}
	n.schema = arrow.NewSchema(fields, nil)
	return n
}

func isAdded(name string, columns []decode.Column) bool {
	for _, c := range columns {
		if name == c.Name+"_kind" || name == c.Name+"_symbol" {
			return true
		}
	}
	return false
}

var countStar = regexp.MustCompile(`(?i)count\(\s*\*\s*\)`)

func mayRead(sql, column string) bool {
	sql = strings.ToLower(sql)
	return strings.Contains(sql, strings.ToLower(column)) ||
		strings.Contains(countStar.ReplaceAllString(sql, ""), "*")
}

// Schema is the schema of the records that are left.
func (n *narrow) Schema() *arrow.Schema { return n.schema }

// Next moves to the next record.
func (n *narrow) Next() bool {
	if n.record != nil {
		n.record.Release()
		n.record = nil
	}
	if !n.RecordReader.Next() {
		return false
	}
	whole := n.RecordReader.Record()
	columns := make([]arrow.Array, len(n.kept))
	for i, at := range n.kept {
		columns[i] = whole.Column(at)
	}
	n.record = array.NewRecord(n.schema, columns, whole.NumRows())
	return true
}

// Record is the current record without the columns that are left out, valid
// until the next call of Next.
func (n *narrow) Record() arrow.Record { return n.record }
