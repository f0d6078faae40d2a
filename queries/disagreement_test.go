package queries_test

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"tresektor/data"
)

// TestDefinitionsDisagreeWhereTheyShould runs every case of the table of
// disagreements, one row per definition, through the real definitions and the
// real relations.
func TestDefinitionsDisagreeWhereTheyShould(t *testing.T) {
	rows := disagreements(t)
	w := newWorld(t)
	w.realAttributes(t)
	for _, id := range definitionIDs(t) {
		w.define(id, "", ruleTexts(t, id)...)
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if !seen[row["case"]] {
			w.tellCase(row)
		}
		seen[row["case"]] = true
	}
	w.build()
	got := map[string]string{}
	for _, line := range w.got(`select provider_id, definition, sector, basis, reason, is_contested, rule
		from provider_decided join pattern_sector using (pattern_id) join provider_identity using (provider_key)`) {
		f := strings.SplitN(line, " ", 3)
		got[f[0]+" "+f[1]] = f[2]
	}
	for _, row := range rows {
		want := fmt.Sprintf("%s %s %s %t ", row["sector"], row["basis"], or(row["reason"], "-"), row["contested"] == "yes")
		decided := got[caseProvider(row)+" "+row["definition"]]
		if !strings.HasPrefix(decided, want) {
			t.Errorf("%s under %s (%s): %s, want %s: %s", row["case"], row["definition"], row["evidence"], decided, want, row["why_sv"])
		}
	}
	if want := len(seen) * len(definitionIDs(t)); len(got) != want || len(rows) != want {
		t.Errorf("%d decisions and %d rows, want one of each case and definition: %d", len(got), len(rows), want)
	}
}

func disagreements(t *testing.T) []map[string]string {
	t.Helper()
	file, err := data.FS().Open("definition/disagreement.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return readRows(t, csv.NewReader(file))
}

func readRows(t *testing.T, r *csv.Reader) (rows []map[string]string) {
	t.Helper()
	records, err := r.ReadAll()
	if err != nil || len(records) < 2 {
		t.Fatalf("%d records, %v", len(records), err)
	}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func definitionIDs(t *testing.T) (ids []string) {
	t.Helper()
	paths, err := fs.Glob(data.FS(), "definition/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no definitions, %v", err)
	}
	for _, path := range paths {
		ids = append(ids, strings.TrimSuffix(strings.TrimPrefix(path, "definition/"), ".yaml"))
	}
	return ids
}

// realAttributes adds the attributes of data/attribute.csv that the world lacks.
func (w *world) realAttributes(t *testing.T) {
	t.Helper()
	file, err := data.FS().Open("attribute.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, row := range readRows(t, csv.NewReader(file)) {
		has := func(line string) bool { return strings.HasPrefix(line, row["code"]+" ") }
		if !slices.ContainsFunc(w.rows["attribute"], has) {
			w.put("attribute", row["code"]+" x "+row["carry_back"]+" "+or(row["values"], "."))
		}
	}
}

// caseProvider is a case's provider. What kind it is comes from its identifier.
func caseProvider(row map[string]string) string {
	if strings.Contains(row["evidence"], "provider_kind=person") {
		return "person:" + row["case"]
	}
	return "se:" + row["case"]
}

func (w *world) tellCase(row map[string]string) {
	w.volume(caseProvider(row) + " 1")
	for _, fact := range strings.Fields(row["evidence"]) {
		if !strings.HasPrefix(fact, "provider_kind=") {
			w.evidence(caseProvider(row) + " " + fact)
		}
	}
}
