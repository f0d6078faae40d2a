package decode

import (
	"math"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSumsAreThoseOfReadKeptAndRejected(t *testing.T) {
	o := plain()
	o.Columns = append(o.Columns, Column{Name: "d", Type: Integer}, Column{Name: "e", Type: Date})
	text := "a;b;c;d;e\n" +
		"x;y;1,50;10;2025-01-01\n" +
		"x;y;2,25;20;2025-02-30\n" + // the date: both numbers were read
		"x;y;4x;30;2025-01-01\n" + // c cannot be read, d can
		"x;y;-0,75;;\n" +
		"x;y;100\n" + // no cell is known
		"x;y;8;1,5;2025-01-01\n"
	_, account, err := readAll(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][4]int64{"c": {1100, 75, 1025, 2}, "d": {60, 10, 50, 2}}
	for name, sum := range account.Sums {
		got := [4]int64{sum.Read.Int64(), sum.Kept.Int64(), sum.Rejected.Int64(), sum.Unreadable}
		if got != want[name] {
			t.Errorf("%s: read, kept, rejected, unreadable %v, want %v", name, got, want[name])
		}
	}
	var sums []map[string]int64
	for _, r := range account.Rejects {
		sums = append(sums, r.Sums)
	}
	if diff := cmp.Diff([]map[string]int64{{"c": 225, "d": 20}, {"d": 30}, nil, {"c": 800}}, sums); diff != "" {
		t.Error(diff)
	}
	if account.Rows != 6 || account.Rejected != 4 || account.Kept() != 2 || account.Checksum != 2+5 {
		t.Errorf("%+v", account)
	}
}

// The reader finds out by itself when a sum is lost between cell and record.
func TestALostAmountIsFound(t *testing.T) {
	r := &Reader{o: plain(), stop: make(chan struct{}), tallies: make([]tally, 3)}
	r.tallies[2].read.add(5)
	r.tallies[2].kept.add(4)
	r.finish()
	if r.Err() == nil {
		t.Error("no error")
	}
}

func TestTotalsDoNotOverflow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{math.MaxInt64, math.MinInt64, -1}))).Draw(t, "values")
		var one, half, rest total
		want := new(big.Int)
		for i, v := range values {
			one.add(v)
			want.Add(want, big.NewInt(v))
			if i%2 == 0 {
				half.add(v)
			} else {
				rest.add(v)
			}
		}
		half.plus(rest)
		if one.int().Cmp(want) != 0 || half != one {
			t.Fatalf("%s and %s, want %s", one.int(), half.int(), want)
		}
	})
}
