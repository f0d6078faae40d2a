package site

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// A Prose is a page of sections: texts, facts, tables and pictures. All texts
// are in the page's language and may hold anything.
type Prose struct {
	Shell
	Page     string // one of the pages of an edition
	Heading  string
	Intro    []string // paragraphs
	Sections []Section
}

// A Section is a part of a page with a heading of its own.
type Section struct {
	ID     string // letters, digits and hyphens; unique on the page
	Title  string
	Texts  []string // paragraphs
	Absent string   // said where nobody has written a text
	Known  string   // heading over facts and tables, "" for none
	Facts  []Fact
	Tables []FactTable
	Files  []File

	Picture   *Picture // before the facts, nil for none
	Downloads []Download
}

// A Download is a table with the files that hold it.
type Download struct {
	Title, Text string
	Files       []File
}

// A Fact is a short statement under its name.
type Fact struct {
	Name, Text string
	Language   string // of Text, where it is not the page's
}

// A FactTable has a row for each thing that a fact is told of; the first cell
// names it.
type FactTable struct {
	Caption string
	Head    []string
	Rows    [][]string
	Links   []string // for each row the address that its first cell leads to, "" for none
	Numbers []int    // the columns that hold numbers, the first is 0
	Swedish []int    // the columns whose texts are in Swedish, whatever the page's language

	Pictures []*Picture // before the table, which has their numbers
}

// proseDocument is what the template shows.
type proseDocument struct {
	frame
	Prose Prose
}

// WriteProse writes a page of sections: one file that asks for its
// pictures only and runs no script. Nothing is written when the page is not what it says.
func WriteProse(w io.Writer, p Prose) error {
	f, err := newFrame(p.Shell, p.Page, p.Heading)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Page, err)
	}
	seen := map[string]bool{}
	for _, s := range p.Sections {
		if !cardID.MatchString(s.ID) || seen[s.ID] {
			return fmt.Errorf("%s: section %q: the id must be unique, of letters, digits and hyphens", p.Page, s.ID)
		}
		seen[s.ID] = true
	}
	if err := render(w, "prose.html", p.Language, proseDocument{f, p}); err != nil {
		return fmt.Errorf("%s: %w", p.Page, err)
	}
	return nil
}

// isWide tells whether a phone has no room for the table's columns beside each
// other, so that it shows each row as a card, every cell after its column's name.
func (t FactTable) isWide() bool { return len(t.Head) > 2 }

// rowLink is where a table's row leads, "" for nowhere.
func rowLink(t FactTable, row int) string {
	if row < len(t.Links) {
		return t.Links[row]
	}
	return ""
}

// spoken is the language of a cell, where it is not the page's; an empty one has
// none.
func spoken(t FactTable, column int, cell, page string) string {
	if cell != "" && page != edition.Swedish && slices.Contains(t.Swedish, column) {
		return edition.Swedish
	}
	return ""
}

// look is the class of a cell: a number, or one that needs a column of its own
// width, being a long text, or one long word, which may be broken anywhere.
func look(t FactTable, column int, cell string) string {
	switch long := len([]rune(cell)); {
	case slices.Contains(t.Numbers, column):
		return "number"
	case long > 40 && !strings.Contains(cell, " "):
		return "word"
	case long > 90:
		return "long"
	}
	return ""
}
