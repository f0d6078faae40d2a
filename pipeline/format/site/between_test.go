package site

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"tresektor/pipeline/edition"
)

// TestThePageExploreWritesRangesAsTablesDo holds the vectors that the page's
// script is tested with against the tables' own words.
func TestThePageExploreWritesRangesAsTablesDo(t *testing.T) {
	text, err := os.ReadFile("explore/testdata/wording.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Ranges []struct {
			Low    int64
			High   *int64
			SV, EN string
		}
	}
	if err := json.Unmarshal(text, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors.Ranges) < 5 {
		t.Fatalf("%d ranges", len(vectors.Ranges))
	}
	for _, r := range vectors.Ranges {
		low, high := fmt.Sprintf("0.%06d", r.Low), edition.NotApplicable
		if r.High != nil {
			high = fmt.Sprintf("0.%06d", *r.High)
		}
		for language, want := range map[string]string{edition.Swedish: r.SV, edition.English: r.EN} {
			if got, err := edition.Between(low, high, language); err != nil || got != want {
				t.Errorf("%s–%s in %s: %q, %v; the vectors say %q", low, high, language, got, err, want)
			}
		}
	}
}
