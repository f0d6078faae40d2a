package pipeline

import (
	"context"
	"fmt"
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

// A personPeriod is what is not shown of one measure and period without other
// protection, so that no natural person's own volume can be told below län.
type personPeriod struct {
	protectedPeriod
	alone   map[string]bool        // definitions that have natural persons in a sector of their own
	secrets map[attack.Number]bool // the numbers of fewer than three
	below   map[int]bool           // cells below län
	rows    []personWeight
	atoms   map[int64]string // by pattern_id
}

// A personWeight is how many natural persons stand behind a pattern of evidence
// in a cell, in weights.
type personWeight struct {
	cell, pattern, weight int64
	isBelow               bool
}

// protectPersons finds what is not shown of measures without other protection.
func (s *session) protectPersons(ctx context.Context, p *protection) error {
	for _, m := range s.space.Measures {
		if m.Protect != "none" {
			continue
		}
		if err := s.protectPersonsOf(ctx, m, p); err != nil {
			return fmt.Errorf("protect natural persons in %s: %w", m.ID, err)
		}
	}
	return nil
}

func (s *session) protectPersonsOf(ctx context.Context, m workspace.Measure, p *protection) error {
	periods, err := s.personPeriods(ctx, m)
	if err != nil || len(periods) == 0 {
		return err
	}
	all := map[int64]*system{}
	if err := s.readTotals(ctx, m, all); err != nil {
		return err
	}
	err = s.readParts(ctx, m, func(key, pattern int64, parts string) {
		if one := periods[key]; one != nil {
			one.atoms[pattern] = parts
		}
	})
	if err != nil {
		return err
	}
	level := s.levels()
	for place, of := range level {
		p.below[place] = isBelowLan(of)
	}
	for _, key := range slices.Sorted(maps.Keys(periods)) {
		p.addPersons(periods[key], all[key], level)
	}
	return nil
}

// personPeriods are the periods in which some cell below län has fewer than
// three natural persons.
func (s *session) personPeriods(ctx context.Context, m workspace.Measure) (map[int64]*personPeriod, error) {
	all, isFew := map[int64]*personPeriod{}, map[int64]bool{}
	err := s.eachOf(ctx, "person_weight", []any{m.ID}, func(scan func(...any) error) error {
		var key int64
		var w personWeight
		err := scan(&key, &w.cell, &w.pattern, &w.weight, &w.isBelow)
		if all[key] == nil {
			all[key] = &personPeriod{alone: map[string]bool{}, secrets: map[attack.Number]bool{}, below: map[int]bool{}, atoms: map[int64]string{}}
		}
		all[key].rows = append(all[key].rows, w)
		isFew[key] = isFew[key] || protect.IsFew(w.weight, leastWeight)
		return err
	})
	maps.DeleteFunc(all, func(key int64, _ *personPeriod) bool { return !isFew[key] })
	return all, err
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

// addPersons protects one period and keeps what is shown of it.
func (p *protection) addPersons(one *personPeriod, s *system, level map[string]string) {
	s.Limit = leastWeight
	for c, t := range s.totals {
		one.below[c] = isBelowLan(level[t.Place])
	}
	one.setAlone()
	for pattern, parts := range one.atoms {
		s.parts[pattern] = one.shared(parts)
	}
	for _, w := range one.rows {
		s.report(w.cell, w.pattern, w.weight)
	}
	s.group()
	one.protectedPeriod = protectedPeriod{
		measure: s.measure, period: s.period, limit: leastPersons, totals: s.totals, pattern: protect.Pool(s.System),
	}
	one.findSecrets(s)
	p.persons[[2]string{s.measure, s.period}] = one
	p.show(s, one.pattern)
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

// setAlone finds the definitions under which natural persons have a sector that no
// organisation shares anywhere, where under another one does in the same cell:
// their sectors would list the natural persons of every place.
func (o *personPeriod) setAlone() {
	anywhere, here := map[string]bool{}, map[int64]map[string]bool{}
	for _, w := range o.rows {
		if here[w.cell] == nil {
			here[w.cell] = map[string]bool{}
		}
		for _, part := range sectorsOf(o.atoms[w.pattern]) {
			if !protect.IsFew(w.weight, leastWeight) {
				anywhere[part], here[w.cell][part] = true, true
			}
		}
	}
	for _, w := range o.rows {
		sectors := sectorsOf(o.atoms[w.pattern])
		if !protect.IsFew(w.weight, leastWeight) || !slices.ContainsFunc(sectors, func(part string) bool { return here[w.cell][part] }) {
			continue
		}
		for _, part := range sectors {
			if definition, _, _ := strings.Cut(part, "/"); !anywhere[part] {
				o.alone[definition] = true
			}
		}
	}
}

// shared are a pattern's sectors under the definitions that are shown below län.
func (o *personPeriod) shared(parts string) string {
	return strings.Join(slices.DeleteFunc(sectorsOf(parts), func(part string) bool {
		definition, _, _ := strings.Cut(part, "/")
		return o.alone[definition]
	}), " ")
}

// findSecrets names every number below län that is of fewer than three natural
// persons alone.
func (o *personPeriod) findSecrets(s *system) {
	weights := make([]map[string]int64, len(s.Cells))
	for c := range weights {
		weights[c] = map[string]int64{}
	}
	for _, w := range o.rows {
		l, there := s.leaf[w.cell]
		if !there {
			continue
		}
		for _, c := range s.Leaves[l].In {
			for _, part := range append(sectorsOf(o.atoms[w.pattern]), "/total") {
				weights[c][part] += w.weight
			}
		}
	}
	for c, parts := range weights {
		for part, weight := range parts {
			if o.below[c] && protect.IsFew(weight, leastWeight) {
				o.secrets[numberOf(s.totals[c], part)] = true
			}
		}
	}
}

func numberOf(t Total, part string) attack.Number {
	definition, sector, _ := strings.Cut(part, "/")
	return attack.Number{
		Definition: definition, Measure: t.Measure, Period: t.Period, Place: t.Place, Area: t.Area, Agreement: t.Agreement, Part: sector,
	}
}

// personPeriods are the measures and periods in which natural persons are
// protected, in order.
func (p *protection) personPeriods() (list []protectedPeriod) {
	for _, key := range slices.SortedFunc(maps.Keys(p.persons), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
		list = append(list, p.persons[key].protectedPeriod)
	}
	return list
}

// secrets are the numbers of some measures and periods that are of fewer than
// three natural persons.
func (p *protection) secrets(wanted func(measure, period string) bool) map[attack.Number]bool {
	all := map[attack.Number]bool{}
	for key, one := range p.persons {
		if wanted(key[0], key[1]) {
			maps.Copy(all, one.secrets)
		}
	}
	return all
}
