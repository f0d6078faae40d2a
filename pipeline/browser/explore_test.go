package browser

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site/explore"
)

// An exploration is what the page Explore shows.
type exploration struct {
	Hash, Sentence string
	Rows           [][]string // of the table over time: period, then sectors
}

const explored = `(() => {
	const text = (e) => e.textContent.replace(/\s+/g, " ").trim();
	return {
		Hash: document.getElementById("explore").dataset.shown,
		Sentence: text(document.getElementById("explore-sentence")),
		Rows: [...document.querySelectorAll("#explore-table tbody tr")].map((row) => [row.children[0].firstChild.data.trim(), ...[...row.querySelectorAll("td")].map(text)]),
	};
})()`

// shares reads share.csv: rows by all that names them.
func shares(t *testing.T, p publication) map[string]row {
	t.Helper()
	f, err := os.Open(filepath.Join(p.edition(), "tables/share.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]row{}
	for _, record := range records[1:] {
		r := row{}
		for i, column := range records[0] {
			r[column] = record[i]
		}
		rows[strings.Join([]string{r["definition"], r["measure"], r["period"], r["place"], r["area"], r["agreement"], r["sector"]}, "|")] = r
	}
	return rows
}

// chosen is the part of a selection's address that names a cell, but for period
// and sector.
func chosen(t *testing.T, hash string) url.Values {
	t.Helper()
	values, err := url.ParseQuery(strings.TrimPrefix(hash, "#"))
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// agrees compares what is shown with share.csv.
func (e exploration) agrees(t *testing.T, rows map[string]row, l tongue) {
	t.Helper()
	of := chosen(t, e.Hash)
	at := func(period, sector string) row {
		return rows[strings.Join([]string{of.Get("definition"), of.Get("measure"), period, of.Get("place"), of.Get("area"), of.Get("agreement"), sector}, "|")]
	}
	if want := l.told(at(of.Get("period"), "ideburen")); !strings.Contains(e.Sentence, want) {
		t.Errorf("%s: the sentence %q does not say %q", e.Hash, e.Sentence, want)
	}
	if len(e.Rows) == 0 {
		t.Errorf("%s: the table is empty", e.Hash)
	}
	for _, shown := range e.Rows {
		want := []string{shown[0]}
		for _, sector := range []string{"public", "private", "ideburen", "nonpublic", "unknown"} {
			want = append(want, l.said(at(shown[0], sector)))
		}
		if diff := cmp.Diff(want, shown); diff != "" {
			t.Errorf("%s: the table differs from share.csv (-share.csv +page):\n%s", e.Hash, diff)
		}
	}
}

// seen reads the page once it is settled.
func seen(t *testing.T, ctx context.Context) exploration {
	t.Helper()
	settled(t, ctx)
	return told[exploration](t, ctx, explored)
}

// TestExploreIsChosenByKeyboard goes through all measures with the arrow keys,
// compares each with the table, and opens its address anew.
func TestExploreIsChosenByKeyboard(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p := publishedExample(t)
	rows := shares(t, p)
	for page, l := range map[string]tongue{"explore.html": swedish(), "explore.en.html": english()} {
		ctx := browse(t)
		heard := listen(t, ctx)
		open(t, ctx, address(p.edition(), page), wide())
		seen(t, ctx).agrees(t, rows, l)
		controls := []string{"measure", "place", "definition", "period"}
		if page != "explore.html" {
			controls = controls[:1] // the other language has the same script
		}
		for _, control := range controls {
			for _, e := range arrowed(t, ctx, control) {
				e.agrees(t, rows, l)
			}
		}
		last := seen(t, ctx)
		open(t, ctx, address(p.edition(), page)+last.Hash, wide())
		if diff := cmp.Diff(last, seen(t, ctx)); diff != "" {
			t.Errorf("%s: its address shows something else (-before +opened):\n%s", page, diff)
		}
		heard.quiet(t, page, address(p.dir, "")+"/")
	}
}

// press presses a key, and waits until the page shows something else than before.
func press(t *testing.T, ctx context.Context, key, before string) {
	t.Helper()
	do(t, ctx, chromedp.KeyEvent(key))
	told[bool](t, ctx, `(async () => { for (let i = 0; i < 2000 && document.getElementById("explore").dataset.shown === `+written16(before)+`; i++) await new Promise((next) => setTimeout(next, 5)); return true; })()`)
}

// most is how many choices of a control are looked at.
const most = 3

// arrowed goes down through the choices of a control with the arrow key, as far
// as most, and gives what each shows.
func arrowed(t *testing.T, ctx context.Context, control string) (list []exploration) {
	t.Helper()
	type choice struct{ At, Of int }
	is := told[choice](t, ctx, `(() => { const select = document.getElementById("explore-`+control+`"); select.focus(); return { At: select.selectedIndex, Of: select.parentElement.hidden ? 0 : select.options.length }; })()`)
	key := kb.ArrowDown
	if is.At > 0 {
		key = kb.ArrowUp
	}
	steps := min(most, max(is.At, is.Of-1-is.At))
	for range steps {
		before := seen(t, ctx)
		press(t, ctx, key, before.Hash)
		after := seen(t, ctx)
		if after.Hash == before.Hash || chosen(t, after.Hash).Get(control) == chosen(t, before.Hash).Get(control) {
			t.Errorf("an arrow key does not change the %s of %s", control, before.Hash)
			return list
		}
		list = append(list, after)
	}
	return list
}

// TestEveryControlOfExploreAnswersTheKeyboard presses an arrow in each control:
// the choice changes, the page shows it, and its address leads back to it.
func TestEveryControlOfExploreAnswersTheKeyboard(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p := publishedExample(t)
	const shown = `document.getElementById("explore").dataset.shown`
	contracts := "#measure=upphandlade_avtal&place=SE&area=cpv_85"
	for control, from := range map[string]string{
		"measure": "", "place": "", "area": "", "definition": "", "kind": "", "view": "", "agreement": contracts,
		"period": "#measure=platser_vuxenboende&place=GB-SCT",
	} {
		ctx := browse(t)
		heard := listen(t, ctx)
		open(t, ctx, address(p.edition(), "explore.html")+from, wide())
		settled(t, ctx)
		before := told[string](t, ctx, shown)
		at := told[int](t, ctx, `(() => { const select = document.getElementById("explore-`+control+`"); select.focus(); return select.selectedIndex; })()`)
		key := kb.ArrowDown
		if at > 0 {
			key = kb.ArrowUp
		}
		press(t, ctx, key, before)
		settled(t, ctx)
		after := told[string](t, ctx, shown)
		if chosen(t, before).Get(control) == chosen(t, after).Get(control) {
			t.Errorf("%s: an arrow leaves %q as it was", control, before)
		}
		open(t, ctx, address(p.edition(), "explore.html")+after, wide())
		settled(t, ctx)
		if again := told[string](t, ctx, shown); again != after {
			t.Errorf("%s: the address %q shows %q", control, after, again)
		}
		heard.quiet(t, "explore.html", address(p.dir, "")+"/")
	}
}

// TestSwedishOnAnEnglishPageIsSpokenAsSwedish: a licence that the workspace has in
// Swedish alone says so on each English page that names it, and on no Swedish one.
func TestSwedishOnAnEnglishPageIsSpokenAsSwedish(t *testing.T) {
	dir, said := spaceOf(t, "Köpta tjänster"), "Får användas av alla"
	source := filepath.Join(dir, "sources/prov.yaml")
	text, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	put(t, source, strings.Replace(string(text), "CC0 1.0", said, 1))
	p, err := publish(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	// The languages of the smallest elements that have the licence in them.
	const languages = `[...document.body.querySelectorAll("*")].filter((e) => e.textContent.includes(%q) && ![...e.children].some((c) => c.textContent.includes(%[1]q))).map((e) => e.closest("[lang]").lang)`
	for _, page := range []string{"index", "explore", "sources", "en", "explore.en", "sources.en"} {
		open(t, ctx, address(p.edition(), page+".html"), wide())
		settled(t, ctx)
		spoken := told[[]string](t, ctx, fmt.Sprintf(languages, said))
		if want := []string{"sv"}; cmp.Diff(want, spoken) != "" {
			t.Errorf("%s says the licence in %q, want %q", page, spoken, want)
		}
		if n := told[int](t, ctx, `document.querySelectorAll("main [lang='sv']").length`); n > 0 && told[string](t, ctx, "document.documentElement.lang") == "sv" {
			t.Errorf("%s marks %d texts that are in its own language", page, n)
		}
	}
}

// TestPlacesBesideEachOtherHaveTheNumbersOfTheChosenPeriod: not those of the last
// one, which the sentence above them does not tell of.
func TestPlacesBesideEachOtherHaveTheNumbersOfTheChosenPeriod(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	rows := shares(t, p)
	for _, period := range []string{"2017", "2024"} {
		open(t, ctx, address(p.edition(), "explore.html")+"#measure=platser_vuxenboende&view=places&period="+period, wide())
		settled(t, ctx)
		shown := told[map[string]string](t, ctx, `Object.fromEntries([...document.querySelectorAll(".multiple p")].map((e) => [e.firstChild.data.trim(), e.querySelector("b").textContent]))`)
		for place, label := range map[string]string{"GB-SCT": "Skottland", "GB-ABE": "Aberdeen City"} {
			r := rows["uppgiven|platser_vuxenboende|"+period+"|"+place+"|vuxenboende|none|ideburen"]
			want, err := edition.Percent(r["share"], 1, edition.Swedish)
			if err != nil || shown[label] != want+"\u00a0%" {
				t.Errorf("beside %s in %s stands %q, want %q: %v", label, period, shown[label], want, err)
			}
		}
		if caption := told[string](t, ctx, `document.querySelector("#explore-chart figcaption").textContent`); !strings.Contains(caption, period) {
			t.Errorf("%q does not say that the numbers are of %s", caption, period)
		}
	}
}
