package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"

	"tresektor/pipeline/edition"
)

// A Shell is what every page of an edition has around its own content. All
// texts are in the page's language and may hold anything: they are shown as
// text.
type Shell struct {
	Language  string // edition.Swedish or edition.English
	Title     string // of the edition
	Publisher string
	Contact   string   // an address of mail or web, or ""
	Banner    string   // above everything, "" for none
	Editions  string   // path of the page of all editions, or ""
	Date      string   // of the edition, "2026-11-22"
	Pages     []string // the pages that the edition has, Front among them

	Summary     string // what the page says in a sentence, "" for none
	Address     string // where the edition is served, or ""
	Preview     string // path of the picture that stands for the edition, or ""
	PreviewText string // what it shows
}

// A frame is a page's shell as the templates show it.
type frame struct {
	Shell
	Words   words
	Heading string // of the page; the edition's title where there is none
	Other   string // the same page in the other language, "" where it has none
	Home    string // the front page
	Links   []pageLink
	Script  string // path of the page's script, or ""
	Policy  string
	Style   template.CSS
	Mail    bool // the contact is an address of mail
	Locale  string
	Own     string // the page's address, "" where nobody has said where it is served
	Image   string // the preview's address, likewise
}

// A pageLink leads to a page of the edition.
type pageLink struct {
	Path, Name string
	IsCurrent  bool
}

// newFrame places a page among the others.
func newFrame(s Shell, page, heading string) (frame, error) {
	if s.Language != edition.Swedish && s.Language != edition.English {
		return frame{}, fmt.Errorf("language %q is neither sv nor en", s.Language)
	}
	f := frame{Shell: s, Words: wordsIn(s.Language), Heading: heading, Home: Path(Front, s.Language),
		Policy: policy(style, false), Style: template.CSS(style)}
	f.Mail = strings.Contains(s.Contact, "@") && !strings.Contains(s.Contact, "/")
	f.address(page)
	for _, each := range listings() {
		for _, id := range s.Pages {
			if id == each.id {
				f.Links = append(f.Links, pageLink{Path(id, s.Language), each.name.In(s.Language), id == page})
			}
		}
	}
	if len(s.Pages) > 0 {
		f.Other = Path(page, f.Words.OtherCode)
	}
	return f, nil
}

// address says where the page and its preview are: for those who show links to
// it an address must be whole.
func (f *frame) address(page string) {
	f.Locale = map[string]string{edition.Swedish: "sv_SE", edition.English: "en_GB"}[f.Language]
	if f.Address == "" {
		return
	}
	base := strings.TrimSuffix(f.Address, "/") + "/"
	f.Own = base + Path(page, f.Language)
	if f.Preview != "" {
		f.Image = base + f.Preview
	}
}

// runs lets the page run a script of the edition's own folder, and what that
// loads from there.
func (f *frame) runs(script string) {
	f.Script, f.Policy = script, policy(string(f.Style), true)
}

// render writes a template with its data, or nothing.
func render(w io.Writer, name, language string, data any) error {
	tmpl, err := template.New(name).Funcs(functions(language)).ParseFS(templates, "template/*.html")
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := tmpl.Execute(&out, data); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}
