package queries_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

func TestFiveSectorsInEveryCellThatOccurs(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 3", "se:private 4 area=grund")
	w.build().expect("select area, share.sector, amount, total from share join sector on code = share.sector where place = '0180' order by area, sector.sort",
		"grund public 0 4", "grund private 4 4", "grund ideburen 0 4", "grund nonpublic 0 4", "grund unknown 0 4",
		"none public 0 3", "none private 0 3", "none ideburen 3 3", "none nonpublic 0 3", "none unknown 0 3",
		"skola public 0 4", "skola private 4 4", "skola ideburen 0 4", "skola nonpublic 0 4", "skola unknown 0 4")
}

func TestWhatRestsOnWhat(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", "claim: sector_claim=public -> public basis=stated", "nonprofit: legal_form=61 -> ideburen",
		"business: legal_form=49 -> private basis=presumed could=ideburen fallback", "hard: legal_form=87 -> nonpublic reason=x contested", simple[4])
	w.evidence("se:a sector_claim=public", "se:b legal_form=61 observed=2019-01-01", "se:c legal_form=49", "se:e legal_form=87", "se:f legal_form=61")
	w.volume("se:a 1", "se:b 2", "se:c 4", "se:e 8", "se:f 16")
	w.build().expect("select sector, amount, stated, carried, presumed, contested, providers from share where place = '0180' and amount > 0 order by amount",
		"public 1 1 0 0 0 1", "private 4 0 0 4 0 1", "nonpublic 8 0 0 0 8 1", "ideburen 18 0 2 0 0 2")
}

func TestADefinitionSaysNothingWhereItDoesNotApply(t *testing.T) {
	type applied struct {
		options string
		volume  []string
		want    string // reason, symbol, amount of ideburen
	}
	cases := map[string]applied{
		"in force":                        {"from=2020-10-15", []string{"se:ideburen 1"}, "- . 1"},
		"not in force until the next day": {"from=2020-10-16", []string{"se:ideburen 1"}, "not_in_force |.| -"},
		"its need is met":                 {"need=legal_form", []string{"se:ideburen 1"}, "- . 1"},
		"one of two evidences is enough":  {"need=owner_control|legal_form", []string{"se:ideburen 1"}, "- . 1"},
		"all of two needs are needed":     {"need=legal_form,owner_control", []string{"se:ideburen 1"}, "no_evidence |.| -"},
		"its need is not met":             {"need=registered", []string{"se:ideburen 1"}, "no_evidence |.| -"},
		"another period's evidence does not meet it": {"need=ownership_claim", []string{"se:ideburen 1", "se:nonpublic 1 period=2019"},
			"no_evidence |.| -"},
		"exactly at the limit":                     {"percent=100", []string{"se:ideburen 10", "se:unknown 6", "se:nonpublic 4"}, "- . 10"},
		"above the limit":                          {"percent=100", []string{"se:ideburen 10", "se:unknown 7", "se:nonpublic 4"}, "remainder_too_large |.| -"},
		"another limit":                            {"percent=210", []string{"se:ideburen 10", "se:unknown 21"}, "- . 10"},
		"above another limit":                      {"percent=210", []string{"se:ideburen 100", "se:unknown 211"}, "remainder_too_large |.| -"},
		"the limit is of all places":               {"percent=100", []string{"se:ideburen 10", "se:unknown 11 place=1280"}, "remainder_too_large |.| -"},
		"nothing idéburet and nothing undecided":   {"percent=100", []string{"se:public 10"}, "- . 0"},
		"nothing idéburet and something undecided": {"percent=100", []string{"se:public 10", "se:unknown 1"}, "remainder_too_large |.| -"},
		"a debt is no remainder":                   {"percent=100", []string{"se:ideburen -10", "se:public 20"}, "- |.| -10"},
		"grants are no services": {"percent=100", []string{"se:ideburen 10 agreement=lou", "se:unknown 11 agreement=lou", "se:ideburen 99 agreement=bidrag"},
			"remainder_too_large |.| -"},
		"nor is their remainder": {"percent=100", []string{"se:ideburen 10 agreement=lou", "se:unknown 99 agreement=bidrag"}, "- . 10"},
		"amounts of any size":    {"percent=1000000", []string{"se:ideburen 4000000000000000000", "se:unknown 5000000000000000000"}, "- . 4000000000000000000"},
	}
	w := newWorld(t)
	w.known()
	names := slices.Sorted(maps.Keys(cases))
	for i, name := range names {
		w.measure(fmt.Sprintf("m%d stock 10-15 100", i), "place area agreement")
		rules := append([]string{"r: registered=yes -> ideburen", "o: owner_control=30 -> public"}, simple...)
		w.define(fmt.Sprint("d", i), cases[name].options, rules...)
		for _, row := range cases[name].volume {
			w.volume(row + fmt.Sprint(" measure=m", i))
		}
	}
	w.build()
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			w.t = t
			w.expect(fmt.Sprintf(`select applicable.reason, symbol, amount from share join applicable using (definition, period_key)
				where definition = 'd%d' and measure = 'm%d' and place = '0180' and period = '2020' and sector = 'ideburen'
				and agreement in ('none', 'lou')`, i, i), cases[name].want)
		})
	}
}

