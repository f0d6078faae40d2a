package queries_test

import (
	"fmt"
	"testing"
)

// Two sources give one provider different legal forms. Which rule comes first
// decides, and not which observation is older; that they differ is shown, also
// where all that either form gives is a presumption.
func TestFormsThatDifferAreDecidedByRuleOrderAndContested(t *testing.T) {
	w := newWorld(t)
	w.realAttributes(t)
	for _, id := range []string{"snav", "bred", "scb-hio"} {
		w.define(id, "", ruleTexts(t, id)...)
	}
	w.volume("se:a 1", "se:b 1", "se:same 1", "se:company 1", "se:municipal 1")
	w.evidence("se:a legal_form=61 observed=2015-01-01 source=one", "se:a legal_form=49 observed=2020-01-01 source=other",
		"se:b legal_form=49 observed=2015-01-01 source=one", "se:b legal_form=61 observed=2020-01-01 source=other",
		"se:same legal_form=61 observed=2015-01-01 source=one", "se:same legal_form=61 observed=2020-01-01 source=other",
		"se:company legal_form=49 observed=2015-01-01 source=one", "se:company legal_form=31 observed=2020-01-01 source=other",
		"se:municipal legal_form=82 observed=2015-01-01 source=one", "se:municipal legal_form=49 observed=2020-01-01 source=other")
	w.build()
	for _, c := range []string{
		"snav se:a ideburen presumed nonprofit_presumed true", "snav se:b ideburen presumed nonprofit_presumed true",
		"snav se:company private presumed business false", "snav se:municipal public derived public_form true",
		"snav se:same ideburen presumed nonprofit_presumed false",
		"bred se:a ideburen presumed nonprofit_presumed true", "bred se:b ideburen presumed nonprofit_presumed true",
	} {
		var definition, provider string
		fmt.Sscan(c, &definition, &provider)
		w.expect(fmt.Sprintf(`select definition, provider_id, sector, basis, rule, is_contested from provider_decided
			join pattern_sector using (pattern_id) join provider_identity using (provider_key)
			where definition = '%s' and provider_id = '%s'`, definition, provider), c)
	}
}

// The register is loaded and nobody in the ledger is in it: the amount is a
// counted zero, of which is said at least. Without the register nothing is said,
// and neither is before the Act was in force.
func TestNobodyRegisteredIsACountedZero(t *testing.T) {
	const registered = "registered: registered=yes -> ideburen"
	cells := "select period, amount, share, low, high, symbol, note from share where definition = 'd' and place = '0180' and sector = 'ideburen' order by period"
	for name, c := range map[string]struct {
		complete string
		want     []string
	}{
		"loaded":       {"src registered", []string{"2021 - - - - |.| not_in_force", "2023 0 0 0 - . ."}},
		"not loaded":   {"other registered", []string{"2021 - - - - |.| not_in_force", "2023 - - - - |.| no_evidence"}},
		"not complete": {"src legal_form", []string{"2021 - - - - |.| not_in_force", "2023 - - - - |.| no_evidence"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "from=2023-01-01 need=registered bounds=low", registered, "rest: -> nonpublic reason=definition_does_not_split fallback")
			w.put("source_complete", c.complete)
			w.evidence("se:a legal_form=61")
			w.volume("se:a 5 period=2021", "se:a 7 period=2023")
			w.build().expect(cells, c.want...)
		})
	}
}
