package data

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

type text struct{ SV, EN string }

type rule struct {
	ID          string
	When        map[string][]string
	Unless      map[string][]string
	Sector      string
	Basis       string
	Reason      string
	CouldBe     []string `yaml:"could_be"`
	Contested   bool
	Fallback    bool
	Explanation text
}

func (r rule) basis() string {
	if r.Basis == "" {
		return "derived"
	}
	return r.Basis
}

type definition struct {
	ID                 string
	Version            int
	Label, Explanation text
	AppliesFrom        string `yaml:"applies_from"`
	Needs              [][]string
	Spread             bool
	Headline           bool
	Bounds             string
	Rules              []rule
}

func readYAML[T any](t *testing.T, pattern string) map[string]T {
	t.Helper()
	paths, err := fs.Glob(FS(), pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: no files, %v", pattern, err)
	}
	found := map[string]T{}
	for _, file := range paths {
		text, err := fs.ReadFile(FS(), file)
		if err != nil {
			t.Fatal(err)
		}
		var one T
		if err := yaml.Unmarshal(text, &one); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		found[strings.TrimSuffix(path.Base(file), ".yaml")] = one
	}
	return found
}

func definitions(t *testing.T) map[string]definition {
	return readYAML[definition](t, "definition/*.yaml")
}

func TestTheDefinitionsOfTheMethodAreThere(t *testing.T) {
	found := definitions(t)
	want := []string{"bred", "kriterier", "motpart", "motpart_form", "registrerad", "scb-hio", "snav", "uppgiven"}
	if got := slices.Sorted(maps.Keys(found)); !slices.Equal(got, want) {
		t.Errorf("definitions are %v, want %v", got, want)
	}
	for _, id := range want {
		d, is := found[id]
		if !is || d.ID != id || d.Version < 1 || d.Label.SV == "" || d.Label.EN == "" || d.Explanation.SV == "" || d.Explanation.EN == "" {
			t.Errorf("definition %s is missing or incomplete: %+v", id, d.Label)
		}
	}
	if r := found["registrerad"]; r.AppliesFrom != "2023-01-01" || r.Headline || r.Bounds != "low" {
		t.Error("registrerad applies from 2023-01-01, is never the headline and has no high")
	}
	if k := found["kriterier"]; k.AppliesFrom != "2023-01-01" {
		t.Error("the criteria of the Act apply from the day it came into force, 2023-01-01")
	}
}

// Method 2: "outside the spread" is what nobody means by idéburen: the market
// test of the national accounts, and a simulated counterparty.
func TestWhatNobodyMeansByIdeburenIsOutsideTheSpread(t *testing.T) {
	for id, d := range definitions(t) {
		outside := id == "scb-hio" || id == "motpart_form"
		if d.Spread == outside || d.Headline == (outside || id == "registrerad") {
			t.Errorf("%s: spread %v, headline %v", id, d.Spread, d.Headline)
		}
	}
}

// A definition says nothing without the evidence that it is about.
func TestDefinitionsNeedWhatTheyAreAbout(t *testing.T) {
	for id, want := range map[string]string{
		"snav": "legal_form sector_claim", "bred": "legal_form sector_claim", "registrerad": "registered", "uppgiven": "sector_claim",
		"kriterier": "statutes_public_benefit criteria_claim", "motpart": "counterparty", "motpart_form": "legal_form", "scb-hio": "institutional_sector",
	} {
		needs := definitions(t)[id].Needs
		if len(needs) != 1 || strings.Join(needs[0], " ") != want {
			t.Errorf("%s needs %v, want one of %s", id, needs, want)
		}
	}
}

// What only motpart and scb-hio read has codes in a list, and each code has a
// rule that reads it alone or leaves it explicitly.
func TestEveryCodeOfAListThatADefinitionReadsIsListed(t *testing.T) {
	for id, attribute := range map[string]string{"motpart": "counterparty", "scb-hio": "institutional_sector"} {
		listed := map[string]bool{}
		for _, r := range definitions(t)[id].Rules {
			if codes := r.When[attribute]; len(r.When) == 1 {
				for _, code := range codes {
					listed[code] = true
				}
			}
		}
		for code := range readList(t, attribute).codes() {
			if !listed[code] {
				t.Errorf("%s: no rule on %s alone lists %s", id, attribute, code)
			}
		}
	}
}

