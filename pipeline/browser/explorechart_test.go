package browser

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

// A piece is something that is drawn between two shares, in per cent as the
// chart's own scale says, at a period (or at a height, where bars lie).
type piece struct {
	At       float64
	From, To float64
	Sector   string
}

// A printedText is a text at a period, or at a height.
type printedText struct {
	At   float64
	Text string
}

// A plot is one drawing, as testdata/chart.js tells of it.
type plot struct {
	Name                                 string
	Scale, Skew                          float64
	Parts, Known, Possible, Chosen, Dots []piece
	Values                               []printedText
	Labels, Bold                         []string
}

// A figure is what the page Explore draws of a selection.
type figure struct {
	Hash, Measure, Kind, Caption string
	Marks                        []string
	Plots                        []plot
	Places, Areas                map[string]string // codes by label
}

// An explorer reads what the page shows, and what the tables say of it.
type explorer struct {
	t    *testing.T
	ctx  context.Context
	p    publication
	rows map[string]row
	l    tongue
	page string
	at   url.Values // what is shown
}

func (e *explorer) show(hash string) (seen figure, periods []string) {
	e.t.Helper()
	open(e.t, e.ctx, address(e.p.edition(), e.page)+hash, wide())
	settled(e.t, e.ctx)
	const measured = `(() => { const s = document.querySelector("#explore-period"); return [...s.options].map((o) => o.value).reverse(); })()`
	seen = told[figure](e.t, e.ctx, script(e.t, "chart.js"))
	e.at = chosen(e.t, seen.Hash)
	definition := map[string]string{"snav": "Snäv", "uppgiven": "Som källan redovisar"}[e.at.Get("definition")]
	if e.page == "explore.html" && (!strings.Contains(seen.Caption, seen.Measure) || !strings.Contains(seen.Caption, "definitionen ”"+definition+"”")) {
		e.t.Errorf("%s: the title %q does not name %q and %q", hash, seen.Caption, seen.Measure, definition)
	}
	return seen, told[[]string](e.t, e.ctx, measured)
}

// of is a published row of the selection that the page shows, with some of its
// parts changed.
func (e *explorer) of(changed map[string]string) row {
	var key []string
	for _, name := range []string{"definition", "measure", "period", "place", "area", "agreement", "sector"} {
		value, is := changed[name]
		if !is {
			value = e.at.Get(name)
		}
		key = append(key, value)
	}
	return e.rows[strings.Join(key, "|")]
}

// same compares what is drawn with what must be, to a fifth of a pixel.
func (e *explorer) same(where string, scale float64, want, got []piece) {
	e.t.Helper()
	if len(want) != len(got) {
		e.t.Errorf("%s: %d are drawn, the table has %d: %v, %v", where, len(got), len(want), got, want)
		return
	}
	near := scale / 1000
	for i, w := range want {
		g := got[i]
		if w.At != g.At || w.Sector != g.Sector || math.Abs(w.From-g.From) > near || math.Abs(w.To-g.To) > near {
			e.t.Errorf("%s: %+v is drawn, the table says %+v", where, g, w)
		}
	}
}

func percentOf(share string) float64 { return float64(millionths(share)) / 10_000 }

// TestExploreDrawsWhatTheTableSays measures the charts of the page, each against
// its own scale, and compares them with share.csv: one place over time as whole
// bars and on its own scale, sectors one by one, places as panels, and areas as
// rows.
func TestExploreDrawsWhatTheTableSays(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p := publishedExample(t)
	rows := shares(t, p)
	for page, l := range map[string]tongue{"explore.html": swedish(), "explore.en.html": english()} {
		e := &explorer{t: t, ctx: browse(t), p: p, rows: rows, l: l, page: page}
		for _, hash := range []string{"#measure=platser_vuxenboende&period=2018", "#measure=slutbetyg_ak9", "#measure=elever&place=01", "#measure=upphandlade_avtal"} {
			e.overTime(hash)
		}
		if page != "explore.html" {
			continue // the other language has the same script
		}
		e.beside("#measure=platser_vuxenboende&view=places&period=2018", "2018", "place")
		e.beside("#measure=platser_vuxenboende&view=areas&period=2021&place=GB-SCT", "2021", "area")
		e.flat("#measure=upphandlade_avtal&view=areas", "area")
		e.flat("#measure=elever&view=places&place=SE", "place")
	}
}

// overTime holds the two charts of one place against the table.
func (e *explorer) overTime(hash string) {
	e.t.Helper()
	seen, periods := e.show(hash)
	if len(seen.Plots) != 2 {
		e.t.Fatalf("%s: %d charts", hash, len(seen.Plots))
	}
	whole, own := seen.Plots[0], seen.Plots[1]
	if seen.Kind == "stacked" {
		e.stacked(hash, whole, periods)
	} else {
		e.apart(hash, whole, periods)
	}
	e.own(hash, own, nil, periods)
	for _, one := range seen.Plots {
		e.scaled(hash, one)
	}
	marks := []string{"public: circle", "private: square", "ideburen: diamond"} // as the pictures of the front page
	if diff := cmp.Diff(marks, seen.Marks); diff != "" {
		e.t.Errorf("%s: marks -want +got:\n%s", hash, diff)
	}
}

func (e *explorer) scaled(hash string, one plot) {
	e.t.Helper()
	if one.Skew > one.Scale/1000 || one.Scale <= 0 {
		e.t.Errorf("%s: the scale to %v of %q is askew by %v", hash, one.Scale, one.Name, one.Skew)
	}
}

