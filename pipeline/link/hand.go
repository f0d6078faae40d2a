package link

import (
	"cmp"
	"slices"
	"strings"
)

// A Decision is what a person decided about a supplier.
type Decision struct {
	Source       string
	Supplier     string // provider id, or the name as published: then every supplier of the source with that name
	Organisation string // provider id; empty for none
}

// ByHand lets decisions take the place of what the program found. One about a
// provider id goes before one about a name. The outcomes keep their order, and
// what the program found stays in them to be read. Decisions that no supplier
// has are given back. Natural persons are not linked by hand either.
func ByHand(outcomes []Outcome, suppliers []Supplier, decisions []Decision) (decided []Outcome, unused []Decision) {
	by, used := map[Decision]Decision{}, map[Decision]bool{}
	for _, d := range decisions {
		by[about(d.Source, d.Supplier)] = d
	}
	called := map[string]Supplier{}
	for _, s := range suppliers {
		called[s.ID] = s
	}
	for _, o := range outcomes {
		s := called[o.Supplier]
		for _, key := range []Decision{about(s.Source, s.ID), about(s.Source, s.Name)} {
			if d, found := by[key]; found && o.Why != NaturalPerson {
				o, used[key] = d.settle(o), true
				break
			}
		}
		decided = append(decided, o)
	}
	for key, d := range by {
		if !used[key] {
			unused = append(unused, d)
		}
	}
	slices.SortFunc(unused, func(a, b Decision) int {
		return cmp.Or(strings.Compare(a.Source, b.Source), strings.Compare(a.Supplier, b.Supplier))
	})
	return decided, unused
}

// about is the key of a decision. Names are compared without regard to case
// and blanks.
func about(source, supplier string) Decision {
	return Decision{Source: source, Supplier: strings.Join(strings.Fields(strings.ToLower(supplier)), " ")}
}

func (d Decision) settle(o Outcome) Outcome {
	o.Organisation, o.Confirming, o.Score, o.Why = d.Organisation, nil, 0, ""
	o.Status = LinkedByHand
	if d.Organisation == "" {
		o.Status = UnlinkedByHand
	}
	return o
}
