package site_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// An element of a page, with what its place in the tree says about it.
type element struct {
	name    string
	attr    map[string]string
	parents []string
	text    string
}

// parse reads a page strictly enough to refuse tags that do not balance.
func parse(t testing.TB, page string) (all []*element) {
	t.Helper()
	in := xml.NewDecoder(strings.NewReader(page))
	in.Strict, in.Entity = true, xml.HTMLEntity
	var open []*element
	for {
		token, err := in.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			for _, o := range open {
				e.parents = append(e.parents, o.name)
			}
			all = append(all, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, o := range open {
				o.text += string(token)
			}
		}
	}
}

// void closes the elements that HTML leaves open, for the XML parser.
func void(page string) string {
	return regexp.MustCompile(`<(meta|img|source) ([^>]*)>`).ReplaceAllString(page, `<$1 $2/>`)
}

func pages() map[string]site.Page {
	english := example()
	english.Language = edition.English
	return map[string]site.Page{"Swedish": example(), "English": english,
		"empty": {Shell: site.Shell{Language: edition.Swedish, Title: "Tom"}}}
}

func TestThePageIsAccessible(t *testing.T) {
	for name, page := range pages() {
		t.Run(name, func(t *testing.T) {
			elements := parse(t, void(write(t, page)))
			ids, level, h1 := map[string]bool{}, 0, 0
			for _, e := range elements {
				if id, ok := e.attr["id"]; ok && ids[id] || ok && id == "" {
					t.Errorf("id %q is not unique", id)
				}
				ids[e.attr["id"]] = true
				if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '6' {
					next := int(e.name[1] - '0')
					if next > level+1 {
						t.Errorf("h%d follows h%d", next, level)
					}
					level = next
					if next == 1 {
						h1++
					}
				}
			}
			if h1 != 1 || elements[0].attr["lang"] != page.Language {
				t.Errorf("%d h1, lang %q", h1, elements[0].attr["lang"])
			}
			for _, e := range elements {
				checkElement(t, e, ids)
			}
		})
	}
}

func checkElement(t *testing.T, e *element, ids map[string]bool) {
	t.Helper()
	for _, id := range strings.Fields(e.attr["aria-labelledby"]) {
		if !ids[id] {
			t.Errorf("%s is labelled by %s, which is not there", e.name, id)
		}
	}
	switch e.name {
	case "svg":
		hidden := e.attr["aria-hidden"] == "true" || slices.Contains(e.parents, "svg")
		if !hidden && (e.attr["role"] != "img" || len(strings.Fields(e.attr["aria-labelledby"])) != 2) {
			t.Error("a chart without role and name")
		}
	case "img":
		if e.attr["alt"] == "" || e.attr["width"] == "" || e.attr["height"] == "" {
			t.Errorf("a picture without text or size: %v", e.attr)
		}
	case "title", "desc", "caption", "th", "figcaption", "h1", "h2", "h3":
		if strings.TrimSpace(e.text) == "" {
			t.Errorf("an empty %s", e.name)
		}
		if e.name == "th" && e.attr["scope"] == "" {
			t.Errorf("th %q has no scope", e.text)
		}
	case "a":
		if to, local := strings.CutPrefix(e.attr["href"], "#"); local && !ids[to] {
			t.Errorf("link to %s, which is not there", to)
		}
	}
}

func TestThePageAsksForItsChartsOnlyAndRunsNothing(t *testing.T) {
	page := write(t, example())
	for _, e := range parse(t, void(page)) {
		if slices.Contains([]string{"script", "link", "iframe", "object", "embed", "image", "use", "base", "form"}, e.name) {
			t.Errorf("the page has %s", e.name)
		}
		for name := range e.attr {
			isChart := (name == "src" || name == "srcset") && strings.HasPrefix(e.attr[name], "chart/")
			if !isChart && (strings.HasPrefix(name, "src") || name == "style" || strings.HasPrefix(name, "on")) {
				t.Errorf("%s has the attribute %s", e.name, name)
			}
		}
	}
	if found := regexp.MustCompile(`@import|url\([^#]`).FindString(page); found != "" {
		t.Errorf("the style asks for %q", found)
	}
}

func TestThePolicyLetsOnlyThePagesOwnStyleIn(t *testing.T) {
	page := write(t, example())
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; img-src 'self'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	for _, e := range parse(t, void(page)) {
		if e.attr["http-equiv"] == "Content-Security-Policy" {
			if e.attr["content"] != want {
				t.Errorf("policy %q, want %q", e.attr["content"], want)
			}
			return
		}
	}
	t.Error("no policy")
}

func TestHostileTextIsShownAsText(t *testing.T) {
	const evil = `</title></style><script>alert(1)</script>"'<img src=x onerror=alert(1)>&amp;`
	p := example()
	p.Title, p.Publisher, p.Contact, p.Banner, p.Date = evil, evil, "javascript:alert(1)", evil, evil
	p.Files = []site.File{{Path: "javascript:alert(1)", Label: evil}}
	p.Sources = []site.Source{{Title: evil, Publisher: evil, Licence: evil, Updated: evil, URL: "javascript:alert(1)"}}
	for i := range p.Cards {
		c := &p.Cards[i]
		for _, text := range []*string{&c.Title, &c.Framing, &c.Sentence, &c.Figure, &c.Beside, &c.Counted, &c.Base,
			&c.Definition, &c.Period, &c.Place, &c.Unit, &c.Bounds, &c.Spread, &c.Change} {
			*text = evil
		}
		c.Presumed, c.Notes, c.Files = []string{evil}, []string{evil}, p.Files
		for j := range c.Sectors {
			c.Sectors[j].Label = evil
		}
		for _, p := range []*site.Picture{c.SplitChart, c.SureChart, c.TimeChart} {
			if p != nil {
				p.Caption, p.Text, p.Path, p.Narrow = evil, evil, evil, evil
			}
		}
		for j := range c.Series {
			c.Series[j].Period, c.Series[j].Note, c.Series[j].Break = evil, evil, evil
		}
	}
	page := write(t, p)
	elements := parse(t, void(page))
	for _, e := range elements {
		if e.name == "script" || e.attr["onerror"] != "" || strings.HasPrefix(e.attr["href"], "javascript") {
			t.Errorf("hostile text became %s %v", e.name, e.attr)
		}
	}
	for _, e := range elements {
		if e.name == "h1" && e.text != evil || e.name == "img" && e.attr["alt"] != evil {
			t.Errorf("%s %q, want the text as it is", e.name, e.text+e.attr["alt"])
		}
	}
}

func TestAWrongViewIsRefused(t *testing.T) {
	for name, change := range map[string]func(*site.Page){
		"no language":        func(p *site.Page) { p.Language = "" },
		"id twice":           func(p *site.Page) { p.Cards[1].ID = p.Cards[0].ID },
		"id with a space":    func(p *site.Page) { p.Cards[0].ID = "a b" },
		"percent as share":   func(p *site.Page) { p.Cards[0].Sectors[0].Share = "84.17" },
		"decimal comma":      func(p *site.Page) { p.Cards[0].Sectors[2].Low = "0,03" },
		"high below low":     func(p *site.Page) { p.Cards[1].Sectors[2].High = "0.01" },
		"amount not exact":   func(p *site.Page) { p.Cards[0].Sectors[0].Amount = "1e6" },
		"a point's share":    func(p *site.Page) { p.Cards[2].Series[3].Sectors[0].Low = "x" },
		"an empty low share": func(p *site.Page) { p.Cards[0].Sectors[2].Low = "" },
	} {
		p := example()
		change(&p)
		if err := site.Write(io.Discard, p); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
