package workspace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// openedWith gives what is wrong with the small workspace when a file is added.
func openedWith(t *testing.T, name, text string) (*Workspace, string) {
	t.Helper()
	files := small(t)
	files[name] = text
	w, err := open(lay(t, files))
	if err != nil {
		return nil, err.Error()
	}
	return w, ""
}

func TestAcknowledgementsAreReadStrictly(t *testing.T) {
	header := strings.Join(AcknowledgedColumns(), ",") + "\n"
	w, wrong := openedWith(t, "acknowledged.csv", header+"AB12cd34ef56, Kontrollerat. ,Anna Ek,2027-01-01\n")
	if wrong != "" {
		t.Fatal(wrong)
	}
	want := Acknowledgement{"ab12cd34ef56", "Kontrollerat.", "Anna Ek", "2027-01-01", Position{"acknowledged.csv", 2, 1}}
	if diff := cmp.Diff([]Acknowledgement{want}, w.Acknowledged); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for text, want := range map[string]string{
		"finding,reason,name\n":                                     "acknowledged.csv:1:1: missing column \"expires\"",
		"finding,reason,name,until\n":                               "acknowledged.csv:1:21: there is no column \"until\"",
		header + ",a,b,2027-01-01\n":                                "acknowledged.csv:2:1: \"finding\" is empty",
		header + "ab12cd34ef56,a,,2027-01-01\n":                     "acknowledged.csv:2:16: \"name\" is empty",
		header + "ab12,a,b,2027-01-01\n":                            "acknowledged.csv:2:1: \"ab12\" is not the fingerprint of a finding",
		header + "ab12cd34ef56,a,b,i vår\n":                         "acknowledged.csv:2:18: \"i vår\" is not a date as YYYY-MM-DD",
		header + "ab12cd34ef56,900101-9802,b,2027-01-01\n":          "acknowledged.csv:2:14: \"reason\" holds what looks like a personal identity number (withheld)",
		header + strings.Repeat("ab12cd34ef56,a,b,2027-1-1\n", 1):   "acknowledged.csv:2:18: \"2027-1-1\" is not a date",
		header + strings.Repeat("ab12cd34ef56,a,b,2027-01-01\n", 2): "acknowledged.csv:3:1: the finding ab12cd34ef56 stands already on line 2",
	} {
		if _, got := openedWith(t, "acknowledged.csv", text); !strings.Contains(got, want) {
			t.Errorf("%q gave %q, want %q", text, got, want)
		}
	}
}

func TestLimitsOfGatesAreReadStrictly(t *testing.T) {
	files := small(t)
	config := files["tresektor.yaml"]
	w, wrong := openedWith(t, "tresektor.yaml", config+"\ngates: {development_points: 0.5, few_providers: 0}\n")
	if wrong != "" {
		t.Fatal(wrong)
	}
	if g := w.Config.Gates; g.DevelopmentPoints != "0.5" || g.FewProviders != 0 || g.RevisionPercent != "3" || g.SourceFallPercent != "30" {
		t.Errorf("read as %+v", g)
	}
	for text, want := range map[string]string{
		"gates: {developement_points: 0.5}": `unknown key "developement_points" in "gates"; did you mean "development_points"?`,
		"gates: {revision_points: lite}":    `"gates.revision_points" is the text "lite", expected a number such as 1 or 0.5`,
		"gates: {source_fall_percent: 130}": `"gates.source_fall_percent" is 130, expected a percentage from 0 to 100`,
		"gates: {few_providers: -1}":        `"gates.few_providers" is -1, expected 0 or more`,
	} {
		if _, got := openedWith(t, "tresektor.yaml", config+"\n"+text+"\n"); !strings.Contains(got, want) {
			t.Errorf("%q gave %q, want %q", text, got, want)
		}
	}
}

func TestFiguresAreReadStrictly(t *testing.T) {
	row := map[string]string{
		"figure": "a", "label_sv": "A", "label_en": "A", "counts_sv": "elever", "counts_en": "pupils", "of_sv": "alla", "of_en": "all",
		"who_sv": "föreningar", "who_en": "associations", "year": "2020", "publisher": "SCB", "url": "https://www.scb.se/",
		"unit": "percent", "value": "15.3", "comparable": "no", "why_sv": "Annat mått.", "why_en": "Another measure.",
	}
	for _, tt := range []struct{ column, text, want string }{
		{"value", "15.3", ""},
		{"value", "2-3", `"2-3" is not a number such as 41032 or 15.3`},
		{"value", "0.12345", `"0.12345" is not a number such as 41032 or 15.3`},
		{"unit", "kronor", `there is no unit "kronor"`},
		{"url", "scb.se", `"scb.se" is not an address`},
		{"why_en", "", `"why_en" is empty; a figure says what it counts`},
		{"place", "SE", `"place" is given, but the figure cannot be compared (comparable: no)`},
		{"comparable", "yes", `"sector" is empty; a figure says what it counts`},
		{"comparable", "kanske", `there is no answer "kanske"; possible: yes, no`},
	} {
		cells := []string{}
		for _, column := range FigureColumns() {
			text := row[column]
			if column == tt.column {
				text = tt.text
			}
			cells = append(cells, text)
		}
		text := strings.Join(FigureColumns(), ",") + "\n" + strings.Join(cells, ",") + "\n"
		if _, got := openedWith(t, "figure/egna.csv", text); tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s %q gave %q, want %q", tt.column, tt.text, got, tt.want)
		}
	}
}
