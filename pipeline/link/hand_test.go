package link_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/link"
)

func TestDecisionsByHandGoFirst(t *testing.T) {
	suppliers := []link.Supplier{
		{ID: "a:1", Source: "a", Name: "Kanel AB"},
		{ID: "a:2", Source: "a", Name: "KANEL  ab"},
		{ID: "a:3", Source: "a", Name: "Peppar AB"},
		{ID: "a:4", Source: "a", Name: "Kanel AB", Attributes: link.Attributes{Forms: []string{"10"}}},
		{ID: "b:1", Source: "b", Name: "Kanel AB"},
	}
	outcomes, err := link.Suppliers(suppliers, swedishPlaces(t), sequence(nil))
	if err != nil {
		t.Fatal(err)
	}
	got, unused := link.ByHand(outcomes, suppliers, []link.Decision{
		{Source: "a", Supplier: "kanel AB", Organisation: one},
		{Source: "a", Supplier: "a:2", Organisation: two},
		{Source: "a", Supplier: "Peppar AB"},
		{Source: "b", Supplier: "Peppar AB"},
		{Source: "a", Supplier: "a:4", Organisation: one},
	})
	want := []link.Outcome{
		{Supplier: "a:1", Status: link.LinkedByHand, Organisation: one},
		{Supplier: "a:2", Status: link.LinkedByHand, Organisation: two},
		{Supplier: "a:3", Status: link.UnlinkedByHand},
		{Supplier: "a:4", Status: link.Unlinked, Why: link.NaturalPerson},
		{Supplier: "b:1", Status: link.Unlinked, Why: link.NoCandidate},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	left := []link.Decision{{Source: "a", Supplier: "a:4", Organisation: one}, {Source: "b", Supplier: "Peppar AB"}}
	if diff := cmp.Diff(left, unused); diff != "" {
		t.Error(diff)
	}
}
