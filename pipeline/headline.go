package pipeline

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A Card is one headline figure: what stands on the front page, in the
// terminal and in report.json. Shares are millionths; nil is "no number".
type Card struct {
	ID          string         `json:"id"`
	Title       edition.Text   `json:"title"`
	Sentence    edition.Text   `json:"sentence"`
	Figure      edition.Text   `json:"figure"`  // the part of the sentence that is the number
	Beside      edition.Text   `json:"beside"`  // the other two sectors
	Subject     edition.Text   `json:"subject"` // the denominator in words
	Note        edition.Text   `json:"note"`
	Measure     edition.Text   `json:"measure"`
	Unit        edition.Text   `json:"unit"`
	Numerator   edition.Text   `json:"numerator"`
	Denominator edition.Text   `json:"denominator"`
	Definition  edition.Text   `json:"definition"`
	Meaning     edition.Text   `json:"meaning"` // the definition in words
	Place       edition.Text   `json:"place"`
	Area        edition.Text   `json:"area"`
	Stacked     bool           `json:"stacked"`
	Periods     []Period       `json:"periods"`  // in order of time
	Readings    []Reading      `json:"readings"` // of the last period
	Spread      *Interval      `json:"spread"`   // nil with fewer than two readings
	Presumed    []edition.Text `json:"presumed"`
	Bounds      edition.Text   `json:"bounds"`
	Change      edition.Text   `json:"change"`
	Parts       edition.Text   `json:"parts"`       // what the change consists of
	Development []Development  `json:"development"` // since the earliest period, the own definition first
	Previous    *Development   `json:"previous"`    // since the period before; nil where that is the earliest
	Earlier     []Period       `json:"earlier"`     // of another measure, before a break
	Break       edition.Text   `json:"break"`       // why Earlier cannot be compared with Periods
}

// A Period is a card in one period.
type Period struct {
	Period  string   `json:"period"`
	Date    string   `json:"date"` // its reference date
	Total   string   `json:"total"`
	Sectors []Sector `json:"sectors"`

	Months        *int64 `json:"months,omitempty"` // that are in, of a year that is summed from months
	IsPreliminary bool   `json:"is_preliminary,omitempty"`
}

// A Sector is one of the five in a period. Amounts are exact decimals.
type Sector struct {
	Code        string       `json:"code"`
	Label       edition.Text `json:"label"`
	Amount      string       `json:"amount"`
	Presumed    string       `json:"presumed"`
	HiddenUnits int64        `json:"hidden_units"`
	OpenUnits   int64        `json:"open_units"`
	Providers   int64        `json:"providers"`
	Share       *int64       `json:"share"`
	Low         *int64       `json:"low"`
	High        *int64       `json:"high"`
	LowKnown    *int64       `json:"low_known"`
	HighKnown   *int64       `json:"high_known"`
	HighPresum  *int64       `json:"high_presumed"`
	Symbol      string       `json:"symbol"`
	Note        string       `json:"note"`

	presumedShare percentage
}

// An Interval is a range of shares.
type Interval struct {
	Low  int64 `json:"low"`
	High int64 `json:"high"`
}

// A Reading is the idéburen share under one definition.
type Reading struct {
	Definition string       `json:"definition"`
	Label      edition.Text `json:"label"`
	Low        int64        `json:"low"`
	High       int64        `json:"high"`
}

// last is the period that the card shows.
func (c Card) last() Period { return c.Periods[len(c.Periods)-1] }

// sector finds a sector of a period by its code.
func (p Period) sector(code string) Sector {
	for _, s := range p.Sectors {
		if s.Code == code {
			return s
		}
	}
	return Sector{Code: code}
}

// headline reads the built headline into cards with their sentences.
func (s *session) headline(ctx context.Context) ([]Card, error) {
	periods, err := s.headlinePeriods(ctx)
	if err != nil {
		return nil, fmt.Errorf("headline: %w", err)
	}
	readings, err := s.readings(ctx)
	if err != nil {
		return nil, fmt.Errorf("headline: %w", err)
	}
	developments, err := s.developments(ctx)
	if err != nil {
		return nil, fmt.Errorf("headline: %w", err)
	}
	shown, err := s.protection(ctx)
	if err != nil {
		return nil, fmt.Errorf("headline: %w", err)
	}
	totals := s.cardTotals()
	var cards []Card
	for _, c := range s.space.Config.Headline {
		card := s.describe(c)
		card.Periods = upTo(periods[c.ID], c.Period)
		if len(card.Periods) == 0 {
			continue
		}
		card.Earlier, card.Break = periods[c.ID+earlier], s.breakBefore(c, card.Periods[0].Period)
		card.Readings = ownFirst(readings[c.ID][card.last().Period], c.Definition)
		card.Spread = hull(card.Readings)
		card.Development = between(developments[c.ID], card.last().Period)
		card.Previous = sincePrevious(developments[c.ID], card.Periods)
		cards = append(cards, s.worded(c, shown.card(card, c.Definition, totals[c.ID], totals[c.ID+earlier])))
	}
	return cards, nil
}

// upTo leaves out the periods after the one that a card names.
func upTo(periods []Period, last string) []Period {
	for i, p := range periods {
		if p.Period == last {
			return periods[:i+1]
		}
	}
	return periods
}

