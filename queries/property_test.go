package queries_test

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tresektor/data"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestMain lets each property see a few worlds: one has some hundred rows.
func TestMain(m *testing.M) {
	flag.Set("rapid.checks", "5")
	flag.Set("rapid.shrinktime", "10s")
	flag.Set("rapid.nofailfile", "true")
	flag.Parse()
	os.Exit(m.Run())
}

// A row is one row of volume.
type row struct {
	provider, period, place, area, agreement string
	amount, low, high                        int64 // low and high are what is hidden
}

func (r row) String() string {
	units := 0
	if r.high > 0 {
		units = 1
	}
	return fmt.Sprintf("%s %d period=%s place=%s area=%s agreement=%s low=%d high=%d hidden=%d",
		r.provider, r.amount, r.period, r.place, r.area, r.agreement, r.low, r.high, units)
}

// kinds begin the identifiers of providers; known gives them evidence.
var kinds = []string{"public", "private", "ideburen", "nonpublic", "unknown"}

func providers() (list []string) {
	for _, kind := range kinds {
		for i := range 3 {
			list = append(list, fmt.Sprintf("se:%s%d", kind, i))
		}
	}
	return list
}

// drawRows draws volume; least is the smallest amount, and hidden whether some
// of it is suppressed.
func drawRows(t *rapid.T, least int64, hidden bool) []row {
	one := rapid.Custom(func(t *rapid.T) row {
		r := row{
			provider:  rapid.SampledFrom(providers()).Draw(t, "provider"),
			period:    rapid.SampledFrom([]string{"2019", "2020", "2021"}).Draw(t, "period"),
			place:     rapid.SampledFrom([]string{"0114", "0180", "1280", "SE-okand", "GB-GLG"}).Draw(t, "place"),
			area:      rapid.SampledFrom([]string{"none", "grund", "gymn"}).Draw(t, "area"),
			agreement: rapid.SampledFrom([]string{"none", "lou", "bidrag"}).Draw(t, "agreement"),
			amount:    rapid.Int64Range(least, 60).Draw(t, "amount"),
		}
		if hidden && rapid.Bool().Draw(t, "hidden") {
			r.low, r.high = 1, rapid.Int64Range(1, 20).Draw(t, "high")
		}
		return r
	})
	return rapid.SliceOfN(one, 1, 60).Draw(t, "rows")
}

var evidenceOf = map[string]string{
	"public": "legal_form=82", "private": "legal_form=49", "ideburen": "legal_form=61", "nonpublic": "ownership_claim=nonpublic",
}

func (w *world) tell(providers []string) {
	for _, id := range providers {
		if claim := evidenceOf[strings.TrimRight(id[3:], "012")]; claim != "" {
			w.evidence(id + " " + claim)
		}
	}
}

// counting is a world whose totals are made wherever anything is there.
func counting(t fataler, base *testing.T, wh *world) *world {
	w := worldIn(t, base.Context(), wh.wh)
	w.rows["measure"], w.rows["measure_dimension"] = nil, nil
	w.measure("m stock 10-15 0", "place area agreement")
	w.define("d", "", simple...)
	return w
}

// above lists a code and what it is counted in.
var above = map[string][]string{
	"0114": {"0114", "01", "SE"}, "0180": {"0180", "01", "SE"}, "1280": {"1280", "12", "SE"}, "SE-okand": {"SE-okand", "SE"}, "GB-GLG": {"GB-GLG", "GB-SCT"},
	"none": {"none"}, "grund": {"grund", "skola"}, "gymn": {"gymn", "skola"}, "lou": {"lou", "ersattning"}, "bidrag": {"bidrag", "stod"},
}

// cells groups rows by each cell that they are counted in.
func cells(rows []row) map[string][]row {
	m := map[string][]row{}
	for _, r := range rows {
		for _, place := range above[r.place] {
			for _, area := range above[r.area] {
				for _, agreement := range above[r.agreement] {
					cell := strings.Join([]string{r.period, place, area, agreement}, " ")
					m[cell] = append(m[cell], r)
				}
			}
		}
	}
	return m
}

