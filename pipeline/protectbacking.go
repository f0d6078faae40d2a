package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// isNamed tells whether the organisations behind a total may be named. Nobody is
// where its split is not shown. Nor is anybody where a part of it is not shown,
// but over a whole area and agreement: such totals lie inside each other or apart,
// so that names tell no more of what is not shown than their sums do. Names of
// totals that cross each other would meet in a single cell.
func (p *protection) isNamed(t Total, definition string) bool {
	if p.of(t) != protect.Open || p.isAlone(t, definition) {
		return false
	}
	isRoot := func(tree attack.Tree, code string) bool { return tree[code] == "" }
	return p.isListed(t) || isRoot(p.trees.Area, t.Area) && isRoot(p.trees.Agreement, t.Agreement)
}

// A backer leaves of the table share_backing what may be said.
type backer struct {
	*protection
	periods map[string][]string // of a measure, in order of time
	silent  map[Total]bool      // what has amounts, and no share
}

// newBacker reads of the protected shares which periods there are, and which of
// them have no number.
func (p *protection) newBacker(share edition.Table) backer {
	b := backer{protection: p, periods: map[string][]string{}, silent: map[Total]bool{}}
	r := row{table: share}
	for _, r.cells = range share.Rows {
		if r.text("sector") != "ideburen" {
			continue
		}
		t := r.total("period")
		if list := b.periods[t.Measure]; !slices.Contains(list, t.Period) {
			b.periods[t.Measure] = append(list, t.Period)
		}
		if r.text("symbol") != "" && !r.isEmpty() {
			b.silent[t.under(r.text("definition"))] = true
		}
	}
	for _, list := range b.periods {
		slices.Sort(list)
	}
	return b
}

// rows are the rows of share_backing that may be said, divided where a period or
// a definition may not.
func (b backer) rows(t edition.Table) (rows [][]any) {
	r := row{table: t}
	for _, r.cells = range t.Rows {
		rows = append(rows, b.spans(r)...)
	}
	return rows
}

// spans divides a row into the spans of periods in which the same may be said.
func (b backer) spans(r row) (rows [][]any) {
	first, last, before := r.text("first_period"), r.text("last_period"), ""
	definitions := strings.Fields(r.text("definitions"))
	for _, period := range b.periods[r.text("measure")] {
		if period < first || period > last {
			continue
		}
		named := strings.Join(b.named(r, period, definitions), " ")
		switch {
		case named == "":
		case named == before:
			r.set(rows[len(rows)-1], "last_period", period)
		default:
			cells := slices.Clone(r.cells)
			r.set(cells, "first_period", period)
			r.set(cells, "last_period", period)
			r.set(cells, "definitions", named)
			rows = append(rows, cells)
		}
		before = named
	}
	return rows
}

// named are those of some definitions under which a row's organisation may be
// named in a period.
func (b backer) named(r row, period string, definitions []string) (named []string) {
	total := r.total("first_period")
	total.Period = period
	for _, definition := range definitions {
		if b.isNamed(total, definition) && !b.silent[total.under(definition)] {
			named = append(named, definition)
		}
	}
	return named
}

// set writes a text field of cells of the row's table.
func (r row) set(cells []any, name, text string) { cells[r.table.Index(name)] = text }
