package data

import (
	"io/fs"
	"testing"

	"github.com/goccy/go-yaml"
)

// A kindRule is a rule of kind.yaml: that of a definition, with kind for sector.
type kindRule struct {
	ID           string
	When, Unless map[string][]string
	Kind         string
	Explanation  text
}

func kindRules(t *testing.T) []kindRule {
	t.Helper()
	content, err := fs.ReadFile(FS(), "kind.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var found struct{ Rules []kindRule }
	if err := yaml.Unmarshal(content, &found); err != nil || len(found.Rules) == 0 {
		t.Fatalf("%d rules, %v", len(found.Rules), err)
	}
	return found.Rules
}

func TestKindRulesUseKnownCodesAndUseThemAll(t *testing.T) {
	kinds, seen, used := readList(t, "kind").codes(), map[string]bool{}, map[string]bool{}
	for _, r := range kindRules(t) {
		at := "kind " + r.ID
		if seen[r.ID] || kinds[r.Kind] == nil || r.Explanation.SV == "" || r.Explanation.EN == "" {
			t.Errorf("%s stands twice, is not explained, or gives the unknown kind %q", at, r.Kind)
		}
		seen[r.ID], used[r.Kind] = true, true
		checkValues(t, at, r.When)
		checkValues(t, at, r.Unless)
	}
	for code := range kinds {
		if !used[code] {
			t.Errorf("no rule gives the kind %s", code)
		}
	}
}

func TestEveryLegalFormHasAKindAndTheLastRuleCatchesTheRest(t *testing.T) {
	rules, listed := kindRules(t), map[string]bool{}
	for _, r := range rules {
		if form := r.When["legal_form"]; len(r.When) == 1 && len(r.Unless) == 0 {
			for _, code := range form {
				listed[code] = true
			}
		}
	}
	for code := range readList(t, "legal_form").codes() {
		if !listed[code] {
			t.Errorf("no rule on the legal form alone lists %s", code)
		}
	}
	if last := rules[len(rules)-1]; last.Kind != "okand" || len(last.When)+len(last.Unless) > 0 {
		t.Errorf("the last rule is %s", last.ID)
	}
}

func TestTheKindOfAnOrganisation(t *testing.T) {
	var d definition
	for _, r := range kindRules(t) {
		d.Rules = append(d.Rules, rule{ID: r.ID, When: r.When, Unless: r.Unless, Sector: r.Kind})
	}
	for facts, want := range map[string]string{
		"provider_kind=person":                          "fysisk_person",
		"legal_form=61":                                 "ideell_forening",
		"legal_form=61 patient_organisation=yes":        "patient_anhorigforening",
		"legal_form=61 cooperative_kind=foraldra":       "brukar_foraldrakooperativ",
		"legal_form=51 cooperative_kind=brukar":         "brukar_foraldrakooperativ",
		"legal_form=51 cooperative_kind=personal":       "personalkooperativ",
		"legal_form=51 cooperative_kind=producent":      "producentkooperativ",
		"legal_form=51 cooperative_kind=annan":          "ekonomisk_forening_ovrig",
		"legal_form=51":                                 "ekonomisk_forening_ovrig",
		"legal_form=63":                                 "trossamfund",
		"legal_form=72 owner_control=20":                "stiftelse",
		"legal_form=49 svb=yes owner_majority=ideburen": "svb_bolag",
		"legal_form=49 owner_majority=ideburen":         "bolag_agt_av_ideburna",
		"legal_form=49 owner_majority=tie":              "bolag",
		"legal_form=49":                                 "bolag",
		"legal_form=82":                                 "offentligt_organ",
		"legal_form=87":                                 "ovrig",
		"legal_form=99":                                 "okand",
		"provider_kind=named sector_claim=ideburen":     "okand",
	} {
		if r := decide(d, evidence(facts)); r.Sector != want {
			t.Errorf("%s is %s by rule %s, want %s", facts, r.Sector, r.ID, want)
		}
	}
}
