package pipeline

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
)

// writeExplore writes the page on which a reader chooses what is shown: its
// data, where the program was built with the script that shows it, and the
// page itself in every language.
func (s *session) writeExplore(c *edition.Candidate, v siteTables) error {
	create := explorer(c)
	e := s.exploration(v, s.indexOf(c.Files(), v.tableFolder))
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

// explorer adds files of the page Explore to a candidate, where the program was
// built with the script that reads them.
func explorer(c *edition.Candidate) explore.Create {
	if explore.HasScript() {
		return c.Write
	}
	return func(string, func(io.Writer) error) error { return nil }
}

// writeShards hands the published shares on, row by row, then those of kinds of
// organisation, and who is behind them. It returns which there are.
func writeShards(f tableFolder, create explore.Create) ([]*explore.Content, error) {
	shards := explore.NewShards(create)
	if err := handOn(f, "share", "sector", shards.Add); err != nil {
		return nil, fmt.Errorf("explore: %w", err)
	}
	contents, err := shards.Close()
	if err != nil {
		return nil, fmt.Errorf("explore: %w", err)
	}
	kinds := explore.NewKinds(create, contents)
	if err := handOn(f, "share_kind", "kind", kinds.Add); err != nil {
		return nil, fmt.Errorf("explore: %w", err)
	}
	if err := kinds.Close(); err != nil {
		return nil, err
	}
	return contents, writeBacking(f, contents, create)
}

// handOn reads a table of shares, divided by sector or kind, row by row.
func handOn(f tableFolder, name, by string, do func(explore.Row) error) error {
	head, err := f.head(name)
	if err != nil {
		return err
	}
	read, err := newShareReader(head, by)
	if err != nil {
		return err
	}
	n := 0
	for cells, err := range f.rows(name, read.fields...) {
		if err != nil {
			return err
		}
		n++
		row, err := read.row(cells)
		if err == nil {
			err = do(row)
		}
		if err != nil {
			return fmt.Errorf("row %d of %s: %w", n, name, err)
		}
	}
	return nil
}

// A shareReader reads rows of the table share, or of share_kind, which has kinds
// for sectors and no lowest and highest share.
type shareReader struct {
	by            string
	fields        []string
	text, numbers []int
	hidden        []int // where it is counted what a source suppressed
}

func newShareReader(t edition.Table, by string) (r shareReader, err error) {
	find := func(names ...string) (at []int) {
		for _, name := range names {
			i := t.Index(name)
			if i < 0 {
				err = fmt.Errorf("table %s has no field %s", t.Name, name)
			}
			at, r.fields = append(at, i), append(r.fields, name)
		}
		return at
	}
	r.by, r.numbers = by, find("amount", "total", "share")
	r.text = find("measure", "definition", "period", "place", "area", "agreement", "symbol", "note", by)
	if by == "sector" {
		r.numbers = append(r.numbers, find("low", "high")...)
		r.hidden = find("hidden_units")
	}
	return r, err
}

func (r shareReader) row(cells []any) (row explore.Row, err error) {
	by := &row.Sector
	if r.by == "kind" {
		by = &row.Kind
	}
	texts := []*string{&row.Measure, &row.Definition, &row.Period, &row.Place, &row.Area, &row.Agreement, &row.Symbol, &row.Note, by}
	for i, to := range texts {
		*to, _ = cells[r.text[i]].(string)
	}
	numbers := []**int64{&row.Amount, &row.Total, &row.Share, &row.Low, &row.High}
	for i, at := range r.numbers {
		if *numbers[i], err = wholeUnits(cells[at]); err != nil {
			return row, err
		}
	}
	for _, at := range r.hidden {
		units, _ := cells[at].(int64)
		row.IsHiding = units > 0
	}
	return row, nil
}

// wholeUnits reads an exact decimal as a whole number of its last decimal.
func wholeUnits(cell any) (*int64, error) {
	text, isText := cell.(string)
	if !isText {
		return nil, nil
	}
	n, err := strconv.ParseInt(strings.Replace(text, ".", "", 1), 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is not a decimal number of at most 18 digits", text)
	}
	return &n, nil
}
