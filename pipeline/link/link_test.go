package link_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/link"
)

// The organisations of the tests.
const (
	one = "se:5564778958"
	two = "se:5565990545"
)

// supplier and candidate are short for one with a name and a legal form.
func supplier(name string, forms ...string) link.Supplier {
	return link.Supplier{ID: "a:name:" + name, Source: "a", Name: name, Attributes: link.Attributes{Forms: forms}}
}

func candidate(id, name string, forms ...string) link.Candidate {
	return link.Candidate{ID: id, Names: []string{name}, Attributes: link.Attributes{Forms: forms}}
}

// outcome links one supplier.
func outcome(t testing.TB, s link.Supplier, candidates ...link.Candidate) link.Outcome {
	t.Helper()
	all, err := link.Suppliers([]link.Supplier{s}, swedishPlaces(t), sequence(candidates))
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func TestWhatBecomesOfASupplier(t *testing.T) {
	cinnamon := candidate(one, "Kanel Vård AB", "49")
	sni := func(s link.Supplier, codes ...string) link.Supplier { s.SNI = codes; return s }
	place := func(s link.Supplier, places ...string) link.Supplier { s.Places = places; return s }
	tests := []struct {
		name       string
		supplier   link.Supplier
		candidates []link.Candidate
		want       link.Status
		why        link.Reason
	}{
		{"the same name and form", supplier("KANEL VÅRD AKTIEBOLAG", "49"), []link.Candidate{cinnamon}, link.Linked, ""},
		{"a former name", supplier("Kardemumma AB", "49"), []link.Candidate{{ID: one, Names: []string{"Kanel AB", "Kardemumma AB"}, Attributes: cinnamon.Attributes}}, link.Linked, ""},
		{"two rows of one organisation", supplier("Kanel Vård AB", "49"), []link.Candidate{cinnamon, candidate(one, "KANEL VÅRD AB")}, link.Linked, ""},
		{"what agrees stands in a row with another name", supplier("Kanel Vård AB", "49"), []link.Candidate{candidate(one, "Kanel Vård AB"), candidate(one, "Kardemumma AB", "49")}, link.Linked, ""},
		{"a form of the same family", supplier("Kanel Vård AB", "49"), []link.Candidate{candidate(one, "Kanel Vård AB (publ)", "41")}, link.Linked, ""},
		{"nobody", supplier("Kanel Vård AB", "49"), []link.Candidate{candidate(one, "Peppar AB", "49")}, link.Unlinked, link.NoCandidate},
		{"a name alone", supplier("Kanel Vård AB"), []link.Candidate{cinnamon}, link.Review, link.NotConfirmed},
		{"a register that says nothing more", supplier("Kanel Vård AB", "49"), []link.Candidate{candidate(one, "Kanel Vård AB")}, link.Review, link.NotConfirmed},
		{"two with the name", supplier("Kanel Vård AB", "49"), []link.Candidate{cinnamon, candidate(two, "Kanel Vård AB", "49")}, link.Review, link.Ambiguous},
		{"two with the name, one of them formerly", supplier("Kanel Vård AB", "49"), []link.Candidate{cinnamon, {ID: two, Names: []string{"Peppar AB", "Kanel Vård AB"}}}, link.Review, link.Ambiguous},
		{"two with the name, only one of which agrees", supplier("Kanel Vård", "49"), []link.Candidate{cinnamon, candidate(two, "Kanel Vård", "61")}, link.Review, link.Ambiguous},
		{"the same name with another form", supplier("Kanel Vård", "49"), []link.Candidate{candidate(one, "Kanel Vård", "51")}, link.Review, link.Contradicted},
		{"a name that says another form than the source", supplier("Kanel Vård AB", "51"), []link.Candidate{candidate(one, "Kanel Vård", "51")}, link.Review, link.Contradicted},
		{"a register's name that says another form than the source", sni(supplier("Kanel", "61"), "87301"), []link.Candidate{{ID: one, Names: []string{"Kanel AB"}, Attributes: link.Attributes{SNI: []string{"87301"}}}}, link.Review, link.Contradicted},
		{"a company and a foundation with the same name", supplier("Kanel AB", "49"), []link.Candidate{candidate(one, "Stiftelsen Kanel", "72")}, link.Unlinked, link.NoCandidate},
		{"the company is found beside the foundation", supplier("Kanel AB", "49"), []link.Candidate{candidate(one, "Stiftelsen Kanel", "72"), candidate(two, "Kanel AB", "49")}, link.Linked, ""},
		{"a foundation whose form is all that agrees", supplier("Stiftelsen Kanel", "72"), []link.Candidate{candidate(one, "STIFTELSEN KANEL", "72")}, link.Review, link.OnlyForm},
		{"a foundation with the same line of business", sni(supplier("Stiftelsen Kanel", "72"), "87301 Servicehus"), []link.Candidate{{ID: one, Names: []string{"STIFTELSEN KANEL"}, Attributes: link.Attributes{Forms: []string{"72"}, SNI: []string{"94990", "87100"}}}}, link.Linked, ""},
		{"an association with the same place", place(supplier("Kanels vänner", "61"), "1480"), []link.Candidate{{ID: one, Names: []string{"Kanels vänner"}, Attributes: link.Attributes{Forms: []string{"61"}, Places: []string{"GÖTEBORG"}}}}, link.Linked, ""},
		{"a company in another line of business", sni(supplier("Kanel Vård AB", "49"), "87301"), []link.Candidate{{ID: one, Names: []string{"Kanel Vård AB"}, Attributes: link.Attributes{Forms: []string{"49"}, SNI: []string{"45200"}}}}, link.Review, link.Contradicted},
		{"a line of business that is not known", sni(supplier("Kanel Vård AB"), "0 Uppgift saknas"), []link.Candidate{{ID: one, Names: []string{"Kanel Vård AB"}, Attributes: link.Attributes{SNI: []string{"00000"}}}}, link.Review, link.NotConfirmed},
		{"a line of business that has lost its zero", sni(supplier("Kanel Vård AB"), "1500 Blandat jordbruk"), []link.Candidate{{ID: one, Names: []string{"Kanel Vård AB"}, Attributes: link.Attributes{SNI: []string{"01500"}}}}, link.Linked, ""},
		{"an office in another place", place(supplier("Kanel Vård AB", "49"), "1480"), []link.Candidate{{ID: one, Names: []string{"Kanel Vård AB"}, Attributes: link.Attributes{Forms: []string{"49"}, Places: []string{"STOCKHOLM"}}}}, link.Linked, ""},
		{"a form that is not known", supplier("Kanel Vård AB", "99"), []link.Candidate{candidate(one, "Kanel Vård AB", "99")}, link.Review, link.NotConfirmed},
		{"letters that have lost their marks", supplier("Kanel Vard AB", "49"), []link.Candidate{cinnamon}, link.Review, link.OnlySimilar},
		{"a place at the end", supplier("Kanel i Göteborg AB", "49"), []link.Candidate{candidate(one, "Kanel AB", "49")}, link.Review, link.OnlySimilar},
		{"a place at the end of a short name", supplier("Eken i Göteborg AB", "49"), []link.Candidate{candidate(one, "Eken AB", "49")}, link.Review, link.OnlySimilar},
		{"sisters in two places", supplier("Kanel Vård i Göteborg AB", "49"), []link.Candidate{candidate(one, "Kanel Vård i Malmö AB", "49")}, link.Unlinked, link.NoCandidate},
		{"a letter wrong", supplier("Attendo Samsa AB", "49"), []link.Candidate{candidate(one, "Atendo Samsa AB", "49")}, link.Review, link.OnlySimilar},
		{"words in another order", supplier("Gamla Vårdhuset Eken AB", "49"), []link.Candidate{candidate(one, "Eken Gamla Vårdhuset AB", "49")}, link.Review, link.OnlySimilar},
		{"a similar name with another form", supplier("Attendo Samsa AB", "49"), []link.Candidate{candidate(one, "Atendo Samsa", "61")}, link.Unlinked, link.NoCandidate},
		{"another number in the name", supplier("Autismkonsult 503 AB", "49"), []link.Candidate{candidate(one, "Autismkonsult 504 AB", "49")}, link.Unlinked, link.NoCandidate},
		{"a kommun", supplier("Nynäshamns kommun", "82"), []link.Candidate{candidate("se:2120000233", "NYNÄSHAMNS KOMMUN", "82")}, link.Linked, ""},
		{"a foreign company and a Swedish one", supplier("Rebellion Ltd", "96"), []link.Candidate{candidate(one, "Rebellion AB", "49")}, link.Unlinked, link.NoCandidate},
		{"nothing but a legal form", supplier("Stiftelsen", "72"), []link.Candidate{candidate(one, "Stiftelsen", "72")}, link.Unlinked, link.NoName},
		{"a sole trader", supplier("Kanel Vård AB", "10"), []link.Candidate{cinnamon}, link.Unlinked, link.NaturalPerson},
		{"a candidate who is a person", supplier("Kanel Vård", "49"), []link.Candidate{candidate("se:8112189876", "Kanel Vård", "49")}, link.Unlinked, link.NoCandidate},
		{"a candidate who is a person by form", supplier("Kanel Vård"), []link.Candidate{candidate(one, "Kanel Vård"), candidate(one, "Peppar", "10")}, link.Unlinked, link.NoCandidate},
		{"a candidate without a number", supplier("Kanel Vård AB", "49"), []link.Candidate{candidate("b:17", "Kanel Vård AB", "49")}, link.Unlinked, link.NoCandidate},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := outcome(t, tt.supplier, tt.candidates...)
			if o.Status != tt.want || o.Why != tt.why {
				t.Errorf("%s %q, expected %s %q: %+v", o.Status, o.Why, tt.want, tt.why, o)
			}
			if (o.Status == link.Linked) != (o.Organisation != "") {
				t.Errorf("%s to %q", o.Status, o.Organisation)
			}
		})
	}
}

