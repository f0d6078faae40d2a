package pipeline

import (
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/protect"
)

// setAlone finds the definitions under which natural persons have a sector that no
// organisation shares anywhere, where under another one does in the same cell:
// their sectors would list the natural persons of every place.
func (o *personPeriod) setAlone(s *system) {
	anywhere, here := map[string]bool{}, map[int64]map[string]bool{}
	for _, w := range o.rows {
		if here[w.cell] == nil {
			here[w.cell] = map[string]bool{}
		}
		for _, part := range sectorsOf(s.parts[w.pattern]) {
			if !protect.IsFew(w.weight, leastWeight) {
				anywhere[part], here[w.cell][part] = true, true
			}
		}
	}
	for _, w := range o.rows {
		sectors := sectorsOf(s.parts[w.pattern])
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
func (o *personPeriod) findSecrets(s *system, below map[string]bool) {
	for c, parts := range o.partWeights(s) {
		for part, weight := range parts {
			if below[s.totals[c].Place] && protect.IsFew(weight, leastWeight) {
				o.secrets[numberOf(s.totals[c], part)] = true
			}
		}
	}
}

// partWeights is what each sector of each cell weighs, and all of it.
func (o *personPeriod) partWeights(s *system) []map[string]int64 {
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
			for _, part := range append(sectorsOf(s.parts[w.pattern]), "/total") {
				weights[c][part] += w.weight
			}
		}
	}
	return weights
}

func numberOf(t Total, part string) attack.Number {
	definition, sector, _ := strings.Cut(part, "/")
	return attack.Number{
		Definition: definition, Measure: t.Measure, Period: t.Period, Place: t.Place, Area: t.Area, Agreement: t.Agreement, Part: sector,
	}
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
