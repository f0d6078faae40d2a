package pipeline

import (
	"context"
	"fmt"

	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// leastShown is the least number of people that is published, where the source
// has no higher limit of its own (method 6).
const leastShown = 5

// A protection says how much of every cell of the protected measures is shown.
type protection struct {
	states  map[Total]protect.State // by total, without its definition
	periods []protectedPeriod
}

// A protectedPeriod is what protecting one measure and period did.
type protectedPeriod struct {
	measure, period string
	limit           int64
	totals          []Total // in published order
	pattern         protect.Pattern
}

// of is how much is shown of the total.
func (p protection) of(t Total) protect.State { return p.states[t.under("")] }

// protection finds what is shown of every protected measure.
func (s *session) protection(ctx context.Context) (p protection, err error) {
	p.states = map[Total]protect.State{}
	for _, m := range s.space.Measures {
		if m.Protect != protectFrequency {
			continue
		}
		periods, err := s.protectMeasure(ctx, m)
		if err != nil {
			return p, fmt.Errorf("protect %s: %w", m.ID, err)
		}
		for _, each := range periods {
			for i, t := range each.totals {
				p.states[t] = each.pattern.States[i]
			}
		}
		p.periods = append(p.periods, periods...)
	}
	return p, nil
}

func (s *session) protectMeasure(ctx context.Context, m workspace.Measure) (list []protectedPeriod, err error) {
	systems, err := s.systems(ctx, m)
	for _, each := range systems {
		list = append(list, protectedPeriod{
			measure: m.ID, period: each.period, limit: each.Limit, totals: each.totals,
			pattern: protect.Protect(each.System),
		})
	}
	return list, err
}
