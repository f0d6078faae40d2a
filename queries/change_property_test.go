package queries_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// volumes sums rows by provider in each cell that they are counted in.
func volumes(rows []row) map[string]map[string]int64 {
	sums := map[string]map[string]int64{}
	for cell, in := range cells(rows) {
		sums[cell] = map[string]int64{}
		for _, r := range in {
			sums[cell][r.provider] += r.amount
		}
	}
	return sums
}

// pairsOf are the pairs of cells that development compares, as
// "earlier later place area agreement".
func pairsOf(sums map[string]map[string]int64) (pairs []string) {
	for cell := range sums {
		period, rest, _ := strings.Cut(cell, " ")
		for _, earlier := range []string{"2019", "2020"} {
			isRoot := strings.HasSuffix(rest, " none") || strings.HasSuffix(rest, " ersattning")
			if _, found := sums[earlier+" "+rest]; found && earlier < period && isRoot {
				pairs = append(pairs, earlier+" "+period+" "+rest)
			}
		}
	}
	return pairs
}

// everyPeriod adds an idéburen provider to each period, larger than what the
// drawn rows can owe, so that the definition applies and periods follow each
// other.
func everyPeriod(rows []row) []row {
	for _, period := range []string{"2019", "2020", "2021"} {
		rows = append(rows, row{provider: "se:ideburen0", period: period, place: "0180", area: "none", agreement: "none", amount: 1000})
	}
	return rows
}

// TestCausesSumToTheChange compares every cause of a random world with a count
// in Go, where one provider is relabelled and one converted from 2020.
func TestCausesSumToTheChange(t *testing.T) {
	base := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := counting(rt, t, base)
		w.define("e", "", simple[1:]...)
		rows := everyPeriod(drawRows(rt, -20, false))
		relabelled := rapid.SampledFrom([]string{"se:private0", "se:private1"}).Draw(rt, "relabelled")
		w.tell(slices.DeleteFunc(providers(), func(id string) bool { return id == relabelled }))
		w.evidence(relabelled+" legal_form=49 to=2020-01-01", relabelled+" legal_form=61 from=2020-01-01", "se:public2 successor_of=yes other=se:public1")
		for _, r := range rows {
			w.volume(r.String())
		}
		w.build()
		w.expect("from change_sum")
		w.expect("from change_whole")
		sums := volumes(rows)
		var want []string
		for _, pair := range pairsOf(sums) {
			want = append(want, told(pair, sums, relabelled)...)
		}
		got := w.got(`select earlier_period, later_period, place, area, agreement, sector, cause, change_cause.earlier_amount, change_cause.later_amount
			from change_cause join pair_total using (pair_key) where definition = 'd'`)
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("(-want +got)\n%s", diff)
		}
	})
}

// told counts the causes of one pair of cells.
func told(pair string, sums map[string]map[string]int64, relabelled string) (lines []string) {
	f := strings.SplitN(pair, " ", 3)
	earlier, later := sums[f[0]+" "+f[2]], sums[f[1]+" "+f[2]]
	there := func(in map[string]int64, id string) bool { _, found := in[id]; return found }
	one, two := "se:public1", "se:public2"
	before, after := there(earlier, one) || there(earlier, two), there(later, one) || there(later, two)
	isConverted := before && after && (there(earlier, one) != there(later, one) || there(earlier, two) != there(later, two))
	amounts := map[string][2]int64{}
	for _, id := range providers() {
		was, is := there(earlier, id), there(later, id)
		sector, cause := strings.TrimRight(id[3:], "012"), "remaining"
		switch {
		case isConverted && (id == one || id == two):
			cause = "converted"
		case !was:
			cause = "arrived"
		case !is:
			cause = "ended"
		case id == relabelled && f[0] == "2019":
			cause = "reclassified"
		}
		sectorAt := func(period string) string {
			if id == relabelled && period != "2019" {
				return "ideburen"
			}
			return sector
		}
		if was {
			sum := amounts[sectorAt(f[0])+" "+cause]
			amounts[sectorAt(f[0])+" "+cause] = [2]int64{sum[0] + earlier[id], sum[1]}
		}
		if is {
			sum := amounts[sectorAt(f[1])+" "+cause]
			amounts[sectorAt(f[1])+" "+cause] = [2]int64{sum[0], sum[1] + later[id]}
		}
	}
	for key, sum := range amounts {
		lines = append(lines, fmt.Sprint(pair, " ", key, " ", sum[0], " ", sum[1]))
	}
	return lines
}

// TestNoCompletionLeavesThePairedRange gives each undecided provider one
// sector for good: the true change must lie within its range.
func TestNoCompletionLeavesThePairedRange(t *testing.T) {
	base := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := counting(rt, t, base)
		w.tell(providers())
		rows := everyPeriod(drawRows(rt, 0, false))
		for _, r := range rows {
			w.volume(r.String())
		}
		sums := volumes(rows)
		for _, line := range w.build().got(`select earlier_period, later_period, place, area, agreement, sector, change_low, change_high
			from change where change_low is not null`) {
			f := strings.Fields(line)
			rest := strings.Join(f[2:5], " ")
			for _, completion := range []string{"least", "most", "drawn", "drawn"} {
				drawn := completed(rt, completion, f[5], func(id string) *big.Rat {
					return new(big.Rat).Sub(part(sums[f[1]+" "+rest], id), part(sums[f[0]+" "+rest], id))
				})
				change := new(big.Rat)
				for _, id := range providers() {
					if drawn[id] == f[5] {
						change.Add(change, part(sums[f[1]+" "+rest], id)).Sub(change, part(sums[f[0]+" "+rest], id))
					}
				}
				// The range is of published shares, each rounded to millionths.
				if change.Cmp(big.NewRat(number(rt, f[6])-2, 1)) < 0 || change.Cmp(big.NewRat(number(rt, f[7])+2, 1)) > 0 {
					rt.Fatalf("%s: %s is outside", line, change.FloatString(1))
				}
			}
		}
	})
}

// part is a provider's part of a cell, in millionths.
func part(cell map[string]int64, id string) *big.Rat {
	var total int64
	for _, amount := range cell {
		total += amount
	}
	return big.NewRat(1_000_000*cell[id], total)
}

// completed gives every undecided provider a sector: drawn, or such that the
// sector asked for gains the least or the most.
func completed(t *rapid.T, how, sector string, moved func(id string) *big.Rat) map[string]string {
	drawn := map[string]string{}
	for _, id := range providers() {
		kind := strings.TrimRight(id[3:], "012")
		drawn[id] = kind
		could := map[string][]string{"unknown": {"public", "private", "ideburen"}, "nonpublic": {"private", "ideburen"}}[kind]
		if len(could) == 0 {
			continue
		}
		drawn[id] = rapid.SampledFrom(could).Draw(t, "sector")
		if sign := moved(id).Sign(); how != "drawn" && slices.Contains(could, sector) {
			drawn[id] = sector
			if how == "least" && sign > 0 || how == "most" && sign < 0 {
				drawn[id] = could[(slices.Index(could, sector)+1)%len(could)]
			}
		}
	}
	return drawn
}
