package workspace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestOpenReadsASourceWithDefaults(t *testing.T) {
	got, _ := opened(t, small(t)).Source("school")
	want := Source{
		ID: "school", Path: "sources/school.yaml",
		Title: Text{"Skolor", "Schools"}, Publisher: Text{"Verket", "The agency"}, Licence: "CC0",
		File: []string{"school_{name}.csv"}, Format: "csv", Encoding: "auto", Separator: "auto", Decimal: "auto",
		Suppressed: []string{".."}, Masks: map[string]string{"******": "secrecy"}, RejectPercent: "2.5",
		Columns: []Column{
			{Name: "orgnr", Headers: []string{"orgnr"}, Type: "orgnr", Required: true},
			{Name: "namn", Headers: []string{"namn"}, Type: "person_name", Of: "orgnr"},
			{Name: "kommun", Headers: []string{"kommun", "Kommunkod"}, Type: "code", List: "place"},
			{Name: "elever", Headers: []string{"elever"}, Type: "integer"},
			{Name: "kronor", Headers: []string{"kronor"}, Type: "amount", Scale: 2, Optional: true},
		},
		Sums:      []Sum{{Column: "elever", Measures: []string{"pupils"}, Factor: 1}},
		VolumeSQL: "select 1\n", VolumePath: "sources/school.volume.sql",
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Source{})); diff != "" {
		t.Error(diff)
	}
}

func TestKeysBesideAProfileReplaceThoseOfTheProfile(t *testing.T) {
	files := small(t)
	files["sources/ledger.evidence.sql"] = "select 4\n"
	got, _ := opened(t, files).Source("ledger")
	want := Source{
		ID: "ledger", Path: "sources/ledger.yaml", Profile: "ledger",
		Title: Text{"Reskontra", "Ledger"}, Publisher: Text{"Kommunen", "The municipality"}, Licence: "Public",
		File: []string{"ledger-{year}.csv", "ledger-{year}-{month}.csv"}, Format: "csv", Encoding: "windows-1252", Separator: "auto", Decimal: "auto",
		RejectPercent: "2.5",
		Columns: []Column{
			{Name: "datum", Headers: []string{"datum"}, Type: "date", Layout: "YYYY-MM-DD"},
			{Name: "belopp", Headers: []string{"belopp"}, Type: "amount", Scale: 2},
		},
		VolumeSQL: "select 2\n", VolumePath: "data/profile/ledger.volume.sql",
		EvidenceSQL: "select 4\n", EvidencePath: "sources/ledger.evidence.sql",
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Source{})); diff != "" {
		t.Error(diff)
	}
}

func TestOpenReadsDefinitionMeasureAndCard(t *testing.T) {
	w := opened(t, small(t))
	d, _ := w.Definition("narrow")
	m, _ := w.Measure("pupils")
	if d.RemainderRatio != "1" || !d.Spread || !d.Headline || d.Bounds != "both" || len(d.Rules) != 4 {
		t.Errorf("definition %+v", d)
	}
	want := Rule{
		ID: "form", When: map[string][]string{"legal_form": {"61"}}, Unless: map[string][]string{"claim": {"yes"}},
		Sector: "ideburen", Basis: "derived", Explanation: Text{"Form", "Form"},
	}
	if diff := cmp.Diff(want, d.Rules[0]); diff != "" {
		t.Error(diff)
	}
	if m.Protect != "frequency" || m.CoverageMinimum != "100" || m.Reference.Day != "10-15" || m.VAT != "none" {
		t.Errorf("measure %+v", m)
	}
	if card := w.Config.Headline[0]; card.Definition != "narrow" || card.Agreement != "none" || !card.Stacked {
		t.Errorf("card %+v", card)
	}
}

func TestAllErrorsOfAllFilesAreReportedInOrder(t *testing.T) {
	files := small(t)
	change(t, files, "tresektor.yaml", "contact: a@example.org", "contcat: a@example.org")
	change(t, files, "tresektor.yaml", "measure: pupils", "measure: pupil")
	change(t, files, "sources/school.yaml", "licence: CC0\n", "")
	change(t, files, "code/area.csv", "preschool,,5", "school,,5")
	_, err := open(lay(t, files))
	want := []string{
		`code/area.csv:2:1: code "school" stands already in data/area.csv line 3`,
		`sources/school.yaml:1:1: missing key "licence"`,
		`tresektor.yaml:1:1: missing key "contact"`,
		`tresektor.yaml:3:1: unknown key "contcat"; did you mean "contact"?`,
		`tresektor.yaml:7:14: there is no measure "pupil"; did you mean "pupils"?`,
	}
	if diff := cmp.Diff(strings.Join(want, "\n"), err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestOpenOfAFolderThatIsNoWorkspaceSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(dir)
	want := "open workspace " + dir + ": there is no tresektor.yaml; make a workspace with tresektor init " + dir
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
