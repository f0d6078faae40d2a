package site_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

func exploring(language, script string) site.Exploring {
	return site.Exploring{
		Shell: site.Shell{
			Language: language, Title: "Tre sektorer", Publisher: hostile, Contact: "statistik@example.org", Banner: hostile,
			Date: "2026-11-22", Pages: []string{site.Front, site.Explore},
		},
		Heading: "Utforska", Still: "Skriptet körs inte: " + hostile, Script: script, Index: `explore/index."x.js`, Absent: "Inget skript: " + hostile,
		Series: []site.Series{{
			ID: "m-elever", Title: hostile, Note: hostile,
			About:  []site.Fact{{Name: "Var?", Text: hostile}},
			Labels: []site.Row{{Sector: "public", Label: "Offentlig"}, {Sector: "ideburen", Label: hostile}},
			Points: []site.Point{
				{Period: "2018", Sectors: []site.Range{{Sector: "ideburen", Low: "0.034574", High: "0.042153"}}},
				{Period: "2019", Break: "ny räknare", Sectors: []site.Range{{Sector: "ideburen", Low: "...", High: "..."}}},
			},
			Files: []site.File{{Path: "tables/share.csv", Label: hostile}},
		}},
		Links: []site.File{{Path: "sources.html", Label: "Källor"}},
	}
}

func writeExplore(t *testing.T, p site.Exploring) string {
	t.Helper()
	var out bytes.Buffer
	if err := site.WriteExplore(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestThePageExploreIsAccessible(t *testing.T) {
	for _, language := range []string{edition.Swedish, edition.English} {
		for _, script := range []string{"", "explore/explore.js"} {
			page := writeExplore(t, exploring(language, script))
			elements := parse(t, void(strings.ReplaceAll(page, " defer>", ` defer="">`)))
			ids := map[string]bool{}
			for _, e := range elements {
				if id, given := e.attr["id"]; given && (ids[id] || id == "") {
					t.Errorf("id %q is not unique", id)
				}
				ids[e.attr["id"]] = true
			}
			for _, e := range elements {
				if e.name == "script" && script != "" {
					continue
				}
				checkElement(t, e, ids)
			}
		}
	}
}

func TestExploreWithoutItsScriptSaysSoAndShowsTheNumbers(t *testing.T) {
	page := writeExplore(t, exploring(edition.Swedish, ""))
	for _, want := range []string{"Inget skript: &lt;script&gt;", "<td>3,5–4,2</td>", "<td>...</td>", "<td>..</td>", "(brott)", `href="tables/share.csv"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not have %s", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "script-src") {
		t.Error("the page lets a script in that it does not have")
	}
	if strings.Contains(page, "Skriptet körs inte") {
		t.Error("the page speaks of a script that it does not have")
	}
}

func TestExploreLetsOnlyItsOwnScriptIn(t *testing.T) {
	page := writeExplore(t, exploring(edition.Swedish, "explore/explore.js"))
	if !strings.Contains(page, `<script src="explore/explore.js" defer></script>`) || strings.Count(page, "<script") != 1 {
		t.Error("the page does not have its script alone")
	}
	if !strings.Contains(page, "default-src &#39;none&#39;; script-src &#39;self&#39;; img-src &#39;self&#39;; style-src &#39;sha256-") || strings.Contains(page, "unsafe") {
		t.Error("the page's policy is another")
	}
	if strings.Contains(page, "Inget skript") || !strings.Contains(page, "Skriptet körs inte") {
		t.Error("the page does not say what its script is for")
	}
}

// TestExploreLetsItsOwnStyleIn: the checksum is that of the style on the page.
func TestExploreLetsItsOwnStyleIn(t *testing.T) {
	for _, script := range []string{"", "explore/explore.js"} {
		page := writeExplore(t, exploring(edition.Swedish, script))
		_, style, _ := strings.Cut(page, "<style>")
		style, _, _ = strings.Cut(style, "</style>")
		sum := sha256.Sum256([]byte(style))
		want := "sha256-" + html.EscapeString(base64.StdEncoding.EncodeToString(sum[:]))
		if !strings.Contains(strings.ReplaceAll(page, "&#43;", "+"), strings.ReplaceAll(want, "&#43;", "+")) || !strings.Contains(style, ".controls") {
			t.Errorf("with script %q the policy does not let the page's style in", script)
		}
	}
}

func TestAnExploreThatIsNotWhatItSaysIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(*site.Exploring){
		"another language": func(p *site.Exploring) { p.Language = "fi" },
		"two of one id":    func(p *site.Exploring) { p.Series = slices.Concat(p.Series, p.Series) },
		"a share in words": func(p *site.Exploring) { p.Series[0].Points[0].Sectors[0].Low = "three" },
	} {
		p := exploring(edition.Swedish, "")
		spoil(&p)
		var out bytes.Buffer
		if err := site.WriteExplore(&out, p); err == nil || out.Len() > 0 {
			t.Errorf("%s: err %v, %d bytes", name, err, out.Len())
		}
	}
}
