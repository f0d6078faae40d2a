package workspace

import "testing"

func TestOpenRefusesADefinitionThatIsNotExhaustive(t *testing.T) {
	refuse(t, []refusal{
		{
			"an id that is not the file's name", "data/definition/narrow.yaml",
			"id: narrow",
			"id: narow",
			"data/definition/narrow.yaml:1:5: the id is \"narow\" but the file is narrow.yaml; they must be the same\n" +
				"tresektor.yaml:4:13: there is no definition \"narrow\"; did you mean \"narow\"?",
		},
		{
			"a version below one", "data/definition/narrow.yaml",
			"version: 1",
			"version: 0",
			`data/definition/narrow.yaml:2:10: "version" is 0, expected 1 or more`,
		},
		{
			"a date that does not exist", "data/definition/narrow.yaml",
			"2020-01-01",
			"2020-02-30",
			`data/definition/narrow.yaml:5:15: "2020-02-30" is not a date as YYYY-MM-DD`,
		},
		{
			"an unknown attribute that it needs", "data/definition/narrow.yaml",
			"needs: [legal_form]",
			"needs: [legal_form, [claim, owner]]",
			`data/definition/narrow.yaml:6:29: there is no attribute "owner"; possible: legal_form, claim, name`,
		},
		{
			"an unknown attribute of a rule", "data/definition/narrow.yaml",
			"when: {legal_form: ['61']}",
			"when: {legal_from: ['61']}",
			`data/definition/narrow.yaml:9:24: there is no attribute "legal_from"; did you mean "legal_form"?`,
		},
		{
			"an unknown legal form", "data/definition/narrow.yaml",
			"['61']",
			"['61', '62']",
			`data/definition/narrow.yaml:9:31: legal_form cannot be "62"; possible: 49, 61`,
		},
		{
			"an unquoted code", "data/definition/narrow.yaml",
			"['61']",
			"[61]",
			`data/definition/narrow.yaml:9:25: "rules[0].when.legal_form[0]" is the number 61, expected a text; write '61'`,
		},
		{
			"an unknown value of an attribute", "data/definition/narrow.yaml",
			"claim: 'yes'",
			"claim: 'ja'",
			`data/definition/narrow.yaml:10:21: claim cannot be "ja"; possible: yes, no`,
		},
		{
			"an attribute without value", "data/definition/narrow.yaml",
			"claim: 'yes'",
			"claim: []",
			`data/definition/narrow.yaml:10:21: unless claim has no value; write '*' for any`,
		},
		{
			"an unknown sector", "data/definition/narrow.yaml",
			"sector: ideburen",
			"sector: idéburen",
			`data/definition/narrow.yaml:11:13: there is no sector "idéburen"; did you mean "ideburen"?`,
		},
		{
			"an unknown basis", "data/definition/narrow.yaml",
			"basis: presumed",
			"basis: assumed",
			`data/definition/narrow.yaml:16:12: there is no basis "assumed"; possible: stated, derived, presumed, override`,
		},
		{
			"the basis override", "data/definition/narrow.yaml",
			"basis: presumed",
			"basis: override",
			`data/definition/narrow.yaml:16:12: a rule cannot have the basis override; overrides stand in overrides.csv`,
		},
		{
			"a presumption without alternative", "data/definition/narrow.yaml",
			"    could_be: [public]\n",
			"",
			`data/definition/narrow.yaml:16:12: rule "company" presumes its sector; say in could_be which others are possible, or [] for none`,
		},
		{
			"an unknown alternative", "data/definition/narrow.yaml",
			"could_be: [public]",
			"could_be: [publik]",
			`data/definition/narrow.yaml:17:16: there is no sector "publik"; did you mean "public"?`,
		},
		{
			"a remainder without reason", "data/definition/narrow.yaml",
			"    reason: two_sector\n",
			"",
			`data/definition/narrow.yaml:21:13: rule "not_public" leaves a remainder (nonpublic) and needs a reason`,
		},
		{
			"an unknown reason", "data/definition/narrow.yaml",
			"reason: two_sector",
			"reason: three_sector",
			`data/definition/narrow.yaml:22:13: there is no remainder_reason "three_sector"; did you mean "two_sector"?`,
		},
		{
			"a reason for a decided sector", "data/definition/narrow.yaml",
			"sector: ideburen",
			"sector: ideburen\n    reason: two_sector",
			`data/definition/narrow.yaml:12:13: rule "form" decides the sector ideburen; only nonpublic and unknown have a reason`,
		},
		{
			"a rule twice", "data/definition/narrow.yaml",
			"id: company",
			"id: form",
			`data/definition/narrow.yaml:13:9: rule "form" stands twice, first on line 8`,
		},
		{
			"a last rule with a condition", "data/definition/narrow.yaml",
			"    reason: no_evidence",
			"    reason: no_evidence\n    when: {claim: '*'}",
			`data/definition/narrow.yaml:24:5: the last rule must catch everything: sector unknown, without when and unless`,
		},
		{
			"no rule for what is not public", "data/definition/narrow.yaml",
			"    sector: nonpublic\n    reason: two_sector",
			"    sector: private",
			`data/definition/narrow.yaml:19:5: the last rule but one must have the sector nonpublic, for what is known not to be public`,
		},
		{
			"a rule that hides the later ones", "data/definition/narrow.yaml",
			"    when: {legal_form: ['49']}\n",
			"",
			`data/definition/narrow.yaml:13:5: rule "company" matches everything, so that no later rule is ever reached; add when`,
		},
	})
}
