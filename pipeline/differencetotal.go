package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// decisionsOf takes lists of words apart: one word for each definition.
func decisionsOf(definitions []string, sectors, bases, rules, reasons string) []DefinitionOf {
	sector, basis, rule, reason := strings.Fields(sectors), strings.Fields(bases), strings.Fields(rules), strings.Fields(reasons)
	var list []DefinitionOf
	for i := range min(len(definitions), len(sector)) {
		list = append(list, DefinitionOf{
			Definition: definitions[i], Sector: sector[i], Basis: basis[i], Rule: rule[i],
			Reason: strings.Trim(reason[i], "."),
		})
	}
	return list
}

// compared are the totals that are asked for, under no definition, and what
// the edition says of each under every definition.
func (a *asking) compared(ctx context.Context, want DifferenceOptions) ([]Total, published, error) {
	definitions, err := a.definitions()
	for _, definition := range want.Definitions {
		err = errors.Join(err, choose("definition", definition, definitions))
	}
	if err != nil {
		return nil, nil, err
	}
	all, err := publishedShares(a.files, func(definition, _ string) bool {
		return slices.Contains(want.Definitions, definition)
	})
	if err != nil {
		return nil, nil, err
	}
	cards, err := a.cards(ctx, ReviewOptions{})
	if err != nil {
		return nil, nil, err
	}
	totals, err := chosen(want, cards, slices.Collect(maps.Keys(all)))
	return totals, all, err
}

// chosen are the cards' totals with what is named in their place; a measure
// without a card has its latest period, and area and agreement none.
func chosen(want DifferenceOptions, cards []reviewed, there []Total) (list []Total, err error) {
	measures, latest := map[string]bool{}, ""
	for _, t := range there {
		measures[t.Measure] = true
		if t.Measure == want.Measure {
			latest = max(latest, t.Period)
		}
	}
	if err := choose("measure", want.Measure, slices.Sorted(maps.Keys(measures))); err != nil {
		return nil, err
	}
	for _, c := range cards {
		if want.Measure == "" || want.Measure == c.Measure {
			list = append(list, c.Total)
		}
	}
	if len(list) == 0 && want.Measure != "" {
		list = []Total{{Measure: want.Measure, Period: latest, Area: "none", Agreement: "none"}}
	}
	for i, t := range list {
		list[i] = Total{
			Measure: t.Measure, Period: cmp.Or(want.Period, t.Period), Place: cmp.Or(want.Place, t.Place),
			Area: cmp.Or(want.Area, t.Area), Agreement: cmp.Or(want.Agreement, t.Agreement),
		}
		err = errors.Join(err, isThere(list[i], there))
	}
	slices.SortStableFunc(list, func(a, b Total) int { return cmp.Compare(a.String(), b.String()) })
	return slices.Compact(list), err
}

// isThere refuses a total that the edition does not have, and says which part
// of it is the first that is not there.
func isThere(t Total, there []Total) error {
	for _, part := range []struct {
		noun string
		of   func(Total) string
	}{
		{"measure", func(t Total) string { return t.Measure }},
		{"period", func(t Total) string { return t.Period }},
		{"place", func(t Total) string { return t.Place }},
		{"area", func(t Total) string { return t.Area }},
		{"agreement", func(t Total) string { return t.Agreement }},
	} {
		possible := map[string]bool{}
		var left []Total
		for _, each := range there {
			possible[part.of(each)] = true
			if part.of(each) == part.of(t) {
				left = append(left, each)
			}
		}
		if there = left; len(there) == 0 {
			return &ChoiceError{Noun: part.noun, Text: part.of(t), Possible: slices.Sorted(maps.Keys(possible))}
		}
	}
	return nil
}

// publish fills in what the edition says under each definition.
func (d *TotalDifference) publish(definitions []string, all published) {
	for _, definition := range definitions {
		row := all[d.under(definition)]["ideburen"]
		d.Shares = append(d.Shares, DefinitionShare{
			Definition: definition, Amount: row.amount, Total: row.total, Share: sixDecimals(row.share),
			Low: sixDecimals(row.low), High: sixDecimals(row.high), Symbol: row.symbol, Note: row.note,
		})
		d.decimals = max(d.decimals, decimalsOf(row.total))
	}
}

