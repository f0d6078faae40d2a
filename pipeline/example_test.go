package pipeline_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

func parseCSV(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestExampleHasTheKnownAnswers compares the example with numerators and
// denominators counted from the same files by other means; the two published
// totals are named where they stand. Order: public private ideburen nonpublic
// unknown, total.
func TestExampleHasTheKnownAnswers(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	share := table(t, dir, "share")
	tests := []struct {
		name, definition, measure, period, place, area, agreement string
		want                                                      string
	}{
		{
			"pupils in years 1-9, 15 October 2019", "snav", "elever", "2019/20", "SE", "grundskola", "none",
			"908159 135219 35567 0 0 1078945",
		},
		{
			"the same with cooperatives: 14,155 pupils move", "bred", "elever", "2019/20", "SE", "grundskola", "none",
			"908159 121064 49722 0 0 1078945",
		},
		{
			"pupils in gymnasieskola, form 87 undecided", "snav", "elever", "2019/20", "SE", "gymnasieskola", "none",
			"252675 87674 12742 517 0 353608",
		},
		{
			"pupils in year 9, 15 October 2019", "snav", "elever_ak9", "2019/20", "SE", "none", "none",
			"91584 18757 4202 0 0 114543",
		},
		{
			"final grades in year 9, legal forms carried from 2020", "snav", "slutbetyg_ak9", "2024/25", "SE", "none", "none",
			"97580 21418 4303 461 0 123762",
		},
		{
			"tenders in care 2021", "snav", "upphandlade_avtal", "2021", "SE", "cpv_85", "ersattning",
			"36 2014 115 0 34 2199",
		},
		{
			"the same with cooperatives", "bred", "upphandlade_avtal", "2021", "SE", "cpv_85", "ersattning",
			"36 1986 143 0 34 2199",
		},
		{
			// Public Health Scotland publishes 41,032 places for the day.
			"Scotland 2019", "snav", "platser_vuxenboende", "2019", "GB-SCT", "vuxenboende", "none",
			"4160 31888 5004 0 0 41052",
		},
		{
			"Scotland 2016", "uppgiven", "platser_vuxenboende", "2016", "GB-SCT", "vuxenboende", "none",
			"4497 31636 5351 0 0 41484",
		},
		{
			"Scotland 2024", "uppgiven", "platser_vuxenboende", "2024", "GB-SCT", "vuxenboende", "none",
			"4188 31784 4102 0 0 40074",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			amounts := map[string]string{}
			total := ""
			for _, row := range share {
				if row["definition"] == tt.definition && row["measure"] == tt.measure && row["period"] == tt.period &&
					row["place"] == tt.place && row["area"] == tt.area && row["agreement"] == tt.agreement {
					amounts[row["sector"]] = row["amount"]
					total = row["total"]
				}
			}
			got := strings.Join([]string{
				amounts["public"], amounts["private"], amounts["ideburen"], amounts["nonpublic"], amounts["unknown"], total,
			}, " ")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// TestExampleRangesAreThoseOfTheMethod holds the printed ranges: 5.23-6.78 %
// of tenders, and 3.48-3.85 % of known final grades, which are 3.46-4.22 %
// with 113 suppressed units at 1 to 9 pupils each: 3.47-3.98 %.
func TestExampleRangesAreThoseOfTheMethod(t *testing.T) {
	t.Parallel()
	_, report := publishedExample(t)
	got := map[string][]int64{}
	for _, c := range report.Cards {
		for _, r := range c.Periods[len(c.Periods)-1].Sectors {
			if r.Code == "ideburen" {
				got[c.ID] = []int64{*r.Low, *r.High, *r.LowKnown, *r.HighKnown}
			}
		}
	}
	want := map[string][]int64{
		"grundskola":  {32965, 32965, 32965, 32965},     // 35,567 of 1,078,945
		"upphandling": {52296, 67758, 52296, 67758},     // 115 and 149 of 2,199
		"skottland":   {102361, 102361, 102361, 102361}, // 4,102 of 40,074
		// Suppressed units: 17 idéburna, 94 public and private, 2 undecided.
		// Low 4,303+17 of 123,762+17+9*(94+2); high 4,303+461+9*(17+2) of
		// 123,762+9*(17+2)+94.
		"slutbetyg": {34659, 39790, 34768, 38493},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

// TestExampleIsExplained reads the trace of thousands of providers back: a
// small one fits into a single page of memory and would hide a torn text.
func TestExampleIsExplained(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	got, err := pipeline.ExplainProvider(t.Context(), options(dir), "", "262000-0071")
	if err != nil {
		t.Fatal(err)
	}
	// Form 87 and Enskild: the two contradict each other, and 231+129+157
	// pupils of a gymnasieskola hang on it.
	var volumes, contested []string
	for _, v := range got.Volumes {
		volumes = append(volumes, v.Place+" "+v.Amount+" line "+v.Lines)
	}
	for _, d := range got.Decisions {
		if d.Definition == "snav" && d.Contested {
			contested = append(contested, d.Sector+" "+d.Reason)
		}
	}
	if diff := cmp.Diff([]string{"0780 231 line 560", "0880 129 line 561", "0883 157 line 562"}, volumes); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"nonpublic contradiction"}, contested); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

// A supplier with a name only is told by what is known of the organisation
// that it is linked to, or by why it is not linked.
func TestLinkedSuppliersSayToWhom(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	told := map[string]int{}
	for _, row := range table(t, dir, "link") {
		if told[row["status"]]++; told[row["status"]] > 2 {
			continue
		}
		got, err := pipeline.ExplainProvider(t.Context(), options(dir), "", row["provider_id"])
		if err != nil {
			t.Fatal(err)
		}
		text := got.Text("sv")
		want := "Inte knuten till någon organisation"
		if row["organisation_id"] != "" {
			want = "Knuten till organisationen"
		}
		if got.Link == nil || got.Link.Organisation != row["organisation_id"] || !strings.Contains(text, want) {
			t.Errorf("%s (%s) is told as\n%s", row["provider_id"], row["status"], text)
		}
	}
	if told["linked"] == 0 || told["unlinked"] == 0 {
		t.Errorf("statuses %v", told)
	}
}
