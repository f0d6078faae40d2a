package owner_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/owner"
)

var names = []string{"A", "B", "C", "D", "E", "F"}

// drawWorld draws few organisations with many links, so that circles, halves,
// gaps and contradictions are common.
func drawWorld(t *rapid.T) (links []owner.Link, own []owner.Standing) {
	return rapid.SliceOfN(rapid.Custom(drawLink), 0, 12).Draw(t, "links"),
		rapid.SliceOfN(rapid.Custom(drawStanding), 0, 5).Draw(t, "own")
}

func drawLink(t *rapid.T) owner.Link {
	l := owner.Link{
		Owned:  rapid.SampledFrom(names[:4]).Draw(t, "owned"),
		Owner:  rapid.SampledFrom(names).Draw(t, "owner"),
		Source: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "source"),
		Line:   rapid.Int64Range(1, 3).Draw(t, "line"),
	}
	part := owner.Units(100_000 * rapid.SampledFrom([]int64{0, 1, 2, 3, 4, 5, 5, 6, 10}).Draw(t, "part"))
	switch rapid.IntRange(0, 9).Draw(t, "basis") {
	case 0:
	case 1, 2:
		l.Votes = part
	default:
		l.Share = part
	}
	l.From, l.To = drawInterval(t)
	return l
}

func drawStanding(t *rapid.T) owner.Standing {
	s := owner.Standing{
		ID:     rapid.SampledFrom(names).Draw(t, "id"),
		Is:     rapid.SampledFrom([]owner.Kind{owner.Public, owner.Ideburen, owner.Private, owner.Foreign}).Draw(t, "is"),
		Source: "s",
	}
	s.From, s.To = drawInterval(t)
	return s
}

func drawInterval(t *rapid.T) (from, to time.Time) {
	first, last := rapid.IntRange(0, 3).Draw(t, "from"), rapid.IntRange(0, 3).Draw(t, "length")
	if first > 0 {
		from = year(first)
	}
	if last > 0 {
		to = year(first + last)
	}
	return from, to
}

func year(n int) time.Time { return time.Date(2000+n, 1, 1, 0, 0, 0, 0, time.UTC) }

func all(t *rapid.T, links []owner.Link, own []owner.Standing) []owner.Majority {
	found, err := owner.Majorities(links, own)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(found)
}

// onDay finds the majority of an organisation on a day.
func onDay(majorities []owner.Majority, id string, day time.Time) *owner.Majority {
	for i, m := range majorities {
		if m.Owned == id && !day.Before(m.From) && (m.To.IsZero() || day.Before(m.To)) {
			return &majorities[i]
		}
	}
	return nil
}

func TestOrderNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawWorld(t)
		shuffled := rapid.Permutation(links).Draw(t, "shuffled links")
		moved := rapid.Permutation(own).Draw(t, "shuffled own")
		if diff := cmp.Diff(all(t, links, own), all(t, shuffled, moved)); diff != "" {
			t.Fatalf("mismatch (-as given +shuffled):\n%s", diff)
		}
	})
}

func TestIntervalsAreWhatHoldsDayByDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawWorld(t)
		whole := all(t, links, own)
		for n := range 8 {
			for _, day := range []time.Time{year(n).AddDate(0, 0, -1), year(n)} {
				sameDay(t, whole, links, own, day)
			}
		}
	})
}

// sameDay compares with what the facts of the day alone give, and with the
// oracle.
func sameDay(t *rapid.T, whole []owner.Majority, links []owner.Link, own []owner.Standing, day time.Time) {
	links, own = on(links, own, day)
	alone, slow := all(t, links, own), newOracle(links, own, day)
	for _, id := range names {
		got, want := onDay(whole, id, day), onDay(alone, id, day)
		if (got == nil) != (want == nil) {
			t.Fatalf("%s on %s: %v, alone %v", id, day, got, want)
		}
		if got == nil {
			continue
		}
		if got.Kind != want.Kind || got.NotPublic != want.NotPublic || got.Contested != want.Contested {
			t.Fatalf("%s on %s: %s, alone %s", id, day, brief(*got), brief(*want))
		}
		if diff := cmp.Diff(want.Chain, got.Chain); diff != "" {
			t.Fatalf("%s on %s: chain mismatch (-alone +whole):\n%s", id, day, diff)
		}
		if kind, notPublic := slow.majority(id); kind != got.Kind || notPublic != got.NotPublic {
			t.Fatalf("%s on %s: %s, oracle %s %v", id, day, brief(*got), kind, notPublic)
		}
	}
}

func TestIntervalsFollowEachOtherAndDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawWorld(t)
		found := all(t, links, own)
		for i := 1; i < len(found); i++ {
			before, after := found[i-1], found[i]
			switch {
			case before.Owned < after.Owned:
			case before.Owned > after.Owned, before.To.IsZero(), before.To.After(after.From):
				t.Fatalf("%s before %s", brief(before), brief(after))
			case before.To.Equal(after.From) && before.Kind == after.Kind && before.NotPublic == after.NotPublic &&
				before.Contested == after.Contested && cmp.Equal(before.Chain, after.Chain):
				t.Fatalf("%s and %s are one", brief(before), brief(after))
			}
		}
	})
}
