package pipeline

import (
	"cmp"
	"context"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// cell lists the providers behind a published cell and compares, and only
// then withholds what is protected.
func (t *tracer) cell(ctx context.Context, asked Cell) (e CellExplanation, err error) {
	chosen, rows, err := t.choose(asked)
	if err != nil {
		return e, err
	}
	e = CellExplanation{Edition: t.id, Cell: chosen, Sectors: []CellSector{}, words: t.words, YearState: yearState(rows[0].months, rows[0].isPreliminary)}
	e.Total, e.Silence = rows[0].total, rows[0].note
	if isSilent(rows) {
		return e, nil
	}
	decimals, _ := strconv.Atoi(t.words.measures[chosen.Measure]["decimals"])
	providers, files, err := t.cellProviders(ctx, chosen, decimals)
	e.files = files
	if err != nil {
		return e, err
	}
	for _, row := range rows {
		s := CellSector{Sector: row.Sector, Amount: row.amount, Share: row.share, Providers: providers[row.Sector]}
		if s, err = t.compared(s, decimals); err != nil {
			return e, err
		}
		e.Sectors = append(e.Sectors, s)
	}
	w, err := t.withholding(ctx, chosen.Measure)
	if w.has(totalIn(chosen)) {
		e.withhold()
	}
	for i := range e.Sectors {
		e.Sectors[i].withholdUntold(w.untold(totalIn(chosen)))
	}
	return e, err
}

// isSilent tells that a cell has no numbers, only the reason why.
func isSilent(rows []publishedShare) bool {
	return !slices.ContainsFunc(rows, func(r publishedShare) bool { return r.amount != "" })
}

// compared sums the providers and compares the sum with what is published.
func (t *tracer) compared(s CellSector, decimals int) (CellSector, error) {
	if s.Providers == nil {
		s.Providers = []CellProvider{}
	}
	sum := new(big.Int)
	for _, p := range s.Providers {
		sum.Add(sum, big.NewInt(p.amount))
	}
	s.Sum = new(big.Rat).SetFrac(sum, power(decimals)).FloatString(decimals)
	if s.Sum != s.Amount {
		return s, &MismatchError{Edition: t.id, Sector: s.Sector, Published: s.Amount, Sum: s.Sum}
	}
	return s, nil
}

// withhold leaves the providers' own volumes out, and their order, which tells
// of them.
func (e *CellExplanation) withhold() {
	for i, s := range e.Sectors {
		e.Sectors[i].Withheld = true
		slices.SortStableFunc(s.Providers, func(a, b CellProvider) int {
			return cmp.Or(strings.Compare(a.Provider, b.Provider), strings.Compare(a.Rule, b.Rule))
		})
		for j := range s.Providers {
			s.Providers[j].Amount, s.Providers[j].HiddenUnits = edition.Suppressed, 0
		}
	}
}
