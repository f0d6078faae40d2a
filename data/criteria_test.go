package data

import (
	"strings"
	"testing"
)

// Cases beside the table of disagreements: definition, evidence, and the
// sector, basis and reason that must follow.
func TestDefinitionsByOtherEvidenceThanTheForm(t *testing.T) {
	tests := []struct{ definition, name, evidence, want string }{
		{"kriterier", "criteria, control not known", "legal_form=61 statutes_public_benefit=yes distribution_limit=yes", "ideburen presumed"},
		{"kriterier", "criteria, called non-public", "legal_form=61 statutes_public_benefit=yes distribution_limit=yes ownership_claim=nonpublic", "ideburen derived"},
		{"kriterier", "criteria, but a public claim", "legal_form=61 statutes_public_benefit=yes distribution_limit=yes sector_claim=public", "public stated"},
		{"kriterier", "public control goes before criteria", "legal_form=49 statutes_public_benefit=yes distribution_limit=yes owner_control=30", "public derived"},
		{"kriterier", "public control goes before an assessment", "legal_form=72 criteria_claim=yes owner_control=30", "public derived"},
		{"kriterier", "an assessment", "legal_form=49 criteria_claim=yes", "ideburen derived"},
		{"kriterier", "a foundation needs no rule on dissolution", "legal_form=72 statutes_public_benefit=yes distribution_limit=no owner_control=41", "ideburen derived"},
		{"kriterier", "a foundation, control not known", "legal_form=72 statutes_public_benefit=yes", "ideburen presumed"},
		{"kriterier", "an association needs one", "legal_form=61 statutes_public_benefit=yes distribution_limit=no owner_control=41", "private derived"},
		{"kriterier", "an association, half known", "legal_form=61 statutes_public_benefit=yes owner_control=41", "nonpublic derived new_provider_no_evidence"},
		{"kriterier", "failing, control not known", "legal_form=61 statutes_public_benefit=no", "private presumed"},
		{"kriterier", "failing by an assessment", "legal_form=51 criteria_claim=no ownership_claim=nonpublic", "private presumed"},
		{"kriterier", "a failing agricultural society called non-public", "legal_form=87 statutes_public_benefit=no ownership_claim=nonpublic", "nonpublic derived contradiction"},
		{"kriterier", "a foreign body with criteria", "legal_form=96 statutes_public_benefit=yes distribution_limit=yes ownership_claim=nonpublic", "unknown derived foreign_no_evidence"},
		{"kriterier", "a foreign number with criteria", "provider_kind=foreign statutes_public_benefit=yes distribution_limit=yes", "unknown derived foreign_no_evidence"},
		{"kriterier", "a family foundation", "legal_form=71", "private derived"},
		{"kriterier", "an association without statutes", "legal_form=61", "nonpublic presumed new_provider_no_evidence"},
		{"kriterier", "a parish with criteria", "legal_form=63 statutes_public_benefit=yes distribution_limit=yes", "ideburen derived"},
		{"kriterier", "a company without articles", "legal_form=49 owner_control=42", "private presumed"},
		{"kriterier", "a source that says idéburen", "legal_form=61 sector_claim=ideburen", "nonpublic derived definition_does_not_split"},
		{"kriterier", "a private claim does not prove private", "provider_kind=publisher sector_claim=private", "nonpublic derived definition_does_not_split"},
		{"motpart", "a foreign company", "counterparty=91", "unknown derived foreign_no_evidence"},
		{"motpart", "a foreign hospital on a public list", "counterparty=95 public_list=yes", "public derived"},
		{"motpart", "own production", "provider_kind=group counterparty=1", "public derived"},
		{"motpart", "a kommun without a code", "legal_form=82", "public derived"},
		{"motpart", "an association without a code", "legal_form=61 owner_control=41", "nonpublic derived definition_does_not_split"},
		{"motpart", "the code goes before the source's word", "counterparty=85 sector_claim=private", "ideburen derived"},
		{"motpart", "an intermediary", "counterparty=87 intermediary=yes", "unknown derived intermediary"},
		{"motpart", "an aggregate of non-public providers", "provider_kind=group ownership_claim=nonpublic", "nonpublic derived source_is_two_sector"},
		{"motpart_form", "a family foundation", "legal_form=71", "ideburen derived"},
		{"motpart_form", "a registered company", "legal_form=49 registered=yes owner_control=41", "private derived"},
		{"motpart_form", "a booked code is not read", "legal_form=49 counterparty=85", "private presumed"},
		{"motpart_form", "an association called public", "legal_form=61 ownership_claim=public", "ideburen derived"},
		{"motpart_form", "a foreign body", "legal_form=96 ownership_claim=nonpublic", "unknown derived foreign_no_evidence"},
		{"scb-hio", "a corporation, control not known", "institutional_sector=S.11", "private presumed"},
		{"scb-hio", "a corporation under public control", "institutional_sector=S.11 owner_control=20", "public derived"},
		{"scb-hio", "a foundation hospital that sells", "legal_form=72 institutional_sector=S.11002", "private derived"},
		{"scb-hio", "a kommun without a code", "legal_form=82", "public derived"},
		{"scb-hio", "an association without a code", "legal_form=61 ownership_claim=nonpublic", "nonpublic derived source_is_two_sector"},
	}
	found := definitions(t)
	for _, tt := range tests {
		t.Run(tt.definition+" "+tt.name, func(t *testing.T) {
			r := decide(found[tt.definition], evidence(tt.evidence))
			if got := strings.TrimSpace(r.Sector + " " + r.basis() + " " + r.Reason); got != tt.want {
				t.Errorf("%s by rule %s, want %s", got, r.ID, tt.want)
			}
		})
	}
}
