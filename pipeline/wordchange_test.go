package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// since is a card with its first period and a change under each definition:
// change, low and high.
func since(changes ...[3]int64) Card {
	card := cardOf(30000, 30000)
	card.Periods = append([]Period{{Period: "2023"}}, card.Periods...)
	for i, c := range changes {
		card.Development = append(card.Development, Development{
			Period: "2024", Earlier: "2023", IsOwn: i == 0, Change: c[0], Low: &c[1], High: &c[2],
		})
	}
	return card
}

func TestADirectionIsSaidOnlyWhenBothEndsAndAllDefinitionsAgree(t *testing.T) {
	broken, silent, another := since([3]int64{500, 500, 500}), since([3]int64{500, 500, 500}), since([3]int64{500, 500, 500})
	broken.Development[0].IsBreak = true
	silent.Development[0].High = nil
	another.Development[0].IsOwn = false
	tests := []struct {
		name string
		card Card
		want string
	}{
		{"certain", since([3]int64{-26628, -26628, -26628}), "Jämfört med 2023: −2,7 procentenheter. Andelen har minskat."},
		{"certain under all", since([3]int64{2000, 2000, 2000}, [3]int64{500, 100, 900}),
			"Jämfört med 2023: +0,2 procentenheter. Andelen har ökat, med båda definitionerna som går att räkna."},
		{"a rise with a range", since([3]int64{4000, 2000, 6000}), "Jämfört med 2023: mellan +0,2 och +0,6 procentenheter. Andelen har ökat."},
		{"a range with both signs", since([3]int64{2000, -1000, 6000}),
			"Jämfört med 2023: riktningen kan inte avgöras: förändringen ligger mellan −0,1 och +0,6 procentenheter."},
		{"ends that round alike", since([3]int64{1000, 600, 1400}), "Jämfört med 2023: mellan +0,06 och +0,14 procentenheter. Andelen har ökat."},
		{"falls that round alike", since([3]int64{-1000, -1400, -600}), "Jämfört med 2023: mellan −0,14 och −0,06 procentenheter. Andelen har minskat."},
		{"both signs, and as good as nothing", since([3]int64{-300, -400, 300}),
			"Jämfört med 2023: riktningen kan inte avgöras: förändringen är mindre än 0,05 procentenheter."},
		{"both signs, of which one is as good as nothing", since([3]int64{-500, -600, 300}),
			"Jämfört med 2023: riktningen kan inte avgöras: förändringen ligger mellan −0,1 och 0,0 procentenheter."},
		{"another definition falls", since([3]int64{2000, 2000, 2000}, [3]int64{-500, -500, -500}),
			"Jämfört med 2023: +0,2 procentenheter. Om andelen har ökat eller minskat beror på definition."},
		{"another definition cannot tell", since([3]int64{2000, 2000, 2000}, [3]int64{500, -100, 900}),
			"Jämfört med 2023: +0,2 procentenheter. Om andelen har ökat eller minskat beror på definition."},
		{"rounded away", since([3]int64{499, 499, 499}), "Jämfört med 2023: 0,0 procentenheter."},
		{"across a break", broken, "Räkningen har ändrats sedan 2023, och därför går perioderna inte att jämföra."},
		{"a definition without a high", silent, "Förändringen sedan 2023 går inte att ange."},
		{"not told by the card's definition", another, "Ingen tidigare period går att jämföra med."},
		{"nothing to compare with", since(), "Ingen tidigare period går att jämföra med."},
		{"one period", cardOf(30000, 30000), "Bara en period finns."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, wording{language: "sv", card: tt.card}.change()); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// TestAChangeIsToldSinceThePeriodBeforeToo, where that is not the earliest.
func TestAChangeIsToldSinceThePeriodBeforeToo(t *testing.T) {
	card := since([3]int64{-26628, -26628, -26628})
	const sinceFirst = "Jämfört med 2023: −2,7 procentenheter. Andelen har minskat."
	broken := Development{Earlier: "2022", IsBreak: true, Change: 1, Low: ptr(1), High: ptr(1)}
	for want, d := range map[string]*Development{
		sinceFirst: nil,
		sinceFirst + " Jämfört med 2022: −0,1 procentenheter.":                 {Earlier: "2022", Change: -777, Low: ptr(-777), High: ptr(-777)},
		sinceFirst + " Jämfört med 2022: mellan −0,5 och −0,1 procentenheter.": {Earlier: "2022", Change: -777, Low: ptr(-5000), High: ptr(-777)},
		sinceFirst + " Jämfört med 2022: riktningen kan inte avgöras: förändringen ligger mellan −0,5 och +0,1 procentenheter.": {
			Earlier: "2022", Change: -777, Low: ptr(-5000), High: ptr(777)},
		sinceFirst + " Räkningen har ändrats sedan 2022, och därför går perioderna inte att jämföra.": &broken,
		sinceFirst + " Förändringen sedan 2022 går inte att ange.":                                    {Earlier: "2022", Change: -777},
	} {
		card.Previous = d
		if diff := cmp.Diff(want, wording{language: "sv", card: card}.change()); diff != "" {
			t.Errorf("mismatch (-want +got):\n%s", diff)
		}
	}
	card.Previous = &card.Development[0]
	if got := (wording{language: "sv", card: card}).change(); got != sinceFirst {
		t.Errorf("one change is told twice: %q", got)
	}
	card.Development[0].IsBreak, card.Previous = true, &broken
	if got := (wording{language: "sv", card: card}).change(); got != "Räkningen har ändrats sedan 2023, och därför går perioderna inte att jämföra." {
		t.Errorf("a break is told twice: %q", got)
	}
}

func TestThePeriodBeforeIsNotTheEarliest(t *testing.T) {
	all := []Development{
		{Period: "2017", Earlier: "2016", IsOwn: true}, {Period: "2018", Earlier: "2017", Definition: "bred"}, {Period: "2018", Earlier: "2017", IsOwn: true},
		{Period: "2018", Earlier: "2016", Definition: "bred"}, {Period: "2018", Earlier: "2016", IsOwn: true},
	}
	periods := []Period{{Period: "2016"}, {Period: "2017"}, {Period: "2018"}}
	if diff := cmp.Diff(&all[2], sincePrevious(all, periods)); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	if got := sincePrevious(all, periods[:2]); got != nil {
		t.Errorf("of two periods it says %v twice", *got)
	}
}

func TestWhatAChangeConsistsOfIsSaidInOrder(t *testing.T) {
	card := since([3]int64{-4889, -4889, -4889})
	card.Development[0].Causes = map[string]int64{"remaining": -6877, "arrived": -1703, "ended": -1278, "reclassified": 4969, "evidence": 499}
	want := "Vad förändringen sedan 2023 består av, i procentenheter: omklassning +0,5; tillkomna utförare −0,2; upphörda utförare −0,1; kvarvarande utförare −0,7." +
		" Ändrad uppgift: +0,5 procentenheter beror på att organisationer har bytt sektor i våra uppgifter, inte på att verksamheten har ändrats."
	if diff := cmp.Diff(want, wording{language: "sv", card: card}.composition()); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestACardIsComparedWithItsEarliestPeriod(t *testing.T) {
	all := []Development{
		{Period: "2017", Earlier: "2016", IsOwn: true}, {Period: "2018", Earlier: "2017", Definition: "bred"}, {Period: "2018", Earlier: "2017", IsOwn: true},
		{Period: "2018", Earlier: "2016", Definition: "bred"}, {Period: "2018", Earlier: "2016", IsOwn: true},
	}
	want := []Development{{Period: "2018", Earlier: "2016", IsOwn: true}, {Period: "2018", Earlier: "2016", Definition: "bred"}}
	if diff := cmp.Diff(want, between(all, "2018")); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
