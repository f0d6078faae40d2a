package pipeline

import (
	"slices"
	"strings"
)

// A verdict is what one definition says, and others with the same words.
type verdict struct {
	definitions []string
	spans       []span
}

// verdicts gathers definitions that decide the same by the same rules.
func (s *story) verdicts(e Explanation) (all []verdict) {
	for _, definition := range s.definitions(e) {
		var applied []Decision
		for _, d := range e.Decisions {
			if d.Definition == definition && d.Silence == "" {
				applied = append(applied, d)
			}
		}
		if len(applied) == 0 {
			continue
		}
		v := verdict{[]string{definition}, spans(applied)}
		i := slices.IndexFunc(all, func(other verdict) bool { return slices.EqualFunc(v.spans, other.spans, s.isSame) })
		if i >= 0 {
			all[i].definitions = append(all[i].definitions, definition)
			continue
		}
		all = append(all, v)
	}
	return all
}

// isSame tells whether two definitions say the same of the same periods.
func (s *story) isSame(a, b span) bool {
	x, y := a.said(), b.said()
	x.Definition = y.Definition
	if x != y || !slices.Equal(a.periods, b.periods) || !slices.Equal(a.measures, b.measures) {
		return false
	}
	return !slices.ContainsFunc(strings.Fields(a.OtherRules), func(id string) bool {
		return s.rule(a.Definition, id).words != s.rule(b.Definition, id).words
	})
}
