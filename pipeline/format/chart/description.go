// Package chart draws the pictures of an edition from one description of a
// card: for its pages, for the press and for previews, as SVG and PNG, with
// the same geometry. Shares come as exact decimals and become floating point
// only where they are placed.
package chart

import (
	"fmt"
	"strings"
	"time"

	"tresektor/pipeline/edition"
)

// A Description is what the charts of one card show. Shares are exact decimals
// between 0 and 1, or symbols; all texts are in the description's language and
// may hold anything.
type Description struct {
	Language  string // edition.Swedish or edition.English
	Message   string // what the charts say: the card's sentence
	Shown     string // what they show: what is counted, of what, where and when
	Sectors   []Sector
	IsWhole   bool // the sectors may be drawn as one bar
	Low, High string
	Target    string // a share that somebody has decided on, "" for none
	Readings  []Reading
	Points    []Point
	Forms     []Form   // for a chart of forms of agreement, which shows nothing else
	Unsaid    []string // the forms of agreement that there is no number of
}

// A Sector is one of the five, in the latest period. Remainders have no Low
// and High.
type Sector struct {
	Code, Label      string
	Share, Low, High string
}

// A Reading is the idéburen share under one definition. What stands before a
// colon in its label is shown.
type Reading struct {
	Label     string
	Low, High string
}

// A Point is one period. IsBroken says that it cannot be compared with the
// one before.
type Point struct {
	Period        string
	Date          string // its reference date: where it stands on the axis
	Sectors       []Sector
	IsBroken      bool
	IsPreliminary bool
}

// A Form is the idéburen share by a form of agreement, period by period.
type Form struct {
	Label  string
	Values []FormValue
}

// A FormValue is the share in one period.
type FormValue struct {
	Period    string
	Low, High string
}

// A Kind is one of the charts.
type Kind string

// The charts: three of a card, and one of forms of agreement.
const (
	ByForm Kind = "form"  // a bar for every form of agreement and period
	Split  Kind = "split" // the whole as one bar
	Sure   Kind = "sure"  // what is not known and what is meant, as two marks
	Time   Kind = "time"  // shares over time
)

// The sectors, as data/sector.csv has them.
const (
	public    = "public"
	private   = "private"
	ideburen  = "ideburen"
	nonpublic = "nonpublic"
	unknown   = "unknown"
)

func isSector(code string) bool { return code == public || code == private || code == ideburen }

// Kinds are the charts that can be drawn of d.
func (d Description) Kinds() (kinds []Kind) {
	if len(d.Forms) > 0 {
		return []Kind{ByForm}
	}
	if d.IsWhole && d.isTold() {
		kinds = append(kinds, Split)
	}
	if !edition.IsSymbol(d.Low) {
		kinds = append(kinds, Sure)
	}
	if len(d.Points) > 1 && d.hasValues() {
		kinds = append(kinds, Time)
	}
	return kinds
}

// isTold tells whether all five sectors have a share.
func (d Description) isTold() bool {
	for _, code := range stackOrder() {
		if s := d.sector(code); s.Code == "" || edition.IsSymbol(s.Share) {
			return false
		}
	}
	return true
}

func (d Description) hasValues() bool {
	for _, p := range d.Points {
		for _, s := range p.Sectors {
			if isSector(s.Code) && !edition.IsSymbol(s.Low) {
				return true
			}
		}
	}
	return false
}

func (d Description) sector(code string) Sector { return find(d.Sectors, code) }

func find(sectors []Sector, code string) Sector {
	for _, s := range sectors {
		if s.Code == code {
			return s
		}
	}
	return Sector{Low: edition.Missing, High: edition.Missing}
}

// check refuses what cannot be placed.
func (d Description) check() error {
	if d.Language != edition.Swedish && d.Language != edition.English {
		return fmt.Errorf("language %q is neither sv nor en", d.Language)
	}
	var last time.Time
	for i, p := range d.Points {
		date, err := time.Parse(time.DateOnly, p.Date)
		if err != nil {
			return fmt.Errorf("period %s: reference date: %w", p.Period, err)
		}
		if i > 0 && !date.After(last) {
			return fmt.Errorf("period %s is not after %s", p.Period, d.Points[i-1].Period)
		}
		last = date
	}
	return nil
}

// short is a label without what explains it: after a colon, or in brackets.
func short(label string) string {
	name, _, _ := strings.Cut(label, " (")
	name, _, _ = strings.Cut(name, ":")
	return name
}
