package pipeline_test

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// TestTheExampleIsReviewed compares what review counts from the trace with
// what the edition publishes by other queries: with all that is presumed open
// the range reaches high_presumed, and where nothing is suppressed the lines
// add up to the whole of it.
func TestTheExampleIsReviewed(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	for _, definition := range []string{"snav", "bred"} {
		review, err := pipeline.MakeReview(t.Context(), options(dir), pipeline.ReviewOptions{Definition: definition})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range review.Cards {
			row := publishedShare(t, dir, c.Total)
			if high := millionths(t, row["high_presumed"]); c.Open != nil && high != c.Open.High {
				t.Errorf("%s under %s is open to %d, and %d is published", c.Card, definition, c.Open.High, high)
			}
			if n := len(c.Lines); n > 0 && c.Card != "slutbetyg" && c.Lines[n-1].Cumulated != c.Open.High-c.Open.Low {
				t.Errorf("%s under %s: the lines add up to %d of %d–%d", c.Card, definition, c.Lines[n-1].Cumulated, c.Open.Low, c.Open.High)
			}
		}
	}
	checkProposals(t, dir)
}

func publishedShare(t *testing.T, dir string, total pipeline.Total) map[string]string {
	t.Helper()
	for _, row := range table(t, dir, "share") {
		if row["definition"] == total.Definition && row["measure"] == total.Measure && row["period"] == total.Period &&
			row["place"] == total.Place && row["area"] == total.Area && row["agreement"] == total.Agreement && row["sector"] == "ideburen" {
			return row
		}
	}
	t.Fatalf("there is no share of %s", total)
	return nil
}

func millionths(t *testing.T, share string) int64 {
	t.Helper()
	r, ok := new(big.Rat).SetString(share)
	if !ok {
		t.Fatalf("%q is not a share", share)
	}
	return new(big.Rat).Mul(r, big.NewRat(1_000_000, 1)).Num().Int64()
}

// checkProposals holds that the rows have the header that init writes, and
// that nobody who may not be decided by hand is proposed.
func checkProposals(t *testing.T, dir string) {
	t.Helper()
	review, err := pipeline.MakeReview(t.Context(), options(dir), pipeline.ReviewOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := review.WriteOverrides(&out, "sv"); err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(out.String(), "\n")
	if want := strings.TrimSpace(read(t, filepath.Join(dir, "overrides.csv"))); header != want {
		t.Errorf("the header is %s, want %s", header, want)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if row[1] == "person" || strings.Contains(row[1], ":masked:") {
			t.Errorf("%s is proposed", row[1])
		}
	}
}
