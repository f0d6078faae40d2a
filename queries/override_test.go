package queries_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// override adds decisions "id provider sector key=value …": about definition
// d, from 2000-01-01, to be reviewed in 2030, unless from, to, review, of or
// supersedes say otherwise. The run's day is 2026-01-01.
func (w *world) override(rows ...string) {
	for _, row := range rows {
		var id, provider, sector string
		if _, err := fmt.Sscan(row, &id, &provider, &sector); err != nil {
			w.t.Fatalf("%q: %v", row, err)
		}
		o := pairs(fieldsAfter(row, 3))
		w.put("override", fmt.Sprint(id, " ", provider, " ", or(o["from"], "2000-01-01"), " ", or(o["to"], "-"), " ", or(o["of"], "d"), " ", sector,
			" other ", or(o["review"], "2030-01-01"), " ", or(o["supersedes"], "-"), " ", len(w.rows["override"])+2))
	}
}

func overrideCases() []checkCase {
	return []checkCase{
		{check: "override_unknown", spoil: func(w *world) { w.override("D1 se:nobody public") },
			query: "select decision_id, file, provider_id from override_unknown", want: []string{"D1 overrides.csv:2 se:nobody"}},
		{check: "override_unknown", spoil: func(w *world) { w.override("D1 se:u public") }, query: "from override_unknown"},
		{check: "override_expired", spoil: func(w *world) {
			w.override("D1 se:private ideburen review=2026-01-01", "D2 se:public ideburen review=2026-01-02")
		},
			break_: func(w *world) { w.exec("update card set place = 'SE'") },
			query:  "select decision_id, file, card, period, effect from override_expired", want: []string{"D1 overrides.csv:2 - - -"}},
		{check: "override_expired", spoil: func(w *world) { w.override("D1 se:public ideburen review=2025-12-31") },
			query: "select decision_id, definition, card, period, effect from override_expired", want: []string{"D1 d c 2020 125000"}},
		{check: "override_redundant", spoil: func(w *world) { w.override("D1 se:private private", "D2 se:u public") },
			query: "select decision_id, provider_id, rules from override_redundant", want: []string{"D1 se:private business"}},
		{check: "owner_excess", spoil: func(w *world) {
			w.evidence("se:u owner_share=60 other=se:a from=2019-01-01 to=2021-01-01", "se:u owner_share=60 other=se:b from=2020-01-01",
				"se:u owner_votes=100 other=se:a", "se:private owner_share=60 other=se:a to=2020-01-01", "se:private owner_share=60 other=se:b from=2020-01-01")
		}, query: "select provider_id, held, source, file, replace(lines, ' ', ','), from_date, percent from owner_excess",
			want: []string{"se:u owner_share src src-p1.csv 5,6 2020-01-01 120.0000"}},
		{check: "owner_excess", spoil: func(w *world) { // said by two sources, which is not more than the whole
			w.evidence("se:u owner_share=60 other=se:a", "se:u owner_share=60 other=se:a source=other")
		}, query: "from owner_excess"},
		{check: "link_unknown", spoil: func(w *world) {
			w.volume("src:name:a 1", "src:name:b 1", "src:name:c 1")
			w.put("link", "src:name:a se:nobody linked_by_hand . 0 .", "src:name:b se:u linked_by_hand . 0 .", "src:name:c - unlinked_by_hand . 0 .")
		}, query: "from link_unknown", want: []string{"src:name:a se:nobody"}},
		{check: "kind_sum", spoil: func(w *world) { w.put("kind", "stiftelse 1 x") },
			query: "select definition, measure, place, amount, of_kinds from kind_sum where period = '2021' and place = '0180'", want: []string{"d m 0180 7 0"}},
		{check: "kind_sum", spoil: func(w *world) {
			w.put("kind", "stiftelse 1 x")
			w.rule("kind", 0, "nonprofit: legal_form=61 -> stiftelse fallback")
		}, query: "from kind_sum"},
	}
}