func TestWhatGoesInComesOutUnderEveryDefinition(t *testing.T) {
	base := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := counting(rt, t, base)
		for _, id := range definitionIDs(t) {
			w.define(id, "", ruleTexts(t, id)...)
		}
		w.tell(providers())
		rows := drawRows(rt, -20, true)
		for _, r := range rows {
			w.volume(r.String())
		}
		w.build()
		applies := w.got("select period, definition from applicable join period using (period_key) where is_applicable")
		var want, spoken []string
		for cell, rows := range cells(rows) {
			var sum int64
			for _, r := range rows {
				sum += r.amount
			}
			for _, definition := range append(definitionIDs(t), "d") {
				want = append(want, fmt.Sprint(cell, " ", definition, " ", sum))
				if period, _, _ := strings.Cut(cell, " "); slices.Contains(applies, period+" "+definition) {
					spoken = append(spoken, fmt.Sprint(cell, " ", definition, " ", sum, " ", sum, " 5"))
				}
			}
		}
		for query, want := range map[string][]string{
			`select period, place, area, agreement, definition, sum(amount) from total_pattern join pattern_sector using (pattern_id)
				join total_cell using (total_key) join period using (period_key) group by all`: want,
			`select period, place, area, agreement, definition, sum(amount), max(total), count(*)
				from sector_cell join total_cell using (total_key) join period using (period_key) group by all`: spoken,
		} {
			slices.Sort(want)
			got := w.got(query)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("%s (-want +got)\n%s", query, diff)
			}
		}
		for _, check := range []string{"volume_conserved", "sector_sum", "one_sector", "null_key", "remainder_unexplained"} {
			w.expect("from " + check)
		}
	})
}

func TestTheOrderOfRowsDoesNotMatter(t *testing.T) {
	base := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawRows(rt, -20, true)
		evidence := providers()
		build := func() (lines []string) {
			w := counting(rt, t, base)
			w.put("card", "c 1 m SE skola ersattning d .", "c2 2 m 01 none none d .")
			w.define("e", "", simple[1:]...)
			w.tell(evidence)
			for i, r := range rows {
				w.volume(r.String() + fmt.Sprintf(" part=%s%d", r.place, i%2))
			}
			w.build()
			for _, query := range []string{"share", "headline", "remainder", "classification", "change", "contribution"} {
				columns := map[string]string{
					"classification": "*", "change": "* exclude (earlier_key, later_key)", "contribution": "* exclude (earlier_key, later_key)",
				}[query]
				lines = append(lines, w.got("select "+or(columns, "* exclude (period_key)")+" from "+query+" order by all")...)
			}
			return lines
		}
		want := build()
		rows = rapid.Permutation(rows).Draw(rt, "order of rows")
		evidence = rapid.Permutation(evidence).Draw(rt, "order of evidence")
		if diff := cmp.Diff(want, build()); diff != "" {
			rt.Fatalf("in another order (-first +second)\n%s", diff)
		}
	})
}

// TestNoCompletionLeavesTheBounds gives what is undecided to sectors at random
// and what is hidden any amount within its limits: the true share must lie
// within low and high, and the known share within those of known amounts.
func TestNoCompletionLeavesTheBounds(t *testing.T) {
	for name, c := range map[string]struct {
		least  int64
		hidden bool
	}{"suppressed amounts": {0, true}, "amounts below zero": {-15, false}} {
		t.Run(name, func(t *testing.T) {
			base := newWorld(t)
			rapid.Check(t, func(rt *rapid.T) {
				w := counting(rt, t, base)
				w.tell(providers())
				rows := drawRows(rt, c.least, c.hidden)
				for _, r := range rows {
					w.volume(r.String())
				}
				in := cells(rows)
				for _, line := range w.build().got(`select period, place, area, agreement, sector, low, high, low_known, share, high_known
					from share where low is not null`) {
					f := strings.Fields(line)
					low, high := number(rt, f[5]), number(rt, f[6])
					if c.least >= 0 && !(number(rt, f[7]) <= number(rt, f[8]) && number(rt, f[8]) <= number(rt, f[9])) {
						rt.Fatalf("known share outside known bounds: %s", line)
					}
					for range 6 {
						complete(rt, in[strings.Join(f[:4], " ")], f[4], low, high)
					}
				}
			})
		})
	}
}

