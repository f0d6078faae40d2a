package workspace

import (
	"maps"
	"slices"
	"strings"
)

// checkSupersedes holds that a decision replaces another one about the same
// provider, and that no decision replaces itself by way of others.
func (o Override) checkSupersedes(all map[string]Override, found *problems) {
	if o.Supersedes == "" {
		return
	}
	at := o.row.at("supersedes")
	before, exists := all[o.Supersedes]
	switch {
	case !exists:
		var possible []string
		for _, id := range slices.Sorted(maps.Keys(all)) {
			if id != o.ID {
				possible = append(possible, id)
			}
		}
		known(shown(o.Supersedes), possible, "decision", at, found)
	case o.supersedes(o.ID, all):
		found.add(at, "decision %q supersedes itself", shown(o.ID))
	case before.Provider != o.Provider:
		found.add(at, "decision %q is about another provider", shown(o.Supersedes))
	}
}

// supersedes tells whether a decision replaces another, directly or by way of
// others.
func (o Override) supersedes(id string, all map[string]Override) bool {
	for range all {
		if o.Supersedes == id {
			return true
		}
		next, exists := all[o.Supersedes]
		if !exists {
			return false
		}
		o = next
	}
	return false
}

// checkOverlaps refuses two decisions about one provider under one definition
// on one day, unless one of them replaces the other.
func checkOverlaps(overrides []Override, all map[string]Override, found *problems) {
	earlier := map[string][]Override{}
	for _, o := range overrides {
		for _, before := range earlier[o.Provider] {
			shared := o.shared(before)
			if o.Provider == "" || len(shared) == 0 || !o.meets(before) || o.supersedes(before.ID, all) || before.supersedes(o.ID, all) {
				continue
			}
			found.add(o.row.at("valid_from"), "the decision overlaps decision %q on line %d for the same provider under %s; end one of them, or write one under supersedes of the other",
				shown(before.ID), before.line(), strings.Join(shared, " "))
		}
		earlier[o.Provider] = append(earlier[o.Provider], o)
	}
}

// shared are the definitions that two decisions both apply to.
func (o Override) shared(other Override) (both []string) {
	for _, id := range o.Definitions {
		if slices.Contains(other.Definitions, id) {
			both = append(both, id)
		}
	}
	return both
}

// meets tells whether two decisions hold on some day together; texts of dates
// sort as dates do.
func (o Override) meets(other Override) bool {
	return (o.To == "" || o.To > other.From) && (other.To == "" || other.To > o.From)
}
