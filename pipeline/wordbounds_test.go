package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTheRangeIsExplainedAsItIsSaid: the explanation has the decimals of the
// sentence, and names the causes that there are.
func TestTheRangeIsExplainedAsItIsSaid(t *testing.T) {
	of := func(low, high, undecided, hidden int64) Card {
		card := cardOf(low, high)
		last := &card.Periods[0]
		last.Sectors[0].LowKnown, last.Sectors[0].HighKnown = ptr(low+500), ptr(low+500+undecided)
		last.Sectors = append(last.Sectors, Sector{Code: "unknown", Share: &undecided, HiddenUnits: hidden})
		return card
	}
	const no = " Det är inte en statistisk felmarginal."
	for name, c := range map[string]struct {
		card Card
		want string
	}{
		"a range": {of(34574, 42153, 7579, 0),
			"Andelen är minst 3,5 och högst 4,2 procent. Skillnaden beror på att 0,8 procent av alla elever finns hos utförare som vi inte kan föra till en sektor." + no},
		"ends that round alike": {of(51600, 52150, 550, 0),
			"Andelen är minst 5,16 och högst 5,22 procent. Skillnaden beror på att 0,1 procent av alla elever finns hos utförare som vi inte kan föra till en sektor." + no},
		"narrower than one number": {of(33000, 33499, 499, 0),
			"Det minsta och det största som andelen kan vara skiljer sig med mindre än 0,05 procentenheter. Skillnaden beror på att mindre än 0,05 procent av alla elever finns hos utförare som vi inte kan föra till en sektor." + no},
		"hidden and undecided": {of(34659, 39790, 3725, 2),
			"Andelen är minst 3,5 och högst 4,0 procent. Skillnaden beror på två saker: 0,4 procent av de elever som källan visar finns hos utförare som vi inte kan föra till en sektor, och källan döljer antalet för 2 enheter. Av de visade talen är andelen 3,5–3,9 procent." + no},
		"hidden alone": {of(34659, 39790, 0, 1),
			"Andelen är minst 3,5 och högst 4,0 procent. Skillnaden beror på att källan döljer antalet för 1 enhet. Av de visade talen är andelen 3,5 procent." + no},
		"hidden, and as little undecided as nothing": {of(34659, 39790, 1, 1),
			"Andelen är minst 3,5 och högst 4,0 procent. Skillnaden beror på två saker: mindre än 0,05 procent av de elever som källan visar finns hos utförare som vi inte kan föra till en sektor, och källan döljer antalet för 1 enhet. Av de visade talen är andelen 3,5 procent." + no},
	} {
		if diff := cmp.Diff(c.want, wording{language: "sv", card: c.card}.bounds()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	want := "The share is at least 3.5 and at most 4.0 per cent. The difference is because the source suppresses the number of 1 unit. Of the numbers shown the share is 3.5 per cent. It is not a statistical margin of error."
	if diff := cmp.Diff(want, wording{language: "en", card: of(34659, 39790, 0, 1)}.bounds()); diff != "" {
		t.Errorf("in English (-want +got):\n%s", diff)
	}
}

func ptr(n int64) *int64 { return &n }

// TestEachDefinitionIsToldWithItsOwnNumber: what is not known is not told as what
// definitions mean.
func TestEachDefinitionIsToldWithItsOwnNumber(t *testing.T) {
	of := func(ranges ...[2]int64) Card {
		names := []string{"Snäv: föreningar", "Bred: även kooperativ", "Som källan redovisar"}
		card := cardOf(ranges[0][0], ranges[0][1])
		for i, r := range ranges {
			card.Readings = append(card.Readings, Reading{Label: word(names[i], names[i]), Low: r[0], High: r[1]})
		}
		card.Spread = hull(card.Readings)
		return card
	}
	const undecided = " Att andelen är ett intervall beror på det vi inte vet, inte på definitionen."
	for want, card := range map[string]Card{
		"Bara en definition går att räkna med de uppgifter som finns.":                                    of([2]int64{33000, 33000}),
		"Andelen är densamma, 3,3 procent, med båda definitionerna som går att räkna.":                    of([2]int64{33000, 33000}, [2]int64{33000, 33100}),
		"Andelen är 3,3 procent med Snäv och 4,6 procent med Bred.":                                       of([2]int64{33000, 33000}, [2]int64{46000, 46000}),
		"Andelen är 5,2–6,8 procent med Snäv och 6,5–8,0 procent med Bred." + undecided:                   of([2]int64{52296, 67758}, [2]int64{65000, 80000}),
		"Andelen är densamma, 5,2–6,8 procent, med båda definitionerna som går att räkna." + undecided:    of([2]int64{52296, 67758}, [2]int64{52296, 67758}),
		"Andelen är 3,3 procent med Snäv, 4,6 procent med Bred och 4,7 procent med Som källan redovisar.": of([2]int64{33000, 33000}, [2]int64{46000, 46000}, [2]int64{47000, 47000}),
	} {
		if diff := cmp.Diff(want, spread(card, "sv")); diff != "" {
			t.Errorf("mismatch (-want +got):\n%s", diff)
		}
	}
	want := "The share is 3.3 per cent under Snäv and 4.6 per cent under Bred."
	if diff := cmp.Diff(want, spread(of([2]int64{33000, 33000}, [2]int64{46000, 46000}), "en")); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
