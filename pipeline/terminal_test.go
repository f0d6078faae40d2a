package pipeline

import (
	"strings"
	"testing"
)

// On a terminal there is no chart with a line to refer to, and definitions are
// called by their labels.
func TestATerminalSaysWhatIsTrueWithoutAChart(t *testing.T) {
	card := cardOf(30000, 30000)
	card.Periods[0].Period = "2024/25"
	card.Earlier = []Period{{Period: "2019/20", Sectors: card.Periods[0].Sectors}}
	card.Break = word("Före 2024/25 räknades elever, därefter slutbetyg.", "Before 2024/25 pupils were counted, after that final grades.")
	card.Readings = []Reading{
		{Definition: "snav", Label: word("Snäv: föreningar", "Narrow: associations"), Low: 30000, High: 30000},
		{Definition: "bred", Label: word("Bred: även kooperativ", "Broad: cooperatives too"), Low: 40000, High: 50000},
	}
	card.Spread = hull(card.Readings)
	for language, want := range map[string][]string{
		"sv": {
			`Beror på hur man räknar: 3,0–5,0 procent. "Snäv: föreningar" 3,0 procent; "Bred: även kooperativ" 4,0–5,0 procent.`,
			"Jämför inte talen före och efter. Före 2024/25 räknades elever, därefter slutbetyg.",
		},
		"en": {
			`Depends on what is counted: 3.0–5.0 per cent. "Narrow: associations" 3.0 per cent; "Broad: cooperatives too" 4.0–5.0 per cent.`,
			"Do not compare the numbers before and after. Before 2024/25 pupils were counted, after that final grades.",
		},
	} {
		text := strings.Join(strings.Fields(HeadlineText([]Card{card}, language)), " ")
		for _, sentence := range want {
			if !strings.Contains(text, sentence) {
				t.Errorf("no %q in\n%s", sentence, text)
			}
		}
		for _, unwanted := range []string{"strecket", "the line", "snav", "bred "} {
			if strings.Contains(text, unwanted) {
				t.Errorf("%q stands in\n%s", unwanted, text)
			}
		}
	}
}

// A share that moves is never said to move by nothing.
func TestAnArrowHasDecimalsThatShowHowFar(t *testing.T) {
	for _, tt := range []struct {
		before, after int64
		want          string
	}{
		{65_030, 65_060, "6,503 → 6,506 %, +0,003 procentenheter"},
		{65_030, 65_130, "6,50 → 6,51 %, +0,01 procentenheter"},
		{65_030, 65_031, "6,5030 → 6,5031 %, +0,0001 procentenheter"},
	} {
		if got := (wording{language: "sv"}).arrow(&tt.before, &tt.after); got != tt.want {
			t.Errorf("%d to %d: %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}
