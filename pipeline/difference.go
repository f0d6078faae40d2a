package pipeline

import (
	"context"
	"errors"
	"slices"
)

// DifferenceOptions say between which definitions, and of which totals, the
// difference is. Without a measure it is the totals of the headline's cards;
// what else is named takes the place of what a card says.
type DifferenceOptions struct {
	Edition     string
	Definitions []string // two or more; the others are compared with the first

	Measure, Period, Place, Area, Agreement string
}

// A Difference lists who makes the difference between definitions.
type Difference struct {
	Edition     string            `json:"edition"`
	Definitions []string          `json:"definitions"`
	Totals      []TotalDifference `json:"totals"`

	words vocabulary
}

// A TotalDifference is about one total. Amounts are exact decimals, shares and
// points millionths of known amounts.
type TotalDifference struct {
	Total
	Shares []DefinitionShare `json:"shares"`
	Lines  []DifferenceLine  `json:"lines"`
	Sums   []DifferenceSum   `json:"sums"` // none where a definition says nothing

	decimals int
	untold   map[string]bool // providers whose volume in the total is not told
}

// A DefinitionShare is the published idéburen share under a definition.
type DefinitionShare struct {
	Definition string `json:"definition"`
	Amount     string `json:"amount"`
	Total      string `json:"total"`
	Share      *int64 `json:"share"`
	Low        *int64 `json:"low"`
	High       *int64 `json:"high"`
	Symbol     string `json:"symbol"`
	Note       string `json:"note"`
}

// A DifferenceLine is a provider, or natural persons or a mask, with another
// sector under some definition.
type DifferenceLine struct {
	Provider  string         `json:"provider_id"`
	Kind      string         `json:"provider_kind"`
	Name      string         `json:"name"`
	Providers int64          `json:"providers"` // 0 for fewer than three natural persons
	Amount    string         `json:"amount"`
	Share     int64          `json:"share"`
	Decisions []DefinitionOf `json:"decisions"` // one for each definition

	amount int64
}

// A DefinitionOf is what a definition says of a provider.
type DefinitionOf struct {
	Definition string `json:"definition"`
	Sector     string `json:"sector"`
	Basis      string `json:"basis"`
	Rule       string `json:"rule"`
	Reason     string `json:"reason"`
}

// A DifferenceSum is how much larger the idéburen amount is under a definition
// than under the first: by the lines, and as published. They are the same.
type DifferenceSum struct {
	Definition string `json:"definition"`
	Lines      string `json:"lines"`
	Published  string `json:"published"`
	Points     int64  `json:"points"` // between the published shares
}

// MakeDifference answers from an edition's trace and files.
func MakeDifference(ctx context.Context, o Options, want DifferenceOptions) (d Difference, err error) {
	a, err := ask(ctx, o, want.Edition)
	if err != nil {
		return d, err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	totals, published, err := a.compared(ctx, want)
	if err != nil {
		return d, err
	}
	var measures []string
	for _, t := range totals {
		measures = append(measures, t.Measure)
	}
	w, err := a.withholding(ctx, measures...)
	if err != nil {
		return d, err
	}
	d = Difference{Edition: a.id, Definitions: want.Definitions, words: a.words}
	for _, t := range totals {
		for _, definition := range want.Definitions {
			a.about(t.under(definition))
		}
	}
	if err := a.openTotals(ctx); err != nil {
		return d, err
	}
	lines, err := a.differenceLines(ctx, want.Definitions)
	if err != nil {
		return d, err
	}
	for _, t := range totals {
		each, err := a.totalDifference(t, want.Definitions, published, lines[t], w)
		if err != nil {
			return d, err
		}
		d.Totals = append(d.Totals, each)
	}
	return d, nil
}

// totalDifference explains one total by its lines, unless they are protected
// or a definition says nothing.
func (a *asking) totalDifference(t Total, definitions []string, all published, lines []DifferenceLine, w withholding) (TotalDifference, error) {
	d := TotalDifference{Total: t, untold: w.untold(t), Lines: []DifferenceLine{}, Sums: []DifferenceSum{}}
	d.publish(definitions, all)
	if w.has(t) {
		d.withhold()
	}
	if !d.isComparable() {
		return d, nil
	}
	d.Lines = append(d.Lines, lines...)
	return d, d.explain(definitions, all)
}

// differenceLines are the lines of every total, under no definition.
func (a *asking) differenceLines(ctx context.Context, definitions []string) (map[Total][]DifferenceLine, error) {
	all := map[Total][]DifferenceLine{}
	err := a.each(ctx, "definition_difference", nil, func(scan func(...any) error) error {
		var t Total
		var l DifferenceLine
		var sectors, bases, rules, reasons string
		if err := scan(&t.Measure, &t.Period, &t.Place, &t.Area, &t.Agreement, &l.Provider, &l.Kind, &l.Name,
			&sectors, &bases, &rules, &reasons, &l.Providers, &l.amount); err != nil {
			return err
		}
		l.Decisions = decisionsOf(definitions, sectors, bases, rules, reasons)
		all[t] = append(all[t], l)
		return nil
	})
	return all, err
}

// ideburen is what a line adds to the idéburen amount under a definition.
func (l DifferenceLine) ideburen(definition string) int64 {
	i := slices.IndexFunc(l.Decisions, func(d DefinitionOf) bool { return d.Definition == definition })
	if i >= 0 && l.Decisions[i].Sector == "ideburen" {
		return l.amount
	}
	return 0
}
