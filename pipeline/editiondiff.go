package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
)

// EditionsOptions say which two editions are compared, and of which cells; an
// empty dimension is every value of it.
type EditionsOptions struct {
	From, To string

	Measure, Period, Place, Area, Agreement, Definition string
}

// An EditionDifference tells what differs between two editions, by cause. It is
// the sum of what every edition on the way from one to the other tells of
// itself: backwards with the opposite sign.
type EditionDifference struct {
	From  string        `json:"from"`
	To    string        `json:"to"`
	Path  []EditionStep `json:"path"`
	Cells []RevisedCell `json:"cells"`

	headline map[Cell]bool // the idéburen cells of the cards
	words    vocabulary
}

// An EditionStep is an edition whose revisions are counted, or taken back.
type EditionStep struct {
	Edition string `json:"edition"`
	IsBack  bool   `json:"is_back"`
}

// A RevisedCell is a cell with other numbers in the two editions. Amounts and
// shares are exact decimals, "" where an edition has no number. Parts sum to
// the changes.
type RevisedCell struct {
	Cell
	Kind         string        `json:"kind"` // revision, correction or development
	Causes       []string      `json:"causes"`
	Corrections  []string      `json:"corrections"`
	Earlier      CellNumbers   `json:"earlier"`
	Later        CellNumbers   `json:"later"`
	Change       CellNumbers   `json:"change"`
	Parts        []RevisedPart `json:"parts"`
	changedShare *big.Rat
}

// CellNumbers are what an edition publishes of a cell.
type CellNumbers struct {
	Amount string `json:"amount"`
	Total  string `json:"total"`
	Share  string `json:"share"`
}

// A RevisedPart is how much of a change a cause is.
type RevisedPart struct {
	Cause string `json:"cause"`
	CellNumbers
}

// gap is the part of a change that no edition tells: one on the way had no
// number for the cell.
const gap = "gap"

// A NoLineError says that two editions cannot be compared by cause.
type NoLineError struct{ Reason string }

func (e *NoLineError) Error() string { return e.Reason }

// Hint says what to do about it.
func (e *NoLineError) Hint() string {
	return "tables/share.csv of both editions can be compared by hand; their causes were not kept"
}

// MakeEditionDifference compares two editions from their own files.
func MakeEditionDifference(o Options, want EditionsOptions) (d EditionDifference, err error) {
	editions := filepath.Join(o.Dir, "editions")
	for _, name := range []*string{&want.From, &want.To} {
		if *name, err = publishedNamed(o, *name); err != nil {
			return d, err
		}
	}
	d = EditionDifference{From: want.From, To: want.To, Cells: []RevisedCell{}}
	if d.Path, err = pathBetween(editions, want.From, want.To); err != nil {
		return d, err
	}
	told, err := tellRevisions(editions, d.Path, want)
	if err != nil {
		return d, err
	}
	if err := d.compare(editions, told); err != nil {
		return d, err
	}
	if d.headline, err = headlineCells(filepath.Join(editions, want.To)); err != nil {
		return d, err
	}
	d.words, err = editionWords(filepath.Join(editions, want.To), filepath.Join(editions, want.From))
	return d, err
}

// A told is what the editions on the way tell of a cell.
type told struct {
	parts       map[string]*[3]big.Rat // by cause: share, amount, total
	causes      map[string]bool
	corrections map[string]bool
}

// numberNames are the three numbers that are split, as columns end in them.
func numberNames() [3]string { return [3]string{"share", "amount", "total"} }

func tellRevisions(editions string, path []EditionStep, want EditionsOptions) (map[Cell]*told, error) {
	all := map[Cell]*told{}
	for _, step := range path {
		rows, err := readCSV(filepath.Join(editions, step.Edition, "tables", "revision.csv"))
		if errors.Is(err, fs.ErrNotExist) {
			return nil, &NoLineError{fmt.Sprintf("edition %s does not tell its revisions; it was made before that was done", step.Edition)}
		}
		if err != nil {
			return nil, fmt.Errorf("edition %s: %w", step.Edition, err)
		}
		for _, row := range rows {
			cell := cellOf(row)
			if !want.has(cell) {
				continue
			}
			if all[cell] == nil {
				all[cell] = &told{map[string]*[3]big.Rat{}, map[string]bool{}, map[string]bool{}}
			}
			all[cell].add(row, step.IsBack)
		}
	}
	return all, nil
}