// withhold takes the numbers away from a total whose providers' own volumes may
// not be told.
func (d *TotalDifference) withhold() {
	for i := range d.Shares {
		d.Shares[i] = DefinitionShare{Definition: d.Shares[i].Definition, Symbol: edition.Suppressed, Note: noteProtected}
	}
}

// isComparable tells whether every definition says something.
func (d *TotalDifference) isComparable() bool {
	return !slices.ContainsFunc(d.Shares, func(s DefinitionShare) bool { return s.Share == nil })
}

// explain measures the lines, those that move most first, and holds that they
// explain the difference between what is published of every sector.
func (d *TotalDifference) explain(definitions []string, all published) error {
	first := definitions[0]
	total := inUnits(d.Shares[0].Total, d.decimals)
	moved := func(l DifferenceLine) int64 {
		largest := int64(0)
		for _, definition := range definitions[1:] {
			largest = max(largest, magnitude(l.ideburen(definition)-l.ideburen(first)))
		}
		return largest
	}
	for i, l := range d.Lines {
		d.Lines[i].Amount, d.Lines[i].Share = fixed(l.amount, d.decimals), inMillionths(ratio(l.amount, total))
	}
	slices.SortStableFunc(d.Lines, func(a, b DifferenceLine) int {
		return cmp.Or(cmp.Compare(moved(b), moved(a)), cmp.Compare(magnitude(b.amount), magnitude(a.amount)))
	})
	for i, definition := range definitions[1:] {
		if err := d.addsUp(first, definition, all); err != nil {
			return err
		}
		lines := int64(0)
		for _, l := range d.Lines {
			lines += l.ideburen(definition) - l.ideburen(first)
		}
		d.Sums = append(d.Sums, DifferenceSum{
			Definition: definition, Lines: fixed(lines, d.decimals),
			Published: fixed(inUnits(d.Shares[i+1].Amount, d.decimals)-inUnits(d.Shares[0].Amount, d.decimals), d.decimals),
			Points:    *d.Shares[i+1].Share - *d.Shares[0].Share,
		})
	}
	d.withholdFew()
	return nil
}

// withholdFew leaves out what lines have that would tell of fewer than three natural
// persons: their own, and what the line that moves least has, or those of whom no
// number is told anywhere. They come last.
func (d *TotalDifference) withholdFew() {
	told := 0
	d.Lines, told = untoldLast(d.Lines, untold[DifferenceLine]{
		is:     func(l DifferenceLine) bool { return d.untold[l.Provider] },
		isPool: func(l DifferenceLine) bool { return l.Provider == personLine },
		isFew:  func(l DifferenceLine) bool { return isFewPersons(l.Provider, l.Providers) },
	})
	for i := told; i < len(d.Lines); i++ {
		d.Lines[i].Amount, d.Lines[i].Share = edition.Suppressed, 0
		if isFewPersons(d.Lines[i].Provider, d.Lines[i].Providers) {
			d.Lines[i].Providers = 0
		}
	}
}

// addsUp holds, for each of the five sectors, that the lines' amounts are the
// difference between what is published under two definitions.
func (d *TotalDifference) addsUp(first, other string, all published) error {
	sums := map[string]int64{}
	for _, l := range d.Lines {
		for _, each := range l.Decisions {
			switch each.Definition {
			case first:
				sums[each.Sector] -= l.amount
			case other:
				sums[each.Sector] += l.amount
			}
		}
	}
	before, after := all[d.under(first)], all[d.under(other)]
	for _, sector := range slices.Sorted(maps.Keys(after)) {
		difference := inUnits(after[sector].amount, d.decimals) - inUnits(before[sector].amount, d.decimals)
		if sums[sector] != difference {
			return fmt.Errorf("the lines of %s add up to %s for %s, and the published amounts differ by %s; run: tresektor verify",
				d.under(other), fixed(sums[sector], d.decimals), sector, fixed(difference, d.decimals))
		}
	}
	return nil
}

func magnitude(n int64) int64 { return max(n, -n) }

// inUnits reads an exact decimal as whole numbers of its smallest unit.
func inUnits(amount string, decimals int) int64 {
	r, ok := new(big.Rat).SetString(amount)
	if !ok {
		return 0
	}
	r.Mul(r, new(big.Rat).SetInt(power(decimals)))
	return r.Num().Int64()
}
