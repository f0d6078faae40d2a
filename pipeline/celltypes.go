package pipeline

import (
	"fmt"
	"strings"
)

// A Cell names a published number, or part of its name: what is empty is
// chosen where only one thing can be meant, or one stands out.
type Cell struct {
	Measure    string `json:"measure"`
	Period     string `json:"period"`
	Place      string `json:"place"`
	Area       string `json:"area"`
	Agreement  string `json:"agreement"`
	Definition string `json:"definition"`
	Sector     string `json:"sector"` // "": all five
}

// inTotal is the total that the cell is a sector of.
func (c Cell) inTotal() Total {
	return Total{
		Measure: c.Measure, Period: c.Period, Place: c.Place, Area: c.Area, Agreement: c.Agreement, Definition: c.Definition,
	}
}

// A CellExplanation is a published cell and the providers behind it.
type CellExplanation struct {
	Edition string `json:"edition"`
	Cell    Cell   `json:"cell"`
	YearState
	Silence string       `json:"silence"` // why the definition says nothing here; "" where it does
	Total   string       `json:"total"`
	Sectors []CellSector `json:"sectors"`

	words vocabulary
	files []CellFile // that the providers stand in
}

// A CellSector is a published number and what it is the sum of.
type CellSector struct {
	Sector    string         `json:"sector"`
	Amount    string         `json:"amount"` // as tables/share.csv has it
	Share     string         `json:"share"`
	Sum       string         `json:"sum"` // of the providers, always the same
	Withheld  bool           `json:"is_withheld"`
	Providers []CellProvider `json:"providers"`
}

// A CellProvider is a provider's part of a cell. Natural persons are one
// together.
type CellProvider struct {
	Provider    string     `json:"provider_id"` // "" for natural persons
	Name        string     `json:"name"`
	Kind        string     `json:"provider_kind"`
	Mask        string     `json:"mask"`
	Persons     string     `json:"persons"` // how many natural persons, "<3" for few; "" for others
	Amount      string     `json:"amount"`  // "..." where it is protected
	HiddenUnits int64      `json:"hidden_units"`
	Basis       string     `json:"basis"`
	Rule        string     `json:"rule"`
	Reason      string     `json:"reason"`
	Carried     bool       `json:"is_carried"`
	Contested   bool       `json:"is_contested"`
	Files       []CellFile `json:"files"`

	amount int64
}

// A CellFile is where a provider's part of a cell stands.
type CellFile struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Lines  string `json:"lines"`
}

// An UnknownCellError says that an edition has no such number.
type UnknownCellError struct {
	Flag, Given string   // what cannot be found; Given is "" where it has to be given
	Possible    []string // codes with their labels, or the nearest ones
	Near        bool     // Possible is what was probably meant
}

func (e *UnknownCellError) Error() string {
	if e.Given == "" {
		return fmt.Sprintf("--%s must be given: there are several", e.Flag)
	}
	return fmt.Sprintf("no published number that is asked for has the %s %q", e.Flag, e.Given)
}

// Hint says what to do about it.
func (e *UnknownCellError) Hint() string {
	if e.Near {
		return "did you mean --" + e.Flag + " " + strings.Join(e.Possible, " or ") + "?"
	}
	return "there are: " + strings.Join(e.Possible, ", ")
}

// A MismatchError says that the rows behind a published number do not sum to
// it: its table or its trace has been changed.
type MismatchError struct {
	Edition, Sector, Published, Sum string
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("edition %s: the rows behind %s sum to %s, but tables/share.csv says %s",
		e.Edition, e.Sector, e.Sum, e.Published)
}

// Hint says what to do about it.
func (e *MismatchError) Hint() string {
	return "the edition's tables or its trace have been changed; tresektor verify " + e.Edition + " tells about the tables"
}