// complete draws one completion of a cell. Each provider goes as a whole.
func complete(t *rapid.T, rows []row, sector string, low, high int64) {
	drawn := map[string]string{}
	var part, total int64
	for _, r := range rows {
		kind := strings.TrimRight(r.provider[3:], "012")
		if drawn[r.provider] == "" {
			switch kind {
			case "unknown":
				drawn[r.provider] = rapid.SampledFrom([]string{sector, "public", "private", "ideburen"}).Draw(t, "sector")
			case "nonpublic":
				drawn[r.provider] = rapid.SampledFrom([]string{"private", "ideburen"}).Draw(t, "sector")
			default:
				drawn[r.provider] = kind
			}
		}
		amount := r.amount
		if r.high > 0 {
			amount += rapid.SampledFrom([]int64{r.low, r.high, (r.low + r.high) / 2}).Draw(t, "hidden")
		}
		total += amount
		if drawn[r.provider] == sector {
			part += amount
		}
	}
	if total <= 0 {
		return
	}
	true_ := big.NewRat(part*1_000_000, total)
	half := big.NewRat(1, 2)
	if true_.Cmp(new(big.Rat).Sub(big.NewRat(low, 1), half)) < 0 || true_.Cmp(new(big.Rat).Add(big.NewRat(high, 1), half)) > 0 {
		t.Fatalf("%s: %d of %d is outside %d to %d: %v", sector, part, total, low, high, rows)
	}
}

func number(t fataler, text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return n
}

// TestBlankedEvidenceMovesItsVolumeToTheRemainders takes all evidence from
// some providers: in each cell exactly their amounts join the remainders.
func TestBlankedEvidenceMovesItsVolumeToTheRemainders(t *testing.T) {
	base := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		rows := drawRows(rt, 0, false)
		blank := rapid.SliceOfNDistinct(rapid.SampledFrom(providers()), 0, 6, rapid.ID[string]).Draw(rt, "blank")
		remainders := func(known []string) map[string]int64 {
			w := counting(rt, t, base)
			w.define("snav", "", ruleTexts(t, "snav")...)
			w.tell(known)
			for _, r := range rows {
				w.volume(r.String())
			}
			sums := map[string]int64{}
			for _, line := range w.build().got(`select sum(amount), period, place, area, agreement, definition
				from total_pattern join pattern_sector using (pattern_id) join total_cell using (total_key) join period using (period_key) where sector in ('nonpublic', 'unknown') group by all`) {
				sum, cell, _ := strings.Cut(line, " ")
				sums[cell] = number(rt, sum)
			}
			return sums
		}
		want := remainders(providers())
		for cell, in := range cells(rows) {
			for _, r := range in {
				decided := evidenceOf[strings.TrimRight(r.provider[3:], "012")] != "" && !strings.HasPrefix(r.provider, "se:nonpublic")
				if decided && slices.Contains(blank, r.provider) {
					want[cell+" d"] += r.amount
					want[cell+" snav"] += r.amount
				}
			}
		}
		known := slices.DeleteFunc(providers(), func(id string) bool { return slices.Contains(blank, id) })
		if diff := cmp.Diff(want, remainders(known)); diff != "" {
			rt.Fatalf("remainders without evidence of %v (-want +got)\n%s", blank, diff)
		}
	})
}

