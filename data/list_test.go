package data

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var header = []string{"code", "parent", "sort", "label_sv", "label_en", "alias", "source"}

// needed are the lists that the program and the sources' SQL ask for by name.
var needed = []string{
	"agreement", "area", "attribute", "base", "basis", "buyer", "counterparty",
	"drop_reason", "evidence_value", "institutional_sector", "kind", "ledger_account", "legal_form", "link_outcome",
	"measure_kind", "organisation_form", "override_reason", "owner_control", "ownership_claim", "place",
	"provider_kind", "remainder_reason", "revision_cause", "sector", "sector_claim", "series_break", "silence_reason", "symbol",
}

type list struct {
	name    string
	columns []string
	rows    []map[string]string
}

func (l list) codes() map[string]map[string]string {
	codes := map[string]map[string]string{}
	for _, row := range l.rows {
		codes[row["code"]] = row
	}
	return codes
}

func readList(t *testing.T, name string) list {
	t.Helper()
	text, err := fs.ReadFile(FS(), name+".csv")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsRune(text, '\r') || !bytes.HasSuffix(text, []byte("\n")) {
		t.Errorf("%s.csv: lines must end in LF", name)
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s.csv: %v", name, err)
	}
	l := list{name: name, columns: records[0]}
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range l.columns {
			row[column] = record[i]
		}
		l.rows = append(l.rows, row)
	}
	return l
}

