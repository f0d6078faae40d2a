package pipeline

import (
	"errors"
	"slices"
)

// Numbers counts cells: what one definition says of one measure, period,
// place, area and agreement, with all its sectors.
type Numbers struct {
	Cells        int `json:"cells"`        // all, after
	Changed      int `json:"changed"`      // there before and after, and not the same
	Added        int `json:"added"`        // there only after
	Gone         int `json:"gone"`         // there only before
	Suppressed   int `json:"suppressed"`   // a number of theirs is newly suppressed
	Unsuppressed int `json:"unsuppressed"` // a number of theirs is no longer suppressed
}

// Counts are the numbers of one measure.
type Counts struct {
	Measure string `json:"measure"`
	Numbers
}

// A CellMove is a cell that changes, with the rows that do.
type CellMove struct {
	Definition string    `json:"definition"`
	Measure    string    `json:"measure"`
	Period     string    `json:"period"`
	Place      string    `json:"place"`
	Area       string    `json:"area"`
	Agreement  string    `json:"agreement"`
	Why                  // of any of its rows
	Rows       []RowMove `json:"rows"`

	moved int64 // how far the idéburen share moves, in millionths
}

func (c CellMove) cell() Cell {
	return Cell{
		Definition: c.Definition, Measure: c.Measure, Period: c.Period, Place: c.Place, Area: c.Area, Agreement: c.Agreement,
	}
}

// A RowMove is one row of share.csv before and after: the columns that are not
// the same, all of them where the row is only on one side.
type RowMove struct {
	Sector string `json:"sector"`
	Why
	Before map[string]string `json:"before"` // nil: there was no such row
	After  map[string]string `json:"after"`  // nil: there is none any more
}

// compareShares counts and lists the cells that differ between the share.csv
// of two editions' folders. The later one tells why.
func (p *Plan) compareShares(before, after string, limit int) error {
	a, err := openKeyed(before, "share")
	if err != nil {
		return err
	}
	b, err := openKeyed(after, "share")
	if err != nil {
		return errors.Join(err, a.close())
	}
	r, err := openRevisions(after)
	if err != nil {
		return errors.Join(err, a.close(), b.close())
	}
	c := cellCounter{plan: p, limit: limit, revisions: r}
	if err = pairRows(a, b, c.add); err == nil {
		err = c.end()
	}
	p.LeftOut = p.Numbers.Changed + p.Numbers.Added + p.Numbers.Gone - len(p.Cells)
	return errors.Join(err, a.close(), b.close(), r.lines.close())
}

// A cellCounter puts the rows of a cell together.
type cellCounter struct {
	plan      *Plan
	limit     int
	revisions *revisions
	key       []string // of the cell
	before    bool     // the cell was there
	after     bool
	shows     bool // something is newly suppressed
	hides     bool
	rows      []RowMove
}

func (c *cellCounter) add(before, after *cellRow) error {
	row := after
	if row == nil {
		row = before
	}
	cell := row.key[:len(row.key)-1]
	if !slices.Equal(cell, c.key) {
		if err := c.end(); err != nil {
			return err
		}
		*c = cellCounter{plan: c.plan, limit: c.limit, revisions: c.revisions, key: cell}
	}
	c.before, c.after = c.before || before != nil, c.after || after != nil
	if isSame(before, after) {
		return nil
	}
	c.hides = c.hides || isSuppressed(after) && !isSuppressed(before)
	c.shows = c.shows || isSuppressed(before) && !isSuppressed(after)
	move := RowMove{Sector: row.key[len(row.key)-1], Why: unexplained(), Before: otherCells(before, after), After: otherCells(after, before)}
	if len(move.Before)+len(move.After) > 0 {
		c.rows = append(c.rows, move)
	}
	return nil
}

// otherCells are the cells of a row that the other has otherwise, all of them
// where there is no other, nil where there is no row. A column that only one
// of two tables has is no change of a number.
func otherCells(row, other *cellRow) map[string]string {
	if row == nil {
		return nil
	}
	if other == nil {
		return row.cells()
	}
	cells := map[string]string{}
	for i, name := range row.header {
		j := i
		if len(other.header) <= i || other.header[i] != name {
			j = slices.Index(other.header, name)
		}
		if j >= 0 && other.line[j] != row.line[i] {
			cells[name] = row.line[i]
		}
	}
	return cells
}

// end counts the cell that is complete.
func (c *cellCounter) end() error {
	if c.key == nil {
		return nil
	}
	n := Numbers{Cells: oneIf(c.after)}
	if len(c.rows) > 0 {
		n.Changed, n.Added, n.Gone = oneIf(c.before && c.after), oneIf(!c.before), oneIf(!c.after)
		n.Suppressed, n.Unsuppressed = oneIf(c.hides), oneIf(c.shows)
		why, err := c.explain()
		if err != nil {
			return err
		}
		c.list(why)
	}
	c.plan.Numbers.add(n)
	measures := c.plan.Measures
	if last := len(measures) - 1; last < 0 || measures[last].Measure != c.key[0] {
		c.plan.Measures = append(measures, Counts{Measure: c.key[0]})
	}
	c.plan.Measures[len(c.plan.Measures)-1].Numbers.add(n)
	return nil
}

func (n *Numbers) add(more Numbers) {
	n.Cells += more.Cells
	n.Changed += more.Changed
	n.Added += more.Added
	n.Gone += more.Gone
	n.Suppressed += more.Suppressed
	n.Unsuppressed += more.Unsuppressed
}

// list keeps the cell, and of more than the limit those that move most.
func (c *cellCounter) list(why Why) {
	k := c.key
	cells := append(c.plan.Cells, CellMove{
		Measure: k[0], Definition: k[1], Period: k[2], Place: k[3], Area: k[4], Agreement: k[5],
		Why: why, Rows: c.rows, moved: moved(c.rows),
	})
	if c.limit > 0 && len(cells) > c.limit {
		least := len(cells) - 1
		for i, each := range slices.Backward(cells) {
			if each.moved < cells[least].moved {
				least = i
			}
		}
		cells = slices.Delete(cells, least, least+1)
	}
	c.plan.Cells = cells
}
