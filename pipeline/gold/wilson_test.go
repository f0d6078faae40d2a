package gold

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// z is the 97.5th percentile of the normal distribution: 95 per cent between
// -z and z.
const z = 1.959964

// wilson is the 95 per cent score interval of k of n, in thousandths, rounded
// outwards so that it is never printed narrower than it is. The square root is
// the one number here that no integer can hold; it touches no statistic.
//
// E. B. Wilson, Probable inference, the law of succession, and statistical
// inference, Journal of the American Statistical Association 22 (1927).
func wilson(k, n int) (low, high int) {
	p, size := float64(k)/float64(n), float64(n)
	centre := p + z*z/(2*size)
	spread := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	scale := 1000 / (1 + z*z/size)
	return max(0, int(math.Floor(scale*(centre-spread)+1e-9))),
		min(1000, int(math.Ceil(scale*(centre+spread)-1e-9)))
}

// thousandths writes them as per cent with a decimal comma.
func thousandths(t int) string { return fmt.Sprintf("%d,%d", t/10, t%10) }

// proportion is k of n in words, "–" where there is nothing to divide by.
func proportion(k, n int) string {
	if n == 0 {
		return "– | –"
	}
	low, high := wilson(k, n)
	half := (2*1000*k + n) / (2 * n) // half up
	return fmt.Sprintf("%s (%d av %d) | %s–%s", thousandths(half), k, n, thousandths(low), thousandths(high))
}

// R. G. Newcombe, Two-sided confidence intervals for the single proportion,
// Statistics in Medicine 17 (1998), table I, method 3, prints 0.2553-0.3662,
// 0.0624-0.1605, 0.0000-0.1611 and 0.0061-0.1718 for the first four.
func TestWilsonIsAsPublished(t *testing.T) {
	tests := []struct {
		k, n int
		want string
	}{
		{81, 263, "30,8 (81 av 263) | 25,5–36,7"},
		{15, 148, "10,1 (15 av 148) | 6,2–16,1"},
		{0, 20, "0,0 (0 av 20) | 0,0–16,2"},
		{1, 29, "3,4 (1 av 29) | 0,6–17,2"},
		{20, 20, "100,0 (20 av 20) | 83,8–100,0"},
		{0, 0, "– | –"},
	}
	for _, tt := range tests {
		t.Run(strings.TrimSpace(fmt.Sprint(tt.k, " of ", tt.n)), func(t *testing.T) {
			if diff := cmp.Diff(tt.want, proportion(tt.k, tt.n)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}
