package workspace

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

func (w *Workspace) checkDefinition(d Definition, found *problems) {
	isID(d.ID, d.Where.At("id"), found)
	if d.ID == KindDefinition {
		found.add(d.Where.At("id"), "the id %q is that of kind.yaml; give the definition another", d.ID)
	}
	d.checkVersion(found)
	if _, err := time.Parse(time.DateOnly, d.AppliesFrom); d.AppliesFrom != "" && err != nil {
		found.add(d.Where.At("applies_from"), "%q is not a date as YYYY-MM-DD", d.AppliesFrom)
	}
	for i, any := range d.Needs {
		for j, attribute := range any {
			w.inList(attribute, "attribute", d.Where.At(fmt.Sprintf("needs[%d][%d]", i, j)), found)
		}
	}
	d.checkRuleIDs(found)
	for _, r := range d.Rules {
		w.checkRule(r, found)
	}
	d.checkEnd(found)
	d.checkReach(found)
}

func (d Definition) checkVersion(found *problems) {
	if d.Version < 1 {
		found.add(d.Where.At("version"), "\"version\" is %d, expected 1 or more", d.Version)
	}
}

func (d Definition) checkRuleIDs(found *problems) {
	first := map[string]Position{}
	for _, r := range d.Rules {
		if before, twice := first[r.ID]; twice && r.ID != "" {
			found.add(r.Where.At("id"), "rule %q stands twice, first on line %d", r.ID, before.Line)
		}
		first[r.ID] = r.Where.At("id")
	}
}

// checkEnd holds method 2: rules are exhaustive, and end in "known not public"
// and "everything else".
func (d Definition) checkEnd(found *problems) {
	n := len(d.Rules)
	if n == 0 {
		return
	}
	if last := d.Rules[n-1]; last.Sector != "unknown" || len(last.When)+len(last.Unless) > 0 {
		found.add(last.Where.At(""), "the last rule must catch everything: sector unknown, without when and unless")
	}
	if n < 2 || d.Rules[n-2].Sector != "nonpublic" {
		found.add(d.Rules[max(0, n-2)].Where.At(""), "the last rule but one must have the sector nonpublic, for what is known not to be public")
	}
}

// checkReach reports rules that hide all later ones.
func (d Definition) checkReach(found *problems) {
	for _, r := range d.Rules[:max(0, len(d.Rules)-1)] {
		if len(r.When)+len(r.Unless) == 0 {
			found.add(r.Where.At(""), "rule %q matches everything, so that no later rule is ever reached; add when", r.ID)
		}
	}
}

func (w *Workspace) checkRule(r Rule, found *problems) {
	isID(r.ID, r.Where.At("id"), found)
	w.inList(r.Sector, "sector", r.Where.At("sector"), found)
	w.checkReason(r, found)
	if r.Basis == "override" {
		found.add(r.Where.At("basis"), "a rule cannot have the basis override; overrides stand in overrides.csv")
	}
	w.inList(r.Basis, "basis", r.Where.At("basis"), found)
	if r.Basis == "presumed" && r.CouldBe == nil {
		found.add(r.Where.At("basis"), "rule %q presumes its sector; say in could_be which others are possible, or [] for none", r.ID)
	}
	for i, sector := range r.CouldBe {
		w.inList(sector, "sector", r.Where.At(fmt.Sprintf("could_be[%d]", i)), found)
	}
	w.checkConditions(r, "when", r.When, found)
	w.checkConditions(r, "unless", r.Unless, found)
}

func (w *Workspace) checkReason(r Rule, found *problems) {
	remainder := r.Sector == "nonpublic" || r.Sector == "unknown"
	switch {
	case remainder && r.Reason == "":
		found.add(r.Where.At("sector"), "rule %q leaves a remainder (%s) and needs a reason", r.ID, r.Sector)
	case !remainder && r.Reason != "":
		found.add(r.Where.At("reason"), "rule %q decides the sector %s; only nonpublic and unknown have a reason", r.ID, r.Sector)
	default:
		w.inList(r.Reason, "remainder_reason", r.Where.At("reason"), found)
	}
}

// implicit are the attributes that the program itself gives every provider.
var implicit = []string{"provider_kind", "mask"}

func (w *Workspace) checkConditions(r Rule, key string, conditions map[string][]string, found *problems) {
	attributes, _ := w.List("attribute")
	for attribute, values := range conditions {
		at := r.Where.At(join(key, attribute))
		if !known(attribute, append(attributes.codes(), implicit...), "attribute", at, found) {
			continue
		}
		if len(values) == 0 {
			found.add(at, "%s %s has no value; write '*' for any", key, attribute)
		}
		possible := w.valuesOf(attribute)
		for i, value := range values {
			if value != "" && value != "*" && possible != nil && !slices.Contains(possible, value) {
				found.add(r.Where.At(fmt.Sprintf("%s[%d]", join(key, attribute), i)), "%s cannot be %q%s", attribute, value, instead(value, possible))
			}
		}
	}
}

// valuesOf lists what an attribute can be; nil for free text.
func (w *Workspace) valuesOf(attribute string) []string {
	if l, exists := w.List(attribute); exists {
		return l.codes()
	}
	attributes, _ := w.List("attribute")
	row, _ := find(attributes.Rows, func(row map[string]string) bool { return row["code"] == attribute })
	if row["values"] == "" {
		return nil
	}
	return strings.Split(row["values"], "|")
}
