package owner_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/owner"
)

func TestChain(t *testing.T) {
	tests := []struct {
		name  string
		facts string
		of    string
		want  []string
	}{
		{"follows control to its end with the evidence of each step", `
			Dotter <- Holding 91 % @ägare
			Dotter <- Bengt 9 % @ägare
			Holding <- Kommunen 100 % votes @ägare
			Kommunen is public @scb`, "Dotter",
			[]string{
				"Dotter ägs till 91 % av Holding (andelar, ägare rad 1): offentlig genom sina ägare",
				"Holding ägs till 100 % av Kommunen (röster, ägare rad 3): offentlig (scb rad 4)",
			}},
		{"holds no more owners than decide, the largest first", `
			Bolaget <- A 20 %
			Bolaget <- B 15 %
			Bolaget <- C 35,5 %
			Bolaget <- D 29,5 %
			A is public
			B is public
			C is public
			D is private`, "Bolaget",
			[]string{
				"Bolaget ägs till 35,5 % av C (andelar, list rad 3): offentlig (list rad 7)",
				"Bolaget ägs till 20 % av A (andelar, list rad 1): offentlig (list rad 5)",
			}},
		{"holds one owner more where half is not enough", `
			Bolaget <- A 50 %
			Bolaget <- B 10 %
			A is ideburen
			B is ideburen`, "Bolaget",
			[]string{
				"Bolaget ägs till 50 % av A (andelar, list rad 1): idéburen (list rad 3)",
				"Bolaget ägs till 10 % av B (andelar, list rad 2): idéburen (list rad 4)",
			}},
		{"holds all owners where nothing is decided", `
			Bolaget <- Stiftelsen 40 %
			Bolaget <- Abroad 30 %
			Bolaget <- Okänd
			Stiftelsen is ideburen
			Abroad is foreign`, "Bolaget",
			[]string{
				"Bolaget ägs till 40 % av Stiftelsen (andelar, list rad 1): idéburen (list rad 4)",
				"Bolaget ägs till 30 % av Abroad (andelar, list rad 2): utländsk, inte känt vad (list rad 5)",
				"Bolaget ägs av Okänd till en del som inte är känd (andelar, list rad 3): inte känt vad",
			}},
		{"names both sources that differ", `
			Bolaget <- Kommunen 60 % @a
			Bolaget <- Kommunen 55 % @b
			Kommunen is public`, "Bolaget",
			[]string{
				"Bolaget ägs till 60 % av Kommunen (andelar, a rad 1): offentlig (list rad 3)",
				"Bolaget ägs till 55 % av Kommunen (andelar, b rad 2): offentlig (list rad 3)",
			}},
		{"names sources that differ about an owner who does not decide", `
			Bolaget <- Kommunen 60 % @a
			Bolaget <- Bengt 10 % @a
			Bolaget <- Bengt 20 % @b
			Kommunen is public
			Bengt is private`, "Bolaget",
			[]string{
				"Bolaget ägs till 60 % av Kommunen (andelar, a rad 1): offentlig (list rad 4)",
				"Bolaget ägs till 10 % av Bengt (andelar, a rad 2): privat (list rad 5)",
				"Bolaget ägs till 20 % av Bengt (andelar, b rad 3): privat (list rad 5)",
			}},
		{"names the standing that is against the owners", `
			Stiftelsen <- Kommunen 60 %
			Bolaget <- Stiftelsen 100 %
			Stiftelsen is ideburen
			Kommunen is public`, "Bolaget",
			[]string{
				"Bolaget ägs till 100 % av Stiftelsen (andelar, list rad 2): offentlig genom sina ägare, men idéburen enligt list rad 3",
				"Stiftelsen ägs till 60 % av Kommunen (andelar, list rad 1): offentlig (list rad 4)",
			}},
		{"does not rest on itself in a circle", `
			A <- B 50 %
			A <- Kommunen 50 %
			B <- A 100 %
			Kommunen is public`, "A",
			[]string{"A ägs till 50 % av Kommunen (andelar, list rad 2): offentlig (list rad 4)"}},
		{"goes round an undecided circle once", `
			A <- B 100 %
			B <- A 100 %`, "A",
			[]string{
				"A ägs till 100 % av B (andelar, list rad 1): inte känt vad",
				"B ägs till 100 % av A (andelar, list rad 2): inte känt vad",
			}},
		{"says how much is left out", `
			Bolaget <- A 10 %
			Bolaget <- B 10 %
			Bolaget <- C 10 %
			Bolaget <- D 10 %
			Bolaget <- E 10 %
			Bolaget <- F 10 %
			Bolaget <- G 10 %`, "Bolaget",
			[]string{
				"Bolaget ägs till 10 % av A (andelar, list rad 1): inte känt vad",
				"Bolaget ägs till 10 % av B (andelar, list rad 2): inte känt vad",
				"Bolaget ägs till 10 % av C (andelar, list rad 3): inte känt vad",
				"Bolaget ägs till 10 % av D (andelar, list rad 4): inte känt vad",
				"Bolaget ägs till 10 % av E (andelar, list rad 5): inte känt vad",
				"fler uppgifter: 2",
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			links, own := read(t, tt.facts)
			var got []string
			for _, m := range majorities(t, links, own) {
				if m.Owned == tt.of {
					got = strings.Split(m.Text(owner.Swedish()), "; ")
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("chain mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnIntervalEndsWhereItsChainChanges(t *testing.T) {
	links, own := read(t, `
		Dotter <- Holding 100 %
		Dotter <- Bengt 0 % 2015..
		Holding <- Kommunen 100 % ..2020
		Holding <- Regionen 100 % 2020..
		Kommunen is public
		Regionen is public`)
	var got []string
	for _, m := range majorities(t, links, own) {
		got = append(got, brief(m))
	}
	want := []string{"Dotter ..2020 public", "Dotter 2020.. public", "Holding ..2020 public", "Holding 2020.. public"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("majorities mismatch (-want +got):\n%s", diff)
	}
}

func TestAFactGivenTwiceIsOneStep(t *testing.T) {
	links, own := read(t, "Bolaget <- Kommunen 100 %\nKommunen is public")
	got := majorities(t, append(links, links...), append(own, own...))
	if len(got) != 1 || len(got[0].Chain) != 1 {
		t.Errorf("got %d majorities: %v", len(got), got)
	}
}

func TestAnUndecidedChainGoesUpOnlySoFar(t *testing.T) {
	var links []owner.Link
	for i := range 1000 {
		links = append(links, owner.Link{Owned: fmt.Sprintf("%04d", i), Owner: fmt.Sprintf("%04d", i+1), Share: owner.Units(1_000_000)})
	}
	own := []owner.Standing{{ID: "1000", Is: owner.Public}}
	if got := len(majorities(t, links, nil)[0].Chain); got != 200 {
		t.Errorf("undecided: %d steps, want 200", got)
	}
	if got := len(majorities(t, links, own)[0].Chain); got != 1000 {
		t.Errorf("decided: %d steps, want 1000", got)
	}
}

func TestTextInEnglish(t *testing.T) {
	links, own := read(t, "Bolaget <- Kommunen 50,5 % votes\nKommunen is public")
	got := majorities(t, links, own)[0]
	want := "Bolaget is owned to 50.5 % by Kommunen (votes, list line 1): public (list line 2)"
	if diff := cmp.Diff(want, got.Text(owner.English())); diff != "" {
		t.Errorf("text mismatch (-want +got):\n%s", diff)
	}
}
