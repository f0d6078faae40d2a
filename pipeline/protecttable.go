package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// protect takes out of every table what may not be shown (method 6). Nothing
// else stands between tables and formats: what a file of any kind says, it says
// of these.
func (s *session) protect(ctx context.Context, tables []edition.Table) ([]edition.Table, error) {
	p, err := s.protection(ctx)
	if err != nil {
		return nil, err
	}
	tables = slices.Clone(tables)
	for i, t := range tables {
		if tables[i].Rows, err = p.rows(row{table: t, cards: s.cardTotals()}); err != nil {
			return nil, err
		}
		if t.Name == shareBacking {
			tables[i].Rows = p.newBacker(tables[0]).rows(t) // of the shares as they are shown
		}
	}
	return append(tables, s.described(s.protectionTable(p))), nil
}

// protectionTable tells what was suppressed, measure by measure.
func (s *session) protectionTable(p *protection) edition.Table {
	t := edition.Table{
		Name:  "protection",
		Title: word("Skydd av enskilda", "Protection of individuals"),
		Description: word(
			"Hur många celler som visas helt, som bara visar sin summa och som inte visas, för varje skyddat mått. Egna skäl: cellen har ett tal under gränsen, som för mått utan annat skydd är tre fysiska personer. Följdskäl: annars hade ett sådant tal gått att räkna ut.",
			"How many cells are shown in full, show their total alone, or are not shown, for each protected measure. Primary: the cell has a number below the limit, which for measures without other protection is three natural persons. Secondary: such a number could otherwise be computed."),
		Grain: []string{"measure", "period"},
	}
	for _, f := range []field{
		s.measureField(), s.dimension("period", "", "Period", "Period", edition.RoleTime),
		withoutSymbol(countField("least_shown", "Minsta tal som visas", "Least number shown")),
		withoutSymbol(countField("cells", "Celler", "Cells")),
		withoutSymbol(countField("primary_cells", "Undertryckta av egna skäl", "Suppressed, primary")),
		withoutSymbol(countField("secondary_cells", "Undertryckta av följdskäl", "Suppressed, secondary")),
		withoutSymbol(countField("hidden_totals", "Därav utan summa", "Of which without total")),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	for _, each := range p.periods {
		t.Rows = append(t.Rows, each.row())
	}
	for _, each := range p.personPeriods() {
		if !each.isBeside {
			t.Rows = append(t.Rows, each.row())
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b []any) int {
		return cmp.Or(strings.Compare(a[0].(string), b[0].(string)), strings.Compare(a[1].(string), b[1].(string)))
	})
	return t
}

func (e protectedPeriod) row() []any {
	var primary, secondary, hidden int64
	for c, state := range e.pattern.States {
		switch {
		case state == protect.Open:
			continue
		case e.pattern.Primary[c]:
			primary++
		default:
			secondary++
		}
		if state == protect.Hidden {
			hidden++
		}
	}
	return []any{e.measure, e.period, e.limit, int64(len(e.totals)), primary, secondary, hidden}
}

// cardTotals are the totals that cards show, without their periods.
func (s *session) cardTotals() map[string]Total {
	cards := map[string]Total{}
	for _, row := range cardTable(s.space.Config).rows {
		cards[row[0].(string)] = Total{
			Measure: row[2].(string), Place: row[3].(string), Area: row[4].(string), Agreement: row[5].(string),
		}
	}
	return cards
}

// A row is one row of a table, by the names of its fields.
type row struct {
	table edition.Table
	cells []any
	cards map[string]Total
}

func (r row) has(names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool { return r.table.Index(name) < 0 })
}

func (r row) text(name string) string {
	if i := r.table.Index(name); i >= 0 {
		text, _ := r.cells[i].(string)
		return text
	}
	return ""
}

// total is the total that a row is about, in the period that a field names.
func (r row) total(period string) Total {
	t := Total{Measure: r.text("measure"), Place: r.text("place"), Area: r.text("area"), Agreement: r.text("agreement")}
	if !r.has("measure") {
		t = r.cards[r.text("card")]
	}
	t.Period = r.text(period)
	return t
}

