package pipeline

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDecisionsThatSayTheSameAreOneSpan(t *testing.T) {
	tests := []struct {
		name string
		said string // period date sector measure, by commas
		want []string
	}{
		{"one period", "2016 2016-12-31 private m", []string{"private 2016 m"}},
		{"periods in a row", "2016 2016-12-31 private m,2017 2017-12-31 private m,2018 2018-12-31 private m",
			[]string{"private 2016+2017+2018 m"}},
		{"a change and back", "2016 2016-12-31 private m,2017 2017-12-31 ideburen m,2018 2018-12-31 private m",
			[]string{"private 2016 m", "ideburen 2017 m", "private 2018 m"}},
		{"any order of rows", "2018 2018-12-31 private m,2016 2016-12-31 private m", []string{"private 2016+2018 m"}},
		{"two measures of one day", "2016 2016-12-31 private m,2016 2016-12-31 private n", []string{"private 2016 m+n"}},
		{"two measures that differ", "2016 2016-12-31 private m,2016 2016-12-31 ideburen n,2017 2017-12-31 private m,2017 2017-12-31 ideburen n",
			[]string{"private 2016+2017 m", "ideburen 2016+2017 n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var decisions []Decision
			for text := range strings.SplitSeq(tt.said, ",") {
				f := strings.Fields(text)
				decisions = append(decisions, Decision{Period: f[0], Date: f[1], Sector: f[2], Measure: f[3]})
			}
			var got []string
			for _, p := range spans(decisions) {
				got = append(got, p.Sector+" "+strings.Join(p.periods, "+")+" "+strings.Join(p.measures, "+"))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEvidenceIsCarriedWhereItWasNotSeen(t *testing.T) {
	form := fact{
		Evidence: Evidence{From: "0001-01-01"}, to: "9999-12-31", observed: []string{"2020-06-01"},
	}
	tests := []struct {
		name          string
		from, to, day string
		want          bool
	}{
		{"seen in the period", "2019-07-01", "2020-07-01", "2019-10-15", false},
		{"forward", "2024-07-01", "2025-07-01", "2025-06-30", true},
		{"back", "2016-01-01", "2017-01-01", "2016-12-31", true},
		{"seen on the first day", "2020-06-01", "2021-06-01", "2021-05-31", false},
		{"seen on the day after the last", "2020-05-01", "2020-06-01", "2020-05-31", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := form.isCarried(Decision{From: tt.from, To: tt.to, Date: tt.day}); got != tt.want {
				t.Errorf("is carried: %v, want %v", got, tt.want)
			}
		})
	}
}

func TestStoriesSpeakOfPeriodsAndLinesInWords(t *testing.T) {
	for _, tt := range []struct{ name, language, got, want string }{
		{"a school year", "sv", newStory("sv", vocabulary{}).period("2019/20"), "läsåret 2019/20"},
		{"a month", "sv", newStory("sv", vocabulary{}).period("2026-09"), "september 2026"},
		{"a month in English", "en", newStory("en", vocabulary{}).period("2026-05"), "May 2026"},
		{"a year", "sv", newStory("sv", vocabulary{}).period("2021"), "2021"},
		{"a span", "sv", newStory("sv", vocabulary{}).periods([]string{"2016", "2017", "2018"}), "2016 till 2018 (3 perioder)"},
		{"one line", "sv", newStory("sv", vocabulary{}).lines("4"), "rad 4"},
		{"a range", "sv", newStory("sv", vocabulary{}).lines("4-7"), "rader 4–7"},
		{"many", "en", newStory("en", vocabulary{}).lines("1 3 5 7 9 11 13 15"), "lines 1, 3, 5, 7, 9, 11 and 2 more places"},
		{"one more than is told is told", "en", newStory("en", vocabulary{}).lines("1 3 5 7 9 11 13"), "lines 1, 3, 5, 7, 9, 11, 13"},
		{"less than the decimals show", "sv", newStory("sv", vocabulary{}).part(49, false), "mindre än 0,01 procent"},
		{"nothing at all", "sv", newStory("sv", vocabulary{}).part(0, true), "0,00 procent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("got %q, want %q", tt.got, tt.want)
			}
		})
	}
}

func TestOwnersAreToldWithTheirChain(t *testing.T) {
	words := vocabulary{labels: map[[2]string]label{
		{"attribute", "owner_majority"}: {Text: word("Ägare med majoritet", "Majority owners")},
		{"evidence_value", "ideburen"}:  {Text: word("Idéburna ägare", "Idéburen owners")},
	}}
	e := Explanation{words: words, Owners: []Owner{{Attribute: "owner_majority",
		Majority: "ideburen", From: "2020-01-01", To: "2024-01-01", Contested: true,
		Chain: word("Föreningen äger 60 procent.", "The association owns 60 per cent."),
	}}}
	for language, want := range map[string]string{
		"sv": "  Ägare med majoritet: Idéburna ägare.\n" +
			"      Räknat ur ägaruppgifterna. Gäller 2020-01-01 till och med 2023-12-31.\n" +
			"      Föreningen äger 60 procent.\n      Ägaruppgifterna säger emot varandra.\n",
		"en": "  Majority owners: Idéburen owners.\n" +
			"      Computed from the evidence of owners. Valid 2020-01-01 to 2023-12-31.\n" +
			"      The association owns 60 per cent.\n      The evidence of owners contradicts itself.\n",
	} {
		s := newStory(language, words)
		s.owners(e)
		if diff := cmp.Diff(want, s.text.String()); diff != "" {
			t.Errorf("%s: mismatch (-want +got):\n%s", language, diff)
		}
	}
}