func cellOf(row map[string]string) Cell {
	return Cell{
		Definition: row["definition"], Measure: row["measure"], Period: row["period"], Place: row["place"],
		Area: row["area"], Agreement: row["agreement"], Sector: row["sector"],
	}
}

func (w EditionsOptions) has(c Cell) bool {
	for _, pair := range [][2]string{
		{w.Measure, c.Measure}, {w.Period, c.Period}, {w.Place, c.Place}, {w.Area, c.Area}, {w.Agreement, c.Agreement}, {w.Definition, c.Definition},
	} {
		if pair[0] != "" && pair[0] != pair[1] {
			return false
		}
	}
	return true
}

func (t *told) add(row map[string]string, isBack bool) {
	for cause := range strings.FieldsSeq(row["causes"]) {
		t.causes[cause] = true
		if t.parts[cause] == nil {
			t.parts[cause] = &[3]big.Rat{}
		}
		for i, name := range numberNames() {
			part, ok := new(big.Rat).SetString(row[cause+"_"+name])
			if !ok {
				continue
			}
			if isBack {
				part.Neg(part)
			}
			t.parts[cause][i].Add(&t.parts[cause][i], part)
		}
	}
	for id := range strings.FieldsSeq(row["corrections"]) {
		t.corrections[id] = true
	}
}

// compare reads the numbers of both editions for the cells that are told of.
func (d *EditionDifference) compare(editions string, all map[Cell]*told) error {
	periods := map[[2]string]bool{} // those of the earlier edition
	earlier, err := d.numbers(filepath.Join(editions, d.From), all, periods)
	if err != nil {
		return err
	}
	later, err := d.numbers(filepath.Join(editions, d.To), all, map[[2]string]bool{})
	if err != nil {
		return err
	}
	for cell, t := range all {
		r := RevisedCell{Cell: cell, Kind: "revision", Earlier: earlier[cell], Later: later[cell], Corrections: sortedKeys(t.corrections)}
		if r.Earlier == r.Later {
			continue
		}
		switch {
		case !periods[[2]string{cell.Measure, cell.Period}]:
			r.Kind = "development"
		case len(t.corrections) > 0:
			r.Kind = "correction"
		}
		r.split(t)
		d.Cells = append(d.Cells, r)
	}
	slices.SortFunc(d.Cells, func(a, b RevisedCell) int { return compareCells(a.Cell, b.Cell) })
	return nil
}

func compareCells(a, b Cell) int {
	return cmp.Or(strings.Compare(a.Measure, b.Measure), strings.Compare(a.Definition, b.Definition), strings.Compare(a.Period, b.Period),
		strings.Compare(a.Place, b.Place), strings.Compare(a.Area, b.Area), strings.Compare(a.Agreement, b.Agreement), strings.Compare(a.Sector, b.Sector))
}

func (d *EditionDifference) numbers(folder string, all map[Cell]*told, periods map[[2]string]bool) (map[Cell]CellNumbers, error) {
	numbers := map[Cell]CellNumbers{}
	everything := func(string, string) bool { return true }
	err := eachShare(folder, everything, func(r publishedShare) {
		if period := [2]string{r.Measure, r.Period}; !periods[period] {
			periods[[2]string{strings.Clone(r.Measure), strings.Clone(r.Period)}] = true
		}
		if all[r.Cell] != nil {
			numbers[r.Cell] = CellNumbers{Amount: r.amount, Total: r.total, Share: r.share}
		}
	})
	return numbers, err
}

// headlineCells are the idéburen cells of an edition's cards.
func headlineCells(folder string) (map[Cell]bool, error) {
	rows, err := readCSV(filepath.Join(folder, "tables", "headline.csv"))
	cells := map[Cell]bool{}
	for _, row := range rows {
		if row["sector"] == "ideburen" {
			cells[cellOf(row)] = true
		}
	}
	return cells, err
}