// without is the row without its numbers, but those that are kept. How many months of
// a year are in says nothing of who is in a cell.
func (r row) without(isLost func(edition.Field) bool, symbol, note string) []any {
	cells := slices.Clone(r.cells)
	for i, f := range r.table.Fields {
		isNumber := f.Kind == edition.KindInteger || f.Kind == edition.KindDecimal
		switch {
		case slices.Contains(r.table.Grain, f.Name), f.Name == "months":
		case f.Name == "symbol":
			cells[i] = symbol
		case f.Name == "note":
			cells[i] = note
		case isNumber && isLost(f):
			cells[i] = nil
		}
	}
	return cells
}

// isEmpty tells that a row has no numbers to take out.
func (r row) isEmpty() bool {
	for i, f := range r.table.Fields {
		if f.Symbol != "" && r.cells[i] != nil {
			return false
		}
	}
	return true
}

// rows are a table's rows with what is shown of them.
func (p *protection) rows(r row) (rows [][]any, err error) {
	for _, cells := range r.table.Rows {
		r.cells = cells
		measure := r.total("period").Measure
		if p.measures[measure] {
			if r.cells, err = p.row(r); err != nil {
				return nil, err
			}
		}
		if r.cells != nil && (p.hasPersons(measure) || hasMeasure(p.silent, measure)) {
			r.cells = p.personRow(r)
		}
		if r.cells != nil {
			rows = append(rows, r.cells)
		}
	}
	return rows, nil
}

// row is what is shown of a protected row, nil for nothing at all.
func (p *protection) row(r row) ([]any, error) {
	switch r.table.Name {
	case "share_kind", "remainder":
		// Only what occurs has a row here, which tells already.
		if p.of(r.total("period")) != protect.Open {
			return nil, nil
		}
		return r.cells, nil
	case "change":
		return p.change(r), nil
	case "contribution":
		return p.contribution(r), nil
	case "override":
		return p.override(r), nil
	case "backing":
		return p.backing(r), nil
	case "link_volume":
		return r.without(everything, "", ""), nil
	case "source_period":
		return p.sourcePeriod(r), nil
	case "measure", "applicable", "protection", shareBacking: // of whom is named see protectbacking.go
		return r.cells, nil
	}
	if !r.has("measure", "period", "place", "area", "agreement") {
		return nil, fmt.Errorf("table %s: nobody has said how its numbers of the protected measure %s are protected; say it in protecttable.go", r.table.Name, r.total("period").Measure)
	}
	return p.cell(r), nil
}

// sourcePeriod is what a source says of a period. With every total shown it is a
// sum of roots, or its parts by source; where a total is hidden it is not told.
func (p *protection) sourcePeriod(r row) []any {
	for _, each := range p.periods {
		if each.measure == r.text("measure") && each.period == p.counted(r) &&
			(slices.Contains(each.pattern.States, protect.Hidden) || isSmall(r.text("amount"), each.limit)) {
			return r.without(everything, "", "")
		}
	}
	return r.cells
}

// counted is the period in which a row of source_period is counted.
func (p *protection) counted(r row) string {
	return p.countedPeriod(r.text("measure"), r.text("period"))
}

func everything(edition.Field) bool { return true }

// cell is a row about one cell.
func (p *protection) cell(r row) []any {
	cells := r.cells
	switch p.of(r.total("period")) {
	case protect.Hidden:
		cells = r.without(everything, edition.Suppressed, noteProtected)
	case protect.Closed:
		cells = r.without(isSplit, edition.Suppressed, noteProtected)
	}
	if r.text("symbol") == edition.NotApplicable && r.isEmpty() {
		return r.cells // a definition that says nothing
	}
	if before := r.total("earlier_period"); before.Period != "" && p.of(before) != protect.Open {
		r.cells = cells
		return r.without(isChange, r.text("symbol"), r.text("note"))
	}
	return cells
}

// isSplit tells whether a number splits a cell: its total, and the places that it
// is the total of, do not.
func isSplit(f edition.Field) bool {
	return f.Name != "total" && !strings.HasPrefix(f.Name, "places_")
}

func isChange(f edition.Field) bool { return strings.HasPrefix(f.Name, "change") }