// There is no "else" among legal forms: each is named by a rule that decides
// or explicitly leaves it, in every definition.
func TestEveryLegalFormIsListedInEveryDefinition(t *testing.T) {
	forms := readList(t, "legal_form")
	for id, d := range definitions(t) {
		listed := map[string]bool{}
		for _, r := range d.Rules {
			// A rule that asks for more than the form leaves others of it open.
			if form := r.When["legal_form"]; len(r.When) == 1 {
				for _, code := range form {
					listed[code] = true
				}
			}
		}
		for _, row := range forms.rows {
			if !listed[row["code"]] {
				t.Errorf("%s: no rule on the legal form alone lists %s (%s)", id, row["code"], row["label_sv"])
			}
		}
	}
}

func TestRulesUseKnownCodes(t *testing.T) {
	sectors, bases := readList(t, "sector").codes(), readList(t, "basis").codes()
	reasons := readList(t, "remainder_reason").codes()
	for id, d := range definitions(t) {
		seen := map[string]bool{}
		for _, r := range d.Rules {
			at := id + " " + r.ID
			if seen[r.ID] {
				t.Errorf("%s stands twice", at)
			}
			seen[r.ID] = true
			if sectors[r.Sector] == nil || bases[r.basis()] == nil || r.Basis == "override" {
				t.Errorf("%s: sector %q, basis %q", at, r.Sector, r.Basis)
			}
			remainder := r.Sector == "nonpublic" || r.Sector == "unknown"
			if remainder != (reasons[r.Reason] != nil) {
				t.Errorf("%s: sector %s with reason %q", at, r.Sector, r.Reason)
			}
			if r.Explanation.SV == "" || r.Explanation.EN == "" {
				t.Errorf("%s is not explained in both languages", at)
			}
			checkValues(t, at, r.When)
			checkValues(t, at, r.Unless)
		}
	}
}

func checkValues(t *testing.T, at string, conditions map[string][]string) {
	t.Helper()
	attributes := readList(t, "attribute").codes()
	for attribute, values := range conditions {
		if attributes[attribute] == nil {
			t.Errorf("%s asks for the unknown attribute %q", at, attribute)
			continue
		}
		possible := append(strings.Split(attributes[attribute]["values"], "|"), "*")
		if attributes[attribute]["values"] == "" {
			possible = []string{"*"}
		}
		if _, err := fs.Stat(FS(), attribute+".csv"); err == nil {
			for code := range readList(t, attribute).codes() {
				possible = append(possible, code)
			}
		}
		for _, value := range values {
			if !slices.Contains(possible, value) {
				t.Errorf("%s: %s cannot be %q", at, attribute, value)
			}
		}
	}
}

// Method 2: unknown never becomes private. What is presumed says what else it
// could be, a remainder is never presumed to be private, and the last two
// rules are the catch-alls.
func TestPresumptionsAreDeclaredAndTheRemaindersComeLast(t *testing.T) {
	for id, d := range definitions(t) {
		for _, r := range d.Rules {
			if (r.Basis == "presumed") != (r.CouldBe != nil) {
				t.Errorf("%s %s: basis %s with could_be %v", id, r.ID, r.basis(), r.CouldBe)
			}
			if slices.Contains(r.CouldBe, r.Sector) {
				t.Errorf("%s %s could be what it is", id, r.ID)
			}
		}
		n := len(d.Rules)
		last, before := d.Rules[n-1], d.Rules[n-2]
		if last.Sector != "unknown" || len(last.When)+len(last.Unless) != 0 {
			t.Errorf("%s ends in %s", id, last.ID)
		}
		if before.Sector != "nonpublic" || len(before.When) != 1 || before.When["ownership_claim"] == nil {
			t.Errorf("%s: the last rule but one is %s", id, before.ID)
		}
	}
}

// Method 2: "idéburen is a legal person by law", under every definition.
func TestNaturalPersonsArePrivateUnderEveryDefinition(t *testing.T) {
	for id, d := range definitions(t) {
		for _, want := range []map[string]string{
			{"provider_kind": "person", "mask": "natural"}, {"legal_form": "10"}, {"legal_form": "91"},
			{"provider_kind": "person", "ownership_claim": "nonpublic"},
		} {
			if got := decide(d, want); got.Sector != "private" || got.basis() != "derived" {
				t.Errorf("%s: %v is %s by %s", id, want, got.Sector, got.ID)
			}
		}
	}
}

// decide is the method's reading of a definition, as simply as it can be said.
func decide(d definition, evidence map[string]string) rule {
	match := func(attribute string, values []string) bool {
		value, has := evidence[attribute]
		return has && (slices.Contains(values, value) || slices.Contains(values, "*"))
	}
	for _, r := range d.Rules {
		ok := true
		for attribute, values := range r.When {
			ok = ok && match(attribute, values)
		}
		for attribute, values := range r.Unless {
			ok = ok && !match(attribute, values)
		}
		if ok {
			return r
		}
	}
	return rule{ID: "none"}
}