func TestWhatDoesNotApplyShowsNoNumber(t *testing.T) {
	w := newWorld(t)
	w.define("d", "from=2021-01-01", simple...)
	w.known()
	w.volume("se:ideburen 10", "se:unknown 3 hidden=1 high=9")
	w.build().expect(`select distinct symbol, note, amount, total, share, low, high, low_known, high_known, high_presumed, share_known,
		presumed, stated, carried, contested, hidden_units, open_units, providers from share where place = '0180'`,
		"|.| not_in_force - - - - - - - - - - - - - - - -")
	w.expect("from remainder")
	w.expect("from classification")
}

func TestRemaindersHaveTheirReasons(t *testing.T) {
	w := newWorld(t)
	w.define("d", "percent=1", "secrecy: mask=secrecy -> unknown reason=masked_secrecy fallback", simple[1], simple[3], simple[4])
	w.known()
	w.volume("src:masked:secrecy 1", "se:nonpublic 2", "se:unknown 4 hidden=2 high=9", "se:x 8", "se:ideburen 16")
	w.build().expect("select place, sector, reason, amount, hidden_units from remainder where place in ('0180', 'GB-GLG') order by all",
		"0180 nonpublic source_is_two_sector 2 0", "0180 unknown masked_secrecy 1 0", "0180 unknown new_provider_no_evidence 12 2")
	w.expect("select distinct note from share", "remainder_too_large") // and the reasons say why
	w.expect("from remainder_unexplained")
}

func TestTotalsOverPlacesNeedTheirParts(t *testing.T) {
	type total struct {
		minimum string
		volume  []string
		want    []string // place, idéburen amount, places present and listed
	}
	cases := map[string]total{
		"all of a län but not of the country": {"100", []string{"se:ideburen 1 place=0180", "se:ideburen 2 place=0114"},
			[]string{"01 3 2 2", "0114 2 1 1", "0180 1 1 1"}},
		"all": {"100", []string{"se:ideburen 1 place=0180", "se:ideburen 2 place=0114", "se:ideburen 4 place=1280"},
			[]string{"01 3 2 2", "0114 2 1 1", "0180 1 1 1", "12 4 1 1", "1280 4 1 1", "SE 7 3 3"}},
		"at the minimum": {"66", []string{"se:ideburen 1 place=0180", "se:ideburen 2 place=0114"},
			[]string{"01 3 2 2", "0114 2 1 1", "0180 1 1 1", "SE 3 2 3"}},
		"just below the minimum": {"67", []string{"se:ideburen 1 place=0180", "se:ideburen 2 place=0114"},
			[]string{"01 3 2 2", "0114 2 1 1", "0180 1 1 1"}},
		"a place that is not stated is counted, and is no place": {"100",
			[]string{"se:ideburen 1 place=0180", "se:ideburen 2 place=0114", "se:ideburen 4 place=1280", "se:ideburen 8 place=SE-okand"},
			[]string{"01 3 2 2", "0114 2 1 1", "0180 1 1 1", "12 4 1 1", "1280 4 1 1", "SE 15 3 3", "SE-okand 8 - -"}},
		"nor does it complete a total": {"100", []string{"se:ideburen 1 place=0180", "se:ideburen 8 place=SE-okand"},
			[]string{"0180 1 1 1", "SE-okand 8 - -"}},
		"without a minimum": {"0", []string{"se:ideburen 8 place=SE-okand"}, []string{"SE 8 - -", "SE-okand 8 - -"}},
		"places are listed at the level that is reported": {"100", []string{"se:ideburen 1 place=01", "se:ideburen 2 place=12"},
			[]string{"01 1 1 1", "12 2 1 1", "SE 3 2 2"}},
		"two roots are never added": {"100", []string{"se:ideburen 1 place=SE", "se:ideburen 2 place=GB-GLG"},
			[]string{"GB-GLG 2 1 1", "GB-SCT 2 1 1", "SE 1 1 1"}},
		"a provider with nothing is there": {"100", []string{"se:ideburen 0 place=0180", "se:ideburen 2 place=0114"},
			[]string{"01 2 2 2", "0114 2 1 1", "0180 0 1 1"}},
	}
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	names := slices.Sorted(maps.Keys(cases))
	for i, name := range names {
		w.measure(fmt.Sprintf("m%d stock 10-15 %s", i, cases[name].minimum), "place area agreement")
		for _, row := range cases[name].volume {
			w.volume(row + fmt.Sprint(" measure=m", i))
		}
	}
	w.build()
	for i, name := range names {
		t.Run(name, func(t *testing.T) {
			w.t = t
			w.expect(fmt.Sprintf(`select place, amount, places_present, places_listed from share
				where sector = 'ideburen' and measure = 'm%d' order by place`, i), cases[name].want...)
		})
	}
	w.t = t
	w.expect("from volume_conserved")
}

