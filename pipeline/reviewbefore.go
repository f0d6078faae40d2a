package pipeline

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
)

func (a *asking) editions() string { return filepath.Dir(a.files) }

// compareBefore tells each card how its range was in the edition before.
// Where that is gone, or shows another period, there is nothing to compare
// with.
func compareBefore(ctx context.Context, o Options, a *asking, cards []CardReview, now map[string]rangeOf) error {
	manifest, err := edition.ReadManifest(a.editions(), a.id)
	if err != nil || manifest.Previous == "" {
		return err
	}
	if gone := (*UnknownEditionError)(nil); errors.As(exists(a.editions(), manifest.Previous), &gone) {
		return nil
	}
	shares, err := publishedShares(filepath.Join(a.editions(), manifest.Previous), func(definition, measure string) bool {
		return slices.ContainsFunc(cards, func(c CardReview) bool {
			return c.Low != nil && c.Definition == definition && c.Measure == measure
		})
	})
	if err != nil {
		return err
	}
	decided, err := decisionsBefore(ctx, o, manifest.Previous, cards)
	if err != nil {
		return err
	}
	for i, c := range cards {
		row := shares[c.Total]["ideburen"]
		if low := sixDecimals(row.low); low != nil && c.Low != nil {
			cards[i].Before = &Before{
				Edition: manifest.Previous, Low: low, High: sixDecimals(row.high),
				Decisions: now[a.number[c.Total]].decisions - decided[c.Total],
			}
		}
	}
	return nil
}

// decisionsBefore counts the providers of each total that were decided by hand
// in an edition; none where its trace is gone.
func decisionsBefore(ctx context.Context, o Options, id string, cards []CardReview) (counts map[Total]int64, err error) {
	a, err := ask(ctx, o, id)
	if gone := (*NoTraceError)(nil); errors.As(err, &gone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	for _, c := range cards {
		a.about(c.Total)
	}
	if err := a.openTotals(ctx); err != nil {
		return nil, err
	}
	ranges, err := a.ranges(ctx)
	counts = map[Total]int64{}
	for t, asked := range a.number {
		counts[t] = ranges[asked].decisions
	}
	return counts, err
}
