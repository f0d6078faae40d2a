package pipeline

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A system is a protect.System in the making, of one measure and period.
type system struct {
	protect.System
	measure, period string

	totals []Total
	cell   map[int64]int    // by total_key
	leaf   map[int64]int    // by cell_key
	total  map[Total]int    // the place of each in totals
	parts  map[int64]string // by pattern_id
	groups map[string][]int // the atoms of each published part
	sums   [][]int64        // the atoms of each cell

	isProtected bool
	persons     *personPeriod  // nil where there are no natural persons
	before      []recollection // what the editions before say, in their order

	secrets   map[int]secret // by cell; nil where nothing was received under secrecy
	dominance protect.Dominance
	atom      map[string]int // by its parts
}

func newSystem(measure, period string, least int64) *system {
	return &system{
		System: protect.System{Limit: least}, measure: measure, period: period,
		total: map[Total]int{}, groups: map[string][]int{}, cell: map[int64]int{}, leaf: map[int64]int{}, parts: map[int64]string{}, atom: map[string]int{},
	}
}

// weighed is the system with weights in the place of amounts: none yet, nor atoms.
func (s *system) weighed() *system {
	w := newSystem(s.measure, s.period, leastWeight)
	w.totals, w.cell, w.leaf, w.total = s.totals, s.cell, s.leaf, s.total
	w.Cells = slices.Clone(s.Cells)
	for _, leaf := range s.Leaves {
		w.Leaves = append(w.Leaves, protect.Leaf{In: leaf.In})
	}
	return w
}

// readSystems reads what the published numbers of a measure are sums of, by
// period.
func (s *session) readSystems(ctx context.Context, m workspace.Measure) (map[int64]*system, error) {
	all := map[int64]*system{}
	for _, read := range []func(context.Context, workspace.Measure, map[int64]*system) error{
		s.readTotals, s.readLimits, s.readAtoms, s.readReported, s.readSecrets,
	} {
		if err := read(ctx, m, all); err != nil {
			return nil, err
		}
	}
	for _, one := range all {
		one.group()
	}
	return all, nil
}

func (s *session) readTotals(ctx context.Context, m workspace.Measure, all map[int64]*system) error {
	return s.eachOf(ctx, "sum_of", []any{m.ID}, func(scan func(...any) error) error {
		var key, total, cell int64
		t := Total{Measure: m.ID}
		err := scan(&key, &t.Period, &total, &t.Place, &t.Area, &t.Agreement, &cell)
		if all[key] == nil {
			all[key] = newSystem(m.ID, t.Period, leastShown*power(m.Decimals).Int64())
		}
		all[key].count(t, total, cell)
		return err
	})
}

func (s *session) readLimits(ctx context.Context, m workspace.Measure, all map[int64]*system) error {
	return s.eachOf(ctx, "source_limit", []any{m.ID}, func(scan func(...any) error) error {
		var key, limit int64
		err := scan(&key, &limit)
		if one := all[key]; one != nil {
			one.Limit = max(one.Limit, limit)
		}
		return err
	})
}

func (s *session) readAtoms(ctx context.Context, m workspace.Measure, all map[int64]*system) error {
	return s.readParts(ctx, m, func(key, pattern int64, parts string) {
		if one := all[key]; one != nil {
			one.parts[pattern] = parts
			one.atomOf(parts)
		}
	})
}

// readParts reads what is published of each pattern of evidence.
func (s *session) readParts(ctx context.Context, m workspace.Measure, row func(key, pattern int64, parts string)) error {
	return s.eachOf(ctx, "atom", []any{m.ID}, func(scan func(...any) error) error {
		var key, pattern int64
		var parts string
		err := scan(&key, &pattern, &parts)
		row(key, pattern, parts)
		return err
	})
}

func (s *session) readReported(ctx context.Context, m workspace.Measure, all map[int64]*system) error {
	return s.eachOf(ctx, "reported", []any{m.ID}, func(scan func(...any) error) error {
		var key, cell, pattern, amount int64
		err := scan(&key, &cell, &pattern, &amount)
		if one := all[key]; one != nil {
			one.report(cell, pattern, amount)
		}
		return err
	})
}

// eachOf runs a query of protect/ about one measure.
func (s *session) eachOf(ctx context.Context, query string, args []any, row func(scan func(...any) error) error) error {
	q, err := queries.Protect(query)
	if err != nil {
		return err
	}
	rows, err := s.wh.Query(ctx, q.SQL, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
	}
	return rows.Err()
}

// count notes that a published total counts a reported cell.
func (s *system) count(t Total, total, cell int64) {
	c, there := s.cell[total]
	if !there {
		c = len(s.totals)
		s.cell[total] = c
		s.total[t] = c
		s.totals = append(s.totals, t)
		s.Cells = append(s.Cells, protect.Cell{Known: protect.Hidden})
	}
	l, there := s.leaf[cell]
	if !there {
		l = len(s.Leaves)
		s.leaf[cell] = l
		s.Leaves = append(s.Leaves, protect.Leaf{})
	}
	s.Leaves[l].In = append(s.Leaves[l].In, c)
}

// atomOf numbers what no published number tells apart.
func (s *system) atomOf(parts string) int {
	a, there := s.atom[parts]
	if !there {
		a = len(s.atom)
		s.atom[parts] = a
	}
	return a
}

// report adds what a cell reports of a pattern of evidence. One that no
// definition says anything of has no parts.
func (s *system) report(cell, pattern, amount int64) {
	l, there := s.leaf[cell]
	if !there {
		return // no published number counts it
	}
	leaf := &s.Leaves[l]
	a := s.atomOf(s.parts[pattern])
	for len(leaf.Amounts) <= a {
		leaf.Amounts = append(leaf.Amounts, 0)
	}
	leaf.Amounts[a] += amount
}

// group lists the atoms of each published number, and makes leaves alike.
func (s *system) group() {
	for _, parts := range slices.Sorted(maps.Keys(s.atom)) {
		for part := range strings.FieldsSeq(parts) {
			s.groups[part] = append(s.groups[part], s.atom[parts])
		}
	}
	for _, part := range slices.Sorted(maps.Keys(s.groups)) {
		s.Groups = append(s.Groups, s.groups[part])
	}
	for i := range s.Leaves {
		s.Leaves[i].Amounts = append(s.Leaves[i].Amounts, make([]int64, len(s.atom)-len(s.Leaves[i].Amounts))...)
	}
	s.sums = s.Sums()
}