func TestEachPeriodHasItsOwnCoverage(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 1 place=0180", "se:ideburen 2 place=0114", "se:ideburen 4 place=0180 period=2021")
	w.build().expect("select period, amount from share where place = '01' and sector = 'ideburen'", "2020 3")
}

func TestMeasuresAreSummedOnlyOverTheirDimensions(t *testing.T) {
	w := newWorld(t)
	w.measure("n stock 10-15 0", "area")
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 1 area=grund agreement=lou measure=n", "se:ideburen 2 area=gymn agreement=lov measure=n")
	w.build().expect("select place, area, agreement, amount from share where sector = 'ideburen' order by all",
		"0180 grund lou 1", "0180 gymn lov 2", "0180 skola lou 1", "0180 skola lov 2")
}

func TestPaymentsAndGrantsHaveNoCommonTotal(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 1 agreement=lou", "se:ideburen 2 agreement=lov", "se:ideburen 4 agreement=bidrag")
	w.build().expect("select agreement, amount from share where sector = 'ideburen' and place = '0180' order by all",
		"bidrag 4", "ersattning 3", "lou 1", "lov 2", "stod 4")
}

func TestAListThatGoesInACircleEnds(t *testing.T) {
	w := newWorld(t)
	w.put("area", "a b 6 x", "b a 7 x")
	w.define("d", "", simple...)
	w.build().expect("select area, ancestor from area_ancestor where area in ('a', 'b') order by all", "a a", "a b", "b a", "b b")
}

func TestProvidersAreCountedOnce(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 1 place=0180", "se:ideburen 1 place=0180 area=vard", "se:ideburen 1 place=0114", "se:ideburen 1 place=0114", "person:a 1",
		"src:name:b 1", "src:4711 1", "foreign:DE1 1", "src:group:c 1", "src:masked:none 1", "src:masked:natural 1")
	w.build().expect("select place, sector, providers, amount from share where area = 'none' and amount > 0 order by all",
		"01 ideburen 1 3", "01 unknown 4 7", "0114 ideburen 1 2", "0180 ideburen 1 1", "0180 unknown 4 7")
}