func TestAReviewSaysWhatSpeaksForAndAgainst(t *testing.T) {
	s := link.Supplier{ID: "a:1", Source: "a", Name: "Kanel Vård", Attributes: link.Attributes{Forms: []string{"49"}, SNI: []string{"87301"}, Places: []string{"0180"}}}
	got := outcome(t, s,
		link.Candidate{ID: two, Names: []string{"Kanels Vård AB"}, Attributes: link.Attributes{Forms: []string{"49"}}},
		link.Candidate{ID: one, Names: []string{"KANEL VÅRD"}, Attributes: link.Attributes{Forms: []string{"51"}, SNI: []string{"87"}, Places: []string{"Stockholm"}}},
	)
	want := link.Outcome{
		Supplier: "a:1", Status: link.Review, Why: link.Contradicted, Exact: 1,
		Matches: []link.Match{
			{Organisation: one, Name: "KANEL VÅRD", Score: 1000, Agrees: []string{"sni", "postal_place"}, Contradicts: []string{"legal_form"}},
			{Organisation: two, Name: "Kanels Vård AB", Score: 909, Agrees: []string{"legal_form"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestALinkSaysWhatConfirmsIt(t *testing.T) {
	got := outcome(t, supplier("Kanel AB", "49"), candidate(one, "KANEL AKTIEBOLAG", "49"))
	want := link.Outcome{
		Supplier: "a:name:Kanel AB", Status: link.Linked, Organisation: one, Confirming: []string{"legal_form"}, Score: 1000, Exact: 1,
		Matches: []link.Match{{Organisation: one, Name: "KANEL AKTIEBOLAG", Score: 1000, Agrees: []string{"legal_form"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestACandidateThatCannotBeReadStopsTheLinking(t *testing.T) {
	broken := errors.New("line 3 is broken")
	_, err := link.Suppliers(nil, swedishPlaces(t), func(yield func(link.Candidate, error) bool) {
		yield(link.Candidate{}, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

func TestCandidatesThatCanBeReadOnlyOnceAreRefused(t *testing.T) {
	left := []link.Candidate{candidate(one, "Kanel AB", "49")}
	_, err := link.Suppliers(nil, swedishPlaces(t), func(yield func(link.Candidate, error) bool) {
		for len(left) > 0 {
			next := left[0]
			left = left[1:]
			if !yield(next, nil) {
				return
			}
		}
	})
	if err == nil {
		t.Error("no error")
	}
}
