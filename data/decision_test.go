package data

import (
	"strings"
	"testing"
)

// Cases of method 2, one line each: evidence, then sector, basis and reason
// under snav and bred; "-" where the two agree.
func TestTheRulesDecideAsTheMethodSays(t *testing.T) {
	tests := []struct{ name, evidence, snav, bred string }{
		{"a kommun", "legal_form=82", "public derived", "-"},
		{"a company the kommun controls", "legal_form=49 owner_control=20", "public derived", "-"},
		{"a company a two-sector source calls public", "legal_form=49 ownership_claim=public", "public derived", "-"},
		{"public owners hold at least half", "legal_form=49 owner_majority=public", "public derived", "-"},
		{"an agency on the official list", "public_list=yes", "public derived", "-"},
		{"a foundation under public control", "legal_form=72 owner_control=30", "public derived", "-"},
		{"public control goes before the register", "legal_form=72 registered=yes owner_control=20", "public derived", "-"},
		{"a registered company", "legal_form=49 registered=yes owner_control=42", "ideburen derived", "-"},
		{"an association, control not known", "legal_form=61", "ideburen presumed", "-"},
		{"an association called non-public", "legal_form=61 ownership_claim=nonpublic", "ideburen derived", "-"},
		{"a foreign-controlled association", "legal_form=61 owner_control=50", "ideburen derived", "-"},
		{"a foreign-controlled company", "legal_form=49 owner_control=50", "private derived", "private presumed"},
		{"a foreign-controlled cooperative", "legal_form=51 owner_control=50", "private derived", "private derived"},
		{"a foundation in a private group", "legal_form=72 owner_control=42", "ideburen derived", "-"},
		{"a parish", "legal_form=63", "ideburen derived", "-"},
		{"a parish under the old code", "legal_form=86", "ideburen derived", "-"},
		{"a family foundation", "legal_form=71 ownership_claim=nonpublic", "private derived", "-"},
		{"a company, owner not known", "legal_form=49", "private presumed", "-"},
		{"a company called non-public", "legal_form=49 ownership_claim=nonpublic", "private presumed", "-"},
		{"a company under private control", "legal_form=49 owner_control=41", "private derived", "private presumed"},
		{"a company with private owners", "legal_form=49 owner_majority=private owner_control=42", "private derived", "-"},
		{"a company with idéburna owners", "legal_form=49 owner_majority=ideburen owner_control=42", "private derived", "ideburen derived"},
		{"exactly half each", "legal_form=49 owner_majority=tie", "private derived", "nonpublic derived contradiction"},
		{"a svb company", "legal_form=49 svb=yes", "private presumed", "ideburen derived"},
		{"a cooperative", "legal_form=51", "private presumed", "ideburen derived"},
		{"a cooperative in a private group", "legal_form=51 owner_control=42", "private derived", "private derived"},
		{"a cooperative outside groups", "legal_form=51 owner_control=41", "private derived", "ideburen derived"},
		{"a European cooperative", "legal_form=55", "private presumed", "-"},
		{"an agricultural society run as a school", "legal_form=87 ownership_claim=nonpublic", "nonpublic derived contradiction", "-"},
		{"a public corporation alone", "legal_form=87", "unknown derived definition_does_not_split", "-"},
		{"a housing association", "legal_form=53", "unknown derived definition_does_not_split", "-"},
		{"a savings bank called non-public", "legal_form=93 ownership_claim=nonpublic", "nonpublic derived definition_does_not_split", "-"},
		{"a form not investigated", "legal_form=99", "unknown derived new_provider_no_evidence", "-"},
		{"a foreign hospital called private", "legal_form=96 ownership_claim=nonpublic", "unknown derived foreign_no_evidence", "-"},
		{"a foreign number", "provider_kind=foreign", "unknown derived foreign_no_evidence", "-"},
		{"a secrecy mask", "provider_kind=masked mask=secrecy", "unknown derived masked_secrecy", "-"},
		{"a secrecy mask in a non-public row", "provider_kind=masked mask=secrecy ownership_claim=nonpublic", "nonpublic derived masked_secrecy", "-"},
		{"a person mask", "provider_kind=masked mask=person", "unknown derived masked_person", "-"},
		{"no number", "provider_kind=masked mask=none", "unknown derived no_provider_number", "-"},
		{"no number in a non-public row", "provider_kind=masked mask=none ownership_claim=nonpublic", "nonpublic derived no_provider_number", "-"},
		{"no number in a public row", "provider_kind=masked mask=none ownership_claim=public", "public derived", "-"},
		{"an intermediary, whoever owns it", "legal_form=49 owner_control=20 intermediary=yes", "unknown derived intermediary", "-"},
		{"a group of non-public providers", "provider_kind=group ownership_claim=nonpublic", "nonpublic derived source_is_two_sector", "-"},
		{"a group the source calls idéburen", "provider_kind=group sector_claim=ideburen", "ideburen stated", "-"},
		{"a name without evidence", "provider_kind=named", "unknown derived not_linked", "-"},
		{"a new body called non-public", "provider_kind=organisation ownership_claim=nonpublic", "nonpublic derived new_provider_no_evidence", "-"},
		{"nothing known", "provider_kind=organisation", "unknown derived new_provider_no_evidence", "-"},
		{"a three-sector source alone", "provider_kind=publisher sector_claim=private", "private stated", "-"},
		{"a statement goes before a presumption", "legal_form=49 sector_claim=ideburen", "ideburen stated", "-"},
		{"a statement goes before a presumption, foundation", "legal_form=72 sector_claim=public", "public stated", "-"},
	}
	found := definitions(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.bred == "-" {
				tt.bred = tt.snav
			}
			for id, want := range map[string]string{"snav": tt.snav, "bred": tt.bred} {
				r := decide(found[id], evidence(tt.evidence))
				if got := strings.TrimSpace(r.Sector + " " + r.basis() + " " + r.Reason); got != want {
					t.Errorf("%s: %s by rule %s, want %s", id, got, r.ID, want)
				}
			}
		})
	}
}