// Definition d: 10 of 100, e: 30; f is out of the spread, g not applicable.
func TestSpreadIsTheHullOfWhatApplies(t *testing.T) {
	given := func(t *testing.T) *world {
		w := newWorld(t)
		w.known()
		w.evidence("se:coop legal_form=51")
		w.volume("se:ideburen 10", "se:coop 20", "se:unknown 5", "se:public 65")
		w.define("d", "", "coop: legal_form=51 -> private", simple[0], simple[1], simple[4])
		w.put("card", "c 1 m 0180 none none d .")
		return w
	}
	const spread = "select spread_low, spread_high, spread_definitions from headline where sector = 'ideburen'"
	t.Run("two definitions", func(t *testing.T) {
		w := given(t)
		w.define("e", "", "coop: legal_form=51 -> ideburen", simple[0], simple[1], simple[4])
		w.define("f", "spread=no", "all: provider_kind=* -> ideburen", simple[4])
		w.define("g", "from=2021-01-01", "all: provider_kind=* -> ideburen", simple[4])
		w.build().expect(spread, "100000 350000 d e")
		w.expect("select distinct spread_low, spread_high, spread_definitions from headline where sector in ('unknown', 'nonpublic')", "- - .")
		w.expect("select distinct definition from headline", "d")
	})
	t.Run("one is no spread", func(t *testing.T) {
		w := given(t)
		w.define("f", "spread=no", "all: provider_kind=* -> ideburen", simple[4])
		w.build().expect(spread, "- - .")
	})
	t.Run("a card's own definition may be outside it", func(t *testing.T) {
		w := given(t)
		w.define("f", "spread=no", "all: provider_kind=* -> ideburen", simple[4])
		w.define("e", "", "coop: legal_form=51 -> ideburen", simple[0], simple[1], simple[4])
		w.rows["card"] = []string{"c 1 m 0180 none none f ."}
		w.build().expect(spread, "100000 350000 d e")
	})
	t.Run("one without a high is none", func(t *testing.T) {
		w := given(t)
		w.define("h", "bounds=low", simple...)
		w.build().expect(spread, "- - .")
	})
}

func TestACardShowsItsOwnCellInAllPeriods(t *testing.T) {
	w := newWorld(t)
	w.known()
	w.define("d", "", simple...)
	w.define("e", "", simple...)
	w.put("card", "late 2 m 0180 none none e 2020", "early 1 m 0180 skola none d .", "none 3 m GB-GLG none none d .")
	w.volume("se:ideburen 1", "se:ideburen 2 period=2021", "se:ideburen 4 area=grund", "se:ideburen 8 place=0114")
	w.build().expect("select card, sort, definition, period, amount, from_date, reference_date from headline where sector = 'ideburen' order by sort, period",
		"early 1 d 2020 4 2020-01-01 2020-10-15", "late 2 e 2020 1 2020-01-01 2020-10-15", "late 2 e 2021 2 2021-01-01 2021-10-15")
	w.expect("select card, note from card_empty", "none -")
}

func TestClassificationIsInSpells(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.evidence("se:x legal_form=61 from=2018-01-01 to=2020-01-01", "se:x legal_form=49 from=2020-01-01 to=2021-01-01",
		"se:x legal_form=61 from=2021-01-01 to=2022-01-01", "se:x ownership_claim=nonpublic from=2018-01-01 to=2019-01-01", "se:x name=Alfa observed=2018-01-01")
	w.volume("se:x 1 period=2018", "se:x 1 period=2019", "se:x 1 period=2020", "se:x 1 period=2021", "se:x 1 period=2022")
	w.build().expect("select name, from_date, to_date, sector, rule, reason, is_contested, other_rules, evidence from classification order by from_date",
		"Alfa 2018-10-15 2018-10-15 ideburen nonprofit . false not_public rest legal_form=61 ownership_claim=nonpublic",
		"Alfa 2019-10-15 2019-10-15 ideburen nonprofit . false rest legal_form=61",
		"Alfa 2020-10-15 2020-10-15 private business . false rest legal_form=49",
		"Alfa 2021-10-15 2021-10-15 ideburen nonprofit . false rest legal_form=61",
		"Alfa 2022-10-15 2022-10-15 unknown rest new_provider_no_evidence false . .")
}

func TestTheSameDecisionOnSeveralDatesIsOneSpell(t *testing.T) {
	w := newWorld(t)
	w.measure("n flow - 100", "place")
	w.define("d", "", simple...)
	w.evidence("se:x legal_form=61 observed=2018-06-01")
	w.volume("se:x 1 period=2018", "se:x 1 period=2020", "se:x 1 period=2018 measure=n")
	w.build().expect("select from_date, to_date, rule from classification", "2018-10-15 2020-10-15 nonprofit")
}

func TestOnlyOrganisationsAreClassified(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.evidence("src:name:person legal_form=10 from=1990-01-01 to=1991-01-01")
	w.volume("se:x 1", "src:name:a 1", "src:4711 1", "person:a 1", "src:masked:natural 1", "src:masked:none 1", "src:group:b 1", "foreign:DE1 1", "src:name:person 1")
	w.build().expect("select provider_id from classification order by all", "se:x", "src:4711", "src:name:a")
}
