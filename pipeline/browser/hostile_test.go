package browser

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"tresektor/pipeline/workspace"
)

// hostileSpace is a workspace in which everything that people write, and what a
// source says, wants to be run.
func hostileSpace(t *testing.T) (dir string) {
	t.Helper()
	return spaceOf(t, hostile)
}

// spaceOf is a workspace in which everything that people write is one text.
func spaceOf(t *testing.T, said string) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "space")
	if err := workspace.Init(dir, false); err != nil {
		t.Fatal(err)
	}
	text := written16(said)
	both := "{sv: " + text + ", en: " + text + "}"
	for name, content := range map[string]string{
		"tresektor.yaml": "title: " + both + "\npublisher: " + both + `
contact: prov@example.org
headline:
  - id: prov
    measure: prov
    place: '0180'
    area: none
    title: ` + both + "\n    subject: " + both + `
    verb: {sv: 'gick {period} till idéburna', en: 'went to idéburna in {period}'}
    others: {sv: '{private} procent gick till privata.', en: '{private} per cent went to private ones.'}
`,
		"measure/prov.yaml": "id: prov\nlabel: " + both + "\nunit: {sv: kronor, en: SEK}\npopulation: " + both + `
numerator: {sv: Belopp., en: Amounts.}
denominator: {sv: Alla belopp., en: All amounts.}
kind: money
base: purchased
place_basis: payer
period_basis: booking_date
price_basis: current
vat: exkl
reference: {kind: flow}
dimensions: [place]
decimals: 2
`,
		"sources/prov.yaml": "title: " + both + "\npublisher: " + both + `
licence: CC0 1.0
file: prov_{year}-{month}.csv
columns:
  - {name: datum, type: date(YYYY-MM-DD), required: true}
  - {name: kommun, type: code(place), required: true}
  - {name: orgnr, type: orgnr}
  - {name: namn, type: text}
  - {name: form, type: code(legal_form)}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [prov]}
`,
		"sources/prov.volume.sql": `select
    line,
    'prov' as measure,
    strftime(datum, '%Y-%m') as period,
    kommun as place,
    orgnr as provider_id,
    belopp as amount,
from source
`,
		"sources/prov.evidence.sql": `select
    line,
    orgnr as provider_id,
    unnest(['name', 'legal_form']) as attribute,
    unnest([namn, form]) as value,
    datum as observed_date,
from source
`,
		"inbox/prov_2024-01.csv": "datum;kommun;orgnr;namn;form;belopp\n" +
			`2024-01-15;0180;802002-0718;"` + strings.ReplaceAll(said, `"`, `""`) + "\";61;100,00\n" +
			"2024-01-16;0180;556016-0680;Bolaget AB;49;300,00\n",
	} {
		put(t, filepath.Join(dir, name), content)
	}
	return dir
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestHostileTextIsShown opens every page of an edition whose texts want to be
// run, and holds that they are shown instead.
func TestHostileTextIsShown(t *testing.T) {
	p, err := publish(t.Context(), hostileSpace(t))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	heard := listen(t, ctx)
	for _, page := range p.pages(t) {
		open(t, ctx, address(p.dir, page), wide())
		settled(t, ctx)
		heard.quiet(t, page, address(p.dir, "")+"/")
		if text := told[string](t, ctx, "document.body.textContent"); !strings.Contains(text, hostile) {
			t.Errorf("%s does not show %q", page, hostile)
		}
		if title := told[string](t, ctx, "document.title"); !strings.Contains(title, "</script>") {
			t.Errorf("%s: the title is %q", page, title)
		}
		if n := told[int](t, ctx, `document.querySelectorAll("img[src=x]").length`); n > 0 {
			t.Errorf("%s has a picture that a text has put there", page)
		}
		inOrder(t, ctx, page, hostile)
	}
	do(t, ctx, chromedp.Navigate(address(p.edition(), "lookup.html")+"#8020020718"), chromedp.WaitVisible(chromedp.CSS("#organisation h2")))
	if heading := told[string](t, ctx, `document.querySelector("#organisation h2").textContent`); heading != hostile {
		t.Errorf("the lookup shows %q", heading)
	}
	inOrder(t, ctx, "the lookup of an organisation", hostile)
	heard.quiet(t, "lookup.html", address(p.dir, "")+"/")
}

// inOrder holds that a text which wants what stands beside it to be read from
// right to left is alone in being so.
func inOrder(t *testing.T, ctx context.Context, page, foreign string) {
	t.Helper()
	type order struct {
		Looked   int
		Reversed []string
	}
	got := told[order](t, ctx, "("+script(t, "order.js")+")("+written16(foreign)+")")
	if got.Looked < 50 || len(got.Reversed) > 0 {
		t.Errorf("%s: of %d characters that are ours these pieces are shown in another order:\n%s", page, got.Looked, strings.Join(got.Reversed, "\n"))
	}
}

// TestAnAddressIsKeptApart opens pages with an address that wants the answer to
// be read from right to left.
func TestAnAddressIsKeptApart(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	const foreign = "en\u2069\u202e text"
	for page, shown := range map[string]string{"lookup.html": "answer", "explore.html": "explore-notice"} {
		open(t, ctx, address(p.edition(), page)+"#"+map[string]string{"lookup.html": "", "explore.html": "place="}[page]+url.PathEscape(foreign), wide())
		text := told[string](t, ctx, `(async () => {
			const shown = () => document.getElementById("`+shown+`")?.textContent ?? "";
			while (shown() === "") await new Promise((next) => setTimeout(next, 5));
			return shown();
		})()`)
		if !strings.Contains(text, "\u202e text") {
			t.Errorf("%s says %+q", page, text)
		}
		inOrder(t, ctx, page, strings.ReplaceAll(foreign, "\u2069", ""))
	}
}
