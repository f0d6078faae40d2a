package owner_test

import (
	"testing"

	"pgregory.net/rapid"

	"tresektor/pipeline/owner"
)

func TestAChainEndsAndHangsTogetherAndIsEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		links, own := drawWorld(t)
		for _, m := range all(t, links, own) {
			hangsTogether(t, m, len(links))
			isEnough(t, m)
		}
	})
}

// hangsTogether: every step is about the organisation or an owner named above,
// and none comes twice.
func hangsTogether(t *rapid.T, m owner.Majority, links int) {
	named, seen := map[string]bool{m.Owned: true}, map[*owner.Link]bool{}
	for _, s := range m.Chain {
		if !named[s.Link.Owned] {
			t.Fatalf("%s: nothing above leads to %s", brief(m), s.Link.Owned)
		}
		if seen[s.Link] {
			t.Fatalf("%s: %v twice", brief(m), *s.Link)
		}
		named[s.Link.Owner], seen[s.Link] = true, true
	}
	if len(m.Chain) == 0 || len(m.Chain) > links {
		t.Fatalf("%s: %d steps of %d links", brief(m), len(m.Chain), links)
	}
}

// isEnough: the steps of a decision add up, and so do those of every owner in
// it that is what its owners make it, until owners that are so in themselves.
func isEnough(t *rapid.T, m owner.Majority) {
	if m.Kind != owner.Public && m.Kind != owner.Ideburen && m.Kind != owner.Private {
		return
	}
	proved, left := map[string]bool{}, true
	for left {
		left = false
		for _, s := range m.Chain {
			id := s.Link.Owned
			if !proved[id] && provenBy(m.Chain, id, m.Kind, proved) {
				proved[id], left = true, true
			}
		}
	}
	if !proved[m.Owned] {
		t.Fatalf("%s does not follow from\n%s", brief(m), m.Text(owner.English()))
	}
}

// provenBy sums the least part of each owner of that kind which is so in
// itself or was proved before.
func provenBy(chain []owner.Step, id string, kind owner.Kind, proved map[string]bool) bool {
	least, sum := map[string]int64{}, int64(0)
	for _, s := range chain {
		by, units := s.Link.Owner, s.Percent().Units
		if s.Link.Owned != id || s.Is != kind || s.Standing == nil && !proved[by] {
			continue
		}
		if known, ok := least[by]; ok {
			units = min(units, known)
		}
		least[by] = units
	}
	for _, units := range least {
		sum += units
	}
	return sum > 500_000 || sum == 500_000 && kind == owner.Public
}
