package data

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// The rules themselves are tested in queries, through the real relations.
func TestTheTableOfDisagreementsIsWhole(t *testing.T) {
	records := disagreements(t)
	want := strings.Split("case,label_sv,evidence,definition,sector,basis,reason,contested,mark,why_sv,source,label_en", ",")
	if !slices.Equal(records[0], want) {
		t.Fatalf("the header is %v, want %v", records[0], want)
	}
	attributes, known, told := readList(t, "attribute").codes(), definitions(t), map[string]string{}
	for _, r := range records[1:] {
		id := r[0] + " " + r[3]
		if told[id] != "" || r[1] == "" || r[11] == "" || r[9] == "" || r[10] == "" || !slices.Contains([]string{"", "i", "m"}, r[8]) {
			t.Errorf("%s stands twice or is incomplete: %q", id, r)
		}
		told[id] = "told"
		if before := told[r[0]]; before != "" && before != r[1]+r[2]+r[11] {
			t.Errorf("%s has another label or other evidence than the row before", id)
		}
		told[r[0]] = r[1] + r[2] + r[11]
		if known[r[3]].ID == "" {
			t.Errorf("%s: there is no such definition", id)
		}
		for attribute, value := range evidence(r[2]) {
			if attributes[attribute] == nil {
				t.Errorf("%s: there is no attribute %s", id, attribute)
			}
			checkValues(t, id, map[string][]string{attribute: {value}})
		}
	}
}

func disagreements(t *testing.T) [][]string {
	t.Helper()
	file, err := FS().Open("definition/disagreement.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}
