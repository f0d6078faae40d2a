package owner_test

import (
	"fmt"
	"testing"
	"time"

	"tresektor/pipeline/owner"
)

// BenchmarkMajorities follows 100,000 links in chains of twenty with two
// owners a step, which change on fifty dates.
func BenchmarkMajorities(b *testing.B) {
	links, own := bigWorld(100_000, 20, 50)
	b.ReportAllocs()
	for b.Loop() {
		found, err := owner.Majorities(links, own)
		if err != nil {
			b.Fatal(err)
		}
		count, steps := 0, 0
		for m := range found {
			count, steps = count+1, steps+len(m.Chain)
		}
		b.ReportMetric(float64(count), "majorities")
		b.ReportMetric(float64(steps), "steps")
	}
}

func bigWorld(size, deep, dates int) (links []owner.Link, own []owner.Standing) {
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := 0; len(links) < size; i++ {
		chain, depth := i/deep, i%deep
		owned, by := fmt.Sprintf("se:%06d-%02d", chain, depth), fmt.Sprintf("se:%06d-%02d", chain, depth+1)
		if depth == deep-1 {
			by = fmt.Sprintf("kommun %d", chain%290)
		}
		day := start.AddDate(0, 3*((i*7)%dates), 0)
		other := fmt.Sprintf("person %d", i)
		links = append(links,
			owner.Link{Owned: owned, Owner: by, Share: owner.Units(510_000), To: day, Source: "list", Line: int64(i)},
			owner.Link{Owned: owned, Owner: by, Share: owner.Units(700_000), From: day, Source: "list", Line: int64(i)},
			owner.Link{Owned: owned, Owner: other, Share: owner.Units(490_000), To: day, Source: "list", Line: int64(i)},
			owner.Link{Owned: owned, Owner: other, Share: owner.Units(300_000), From: day, Source: "list", Line: int64(i)})
		own = append(own, owner.Standing{ID: other, Is: owner.Private, Source: "form"})
	}
	for k := range 290 {
		own = append(own, owner.Standing{ID: fmt.Sprintf("kommun %d", k), Is: owner.Public, Source: "form"})
	}
	return links, own
}

// BenchmarkCircles follows 100,000 links between organisations that own each
// other across and round about, all in one ring.
func BenchmarkCircles(b *testing.B) {
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	var links []owner.Link
	for i := range 100_000 {
		owned, by := i%50_000, (i*7919+i/50_000+13)%50_000
		links = append(links, owner.Link{Owned: fmt.Sprint(owned), Owner: fmt.Sprint(by), Share: owner.Units(400_000),
			From: start.AddDate(i%50, 0, 0), To: start.AddDate(i%50+8, 0, 0), Source: "list", Line: int64(i)})
	}
	own := []owner.Standing{{ID: "7", Is: owner.Public, Source: "form"}}
	b.ReportAllocs()
	for b.Loop() {
		found, err := owner.Majorities(links, own)
		if err != nil {
			b.Fatal(err)
		}
		steps := 0
		for m := range found {
			steps += len(m.Chain)
		}
		b.ReportMetric(float64(steps), "steps")
	}
}
