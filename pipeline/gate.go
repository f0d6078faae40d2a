package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// A GateFinding is one cell that is beyond the limit of a gate. Numbers are
// exact decimals: shares from 0 to 1, and amounts in the measure's unit.
type GateFinding struct {
	Finding      string        `json:"finding"` // the fingerprint of gate, cell and values
	Gate         string        `json:"gate"`
	Severity     string        `json:"severity"` // block or warn
	Cell         string        `json:"cell"`
	Unit         string        `json:"unit"` // share, amount, providers or rows
	Value        string        `json:"value"`
	Previous     string        `json:"previous"` // "" where there is none
	Difference   string        `json:"difference"`
	Limit        string        `json:"limit"`
	Cause        string        `json:"cause"` // the single cause that explains most; "" for none
	Effect       string        `json:"effect"`
	Provider     string        `json:"provider"` // the organisation that is the cause
	Name         string        `json:"name"`
	Acknowledged *Acknowledged `json:"acknowledged,omitempty"`

	hint  string
	words string // the cell in the words of the workspace
}

// Acknowledged is who stands for a finding, why, and until when.
type Acknowledged struct {
	Reason  string `json:"reason"`
	Name    string `json:"name"`
	Expires string `json:"expires"`
}

// stops says that the finding stops publication.
func (f GateFinding) stops() bool { return f.Severity == "block" && f.Acknowledged == nil }

// gates compares what is built with the last edition. A finding is told for each
// gate that has any, for acknowledgements that do not count, and where there is
// nothing to compare with.
func (s *session) gates(ctx context.Context) (findings []Finding, err error) {
	last, err := s.putLastEdition(ctx)
	if err != nil {
		return nil, fmt.Errorf("gates: %w", err)
	}
	if last == "" {
		findings = append(findings, noBaseline())
	}
	found, err := s.runGates(ctx)
	if err != nil {
		return nil, fmt.Errorf("gates: %w", err)
	}
	unused := acknowledge(found, s.space.Acknowledged, s.day())
	for _, g := range found {
		if len(g.Gate) > 0 {
			g = g.told()
			s.log().Warn("gate", "name", g.Check, "severity", g.Severity, "cells", g.Rows)
			findings = append(findings, g)
		}
	}
	if len(unused.Examples) > 0 {
		findings = append(findings, unused)
	}
	return findings, nil
}

// noBaseline says that this is the first edition.
func noBaseline() Finding {
	return Finding{
		Check: "baseline", Severity: "note", Examples: []string{},
		Sentence: "no baseline (ingen jämförelse): no edition is published, so gates that compare with one have nothing to say.",
		Hint:     "look at the first edition with special care; the next is compared with it",
	}
}

// runGates makes the relations of queries/gate and reads those that are gates,
// in order of name.
func (s *session) runGates(ctx context.Context) (found []Finding, err error) {
	relations, err := queries.Gates()
	if err != nil {
		return nil, err
	}
	for _, r := range relations {
		rows, err := s.wh.Relation(ctx, r.Name, r.SQL, r.View)
		if err != nil {
			return nil, err
		}
		if err := s.unique(ctx, r, rows); err != nil {
			return nil, err
		}
		if r.Hint == "" {
			continue
		}
		f := Finding{Check: r.Name, Sentence: r.Sentence, Hint: r.Hint, Examples: []string{}}
		if f.Gate, err = s.gateFindings(ctx, r); err != nil {
			return nil, fmt.Errorf("%s: %w", r.Name, err)
		}
		found = append(found, f)
	}
	slices.SortFunc(found, func(a, b Finding) int { return strings.Compare(a.Check, b.Check) })
	return found, nil
}

// gateFindings reads one gate.
func (s *session) gateFindings(ctx context.Context, r queries.Relation) (list []GateFinding, err error) {
	rows, err := s.wh.Query(ctx, `select severity, cell, unit, decimals, now, previous, difference, threshold,
		cause, provider_id, name, effect from `+r.Name+` order by severity, cell`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	shown, err := s.protection(ctx)
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		f := GateFinding{Gate: r.Name, hint: r.Hint}
		var decimals int
		var now, previous, difference, threshold, effect *int64
		if err := rows.Scan(&f.Severity, &f.Cell, &f.Unit, &decimals, &now, &previous, &difference, &threshold,
			&f.Cause, &f.Provider, &f.Name, &effect); err != nil {
			return nil, err
		}
		if m, found := s.space.Measure(totalsNamed(f.Cell)[0].Measure); found && f.Unit == "amount" {
			decimals = m.Decimals
		}
		f.Value, f.Previous, f.Difference = exactOrNone(now, decimals), exactOrNone(previous, decimals), exactOrNone(difference, decimals)
		f.Limit, f.Effect = exactOrNone(threshold, decimals), exactOrNone(effect, 6)
		if slices.ContainsFunc(totalsNamed(f.Cell), func(t Total) bool { return shown.isClosedUnder(t, t.Definition) }) {
			f = f.withheld()
		}
		f.Finding, f.words = fingerprint(f), s.cellWords(f.Cell, s.spoken())
		list = append(list, f)
	}
	return list, rows.Err()
}

// totalsNamed are the totals that a cell in words is about: one for each of its
// periods.
func totalsNamed(cell string) (totals []Total) {
	named := map[string]string{"area": "none", "agreement": "none"}
	for _, word := range strings.Fields(cell) {
		name, code, _ := strings.Cut(word, "=")
		named[name] = code
	}
	t := totalOf(named)
	for _, period := range strings.Split(t.Period, "..") {
		t.Period = period
		totals = append(totals, t)
	}
	return totals
}

// withheld is the finding without its numbers: findings are logged and published.
func (f GateFinding) withheld() GateFinding {
	f.Value, f.Difference, f.Cause, f.Effect, f.Provider, f.Name = edition.Suppressed, "", "", "", "", ""
	if f.Previous != "" {
		f.Previous = edition.Suppressed
	}
	return f
}

func exactOrNone(n *int64, decimals int) string {
	if n == nil {
		return ""
	}
	return fixed(*n, decimals)
}

// told counts a gate's findings and shows the first ones.
func (f Finding) told() Finding {
	f.Rows, f.Severity = int64(len(f.Gate)), "warn"
	for i, g := range f.Gate {
		if g.stops() {
			f.Severity = "block"
		}
		if i < gateExamples {
			f.Examples = append(f.Examples, g.String())
		}
	}
	return f
}

// gateExamples is how many findings of a gate are printed; --json and the
// table gate have all.
const gateExamples = 10

// String is a finding in a line: its cell in words, and at the end in codes, for
// other commands.
func (f GateFinding) String() string {
	words := f.words
	if words == "" {
		words = f.Cell
	}
	parts := []string{f.Finding, f.Severity, words + ":", f.Value}
	add := func(text string, values ...any) {
		if values[len(values)-1] != "" {
			parts = append(parts, fmt.Sprintf(text, values...))
		}
	}
	add("(before %s)", f.Previous)
	add("difference %s", f.Difference)
	add("limit %s", f.Limit)
	add("cause %s", f.Cause)
	add("%s", strings.TrimSpace(f.Provider+" "+f.Name))
	add("effect %s", f.Effect)
	if a := f.Acknowledged; a != nil {
		add("acknowledged until %s: %s", a.Expires, a.Reason)
	}
	if f.words != "" {
		add("[%s]", f.Cell)
	}
	return strings.Join(parts, " ")
}
