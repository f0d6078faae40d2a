package pipeline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// protectedFiles are people in three kommuner of one län: four with an
// association in the first.
func protectedFiles(first string) map[string]string {
	files := peopleFiles("frequency")
	files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n" +
		"2024-01-02;0180;212000-0142;82;400\n2024-01-02;0180;802002-0718;61;" + first + "\n" +
		"2024-01-02;0114;212000-0142;82;90\n2024-01-02;0114;802002-0718;61;30\n" +
		"2024-01-02;0188;212000-0142;82;300\n2024-01-02;0188;802002-0718;61;50\n"
	return files
}

// shown is what share.csv says of the idéburen sector of each place.
func shown(t *testing.T, dir string) (texts []string) {
	t.Helper()
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["sector"] == "ideburen" {
			texts = append(texts, row["place"]+" "+row["amount"]+row["symbol"]+" of "+row["total"])
		}
	}
	return texts
}

func TestASmallNumberAndAnotherAreSuppressed(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("4"))
	refreshed(t, options(dir))
	want := []string{"01 84 of 874", "0114 ... of 120", "0180 ... of 404", "0188 50 of 350", "SE 84 of 874"}
	if diff := cmp.Diff(want, shown(t, dir)); diff != "" {
		t.Errorf("-want +shown\n%s", diff)
	}
	row := table(t, dir, "protection")[0]
	if got := row["least_shown"] + " " + row["cells"] + " " + row["primary_cells"] + " " + row["secondary_cells"]; got != "5 5 1 1" {
		t.Errorf("protection.csv says %s", got)
	}
}

func TestFiveAreShown(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("5"))
	refreshed(t, options(dir))
	want := []string{"01 85 of 875", "0114 30 of 120", "0180 5 of 405", "0188 50 of 350", "SE 85 of 875"}
	if diff := cmp.Diff(want, shown(t, dir)); diff != "" {
		t.Errorf("-want +shown\n%s", diff)
	}
}

// TestNoTableSaysASuppressedNumber looks at every number of every row about a
// cell that is not shown, in every table, and in the cube.
func TestNoTableSaysASuppressedNumber(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("4"))
	refreshed(t, options(dir))
	names, err := filepath.Glob(filepath.Join(dir, "editions/current/tables/*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range names {
		name := strings.TrimSuffix(filepath.Base(path), ".csv")
		for _, row := range table(t, dir, name) {
			if row["place"] != "0180" && row["place"] != "0114" || row["symbol"] == "." {
				continue
			}
			seen++
			for field, value := range row {
				isNumber := strings.Trim(value, "0123456789.-") == "" && value != "" && value != "..."
				if isNumber && !slices.Contains([]string{"place", "period", "total", "places_present", "places_listed", "reference_date"}, field) {
					t.Errorf("%s: %s is %s in %v", name, field, value, row)
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no row is about them")
	}
	var cube struct {
		Value  []any
		Status map[string]string
	}
	text, err := os.ReadFile(filepath.Join(dir, "editions/current/tables/share_prov.json"))
	if err == nil {
		err = json.Unmarshal(text, &cube)
	}
	if err != nil {
		t.Fatal(err)
	}
	suppressed := 0
	for _, status := range cube.Status {
		if status == "..." {
			suppressed++
		}
	}
	if suppressed == 0 {
		t.Error("the cube suppresses nothing")
	}
}

// TestACardThatMayNotBeShownSaysSo: the card is the small number's own cell.
func TestACardThatMayNotBeShownSaysSo(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("4"))
	card := refreshed(t, options(dir)).Cards[0]
	last := card.Periods[len(card.Periods)-1]
	for _, s := range last.Sectors {
		if s.Amount != "..." || s.Share != nil || s.Low != nil || s.Providers != 0 {
			t.Errorf("%+v", s)
		}
	}
	if !strings.Contains(card.Bounds.SV, "visas inte") || last.Total != "404" {
		t.Errorf("%s, total %s", card.Bounds.SV, last.Total)
	}
}

// TestExplainTellsNoMoreThanIsPublished: not the cell, nor the volumes of others
// from which it could be told.
func TestExplainTellsNoMoreThanIsPublished(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("4"))
	refreshed(t, options(dir))
	for place, want := range map[string][]string{
		"0180": nil, "0114": nil, "0188": {"public 300", "ideburen 50"}, "01": {"public ...", "ideburen ..."}, "SE": {"public ...", "ideburen ..."},
	} {
		got, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: place, Definition: "snav"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(got)); diff != "" {
			t.Errorf("%s: -want +told\n%s", place, diff)
		}
	}
}