// stacked holds that whole bars have every sector, on top of each other.
func (e *explorer) stacked(hash string, drawn plot, periods []string) {
	e.t.Helper()
	var want []piece
	for i, period := range periods {
		sum := 0
		for _, sector := range explore.Sectors() {
			share := millionths(e.of(map[string]string{"period": period, "sector": sector})["share"])
			if share > 0 {
				want = append(want, piece{float64(i), float64(sum) / 10_000, float64(sum+share) / 10_000, sector})
			}
			sum += share
		}
		if sum < 999_990 {
			e.t.Errorf("%s: the sectors of %s make %d millionths", hash, period, sum)
		}
	}
	e.same(hash+" whole", drawn.Scale, want, drawn.Parts)
}

// apart holds that each sector's mark stands at its share.
func (e *explorer) apart(hash string, drawn plot, periods []string) {
	e.t.Helper()
	var want []piece
	for _, sector := range explore.Sectors()[:3] {
		for i, period := range periods {
			at := percentOf(e.of(map[string]string{"period": period, "sector": sector})["low"])
			want = append(want, piece{float64(i), at, at, sector})
		}
	}
	e.same(hash+" apart", drawn.Scale, want, drawn.Dots)
}

// own holds that bars of the idéburen share end where the table says, and that
// the chosen period is told: its label is bold, its place is marked, and what is
// printed at it is its number.
func (e *explorer) own(hash string, drawn plot, changed map[string]string, periods []string) {
	e.t.Helper()
	var known, possible, marked []piece
	at, written := "", ""
	for i, period := range periods {
		where := map[string]string{"period": period, "sector": "ideburen"}
		for k, v := range changed {
			where[k] = v
		}
		r := e.of(where)
		if period == e.chosen() {
			at, written = period, e.written(r, changed != nil)
			marked = append(marked, piece{At: float64(i), To: drawn.Scale})
		}
		if r["low"] == "" {
			continue
		}
		known = append(known, piece{At: float64(i), To: percentOf(r["low"])})
		if r["high"] != r["low"] {
			possible = append(possible, piece{At: float64(i), From: percentOf(r["low"]), To: percentOf(r["high"])})
		}
	}
	e.same(hash+" known", drawn.Scale, known, drawn.Known)
	e.same(hash+" possible", drawn.Scale, possible, drawn.Possible)
	if changed != nil {
		if !strings.HasSuffix(drawn.Name, " "+at+": "+written) {
			e.t.Errorf("%s: the heading %q does not say %q of %s", hash, drawn.Name, written, at)
		}
	} else if values := e.valuesAt(drawn, periods); values != written {
		e.t.Errorf("%s: at %s stands %q, the table says %q", hash, at, values, written)
	}
	if len(periods) > 1 {
		e.same(hash+" marked", drawn.Scale, marked, drawn.Chosen)
		if diff := cmp.Diff([]string{at}, drawn.Bold); diff != "" {
			e.t.Errorf("%s: the period -chosen +bold:\n%s", hash, diff)
		}
	}
}

// written is a row's share as a chart prints it, in a heading with its sign.
func (e *explorer) written(r row, isHeading bool) string {
	switch {
	case r["low"] == "":
		return r["symbol"]
	case isHeading:
		return e.l.said(r) + " %"
	}
	return e.l.said(r)
}

func (e *explorer) chosen() string { return e.at.Get("period") }

// valuesAt is what is printed at the chosen period.
func (e *explorer) valuesAt(drawn plot, periods []string) (text string) {
	for _, v := range drawn.Values {
		if periods[int(v.At)] == e.chosen() {
			text += v.Text
		}
	}
	return text
}

// beside holds each of the panels against the table.
func (e *explorer) beside(hash, period, by string) {
	e.t.Helper()
	seen, periods := e.show(hash)
	if seen.Kind != "multiples" || len(seen.Plots) < 5 {
		e.t.Fatalf("%s: %s with %d panels", hash, seen.Kind, len(seen.Plots))
	}
	codes := map[string]map[string]string{"place": seen.Places, "area": seen.Areas}[by]
	for _, panel := range seen.Plots {
		name, _, is := strings.Cut(panel.Name, " "+period+": ")
		if code := codes[name]; is && code != "" {
			e.own(hash+" "+name, panel, map[string]string{by: code}, periods)
		} else {
			e.t.Errorf("%s: the panel %q is of no %s, or does not say what it has in %s", hash, panel.Name, by, period)
		}
		e.scaled(hash, panel)
	}
}

// flat holds bars that lie against the table, with their labels and numbers.
func (e *explorer) flat(hash, by string) {
	e.t.Helper()
	seen, _ := e.show(hash)
	if seen.Kind != "rows" || len(seen.Plots) != 1 || len(seen.Plots[0].Labels) < 3 {
		e.t.Fatalf("%s: %s %+v", hash, seen.Kind, seen.Plots)
	}
	drawn, codes := seen.Plots[0], map[string]map[string]string{"place": seen.Places, "area": seen.Areas}[by]
	e.scaled(hash, drawn)
	var known []piece
	var values []string
	for i, name := range drawn.Labels {
		if codes[name] == "" {
			e.t.Errorf("%s: %q is the label of no %s: %v", hash, name, by, codes)
			continue
		}
		r := e.of(map[string]string{by: codes[name], "sector": "ideburen"})
		values = append(values, e.l.said(r))
		if r["low"] != "" && i < len(drawn.Known) {
			known = append(known, piece{At: drawn.Known[i].At, To: percentOf(r["low"])})
		}
	}
	e.same(fmt.Sprint(hash, " rows"), drawn.Scale, known, drawn.Known)
	var printed []string
	for _, v := range drawn.Values {
		printed = append(printed, v.Text)
	}
	if diff := cmp.Diff(values, printed); diff != "" {
		e.t.Errorf("%s: numbers -share.csv +chart:\n%s", hash, diff)
	}
}
