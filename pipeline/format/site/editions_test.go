package site_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

func allEditions(language string) site.Editions {
	const first, second = "2026-11-20-0123abcd", "2026-11-22-89abcdef"
	return site.Editions{
		Language: language, Title: hostile, Publisher: hostile, Current: "index.html", Other: "en.html",
		List: []site.Listed{
			{ID: second, Date: "2026-11-22", Path: second + "/index.html", Status: hostile, Happened: []site.Happening{
				{Date: "2026-11-22", Text: "publicerad"}, {Date: "2026-11-23", Text: "återkallad", Reason: hostile},
			}},
			{ID: first, Date: "2026-11-20", IsCurrent: true, Status: "aktuell", Happened: []site.Happening{
				{Date: "2026-11-22", Text: "ersatt av", Edition: second},
			}},
		},
	}
}

func TestThePageOfAllEditionsIsAccessibleAndShowsHostileTextAsText(t *testing.T) {
	for _, language := range []string{edition.Swedish, edition.English} {
		var out bytes.Buffer
		if err := site.WriteEditions(&out, allEditions(language)); err != nil {
			t.Fatal(err)
		}
		if day := map[string]string{edition.Swedish: "20 november 2026", edition.English: "20 November 2026"}[language]; !strings.Contains(out.String(), ">"+day+"</time>") {
			t.Errorf("the page does not say %s", day)
		}
		elements := parse(t, void(out.String()))
		ids := map[string]bool{}
		for _, e := range elements {
			if id, given := e.attr["id"]; given && (ids[id] || id == "") {
				t.Errorf("id %q is not unique", id)
			}
			ids[e.attr["id"]] = true
			if slices.Contains([]string{"script", "img", "link"}, e.name) {
				t.Errorf("the page has %s", e.name)
			}
		}
		told := 0
		for _, e := range elements {
			checkElement(t, e, ids)
			if e.name == "li" && strings.Contains(e.text, hostile) {
				told++
			}
		}
		if elements[0].attr["lang"] != language || told != 1 {
			t.Errorf("lang %q, the reason stands %d times", elements[0].attr["lang"], told)
		}
	}
}
