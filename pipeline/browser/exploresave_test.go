package browser

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	cdp "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

// saved presses the button that saves a table, and gives what is in the file, by
// column.
func saved(t *testing.T, ctx context.Context, name, table string, comma rune) (rows []row) {
	t.Helper()
	dir := t.TempDir()
	if _, err := chromedp.Call(ctx, cdp.SetDownloadBehavior, cdp.SetDownloadBehaviorParams{Behavior: cdp.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir}); err != nil {
		t.Fatal(err)
	}
	told[bool](t, ctx, `(document.querySelector("[data-download][aria-describedby=`+table+`-caption]").focus(), true)`)
	do(t, ctx, chromedp.KeyEvent(kb.Enter))
	var text []byte
	for deadline := time.Now().Add(10 * time.Second); len(text) == 0 && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		text, _ = os.ReadFile(filepath.Join(dir, name))
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	r.Comma = comma
	records, err := r.ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatalf("%s: %v, %d lines: %q", name, err, len(records), text)
	}
	for _, record := range records[1:] {
		one := row{}
		for i, column := range records[0] {
			one[column] = record[i]
		}
		rows = append(rows, one)
	}
	return rows
}

// TestASavedTableSaysWhatItIsOf presses the buttons: each row of a file has the
// measure, the place, the definition, the source and the edition, and the numbers
// that share.csv has.
func TestASavedTableSaysWhatItIsOf(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p, ctx := publishedExample(t), browse(t)
	shared := shares(t, p)
	open(t, ctx, address(p.edition(), "explore.html")+"#measure=platser_vuxenboende&period=2018", wide())
	settled(t, ctx)
	at := func(period, sector string) row {
		return shared[strings.Join([]string{"uppgiven", "platser_vuxenboende", period, "GB-SCT", "vuxenboende", "none", sector}, "|")]
	}
	want := row{"Mått": "Registrerade platser på boenden för vuxna (Skottland)", "Plats": "Skottland", "Definition": "Som källan redovisar"}
	for name, rows := range map[string][]row{
		"time":    saved(t, ctx, "tresektor-platser_vuxenboende.csv", "explore-table", ';'),
		"sectors": saved(t, ctx, "tresektor-platser_vuxenboende-sectors.csv", "explore-split", ';'),
	} {
		for _, got := range rows {
			for column, text := range want {
				if got[column] != text {
					t.Errorf("%s: %s is %q in %v", name, column, got[column], got)
				}
			}
			if !strings.Contains(got["Källa"], "Care Inspectorate") || got["Utgåva"] != "2026-11-22" || !strings.Contains(got["Tabell"], "procent") {
				t.Errorf("%s: source, edition or title is missing: %v", name, got)
			}
		}
		var shown, told []string
		for _, got := range rows {
			switch {
			case name == "time":
				shown = append(shown, got["Period"]+" "+got["Idéburen"])
				told = append(told, got["Period"]+" "+swedish().said(at(got["Period"], "ideburen")))
			case got["Sektor"] == "Idéburen":
				shown = append(shown, got["Period"]+" "+got["Av summan"])
				told = append(told, "2018 "+swedish().percent(at("2018", "ideburen")["share"]))
			}
		}
		if diff := cmp.Diff(told, shown); diff != "" || len(shown) == 0 {
			t.Errorf("%s: -share.csv +file:\n%s", name, diff)
		}
	}
	open(t, ctx, address(p.edition(), "explore.en.html")+"#measure=platser_vuxenboende&view=places", wide())
	settled(t, ctx)
	rows := saved(t, ctx, "tresektor-platser_vuxenboende.csv", "explore-table", ',')
	isOf := func(r row) bool {
		return r["Measure"] != "" && r["Definition"] != "" && r["Place"] == "Scotland" && r["2018"] == english().said(at("2018", "ideburen"))
	}
	if !slices.ContainsFunc(rows, isOf) {
		t.Errorf("the compared places are not in the file: %v", rows[0])
	}
}

// TestALongAddressWidensNoPage: what a link asks for is told of, and breaks.
func TestALongAddressWidensNoPage(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	do(t, ctx, chromedp.EmulateViewport(320, 800), chromedp.Navigate(address(p.edition(), "explore.html")+"#place="+strings.Repeat("x", 500)))
	told[bool](t, ctx, `(async () => { for (let i = 0; i < 2000 && !document.getElementById("explore")?.dataset.shown; i++) await new Promise((next) => setTimeout(next, 5)); return true; })()`)
	if notice := told[string](t, ctx, `document.getElementById("explore-notice").textContent`); !strings.Contains(notice, "xxx") {
		t.Errorf("the notice says %q", notice)
	}
	if width := told[int](t, ctx, `document.documentElement.scrollWidth`); width > 320 {
		t.Errorf("the page is %d pixels wide", width)
	}
}

