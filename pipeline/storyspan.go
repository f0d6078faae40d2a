package pipeline

import (
	"slices"
	"strings"
)

// A span is a decision for as many periods in a row as it is the same.
type span struct {
	Decision
	periods  []string
	measures []string
}

// spans groups one definition's decisions. A span ends where, on a later
// date, nothing says the same.
func spans(decisions []Decision) (all []span) {
	ordered := slices.Clone(decisions)
	slices.SortStableFunc(ordered, func(a, b Decision) int { return strings.Compare(a.Date, b.Date) })
	open := map[Decision]int{}
	for len(ordered) > 0 {
		n := 1
		for n < len(ordered) && ordered[n].Date == ordered[0].Date {
			n++
		}
		open, all = extended(open, all, ordered[:n])
		ordered = ordered[n:]
	}
	return all
}

// extended adds the decisions of one date to the spans that are open, and
// tells which are open after it.
func extended(open map[Decision]int, all []span, same []Decision) (map[Decision]int, []span) {
	next := map[Decision]int{}
	for _, d := range same {
		i, found := next[d.said()]
		if !found {
			i, found = open[d.said()]
		}
		if !found {
			i = len(all)
			all = append(all, span{Decision: d})
		}
		next[d.said()] = i
		all[i].periods = withText(all[i].periods, d.Period)
		all[i].measures = withText(all[i].measures, d.Measure)
	}
	return next, all
}

func withText(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// said is what a decision says, whenever and of whichever measure it says it.
func (d Decision) said() Decision {
	d.Measure, d.Period, d.From, d.To, d.Date, d.Carried = "", "", "", "", "", false
	if d.Silence != "" {
		return Decision{Definition: d.Definition, Silence: d.Silence}
	}
	return d
}