// TestLessOwnerEvidenceNeverProvesPrivate deletes what is known of owners,
// under the real rules: what is missing never makes a provider private, unless
// it is presumed. That a three-sector source states it is evidence of its own,
// and persons and family foundations (10, 71) are private by their form alone.
func TestLessOwnerEvidenceNeverProvesPrivate(t *testing.T) {
	base := newWorld(t)
	attributes := map[string][]string{
		"legal_form": {"", "", "21", "31", "49", "51", "53", "61", "62", "63", "72", "82", "87", "96", "99"}, "owner_control": {"", "10", "30", "41", "42", "50"},
		"owner_majority": {"", "public", "ideburen", "private", "tie"}, "ownership_claim": {"", "", "public", "nonpublic"},
		"sector_claim": {"", "", "", "public", "private", "ideburen"}, "registered": {"", "", "", "yes"}, "svb": {"", "", "", "yes"}, "public_list": {"", "", "", "", "yes"},
		"statutes_public_benefit": {"", "yes", "no"}, "distribution_limit": {"", "yes", "no"}, "criteria_claim": {"", "", "", "yes", "no"},
		"counterparty": {"", "6", "85", "87", "91"}, "institutional_sector": {"", "S.11", "S.11001", "S.11002", "S.15"}, "cooperative_kind": {"", "", "personal"},
	}
	names := slices.Sorted(maps.Keys(attributes))
	draw := rapid.Custom(func(t *rapid.T) map[string]string {
		e := map[string]string{}
		for _, name := range names {
			e[name] = rapid.SampledFrom(attributes[name]).Draw(t, name)
		}
		if slices.Contains([]string{"61", "62", "63", "72", "82"}, e["legal_form"]) {
			e["owner_majority"] = "" // nobody owns an association or a foundation
		}
		return e
	})
	rapid.Check(t, func(rt *rapid.T) {
		w := worldIn(rt, t.Context(), base.wh)
		w.realAttributes(t)
		for _, id := range definitionIDs(t) {
			w.define(id, "", ruleTexts(t, id)...)
		}
		drawn := rapid.SliceOfN(draw, 40, 80).Draw(rt, "providers")
		for i, e := range drawn {
			for _, more := range []string{"full", "less"} {
				w.volume(fmt.Sprintf("se:%s%d 1", more, i))
				for _, name := range names {
					if e[name] != "" && (more == "full" || !strings.HasPrefix(name, "owner_")) {
						w.evidence(fmt.Sprintf("se:%s%d %s=%s", more, i, name, e[name]))
					}
				}
			}
		}
		w.build()
		for _, line := range w.got(`with decided as (
				select provider_id, definition, sector, basis, rule from provider_decided
				join provider_identity using (provider_key) join pattern_sector using (pattern_id)
			)
			select less.definition, less.provider_id, less.rule, fuller.sector, fuller.rule from decided as less
			join decided as fuller on fuller.definition = less.definition and fuller.provider_id = replace(less.provider_id, 'less', 'full')
			where less.sector = 'private' and less.basis not in ('presumed', 'stated') and fuller.sector <> 'private'`) {
			rt.Errorf("without its owners it is private, and not presumed: %s", line)
		}
	})
}

// A realRule is what these tests read of a rule in data/definition.
type realRule struct {
	ID, Sector, Basis, Reason string
	When, Unless              map[string][]string
	CouldBe                   []string `yaml:"could_be"`
	Contested, Fallback       bool
}

// ruleTexts writes a definition's rules in the words of world.define.
func ruleTexts(t *testing.T, id string) (texts []string) {
	t.Helper()
	text, err := fs.ReadFile(data.FS(), "definition/"+id+".yaml")
	if err != nil {
		t.Fatal(err)
	}
	var definition struct{ Rules []realRule }
	if err := yaml.Unmarshal(text, &definition); err != nil {
		t.Fatal(err)
	}
	if len(definition.Rules) < 10 {
		t.Fatalf("%s has %d rules", id, len(definition.Rules))
	}
	for _, r := range definition.Rules {
		words := []string{r.ID + ":"}
		for attribute, values := range r.When {
			words = append(words, attribute+"="+strings.Join(values, "|"))
		}
		for attribute, values := range r.Unless {
			words = append(words, "!"+attribute+"="+strings.Join(values, "|"))
		}
		words = append(words, "->", r.Sector, "basis="+or(r.Basis, "derived"), "reason="+r.Reason, "could="+strings.Join(r.CouldBe, "|"))
		if r.Contested {
			words = append(words, "contested")
		}
		if r.Fallback {
			words = append(words, "fallback")
		}
		texts = append(texts, strings.Join(words, " "))
	}
	return texts
}
