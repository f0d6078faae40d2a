package explore

import (
	"bufio"
	"io"
)

// An Index is what the page knows before it has any numbers, in one language.
// All texts may hold anything: the page shows them as text.
type Index struct {
	Language    string       `json:"language"`
	Date        string       `json:"date"`    // of the edition
	Measure     string       `json:"measure"` // that the page begins with
	Sectors     []Label      `json:"sectors"` // in the order of Sectors
	Symbols     []Label      `json:"symbols"`
	Reasons     []Label      `json:"reasons"` // why there is no number
	Places      []Label      `json:"places"`
	Areas       []Label      `json:"areas"`
	Agreements  []Label      `json:"agreements"`
	Kinds       []Label      `json:"kinds"`
	KindText    string       `json:"kind_text"` // what a kind is
	KindRest    string       `json:"kind_rest"` // the kind of those of whom it is not known
	Bases       []Label      `json:"bases"`
	Definitions []Definition `json:"definitions"`
	Sources     []Source     `json:"sources"`
	Measures    []Measure    `json:"measures"`
	Files       []File       `json:"files"` // that hold the shares of every measure
	NamedInFile int          `json:"named_in_file"`
	Backing     File         `json:"backing"` // who is behind every share

	Pages map[string]string `json:"pages"` // where more is told, by page
}

// A Label is a code in words.
type Label struct {
	Code   string `json:"code"`
	Label  string `json:"label"`
	Parent string `json:"parent,omitempty"`
	Text   string `json:"text,omitempty"`

	Unplaced bool `json:"unplaced,omitempty"` // what stands for places that are not stated
}

// A Definition says what idéburen means.
type Definition struct {
	Code  string   `json:"code"`
	Label string   `json:"label"`
	Text  string   `json:"text"`
	Rules []string `json:"rules"`          // in order, the first that matches decides
	Page  string   `json:"page,omitempty"` // where more is told of it
}

// A Source is a dataset that numbers come from.
type Source struct {
	Code        string `json:"code"`
	Title       string `json:"title"`
	Publisher   string `json:"publisher"`
	Licence     string `json:"licence"`
	Language    string `json:"licence_language,omitempty"` // of the licence, where it is not the page's
	URL         string `json:"url,omitempty"`
	Attribution string `json:"attribution,omitempty"`
	Page        string `json:"page,omitempty"` // where more is told of it
}

// A Measure is what it counts, and which shares it has.
type Measure struct {
	Code        string                      `json:"code"`
	Label       string                      `json:"label"`
	Unit        string                      `json:"unit"`
	Kind        string                      `json:"kind"`
	Base        string                      `json:"base"`
	Decimals    int                         `json:"decimals"`
	Population  string                      `json:"population"`
	Numerator   string                      `json:"numerator"`
	Denominator string                      `json:"denominator"`
	Start       Choice                      `json:"start"`
	Periods     []Period                    `json:"periods"`
	Places      []string                    `json:"places"` // in the order of their list
	Areas       []string                    `json:"areas"`
	Agreements  []string                    `json:"agreements"`
	Break       string                      `json:"break,omitempty"` // what was broken, in words
	Files       []File                      `json:"files"`
	Shards      map[string]map[string]Shard `json:"shards"`
	Backing     map[string]Backed           `json:"backing"`
}

// A Choice is what a measure begins with.
type Choice struct {
	Place      string `json:"place"`
	Area       string `json:"area"`
	Agreement  string `json:"agreement"`
	Definition string `json:"definition"`
}

// A Period of a measure, and where its numbers come from.
type Period struct {
	Code    string   `json:"code"`
	Day     string   `json:"day,omitempty"` // its reference date
	IsBreak bool     `json:"is_break,omitempty"`
	Lacks   string   `json:"lacks,omitempty"` // what a preliminary period lacks, in words
	Sources []string `json:"sources"`
}

// A File is something to download, Path relative to the page.
type File struct {
	Path  string `json:"path"`
	Label string `json:"label"`
}

// Path is where the index of a language lies in an edition.
func Path(language string) string { return "explore/index." + language + ".js" }

// Write writes the index as a script that hands it to the page.
func (i Index) Write(w io.Writer) error {
	out := &writer{to: bufio.NewWriter(w)}
	return out.text("tresektorIndex(").json(i).text(");\n").end()
}
