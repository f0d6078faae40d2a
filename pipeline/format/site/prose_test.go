package site_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

const hostile = `<script>alert("x")</script> & 1–9 ”hej”`

func declaration(language string) site.Prose {
	return site.Prose{
		Shell: site.Shell{
			Language: language, Title: "Tre sektorer", Publisher: hostile, Contact: "statistik@example.org", Banner: hostile,
			Date: "2026-11-22", Pages: []string{site.Front, site.Declaration},
		},
		Page: site.Declaration, Heading: hostile, Intro: []string{hostile},
		Sections: []site.Section{
			{
				ID: "relevance", Title: "Relevans", Texts: []string{"Första stycket.", hostile},
				Facts:   []site.Fact{{Name: "Kontroller", Text: hostile}},
				Picture: &site.Picture{Path: "press/a.png", Width: 600, Height: 315, Text: hostile},
				Tables: []site.FactTable{{
					Caption: hostile, Head: []string{"Siffra", "Värde"},
					Rows: [][]string{{hostile, "3,1"}, {"b", hostile}}, Links: []string{"https://example.org/a?b=1&c=2", ""}, Numbers: []int{1},
				}},
			},
			{ID: "reliability", Title: "Tillförlitlighet", Absent: "Ingen text än."},
		},
	}
}

func writeProse(t *testing.T, q site.Prose) string {
	t.Helper()
	var out bytes.Buffer
	if err := site.WriteProse(&out, q); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTheDeclarationIsAccessible(t *testing.T) {
	for _, language := range []string{edition.Swedish, edition.English} {
		page := writeProse(t, declaration(language))
		elements := parse(t, void(page))
		ids, level := map[string]bool{}, 0
		for _, e := range elements {
			if id, given := e.attr["id"]; given && (ids[id] || id == "") {
				t.Errorf("id %q is not unique", id)
			}
			ids[e.attr["id"]] = true
			if i := slices.Index([]string{"h1", "h2", "h3"}, e.name); i >= 0 {
				if i > level+1 {
					t.Errorf("%s follows h%d", e.name, level+1)
				}
				level = i
			}
		}
		for _, e := range elements {
			checkElement(t, e, ids)
		}
		if elements[0].attr["lang"] != language || strings.Contains(page, "<script") {
			t.Errorf("lang %q, or a script came through", elements[0].attr["lang"])
		}
		if strings.Contains(strings.ToLower(page), "sveriges officiella statistik") {
			t.Error("the page names what it is not")
		}
	}
}

func TestColumnsOfNumbersStandToTheRight(t *testing.T) {
	page := writeProse(t, declaration(edition.Swedish))
	for _, want := range []string{`<th scope="col">Siffra</th><th scope="col" class="number">Värde</th>`, `<td class="number">3,1</td>`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// TestSwedishInATableSaysSo: on the English page alone, and an empty cell stays
// empty, for a phone shows no empty cells.
func TestSwedishInATableSaysSo(t *testing.T) {
	for language, want := range map[string]string{edition.Swedish: `<td>Skäl</td><td></td>`, edition.English: `<td><span lang="sv">Skäl</span></td><td></td>`} {
		q := declaration(language)
		q.Sections[0].Tables = []site.FactTable{{Head: []string{"a", "b", "c"}, Swedish: []int{1, 2}, Rows: [][]string{{"a", "Skäl", ""}}}}
		if page := regexp.MustCompile(` data-label="[^"]*"`).ReplaceAllString(writeProse(t, q), ""); !strings.Contains(page, want) {
			t.Errorf("the page in %s lacks %s", language, want)
		}
	}
}

func TestAnUnwrittenComponentSaysSo(t *testing.T) {
	page := writeProse(t, declaration(edition.Swedish))
	if !strings.Contains(page, `<p class="framing">Ingen text än.</p>`) {
		t.Error("the component without a text does not say so")
	}
}

func TestADeclarationThatIsNotWhatItSaysIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(*site.Prose){
		"another language": func(q *site.Prose) { q.Language = "fi" },
		"two of one id":    func(q *site.Prose) { q.Sections[1].ID = "relevance" },
		"an id with a gap": func(q *site.Prose) { q.Sections[1].ID = "a b" },
	} {
		q := declaration(edition.Swedish)
		spoil(&q)
		var out bytes.Buffer
		if err := site.WriteProse(&out, q); err == nil || out.Len() > 0 {
			t.Errorf("%s: err %v, %d bytes", name, err, out.Len())
		}
	}
}
