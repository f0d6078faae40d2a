package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tresektor/pipeline/edition"
)

// A document is a page with its figures placed: what the templates show.
type document struct {
	frame
	Others  string // path of the page of other people's figures, "" where there is none
	Cards   []drawnCard
	Files   []File
	Sources []Source
}

// A drawnCard is a card with its figures; a figure that cannot be drawn is nil.
type drawnCard struct {
	Card
	Words             words
	Before, After     string // the sentence around its figure
	Times             []timeRow
	First, Latest     *Range // idéburen in the first and the latest period
	FirstAt, LatestAt string
	Headings          []Row   // the sectors of the time table
	Annotated         []Point // the points with a note
	Breaks            []Point
}

// A timeRow is a period of the table under the charts.
type timeRow struct {
	Period   string
	IsBroken bool
	HasNote  bool
	Cells    []Range
}

func newDocument(p Page) (document, error) {
	f, err := newFrame(p.Shell, Front, "")
	if err != nil {
		return document{}, err
	}
	d := document{frame: f, Files: p.Files, Sources: p.Sources}
	if slices.Contains(p.Pages, Figures) {
		d.Others = Path(Figures, p.Language)
	}
	seen := map[string]bool{}
	for _, c := range p.Cards {
		if !cardID.MatchString(c.ID) || seen[c.ID] {
			return d, fmt.Errorf("card %q: the id must be unique, of letters, digits and hyphens", c.ID)
		}
		seen[c.ID] = true
		if err := c.check(); err != nil {
			return d, fmt.Errorf("card %s: %w", c.ID, err)
		}
		d.Cards = append(d.Cards, drawCard(c, p.Language))
	}
	return d, nil
}

var cardID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)

// check refuses shares that are none.
func (c Card) check() error {
	for _, row := range c.Sectors {
		for _, ends := range [][2]string{{row.Share, row.Share}, {row.Low, row.High}} {
			if _, err := edition.Between(ends[0], ends[1], edition.English); err != nil {
				return fmt.Errorf("sector %s: %w", row.Sector, err)
			}
		}
	}
	return nil
}

func drawCard(c Card, language string) drawnCard {
	d := drawnCard{Card: c, Words: wordsIn(language), Before: c.Sentence}
	d.emphasise()
	if len(c.Series) > 1 {
		d.addTimes()
	}
	return d
}

// emphasise divides the sentence around its figure, which may begin it.
func (d *drawnCard) emphasise() {
	for _, figure := range []string{d.Figure, capitalised(d.Figure)} {
		if before, after, found := strings.Cut(d.Sentence, figure); found && figure != "" {
			d.Figure, d.Before, d.After = figure, before, after
			return
		}
	}
}

func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// addTimes fills the table under the charts, and what is said about its ends.
func (d *drawnCard) addTimes() {
	for _, row := range d.Sectors {
		if isSector(row.Sector) {
			d.Headings = append(d.Headings, row)
		}
	}
	for i, p := range d.Series {
		row := timeRow{Period: p.Period, IsBroken: p.Break != "" && i > 0, HasNote: p.Note != ""}
		for _, h := range d.Headings {
			row.Cells = append(row.Cells, p.of(h.Sector))
		}
		d.Times = append(d.Times, row)
		if row.IsBroken {
			d.Breaks = append(d.Breaks, p)
		}
		if p.Note != "" {
			d.Annotated = append(d.Annotated, p)
		}
	}
	first, latest := d.Series[0], d.Series[len(d.Series)-1]
	a, b := first.of(ideburen), latest.of(ideburen)
	d.First, d.Latest, d.FirstAt, d.LatestAt = &a, &b, first.marked(), latest.marked()
}

// marked is the period, with the mark of its note.
func (p Point) marked() string {
	if p.Note != "" {
		return p.Period + "*"
	}
	return p.Period
}

// of returns the sector's share at p, missing when p does not say.
func (p Point) of(sector string) Range {
	for _, r := range p.Sectors {
		if r.Sector == sector {
			return r
		}
	}
	return Range{Sector: sector, Low: edition.Missing, High: edition.Missing}
}

// The sectors, as data/sector.csv has them.
const (
	public    = "public"
	private   = "private"
	ideburen  = "ideburen"
	nonpublic = "nonpublic"
	unknown   = "unknown"
)

func isSector(code string) bool {
	return code == public || code == private || code == ideburen
}
