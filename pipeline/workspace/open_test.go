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
		Title: Text{"Skolor", "Schools"}, Publisher: Text{"Verket", "The agency"}, Licence: Phrase{SV: "CC0"},
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
		Title: Text{"Reskontra", "Ledger"}, Publisher: Text{"Kommunen", "The municipality"}, Licence: Phrase{"Offentlig", "Public"},
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

// TestABarOfTheWholeIsDrawnOfTheWholeOnly: where own production is not in the
// denominator the measure decides, and a card cannot say otherwise.
func TestABarOfTheWholeIsDrawnOfTheWholeOnly(t *testing.T) {
	files := small(t)
	change(t, files, "data/measure/pupils.yaml", "base: all", "base: purchased")
	change(t, files, "data/base.csv", "all,,1,Allt,All,,x", "all,,1,Allt,All,,x\npurchased,,2,Köpt,Purchased,,x")
	if opened(t, files).Config.Headline[0].Stacked {
		t.Error("a card of what is purchased has a bar of the whole")
	}
	change(t, files, "tresektor.yaml", "    area: school", "    area: school\n    stacked: true")
	_, err := open(lay(t, files))
	want := `tresektor.yaml:10:14: measure "pupils" has base "purchased": own production is not in it, and a bar of all sectors would show it as the whole; take stacked away, or name a measure with base all`
	if err == nil {
		t.Fatal("no error")
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestAllErrorsOfAllFilesAreReportedInOrder(t *testing.T) {
	files := small(t)
	change(t, files, "tresektor.yaml", "contact: a@example.org", "contcat: a@example.org")
	change(t, files, "tresektor.yaml", "measure: pupils", "measure: pupil")
	change(t, files, "sources/school.yaml", "licence: CC0\n", "")
	change(t, files, "code/area.csv", "preschool,,5", "school,,5")
	files["tresektor.yaml"] += "colour: red\n"
	_, err := open(lay(t, files))
	want := []string{
		`code/area.csv:2:1: code "school" stands already in data/area.csv line 3; to add other spellings of it, give only code and alias`,
		`sources/school.yaml:1:1: missing key "licence"`,
		`tresektor.yaml:1:1: missing key "contact"`,
		`tresektor.yaml:3:1: unknown key "contcat"; did you mean "contact"?`,
		`tresektor.yaml:7:14: there is no measure "pupil"; did you mean "pupils"?`,
		`tresektor.yaml:16:1: unknown key "colour"; possible: title, publisher, contact, banner, base_url, licence, publisher_type, releases, publish, keep, years_from_months, definition, headline, limits, gates`,
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

func TestOpenRefusesFilesThatAreMissingOrWhole(t *testing.T) {
	cases := []struct {
		name, file, text, want string
	}{
		{
			"neither SELECT", "sources/lone.yaml", "profile: bare",
			"sources/lone.yaml:1:1: there is neither sources/lone.volume.sql nor sources/lone.evidence.sql; a source needs one of them",
		}, {
			"an empty file", "tresektor.yaml", "# nothing\n",
			"tresektor.yaml:1:1: the file is empty",
		}, {
			"a list at the top", "definition/mine.yaml", "- id: mine\n",
			"definition/mine.yaml:1:1: the file is a list, expected keys with values",
		}, {
			"a key beside a profile that it does not know", "sources/lone.yaml", "profile: bare\nlicense: CC0\n",
			`sources/lone.yaml:2:1: unknown key "license"; did you mean "licence"?`,
		}, {
			"SQL of no source", "sources/shool.volume.sql", "select 1",
			`sources/shool.volume.sql:1:1: there is no source "shool"; did you mean "school"?`,
		}, {
			"SQL of another name", "sources/school.volumes.sql", "select 1",
			"sources/school.volumes.sql:1:1: this is not read; the SELECTs of a source are called school.volume.sql and school.evidence.sql",
		}, {
			"another ending", "definition/mine.yml", "id: mine",
			"definition/mine.yml:1:1: this is not read; files in definition/ end in .yaml",
		}, {
			"a source whose name is no id", "sources/My source.yaml", "profile: ledger\nfile: x.csv\n",
			`sources/My source.yaml:1:1: the id "My source" may hold only a–z, 0–9, _ and -, and begins with a letter`,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files := small(t)
			files["data/profile/bare.yaml"] = "title: {sv: a, en: a}\npublisher: {sv: a, en: a}\nlicence: a\nfile: a\ncolumns: [{name: a, type: text}]\n"
			files[c.file] = c.text
			_, err := open(lay(t, files))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAnIDOfTwoFilesIsAnErrorThatNamesBoth(t *testing.T) {
	files := small(t)
	files["definition/narrow.yaml"] = files["data/definition/narrow.yaml"]
	files["measure/pupils.yaml"] = files["data/measure/pupils.yaml"]
	_, err := open(lay(t, files))
	want := `definition/narrow.yaml:1:5: definition "narrow" stands already in data/definition/narrow.yaml; give it another id
measure/pupils.yaml:1:5: measure "pupils" stands already in data/measure/pupils.yaml; give it another id`
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestDefinitionsAndMeasuresOfTheWorkspaceAreAdded(t *testing.T) {
	files := small(t)
	files["definition/mine.yaml"] = strings.Replace(files["data/definition/narrow.yaml"], "id: narrow", "id: mine", 1)
	files["measure/places.yaml"] = strings.Replace(files["data/measure/pupils.yaml"], "id: pupils", "id: places", 1)
	w := opened(t, files)
	if diff := cmp.Diff([]string{"mine", "narrow"}, w.definitionIDs()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"places", "pupils"}, w.measureIDs()); diff != "" {
		t.Error(diff)
	}
}
