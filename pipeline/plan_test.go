package pipeline_test

import (
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// waiting makes a candidate that waits in dir.
func waiting(t *testing.T, o pipeline.Options) *pipeline.Candidate {
	t.Helper()
	o.Wait = true
	report := refreshed(t, o)
	if report.Candidate == nil {
		t.Fatalf("no candidate waits: %+v", report)
	}
	return report.Candidate
}

// shareRowsOf are the rows of the current share.csv by their key.
func shareRowsOf(t *testing.T, dir string) map[string]map[string]string {
	t.Helper()
	rows := map[string]map[string]string{}
	for _, row := range table(t, dir, "share") {
		var key []string
		for _, name := range []string{"definition", "measure", "period", "place", "area", "agreement", "sector"} {
			key = append(key, row[name])
			delete(row, name)
		}
		rows[strings.Join(key, " ")] = row
	}
	return rows
}

// The plan, done by hand to the published table, gives the table that publish
// then makes.
func TestPublishMakesWhatPlanSays(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "110,00", "300,00"))
	write(t, filepath.Join(dir, "inbox/prov_2024-02.csv"), smallMonth("2024-02", "50,00", "150,00"))
	candidate := waiting(t, options(dir))
	plan, err := pipeline.MakePlan(t.Context(), options(dir), pipeline.PlanOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rows := shareRowsOf(t, dir)
	before := len(rows)
	for _, cell := range plan.Cells {
		for _, row := range cell.Rows {
			key := strings.Join([]string{cell.Definition, cell.Measure, cell.Period, cell.Place, cell.Area, cell.Agreement, row.Sector}, " ")
			if row.After == nil {
				delete(rows, key)
				continue
			}
			if rows[key] == nil {
				rows[key] = map[string]string{}
			}
			maps.Copy(rows[key], row.After)
		}
	}
	report, err := pipeline.Publish(t.Context(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	if report.Edition != candidate.Edition || report.Edition != plan.Candidate.Edition {
		t.Errorf("published %s, planned %s", report.Edition, plan.Candidate.Edition)
	}
	after := shareRowsOf(t, dir)
	if diff := cmp.Diff(after, rows); diff != "" {
		t.Errorf("published (-) and planned (+) differ:\n%s", diff)
	}
	if len(plan.Cells) == 0 || len(after) <= before || plan.Numbers.Changed == 0 || plan.Numbers.Added == 0 {
		t.Errorf("the test shows too little: %+v", plan.Numbers)
	}
	checkCards(t, plan.Cards, report.Cards)
}

// checkCards compares what the plan says of the front page with the cards
// that were published.
func checkCards(t *testing.T, planned []pipeline.Move, cards []pipeline.Card) {
	t.Helper()
	shares := map[string]int64{}
	for _, c := range cards {
		for _, p := range c.Periods {
			for _, s := range p.Sectors {
				if s.Code == "ideburen" && s.Share != nil {
					shares[c.ID+" "+p.Period] = *s.Share
				}
			}
		}
	}
	got := map[string]int64{}
	for _, m := range planned {
		got[m.Card+" "+m.Period] = *m.After.Share
	}
	if diff := cmp.Diff(shares, got); diff != "" {
		t.Errorf("published (-) and planned (+) cards differ:\n%s", diff)
	}
}

func TestRollbackTakesLessThanASecond(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	first := refreshed(t, options(dir))
	was := files(t, dir)
	write(t, filepath.Join(dir, "tresektor.yaml"), read(t, filepath.Join(dir, "tresektor.yaml"))+"# again\n")
	if second := refreshed(t, options(dir)); second.Edition == first.Edition {
		t.Fatal("no second edition")
	}
	begun := time.Now()
	done, err := pipeline.Rollback(options(dir), "prov")
	took := time.Since(begun)
	if err != nil {
		t.Fatal(err)
	}
	if took > time.Second {
		t.Errorf("it took %s", took)
	}
	t.Logf("rollback took %s", took)
	if done.Edition != first.Edition {
		t.Errorf("went back to %s, want %s", done.Edition, first.Edition)
	}
	if diff := cmp.Diff(was, files(t, dir)); diff != "" {
		t.Errorf("not byte for byte (-before +after):\n%s", diff)
	}
}
