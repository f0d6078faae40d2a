package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// published are the kinds and causes in the current edition's revision.csv, by
// row of share.csv and by cell.
func published(t *testing.T, dir string) map[string]pipeline.Why {
	t.Helper()
	whys := map[string]pipeline.Why{}
	for _, row := range table(t, dir, "revision") {
		cell := strings.Join([]string{row["definition"], row["measure"], row["period"], row["place"], row["area"], row["agreement"]}, " ")
		causes := strings.Fields(row["causes"])
		slices.Sort(causes)
		whys[cell+" "+row["sector"]] = pipeline.Why{Kind: row["kind"], Causes: causes}
		of := whys[cell]
		of.Kind, of.Causes = row["kind"], slices.Compact(slices.Sorted(slices.Values(append(of.Causes, causes...))))
		whys[cell] = of
	}
	return whys
}

func sortedCauses(y pipeline.Why) pipeline.Why {
	y.Causes = slices.Sorted(slices.Values(y.Causes))
	return y
}

// The plan tells the causes that the edition tells which publish then makes.
func TestPlanTellsTheCausesThatPublishTells(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, revisionFiles())
	refreshed(t, options(dir))
	for _, d := range disturbances() {
		if slices.Contains([]string{"new_period", "source_data", "definition", "override"}, d.cause) {
			d.change(t, dir)
		}
	}
	waiting(t, options(dir))
	plan, err := pipeline.MakePlan(t.Context(), options(dir), pipeline.PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	report, err := pipeline.Publish(t.Context(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	want, got := published(t, dir), map[string]pipeline.Why{}
	counts := map[string]int{}
	for _, c := range plan.Cells {
		cell := strings.Join([]string{c.Definition, c.Measure, c.Period, c.Place, c.Area, c.Agreement}, " ")
		for _, cause := range c.Causes {
			counts[cause]++
		}
		if got[cell] = sortedCauses(c.Why); len(c.Causes) == 0 {
			delete(got, cell)
		}
		for _, row := range c.Rows {
			if len(row.Causes) > 0 {
				got[cell+" "+row.Sector] = sortedCauses(row.Why)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("published (-) and planned (+) causes differ:\n%s", diff)
	}
	total := map[string]int{}
	for _, c := range plan.Causes {
		total[c.Cause] = c.Cells
	}
	if diff := cmp.Diff(counts, total); diff != "" || len(total) != 4 {
		t.Errorf("cells (-) and the plan (+) count causes otherwise:\n%s\n%v", diff, total)
	}
	checkCardCauses(t, plan.Cards, table(t, dir, "headline"), want)
	if len(report.Cards) == 0 {
		t.Error("no cards")
	}
}

// checkCardCauses wants the causes of the idéburen row that a card shows.
func checkCardCauses(t *testing.T, cards []pipeline.Move, shown []map[string]string, want map[string]pipeline.Why) {
	t.Helper()
	kinds := map[string]bool{}
	for _, card := range cards {
		for _, row := range shown {
			if row["card"] != card.Card || row["period"] != card.Period || row["sector"] != "ideburen" {
				continue
			}
			key := strings.Join([]string{row["definition"], row["measure"], row["period"], row["place"], row["area"], row["agreement"], "ideburen"}, " ")
			if diff := cmp.Diff(want[key], sortedCauses(card.Why)); diff != "" {
				t.Errorf("%s: published (-) and planned (+) causes differ:\n%s", key, diff)
			}
			kinds[card.Kind] = true
		}
	}
	if !kinds["revision"] || !kinds["development"] {
		t.Errorf("the test shows too little: %v", kinds)
	}
}
