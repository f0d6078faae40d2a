package pipeline

import (
	"maps"
	"math/big"
	"slices"
)

// split gives the changes and their parts. What no edition on the way tells, as
// one of them had no number, is a part of its own.
func (r *RevisedCell) split(t *told) {
	earlier, later := r.Earlier.list(), r.Later.list()
	var change [3]string
	for i := range change {
		before, ok := new(big.Rat).SetString(earlier[i])
		after, both := new(big.Rat).SetString(later[i])
		if !ok || !both {
			for _, part := range t.parts {
				part[i] = big.Rat{}
			}
			continue
		}
		whole := after.Sub(after, before)
		decimals := max(decimalsOf(earlier[i]), decimalsOf(later[i]))
		change[i] = whole.FloatString(decimals)
		if i == 0 {
			r.changedShare = new(big.Rat).Set(whole)
		}
		rest := new(big.Rat).Set(whole)
		for _, part := range t.parts {
			rest.Sub(rest, &part[i])
		}
		if rest.Sign() != 0 {
			if t.parts[gap] == nil {
				t.parts[gap] = &[3]big.Rat{}
				t.causes[gap] = true
			}
			t.parts[gap][i].Set(rest)
		}
	}
	r.Change = CellNumbers{Share: change[0], Amount: change[1], Total: change[2]}
	r.tellParts(t)
}

func (r *RevisedCell) tellParts(t *told) {
	r.Parts = []RevisedPart{}
	for _, cause := range causeOrder(slices.Collect(maps.Keys(t.causes))) {
		r.Causes = append(r.Causes, cause)
		part := RevisedPart{Cause: cause}
		for i, into := range []*string{&part.Share, &part.Amount, &part.Total} {
			if text := [3]string{r.Change.Share, r.Change.Amount, r.Change.Total}[i]; text != "" {
				*into = t.parts[cause][i].FloatString(decimalsOf(text))
			}
		}
		if r.Kind != "development" {
			r.Parts = append(r.Parts, part)
		}
	}
}

func (n CellNumbers) list() [3]string { return [3]string{n.Share, n.Amount, n.Total} }
