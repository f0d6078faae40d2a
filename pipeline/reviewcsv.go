package pipeline

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"tresektor/pipeline/workspace"
)

// WriteOverrides writes a row of overrides.csv for every line that can be
// decided by hand: what is known is filled in, and the decision, its evidence
// and its reviewer are not. Until they are, a workspace refuses the row. One
// provider whose periods meet on several cards is one row.
func (r Review) WriteOverrides(w io.Writer, language string) error {
	out := csv.NewWriter(w)
	columns := workspace.OverrideColumns()
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, p := range r.proposals(language) {
		row := make([]string, len(columns))
		for name, text := range p.cells() {
			row[slices.Index(columns, name)] = text
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// A proposal is a decision that somebody may make.
type proposal struct {
	id, provider, from, to, explanation, supersedes string
	definitions                                     []string
}

func (p proposal) cells() map[string]string {
	return map[string]string{
		"decision_id": p.id, "provider_id": p.provider, "valid_from": p.from, "valid_to": p.to,
		"definitions": strings.Join(p.definitions, " "), "explanation": p.explanation, "supersedes": p.supersedes,
	}
}

// proposals are the lines about one provider each. A mask stands for many, and
// no natural person is decided by hand.
func (r Review) proposals(language string) (list []proposal) {
	digest := r.Edition[len(r.Edition)-8:]
	for _, c := range r.Cards {
		for i, l := range c.Lines {
			if l.Kind == "person" || l.Kind == "masked" {
				continue
			}
			list = add(list, proposal{
				id: fmt.Sprintf("%s-%s-%d", c.Card, digest, i+1), provider: l.Provider, from: l.From, to: l.To,
				definitions: l.Definitions, explanation: newStory(language, r.words).proposed(c, l), supersedes: l.Expired,
			})
		}
	}
	return list
}

// add joins a proposal with an earlier one about the same provider whose
// period it meets: two decisions must not overlap.
func add(list []proposal, p proposal) []proposal {
	i := slices.IndexFunc(list, func(before proposal) bool {
		return before.provider == p.provider && before.from < p.to && p.from < before.to
	})
	if i < 0 {
		return append(list, p)
	}
	before := list[i]
	before.from, before.to = min(before.from, p.from), max(before.to, p.to)
	before.definitions = slices.Compact(slices.SortedFunc(slices.Values(
		slices.Concat(before.definitions, p.definitions)), cmp.Compare[string]))
	before.explanation += " " + p.explanation
	list[i] = before
	return list
}

// proposed is the beginning of an explanation: what is known today.
func (s *story) proposed(c CardReview, l ReviewLine) string {
	text := s.why(c.Definition, l) + " " + s.label("measure", c.Measure) + ", " + s.period(c.Period) + ": " + lowered(s.howMuch(c.Measure, l)) + "."
	if l.Name != "" {
		text = l.Name + ": " + lowered(text)
	}
	if known := s.known(l.Known); len(known) > 0 {
		text += s.say(" Känt: %s.", " Known: %s.", strings.Join(known, "; "))
	}
	return text
}

// known tells evidence in words: "attribute=value attribute=value".
func (s *story) known(text string) (statements []string) {
	var facts []Evidence
	for _, each := range strings.Fields(text) {
		attribute, value, found := strings.Cut(each, "=")
		if !found && len(facts) > 0 {
			facts[len(facts)-1].Value += " " + each
			continue
		}
		facts = append(facts, Evidence{Attribute: attribute, Value: value})
	}
	for _, f := range facts {
		statements = append(statements, lowered(s.statement(f)))
	}
	return statements
}
