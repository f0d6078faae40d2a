package pipeline

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
)

// writeExplore writes the page on which a reader chooses what is shown: its
// data, where the program was built with the script that shows it, and the
// page itself in every language.
func (s *session) writeExplore(c *edition.Candidate, tables, cubes []edition.Table) error {
	create := explore.Create(c.Write)
	if !explore.HasScript() {
		create = func(string, func(io.Writer) error) error { return nil }
	}
	contents, err := writeShards(tables[0], create)
	if err != nil {
		return fmt.Errorf("explore: %w", err)
	}
	e := s.exploration(tables, contents, s.indexOf(c.Files(), tables, cubes))
	if explore.HasScript() {
		if err := explore.WriteBundle(create); err != nil {
			return fmt.Errorf("explore: %w", err)
		}
	}
	for _, language := range languages() {
		e.language = language
		if err := create(explore.Path(language), e.index().Write); err != nil {
			return err
		}
		page := e.page()
		if err := c.Write(site.Path(site.Explore, language), func(w io.Writer) error { return site.WriteExplore(w, page) }); err != nil {
			return err
		}
	}
	return nil
}

// writeShards hands the published shares on, row by row.
func writeShards(share edition.Table, create explore.Create) ([]*explore.Content, error) {
	read, err := newShareReader(share)
	if err != nil {
		return nil, err
	}
	shards := explore.NewShards(create)
	for i, row := range share.Rows {
		each, err := read.row(row)
		if err == nil {
			err = shards.Add(each)
		}
		if err != nil {
			return nil, fmt.Errorf("row %d of share: %w", i+1, err)
		}
	}
	return shards.Close()
}

// A shareReader reads rows of the table share.
type shareReader struct{ text, numbers []int }

func newShareReader(share edition.Table) (r shareReader, err error) {
	find := func(names ...string) (at []int) {
		for _, name := range names {
			i := share.Index(name)
			if i < 0 {
				err = fmt.Errorf("table share has no field %s", name)
			}
			at = append(at, i)
		}
		return at
	}
	r.text = find("measure", "definition", "period", "place", "area", "agreement", "sector", "symbol", "note")
	r.numbers = find("amount", "total", "share", "low", "high")
	return r, err
}

func (r shareReader) row(cells []any) (row explore.Row, err error) {
	for i, to := range []*string{&row.Measure, &row.Definition, &row.Period, &row.Place, &row.Area, &row.Agreement,
		&row.Sector, &row.Symbol, &row.Note} {
		*to, _ = cells[r.text[i]].(string)
	}
	for i, to := range []**int64{&row.Amount, &row.Total, &row.Share, &row.Low, &row.High} {
		if *to, err = wholeUnits(cells[r.numbers[i]]); err != nil {
			return row, err
		}
	}
	return row, nil
}

// wholeUnits reads an exact decimal as a whole number of its last decimal.
func wholeUnits(cell any) (*int64, error) {
	text, isText := cell.(string)
	if !isText {
		return nil, nil
	}
	n, ok := new(big.Int).SetString(strings.Replace(text, ".", "", 1), 10)
	if !ok || !n.IsInt64() {
		return nil, fmt.Errorf("%q is not a decimal number of at most 18 digits", text)
	}
	whole := n.Int64()
	return &whole, nil
}
