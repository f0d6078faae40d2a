package queries_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// held lists what evidence holds for provider se:x in each period.
const held = `select period, value, is_carried from evidence_at join provider_history using (history_id) join period using (period_key)
	where attribute = 'legal_form' order by period, value`

func TestEvidenceInTime(t *testing.T) {
	for name, c := range map[string]struct {
		evidence []string
		want     []string
	}{
		"a stated validity is half-open and not carried": {
			[]string{"se:x legal_form=61 from=2019-10-15 to=2020-10-15"},
			[]string{"2019 61 false"}, // 15 October 2020 is not in it
		},
		"a stated validity without an end goes on": {
			[]string{"se:x legal_form=61 from=2020-10-15"},
			[]string{"2020 61 false", "2021 61 false", "2022 61 false"},
		},
		"an observation holds until the next one of the same source": {
			[]string{"se:x legal_form=61 observed=2019-10-15", "se:x legal_form=49 observed=2021-10-15"},
			[]string{"2019 61 false", "2020 61 true", "2021 49 false", "2022 49 true"},
		},
		"another source's observation ends nothing": {
			[]string{"se:x legal_form=61 observed=2019-01-01", "se:x legal_form=49 observed=2021-01-01 source=b"},
			[]string{"2019 49 true", "2019 61 false", "2020 49 true", "2020 61 true", "2021 49 false", "2021 61 true", "2022 49 true", "2022 61 true"},
		},
		"another attribute's observation ends nothing": {
			[]string{"se:x legal_form=61 observed=2019-01-01", "se:x sector_claim=public observed=2020-01-01"},
			[]string{"2019 61 false", "2020 61 true", "2021 61 true", "2022 61 true"},
		},
		"another provider's observation ends nothing": {
			[]string{"se:x legal_form=61 observed=2021-01-01", "se:y legal_form=49 observed=2022-01-01"},
			[]string{"2019 61 true", "2020 61 true", "2021 61 false", "2022 61 true"},
		},
		"of two observations on a day both hold": {
			[]string{"se:x legal_form=61 observed=2022-01-01", "se:x legal_form=49 observed=2022-01-01"},
			[]string{"2019 49 true", "2019 61 true", "2020 49 true", "2020 61 true", "2021 49 true", "2021 61 true", "2022 49 false", "2022 61 false"},
		},
		"a legal form is carried back from its first observation only": {
			[]string{"se:x legal_form=61 observed=2020-10-16", "se:x legal_form=49 observed=2022-10-16"},
			[]string{"2019 61 true", "2020 61 false", "2021 61 true", "2022 61 true"},
		},
		"what one of two sources saw in the period is not carried": {
			[]string{"se:x legal_form=61 observed=2019-01-01", "se:x legal_form=61 observed=2021-01-01 source=b"},
			[]string{"2019 61 false", "2020 61 true", "2021 61 false", "2022 61 true"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", simple...)
			w.evidence("se:z sector_claim=public")
			w.define("e", "", "claim: sector_claim=* -> public", simple[4])
			w.volume("se:x 1 period=2019", "se:x 1 period=2020", "se:x 1 period=2021", "se:x 1 period=2022")
			w.evidence(c.evidence...)
			w.build().expect(held, c.want...)
		})
	}
}

func TestOnlyMarkedAttributesAreCarriedBack(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", "registered: registered=yes -> ideburen", simple[4])
	w.volume("se:x 1 period=2019", "se:x 1 period=2020", "se:x 1 period=2021")
	w.evidence("se:x registered=yes observed=2020-10-16", "se:x name=Alfa observed=2021-01-01")
	w.build().expect("select period, sector, is_carried from provider_decided join pattern_sector using (pattern_id) join period using (period_key) order by all",
		"2019 unknown false", "2020 unknown false", "2021 ideburen true")
	w.expect("select distinct attribute from evidence_at order by all", "provider_kind", "registered")
}

func TestEvidenceThatADefinitionNeedsIsKnownThoughNoRuleAsksForIt(t *testing.T) {
	w := newWorld(t)
	w.define("d", "need=owner_control", "all: provider_kind=organisation -> ideburen", simple[4])
	w.volume("se:x 1")
	w.evidence("se:x owner_control=41")
	w.build().expect("select is_applicable, reason from applicable", "true -")
}

