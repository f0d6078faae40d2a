package pipeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/workspace"
)

func cardOf(low, high int64) Card {
	r := Sector{Code: "ideburen", Share: &low, Low: &low, High: &high}
	return Card{Unit: word("elever", "pupils"), Periods: []Period{{Period: "2024", Sectors: []Sector{r}}}}
}

// TestTheSentenceHasTheFormThatItsRangeAllows holds method 1: one number below
// 0.05 points, a range above, and "at least" when the range is wider than its
// lower end.
func TestTheSentenceHasTheFormThatItsRangeAllows(t *testing.T) {
	config := workspace.Card{
		Subject: workspace.Text{SV: "av eleverna", EN: "of pupils"},
		Verb:    workspace.Text{SV: "gick {period} i en idéburen skola", EN: "went to a non-profit school in {period}"},
	}
	tests := []struct {
		name      string
		low, high int64 // millionths
		sv, en    string
	}{
		{"certain", 32965, 32965,
			"3,3 procent av eleverna gick 2024 i en idéburen skola.",
			"3.3 per cent of pupils went to a non-profit school in 2024."},
		{"499 millionths apart", 32965, 33464,
			"3,3 procent av eleverna gick 2024 i en idéburen skola.",
			"3.3 per cent of pupils went to a non-profit school in 2024."},
		{"500 millionths apart", 32965, 33465,
			"Mellan 3,30 och 3,35 procent av eleverna gick 2024 i en idéburen skola.",
			"Between 3.30 and 3.35 per cent of pupils went to a non-profit school in 2024."},
		{"a range", 34574, 42153,
			"Mellan 3,5 och 4,2 procent av eleverna gick 2024 i en idéburen skola.",
			"Between 3.5 and 4.2 per cent of pupils went to a non-profit school in 2024."},
		{"as wide as its lower end", 31000, 62000,
			"Mellan 3,1 och 6,2 procent av eleverna gick 2024 i en idéburen skola.",
			"Between 3.1 and 6.2 per cent of pupils went to a non-profit school in 2024."},
		{"wider than its lower end", 31000, 62001,
			"Andelen kan inte anges: underlaget räcker bara till att säga att minst 3,1 procent av eleverna gick 2024 i en idéburen skola.",
			"The share cannot be stated; the data only support that at least 3.1 per cent of pupils went to a non-profit school in 2024."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			card := cardOf(tt.low, tt.high)
			want := edition.Text{SV: tt.sv, EN: tt.en}
			got := edition.Text{
				SV: wording{language: "sv", card: card}.sentence(config),
				EN: wording{language: "en", card: card}.sentence(config),
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWhatAShareIsOfNamesThePeriodEverywhere: the denominator stands over charts
// and in the facts, too.
func TestWhatAShareIsOfNamesThePeriodEverywhere(t *testing.T) {
	card := cardOf(32965, 32965)
	card.Subject = word("av eleverna {period}", "of pupils in {period}")
	got := (&session{}).worded(workspace.Card{}, card)
	if got.Subject != word("av eleverna 2024", "of pupils in 2024") || strings.Contains(got.shown("sv")+got.pictured(chart.Sure, "sv"), "{") {
		t.Errorf("%q, %q", got.Subject, got.pictured(chart.Sure, "sv"))
	}
}

func TestAShareWithoutANumberSaysOfWhatItIs(t *testing.T) {
	card := cardOf(0, 0)
	card.Periods[0].Sectors[0].Low = nil
	config := workspace.Card{Subject: workspace.Text{SV: "av eleverna", EN: "of pupils"}, Verb: workspace.Text{SV: "gick", EN: "went"}}
	for language, want := range map[string]string{
		"sv": "Andelen av eleverna hos idéburna utförare kan inte anges.",
		"en": "The share of pupils at non-profit (idéburna) providers cannot be stated.",
	} {
		if got := (wording{language: language, card: card}).sentence(config); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A sentence about shares that cannot be told is not begun.
func TestNothingIsSaidOfSharesThatCannotBeTold(t *testing.T) {
	share := int64(125_000)
	known, closed := cardOf(32965, 32965), cardOf(32965, 32965)
	known.Periods[0].Sectors = append(known.Periods[0].Sectors, Sector{Code: "private", Share: &share, Low: &share, High: &share})
	text := "{private} procent gick i en privat skola."
	for _, c := range []struct {
		card       Card
		text, want string
	}{
		{known, text, "12,5 procent gick i en privat skola."},
		{closed, text, ""},
		{closed, "Inget mer.", "Inget mer."},
	} {
		if got := (wording{language: "sv", card: c.card}).beside(c.text); got != c.want {
			t.Errorf("beside %q = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNumbersAreRoundedOnceAndWrittenByLanguage(t *testing.T) {
	tests := []struct {
		millionths percentage
		decimals   int
		sv, en     string
	}{
		{32965, 1, "3,3", "3.3"}, {32500, 1, "3,3", "3.3"}, {32499, 1, "3,2", "3.2"},
		{500, 1, "0,1", "0.1"}, {499, 1, "0,0", "0.0"}, {-500, 1, "−0,1", "−0.1"},
		{1_000_000, 1, "100,0", "100.0"}, {52296, 2, "5,23", "5.23"}, {5000, 0, "1", "1"},
	}
	for _, tt := range tests {
		if got := tt.millionths.in("sv", tt.decimals); got != tt.sv {
			t.Errorf("%d: %s, want %s", tt.millionths, got, tt.sv)
		}
		if got := tt.millionths.in("en", tt.decimals); got != tt.en {
			t.Errorf("%d: %s, want %s", tt.millionths, got, tt.en)
		}
	}
	for _, tt := range [][3]string{
		{"1078945", "1\u00a0078\u00a0945", "1,078,945"}, {"999", "999", "999"},
		{"-1234.50", "−1\u00a0234,50", "−1,234.50"}, {"1000", "1\u00a0000", "1,000"},
	} {
		if got := grouped("sv", tt[0]); got != tt[1] {
			t.Errorf("%s: %q, want %q", tt[0], got, tt[1])
		}
		if got := grouped("en", tt[0]); got != tt[2] {
			t.Errorf("%s: %q, want %q", tt[0], got, tt[2])
		}
	}
}

func TestFixedWritesEveryDecimal(t *testing.T) {
	for _, tt := range []struct {
		n        int64
		decimals int
		want     string
	}{
		{0, 0, "0"}, {0, 2, "0.00"}, {5, 2, "0.05"}, {-5, 2, "-0.05"}, {12345, 2, "123.45"},
		{1, 6, "0.000001"}, {-1000000, 6, "-1.000000"}, {7, 0, "7"},
	} {
		if got := fixed(tt.n, tt.decimals); got != tt.want {
			t.Errorf("%d with %d decimals: %s, want %s", tt.n, tt.decimals, got, tt.want)
		}
	}
}