func allLists(t *testing.T) []list {
	t.Helper()
	paths, err := fs.Glob(FS(), "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	var lists []list
	for _, path := range paths {
		lists = append(lists, readList(t, strings.TrimSuffix(path, ".csv")))
	}
	return lists
}

func TestTheListsThatAreAskedForExist(t *testing.T) {
	var names []string
	for _, l := range allLists(t) {
		names = append(names, l.name)
	}
	if !slices.Equal(names, needed) {
		t.Errorf("lists are %v, want %v", names, needed)
	}
}

func TestListsHaveTheCommonHeader(t *testing.T) {
	for _, l := range allLists(t) {
		if len(l.columns) < len(header) || !slices.Equal(l.columns[:len(header)], header) {
			t.Errorf("%s.csv: header is %v, want it to begin with %v", l.name, l.columns, header)
		}
	}
}

func TestListsAreSortedAndEveryCodeIsOnce(t *testing.T) {
	for _, l := range allLists(t) {
		if len(l.codes()) != len(l.rows) {
			t.Errorf("%s.csv: %d rows but %d codes", l.name, len(l.rows), len(l.codes()))
		}
		order := func(a, b map[string]string) int {
			return cmp.Or(number(t, l, a)-number(t, l, b), cmp.Compare(a["code"], b["code"]))
		}
		if !slices.IsSortedFunc(l.rows, order) {
			t.Errorf("%s.csv is not sorted by sort and code", l.name)
		}
	}
}

func number(t *testing.T, l list, row map[string]string) int {
	t.Helper()
	n, err := strconv.Atoi(row["sort"])
	if err != nil {
		t.Errorf("%s.csv %s: sort is %q", l.name, row["code"], row["sort"])
	}
	return n
}

func TestRowsHaveLabelsInBothLanguagesAndASource(t *testing.T) {
	for _, l := range allLists(t) {
		for _, row := range l.rows {
			for column, cell := range row {
				if strings.TrimSpace(cell) != cell {
					t.Errorf("%s.csv %s: %s has space at an end", l.name, row["code"], column)
				}
				must := column == "label_sv" || column == "label_en" || column == "source" || strings.HasPrefix(column, "explanation_")
				if must && cell == "" {
					t.Errorf("%s.csv %s: no %s", l.name, row["code"], column)
				}
			}
		}
	}
}

func TestParentsExistWithoutCircles(t *testing.T) {
	for _, l := range allLists(t) {
		codes := l.codes()
		for _, row := range l.rows {
			steps := 0
			for at := row; at["parent"] != "" && steps < 9; steps++ {
				next, known := codes[at["parent"]]
				if !known {
					t.Errorf("%s.csv %s: parent %q is not in the list", l.name, at["code"], at["parent"])
				}
				at = next
			}
			if steps == 9 {
				t.Errorf("%s.csv %s: parents go round in a circle", l.name, row["code"])
			}
		}
	}
}

// A spelling that means two codes would silently mean none (workspace.List).
func TestEverySpellingMeansOneCode(t *testing.T) {
	for _, l := range allLists(t) {
		meaning := map[string]string{}
		for _, row := range l.rows {
			spellings := append(strings.Split(row["alias"], "|"), row["code"], row["label_sv"], row["label_en"])
			for _, spelling := range spellings {
				folded := strings.ToLower(strings.Join(strings.Fields(spelling), " "))
				if before, taken := meaning[folded]; taken && before != row["code"] && folded != "" {
					t.Errorf("%s.csv: %q means both %s and %s", l.name, spelling, before, row["code"])
				}
				meaning[folded] = row["code"]
			}
			if row["alias"] != "" && slices.Contains(strings.Split(row["alias"], "|"), "") {
				t.Errorf("%s.csv %s: an empty alias", l.name, row["code"])
			}
		}
	}
}

func TestOwnColumnsHoldKnownValues(t *testing.T) {
	allowed := map[string][]string{
		"place.level":          {"country", "lan", "kommun", "council", "unknown"},
		"agreement.branch":     {"", "ersattning", "stod"},
		"attribute.carry_back": {"yes", "no"},
		"attribute.other_id":   {"yes", "no"},
		"attribute.unit":       {"", "percent"},
	}
	for column, values := range allowed {
		name, column, _ := strings.Cut(column, ".")
		for _, row := range readList(t, name).rows {
			if value, has := row[column]; !has || !slices.Contains(values, value) {
				t.Errorf("%s.csv %s: %s is %q, want one of %q", name, row["code"], column, value, values)
			}
		}
	}
	for _, name := range []string{"buyer", "ledger_account"} {
		column := map[string]string{"buyer": "place", "ledger_account": "agreement"}[name]
		known := readList(t, column).codes()
		for _, row := range readList(t, name).rows {
			if known[row[column]] == nil {
				t.Errorf("%s.csv %s: %s %q is not in %s.csv", name, row["code"], column, row[column], column)
			}
		}
	}
}

// Method 2: an observation is carried backwards only for what seldom changes,
// never for a register.
func TestOnlyLegalFormAndOwnerControlAreCarriedBack(t *testing.T) {
	var back []string
	for _, row := range readList(t, "attribute").rows {
		if row["carry_back"] == "yes" {
			back = append(back, row["code"])
		}
	}
	if want := []string{"legal_form", "owner_control"}; !slices.Equal(back, want) {
		t.Errorf("carried back are %v, want %v", back, want)
	}
}

func TestPlacesAreSwedenWithAllItsKommunerAndScotlandApart(t *testing.T) {
	places := readList(t, "place")
	levels, roots := map[string]int{}, []string{}
	for _, row := range places.rows {
		levels[row["level"]]++
		if row["parent"] == "" {
			roots = append(roots, row["code"])
		}
		if row["level"] == "kommun" && row["parent"] != row["code"][:2] {
			t.Errorf("kommun %s has the parent %s, want its län %s", row["code"], row["parent"], row["code"][:2])
		}
	}
	want := "map[council:32 country:2 kommun:290 lan:21 unknown:1]"
	if got := fmt.Sprint(levels); got != want {
		t.Errorf("places are %s, want %s", got, want)
	}
	if want := []string{"SE", "GB-SCT"}; !slices.Equal(roots, want) {
		t.Errorf("roots are %v, want %v", roots, want)
	}
}

func TestAgreementsHaveTwoBranchesWithoutACommonTotal(t *testing.T) {
	codes := readList(t, "agreement").codes()
	for code, row := range codes {
		if parent := row["parent"]; parent != "" && (parent != row["branch"] || codes[parent]["parent"] != "") {
			t.Errorf("agreement %s of branch %q has the parent %q", code, row["branch"], parent)
		}
	}
	if codes["none"]["branch"] != "" || codes["none"]["parent"] != "" {
		t.Error("a measure without agreements belongs to no branch")
	}
}

func TestTheRemainderReasonsAreTheClosedListOfTheMethod(t *testing.T) {
	var got []string
	for _, row := range readList(t, "remainder_reason").rows {
		got = append(got, row["code"])
	}
	want := strings.Fields(`source_is_two_sector definition_does_not_split no_provider_number
		masked_person masked_secrecy foreign_no_evidence intermediary new_provider_no_evidence
		evidence_expired contradiction suppressed_at_source not_linked`)
	if !slices.Equal(got, want) {
		t.Errorf("reasons are %v, want %v", got, want)
	}
}

// Many forms of organisation become one legal form, never the other way round.
func TestEveryFormOfOrganisationHasALegalFormOrNone(t *testing.T) {
	known := readList(t, "legal_form").codes()
	without := []string{}
	for _, row := range readList(t, "organisation_form").rows {
		if row["legal_form"] == "" {
			without = append(without, row["code"])
		} else if known[row["legal_form"]] == nil {
			t.Errorf("organisation_form.csv %s: legal form %q is not in the list", row["code"], row["legal_form"])
		}
	}
	if want := []string{"BFL", "EB", "EEIG", "EGTS", "FF", "FL"}; !slices.Equal(without, want) {
		t.Errorf("without a legal form are %v, want %v", without, want)
	}
}

// The list says what the guide says; E is 10 there, or 91 for an estate.
func TestFormsOfOrganisationAreThoseOfTheGuide(t *testing.T) {
	file, err := os.Open("../../shared/data/raw/se-reference-codes/bolagsverket_organisationsform_to_juridisk_form.csv")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") == "" {
		t.Skip("shared data absent")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	guide, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	ours := readList(t, "organisation_form").codes()
	for _, row := range guide[1:] {
		want, _, _ := strings.Cut(row[1], "|")
		if got := ours[row[0]]["legal_form"]; got != want {
			t.Errorf("organisation_form.csv %s: legal form %q, want %q", row[0], got, want)
		}
	}
}
