package browser

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// A row is one of a table, by column.
type row map[string]string

// tableRows reads a table of an edition.
func tableRows(t *testing.T, p publication, name string) (rows []row) {
	t.Helper()
	f, err := os.Open(filepath.Join(p.edition(), "tables", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records[1:] {
		r := row{}
		for i, column := range records[0] {
			r[column] = record[i]
		}
		rows = append(rows, r)
	}
	return rows
}

// A headline is what headline.csv and share.csv say of a card.
type headline struct {
	periods  []string                  // in order of time, those of another measure before
	sectors  map[string]map[string]row // by period and sector
	readings map[string]row            // the idéburen share of the latest period, by definition
}

func (h headline) last() map[string]row { return h.sectors[h.periods[len(h.periods)-1]] }

// headlines reads what the front page must agree with, by card.
func headlines(t *testing.T, p publication) map[string]headline {
	t.Helper()
	cards := map[string]headline{}
	for _, r := range tableRows(t, p, "headline.csv") {
		id := strings.TrimSuffix(r["card"], ".earlier")
		h, known := cards[id]
		if !known {
			h = headline{sectors: map[string]map[string]row{}, readings: map[string]row{}}
		}
		if h.sectors[r["period"]] == nil {
			h.periods, h.sectors[r["period"]] = append(h.periods, r["period"]), map[string]row{}
		}
		h.sectors[r["period"]][r["sector"]] = r
		cards[id] = h
	}
	shares := tableRows(t, p, "share.csv")
	for _, h := range cards {
		h.read(shares)
	}
	return cards
}

// read keeps the rows of share.csv that the spread of a card is made of.
func (h headline) read(shares []row) {
	own := h.last()["ideburen"]
	for _, r := range shares {
		isOwn := slices.Contains(strings.Fields(own["spread_definitions"]), r["definition"])
		for _, column := range []string{"measure", "period", "place", "area", "agreement", "sector"} {
			isOwn = isOwn && r[column] == own[column]
		}
		if isOwn {
			h.readings[r["definition"]] = r
		}
	}
}

// A card is what testdata/front.js tells of one.
type card struct {
	ID, Sentence, Beside string
	Total, FirstLast     string
	Bounds, Spread       string
	Captions             map[string]string
	Rows                 map[string][]string
	Times                [][]string
	Pictures             map[string]string
}

// TestTheFrontPageSaysWhatTheTableSays compares sentence, charts and tables of
// each card with headline.csv, and the marks of definitions with share.csv.
func TestTheFrontPageSaysWhatTheTableSays(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	cards := headlines(t, p)
	for page, l := range map[string]tongue{"index.html": swedish(), "en.html": english()} {
		open(t, ctx, address(p.edition(), page), wide())
		shown := toldCards(t, ctx)
		if len(shown) != len(cards) {
			t.Fatalf("%s has %d cards, the table %d", page, len(shown), len(cards))
		}
		for _, c := range shown {
			t.Run(page+"/"+c.ID, func(t *testing.T) {
				c.agrees(t, cards[c.ID], l)
				c.tells(t, cards[c.ID], l)
				c.draws(t, p, cards[c.ID], l)
			})
		}
	}
}

// agrees compares the sentence, what stands beside it and the first table.
func (c card) agrees(t *testing.T, h headline, l tongue) {
	t.Helper()
	want := l.told(h.last()["ideburen"])
	if isTold := want != l.none; isTold && !strings.HasPrefix(c.Sentence, want) || !isTold && !strings.HasSuffix(c.Sentence, want) {
		t.Errorf("the sentence is %q, the table says %q", c.Sentence, want)
	}
	if c.Beside == "" {
		t.Error("nothing is said of the other sectors")
	}
	for sector, numbers := range besides(c.Beside) {
		if diff := cmp.Diff(l.ends(h.last()[sector]), numbers); diff != "" {
			t.Errorf("beside it %q says otherwise of %s (-table +page):\n%s", c.Beside, sector, diff)
		}
	}
	for sector, r := range h.last() {
		want := []string{l.amount(r["amount"]), l.percent(r["share"]), l.percent(r["low"]), l.percent(r["high"])}
		if diff := cmp.Diff(want, c.Rows[sector]); diff != "" {
			t.Errorf("the row %s differs from the table (-table +page):\n%s", sector, diff)
		}
	}
	if own := h.last()["ideburen"]; len(l.ends(own)) == 2 {
		if diff := cmp.Diff(l.ends(own), values(c.Bounds)[:2]); diff != "" {
			t.Errorf("%q says otherwise of the range (-table +page):\n%s", c.Bounds, diff)
		}
	}
	var readings []string
	for _, reading := range h.sure(l)[1:] {
		readings = append(readings, values(reading)...)
	}
	if diff := cmp.Diff(slices.Compact(readings), values(c.Spread)); diff != "" {
		t.Errorf("%q says otherwise of definitions (-table +page):\n%s", c.Spread, diff)
	}
	if want := l.amount(h.last()["ideburen"]["total"]); c.Total != want {
		t.Errorf("the total is %q, the table says %q", c.Total, want)
	}
}

func (l tongue) amount(digits string) string {
	return strings.ReplaceAll(l.whole(digits), "\u00a0", " ")
}

// besides are the numbers that a sentence says of each other sector, which it
// names after them. Numbers of no sector stand under "".
func besides(text string) map[string][]string {
	sectors, numbers := map[string][]string{}, []string(nil)
	for _, word := range regexp.MustCompile(`[0-9]+[.,][0-9]+|privat|offentlig|public`).FindAllString(text, -1) {
		sector, isSector := map[string]string{"privat": "private", "offentlig": "public", "public": "public"}[word]
		if !isSector {
			numbers = append(numbers, word)
			continue
		}
		if numbers != nil {
			sectors[sector] = append(sectors[sector], numbers...)
		}
		numbers = nil
	}
	if numbers != nil {
		sectors[""] = numbers
	}
	return sectors
}

// tells compares the table over time, and the sentence above it.
func (c card) tells(t *testing.T, h headline, l tongue) {
	t.Helper()
	var want [][]string
	for _, period := range h.periods {
		told := []string{period}
		for _, sector := range []string{"public", "private", "ideburen"} {
			told = append(told, l.said(h.sectors[period][sector]))
		}
		want = append(want, told)
	}
	if len(want) < 2 {
		want = nil // one period has neither chart nor table over time
	}
	if diff := cmp.Diff(want, c.Times, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the table over time differs (-table +page):\n%s", diff)
	}
	if want == nil {
		return
	}
	first, last := want[0], want[len(want)-1]
	if diff := cmp.Diff([]string{first[3], last[3]}, values(strings.Split(c.FirstLast, "procentenheter")[0])[:2]); diff != "" {
		t.Errorf("%q says otherwise of the first and the latest period (-table +page):\n%s", c.FirstLast, diff)
	}
	if r := h.last()["ideburen"]; r["change"] != "" && !strings.Contains(c.FirstLast, l.since+r["earlier_period"]+": "+l.signed(r["change"])+" ") {
		t.Errorf("%q does not say %s since %s", c.FirstLast, l.signed(r["change"]), r["earlier_period"])
	}
}
