package browser

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A row is one of headline.csv, by column.
type row map[string]string

// headline reads the table that the front page must agree with: the sectors of
// each card's latest period, by card and sector.
func headline(t *testing.T, p publication) map[string]map[string]row {
	t.Helper()
	f, err := os.Open(filepath.Join(p.edition(), "tables/headline.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cards := map[string]map[string]row{}
	for _, record := range records[1:] {
		r := row{}
		for i, column := range records[0] {
			r[column] = record[i]
		}
		if cards[r["card"]] == nil {
			cards[r["card"]] = map[string]row{}
		}
		cards[r["card"]][r["sector"]] = r // periods are in order: the latest one stays
	}
	return cards
}

// A tongue is how a language writes numbers. It is written here once more, so
// that the program's own functions are not compared with themselves.
type tongue struct{ point, thousands, to, between, and, least string }

func swedish() tongue { return tongue{",", "\u00a0", "–", "Mellan ", " och ", "minst "} }
func english() tongue { return tongue{".", ",", "–", "Between ", " and ", "at least "} }

// percent writes a share of six decimals with one, rounded half up: 0.032965 is
// 3.3.
func (l tongue) percent(share string) string {
	if share == "" {
		return "."
	}
	tenths := (millionths(share) + 500) / 1000
	return strconv.Itoa(tenths/10) + l.point + strconv.Itoa(tenths%10)
}

func (l tongue) whole(amount string) string {
	for i := len(amount) - 3; i > 0; i -= 3 {
		amount = amount[:i] + l.thousands + amount[i:]
	}
	return amount
}

// said is a row's share as a chart says it: one number, or its two ends.
func (l tongue) said(r row) string {
	low, high := l.percent(r["low"]), l.percent(r["high"])
	if r["low"] == "" || low == high {
		return l.percent(r["share"])
	}
	return low + l.to + high
}

// told is a row's share as the sentence says it: its symbol where there is
// none, at least so much where the range is wider than what is known, one number
// where the range is less than 0.05 points, and else both ends.
func (l tongue) told(r row) string {
	low, high := millionths(r["low"]), millionths(r["high"])
	switch {
	case r["low"] == "":
		return r["symbol"]
	case r["high"] == "" || high-low > low:
		return l.least + l.percent(r["low"]) + " "
	case high-low < 500:
		return l.percent(r["share"]) + " "
	}
	return l.between + l.percent(r["low"]) + l.and + l.percent(r["high"]) + " "
}

func millionths(share string) int {
	n, _ := strconv.Atoi(strings.Replace(share, ".", "", 1))
	return n
}

// A card is what testdata/front.js tells of one.
type card struct {
	ID, Sentence, Beside string
	Rows                 map[string][]string
	Times                [][]string
	Pictures             map[string]string
}

// TestTheFrontPageSaysWhatTheTableSays compares sentence, charts and tables of
// each card with headline.csv.
func TestTheFrontPageSaysWhatTheTableSays(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	cards := headline(t, p)
	for page, l := range map[string]tongue{"index.html": swedish(), "en.html": english()} {
		open(t, ctx, address(p.edition(), page), wide())
		shown := toldCards(t, ctx)
		if len(shown) < 2 {
			t.Fatalf("%s has %d cards", page, len(shown))
		}
		for _, c := range shown {
			t.Run(page+"/"+c.ID, func(t *testing.T) { c.agrees(t, p, cards[c.ID], l) })
		}
	}
}

func (c card) agrees(t *testing.T, p publication, sectors map[string]row, l tongue) {
	t.Helper()
	if want := l.told(sectors["ideburen"]); !strings.HasPrefix(c.Sentence, want) {
		t.Errorf("the sentence is %q, the table says %q", c.Sentence, want)
	}
	for _, number := range numbers(c.Beside) {
		if known := ends(l, sectors["private"], sectors["public"]); !slices.Contains(known, number) {
			t.Errorf("beside it %q says %s, the table knows %q", c.Beside, number, known)
		}
	}
	for sector, r := range sectors {
		want := []string{strings.ReplaceAll(l.whole(r["amount"]), "\u00a0", " "), l.percent(r["share"]), l.percent(r["low"]), l.percent(r["high"])}
		if diff := cmp.Diff(want, c.Rows[sector]); diff != "" {
			t.Errorf("the row %s differs from the table (-table +page):\n%s", sector, diff)
		}
	}
	c.draws(t, p, sectors, l)
}

// draws holds that each chart says the same numbers, to those who see it and to
// those who hear its text.
func (c card) draws(t *testing.T, p publication, sectors map[string]row, l tongue) {
	t.Helper()
	if len(c.Pictures) == 0 {
		t.Error("there is no chart")
	}
	for src, text := range c.Pictures {
		labels := labels(t, filepath.Join(p.edition(), src))
		if want := l.said(sectors["ideburen"]); !strings.Contains(text, want) || !strings.Contains(labels, want) {
			t.Errorf("%s says %q to those who hear it and %q to those who see it, the table %q", src, text, labels, want)
		}
		if !strings.Contains(src, "-split") {
			continue
		}
		for sector, r := range sectors {
			if want := l.said(r); r["amount"] != "0" && (!strings.Contains(text, want) || !strings.Contains(labels, want)) {
				t.Errorf("%s says %q and %q, the table %q for %s", src, text, labels, want, sector)
			}
		}
	}
}

var (
	number = regexp.MustCompile(`[0-9]+[.,][0-9]+`)
	label  = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)
)

// numbers are those with decimals in a text.
func numbers(text string) []string { return number.FindAllString(text, -1) }

// ends are what may be said of rows: their shares and the ends of their ranges.
func ends(l tongue, rows ...row) (list []string) {
	for _, r := range rows {
		list = append(list, l.percent(r["share"]), l.percent(r["low"]), l.percent(r["high"]))
	}
	return list
}

// labels are the texts that a drawing shows.
func labels(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, found := range label.FindAllSubmatch(text, -1) {
		shown = append(shown, string(found[1]))
	}
	return strings.Join(shown, " | ")
}
