package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"tresektor/pipeline/edition"
)

// ReviewOptions say what to review. The zero value is all cards of the current
// edition under their own definitions.
type ReviewOptions struct {
	Edition    string
	Card       string // id of a card
	Definition string
	Limit      int // lines of each card; 0: all
}

// A Review lists, card by card, what would change the headline most if it
// were decided.
type Review struct {
	Edition string       `json:"edition"`
	Cards   []CardReview `json:"cards"`

	words vocabulary
}

// A CardReview is about the latest period that a card shows. Shares and
// points are millionths, amounts exact decimals.
type CardReview struct {
	Card  string       `json:"card"`
	Title edition.Text `json:"title"`
	Total
	YearState
	Amount string       `json:"total"`
	Symbol string       `json:"symbol"` // of a share that is not published; "" where it is
	Note   string       `json:"note"`   // why; remainder_too_large still has a range and lines
	Low    *int64       `json:"low"`
	High   *int64       `json:"high"`
	Open   *Interval    `json:"open"`   // the range with what is presumed or contested open too; nil where that would tell of few natural persons
	Before *Before      `json:"before"` // nil where the edition before has nothing to compare with
	Lines  []ReviewLine `json:"lines"`
	Left   Left         `json:"left"` // beyond the limit

	// Unmoving are presumed or contested providers that cannot be idéburna, and
	// are not: deciding them moves no idéburen share.
	Unmoving int64 `json:"unmoving"`
}

// Before is the same total in the edition before, and how many providers have
// been decided by hand since.
type Before struct {
	Edition   string `json:"edition"`
	Low       *int64 `json:"low"`
	High      *int64 `json:"high"`
	Decisions int64  `json:"decisions"`
}

// Left says what a limit left out.
type Left struct {
	Lines  int   `json:"lines"`
	Points int64 `json:"points"`
}

// MakeReview answers from an edition's trace and files.
func MakeReview(ctx context.Context, o Options, want ReviewOptions) (r Review, err error) {
	a, err := ask(ctx, o, want.Edition)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	r.Edition, r.words = a.id, a.words
	cards, err := a.cards(ctx, want)
	if err != nil {
		return r, err
	}
	ranges, lines, err := a.openCards(ctx, cards)
	if err != nil {
		return r, err
	}
	for _, c := range cards {
		if err := c.fill(ranges, lines, a.number, want.Limit); err != nil {
			return r, err
		}
		r.Cards = append(r.Cards, c.CardReview)
	}
	return r, compareBefore(ctx, o, a, r.Cards, ranges)
}

// openCards opens the totals of cards, under all their definitions, down to
// ranges and lines.
func (a *asking) openCards(ctx context.Context, cards []reviewed) (map[string]rangeOf, map[string][]ReviewLine, error) {
	for _, c := range cards {
		for _, definition := range c.definitions {
			a.about(c.under(definition))
		}
	}
	if err := a.openTotals(ctx); err != nil {
		return nil, nil, err
	}
	ranges, err := a.ranges(ctx)
	if err != nil {
		return nil, nil, err
	}
	lines, err := a.reviewLines(ctx)
	return ranges, lines, err
}

// A reviewed card has its definitions, its own first, and what a decimal of
// its amounts is.
type reviewed struct {
	CardReview
	definitions []string
	decimals    int
	untold      map[string]bool // providers whose volume in the card's total is not told
	isBasisTold bool            // the edition says how much is presumed
}

// cards are those that are asked for, with what the edition says of them.
func (a *asking) cards(ctx context.Context, want ReviewOptions) (list []reviewed, err error) {
	published, err := readCards(a.editions(), a.id)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, c := range published {
		ids = append(ids, c.ID)
	}
	definitions, err := a.definitions()
	err = errors.Join(err, choose("card", want.Card, ids), choose("definition", want.Definition, definitions))
	if err != nil {
		return nil, err
	}
	headline, err := a.table("headline")
	if err != nil {
		return nil, err
	}
	for _, c := range published {
		if want.Card == "" || want.Card == c.ID {
			list = append(list, reviewedCard(c, headline, want.Definition))
		}
	}
	return list, a.publishedRanges(ctx, list)
}

func reviewedCard(c Card, headline []map[string]string, definition string) reviewed {
	r := reviewed{CardReview: CardReview{Card: c.ID, Title: c.Title, Lines: []ReviewLine{}}}
	i := slices.IndexFunc(headline, func(row map[string]string) bool {
		return row["card"] == c.ID && row["period"] == c.last().Period
	})
	row := headline[i]
	r.Total, r.YearState = totalOf(row), yearState(row["months"], row["is_preliminary"])
	if definition != "" {
		r.Definition = definition
	}
	r.definitions = []string{r.Definition}
	for _, reading := range c.Readings {
		if reading.Definition != r.Definition {
			r.definitions = append(r.definitions, reading.Definition)
		}
	}
	return r
}

// totalOf reads the columns that name a total.
func totalOf(row map[string]string) Total {
	return Total{
		Measure: row["measure"], Period: row["period"], Place: row["place"], Area: row["area"],
		Agreement: row["agreement"], Definition: row["definition"],
	}
}

// publishedRanges fills in what the edition says of the idéburen share.
func (a *asking) publishedRanges(ctx context.Context, cards []reviewed) error {
	shares, err := publishedShares(a.files, func(definition, measure string) bool {
		return slices.ContainsFunc(cards, func(c reviewed) bool { return c.Definition == definition && c.Measure == measure })
	})
	if err != nil {
		return err
	}
	var measures []string
	for _, c := range cards {
		measures = append(measures, c.Measure)
	}
	w, err := a.withholding(ctx, measures...)
	if err != nil {
		return err
	}
	for i, c := range cards {
		cards[i].decimals, err = strconv.Atoi(a.words.measures[c.Measure]["decimals"])
		row, there := shares[c.Total]["ideburen"]
		if !there {
			err = fmt.Errorf("edition %s has no share %s", a.id, c.Total)
		}
		if err != nil {
			return err
		}
		cards[i].Amount, cards[i].isBasisTold = row.total, row.presumed != ""
		cards[i].Low, cards[i].High = sixDecimals(row.low), sixDecimals(row.high)
		cards[i].Symbol, cards[i].Note = row.symbol, row.note
		cards[i].untold = w.untold(c.Total)
		if w.has(c.Total) {
			cards[i].Low, cards[i].High, cards[i].Symbol, cards[i].Note = nil, nil, edition.Suppressed, noteProtected
		}
	}
	return nil
}
