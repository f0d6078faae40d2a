package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const sourceOfMonths = "Köpta tjänster"

// monthlySpace is a workspace whose years are summed from months: all of one,
// nine of the next.
func monthlySpace(t *testing.T) (dir string) {
	t.Helper()
	dir = spaceOf(t, sourceOfMonths)
	measure := filepath.Join(dir, "measure/prov.yaml")
	text, err := os.ReadFile(measure)
	if err != nil {
		t.Fatal(err)
	}
	put(t, measure, string(text)+"years: from_months\n")
	for month := range 21 {
		name := fmt.Sprintf("%d-%02d", 2023+month/12, month%12+1)
		put(t, filepath.Join(dir, "inbox/prov_"+name+".csv"), "datum;kommun;orgnr;namn;form;belopp\n"+
			name+"-15;0180;802002-0718;Föreningen;61;100,00\n"+name+"-16;0180;556016-0680;Bolaget AB;49;300,00\n")
	}
	return dir
}

// TestAPreliminaryYearIsSeenToBeOne reads what a reader of each page sees of a
// year whose months are not all in, on a phone.
func TestAPreliminaryYearIsSeenToBeOne(t *testing.T) {
	p, err := publish(t.Context(), monthlySpace(t))
	if err != nil {
		t.Fatal(err)
	}
	a, ctx := newAxe(t), browse(t)
	heard := listen(t, ctx)
	for page, sentence := range map[string]string{
		"index.html":      "Preliminär: 9 av 12 månader",
		"en.html":         "Preliminary: 9 of 12 months",
		"explore.html":    "Preliminär: 9 av 12 månader",
		"explore.en.html": "Preliminary: 9 of 12 months",
	} {
		open(t, ctx, address(p.edition(), page), narrow())
		settled(t, ctx)
		told[view](t, ctx, script(t, "facts.js")).fits(t, page, narrow())
		a.holds(t, ctx, page)
		heard.quiet(t, page, address(p.dir, "")+"/")
		screenshot(t, ctx, "preliminary-"+page)
		text := told[string](t, ctx, "document.body.innerText")
		if !strings.Contains(text, sentence) {
			t.Errorf("%s does not show %q", page, sentence)
		}
	}
}

// TestExploreMarksAPreliminaryYear looks at the sentence, the row of the table, the
// chart and the sources of the year; the year that is all in has no mark.
func TestExploreMarksAPreliminaryYear(t *testing.T) {
	p, err := publish(t.Context(), monthlySpace(t))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	do(t, ctx, chromedp.Navigate(address(p.edition(), "explore.html")))
	settled(t, ctx)
	rows := told[[]string](t, ctx, `[...document.querySelectorAll("#explore tbody th")].map((cell) => cell.textContent.trim()).filter((text) => /^20/.test(text))`)
	if got := strings.Join(rows, "|"); !strings.Contains(got, "2024 (Preliminär: 9 av 12 månader") || strings.Contains(got, "2023 (") {
		t.Errorf("the rows are %q", got)
	}
	if said := told[string](t, ctx, `document.getElementById("explore-sentence").textContent`); !strings.HasSuffix(said, ". Preliminär: 9 av 12 månader.") {
		t.Errorf("the sentence is %q", said)
	}
	if text := told[string](t, ctx, `document.getElementById("explore-body").textContent`); !strings.Contains(text, "Källor"+sourceOfMonths) {
		t.Errorf("the source of the year's months is not named: %q", text)
	}
	if marks := told[[]string](t, ctx, `[...document.querySelectorAll("#explore svg .preliminary text")].map((mark) => mark.textContent)`); strings.Join(marks, "") == "" {
		t.Errorf("no chart marks the year: %q", marks)
	}
	do(t, ctx, chromedp.Navigate(address(p.edition(), "explore.html")+"#period=2023"))
	settled(t, ctx)
	if said := told[string](t, ctx, `document.getElementById("explore-sentence").textContent`); strings.Contains(said, "Preliminär") {
		t.Errorf("the sentence of a final year is %q", said)
	}
}
