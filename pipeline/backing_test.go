package pipeline_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTheOrganisationsBehindACardAreAsManyAsItCounts compares names with the
// number of idéburna providers, where none of them may not be named, and looks
// for them on the card's page.
func TestTheOrganisationsBehindACardAreAsManyAsItCounts(t *testing.T) {
	t.Parallel()
	dir := exampleWorkspace(t)
	refreshed(t, options(dir))
	named, counted, latest := map[string]int{}, map[string]string{}, map[string]string{}
	backing := table(t, dir, "backing")
	for _, row := range backing {
		named[row["card"]]++
		latest[row["card"]] = row["period"]
	}
	got := map[string]string{}
	for _, row := range table(t, dir, "headline") {
		if row["sector"] == "ideburen" && row["period"] == latest[row["card"]] {
			counted[row["card"]] = row["providers"]
			got[row["card"]] = strconv.Itoa(named[row["card"]])
		}
	}
	if diff := cmp.Diff(counted, got); diff != "" || len(got) < 4 {
		t.Errorf("counted and named (-want +got):\n%s%v", diff, got)
	}
	for _, ending := range []string{".html", ".en.html"} {
		page := read(t, filepath.Join(dir, "editions/current/card-grundskola"+ending))
		for _, row := range backing {
			link := `href="lookup` + ending + `#` + strings.TrimPrefix(row["provider_id"], "se:") + `"`
			if row["card"] == "grundskola" && !strings.Contains(page, link) {
				t.Errorf("card-grundskola%s does not have %s", ending, link)
			}
		}
		if !strings.Contains(page, "d35d1c057687e81f63a32b98d2a98c5daa4e4ec017b5881b32bed6d54f4803d1") {
			t.Errorf("card-grundskola%s lacks the checksum of its file", ending)
		}
	}
}

// TestNobodyIsNamedBehindWhatIsSecretOrSmall has a measure without protection,
// the same under secrecy, and one of people with too few in its cell.
func TestNobodyIsNamedBehindWhatIsSecretOrSmall(t *testing.T) {
	for protected, want := range map[string]int{"kind: money": 1, "kind: money\nprotect: secrecy": 0, "kind: people\nprotect: frequency": 0} {
		files := smallFiles()
		files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n2024-01-02;0180;802002-0718;61;0,03\n2024-01-02;0180;556016-0680;49;0,02\n"
		measure := replaceOnce(t, files["measure/prov.yaml"], "kind: money", protected)
		if strings.Contains(protected, "secrecy") {
			measure += "dominance: {p: 10, n: 2, k: 85}\n"
		}
		if strings.Contains(protected, "people") {
			measure = strings.NewReplacer("price_basis: current\n", "", "vat: exkl\n", "").Replace(measure)
		}
		files["measure/prov.yaml"] = measure
		dir := smallWorkspace(t, files)
		refreshed(t, options(dir))
		if rows := table(t, dir, "backing"); len(rows) != want {
			t.Errorf("%s: %d organisations are named, want %d", protected, len(rows), want)
		}
	}
}
