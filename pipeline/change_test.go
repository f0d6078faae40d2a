package pipeline_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pick are the fields of each row for which every given field has its value.
func pick(rows []map[string]string, where map[string]string, fields ...string) (lines []string) {
	for _, row := range rows {
		fits := true
		for field, value := range where {
			fits = fits && row[field] == value
		}
		if !fits {
			continue
		}
		var cells []string
		for _, field := range fields {
			cells = append(cells, row[field])
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return lines
}

// TestScottishChangesHaveTheKnownAnswers compares with counts made from the
// same file by other means.
func TestScottishChangesHaveTheKnownAnswers(t *testing.T) {
	t.Parallel()
	dir, report := publishedExample(t)
	change, contribution := table(t, dir, "change"), table(t, dir, "contribution")
	scotland := func(earlier, later string) map[string]string {
		return map[string]string{"definition": "uppgiven", "place": "GB-SCT", "area": "vuxenboende", "sector": "ideburen",
			"earlier_period": earlier, "later_period": later}
	}
	tests := []struct {
		name   string
		rows   []map[string]string
		where  map[string]string
		fields string
		want   []string
	}{
		// 5,199 of 41,007 and 5,004 of 41,052: -0.49. Three providers with 40,
		// 31 and 133 places became idéburna: 204 of 41,052 are +0.50.
		{"three providers are relabelled in 2019", change, scotland("2018", "2019"),
			"earlier_amount later_amount earlier_total later_total change reclassified_amount reclassified", []string{"5199 5004 41007 41052 -0.004889 204 0.004969"}},
		{"and the rest of the change is all other causes", change, scotland("2018", "2019"),
			"converted evidence arrived ended remaining method", []string{"0.000000 0.000000 -0.001703 -0.001278 -0.006877 0.000000"}},
		// The seven client groups: within -2.45, mix -0.21. The councils give
		// nearly all of it to within.
		{"shift-share over client groups from 2016 to 2024", change, scotland("2016", "2024"),
			"earlier_amount earlier_total later_amount later_total change within_areas mix_of_areas within_places mix_of_places",
			[]string{"5351 41484 4102 40074 -0.026628 -0.024521 -0.002107 -0.026195 -0.000433"}},
		// 265 of 40,592 places and 17 of 40,589: 0.65 and 0.04 %, or -0.61
		// points of its own. It left the whole too: the share fell by 0.54.
		{"one provider is most of 2022", contribution,
			map[string]string{"card": "skottland", "earlier_period": "2021", "later_period": "2022", "place_in_order": "1"},
			"provider_id cause earlier_amount later_amount earlier_share later_share effect cumulated",
			[]string{"skottland:SP2003002599 remaining 265 17 0.006528 0.000419 -0.005409 -0.005409"}},
		{"contributions sum to the change of 2022", contribution,
			map[string]string{"card": "skottland", "earlier_period": "2021", "later_period": "2022", "provider_id": ""},
			"place_in_order cumulated", []string{"11 -0.009156"}},
		{"the eight changes", change, map[string]string{"definition": "uppgiven", "place": "GB-SCT", "area": "vuxenboende", "sector": "ideburen"},
			"earlier_period later_period change", []string{"2016 2017 -0.003232", "2016 2024 -0.026628", "2017 2018 0.001026", "2018 2019 -0.004889",
				"2019 2020 -0.002635", "2020 2021 -0.004557", "2021 2022 -0.009156", "2022 2023 -0.002408", "2023 2024 -0.000777"}},
		{"the headline compares with the year before", table(t, dir, "headline"),
			map[string]string{"card": "skottland", "sector": "ideburen", "period": "2019"},
			"earlier_period change change_low change_high effective_providers", []string{"2018 -0.004889 -0.004889 -0.004889 29.994509"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pick(tt.rows, tt.where, strings.Fields(tt.fields)...)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
	for _, c := range report.Cards {
		if c.ID == "skottland" && !strings.HasPrefix(c.Change.SV, "Jämfört med 2016: −2,7 procentenheter. Andelen har minskat") {
			t.Errorf("the card says %q", c.Change.SV)
		}
	}
}
