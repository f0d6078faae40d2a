package owner_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMajorities(t *testing.T) {
	tests := []struct {
		name  string
		facts string
		want  []string
	}{
		{"the daughter of a kommun's holding company is public", `
			Holding <- Kommunen 100 %
			Dotter <- Holding 100 %
			Kommunen is public`,
			[]string{"Dotter .. public", "Holding .. public"}},
		{"half and half between a kommun and a private owner is public", `
			Bolaget <- Kommunen 50 %
			Bolaget <- Bengt 50 %
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. public"}},
		{"public owners are added up", `
			Bolaget <- Kommunen 20 %
			Bolaget <- Regionen 30 %
			Bolaget <- Bengt 50 %
			Kommunen is public
			Regionen is public
			Bengt is private`,
			[]string{"Bolaget .. public"}},
		{"a public owner just below half does not make it public", `
			Bolaget <- Kommunen 49,9999 %
			Bolaget <- Bengt 50,0001 %
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. private"}},
		{"the company of a foundation's company is idéburen", `
			Mellan <- Stiftelsen 100 %
			Bolaget <- Mellan 51 %
			Bolaget <- Bengt 49 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. ideburen", "Mellan .. ideburen"}},
		{"idéburna together need more than half", `
			Bolaget <- Föreningen 25 %
			Bolaget <- Stiftelsen 26 %
			Föreningen is ideburen
			Stiftelsen is ideburen`,
			[]string{"Bolaget .. ideburen"}},
		{"exactly half idéburna against private is a tie", `
			Bolaget <- Stiftelsen 50 %
			Bolaget <- Bengt 50 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. tie"}},
		{"a tie goes on down the chain", `
			Mellan <- Stiftelsen 50 %
			Mellan <- Bengt 50 %
			Bolaget <- Mellan 100 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. tie", "Mellan .. tie"}},
		{"three kinds of which none has a majority are a tie and not public", `
			Bolaget <- Kommunen 30 %
			Bolaget <- Stiftelsen 30 %
			Bolaget <- Bengt 40 %
			Kommunen is public
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. tie"}},
		{"exactly half idéburna and a gap is not decided", `
			Bolaget <- Stiftelsen 50 %
			Stiftelsen is ideburen`,
			[]string{"Bolaget .. unknown"}},
		{"a gap that no longer matters decides", `
			Bolaget <- Bengt 51 %
			Bengt is private`,
			[]string{"Bolaget .. private"}},
		{"a gap that could make either is known not to be public", `
			Bolaget <- Stiftelsen 40 %
			Bolaget <- Bengt 40 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. unknown but not public"}},
		{"an owner known only not to be public goes on down the chain", `
			Mellan <- Stiftelsen 40 %
			Mellan <- Bengt 40 %
			Bolaget <- Mellan 100 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. unknown but not public", "Mellan .. unknown but not public"}},
		{"an owner of whom nothing is known decides nothing", `
			Bolaget <- Okänd 100 %`,
			[]string{"Bolaget .. unknown"}},
		{"a foreign owner of whom no more is known decides nothing", `
			Bolaget <- Abroad 100 %
			Abroad is foreign`,
			[]string{"Bolaget .. unknown"}},
		{"a foreign owner leaves what others decide", `
			Bolaget <- Abroad 49 %
			Bolaget <- Stiftelsen 51 %
			Abroad is foreign
			Stiftelsen is ideburen`,
			[]string{"Bolaget .. ideburen"}},
		{"a foreign company of a known owner is what that makes it", `
			Abroad <- Kommunen 100 %
			Bolaget <- Abroad 100 %
			Abroad is foreign
			Kommunen is public`,
			[]string{"Abroad .. public", "Bolaget .. public"}},
		{"a foreign company of a private owner makes what it owns private", `
			Abroad <- Bengt 100 %
			Bolaget <- Abroad 100 %
			Abroad is foreign
			Bengt is private`,
			[]string{"Abroad .. private", "Bolaget .. private"}},
		{"the company of a producer cooperative is not idéburen", `
			Kooperativet <- Stiftelsen 100 %
			Bolaget <- Kooperativet 100 %
			Kooperativet is private
			Stiftelsen is ideburen`,
			[]string{"Bolaget .. private", "Kooperativet .. ideburen"}},
		{"a foundation that a kommun controls is public for its company", `
			Stiftelsen <- Kommunen 60 % votes
			Bolaget <- Stiftelsen 100 %
			Stiftelsen is ideburen
			Kommunen is public`,
			[]string{"Bolaget .. public (contested)", "Stiftelsen .. public"}},
		{"an association with private owners is still idéburen for its company", `
			Föreningen <- Bengt 60 %
			Bolaget <- Föreningen 100 %
			Föreningen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. ideburen", "Föreningen .. private"}},
		{"votes come before shares", `
			Bolaget <- Stiftelsen 30 %
			Bolaget <- Stiftelsen 60 % votes
			Bolaget <- Bengt 70 %
			Bolaget <- Bengt 40 % votes
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. ideburen"}},
		{"where one owner's votes are stated, shares of others do not count", `
			Bolaget <- Stiftelsen 40 % votes
			Bolaget <- Bengt 70 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. unknown"}},
		{"votes of nothing are votes", `
			Bolaget <- Stiftelsen 0 % votes
			Bolaget <- Bengt 100 %
			Stiftelsen is ideburen
			Bengt is private`,
			[]string{"Bolaget .. unknown"}},
		{"an owner without a part is not counted", `
			Bolaget <- Kommunen
			Bolaget <- Bengt 40 %
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. unknown"}},
		{"companies that own each other decide nothing", `
			A <- B 100 %
			B <- A 100 %`,
			[]string{"A .. unknown", "B .. unknown"}},
		{"a circle with a sure owner outside is decided from there", `
			A <- B 40 %
			A <- Kommunen 60 %
			B <- C 100 %
			C <- A 100 %
			Kommunen is public`,
			[]string{"A .. public", "B .. public", "C .. public"}},
		{"a circle that outsiders cannot decide stays open", `
			A <- B 60 %
			A <- Kommunen 40 %
			B <- A 60 %
			B <- Kommunen 40 %
			Kommunen is public`,
			[]string{"A .. unknown", "B .. unknown"}},
		{"a part that a company owns in itself is not known", `
			A <- A 20 %
			A <- Kommunen 45 %
			A <- Bengt 35 %
			Kommunen is public
			Bengt is private`,
			[]string{"A .. unknown"}},
		{"an own part does not hinder what is sure", `
			A <- A 20 %
			A <- Bengt 80 %
			Bengt is private`,
			[]string{"A .. private"}},
		{"a sale changes the majority on its day", `
			Bolaget <- Kommunen 100 % 2019..2021-06-15
			Bolaget <- Bengt 100 % 2021-06-15..
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget 2019..2021-06-15 public", "Bolaget 2021-06-15.. private"}},
		{"a time without owners says nothing", `
			Bolaget <- Kommunen 100 % ..2020
			Bolaget <- Kommunen 100 % 2022..
			Kommunen is public`,
			[]string{"Bolaget ..2020 public", "Bolaget 2022.. public"}},
		{"a sale far up changes everything below", `
			Topp <- Stiftelsen 100 % 2020..2022
			Topp <- Fonden 100 % 2022..
			Mitten <- Topp 100 %
			Bolaget <- Mitten 100 % 2021..2023
			Stiftelsen is ideburen
			Fonden is private`,
			[]string{
				"Bolaget 2021..2022 ideburen", "Bolaget 2022..2023 private",
				"Mitten ..2020 unknown", "Mitten 2020..2022 ideburen", "Mitten 2022.. private",
				"Topp 2020..2022 ideburen", "Topp 2022.. private"}},
		{"an owner that becomes another thing changes what it owns", `
			Bolaget <- Föreningen 100 % 2018..
			Föreningen is ideburen 2018..2021
			Föreningen is private 2021..`,
			[]string{"Bolaget 2018..2021 ideburen", "Bolaget 2021.. private"}},
		{"the same link in two sources is one part", `
			Bolaget <- Kommunen 30 % @a
			Bolaget <- Kommunen 30 % @b
			Bolaget <- Bengt 70 % @a
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. private"}},
		{"sources that differ are contested and decide what both say", `
			Bolaget <- Kommunen 60 % @a
			Bolaget <- Kommunen 55 % @b
			Kommunen is public`,
			[]string{"Bolaget .. public (contested)"}},
		{"sources that differ decide nothing where it depends on which is right", `
			Bolaget <- Kommunen 60 % @a
			Bolaget <- Kommunen 40 % @b
			Kommunen is public`,
			[]string{"Bolaget .. unknown (contested)"}},
		{"what sources differ about among private owners leaves their least together", `
			Bolaget <- Bengt 40 % @a
			Bolaget <- Bengt 90 % @b
			Bolaget <- Berit 20 % @a
			Bolaget <- Berit 30 % @b
			Bengt is private
			Berit is private`,
			[]string{"Bolaget .. private (contested)"}},
		{"a private owner decides nothing where a source leaves no room for its part", `
			Bolaget <- Kommunen 60 % @a
			Bolaget <- Kommunen 40 % @b
			Bolaget <- Bengt 60 % @b
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. unknown (contested)"}},
		{"parts above the whole decide nothing that one too large part could have made", `
			Bolaget <- Kommunen 60 %
			Bolaget <- Bengt 60 %
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. unknown (contested)"}},
		{"parts above the whole decide what holds whichever is too large", `
			Bolaget <- Kommunen 80 %
			Bolaget <- Bengt 30 %
			Kommunen is public
			Bengt is private`,
			[]string{"Bolaget .. public (contested)"}},
		{"what is contested above is contested below", `
			Holding <- Kommunen 60 % @a
			Holding <- Kommunen 55 % @b
			Dotter <- Holding 100 %
			Kommunen is public`,
			[]string{"Dotter .. public (contested)", "Holding .. public (contested)"}},
		{"standings that differ are contested, and public comes first", `
			Bolaget <- X 100 %
			X is private @a
			X is public @b`,
			[]string{"Bolaget .. public (contested)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			links, own := read(t, strings.ReplaceAll(tt.facts, "\t", ""))
			var got []string
			for _, m := range majorities(t, links, own) {
				got = append(got, brief(m))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("majorities mismatch (-want +got):\n%s", diff)
			}
		})
	}
}
