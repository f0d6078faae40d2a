package link_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/link"
)

var (
	someNames  = []string{"Kanel AB", "KANEL AKTIEBOLAG", "Kanel", "Kanel i Malmö AB", "Kanél AB", "Stiftelsen Kanel", "Kanels AB", "Peppar ek. för.", "Peppar", "Pepparn Vård HB", "Peppar Vård HB"}
	someForms  = []string{"49", "51", "61", "72", "31", "99"}
	someSNI    = []string{"87301", "87100", "85201", "0"}
	somePlaces = []string{"1280", "MALMÖ", "0180", "Hindås"}
)

func anyAttributes(t *rapid.T) link.Attributes {
	some := func(from []string, label string) []string {
		return rapid.SliceOfN(rapid.SampledFrom(from), 0, 2).Draw(t, label)
	}
	return link.Attributes{Forms: some(someForms, "forms"), SNI: some(someSNI, "sni"), Places: some(somePlaces, "places")}
}

func anySupplier(t *rapid.T, i int) link.Supplier {
	return link.Supplier{ID: number(i), Source: "a", Name: rapid.SampledFrom(someNames).Draw(t, "name"), Attributes: anyAttributes(t)}
}

func anyCandidates(t *rapid.T) []link.Candidate {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) link.Candidate {
		return link.Candidate{
			ID:         number(rapid.IntRange(0, 3).Draw(t, "number")),
			Names:      rapid.SliceOfN(rapid.SampledFrom(someNames), 1, 2).Draw(t, "names"),
			Attributes: anyAttributes(t),
		}
	}), 0, 6).Draw(t, "candidates")
}

func linked(t *rapid.T, places link.Places, suppliers []link.Supplier, candidates []link.Candidate) []link.Outcome {
	all, err := link.Suppliers(suppliers, places, sequence(candidates))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOrderNeverMatters(t *testing.T) {
	places := swedishPlaces(t)
	rapid.Check(t, func(t *rapid.T) {
		suppliers := []link.Supplier{anySupplier(t, 1), anySupplier(t, 2), anySupplier(t, 3)}
		candidates := anyCandidates(t)
		want := linked(t, places, suppliers, candidates)
		got := linked(t, places, rapid.Permutation(suppliers).Draw(t, "suppliers"), rapid.Permutation(candidates).Draw(t, "order"))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestASecondOrganisationWithTheNameEndsALink(t *testing.T) {
	places := swedishPlaces(t)
	links := 0
	rapid.Check(t, func(t *rapid.T) {
		s, candidates := anySupplier(t, 1), anyCandidates(t)
		before := linked(t, places, []link.Supplier{s}, candidates)[0]
		if before.Status != link.Linked {
			return
		}
		links++
		twin := link.Candidate{ID: number(9), Names: []string{before.Matches[0].Name}, Attributes: anyAttributes(t)}
		after := linked(t, places, []link.Supplier{s}, append(candidates, twin))[0]
		if after.Status != link.Review || after.Why != link.Ambiguous {
			t.Fatalf("linked to %s, then %+v", before.Organisation, after)
		}
	})
	if links == 0 {
		t.Error("nothing was ever linked")
	}
}

func TestANameAloneNeverLinks(t *testing.T) {
	places := swedishPlaces(t)
	rapid.Check(t, func(t *rapid.T) {
		s := anySupplier(t, 1)
		s.Attributes = link.Attributes{}
		if o := linked(t, places, []link.Supplier{s}, anyCandidates(t))[0]; o.Status == link.Linked {
			t.Fatalf("%+v", o)
		}
	})
}

func TestALinkIsConfirmedAndNothingContradictsIt(t *testing.T) {
	places := swedishPlaces(t)
	rapid.Check(t, func(t *rapid.T) {
		s := anySupplier(t, 1)
		o := linked(t, places, []link.Supplier{s}, anyCandidates(t))[0]
		if o.Status != link.Linked {
			return
		}
		best := o.Matches[0]
		same := link.Normalise(best.Name, places).Key == link.Normalise(s.Name, places).Key
		if !same || o.Exact != 1 || len(o.Confirming) == 0 || len(best.Contradicts) > 0 || best.Organisation != o.Organisation {
			t.Fatalf("%+v", o)
		}
	})
}
