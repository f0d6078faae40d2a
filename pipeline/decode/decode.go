// Package decode reads one published file into typed Arrow records, strictly:
// a cell that cannot be read as what its column declares makes its row a
// reject with line, column, text and reason. Rows and sums of what goes in are
// those of what comes out plus those of the rejects, exactly.
//
// A line ends at LF, CRLF or CR. A cell is quoted when its first character is
// a quotation mark; a quoted cell may hold separators and line ends, and two
// quotation marks in it stand for one. Lines that are empty or hold only
// spaces are no rows; a line of separators only is a row of empty cells.
//
// A quotation mark that is not closed costs the line where it stands and no
// more: see grammar. The result does not depend on how the file is cut into
// chunks nor on how many workers decode them.
package decode

import (
	"io"

	"github.com/apache/arrow/go/v17/arrow"
)

// A Type says how the cells of a column are read.
type Type string

// The types of a column and the Arrow type they become.
const (
	Text       Type = "text"        // utf8
	Integer    Type = "integer"     // int64
	Amount     Type = "amount"      // decimal128(18, Scale)
	Date       Type = "date"        // date32
	Month      Type = "month"       // utf8, YYYY-MM
	Year       Type = "year"        // int32
	Code       Type = "code"        // utf8, the code
	Orgnr      Type = "orgnr"       // utf8 provider_id and utf8 <name>_kind
	PersonName Type = "person_name" // utf8, null for natural and masked persons
)

// A Column is one column to decode. Columns of the file that no Column names
// are skipped.
type Column struct {
	Name     string            // name of the field in the records
	Headers  []string          // accepted header texts, compared by Fold; default Name
	Type     Type              //
	Scale    int               // decimals of an amount, 0 to 18
	Layout   string            // of date, month and year: tokens YYYY, MM, DD; default YYYY-MM-DD, YYYY-MM, YYYY
	Codes    map[string]string // folded text → code
	List     string            // name of the code list, for messages
	Of       string            // of person_name: the orgnr column that says whether it is a person
	Required bool              // an empty or missing cell is a reject
	Optional bool              // the column may be absent from the file: all null
	Suffix   string            // text that every value ends in, and that is no part of it
	Until    string            // the value is what stands before the first of these
	Person   string            // of orgnr: a cell that ends in this is a natural person's
}

// Options say how a file is to be read. Source, Columns and, where a column is
// an orgnr, PersonKey must be given; the rest has defaults.
type Options struct {
	Source     string            // prefix of the ids of providers without an organisation number
	File       string            // for messages
	Encoding   string            // auto (default), utf-8, utf-16, windows-1252, iso-8859-1
	Separator  string            // auto (default), ";", ",", tab
	Decimal    string            // auto (default: the last of , and .), ",", "."
	Missing    []string          // cell texts that mean: no value; the empty text always does
	Suppressed []string          // cell texts that mean: hidden by the publisher
	Masks      map[string]string // orgnr cell text → natural, person or secrecy
	PersonKey  []byte            // HMAC-SHA256 key for the numbers of natural persons
	Columns    []Column
	Only       *Only // the rows that are needed; nil is all
	MaxRejects int64 // more rejects than this end the reading with *TooManyRejects; 0 is no limit
	MaxRow     int   // longest row in bytes, default 1 MiB; a longer one is a reject
	Batch      int   // most rows in a record, default 65536
	Workers    int   // goroutines that decode, default GOMAXPROCS; the result does not depend on it

	chunk int // bytes per chunk; tests make it small
}

// Only names the providers whose rows are needed. Those of others are counted
// and summed, and become no records; one whose sums cannot be read is a reject.
type Only struct {
	Column string                 // an orgnr column
	IDs    map[string]bool        // provider ids
	Named  func(name string) bool // whether an organisation of that name is needed too; nil: none. Called from several goroutines
}

// CSV finds the header in r and returns a reader of the rows after it. A file
// whose header lacks a column is a *HeaderError. The reader must be released.
func CSV(r io.Reader, o Options) (*Reader, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	return open(r, o)
}

// schema is the schema of the records: line, then the fields of each column.
func (o Options) schema() *arrow.Schema {
	fields := []arrow.Field{{Name: "line", Type: arrow.PrimitiveTypes.Int64}}
	for _, c := range o.Columns {
		fields = append(fields, c.fields(len(o.Suppressed) > 0)...)
	}
	return arrow.NewSchema(fields, nil)
}

// fields are the one or two fields of a column.
func (c Column) fields(symbol bool) []arrow.Field {
	field := arrow.Field{Name: c.Name, Type: c.arrow(), Nullable: true}
	text := arrow.BinaryTypes.String
	switch {
	case c.Type == Orgnr:
		field.Nullable = false
		return []arrow.Field{field, {Name: c.Name + "_kind", Type: text}}
	case c.summable() && symbol:
		return []arrow.Field{field, {Name: c.Name + "_symbol", Type: text, Nullable: true}}
	}
	return []arrow.Field{field}
}

func (c Column) arrow() arrow.DataType {
	switch c.Type {
	case Integer:
		return arrow.PrimitiveTypes.Int64
	case Amount:
		return &arrow.Decimal128Type{Precision: 18, Scale: int32(c.Scale)}
	case Date:
		return arrow.FixedWidthTypes.Date32
	case Year:
		return arrow.PrimitiveTypes.Int32
	}
	return arrow.BinaryTypes.String
}

func (c Column) summable() bool { return c.Type == Integer || c.Type == Amount }

// turn is when a column of a row is read: first the one that says whether the
// row is needed, and numbers before the names they belong to.
func (o Options) turn(i int) int {
	switch {
	case i == o.decisive():
		return 0
	case o.Columns[i].Type == Orgnr:
		return 1
	}
	return 2
}