// The order in which files were loaded shows nowhere: a rebuilt warehouse
// explains an edition with the same line of the same file.
func TestEvidenceShowsTheFirstLineOfTheFirstPartition(t *testing.T) {
	for _, order := range [][2]string{{"part=p1 line=9", "part=p2 line=3"}, {"part=p2 line=3", "part=p1 line=9"}} {
		w := newWorld(t)
		w.define("d", "", simple...)
		w.evidence("se:x legal_form=61 "+order[0], "se:x legal_form=61 "+order[1], "se:x legal_form=61 part=p1 line=12")
		w.build().expect("select file, evidence_interval.line from evidence_interval join load using (load_id)", "src-p1.csv 9")
	}
}

func TestPeriods(t *testing.T) {
	for name, c := range map[string]struct{ measure, period, want string }{
		"a stock is counted on its day":                      {"stock 10-15", "period=2020", "year 2020-01-01 2021-01-01 2020-10-15"},
		"a school year's counting day is in its first year":  {"stock 10-15", "period=2019/20", "school_year 2019-07-01 2020-07-01 2019-10-15"},
		"or in its second":                                   {"stock 03-31", "period=2019/20", "school_year 2019-07-01 2020-07-01 2020-03-31"},
		"or on its first day":                                {"stock 07-01", "period=1999/00", "school_year 1999-07-01 2000-07-01 1999-07-01"},
		"a flow ends on the last day of a leap year":         {"flow -", "period=2020", "year 2020-01-01 2021-01-01 2020-12-31"},
		"a flow ends on the last day of a school year":       {"flow -", "period=2019/20", "school_year 2019-07-01 2020-07-01 2020-06-30"},
		"a flow ends on the last day of a month":             {"flow -", "period=2020-02", "month 2020-02-01 2020-03-01 2020-02-29"},
		"a flow ends on the last day of December":            {"flow -", "period=2020-12", "month 2020-12-01 2021-01-01 2020-12-31"},
		"a flow does not look at a counting day":             {"flow 10-15", "period=2020", "year 2020-01-01 2021-01-01 2020-12-31"},
		"a day is its own reference date":                    {"flow -", "period=2021-03-22", "day 2021-03-22 2021-03-23 2021-03-22"},
		"also of a stock":                                    {"stock 10-15", "period=2021-03-22", "day 2021-03-22 2021-03-23 2021-03-22"},
		"a month with the counting day in it":                {"stock 10-15", "period=2021-10", "month 2021-10-01 2021-11-01 2021-10-15"},
		"a month before the counting day":                    {"stock 10-15", "period=2021-05", "month 2021-05-01 2021-06-01 2021-05-31"},
		"a month after the counting day":                     {"stock 10-15", "period=2021-12", "month 2021-12-01 2022-01-01 2021-12-31"},
		"a stated date wins over a counting day":             {"stock 03-31", "period=2021 date=2021-03-22", "year 2021-01-01 2022-01-01 2021-03-22"},
		"a stated date wins over the last day":               {"flow -", "period=2021 date=2021-06-30", "year 2021-01-01 2022-01-01 2021-06-30"},
		"a stock without a counting day ends as a flow does": {"stock -", "period=2021", "year 2021-01-01 2022-01-01 2021-12-31"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.measure("n "+c.measure+" 100", "place")
			w.define("d", "", simple...)
			w.volume("se:x 1 measure=n " + c.period)
			w.build().expect("select period_kind, from_date, to_date, reference_date from period", c.want)
		})
	}
}

func TestPeriodsOfRemovedLoadsAreGone(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.volume("se:x 1 period=2020")
	w.put("measure_period", "2 m 2020 2020-03-31")
	w.build().expect("select reference_date from period", "2020-10-15")
	w.expect("from one_reference_date")
}

