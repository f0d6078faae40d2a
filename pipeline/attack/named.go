package attack

import (
	"path/filepath"
	"slices"
	"strings"
)

// namedPart is the part of a cell that an edition names the organisations of.
const namedPart = "ideburen"

// Named are the numbers whose organisations an edition names though it may not:
// it does not show the number, or not all of what it is a sum of, and it is of a
// part of an area or agreement. Names of totals that cross each other could be
// compared until a single cell is left; those of whole areas and agreements lie
// inside each other or apart, as their sums do.
func (p *Published) Named(folder string) (told []Number, err error) {
	periods, crossing := p.periods(), p.withHidden()
	found := map[Number]bool{}
	err = each(filepath.Join(folder, "tables", "share_backing.csv"), func(row record) error {
		for _, period := range periods[row.of("measure")] {
			if period < row.of("first_period") || period > row.of("last_period") {
				continue
			}
			for definition := range strings.FieldsSeq(row.of("definitions")) {
				n := numberOf(row, namedPart)
				n.Period, n.Definition = period, strings.Clone(definition)
				if p.isUntold(n) || crossing[n] && !p.isWhole(n) {
					found[n] = true
				}
			}
		}
		return nil
	})
	for n := range found {
		told = append(told, n)
	}
	slices.SortFunc(told, Compare)
	return told, err
}

// periods are those of every measure.
func (p *Published) periods() map[string][]string {
	periods := map[string][]string{}
	for _, o := range p.spots {
		if !slices.Contains(periods[o.measure], o.period) {
			periods[o.measure] = append(periods[o.measure], o.period)
		}
	}
	return periods
}

// isUntold tells whether a number is not shown.
func (p *Published) isUntold(n Number) bool {
	i, there := p.find(n)
	return !there || !p.state(i).isShown()
}

// isWhole tells whether a number is of a whole area and agreement.
func (p *Published) isWhole(n Number) bool {
	return p.trees.Area[n.Area] == "" && p.trees.Agreement[n.Agreement] == ""
}

// withHidden are the numbers that count something that is not shown.
func (p *Published) withHidden() map[Number]bool {
	with := map[Number]bool{}
	for i, state := range p.all {
		n := p.name(i)
		if n.Part != namedPart || state != suppressed {
			continue
		}
		for _, n.Place = range above(p.trees.Place, n.Place) {
			for _, area := range above(p.trees.Area, n.Area) {
				for _, agreement := range above(p.trees.Agreement, n.Agreement) {
					whole := n
					whole.Area, whole.Agreement = area, agreement
					with[whole] = true
				}
			}
		}
	}
	return with
}

// above is a code, and all that it is a part of.
func above(tree Tree, code string) (list []string) {
	for ; code != ""; code = tree[code] {
		list = append(list, code)
	}
	return list
}
