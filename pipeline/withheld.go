package pipeline

import (
	"context"
	"slices"

	"tresektor/pipeline/edition"
)

// A withholding says of which totals of an edition providers' own volumes are
// not told (method 6): explain, review and diff tell no more than is published.
type withholding struct {
	secret    map[string]bool           // measures of which none are
	totals    map[Total]bool            // under no definition
	providers map[Total]map[string]bool // those that would leave what few natural persons have
}

// untold are the providers whose own volume in a total is withheld where others' is
// told.
func (w withholding) untold(t Total) map[string]bool { return w.providers[t.under("")] }

// has tells whether volumes in a total are withheld.
func (w withholding) has(t Total) bool { return w.secret[t.Measure] || w.totals[t.under("")] }

// withholding reads from an edition what it does not show of some measures.
func (t *tracer) withholding(ctx context.Context, measures ...string) (w withholding, err error) {
	w = withholding{secret: map[string]bool{}, totals: map[Total]bool{}, providers: map[Total]map[string]bool{}}
	closed := table{name: "withheld", columns: []column{
		{"measure", text}, {"period", text}, {"place", text}, {"area", text}, {"agreement", text},
	}}
	slices.Sort(measures)
	for _, measure := range slices.Compact(measures) {
		switch t.words.measures[measure]["protect"] {
		case protectSecrecy:
			w.secret[measure] = true
		default:
			rows, err := t.closedCells(measure, t.words.measures[measure]["protect"] == protectFrequency)
			if err != nil {
				return w, err
			}
			closed.rows = append(closed.rows, rows...)
			if err := t.readUntold(ctx, measure, w.providers); err != nil {
				return w, err
			}
		}
	}
	if len(closed.rows) == 0 {
		return w, nil
	}
	if err := into(ctx, t.wh, closed); err != nil {
		return w, err
	}
	return w, t.each(ctx, "withheld_total", nil, func(scan func(...any) error) error {
		var total Total
		err := scan(&total.Measure, &total.Period, &total.Place, &total.Area, &total.Agreement)
		w.totals[total] = true
		return err
	})
}

// readUntold reads whose volumes would tell what few natural persons have, in a cell
// that is shown, and in what it is counted in.
func (t *tracer) readUntold(ctx context.Context, measure string, into map[Total]map[string]bool) error {
	return t.each(ctx, "withheld_provider", []any{measure}, func(scan func(...any) error) error {
		total, provider := Total{Measure: measure}, ""
		err := scan(&total.Period, &total.Place, &total.Area, &total.Agreement, &provider)
		if into[total] == nil {
			into[total] = map[string]bool{}
		}
		into[total][provider] = true
		return err
	})
}

// closedCells are the cells of a measure that an edition does not show, and those
// that it should not have shown: an edition may be older than its protection. A
// cell of which some definition is shown is not closed by what another does not
// show, but for people, of whom all definitions are shown or none.
func (t *tracer) closedCells(measure string, isPeople bool) (cells [][]any, err error) {
	isClosed, isShown := map[Total]bool{}, map[Total]bool{}
	err = eachShare(t.files, func(_, of string) bool { return of == measure }, func(r publishedShare) {
		c := totalIn(r.Cell)
		switch {
		case r.note == noteProtected || isPeople && isSmall(r.amount, leastShown):
			isClosed[c] = true
		case r.amount != "" && !isPeople:
			isShown[c] = true
		}
	})
	for c := range isClosed {
		if !isShown[c] {
			cells = append(cells, []any{c.Measure, c.Period, c.Place, c.Area, c.Agreement})
		}
	}
	return cells, err
}

// totalIn is the total that a cell is a sector of, under no definition.
func totalIn(c Cell) Total {
	return Total{Measure: c.Measure, Period: c.Period, Place: c.Place, Area: c.Area, Agreement: c.Agreement}
}

// withhold takes a provider's volumes out of its explanation where they may not
// be told, and its totals, from which they could be told.
func (t *tracer) withhold(ctx context.Context, e *Explanation) error {
	var measures []string
	for _, v := range e.Volumes {
		measures = append(measures, v.Measure)
	}
	w, err := t.withholding(ctx, measures...)
	if err != nil {
		return err
	}
	isPart := map[[2]string]bool{}
	for i, v := range e.Volumes {
		total := Total{Measure: v.Measure, Period: v.Period, Place: v.Place, Area: v.Area, Agreement: v.Agreement}
		if w.has(total) || w.untold(total)[e.Provider] {
			e.Volumes[i].Amount, e.Volumes[i].HiddenUnits = edition.Suppressed, 0
			isPart[[2]string{v.Measure, v.Period}] = true
		}
	}
	for i, v := range e.Totals {
		if isPart[[2]string{v.Measure, v.Period}] {
			e.Totals[i].Amount, e.Totals[i].Share = edition.Suppressed, edition.NotApplicable
		}
	}
	return nil
}