func TestKindsOfProvider(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	for _, id := range []string{
		"se:5560000001", "person:abc", "foreign:DE1", "src:masked:none", "src:masked:person", "src:masked:secrecy",
		"src:masked:natural", "src:name:alfa", "src:name:a:group:b:masked:none", "src:group:77", "src:4711",
	} {
		w.volume(id + " 1")
	}
	w.build().expect("select provider_id, provider_kind, mask from provider_identity order by provider_key",
		"se:5560000001 organisation -", "person:abc person -", "foreign:DE1 foreign -", "src:masked:none masked none",
		"src:masked:person masked person", "src:masked:secrecy masked secrecy", "src:masked:natural person natural",
		"src:name:alfa named -", "src:name:a:group:b:masked:none named -", "src:group:77 group -", "src:4711 publisher -")
}

func TestKindAndMaskAreEvidence(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", "person: provider_kind=person -> private", "secrecy: mask=secrecy -> unknown reason=masked_secrecy", simple[4])
	w.volume("src:masked:natural 1", "src:masked:secrecy 2", "src:masked:none 4", "person:a 8")
	w.build().expect("select sector, rule, amount from volume join cell using (cell_key) join provider_decided using (provider_key, period_key) join pattern_sector using (pattern_id) order by amount",
		"private person 1", "unknown secrecy 2", "unknown rest 4", "private person 8")
}

func TestTheLatestNameIsShown(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.volume("se:x 1")
	w.evidence("se:x legal_form=61", "se:x name=Gammal observed=2019-01-01", "se:x name=Ny observed=2021-01-01", "se:x name=Annan from=2021-01-01 source=b")
	w.build().expect("select name from classification", "Annan")
}

// A decision is one definition and one provider, se:x, with what is decided:
// rule, sector, is_carried, is_contested, other_rules.
type decision struct {
	rules, evidence []string
	want            string
}

// decide puts all cases into one world, each with a definition and a provider
// of its own.
func decide(t *testing.T, cases map[string]decision) {
	t.Helper()
	w := newWorld(t)
	names := slices.Sorted(maps.Keys(cases))
	for i, name := range names {
		w.define(fmt.Sprint("d", i), "", append(cases[name].rules, simple[4])...)
		provider := fmt.Sprintf("se:x%d", i)
		w.volume(provider + " 1")
		for _, row := range cases[name].evidence {
			w.evidence(strings.Replace(row, "se:x", provider, 1))
		}
	}
	w.build()
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			w.t = t
			w.expect(fmt.Sprintf(`select rule, sector, is_carried, is_contested, other_rules
				from provider_decided join pattern_sector using (pattern_id) join provider_identity using (provider_key)
				where provider_id = 'se:x%d' and definition = 'd%d'`, i, i), cases[name].want)
		})
	}
}

