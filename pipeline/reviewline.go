package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// personLine is the provider of a line that stands for all natural persons.
const personLine = "person"

// A ReviewLine is what can be decided at once: a provider, all natural persons
// together, or one mask of a source.
type ReviewLine struct {
	Provider    string    `json:"provider_id"` // "person" for all natural persons
	Kind        string    `json:"provider_kind"`
	Name        string    `json:"name"`
	Why         string    `json:"why"` // expired masked unlinked undecided contested presumed
	Sector      string    `json:"sector"`
	Basis       string    `json:"basis"`
	Rule        string    `json:"rule"`
	Reason      string    `json:"reason"`
	OtherRules  string    `json:"other_rules"`
	Expired     string    `json:"expired_decision"` // of overrides.csv, due for review
	Known       string    `json:"evidence"`
	Candidates  []string  `json:"candidates"` // of a supplier without a number: whom it may be, likeliest first
	CanBe       []string  `json:"can_be"`
	Definitions []string  `json:"definitions"` // under which it could move the share
	Providers   int64     `json:"providers"`   // 0 for fewer than three natural persons
	Amount      string    `json:"amount"`      // "..." where it would tell of fewer than three natural persons
	Share       int64     `json:"share"`       // of the total's known amounts
	HiddenLow   string    `json:"hidden_low"`
	HiddenHigh  string    `json:"hidden_high"`
	Outcomes    []Outcome `json:"outcomes"`
	Points      int64     `json:"points"`    // how much narrower the range becomes
	Cumulated   int64     `json:"cumulated"` // with all lines before it
	From        string    `json:"valid_from"`
	To          string    `json:"valid_to"`

	set      parts // what moves, where it is now
	isUntold bool  // its numbers are withheld
	stake    *big.Rat
}

// An Outcome is how far the ends of the published range move when the line
// turns out to be of a sector.
type Outcome struct {
	Sector string `json:"sector"`
	Low    int64  `json:"low"`
	High   int64  `json:"high"`
}

// A rangeOf is what the range of a total is made of, and how many of its
// providers are decided by hand.
type rangeOf struct {
	parts
	decisions int64
}

// ranges are the parts of every total that is asked about.
func (a *asking) ranges(ctx context.Context) (map[string]rangeOf, error) {
	all := map[string]rangeOf{}
	err := a.each(ctx, "review_part", nil, func(scan func(...any) error) error {
		var asked, part string
		var q quantity
		var decisions int64
		if err := scan(&asked, &part, &q.positive, &q.negative, &q.hiddenLow, &q.hiddenHigh, &decisions); err != nil {
			return err
		}
		r := all[asked]
		r.parts, r.decisions = r.plus(partOf(part, q)), r.decisions+decisions
		all[asked] = r
		return nil
	})
	return all, err
}

func partOf(sector string, q quantity) parts {
	switch sector {
	case "ideburen":
		return parts{ideburen: q}
	case "undecided", "nonpublic", "unknown":
		return parts{undecided: q}
	}
	return parts{rest: q}
}

// reviewLines are the open providers of every total that is asked about.
func (a *asking) reviewLines(ctx context.Context) (map[string][]ReviewLine, error) {
	all := map[string][]ReviewLine{}
	err := a.each(ctx, "review_line", nil, func(scan func(...any) error) error {
		var asked string
		var l ReviewLine
		var q quantity
		var can [3]bool
		var candidates string
		if err := scan(&asked, &l.Provider, &l.Kind, &l.Sector, &l.Basis, &l.Rule, &l.Reason, &l.Why, &l.OtherRules, &l.Expired,
			&can[0], &can[1], &can[2], &l.Providers, &q.positive, &q.negative, &q.hiddenLow, &q.hiddenHigh,
			&l.From, &l.To, &l.Name, &l.Known, &candidates); err != nil {
			return err
		}
		l.Candidates = strings.Fields(candidates)
		for i, sector := range []string{"public", "private", "ideburen"} {
			if can[i] {
				l.CanBe = append(l.CanBe, sector)
			}
		}
		l.set = partOf(l.Sector, q)
		all[asked] = append(all[asked], l)
		return nil
	})
	return all, err
}

// moves tells whether deciding the line could move an idéburen share: it is
// idéburen and could be something else, or the other way round.
func (l ReviewLine) moves() bool {
	return (l.Sector == "ideburen" && len(l.CanBe) > 0 || slices.Contains(l.CanBe, "ideburen")) && l.set != parts{}
}

