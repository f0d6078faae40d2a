package pipeline

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func known(amount int64) quantity { return quantity{positive: amount} }

func TestStake(t *testing.T) {
	total := parts{ideburen: known(30), undecided: known(20), rest: known(950)}
	hidden := parts{ideburen: known(30), undecided: quantity{20, 0, 1, 9}, rest: known(950)}
	cases := map[string]struct {
		total, set      parts
		points          int64
		lowIn, highIn   int64 // how the ends move when the set is idéburen
		lowOut, highOut int64
	}{
		"undecided: one of the ends moves":            {total, parts{undecided: known(5)}, 5000, 5000, 0, 0, -5000},
		"presumed elsewhere: both ends move, or none": {total, parts{rest: known(5)}, 5000, 5000, 5000, 0, 0},
		"presumed idéburen: both ends move, or none":  {total, parts{ideburen: known(5)}, 5000, 0, 0, -5000, -5000},
		"a set of each adds up":                       {total, parts{known(1), known(2), known(4)}, 7000, 6000, 4000, -1000, -3000},
		"an undecided debt opens the range downwards": {
			parts{ideburen: known(30), undecided: quantity{negative: -10}, rest: known(980)},
			parts{undecided: quantity{negative: -10}}, 10000, 0, -10000, 10000, 0},
		// 30 to 59 of 1,009; decided idéburen (50+1)/1001 to 59/1009, else 30/1009 to 30/1001.
		"what is suppressed moves the denominator too": {hidden, parts{undecided: quantity{20, 0, 1, 9}}, 28504, 21217, 0, 0, -28504},
		"nothing at stake":   {total, parts{}, 0, 0, 0, 0, 0},
		"a total of nothing": {parts{}, parts{}, 0, 0, 0, 0, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			in, out := c.total.as(c.set, true), c.total.as(c.set, false)
			got := []int64{
				inMillionths(c.total.stake(c.set)),
				difference(in.low(), c.total.low()), difference(in.high(), c.total.high()),
				difference(out.low(), c.total.low()), difference(out.high(), c.total.high()),
			}
			want := []int64{c.points, c.lowIn, c.highIn, c.lowOut, c.highOut}
			if !slices.Equal(got, want) {
				t.Errorf("points and ends move %v, want %v", got, want)
			}
		})
	}
}

func TestHalfAMillionthIsRoundedUpAwayFromZero(t *testing.T) {
	for text, want := range map[string]int64{
		"1/2000000": 1, "-1/2000000": -1, "49/100000000": 0, "1/3": 333333, "2/3": 666667, "-2/3": -666667, "0/1": 0,
	} {
		r, _ := new(big.Rat).SetString(text)
		if got := inMillionths(r); got != want {
			t.Errorf("%s is %d millionths, want %d", text, got, want)
		}
	}
}

func quantities(t *rapid.T, label string) quantity {
	low := rapid.Int64Range(0, 9).Draw(t, label+" low")
	return quantity{
		rapid.Int64Range(0, 1_000_000).Draw(t, label), 0, low, low + rapid.Int64Range(0, 9).Draw(t, label+" more"),
	}
}

// TestADecisionNeverWidensTheRange also says that whatever is decided lies
// within the range in which it was open.
func TestADecisionNeverWidensTheRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := parts{quantities(t, "ideburen"), quantities(t, "undecided"), quantities(t, "rest")}
		total := set.plus(parts{quantities(t, "more ideburen"), quantities(t, "more undecided"), quantities(t, "more rest")})
		lowest, highest := total.open(set)
		for _, ideburen := range []bool{true, false} {
			after := total.as(set, ideburen)
			if after.low().Cmp(lowest) < 0 || after.high().Cmp(highest) > 0 {
				t.Fatalf("decided %t the range %v–%v leaves %v–%v", ideburen, after.low(), after.high(), lowest, highest)
			}
			if after.total() != total.total() {
				t.Fatalf("the total is %d after and %d before", after.total(), total.total())
			}
		}
		if total.stake(set).Sign() < 0 {
			t.Fatalf("the stake is %v", total.stake(set))
		}
	})
}

func TestStakesAddUpWhereNothingIsSuppressed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bare := func(label string) quantity {
			q := quantities(t, label)
			return quantity{positive: q.positive}
		}
		one := parts{bare("a"), bare("b"), bare("c")}
		other := parts{bare("d"), bare("e"), bare("f")}
		total := one.plus(other).plus(parts{rest: bare("g")})
		sum := new(big.Rat).Add(total.stake(one), total.stake(other))
		if got := total.stake(one.plus(other)); got.Cmp(sum) != 0 {
			t.Fatalf("together %v, one by one %v", got, sum)
		}
	})
}