func TestRuleMatching(t *testing.T) {
	decide(t, map[string]decision{
		"the first rule that matches decides": {
			[]string{"a: legal_form=61 -> ideburen", "b: legal_form=61|49 -> private presumed fallback"},
			[]string{"se:x legal_form=61"}, "a ideburen false false b rest",
		},
		"any of a rule's values is enough": {
			[]string{"a: legal_form=61|72 -> ideburen"}, []string{"se:x legal_form=72"}, "a ideburen false false rest",
		},
		"every attribute must be met": {
			[]string{"a: legal_form=61 owner_control=41 -> ideburen"}, []string{"se:x legal_form=61"}, "rest unknown false false -",
		},
		"two values of one attribute do not stand for two attributes": {
			[]string{"a: legal_form=61|72 owner_control=41 -> ideburen"},
			[]string{"se:x legal_form=61", "se:x legal_form=72 source=b"}, "rest unknown false false -",
		},
		"a value and * of one attribute do not stand for two": {
			[]string{"a: legal_form=61|* owner_control=41 -> ideburen"}, []string{"se:x legal_form=61"}, "rest unknown false false -",
		},
		"* is any value": {
			[]string{"a: legal_form=* -> ideburen"}, []string{"se:x legal_form=99"}, "a ideburen false false rest",
		},
		"but not none": {
			[]string{"a: legal_form=* -> ideburen"}, []string{"se:x owner_control=41"}, "rest unknown false false -",
		},
		"unless excludes": {
			[]string{"a: legal_form=49 !registered=yes -> private"}, []string{"se:x legal_form=49", "se:x registered=yes"}, "rest unknown false false -",
		},
		"unless excludes only its values": {
			[]string{"a: legal_form=49 !owner_control=30 -> private"}, []string{"se:x legal_form=49", "se:x owner_control=41"}, "a private false false rest",
		},
		"unless with * excludes every value": {
			[]string{"a: legal_form=49 !owner_control=* -> private"}, []string{"se:x legal_form=49", "se:x owner_control=41"}, "rest unknown false false -",
		},
		"one of two values is excluded": {
			[]string{"a: legal_form=49 !legal_form=61 -> private"}, []string{"se:x legal_form=49", "se:x legal_form=61 source=b"}, "rest unknown false false -",
		},
		"only unless matches what has nothing": {
			[]string{"a: !legal_form=* -> nonpublic reason=definition_does_not_split"}, []string{"se:y legal_form=49"}, "a nonpublic false false rest",
		},
		"a decision is carried when a condition of it is": {
			[]string{"a: legal_form=61 owner_control=41 -> ideburen"},
			[]string{"se:x legal_form=61 observed=2019-01-01", "se:x owner_control=41 observed=2020-01-01"}, "a ideburen true false rest",
		},
		"one fresh value of a condition is enough": {
			[]string{"a: legal_form=61|62 -> ideburen"},
			[]string{"se:x legal_form=61 observed=2019-01-01", "se:x legal_form=62 observed=2020-01-01 source=b"}, "a ideburen false false rest",
		},
		"carried evidence that decides nothing is not said": {
			[]string{"a: legal_form=61 -> ideburen", "b: owner_control=41 -> nonpublic reason=x"},
			[]string{"se:x legal_form=61", "se:x owner_control=41 observed=2019-01-01"}, "a ideburen false false b rest",
		},
	})
}

// TestContested has two rules that both match: contested when both rest on
// evidence and their sectors cannot both be true.
func TestContested(t *testing.T) {
	cases := map[string]decision{}
	for name, c := range map[string]struct {
		first, second string
		want          string
	}{
		"public and private":                    {"public", "private", "true"},
		"private and public":                    {"private", "public", "true"},
		"public and not public":                 {"public", "nonpublic reason=x", "true"},
		"not public and public":                 {"nonpublic reason=x", "public", "true"},
		"private and ideburen":                  {"private", "ideburen", "true"},
		"private and not public agree":          {"private", "nonpublic reason=x", "false"},
		"not public and ideburen agree":         {"nonpublic reason=x", "ideburen", "false"},
		"private twice":                         {"private", "private", "false"},
		"unknown contradicts nothing":           {"private", "unknown reason=x", "false"},
		"nothing contradicts unknown":           {"unknown reason=x", "public", "false"},
		"a presumption contradicts nothing":     {"private", "ideburen basis=presumed", "false"},
		"a fallback contradicts nothing":        {"private", "ideburen fallback", "false"},
		"a statement contradicts":               {"private", "ideburen basis=stated", "true"},
		"a rule may say that it is contested":   {"private contested", "private", "true"},
		"a rule that did not decide may not":    {"private", "private contested", "false"},
		"evidence may contradict a presumption": {"private basis=presumed", "ideburen", "true"},
	} {
		cases[name] = decision{
			[]string{"a: legal_form=61 -> " + c.first, "b: owner_control=41 -> " + c.second},
			[]string{"se:x legal_form=61", "se:x owner_control=41"},
			"a " + strings.Fields(c.first)[0] + " false " + c.want + " b rest",
		}
	}
	decide(t, cases)
}

// Equal parts are as many pieces of evidence as there are rows, whoever has
// them: they add up.
func TestEqualSharesAreAPieceOfEvidenceForEachRow(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", "half: owner_share=50 -> private", "rest: -> unknown reason=new_provider_no_evidence fallback")
	w.evidence("se:a owner_share=50 other=se:b", "se:a owner_share=50 other=se:c", "se:a owner_share=50 other=se:b")
	w.build()
	w.expect("select value, other_id, line from evidence_interval order by all", "50 se:b 1", "50 se:b 3", "50 se:c 2")
	w.expect("select owner_id, share, line from owner_link order by all", "se:b 1000000 1", "se:c 500000 2")
}