// breakBefore says why a card's earlier measure is another one than what is
// counted from a period.
func (s *session) breakBefore(c workspace.Card, from string) edition.Text {
	if c.Earlier == nil {
		return edition.Text{}
	}
	before, _ := s.space.Measure(c.Earlier.Measure)
	after, _ := s.space.Measure(c.Measure)
	return word(
		fmt.Sprintf("Före %s räknades %s, därefter %s.", from, lowered(before.Label.In(edition.Swedish)), lowered(after.Label.In(edition.Swedish))),
		fmt.Sprintf("Before %s %s were counted, after that %s.", from, lowered(before.Label.In(edition.English)), lowered(after.Label.In(edition.English))))
}

// ownFirst puts the card's own definition before the others.
func ownFirst(readings []Reading, own string) []Reading {
	slices.SortStableFunc(readings, func(a, b Reading) int {
		switch own {
		case a.Definition:
			return -1
		case b.Definition:
			return 1
		}
		return 0
	})
	return readings
}

func hull(readings []Reading) *Interval {
	if len(readings) < 2 {
		return nil
	}
	i := Interval{Low: readings[0].Low, High: readings[0].High}
	for _, r := range readings {
		i.Low, i.High = min(i.Low, r.Low), max(i.High, r.High)
	}
	return &i
}

func (s *session) describe(c workspace.Card) Card {
	measure, _ := s.space.Measure(c.Measure)
	definition, _ := s.space.Definition(c.Definition)
	card := Card{
		ID: c.ID, Title: editionText(c.Title), Stacked: c.Stacked,
		Measure: editionText(measure.Label), Unit: editionText(measure.Unit),
		Subject: editionText(c.Subject), Numerator: editionText(measure.Numerator), Denominator: editionText(measure.Denominator),
		Definition: editionText(definition.Label), Meaning: editionText(definition.Explanation),
		Place: s.label("place", c.Place), Area: s.label("area", c.Area),
	}
	if c.Note != nil {
		card.Note = editionText(*c.Note)
	}
	return card
}

// label finds a code's labels in a list.
func (s *session) label(list, code string) edition.Text {
	codes, _ := s.space.List(list)
	for _, row := range codes.Rows {
		if row["code"] == code {
			return labelOf(row)
		}
	}
	return word(code, code)
}

func (s *session) headlinePeriods(ctx context.Context) (map[string][]Period, error) {
	q, err := queries.Published("headline")
	if err != nil {
		return nil, err
	}
	rows, err := s.wh.Query(ctx, `select card, period, reference_date::varchar, sector, amount, total, presumed, coalesce(hidden_units, 0),
		coalesce(open_units, 0), coalesce(providers, 0), share, low, high, low_known, high_known, high_presumed,
		symbol, note, decimals, months, is_preliminary from (`+q.SQL+`)`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cards := map[string][]Period{}
	for rows.Next() {
		var card, period, day string
		var amount, total, presumed *int64
		var decimals int
		var months *int64
		var isPreliminary bool
		var r Sector
		if err := rows.Scan(&card, &period, &day, &r.Code, &amount, &total, &presumed, &r.HiddenUnits, &r.OpenUnits,
			&r.Providers, &r.Share, &r.Low, &r.High, &r.LowKnown, &r.HighKnown, &r.HighPresum,
			&r.Symbol, &r.Note, &decimals, &months, &isPreliminary); err != nil {
			return nil, err
		}
		r.Label = s.label("sector", r.Code)
		r.Amount, r.Presumed = written(amount, decimals), written(presumed, decimals)
		if presumed != nil && total != nil && *total > 0 {
			r.presumedShare = millionths(*presumed, *total)
		}
		periods := cards[card]
		if n := len(periods); n == 0 || periods[n-1].Period != period {
			periods = append(periods, Period{Period: period, Date: day, Total: written(total, decimals), Months: months, IsPreliminary: isPreliminary})
		}
		last := &periods[len(periods)-1]
		last.Sectors = append(last.Sectors, r)
		cards[card] = periods
	}
	return cards, rows.Err()
}

func written(n *int64, decimals int) string {
	if n == nil {
		return edition.NotApplicable
	}
	return fixed(*n, decimals)
}

// millionths divides last and in integers, half up.
func millionths(part, whole int64) percentage {
	p, w := big.NewInt(part), big.NewInt(whole)
	p.Mul(p, big.NewInt(2_000_000)).Add(p, w)
	return percentage(p.Quo(p, w.Mul(w, big.NewInt(2))).Int64())
}

func (s *session) readings(ctx context.Context) (map[string]map[string][]Reading, error) {
	q, err := queries.Published("reading")
	if err != nil {
		return nil, err
	}
	rows, err := s.wh.Query(ctx, q.SQL)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	cards := map[string]map[string][]Reading{}
	for rows.Next() {
		var card, period string
		var r Reading
		if err := rows.Scan(&card, &period, &r.Definition, &r.Low, &r.High); err != nil {
			return nil, err
		}
		definition, _ := s.space.Definition(r.Definition)
		r.Label = editionText(definition.Label)
		if cards[card] == nil {
			cards[card] = map[string][]Reading{}
		}
		cards[card][period] = append(cards[card][period], r)
	}
	return cards, rows.Err()
}
