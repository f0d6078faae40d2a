package owner_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tresektor/pipeline/owner"
)

// drawPlain draws facts that do not contradict: one part of each owner, never
// more than the whole together, one standing of each organisation and no owner
// of one that has a standing.
func drawPlain(t *rapid.T) (links []owner.Link, own []owner.Standing) {
	left := map[string]int64{}
	for i, id := range names {
		left[id] = 10
		if is := rapid.IntRange(0, 8).Draw(t, "is "+id); i >= 2 && is > 0 && is <= 4 {
			own = append(own, owner.Standing{ID: id, Is: owner.Kind(is), Source: "s"})
			left[id] = 0
		}
	}
	for _, owned := range names {
		for _, by := range names {
			part := rapid.SampledFrom([]int64{0, 0, 1, 3, 4, 5, 6, 10}).Draw(t, owned+by)
			if part = min(part, left[owned]); part > 0 {
				left[owned] -= part
				links = append(links, owner.Link{Owned: owned, Owner: by, Share: owner.Units(part * 100_000), Source: "a"})
			}
		}
	}
	return links, own
}

func decided(majorities []owner.Majority) map[string]owner.Kind {
	kinds := map[string]owner.Kind{}
	for _, m := range majorities {
		if m.Kind != owner.Unknown {
			kinds[m.Owned] = m.Kind
		}
	}
	return kinds
}

// keeps tells that all that was decided before is so after.
func keeps(t *rapid.T, before, after map[string]owner.Kind) {
	for id, kind := range before {
		if after[id] != kind {
			t.Fatalf("%s was %s and is %s", id, kind, after[id])
		}
	}
}

func TestMoreLinksOnlyDecideMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawPlain(t)
		kept := slices.DeleteFunc(slices.Clone(links), func(l owner.Link) bool {
			return rapid.Bool().Draw(t, "without "+l.Owned+l.Owner)
		})
		keeps(t, decided(all(t, kept, own)), decided(all(t, links, own)))
	})
}

func TestMoreStandingsOnlyDecideMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawPlain(t)
		kept := slices.DeleteFunc(slices.Clone(own), func(s owner.Standing) bool {
			return rapid.Bool().Draw(t, "without "+s.ID)
		})
		keeps(t, decided(all(t, links, kept)), decided(all(t, links, own)))
	})
}

// With contradictions, circles and time too, owners of an organisation that
// had neither owners nor a standing take nothing back.
func TestOwnersOfAnOrganisationWithoutAnyTakeNothingBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawWorld(t)
		isF := func(id string) bool { return id == "F" }
		own = slices.DeleteFunc(own, func(s owner.Standing) bool { return isF(s.ID) })
		more := slices.Clone(links)
		for _, l := range rapid.SliceOfN(rapid.Custom(drawLink), 1, 4).Draw(t, "owners of F") {
			l.Owned = "F"
			more = append(more, l)
		}
		before, after := all(t, links, own), all(t, more, own)
		if turnsPublic(own, after) {
			t.Skip("a standing gives way to public owners")
		}
		for n := range 8 {
			for _, id := range names[:4] {
				was, is := onDay(before, id, year(n)), onDay(after, id, year(n))
				if was != nil && was.Kind != owner.Unknown && was.Kind != is.Kind {
					t.Fatalf("%s was %s and is %s", id, brief(*was), brief(*is))
				}
			}
		}
	})
}

// turnsPublic: an association or the like gets public owners.
func turnsPublic(own []owner.Standing, majorities []owner.Majority) bool {
	return slices.ContainsFunc(own, func(s owner.Standing) bool {
		return slices.ContainsFunc(majorities, func(m owner.Majority) bool {
			return m.Owned == s.ID && m.Kind == owner.Public
		})
	})
}

func TestPublicOwnersWithExactlyHalfDecide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := []owner.Link(nil), []owner.Standing(nil)
		add := func(name string, is owner.Kind, units int64) {
			links = append(links, owner.Link{Owned: "A", Owner: name, Share: owner.Units(units), Source: "a"})
			own = append(own, owner.Standing{ID: name, Is: is, Source: "s"})
		}
		left := int64(500_000)
		for i := 0; left > 0; i++ {
			units := rapid.Int64Range(1, left).Draw(t, "units")
			if i > 8 {
				units = left
			}
			add(fmt.Sprintf("public %d", i), owner.Public, units)
			left -= units
		}
		add("other", rapid.SampledFrom([]owner.Kind{owner.Ideburen, owner.Private, owner.Foreign}).Draw(t, "other"), 500_000)
		if got := all(t, links, own)[0].Kind; got != owner.Public {
			t.Fatalf("half is %s", got)
		}
		links[0].Share.Units--
		if got := all(t, links, own)[0].Kind; got == owner.Public {
			t.Fatal("less than half is public")
		}
	})
}
