package pipeline

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// An echo is what one edition before says of one cell.
type echo struct {
	seen    bool
	hidden  bool // its total is not shown
	closed  bool // its split is not shown
	differs bool // a number of its split is another now
	moved   bool // its total is another now
}

// A recollection is what one edition before says of every cell of a system.
type recollection struct {
	edition string
	said    []echo
}

// remember tells every system what the editions before say: what they show and
// still holds is known, and what they suppressed stays so.
func (s *session) remember(systems []*system) error {
	editions, err := edition.List(s.editions())
	if err != nil {
		return err
	}
	all := map[[2]string]*system{}
	for _, each := range systems {
		all[[2]string{each.measure, each.period}] = each
	}
	for _, id := range editions {
		said := map[*system][]echo{}
		for _, each := range systems {
			said[each] = make([]echo, len(each.Cells))
		}
		err := readShares(filepath.Join(s.editions(), id, "tables", "share.csv"), func(r map[string]string) {
			if one := all[[2]string{r["measure"], r["period"]}]; one != nil {
				one.compare(said[one], r)
			}
		})
		if err != nil {
			return fmt.Errorf("edition %s: %w", id, err)
		}
		for _, each := range systems {
			each.remember(said[each])
			each.before = append(each.before, recollection{id, said[each]})
		}
	}
	return nil
}

// readShares reads an edition's shares row by row.
func readShares(path string, row func(map[string]string)) error {
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return err
	}
	names, cells := slices.Clone(header), map[string]string{}
	for {
		fields, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for i, name := range names {
			cells[name] = fields[i]
		}
		row(cells)
	}
}

// compare notes what one published row says of its cell.
func (s *system) compare(said []echo, r map[string]string) {
	c, there := s.total[totalOf(r).under("")]
	if !there || r["symbol"] == edition.NotApplicable && r["amount"] == "" {
		return
	}
	one := &said[c]
	one.seen = true
	if r["note"] == noteProtected {
		one.closed = true
		one.hidden = one.hidden || r["total"] == ""
	} else {
		one.differs = one.differs || inSmallest(r["amount"]) != s.of(c, r["definition"]+"/"+r["sector"])
	}
	one.moved = one.moved || r["total"] != "" && inSmallest(r["total"]) != s.of(c, "")
}

// of is what a cell has of a published part, all of it for "".
func (s *system) of(c int, part string) (n int64) {
	for a, amount := range s.sums[c] {
		if part == "" || slices.Contains(s.groups[part], a) {
			n += amount
		}
	}
	return n
}

// remember takes in what one edition says.
func (s *system) remember(said []echo) {
	for c, one := range said {
		if !one.seen {
			continue
		}
		cell := &s.Cells[c]
		switch {
		case one.hidden:
			cell.Was = protect.Hidden
		case one.closed:
			cell.Was = max(cell.Was, protect.Closed)
		case !one.differs && !one.moved:
			cell.Known = protect.Open
		}
		if !one.hidden && !one.moved {
			cell.Known = min(cell.Known, protect.Closed)
		}
	}
}

// inSmallest reads a published amount as a whole number of its smallest unit.
func inSmallest(amount string) int64 {
	n, _ := strconv.ParseInt(strings.Replace(amount, ".", "", 1), 10, 64)
	return n
}
