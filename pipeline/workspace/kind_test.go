package workspace

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKindsAreRulesOfAnExtraDefinition(t *testing.T) {
	w := opened(t, small(t))
	want := []Rule{
		{ID: "association", When: map[string][]string{"legal_form": {"61"}}, Sector: "association", Basis: "derived", Fallback: true, Explanation: Text{"Förening", "Association"}},
		{ID: "rest", Sector: "other", Basis: "derived", Fallback: true, Explanation: Text{"Resten", "The rest"}},
	}
	d := w.Kinds.Definition()
	if diff := cmp.Diff(want, d.Rules); diff != "" || d.ID != "kind" || d.Spread || d.Headline {
		t.Errorf("%+v\n%s", d, diff)
	}
	if _, among := w.Definition(KindDefinition); among {
		t.Error("kinds are among the definitions of idéburen")
	}
}

func TestAWorkspaceHasKindsOfItsOwn(t *testing.T) {
	files := small(t)
	files["kind.yaml"] = "version: 7\nrules:\n  - {id: all, kind: other, explanation: {sv: Allt, en: All}}\n"
	k := opened(t, files).Kinds
	if k.Path != "kind.yaml" || k.Version != 7 || len(k.Rules) != 1 || k.Label.SV != "Slag" {
		t.Errorf("%+v", k)
	}
}

func TestOpenRefusesKindsThatAreNotExhaustive(t *testing.T) {
	refuse(t, []refusal{
		{
			"an unknown kind", "data/kind.yaml",
			"kind: association",
			"kind: asociation",
			`data/kind.yaml:7:11: there is no kind "asociation"; did you mean "association"?`,
		},
		{
			"a sector for a kind", "data/kind.yaml",
			"kind: association",
			"sector: ideburen",
			"data/kind.yaml:5:5: missing key \"kind\" in \"rules[0]\"\n" +
				`data/kind.yaml:7:5: unknown key "sector" in "rules[0]"; possible: id, when, unless, kind, explanation`,
		},
		{
			"an unknown legal form", "data/kind.yaml",
			"['61']",
			"['62']",
			`data/kind.yaml:6:25: legal_form cannot be "62"; possible: 49, 61`,
		},
		{
			"an unknown attribute", "data/kind.yaml",
			"when: {legal_form",
			"when: {legal_from",
			`data/kind.yaml:6:24: there is no attribute "legal_from"; did you mean "legal_form"?`,
		},
		{
			"a version below one", "data/kind.yaml",
			"version: 1",
			"version: 0",
			`data/kind.yaml:1:10: "version" is 0, expected 1 or more`,
		},
		{
			"a rule twice", "data/kind.yaml",
			"id: rest",
			"id: association",
			`data/kind.yaml:9:9: rule "association" stands twice, first on line 5`,
		},
		{
			"a last rule with a condition", "data/kind.yaml",
			"kind: other",
			"kind: other\n    when: {claim: 'yes'}",
			`data/kind.yaml:9:5: the last rule must catch everything, without when and unless`,
		},
		{
			"a rule that hides the later ones", "data/kind.yaml",
			"    when: {legal_form: ['61']}\n",
			"",
			`data/kind.yaml:5:5: rule "association" matches everything, so that no later rule is ever reached; add when`,
		},
		{
			"a definition with its id", "data/definition/narrow.yaml",
			"id: narrow",
			"id: kind",
			"data/definition/narrow.yaml:1:5: the id \"kind\" is that of kind.yaml; give the definition another\n" +
				"data/definition/narrow.yaml:1:5: the id is \"kind\" but the file is narrow.yaml; they must be the same\n" +
				`tresektor.yaml:4:13: there is no definition "narrow"; possible: kind`,
		},
	})
}
