package workspace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCodesOfTheWorkspaceAreSortedInto(t *testing.T) {
	l, _ := opened(t, small(t)).List("area")
	if diff := cmp.Diff([]string{"none", "preschool", "school"}, l.codes()); diff != "" {
		t.Error(diff)
	}
}

func TestSortIsANumberAndNotAText(t *testing.T) {
	files := small(t)
	change(t, files, "code/area.csv", "preschool,,5", "preschool,,100")
	l, _ := opened(t, files).List("area")
	if diff := cmp.Diff([]string{"none", "school", "preschool"}, l.codes()); diff != "" {
		t.Error(diff)
	}
}

func TestASpellingOfTwoCodesMeansNeither(t *testing.T) {
	l, _ := opened(t, small(t)).List("place")
	want := map[string]string{
		"se": "SE", "sverige": "SE", "sweden": "SE",
		"01": "01", "stockholm county": "01",
		"0180": "0180", "180": "0180",
	}
	if diff := cmp.Diff(want, l.Codes(strings.ToLower)); diff != "" {
		t.Error(diff)
	}
}

func TestASpellingThatIsACodeMeansThatCode(t *testing.T) {
	files := small(t)
	change(t, files, "data/place.csv", "Sweden,,x", "Sweden,01,x")
	l, _ := opened(t, files).List("place")
	if got := l.Codes(strings.ToLower)["01"]; got != "01" {
		t.Errorf("01 means %q", got)
	}
}

func TestAliasesAreTakenApart(t *testing.T) {
	l, _ := opened(t, small(t)).List("area")
	codes := l.Codes(strings.ToLower)
	if codes["dagis"] != "preschool" || codes["lekis"] != "preschool" || codes["dagis|lekis"] != "" {
		t.Errorf("%v", codes)
	}
}