func TestContradictionsAreContested(t *testing.T) {
	found := definitions(t)
	for id, facts := range map[string]string{
		"snav": "legal_form=87 ownership_claim=nonpublic",
		"bred": "legal_form=51 owner_control=50",
	} {
		if r := decide(found[id], evidence(facts)); !r.Contested {
			t.Errorf("%s: %s is not contested by rule %s", id, facts, r.ID)
		}
	}
}

// What an unknown owner could turn out to be is what is counted in the range.
func TestAPresumptionNarrowsWithWhatIsKnown(t *testing.T) {
	tests := []struct{ definition, evidence, want string }{
		{"snav", "legal_form=49", "public"},
		{"snav", "legal_form=49 ownership_claim=nonpublic", ""},
		{"snav", "legal_form=61", "public"},
		{"bred", "legal_form=49", "ideburen public"},
		{"bred", "legal_form=49 ownership_claim=nonpublic", "ideburen"},
		{"bred", "legal_form=49 owner_control=42", "ideburen"},
		{"registrerad", "legal_form=61", "public"},
	}
	found := definitions(t)
	for _, tt := range tests {
		r := decide(found[tt.definition], evidence(tt.evidence))
		if got := strings.Join(r.CouldBe, " "); got != tt.want || r.CouldBe == nil {
			t.Errorf("%s: %s could be %q by rule %s, want %q", tt.definition, tt.evidence, got, r.ID, tt.want)
		}
	}
}

func TestTheRegisterSaysWhoIsInItAndNothingOfTheRest(t *testing.T) {
	d := definitions(t)["registrerad"]
	for facts, want := range map[string]string{
		"legal_form=61 registered=yes":                  "ideburen ",
		"legal_form=61 ownership_claim=nonpublic":       "nonpublic definition_does_not_split",
		"legal_form=49 owner_control=42":                "nonpublic definition_does_not_split",
		"legal_form=82":                                 "public ",
		"provider_kind=publisher sector_claim=ideburen": "nonpublic definition_does_not_split",
		"provider_kind=masked mask=none":                "unknown no_provider_number",
	} {
		r := decide(d, evidence(facts))
		if got := r.Sector + " " + r.Reason; got != want {
			t.Errorf("%s is %s by rule %s, want %s", facts, got, r.ID, want)
		}
	}
}

func TestAsTheSourceStatesReadsOnlyTheStatement(t *testing.T) {
	d := definitions(t)["uppgiven"]
	for facts, want := range map[string]string{
		"legal_form=61 sector_claim=private":      "private stated",
		"legal_form=82":                           "unknown derived",
		"legal_form=61 ownership_claim=nonpublic": "nonpublic derived",
		"provider_kind=organisation":              "unknown derived",
	} {
		r := decide(d, evidence(facts))
		if got := r.Sector + " " + r.basis(); got != want {
			t.Errorf("%s is %s by rule %s, want %s", facts, got, r.ID, want)
		}
	}
}

func evidence(facts string) map[string]string {
	found := map[string]string{}
	for _, fact := range strings.Fields(facts) {
		attribute, value, _ := strings.Cut(fact, "=")
		found[attribute] = value
	}
	return found
}
