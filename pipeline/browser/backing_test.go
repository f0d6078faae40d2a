package browser

import (
	"cmp"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	gocmp "github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

// namesBehind reads share_backing.csv: the names behind one share, sorted; who has
// none is told by the source's own number.
func namesBehind(t *testing.T, p publication, hash string) (names []string) {
	t.Helper()
	f, err := os.Open(filepath.Join(p.edition(), "tables/share_backing.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	of := chosen(t, hash)
	wanted := []string{of.Get("measure"), of.Get("place"), of.Get("area"), of.Get("agreement")}
	for _, r := range records[1:] {
		isIn := r[5] <= of.Get("period") && of.Get("period") <= r[6]
		if slices.Equal(r[:4], wanted) && isIn && slices.Contains(strings.Fields(r[7]), of.Get("definition")) {
			names = append(names, cmp.Or(r[8], r[4][strings.LastIndex(r[4], ":")+1:]))
		}
	}
	slices.Sort(names)
	return names
}

// A backing is what the page says of who is behind its number.
type backing struct {
	Hash  string
	Names []string
	Links []string
	Said  string
}

// behind waits until the names are there.
func behind(t *testing.T, ctx context.Context) backing {
	t.Helper()
	return told[backing](t, ctx, `(async () => {
		for (let i = 0; !document.querySelector("#explore-backing [data-told]"); i++) {
			if (i > 2000) throw new Error("the names are not told");
			await new Promise((next) => setTimeout(next, 5));
		}
		const cells = [...document.querySelectorAll("#explore-named tbody th")];
		return {
			Hash: document.getElementById("explore").dataset.shown, Names: cells.map((c) => c.textContent),
			Links: cells.map((c) => c.querySelector("a").getAttribute("href")), Said: document.getElementById("explore-backing").innerText,
		};
	})()`)
}

// TestWhoIsBehindANumberIsTold opens the names by the keyboard, and compares them
// with the published table: of a kommun, of the whole country, of one year in
// several, and of a cell that is not shown.
func TestWhoIsBehindANumberIsTold(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p, rules := publishedExample(t), newAxe(t)
	for _, page := range []string{"explore.html", "explore.en.html"} {
		for hash, least := range map[string]int{
			"#measure=elever&place=0180&definition=bred":                          10,
			"#measure=elever_ak9&place=SE":                                        100,
			"#measure=platser_vuxenboende&place=GB-GLG&period=2018":               1,
			"#measure=upphandlade_avtal&place=SE&definition=snav":                 20,
			"#measure=elever_ak9&place=" + closedPlace(t, p) + "&definition=snav": 0,
		} {
			ctx := browse(t)
			heard := listen(t, ctx)
			open(t, ctx, address(p.edition(), page)+hash, wide())
			settled(t, ctx)
			told[bool](t, ctx, `(document.querySelector("#explore-backing summary").focus(), true)`)
			do(t, ctx, chromedp.KeyEvent(kb.Enter))
			got := behind(t, ctx)
			if told[bool](t, ctx, `Boolean(document.getElementById("explore-named-all"))`) {
				told[bool](t, ctx, `(document.getElementById("explore-named-all").focus(), true)`)
				do(t, ctx, chromedp.KeyEvent(kb.Enter))
				told[bool](t, ctx, `(async () => { for (let i = 0; i < 2000 && document.getElementById("explore-named-all"); i++) await new Promise((next) => setTimeout(next, 5)); return true; })()`)
				got = behind(t, ctx)
				if !told[bool](t, ctx, `document.activeElement.matches("#explore-named-list [role=region]")`) {
					t.Errorf("%s: the focus is lost", hash)
				}
			}
			want := namesBehind(t, p, got.Hash)
			slices.Sort(got.Names)
			if diff := gocmp.Diff(want, append([]string(nil), got.Names...)); diff != "" || len(want) < least {
				t.Errorf("%s: %d names, at least %d should be there (-share_backing.csv +page):\n%s", hash, len(want), least, diff)
			}
			if least == 0 && (len(want) > 0 || !strings.Contains(got.Said, map[string]string{"explore.html": "talet inte visas"}[page])) {
				t.Errorf("%s: of a cell that is not shown it says %q", hash, got.Said)
			}
			if len(got.Links) > 0 && least <= 10 {
				open(t, ctx, address(p.edition(), got.Links[0]), wide())
				settled(t, ctx)
			} else {
				rules.holds(t, ctx, page+hash)
			}
			heard.quiet(t, page, address(p.dir, "")+"/")
		}
	}
}

// closedPlace is a place whose split is not shown for the sake of few people.
func closedPlace(t *testing.T, p publication) string {
	t.Helper()
	for key, r := range shares(t, p) {
		if strings.HasPrefix(key, "snav|elever_ak9|") && r["note"] == "protected" {
			return r["place"]
		}
	}
	t.Fatal("every place is shown")
	return ""
}
