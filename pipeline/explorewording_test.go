package pipeline

import (
	"encoding/json"
	"os"
	"testing"

	"tresektor/pipeline/edition"
)

// vectors are numbers and how they are written; the page's script is tested
// with the same.
type vectors struct {
	Figures []struct {
		Share, Low, High *int64
		SV, EN           string
		OtherSV          string `json:"other_sv"`
		OtherEN          string `json:"other_en"`
	}
	Percents []struct {
		Millionths int64
		Decimals   int
		SV, EN     string
	}
	Amounts []struct{ Exact, SV, EN string }
	Days    []struct{ Date, SV, EN string }
}

// TestThePageExploreWritesNumbersAsTheProgram holds the vectors against the
// program's own words.
func TestThePageExploreWritesNumbersAsTheProgram(t *testing.T) {
	text, err := os.ReadFile("format/site/explore/testdata/wording.json")
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	same := func(got, sv, en, language string) {
		if want := word(sv, en).In(language); got != want {
			t.Errorf("%s: %q, the vectors say %q", language, got, want)
		}
	}
	for _, language := range languages() {
		for _, f := range v.Figures {
			r := Sector{Code: "ideburen", Share: f.Share, Low: f.Low, High: f.High}
			w := wording{language: language, card: Card{Periods: []Period{{Sectors: []Sector{r}}}}}
			same(w.figure(), f.SV, f.EN, language)
			same(w.other(r), f.OtherSV, f.OtherEN, language)
		}
		for _, p := range v.Percents {
			same(percentage(p.Millionths).in(language, p.Decimals), p.SV, p.EN, language)
		}
		for _, a := range v.Amounts {
			got, err := edition.Number(a.Exact, language)
			if err != nil {
				t.Error(err)
			}
			same(got, a.SV, a.EN, language)
		}
		for _, d := range v.Days {
			same(edition.Day(d.Date, language), d.SV, d.EN, language)
		}
	}
	if len(v.Figures) < 10 || len(v.Percents) < 5 || len(v.Amounts) < 5 || len(v.Days) < 3 {
		t.Errorf("vectors are missing: %d, %d, %d, %d", len(v.Figures), len(v.Percents), len(v.Amounts), len(v.Days))
	}
}