func TestADecisionComesBeforeTheRules(t *testing.T) {
	const decided = `select provider_id, period, sector, basis, rule, replace(other_rules, ' ', ','), reason, decision_id from provider_decided
		join provider_identity using (provider_key) join pattern_sector using (pattern_id) join period using (period_key)
		where provider_id like 'se:private%' order by period`
	cases := map[string]struct {
		overrides []string
		want      []string
	}{
		"it holds":                        {[]string{"D1 se:private ideburen"}, []string{"2020 ideburen override override business,rest - D1", "2021 ideburen override override business,rest - D1"}},
		"from its first day":              {[]string{"D1 se:private ideburen from=2020-10-16"}, []string{"2020 private derived business rest - -", "2021 ideburen override override business,rest - D1"}},
		"until its last":                  {[]string{"D1 se:private ideburen to=2021-10-15"}, []string{"2020 ideburen override override business,rest - D1", "2021 private derived business rest - -"}},
		"another provider's":              {[]string{"D1 se:public ideburen"}, []string{"2020 private derived business rest - -", "2021 private derived business rest - -"}},
		"another definition's":            {[]string{"D1 se:private ideburen of=e"}, []string{"2020 private derived business rest - -", "2021 private derived business rest - -"}},
		"its review is due":               {[]string{"D1 se:private ideburen review=2026-01-01"}, []string{"2020 private derived business rest - -", "2021 private derived business rest - -"}},
		"what stays open has a reason":    {[]string{"D1 se:private unknown"}, []string{"2020 unknown override override business,rest contradiction D1", "2021 unknown override override business,rest contradiction D1"}},
		"a newer one replaces it":         {[]string{"D1 se:private ideburen", "D2 se:private public supersedes=D1"}, []string{"2020 public override override business,rest - D2", "2021 public override override business,rest - D2"}},
		"but only where it holds":         {[]string{"D1 se:private ideburen", "D2 se:private public supersedes=D1 from=2021-01-01"}, []string{"2020 ideburen override override business,rest - D1", "2021 public override override business,rest - D2"}},
		"also through one in between":     {[]string{"D1 se:private ideburen", "D2 se:private public supersedes=D1 to=2001-01-01", "D3 se:private unknown supersedes=D2"}, []string{"2020 unknown override override business,rest contradiction D3", "2021 unknown override override business,rest contradiction D3"}},
		"what is due brings nothing back": {[]string{"D1 se:private ideburen", "D2 se:private public supersedes=D1 review=2025-01-01"}, []string{"2020 private derived business rest - -", "2021 private derived business rest - -"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", simple...)
			w.known()
			w.volume("se:private 1", "se:private 2 period=2021", "se:public 4")
			w.override(c.overrides...)
			var want []string
			for _, line := range c.want {
				want = append(want, "se:private "+line)
			}
			w.build().expect(decided, want...)
		})
	}
}