// fill gives a card its lines, those with most at stake first.
func (c *reviewed) fill(ranges map[string]rangeOf, lines map[string][]ReviewLine, number map[Total]string, limit int) error {
	own := number[c.Total]
	now := ranges[own].parts
	if c.Note == "remainder_too_large" {
		low, high := inMillionths(now.low()), inMillionths(now.high())
		c.Low, c.High, c.Amount = &low, &high, fixed(now.total(), c.decimals)
	}
	if c.Low == nil {
		return nil
	}
	if err := c.agrees(now); err != nil {
		return err
	}
	under := c.movedUnder(lines, number)
	for _, l := range lines[own] {
		if !l.moves() {
			c.Unmoving += l.Providers
			continue
		}
		l.Definitions = under[l.Provider]
		c.Lines = append(c.Lines, l.measured(now, c.decimals))
	}
	slices.SortFunc(c.Lines, byStake)
	c.withholdFew()
	c.cumulate(now)
	c.cut(limit)
	return nil
}

// byStake puts the line first that moves the range most.
func byStake(a, b ReviewLine) int {
	return cmp.Or(b.stake.Cmp(a.stake), cmp.Compare(a.Provider, b.Provider), cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.OtherRules, b.OtherRules), cmp.Compare(a.Expired, b.Expired))
}

// movedUnder are the card's definitions under which each provider could move
// the share.
func (c *reviewed) movedUnder(lines map[string][]ReviewLine, number map[Total]string) map[string][]string {
	under := map[string][]string{}
	for _, definition := range c.definitions {
		for _, l := range lines[number[c.under(definition)]] {
			if l.moves() {
				under[l.Provider] = withText(under[l.Provider], definition)
			}
		}
	}
	return under
}

// agrees holds that the trace gives the range that was published.
func (c *reviewed) agrees(now parts) error {
	low, high := inMillionths(now.low()), inMillionths(now.high())
	if low != *c.Low || c.High != nil && high != *c.High {
		return fmt.Errorf("the trace gives the range %d–%d millionths for %s, which is not what the edition says; run: tresektor verify", low, high, c.Total)
	}
	return nil
}

// measured says how far a line moves the range.
func (l ReviewLine) measured(now parts, decimals int) ReviewLine {
	q := l.set.ideburen.plus(l.set.undecided).plus(l.set.rest)
	l.Amount, l.Share = fixed(q.amount(), decimals), inMillionths(ratio(q.amount(), now.total()))
	l.HiddenLow, l.HiddenHigh = fixed(q.hiddenLow, decimals), fixed(q.hiddenHigh, decimals)
	for _, sector := range l.CanBe {
		after := now.as(l.set, sector == "ideburen")
		l.Outcomes = append(l.Outcomes, Outcome{
			Sector: sector, Low: difference(after.low(), now.low()), High: difference(after.high(), now.high()),
		})
	}
	l.stake = now.stake(l.set)
	l.Points = inMillionths(l.stake)
	return l
}

// cumulate adds up the lines as one set, and divides last. What is open in the end is
// told of all of them where the edition says it.
func (c *reviewed) cumulate(now parts) {
	told, all := parts{}, parts{}
	for i, l := range c.Lines {
		if all = all.plus(l.set); !l.isUntold {
			told = told.plus(l.set)
		}
		if i == len(c.Lines)-1 && c.isBasisTold {
			told = all
		}
		c.Lines[i].Cumulated = inMillionths(now.stake(told))
	}
	if told == all {
		low, high := now.open(all)
		c.Open = &Interval{Low: inMillionths(low), High: inMillionths(high)}
	}
}

func (c *reviewed) cut(limit int) {
	if limit <= 0 || len(c.Lines) <= limit {
		return
	}
	last := c.Lines[len(c.Lines)-1].Cumulated
	c.Left = Left{Lines: len(c.Lines) - limit, Points: last - c.Lines[limit-1].Cumulated}
	c.Lines = c.Lines[:limit]
}

// withholdFew leaves out what lines have that would tell of fewer than three natural
// persons: their own, and what the line with least at stake has, or those of whom no
// number is told anywhere. They come last.
func (c *reviewed) withholdFew() {
	told := 0
	c.Lines, told = untoldLast(c.Lines, untold[ReviewLine]{
		is:     func(l ReviewLine) bool { return c.untold[l.Provider] },
		isPool: func(l ReviewLine) bool { return l.Provider == personLine },
		isFew:  func(l ReviewLine) bool { return isFewPersons(l.Provider, l.Providers) },
	})
	for i := told; i < len(c.Lines); i++ {
		c.Lines[i] = c.Lines[i].withheld()
	}
}

// isFewPersons tells whether a line stands for fewer than three natural persons.
func isFewPersons(provider string, providers int64) bool {
	return provider == personLine && providers < leastPersons
}

// withheld is a line without its numbers.
func (l ReviewLine) withheld() ReviewLine {
	l.Amount, l.HiddenLow, l.HiddenHigh = edition.Suppressed, edition.Suppressed, edition.Suppressed
	l.Share, l.Points, l.Outcomes, l.stake, l.isUntold = 0, 0, nil, new(big.Rat), true
	if l.Provider == personLine {
		l.Providers = 0
	}
	return l
}
