package site

import (
	"fmt"
	"html/template"
	"io"

	_ "embed"
)

//go:embed template/explore.css
var exploreStyle string

// An Exploring is the page on which a reader chooses what is shown. What its
// script shows replaces the series, which are there for those without it.
type Exploring struct {
	Shell
	Heading string
	Script  string // path of the page's script, "" where the program was built without
	Index   string // path of what the script reads first
	Absent  string // said where there is no script
	Still   string // said above the series where there is one, until it runs
	Series  []Series
	Links   []File // where more is told
}

// A Series is one measure over time, in one place.
type Series struct {
	ID     string // letters, digits and hyphens; unique on the page
	Title  string
	About  []Fact
	Points []Point
	Labels []Row  // the five sectors, for their labels
	Note   string // what is said of breaks
	Files  []File
}

// exploreDocument is what the template shows.
type exploreDocument struct {
	frame
	Exploring Exploring
	Series    []drawnSeries
}

type drawnSeries struct {
	Series
	Words words
	Times []timeRow

	Annotated []Point // the points with a note
}

// WriteExplore writes the page. Without its script it asks for nothing else.
func WriteExplore(w io.Writer, p Exploring) error {
	f, err := newFrame(p.Shell, Explore, p.Heading)
	if err != nil {
		return fmt.Errorf("explore: %w", err)
	}
	f.dress(exploreStyle)
	if p.Script != "" {
		f.runs(p.Script)
	}
	d := exploreDocument{frame: f, Exploring: p}
	seen := map[string]bool{}
	for _, s := range p.Series {
		if !cardID.MatchString(s.ID) || seen[s.ID] {
			return fmt.Errorf("explore: series %q: the id must be unique, of letters, digits and hyphens", s.ID)
		}
		seen[s.ID] = true
		d.Series = append(d.Series, drawSeries(s, f.Words))
	}
	if err := render(w, "explore.html", p.Language, d); err != nil {
		return fmt.Errorf("explore: %w", err)
	}
	return nil
}

func drawSeries(s Series, w words) drawnSeries {
	d := drawnSeries{Series: s, Words: w}
	for i, p := range s.Points {
		row := timeRow{Period: p.Period, IsBroken: p.Break != "" && i > 0, HasNote: p.Note != ""}
		for _, label := range s.Labels {
			row.Cells = append(row.Cells, p.of(label.Sector))
		}
		d.Times = append(d.Times, row)
		if row.HasNote {
			d.Annotated = append(d.Annotated, p)
		}
	}
	return d
}

// dress adds a style of the page's own.
func (f *frame) dress(more string) {
	f.Style = template.CSS(style + more)
	f.Policy = policy(string(f.Style), f.Script != "")
}
