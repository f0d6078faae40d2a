package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"

	"tresektor/pipeline/edition"
)

// A Quality is quality.html: the quality declaration, component by component.
// All texts are in the page's language and may hold anything.
type Quality struct {
	Language  string // edition.Swedish or edition.English
	Title     string // of the edition
	Publisher string
	Contact   string
	Banner    string
	Home      string // path of the front page
	Other     string // path of the same page in the other language
	Date      string
	Sections  []Section
}

// A Section is one component: what the analyst says, and what the run knows.
type Section struct {
	ID     string // letters, digits and hyphens
	Title  string
	Texts  []string // paragraphs
	Absent string   // said where nobody has written a text
	Facts  []Fact
	Tables []FactTable
}

// A Fact is a short statement under its name.
type Fact struct{ Name, Text string }

// A FactTable has a row for each thing that a fact is told of; the first cell
// names it.
type FactTable struct {
	Caption string
	Head    []string
	Rows    [][]string
	Links   []string // for each row the address that its first cell leads to, "" for none
}

// qualityDocument is what the template shows.
type qualityDocument struct {
	Quality
	Words  qualityWords
	Policy string
	Style  template.CSS
	Mail   bool
}

// WriteQuality writes quality.html: one file that asks for nothing else and
// runs no script. Nothing is written when the page is not what it says.
func WriteQuality(w io.Writer, q Quality) error {
	if q.Language != edition.Swedish && q.Language != edition.English {
		return fmt.Errorf("quality: language %q is neither sv nor en", q.Language)
	}
	seen := map[string]bool{}
	for _, s := range q.Sections {
		if !cardID.MatchString(s.ID) || seen[s.ID] {
			return fmt.Errorf("quality: section %q: the id must be unique, of letters, digits and hyphens", s.ID)
		}
		seen[s.ID] = true
	}
	tmpl, err := template.New("quality.html").Funcs(functions(q.Language)).ParseFS(templates, "template/quality.html")
	if err != nil {
		return fmt.Errorf("quality: %w", err)
	}
	data := qualityDocument{
		Quality: q, Words: qualityWordsIn(q.Language), Policy: policy(), Style: template.CSS(style),
		Mail: strings.Contains(q.Contact, "@") && !strings.Contains(q.Contact, "/"),
	}
	var out bytes.Buffer
	if err := tmpl.Execute(&out, data); err != nil {
		return fmt.Errorf("quality: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

// rowLink is where a table's row leads, "" for nowhere.
func rowLink(t FactTable, row int) string {
	if row < len(t.Links) {
		return t.Links[row]
	}
	return ""
}

// isLong tells whether a cell needs a wide column to be read.
func isLong(cell string) bool { return len([]rune(cell)) > 90 }

// qualityWords are the texts of the page that do not come from its view.
type qualityWords struct {
	Heading, Intro, Home, Contents, Edition string
	Other, OtherCode, Facts, Contact        string
}

func qualityWordsIn(language string) qualityWords {
	if language == edition.English {
		return qualityWords{
			Heading: "Quality declaration",
			Intro:   "The declaration follows the five components of quality in Statistics Sweden’s regulation SCB-FS 2016:17. The texts are the publisher’s; the facts were counted when the edition was made. These are not official statistics.",
			Home:    "To the figures", Contents: "Components", Edition: "Edition", Other: "På svenska", OtherCode: edition.Swedish,
			Facts: "Facts about this edition", Contact: "Contact",
		}
	}
	return qualityWords{
		Heading: "Kvalitetsdeklaration",
		Intro:   "Deklarationen följer de fem kvalitetskomponenterna i SCB:s föreskrift SCB-FS 2016:17. Texterna är utgivarens; fakta räknades fram när utgåvan gjordes. Det här är inte officiell statistik.",
		Home:    "Till siffrorna", Contents: "Komponenter", Edition: "Utgåva", Other: "In English", OtherCode: edition.English,
		Facts: "Fakta om den här utgåvan", Contact: "Kontakt",
	}
}