// TestLabelsOfRowsStandInsideTheirChart, whole: names that begin alike must not
// look alike, on a phone or on a large screen.
func TestLabelsOfRowsStandInsideTheirChart(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	for _, w := range []window{wide(), narrow()} {
		open(t, ctx, address(p.edition(), "explore.html")+"#measure=upphandlade_avtal&view=areas", w)
		settled(t, ctx)
		type labels struct{ Chart, Table, Outside, Overlapping []string }
		got := told[labels](t, ctx, `(() => {
			const svg = document.querySelector("#explore-chart .plot"), edge = svg.getBoundingClientRect();
			const all = [...svg.querySelectorAll("[data-mark='y-axis tick label'] text")];
			const text = (e) => (e.children.length > 0 ? [...e.children].map((c) => c.textContent).join(" ") : e.textContent);
			const box = (e) => e.getBoundingClientRect();
			return {
				Chart: all.map(text), Table: [...document.querySelectorAll("#explore-table tbody th")].map((e) => e.textContent),
				Outside: [...all, ...svg.querySelectorAll("[data-mark='x-axis tick label'] text")].filter((e) => box(e).left < edge.left - 0.5 || box(e).right > edge.right + 0.5 || box(e).bottom > edge.bottom).map(text),
				Overlapping: all.filter((e, i) => i > 0 && box(e).top < box(all[i - 1]).bottom - 1).map(text),
			};
		})()`)
		if diff := cmp.Diff(got.Table, got.Chart); diff != "" {
			t.Errorf("%d: -table +chart:\n%s", w.width, diff)
		}
		if len(got.Outside)+len(got.Overlapping) > 0 {
			t.Errorf("%d: outside: %q; over each other: %q", w.width, got.Outside, got.Overlapping)
		}
	}
}

// TestExplorePrintsWhatIsShown: what can only be chosen from on a screen is not on
// paper, and the rules are, which there is nothing to press for.
func TestExplorePrintsWhatIsShown(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	open(t, ctx, address(p.edition(), "explore.html")+"#measure=slutbetyg_ak9", wide())
	settled(t, ctx)
	sentence := told[string](t, ctx, `document.getElementById("explore-sentence").textContent`)
	rule := told[string](t, ctx, `document.querySelector("#explore-how ol li").textContent`)
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	const onPaper = `[...document.querySelectorAll("#explore-intro, #explore-controls, #explore button, #explore summary, #explore-rules li")].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 0).map((e) => e.textContent)`
	seen := told[[]string](t, ctx, onPaper)
	if len(seen) < 3 || seen[0] != "Reglerna i ordning; den första som passar avgör" || seen[1] != rule {
		t.Errorf("on paper are %q", seen)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		t.Fatal(err)
	}
	isOnPaper(t, sheetsOf(t, pdf), sentence)
	isOnPaper(t, sheetsOf(t, pdf), rule)
}

// TestCaptionsOfWideTablesCanBeReadOnAPhone: a table may scroll, and what it is of
// stays where it is read.
func TestCaptionsOfWideTablesCanBeReadOnAPhone(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	open(t, ctx, address(p.edition(), "explore.html")+"#measure=platser_vuxenboende&view=places", narrow())
	settled(t, ctx)
	type caption struct{ Table, Left, Right float64 }
	const captions = `[...document.querySelectorAll("#explore caption")].map((e) => {
		e.closest(".scroll").scrollLeft = 80;
		const range = document.createRange(); range.selectNodeContents(e);
		const { left, right } = range.getBoundingClientRect();
		return { Table: e.closest("table").getBoundingClientRect().width, Left: left, Right: right };
	})`
	seen := told[[]caption](t, ctx, captions)
	for _, c := range seen {
		if c.Left < 0 || c.Right > 320 {
			t.Errorf("a caption stands from %.0f to %.0f of 320 pixels over a table %.0f wide", c.Left, c.Right, c.Table)
		}
	}
	if len(seen) == 0 || seen[0].Table < 400 {
		t.Errorf("no table is wide: %v", seen)
	}
}
