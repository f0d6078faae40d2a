package pipeline

import (
	"context"
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// leastWeight is more than two natural persons weigh: see
// queries/protect/person_weight.
const leastWeight = 2*2520 + 1

// A personPeriod is what is not shown of one measure and period, so that no
// natural person's own volume can be told below län.
type personPeriod struct {
	protectedPeriod
	alone    map[string]bool        // definitions that have natural persons in a sector of their own
	secrets  map[attack.Number]bool // the numbers of fewer than three
	rows     []personWeight
	isFew    bool  // some cell below län has fewer than three persons
	isBeside bool  // the measure has other protection too
	width    width // of totals that tell persons from organisations
}

// A personWeight is how many natural persons stand behind a pattern of evidence
// in a cell, in weights: as they count below län, and as they count themselves. The
// months of a year have the first of their cells in common.
type personWeight struct {
	cell, first, pattern, weight, own int64
}

// personPeriods are the periods in which there are natural persons.
func (s *session) personPeriods(ctx context.Context, m workspace.Measure) (map[int64]*personPeriod, error) {
	all := map[int64]*personPeriod{}
	return all, s.eachOf(ctx, "person_weight", []any{m.ID}, func(scan func(...any) error) error {
		var key int64
		var w personWeight
		var isBelow bool
		err := scan(&key, &w.cell, &w.first, &w.pattern, &w.weight, &w.own, &isBelow)
		if all[key] == nil {
			all[key] = &personPeriod{alone: map[string]bool{}, secrets: map[attack.Number]bool{}}
		}
		all[key].rows = append(all[key].rows, w)
		all[key].isFew = all[key].isFew || protect.IsFew(w.weight, leastWeight)
		return err
	})
}

// levels are the levels of places: country, lan, kommun and others.
func (s *session) levels() map[string]string {
	levels := map[string]string{}
	list, _ := s.space.List("place")
	for _, row := range list.Rows {
		levels[row["code"]] = row["level"]
	}
	return levels
}

// isBelowLan tells whether a level of places is finer than län.
func isBelowLan(level string) bool { return level != "country" && level != "lan" }

// addPersons protects the natural persons of one period. What is closed for them in
// a measure with other protection is closed when that begins.
func (p *protection) addPersons(s *system) {
	one := s.persons
	if one == nil {
		return
	}
	if one.isReasonOfFew(s) {
		p.silent[[2]string{s.measure, s.period}] = true
	}
	if !one.isFew {
		return
	}
	one.setAlone(s)
	p.setWidth(s)
	one.isBeside = s.isProtected
	one.protectedPeriod = protectedPeriod{
		measure: s.measure, period: s.period, limit: leastPersons, totals: s.totals, pattern: p.pool(one.weights(s)),
	}
	one.findSecrets(s, p.below)
	p.persons[[2]string{s.measure, s.period}] = one
	if !s.isProtected {
		p.show(s, one.pattern)
		return
	}
	for c, state := range one.pattern.States {
		s.Cells[c].Was = max(s.Cells[c].Was, state)
	}
}

// pool closes what few natural persons alone are behind. What an edition before shows
// hides nobody, but where that would close a län for one kommun: whoever then
// computes must guess that nothing has changed there.
func (p *protection) pool(weights *system) protect.Pattern {
	strict := protect.Pool(weights.System)
	for c := range weights.Cells {
		weights.Cells[c].Known = protect.Hidden
	}
	free := protect.Pool(weights.System)
	for c, t := range weights.totals {
		if !p.below[t.Place] && strict.States[c] > free.States[c] {
			return free
		}
	}
	return strict
}

// weights is a period's system with what persons weigh in sectors, the only parts
// of a cell that are shown below län.
func (o *personPeriod) weights(s *system) *system {
	w := s.weighed()
	for pattern, parts := range s.parts {
		w.parts[pattern] = o.shared(parts)
	}
	for _, row := range o.rows {
		w.report(row.cell, row.pattern, row.weight)
	}
	w.group()
	return w
}

// isReasonOfFew tells whether some reason of a remainder has fewer than three
// natural persons in it, in a total or in the difference between some. Reasons name
// masks of persons, so that this is asked from län and up too.
func (o *personPeriod) isReasonOfFew(s *system) bool {
	w := s.weighed()
	for pattern, parts := range s.parts {
		w.parts[pattern] = reasonsOf(parts)
	}
	for _, row := range o.rows {
		if w.parts[row.pattern] != "" {
			w.report(row.cell, row.pattern, row.own)
		}
	}
	w.group()
	return slices.ContainsFunc(protect.Pool(w.System).States, func(state protect.State) bool { return state != protect.Open })
}

// reasonsOf are the reasons why a pattern is not decided.
func reasonsOf(parts string) string {
	var reasons []string
	for part := range strings.FieldsSeq(parts) {
		_, sector, _ := strings.Cut(part, "/")
		sector, reason, isPart := strings.Cut(sector, "/")
		isBasis := slices.Contains([]string{"presumed", "stated", "carried", "contested"}, reason) || strings.HasPrefix(reason, "or_")
		if isPart && !isBasis && (sector == "nonpublic" || sector == "unknown") {
			reasons = append(reasons, part)
		}
	}
	return strings.Join(reasons, " ")
}

// sectorsOf are the sectors of a pattern under each definition, without what is
// published of it beside.
func sectorsOf(parts string) (sectors []string) {
	for part := range strings.FieldsSeq(parts) {
		if strings.Count(part, "/") == 1 {
			sectors = append(sectors, part)
		}
	}
	return sectors
}

// personPeriods are the measures and periods in which natural persons are
// protected, in order.
func (p *protection) personPeriods() (list []*personPeriod) {
	for _, key := range slices.SortedFunc(maps.Keys(p.persons), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		list = append(list, p.persons[key])
	}
	return list
}
