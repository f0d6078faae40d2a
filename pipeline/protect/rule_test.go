package protect_test

import (
	"testing"

	"tresektor/pipeline/protect"
)

// TestRulesOfTheHandbooks has the example of SuppressDominantCells in the R
// package GaussSuppression (Statistics Norway), with the result that its
// documentation prints: seven sums of 100, by ever more and more equal
// contributors, under n 1 2 and k 80 70, and under p 7.
func TestRulesOfTheHandbooks(t *testing.T) {
	sums := [][]int64{{100}, {90, 10}, {80, 20}, {70, 30}, {50, 25, 25}, {40, 20, 20, 20}, {25, 25, 25, 25}}
	never := protect.Dominance{P: 0, N: 1, K: 100}
	tests := []struct {
		name  string
		rules []protect.Dominance
		want  []bool
	}{
		{"n 1 2, k 80 70", []protect.Dominance{{N: 1, K: 80}, {N: 2, K: 70}}, []bool{true, true, true, true, true, false, false}},
		{"p 7", []protect.Dominance{{P: 7, N: 1, K: 100}}, []bool{true, true, true, true, false, false, false}},
		{"neither", []protect.Dominance{never}, make([]bool, 7)},
	}
	for _, test := range tests {
		for i, sum := range sums {
			got := false
			for _, rule := range test.rules {
				got = got || rule.IsDominated(sum)
			}
			if got != test.want[i] {
				t.Errorf("%s: %v is suppressed: %t", test.name, sum, got)
			}
		}
	}
}

// TestTheRulesAreStrict: at the limit itself a number is shown, as in sdcTable:
// rest < p % of the largest, and the n largest > k %.
func TestTheRulesAreStrict(t *testing.T) {
	for name, test := range map[string]struct {
		rule protect.Dominance
		sum  []int64
		want bool
	}{
		"the rest is 10 % of the largest":    {protect.Dominance{P: 10, N: 1, K: 100}, []int64{100, 50, 10}, false},
		"the rest is less":                   {protect.Dominance{P: 10, N: 1, K: 100}, []int64{100, 50, 9}, true},
		"two have 85 %":                      {protect.Dominance{N: 2, K: 85}, []int64{50, 35, 15}, false},
		"two have more":                      {protect.Dominance{N: 2, K: 85}, []int64{50, 36, 14}, true},
		"nobody":                             {protect.Dominance{P: 10, N: 2, K: 85}, nil, false},
		"a credit note counts by its size":   {protect.Dominance{N: 1, K: 60}, []int64{-70, 30}, true},
		"large amounts do not overflow":      {protect.Dominance{P: 10, N: 1, K: 99}, []int64{9e17, 9e17, 9e17}, false},
		"one contributor":                    {protect.Dominance{P: 1, N: 1, K: 100}, []int64{7}, true},
		"what counts is owners, not amounts": {protect.Dominance{P: 10, N: 2, K: 85}, []int64{10, 10, 10, 10}, false},
	} {
		if got := test.rule.IsDominated(test.sum); got != test.want {
			t.Errorf("%s: suppressed is %t", name, got)
		}
	}
}

// TestFewPeople is the frequency rule of sdcTable's primarySuppression with
// maxN 4 and allowZeros false.
func TestFewPeople(t *testing.T) {
	for n, want := range map[int64]bool{0: false, 1: true, 2: true, 4: true, 5: false, 90: false, -3: true} {
		if got := protect.IsFew(n, 5); got != want {
			t.Errorf("%d is few: %t", n, got)
		}
	}
}
