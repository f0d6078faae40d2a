package pipeline

import (
	"context"

	"tresektor/queries"
)

// A Development is how a card's idéburen share changed between two periods
// under one definition, in millionths. Causes sum to Change.
type Development struct {
	Period     string           `json:"period"`
	Earlier    string           `json:"earlier"`
	Definition string           `json:"definition"`
	IsOwn      bool             `json:"is_own"` // under the card's own definition
	Change     int64            `json:"change"`
	Low        *int64           `json:"low"` // the paired range; nil where the definition has none
	High       *int64           `json:"high"`
	Causes     map[string]int64 `json:"causes"`
	IsBreak    bool             `json:"is_break"` // the series is broken between the two
}

// changeCauses are the causes of a change, in the order they are told in.
func changeCauses() []string {
	return []string{"reclassified", "converted", "evidence", "arrived", "ended", "remaining", "method"}
}

// sign is -1 or 1 where both ends of the range have it, and 0 otherwise.
func (d Development) sign() int {
	switch {
	case d.Low == nil || d.High == nil:
		return 0
	case *d.Low > 0:
		return 1
	case *d.High < 0:
		return -1
	}
	return 0
}

// developments reads the built development into cards.
func (s *session) developments(ctx context.Context) (map[string][]Development, error) {
	q, err := queries.Published("development")
	if err != nil {
		return nil, err
	}
	rows, err := s.wh.Query(ctx, q.SQL)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cards := map[string][]Development{}
	for rows.Next() {
		var card string
		var d Development
		parts := make([]int64, len(changeCauses()))
		into := []any{&card, &d.Period, &d.Earlier, &d.Definition, &d.IsOwn, &d.Change, &d.Low, &d.High}
		for i := range parts {
			into = append(into, &parts[i])
		}
		if err := rows.Scan(append(into, &d.IsBreak)...); err != nil {
			return nil, err
		}
		d.Causes = map[string]int64{}
		for i, cause := range changeCauses() {
			d.Causes[cause] = parts[i]
		}
		cards[card] = append(cards[card], d)
	}
	return cards, rows.Err()
}

// between are the developments from the earliest period that the last one is
// compared with, the card's own definition first.
func between(all []Development, last string) (list []Development) {
	for _, d := range all {
		if d.Period != last {
			continue
		}
		if len(list) > 0 && list[0].Earlier != d.Earlier {
			list = nil
		}
		if d.IsOwn {
			list = append([]Development{d}, list...)
			continue
		}
		list = append(list, d)
	}
	return list
}

// sincePrevious is the change to the last period from the one before, under the
// card's own definition: nil where that is the first, and told of it already.
func sincePrevious(all []Development, periods []Period) *Development {
	n := len(periods)
	if n < 3 {
		return nil
	}
	for _, d := range all {
		if d.IsOwn && d.Period == periods[n-1].Period && d.Earlier == periods[n-2].Period {
			return &d
		}
	}
	return nil
}
