package pipeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const overrideHeader = "decision_id,provider_id,valid_from,valid_to,sector,definitions,reason_code,explanation,evidence_url,evidence_date,evidence_file,evidence_sha256,decided_by,reviewed_by,review_by,supersedes\n"

// decide is a row of overrides.csv about a provider under all definitions.
func decide(id, provider, from, sector, reviewBy, supersedes string) string {
	return fmt.Sprintf("%s,%s,%s,,%s,*,control_known,Läst,Dnr 1,2020-01-15,,,Anna Ek,Bo Al,%s,%s\n", id, provider, from, sector, reviewBy, supersedes)
}

// What is decided about an owner goes before what it is by its form, as it
// does for the owner itself.
func TestDecisionsAboutOwnersDecideWhatTheyOwn(t *testing.T) {
	t.Parallel()
	const presumed = "2024 2025 ideburen presumed idea_owners_presumed"
	cases := []struct {
		name      string
		decisions []string // from, sector, review by; each replaces the one before
		want      []string // of the foundation's company under bred
	}{
		{"nobody says who controls the foundation", nil, []string{presumed}},
		{"the kommun does", []string{"2020-01-01 public 2028-01-01"}, []string{"2024 2025 public derived public_owners"}},
		{"it is idéburen for certain", []string{"2020-01-01 ideburen 2028-01-01"}, []string{"2024 2025 ideburen derived idea_owners"}},
		{"it is private whatever its form", []string{"2020-01-01 private 2028-01-01"}, []string{"2024 2025 private derived business_owners"}},
		{"nobody can tell", []string{"2020-01-01 unknown 2028-01-01"}, []string{"2024 2025 private presumed business"}},
		{"from 2025 on", []string{"2025-01-01 public 2028-01-01"}, []string{"2024 2024 ideburen presumed idea_owners_presumed", "2025 2025 public derived public_owners"}},
		{"its review is due", []string{"2020-01-01 public 2026-11-22"}, []string{presumed}},
		{"another decision replaces it", []string{"2020-01-01 public 2028-01-01", "2025-01-01 ideburen 2028-01-01"}, []string{"2024 2024 public derived public_owners", "2025 2025 ideburen derived idea_owners"}},
		{"one that is due brings nothing back", []string{"2020-01-01 public 2028-01-01", "2025-01-01 ideburen 2026-01-01"}, []string{"2024 2024 public derived public_owners", "2025 2025 ideburen presumed idea_owners_presumed"}},
	}
	ledger, register, owners, overrides := "datum;kommun;orgnr;form;belopp\n", "orgnr;form;kontroll\n", "", overrideHeader
	for i, c := range cases {
		company, foundation := numberOf(i, 0), numberOf(i, 1)
		for _, year := range []string{"2024", "2025"} {
			ledger += fmt.Sprintf("%s-06-16;0180;%s;49;1,00\n", year, company)
		}
		register += foundation + ";72;\n"
		owners += part(foundation, company, "60", "2010-01-01", "")
		before := ""
		for n, text := range c.decisions {
			f, id := strings.Fields(text), fmt.Sprint("B", i, ".", n)
			overrides += decide(id, foundation, f[0], f[1], f[2], before)
			before = id
		}
	}
	dir := ownedSpace(t, owners, map[string]string{
		"inbox/prov_2025-07.csv": ledger + "2025-06-16;0180;802002-0718;61;100,00\n2024-06-16;0180;802002-0718;61;100,00\n", "inbox/former.csv": register, "overrides.csv": overrides,
	})
	refreshed(t, options(dir))
	for i, c := range cases {
		if diff := cmp.Diff(c.want, owned(t, dir, "bred", numberOf(i, 0))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// A supplier that is linked by name is its organisation: its form, its owners
// and what people decided about it count.
func TestALinkedSupplierIsItsOrganisation(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"sources/namn.yaml": `title: {sv: Namn, en: Names}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: namn_{year}.csv
columns:
  - {name: namn, type: text, required: true}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [prov]}
`,
		"sources/namn.volume.sql": `select
    line,
    'prov' as measure,
    '2024-07' as period,
    '0180' as place,
    'namn:name:' || lower(namn) as provider_id,
    belopp as amount,
from source
`,
		"sources/namn.evidence.sql": `select
    line,
    'namn:name:' || lower(namn) as provider_id,
    'name' as attribute,
    namn as value,
    date '2024-07-01' as observed_date,
from source
`,
		"inbox/namn_2024.csv": "namn;belopp\nKommunens Bolag;5,00\nFöretaget;7,00\nNågon;11,00\n",
		"links.csv": "source,supplier,organisation,decided_by,date,reason\n" +
			"namn,Kommunens Bolag," + theDaughter + ",A. Analyst,2026-05-04,Avtalet\n" +
			"namn,Företaget," + someCompany + ",A. Analyst,2026-05-04,Avtalet\n",
		"overrides.csv": overrideHeader + decide("B1", someCompany, "2020-01-01", "nonpublic", "2028-01-01", ""),
	}
	dir := ownedSpace(t, part(theKommun, theDaughter, "100", "2010-01-01", ""), files)
	refreshed(t, options(dir))
	got := map[string]string{}
	for id, d := range decisions(t, dir) {
		if name, found := strings.CutPrefix(id, "snav namn:name:"); found {
			got[name] = d.sector + " " + d.basis
		}
	}
	want := map[string]string{"kommunens bolag": "public derived", "företaget": "nonpublic override", "någon": "unknown derived"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
