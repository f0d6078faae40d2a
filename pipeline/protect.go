package pipeline

import (
	"context"
	"slices"

	"tresektor/pipeline/edition"
)

// protect withholds the provider's volumes that its measures protect.
func (t *tracer) protect(ctx context.Context, e *Explanation) error {
	small, err := t.smallCells(ctx, e)
	if err != nil {
		return err
	}
	withheld := map[[2]string]bool{}
	for i, v := range e.Volumes {
		if t.protection(v.Measure) == protectSecrecy || slices.Contains(small, v.cell()) {
			e.Volumes[i].Amount = edition.Suppressed
			withheld[[2]string{v.Measure, v.Period}] = true
		}
	}
	for i, v := range e.Totals {
		if withheld[[2]string{v.Measure, v.Period}] {
			e.Totals[i].Amount, e.Totals[i].Share = edition.Suppressed, edition.NotApplicable
		}
	}
	return nil
}

func (t *tracer) protection(measure string) string { return t.words.measures[measure]["protect"] }

// cell is a volume's cell without its number.
func (v Volume) cell() Volume {
	return Volume{Measure: v.Measure, Period: v.Period, Place: v.Place, Area: v.Area, Agreement: v.Agreement}
}

// smallCells are the provider's cells with fewer people than may be listed.
func (t *tracer) smallCells(ctx context.Context, e *Explanation) (small []Volume, err error) {
	isPeople := func(v Volume) bool { return t.protection(v.Measure) == protectFrequency }
	if !slices.ContainsFunc(e.Volumes, isPeople) {
		return nil, nil
	}
	err = t.each(ctx, "provider_small_cell", []any{e.Provider, fewestListed}, func(scan func(...any) error) error {
		var v Volume
		err := scan(&v.Measure, &v.Period, &v.Place, &v.Area, &v.Agreement)
		if isPeople(v) {
			small = append(small, v)
		}
		return err
	})
	return small, err
}
