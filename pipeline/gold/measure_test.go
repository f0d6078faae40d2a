// Package gold measures how well the rules classify: it compares the sectors of
// an edition of the example with labels whose evidence the rules never see
// (data/gold/README.md), and keeps the printed numbers of docs/method.md true.
package gold

import (
	"cmp"
	"slices"
)

// definitions are those that the gold set labels; sectors those that a label
// can be. Both are in the order in which they are printed.
var (
	definitions = []string{"snav", "bred", "uppgiven"}
	sectors     = []string{"public", "private", "ideburen"}
)

// A score counts the checked organisations of one sector under one definition:
// those the edition puts there, those the labels put there, and those in both.
type score struct {
	definition, sector         string
	decided, labelled, correct int
}

// A disagreement is an organisation that label and edition see differently.
type disagreement struct {
	label      label
	definition string
	decision   decision
}

// undecided says that the edition does not claim to know.
func (d disagreement) undecided() bool { return !slices.Contains(sectors, d.decision.sector) }

// A measurement is the whole comparison. missing are labels whose provider is
// not in the edition: an error of the gold set.
type measurement struct {
	scores        []score
	disagreements []disagreement
	missing       []string
}

// measure compares the checked labels with the decisions. A provider that the
// edition leaves undecided lowers recall and not precision.
func measure(labels []label, decisions map[key]decision) measurement {
	var m measurement
	counts := map[[2]string]*score{}
	for _, definition := range definitions {
		for _, sector := range slices.Concat(sectors, []string{"nonpublic", "unknown"}) {
			counts[[2]string{definition, sector}] = &score{definition: definition, sector: sector}
		}
	}
	for _, l := range labels {
		for definition, want := range l.sector {
			d, known := decisions[key{definition, l.id}]
			if !known {
				m.missing = append(m.missing, l.id)
				continue
			}
			counts[[2]string{definition, d.sector}].decided++
			counts[[2]string{definition, want}].labelled++
			if d.sector == want {
				counts[[2]string{definition, want}].correct++
				continue
			}
			m.disagreements = append(m.disagreements, disagreement{l, definition, d})
		}
	}
	for _, definition := range definitions {
		for _, sector := range sectors {
			m.scores = append(m.scores, *counts[[2]string{definition, sector}])
		}
	}
	slices.Sort(m.missing)
	slices.SortFunc(m.disagreements, func(a, b disagreement) int {
		return cmp.Or(
			cmp.Compare(slices.Index(definitions, a.definition), slices.Index(definitions, b.definition)),
			cmp.Compare(a.label.id, b.label.id),
		)
	})
	return m
}

// only returns the labels of some strata.
func only(labels []label, keep func(label) bool) []label {
	var kept []label
	for _, l := range labels {
		if keep(l) {
			kept = append(kept, l)
		}
	}
	return kept
}