// TestADecisionsEffectIsTheDifferenceItMakes builds with and without each of
// two decisions, of which the second replaces the first: the stated effect is
// the difference between the two shares, also where one edition has none.
func TestADecisionsEffectIsTheDifferenceItMakes(t *testing.T) {
	base := newWorld(t)
	const shares = "select period, coalesce(share::varchar, 'none') from share where sector = 'ideburen' and place = 'SE' and area = 'skola' and agreement = 'none' order by period"
	const effects = "select period, coalesce(share_with::varchar, 'none'), coalesce(share_without::varchar, 'none') from override_effect where decision_id = 'D%d' order by period"
	rapid.Check(t, func(rt *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return fmt.Sprintf("%s %d period=%d area=%s place=%s", rapid.SampledFrom([]string{"se:public", "se:private", "se:ideburen", "se:nonpublic", "se:u"}).Draw(t, "provider"),
				rapid.IntRange(-20, 99).Draw(t, "amount"), rapid.IntRange(2019, 2021).Draw(t, "period"),
				rapid.SampledFrom([]string{"grund", "gymn"}).Draw(t, "area"), rapid.SampledFrom([]string{"0114", "1280"}).Draw(t, "place"))
		}), 1, 12).Draw(rt, "rows")
		percent := rapid.SampledFrom([]string{"percent=100", "percent=100000000"}).Draw(rt, "percent")
		about, sectors := rapid.SampledFrom([]string{"se:private", "se:ideburen", "se:u"}).Draw(rt, "about"), rapid.SampledFrom([]string{"public", "private", "ideburen", "unknown"})
		first := fmt.Sprint("D1 ", about, " ", sectors.Draw(rt, "first"), " from=2020-01-01")
		second := fmt.Sprint("D2 ", about, " ", sectors.Draw(rt, "second"), " from=", rapid.SampledFrom([]string{"2019-01-01", "2021-01-01"}).Draw(rt, "from"), " supersedes=D1")
		build := func(decisions ...string) *world {
			w := worldIn(rt, t.Context(), base.wh)
			w.define("d", percent, simple...)
			w.known()
			w.put("card", "c 1 m SE skola none d .")
			for _, period := range []string{"2019", "2020", "2021"} {
				w.volume("se:public 1 area=grund period="+period, "se:sure 1 area=grund period="+period)
			}
			w.evidence("se:sure legal_form=61")
			w.volume(rows...)
			w.override(decisions...)
			return w.build()
		}
		const due = " review=2025-01-01"
		for number, with := range map[int][2][]string{ // of the decision: with and without it
			1: {{first, second}, {second}}, 2: {{first, second}, {first}},
		} {
			one, other := build(with[0]...).got(shares), build(with[1]...).got(shares)
			expectEffects(rt, build(with[0]...).got(fmt.Sprintf(effects, number)), one, other)
		}
		one, other := build(first).got(shares), build(first+due).got(shares)
		expectEffects(rt, build(first+due).got(fmt.Sprintf(effects, 1)), one, other)
	})
}

// expectEffects holds each stated effect against the two editions, which are
// the same where none is stated.
func expectEffects(t fataler, stated, with, without []string) {
	t.Helper()
	said := map[string]string{}
	for _, line := range stated {
		period, shares, _ := strings.Cut(line, " ")
		said[period] = shares
	}
	for i, line := range with {
		period, one, _ := strings.Cut(line, " ")
		_, other, _ := strings.Cut(without[i], " ")
		if got, found := said[period]; found && got != one+" "+other || !found && one != other {
			t.Fatalf("%s: stated %q; with %v, without %v", period, got, with, without)
		}
	}
}

// Without the decision more is left undecided than the definition allows, and
// its review being due turns what is stated round.
func TestADecisionMayMakeADefinitionSayAnything(t *testing.T) {
	for review, want := range map[string]string{"2030-01-01": "2020 5 833333 -", "2025-01-01": "2020 5 833333 -"} {
		w := newWorld(t)
		w.define("d", "percent=100", simple...)
		w.known()
		w.put("card", "c 1 m 0180 none none d .")
		w.volume("se:u 5", "se:private 1")
		w.override("D1 se:u ideburen review=" + review)
		w.build().expect("select period, amount, share_with, share_without from override_effect", want)
	}
}

func TestKindsAreBelowTheSector(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.rule("kind", 0, "foundation: owner_control=41 -> stiftelse fallback")
	w.rule("kind", 1, "rest: -> ideell_forening fallback")
	w.put("kind", "stiftelse 1 x", "ideell_forening 2 x")
	w.evidence("se:a legal_form=61", "se:b legal_form=61", "se:b owner_control=41", "se:c legal_form=49")
	w.volume("se:a 1", "se:b 2 hidden=3 open=1", "se:c 5 hidden=4")
	w.build().expect("select kind, amount, total, share, providers, symbol from share_kind where place = '0180' order by kind",
		"ideell_forening 1 8 125000 1 .", "stiftelse 2 8 250000 1 .")
	w.expect("select kind, hidden_units, open_units from share_kind where place = '0180' order by kind", "ideell_forening 0 0", "stiftelse 3 1")
	w.expect("from kind_sum")
	w.expect("select provider_id, sector, kind from classification order by provider_id", "se:a ideburen ideell_forening", "se:b ideburen stiftelse", "se:c private ideell_forening")
}