// TestWhatWasSuppressedStaysSo: the number has grown, and the edition before
// shows what could be subtracted.
func TestWhatWasSuppressedStaysSo(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("4"))
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), protectedFiles("8")["inbox/prov_2024-01.csv"])
	refreshed(t, options(dir))
	want := []string{"01 88 of 878", "0114 ... of 120", "0180 ... of 408", "0188 50 of 350", "SE 88 of 878"}
	if diff := cmp.Diff(want, shown(t, dir)); diff != "" {
		t.Errorf("-want +shown\n%s", diff)
	}
}

// TestWhatAnEditionBeforeShowsHidesNothing: 0114 was shown, so 0188 is
// suppressed in its place.
func TestWhatAnEditionBeforeShowsHidesNothing(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, protectedFiles("8"))
	refreshed(t, options(dir))
	files := protectedFiles("4")["inbox/prov_2024-01.csv"]
	write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), strings.Replace(files, "0188;802002-0718;61;50", "0188;802002-0718;61;51", 1))
	report := refreshed(t, options(dir))
	want := []string{"01 85 of 875", "0114 30 of 120", "0180 ... of 404", "0188 ... of 351", "SE 85 of 875"}
	if diff := cmp.Diff(want, shown(t, dir)); diff != "" {
		t.Errorf("-want +shown\n%s\n%v", diff, report.Findings)
	}
}

// TestWhatIsOutIsAWarning: an edition that was made without protection shows it.
func TestWhatIsOutIsAWarning(t *testing.T) {
	t.Parallel()
	files := protectedFiles("4")
	files["measure/prov.yaml"] = strings.Replace(files["measure/prov.yaml"], "protect: frequency", "protect: none", 1)
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "measure/prov.yaml"), protectedFiles("4")["measure/prov.yaml"])
	report := refreshed(t, options(dir))
	i := slices.IndexFunc(report.Findings, func(f pipeline.Finding) bool { return f.Check == "protection_earlier" })
	if i < 0 || report.Findings[i].Severity != "warning" || !strings.Contains(report.Findings[i].Examples[0], "place=0180") {
		t.Errorf("%+v", report.Findings)
	}
}

// TestTheExampleIsProtected: 7 of 312 cells have fewer than five pupils in year
// 9, and 7 more are suppressed so that those cannot be computed.
func TestTheExampleIsProtected(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	var got []string
	for _, row := range table(t, dir, "protection") {
		got = append(got, strings.Join([]string{row["measure"], row["least_shown"], row["cells"], row["primary_cells"], row["secondary_cells"], row["hidden_totals"]}, " "))
	}
	want := []string{"elever 5 905 0 0 0", "elever_ak9 5 312 7 7 0", "slutbetyg_ak9 10 312 0 0 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +protected\n%s", diff)
	}
}

// secretFiles are amounts received under secrecy: associations that a foundation
// owns most of are one contributor.
func secretFiles(rows ...string) map[string]string {
	files := peopleFiles("secrecy")
	files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n" + strings.Join(rows, "\n") + "\n"
	return files
}

func TestOfSecretDataOnlyWhatNobodyDominatesIsShown(t *testing.T) {
	t.Parallel()
	public := []string{
		"2024-01-02;0180;212000-0142;82;400", "2024-01-02;0180;212000-1355;82;390", "2024-01-02;0180;212000-1124;82;380",
	}
	few := []string{"2024-01-02;0180;802002-0718;61;30", "2024-01-02;0114;802002-0718;61;30", "2024-01-02;0188;802002-0718;61;30"}
	many := slices.Concat(few, []string{"2024-01-02;0180;802002-4132;61;80", "2024-01-02;0114;802005-9906;61;70"})
	hidden := []string{"01 ... of ", "0114 ... of ", "0180 ... of ", "0188 ... of "}
	for name, test := range map[string]struct {
		rows []string
		want string
	}{
		"nobody dominates":      {slices.Concat(public, many), "SE 240 of 1410"},
		"one dominates a part":  {slices.Concat(public, few), "SE ... of 1260"},
		"one dominates the sum": {few, "SE ... of "},
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallWorkspace(t, secretFiles(test.rows...))
			refreshed(t, options(dir))
			if diff := cmp.Diff(append(slices.Clone(hidden), test.want), shown(t, dir)); diff != "" {
				t.Errorf("-want +shown\n%s", diff)
			}
		})
	}
}
