package pipeline

import (
	"fmt"
	"io"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// A prose fills the pages that consist of sections, in one language, from the
// published tables and the cards.
type prose struct {
	*session
	wording
	siteTables
	cards   []Card
	formats []string // of the tables
	index   fileIndex
	seen    map[string][2]string // the first and the last day of evidence, by source
	agreed  []agreed             // what there is by form of agreement
}

// writeProse writes the pages that consist of sections, the quality
// declaration, which tells of the other files, among them.
func (s *session) writeProse(c *edition.Candidate, v siteTables, cards []Card, index fileIndex) error {
	formats, err := formatsOf(c)
	if err != nil {
		return err
	}
	seen, err := v.evidenceDays()
	if err != nil {
		return err
	}
	for _, language := range languages() {
		d := prose{session: s, wording: wording{language: language}, siteTables: v, cards: cards, formats: formats, index: index, seen: seen}
		if d.agreed, err = d.agreedOf(); err != nil {
			return err
		}
		if err := d.writeAgreementCharts(c); err != nil {
			return err
		}
		if err := d.write(c); err != nil {
			return err
		}
	}
	return nil
}

func (d prose) write(c *edition.Candidate) error {
	for _, fill := range []func() (site.Prose, error){d.figuresPage, d.definitionsPage, d.agreementsPage, d.sourcesPage, d.quality, d.dataPage, d.pressPage} {
		page, err := fill()
		if err != nil {
			return err
		}
		if err := d.writePage(c, page); err != nil {
			return err
		}
	}
	for _, page := range d.cardPages() {
		if err := d.writePage(c, page); err != nil {
			return err
		}
	}
	return nil
}

func (d prose) writePage(c *edition.Candidate, page site.Prose) error {
	return c.Write(site.Path(page.Page, d.language), func(w io.Writer) error { return site.WriteProse(w, page) })
}

// page begins a page.
func (d prose) page(page, heading string, intro ...string) site.Prose {
	return site.Prose{Shell: d.previewed(d.cards, d.language), Page: page, Heading: heading, Intro: intro}
}

// cell is a published cell as text, "" for null.
func cell(t edition.Table, row []any, name string) string {
	i := t.Index(name)
	if i < 0 || row[i] == nil {
		return ""
	}
	return fmt.Sprint(row[i])
}

// in is the cell of two columns, one for each language, that the page speaks.
func (d prose) in(t edition.Table, row []any, name string) string {
	return cell(t, row, name+"_"+d.language)
}

// label is the word for a code of a dimension of share.
func (d prose) label(field, code string) string {
	share := d.byName["share"]
	for _, each := range share.Fields[share.Index(field)].Codes {
		if each.Code == code {
			return each.Label.In(d.language)
		}
	}
	return code
}

// shareText is a share as it may be said: one number, a range, or at least so
// much; or the symbol for why there is none. Without the sign for per cent.
func (d prose) shareText(low, high *int64, symbol string) string {
	switch {
	case symbol != "":
		return symbol
	case low == nil:
		return edition.NotApplicable
	case high == nil:
		return d.say("minst %s", "at least %s", d.percent(*low))
	case *high-*low < closeMillionths:
		return d.percent(*low)
	}
	from, to := d.ends(*low, *high)
	return from + "–" + to
}
