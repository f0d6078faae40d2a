package decode

import (
	"fmt"
	"math/big"
	"math/bits"
)

// A Reject is a row that could not be read.
type Reject struct {
	Line   int64            // physical line where the row starts, from 1
	Column string           // the header as found; empty when the row as a whole is at fault
	Text   string           // the offending text, shortened and masked; empty when withheld
	Reason string           //
	Sums   map[string]int64 // what the row's integer and amount cells held, in units of 10^-Scale; a cell that could not be read is absent
}

// A Sum is the exact account of one integer or amount column, in units of
// 10^-Scale: Read = Kept + NotNeeded + Rejected.
type Sum struct {
	Read       *big.Int // all cells that could be read, of any row
	Kept       *big.Int // those of the rows in the records
	NotNeeded  *big.Int // those of the rows that Options.Only leaves out
	Rejected   *big.Int // those of the rejected rows
	Unreadable int64    // cells of rejected rows whose number is not known
}

// An Account says what became of the rows of a file: Rows = Kept() +
// NotNeeded + Rejected.
type Account struct {
	Rows       int64          // rows after the header
	NotNeeded  int64          // rows that Options.Only leaves out
	Rejected   int64          //
	Blank      int64          // lines after the header without any text: no rows
	Rejects    []Reject       // the first MaxKept of them, in file order
	Sums       map[string]Sum // by column name: every integer and amount column
	Checksum   int64          // sum of line over the kept rows
	Encoding   string         // as decided: utf-8, utf-16, windows-1252 or iso-8859-1
	Separator  string         //
	HeaderLine int64          // where the header row starts
}

// MaxKept is how many rejects an Account lists; all are counted and summed.
const MaxKept = 100_000

// Kept is the number of rows in the records.
func (a Account) Kept() int64 { return a.Rows - a.NotNeeded - a.Rejected }

// TooManyRejects ends a reading that passed Options.MaxRejects.
type TooManyRejects struct {
	File     string
	Rejected int64 // so far
	Limit    int64
	First    Reject
}

func (e *TooManyRejects) Error() string {
	return fmt.Sprintf("%s: more than %d rejected rows; the first is line %d: %s", e.File, e.Limit, e.First.Line, e.First.describe())
}

func (r Reject) describe() string {
	text := r.Reason
	if r.Text != "" {
		text = fmt.Sprintf("%s: %q", text, r.Text)
	}
	if r.Column != "" {
		text = r.Column + ": " + text
	}
	return text
}

// A total is an exact sum of int64 in 128 bits: it cannot overflow before
// 2^64 terms.
type total struct {
	high int64
	low  uint64
}

func (t *total) add(v int64) {
	low, carry := bits.Add64(t.low, uint64(v), 0)
	t.low = low
	t.high += v>>63 + int64(carry)
}

func (t *total) plus(u total) {
	low, carry := bits.Add64(t.low, u.low, 0)
	t.low = low
	t.high += u.high + int64(carry)
}

func (t total) int() *big.Int {
	high := new(big.Int).Lsh(big.NewInt(t.high), 64)
	return high.Add(high, new(big.Int).SetUint64(t.low))
}

// A tally counts what one chunk, or the file so far, held of one column.
type tally struct {
	read, kept, notNeeded, rejected total
	unreadable                      int64
}

func (t *tally) plus(u tally) {
	t.read.plus(u.read)
	t.kept.plus(u.kept)
	t.notNeeded.plus(u.notNeeded)
	t.rejected.plus(u.rejected)
	t.unreadable += u.unreadable
}

func (t tally) sum() Sum {
	return Sum{Read: t.read.int(), Kept: t.kept.int(), NotNeeded: t.notNeeded.int(), Rejected: t.rejected.int(), Unreadable: t.unreadable}
}
