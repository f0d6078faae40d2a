package pipeline

import (
	"context"
	"math/big"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// A linkedPair is two periods of a measure in one place: its causes of change
// are told for all areas and agreements, or for none.
type linkedPair struct{ measure, earlier, later, place string }

// readTold finds the changes of a measure whose causes may be told.
func (s *session) readTold(ctx context.Context, measure string, p *protection) error {
	var limit int64
	for _, each := range p.periods {
		if each.measure == measure {
			limit = max(limit, each.limit)
		}
	}
	return s.eachOf(ctx, "told_cause", []any{measure, limit}, func(scan func(...any) error) error {
		pair := linkedPair{measure: measure}
		err := scan(&pair.earlier, &pair.later, &pair.place)
		p.told[pair] = true
		return err
	})
}

// isTold tells whether the causes of a change between two periods are shown.
func (p *protection) isTold(t Total, earlier string) bool {
	return p.told[linkedPair{t.Measure, earlier, t.Period, t.Place}]
}

// change is a row about how a cell has changed.
func (p *protection) change(r row) []any {
	earlier, later := r.total("earlier_period"), r.total("later_period")
	switch {
	case p.of(earlier) == protect.Open && p.of(later) == protect.Open:
		if p.isTold(later, earlier.Period) || r.isEmpty() {
			return r.cells
		}
		return r.without(isCause, r.text("symbol"), noteLinked)
	case p.of(earlier) == protect.Hidden || p.of(later) == protect.Hidden:
		return r.without(everything, edition.Suppressed, noteProtected)
	}
	return r.without(func(f edition.Field) bool { return !strings.HasSuffix(f.Name, "_total") }, edition.Suppressed, noteProtected)
}

// isCause tells whether a number of a change is not the difference of what the
// two cells say.
func isCause(f edition.Field) bool {
	return f.Name != "change" && !strings.HasPrefix(f.Name, "earlier_") && !strings.HasPrefix(f.Name, "later_")
}

// contribution is a row about one organisation's part of a card's change.
func (p *protection) contribution(r row) []any {
	earlier, later := r.total("earlier_period"), r.total("later_period")
	if p.isListed(earlier) && p.isListed(later) && p.isTold(later, earlier.Period) && !p.isFew(r, "earlier_amount", "later_amount") {
		return r.cells
	}
	return r.without(everything, "", "")
}

// override is a row about what a decision does to a card.
func (p *protection) override(r row) []any {
	if p.isListed(r.total("period")) && !p.isFew(r, "amount") {
		return r.cells
	}
	return r.without(everything, "", "")
}

// isFew tells whether one of a row's amounts is too small to be shown.
func (p *protection) isFew(r row, names ...string) bool {
	limit := int64(leastShown)
	for _, each := range p.periods {
		if each.measure == r.total("").Measure {
			limit = max(limit, each.limit)
		}
	}
	return slices.ContainsFunc(names, func(name string) bool { return isSmall(r.text(name), limit) })
}

// isSmall tells whether a number, or a difference, is of too few people.
func isSmall(text string, limit int64) bool {
	n, ok := new(big.Rat).SetString(text)
	return ok && n.Sign() != 0 && n.Abs(n).Cmp(new(big.Rat).SetInt64(limit)) < 0
}

// backing names an organisation behind a card, where one may be named.
func (p *protection) backing(r row) []any {
	if !p.isNamed(r.total("period"), r.text("definition")) {
		return nil
	}
	return r.cells
}
