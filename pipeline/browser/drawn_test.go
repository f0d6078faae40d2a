package browser

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// draws holds that each chart says the same numbers of the same things, to those
// who see it and to those who hear its text.
func (c card) draws(t *testing.T, p publication, h headline, l tongue) {
	t.Helper()
	if len(c.Pictures) == 0 {
		t.Error("there is no chart")
	}
	for src, text := range c.Pictures {
		if caption, last := c.Captions[src], h.periods[len(h.periods)-1]; !strings.Contains(caption, last) {
			t.Errorf("%s does not say of which period it is: %q", src, caption)
		}
		heard, seen := h.expected(src, l)
		if diff := cmp.Diff(heard, pairs(text)); diff != "" {
			t.Errorf("%s says otherwise to those who hear it (-table +page):\n%s", src, diff)
		}
		for _, name := range []string{src, strings.TrimSuffix(src, ".svg") + "-narrow.svg"} {
			shown := labelled(labels(t, filepath.Join(p.edition(), name)))
			slices.Sort(seen)
			slices.Sort(shown)
			if diff := cmp.Diff(seen, shown); diff != "" {
				t.Errorf("%s says otherwise to those who see it (-table +page):\n%s", name, diff)
			}
		}
	}
}

// expected is what a chart must say: each thing with its number, to those who
// hear it in order.
func (h headline) expected(src string, l tongue) (heard, seen []string) {
	switch {
	case strings.Contains(src, "-split"):
		return h.split(l), h.split(l)
	case strings.Contains(src, "-sure"):
		return h.sure(l), h.sure(l)
	}
	return h.time(l)
}

func (h headline) split(l tongue) (said []string) {
	for _, sector := range []string{"ideburen", "nonpublic", "unknown", "private", "public"} {
		if r := h.last()[sector]; r["amount"] != "0" {
			said = append(said, l.sectors[sector]+" "+l.said(r))
		}
	}
	return said
}

// sure are the possible range, and the card's own definition before the others.
func (h headline) sure(l tongue) []string {
	own := h.last()["ideburen"]
	said := []string{l.bounds + " " + l.said(own)}
	codes := strings.Fields(own["spread_definitions"])
	slices.SortStableFunc(codes, func(a, b string) int { return strings.Compare(rank(a, own), rank(b, own)) })
	for _, code := range codes {
		said = append(said, l.defined[code]+" "+l.said(h.readings[code]))
	}
	return said
}

func rank(code string, own row) string {
	if code == own["definition"] {
		return ""
	}
	return code
}

// time are the first and the latest share of each sector to those who hear it;
// those who see it see the latest of all sectors, and idéburen alone once more.
func (h headline) time(l tongue) (heard, seen []string) {
	first, last := h.periods[0], h.periods[len(h.periods)-1]
	for _, sector := range []string{"public", "private", "ideburen"} {
		from, to := l.said(h.sectors[first][sector]), l.said(h.sectors[last][sector])
		heard = append(heard, l.sectors[sector]+" "+first+" "+from, last+" "+to)
		seen = append(seen, l.sectors[sector]+" "+to)
	}
	own := l.sectors["ideburen"]
	return heard, append(seen, own+" "+l.said(h.sectors[last]["ideburen"]), l.said(h.sectors[first]["ideburen"]))
}

var (
	shareText = regexp.MustCompile(`[0-9]+[.,][0-9]+(?:–[0-9]+[.,][0-9]+)?`)
	label     = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
)

// values are the shares that a text says, each a number or a range, whole.
func values(text string) []string { return shareText.FindAllString(text, -1) }

// pairs are the shares that a text says, each with what it says it of.
func pairs(text string) (said []string) {
	for text != "" {
		at := shareText.FindStringIndex(text)
		if at == nil {
			break
		}
		name := strings.Trim(text[:at[0]], " ,.:%\u00a0")
		if i := strings.LastIndex(name, ": "); i >= 0 {
			name = name[i+2:]
		}
		said = append(said, strings.ReplaceAll(name, ":", "")+" "+text[at[0]:at[1]])
		text = text[at[1]:]
	}
	return said
}

// labelled are the shares that a drawing shows, each with the label before it, or
// alone after another share.
func labelled(texts []string) (said []string) {
	name := ""
	for _, text := range texts {
		value := strings.TrimSuffix(text, "\u00a0%")
		if shareText.FindString(value) != value || value == "" {
			name = text
			continue
		}
		said = append(said, strings.TrimSpace(name+" "+value))
		name = ""
	}
	return said
}

// labels are the texts that a drawing shows.
func labels(t *testing.T, path string) (shown []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range label.FindAllSubmatch(text, -1) {
		shown = append(shown, html.UnescapeString(string(found[1])))
	}
	return shown
}
