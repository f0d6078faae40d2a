// Package edition describes published tables, and keeps immutable
// publications of them: a candidate is written, sealed under a name made of
// its content, published by switching one link, and verified at any time.
package edition

import (
	"fmt"
)

// A Kind says what the cells of a field are, and as which Go type a row holds
// them. A null cell is nil whatever its kind.
type Kind string

const (
	KindText    Kind = "text"    // string, valid UTF-8
	KindInteger Kind = "integer" // int64
	KindDecimal Kind = "decimal" // string, "-12.50": digits and a decimal point
	KindBoolean Kind = "boolean" // bool
	KindDate    Kind = "date"    // string, "2019-10-15"
)

// A Role says what a dimension measures, for the formats that want to know.
type Role string

const (
	RoleTime  Role = "time"
	RolePlace Role = "place"
)

// The symbols of a cell without a number. They and 0 are four different
// things in every format.
const (
	NotApplicable = "."
	Missing       = ".."
	Suppressed    = "..."
)

// A Code is one value of a dimension.
type Code struct {
	Code  string
	Label Text
}

// A Field describes one column of a table.
type Field struct {
	Name     string
	Kind     Kind
	Decimals int // the most decimals a decimal cell has
	Label    Text
	Unit     Text
	Percent  bool // a share from 0 to 1, or the difference of two

	// Dimension marks the fields that together say what a number is about.
	// Codes are its values in the order they are shown; only those that occur
	// are published. Without Codes the values speak for themselves and are
	// ordered by their bytes (periods are).
	Dimension bool
	Role      Role
	Codes     []Code

	// Symbol names the text field that says why a cell of this one is null:
	// NotApplicable, Missing or Suppressed; where that text is empty the row
	// has numbers and this one does not apply to it. Without it null means
	// Missing.
	Symbol string

	// FromSource marks text that a publisher wrote, such as a provider's
	// name. Formats that a spreadsheet opens make it harmless.
	FromSource bool
}

// A Note is what must, or may, be known to read a table's numbers rightly.
type Note struct {
	Text
	Mandatory bool   `json:"mandatory"` // nobody may show the numbers without it
	Field     string `json:"field"`     // "" for the whole table
	Code      string `json:"code"`      // one value of Field, "" for all of it
}

// A Table is a published table: what it is, and its rows in published order.
// It says everything that any format can carry; dates are as "2026-11-22".
type Table struct {
	Name        string // singular snake_case, also the file's name
	Title       Text
	Description Text
	Fields      []Field
	Grain       []string // the fields that identify a row; never null
	Notes       []Note
	Source      []Text
	Publisher   Text
	Contact     string
	Licence     string // address of the licence, "" where none is stated
	Reference   Text   // what time the numbers are about
	Updated     string // date of the edition
	NextUpdate  string // "" where none is planned
	Rows        [][]any
	Periods     []string // of a table whose rows are in a file alone, each once
}

// NotesOn returns the notes on the whole table (""), a field, or one of its
// codes, the mandatory ones first.
func (t Table) NotesOn(field, code string) (notes []Note) {
	for _, mandatory := range []bool{true, false} {
		for _, n := range t.Notes {
			if n.Mandatory == mandatory && n.Field == field && n.Code == code {
				notes = append(notes, n)
			}
		}
	}
	return notes
}

// Index returns the position of the field called name, or -1.
func (t Table) Index(name string) int {
	for i, f := range t.Fields {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// Occurring returns the codes of a field that its rows have, in their order.
func (t Table) Occurring(field int) (codes []Code) {
	if len(t.Fields[field].Codes) == 0 {
		return nil
	}
	in, last := map[any]bool{}, any(nil)
	for _, row := range t.Rows {
		if row[field] != last { // neighbours are often alike
			last = row[field]
			in[last] = true
		}
	}
	for _, c := range t.Fields[field].Codes {
		if in[c.Code] {
			codes = append(codes, c)
		}
	}
	return codes
}

// Check reports the first way in which t is not what it says: a row of
// another length, a cell of another kind, a null in the grain.
func (t Table) Check() error {
	grain, err := t.grain()
	if err != nil {
		return fmt.Errorf("table %s: %w", t.Name, err)
	}
	for i, row := range t.Rows {
		if err := t.checkRow(row, grain); err != nil {
			return fmt.Errorf("table %s: row %d: %w", t.Name, i+1, err)
		}
	}
	return nil
}

// grain tells for every field whether it belongs to the grain.
func (t Table) grain() ([]bool, error) {
	if len(t.Grain) == 0 {
		return nil, fmt.Errorf("no grain: name the fields that identify a row")
	}
	in := make([]bool, len(t.Fields))
	for _, name := range t.Grain {
		i := t.Index(name)
		if i < 0 {
			return nil, fmt.Errorf("grain names %s, which is no field", name)
		}
		in[i] = true
	}
	for _, n := range t.Notes {
		if n.Field != "" && t.Index(n.Field) < 0 {
			return nil, fmt.Errorf("a note is on %s, which is no field", n.Field)
		}
	}
	for i, f := range t.Fields {
		if t.Index(f.Name) != i {
			return nil, fmt.Errorf("two fields are called %s", f.Name)
		}
		if f.Symbol != "" && t.Index(f.Symbol) < 0 {
			return nil, fmt.Errorf("field %s has its symbols in %s, which is no field", f.Name, f.Symbol)
		}
	}
	return in, nil
}

func (t Table) checkRow(row []any, grain []bool) error {
	if len(row) != len(t.Fields) {
		return fmt.Errorf("%d cells, want %d", len(row), len(t.Fields))
	}
	for i, cell := range row {
		if cell == nil && grain[i] {
			return fmt.Errorf("field %s is null but belongs to the grain", t.Fields[i].Name)
		}
		if err := t.Fields[i].check(cell); err != nil {
			return fmt.Errorf("field %s: %w", t.Fields[i].Name, err)
		}
	}
	return nil
}
