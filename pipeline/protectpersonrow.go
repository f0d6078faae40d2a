package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
)

// personsIn is what protects natural persons in a total, nil where it needs none.
func (p *protection) personsIn(t Total) *personPeriod {
	one := p.persons[[2]string{t.Measure, t.Period}]
	if one == nil || p.isWide(t, one.width) {
		return nil
	}
	return one
}

// isAlone tells whether a definition would list the natural persons of a total.
func (p *protection) isAlone(t Total, definition string) bool {
	one := p.personsIn(t)
	return one != nil && one.alone[definition]
}

// isSilent tells whether a total's reasons of remainders would tell of few natural
// persons somewhere.
func (p *protection) isSilent(t Total) bool { return p.silent[[2]string{t.Measure, t.Period}] }

// hasPersons tells whether a measure has periods in which natural persons are
// protected.
func (p *protection) hasPersons(measure string) bool {
	return hasMeasure(p.persons, measure)
}

func hasMeasure[T any](periods map[[2]string]T, measure string) bool {
	for key := range periods {
		if key[0] == measure {
			return true
		}
	}
	return false
}

// personRow is what is shown of a row of a measure without other protection, nil
// for nothing at all.
func (p *protection) personRow(r row) []any {
	switch r.table.Name {
	case "share_kind":
		if p.of(r.total("period")) != protect.Open || p.isAlone(r.total("period"), r.text("definition")) {
			return nil
		}
	case "remainder":
		// Reasons split a sector along who is in it.
		if t := r.total("period"); p.of(t) != protect.Open || p.personsIn(t) != nil || p.isSilent(t) {
			return nil
		}
	case "change":
		return p.personChange(r)
	case "contribution":
		earlier, later := r.total("earlier_period"), r.total("later_period")
		if !p.isListed(earlier) || !p.isListed(later) || p.isAlone(earlier, r.text("definition")) || p.isAlone(later, r.text("definition")) {
			return r.without(everything, "", "")
		}
	case "backing":
		return p.backing(r)
	case "override":
		if t := r.total("period"); !p.isListed(t) || p.isAlone(t, r.text("definition")) {
			return r.without(everything, "", "")
		}
	case "source_period":
		if one := p.persons[[2]string{r.text("measure"), p.counted(r)}]; one != nil && slices.Contains(one.pattern.States, protect.Hidden) {
			return r.without(everything, "", "")
		}
	default:
		if r.has("measure", "period", "place", "area", "agreement") {
			return p.personCell(r)
		}
	}
	return r.cells
}

// personCell is a row about one cell: it is closed, or under a definition that
// lists natural persons, or says how much of its sectors rests on what, which
// tells them from organisations.
func (p *protection) personCell(r row) []any {
	t := r.total("period")
	if r.text("symbol") == edition.NotApplicable && r.isEmpty() {
		return r.cells
	}
	switch {
	case p.of(t) == protect.Open && p.isAlone(t, r.text("definition")):
		return r.without(isSplit, edition.Suppressed, noteProtected)
	case p.of(t) == protect.Open && p.personsIn(t) != nil:
		hasAlone := len(p.personsIn(t).alone) > 0
		r.cells = r.without(func(f edition.Field) bool {
			return isBasis(f) || hasAlone && strings.HasPrefix(f.Name, "spread_")
		}, r.text("symbol"), r.text("note"))
	}
	return p.cell(r)
}

// isBasis tells whether a number says what a sector's amount rests on.
func isBasis(f edition.Field) bool {
	return slices.Contains([]string{"presumed", "stated", "carried", "contested", "high_presumed"}, f.Name)
}

// personChange is a row about how a cell has changed. Causes split it along who
// was there before.
func (p *protection) personChange(r row) []any {
	earlier, later := r.total("earlier_period"), r.total("later_period")
	switch {
	case p.of(earlier) == protect.Hidden || p.of(later) == protect.Hidden:
		return r.without(everything, edition.Suppressed, noteProtected)
	case p.isClosedUnder(earlier, r.text("definition")) || p.isClosedUnder(later, r.text("definition")):
		return r.without(func(f edition.Field) bool { return !strings.HasSuffix(f.Name, "_total") }, edition.Suppressed, noteProtected)
	case p.personsIn(earlier) == nil && p.personsIn(later) == nil || r.isEmpty():
		return r.cells
	}
	return r.without(isCause, r.text("symbol"), noteLinked)
}

// isClosedUnder tells whether the split of a total is not shown under a
// definition.
func (p *protection) isClosedUnder(t Total, definition string) bool {
	return p.of(t) != protect.Open || p.isAlone(t, definition)
}
