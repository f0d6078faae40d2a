package site

import (
	"fmt"
	"strings"
)

// A bar is the whole as one stacked bar. Idéburen stands first, from 0, with
// what is undecided next to it, so that the hatched part shows how far it
// could reach.
type bar struct {
	ID       string
	Title    string
	Desc     string
	Segments []segment
}

type segment struct {
	Sector   string
	Label    string
	X, Width portion
	Text     string // "3,5–3,9"
}

var stackOrder = []string{ideburen, nonpublic, unknown, private, public}

// newBar returns nil for a card that has no whole to show, or a sector
// without a share.
func newBar(c Card, language string) (*bar, error) {
	if !c.Stacked {
		return nil, nil
	}
	w := wordsIn(language)
	b := &bar{ID: c.ID + "-bar", Title: c.Title + ", " + c.Period}
	var at share
	var parts []string
	for _, sector := range stackOrder {
		row, found := c.row(sector)
		v, ok, err := parseShare(row.Share)
		if err != nil {
			return nil, fmt.Errorf("sector %s: %w", sector, err)
		}
		if !found || !ok {
			return nil, nil
		}
		s := segment{Sector: sector, Label: row.Label, X: whole.at(at), Width: whole.at(v)}
		if s.Text, err = row.text(language); err != nil {
			return nil, fmt.Errorf("sector %s: %w", sector, err)
		}
		at += v
		if v > 0 {
			b.Segments = append(b.Segments, s)
			parts = append(parts, row.Label+" "+s.Text+percentSign)
		}
	}
	b.Desc = strings.Join(parts, ", ") + ". " + w.StackedText
	return b, nil
}

// text is the row's share, as a range where it is one.
func (r Row) text(language string) (string, error) {
	if !isSector(r.Sector) {
		return between(r.Share, r.Share, language)
	}
	return between(r.Low, r.High, language)
}

func (c Card) row(sector string) (Row, bool) {
	for _, row := range c.Sectors {
		if row.Sector == sector {
			return row, true
		}
	}
	return Row{}, false
}
