package pipeline

import (
	"tresektor/pipeline/edition"
)

// A Move is the idéburen share of a card in a period before and after.
// Numbers are millionths; nil is "no number".
type Move struct {
	Card   string       `json:"card"`
	Title  edition.Text `json:"title"`
	Place  edition.Text `json:"place"`
	Period string       `json:"period"`
	Why
	Before *ShareRange `json:"before"` // nil: the card had no such period
	After  *ShareRange `json:"after"`  // nil: it has none any more
}

// A ShareRange is a share with its possible range.
type ShareRange struct {
	Share *int64 `json:"share"`
	Low   *int64 `json:"low"`
	High  *int64 `json:"high"`
}

// moves pairs the periods of cards and gives those that differ, in the order
// of the front page.
func moves(before, after []Card) []Move {
	earlier := map[[2]string]Move{}
	for _, m := range rangesOf(before) {
		earlier[[2]string{m.Card, m.Period}] = m
	}
	list := []Move{}
	for _, m := range rangesOf(after) {
		key := [2]string{m.Card, m.Period}
		was := earlier[key].After
		delete(earlier, key)
		if m.Before = was; was == nil || !sameRange(*was, *m.After) {
			list = append(list, m)
		}
	}
	for _, m := range rangesOf(before) {
		if _, gone := earlier[[2]string{m.Card, m.Period}]; gone {
			m.Before, m.After = m.After, nil
			list = append(list, m)
		}
	}
	return list
}

// rangesOf lists every period of cards with its share as After.
func rangesOf(cards []Card) (list []Move) {
	for _, c := range cards {
		for _, p := range c.Periods {
			s := p.sector("ideburen")
			list = append(list, Move{
				Card: c.ID, Title: c.Title, Place: c.Place, Period: p.Period, Why: unexplained(),
				After: &ShareRange{Share: s.Share, Low: s.Low, High: s.High},
			})
		}
	}
	return list
}

func sameRange(a, b ShareRange) bool {
	return same(a.Share, b.Share) && same(a.Low, b.Low) && same(a.High, b.High)
}

// isPoint tells whether the range is no wider than the share.
func (r ShareRange) isPoint() bool { return same(r.Low, r.Share) && same(r.High, r.Share) }

func same(a, b *int64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
