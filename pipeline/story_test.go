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

// Definitions are told together only where they are silent for the same reason.
func TestDefinitionsAreSilentTogetherForOneReasonOnly(t *testing.T) {
	silent := func(definition, why string) Decision {
		return Decision{Definition: definition, Measure: "m", Period: "2016", Date: "2016-12-31", Silence: why}
	}
	e := Explanation{Decisions: []Decision{
		silent("a", "not_in_force"), silent("b", "not_in_force"), silent("c", "no_evidence"),
	}}
	got := map[string]string{}
	for _, q := range newStory("sv", vocabulary{}).quiets(e) {
		got[q.Silence] += strings.Join(q.definitions, "+") + ";"
	}
	if diff := cmp.Diff(map[string]string{"not_in_force": "a+b;", "no_evidence": "c;"}, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

// Days on which a thing was seen are gathered; validities that somebody stated
// are two facts, though one begins where the other ends.
func TestStatedValiditiesAreNotGathered(t *testing.T) {
	first := Evidence{Attribute: "legal_form", Value: "61", Source: "s", From: "2016-01-01", To: "2018-01-01"}
	next := first
	next.From, next.To = "2018-01-01", "2020-01-01"
	if got := facts([]Evidence{first, next}); len(got) != 2 {
		t.Errorf("two stated validities became %d facts", len(got))
	}
	first.Observed, next.Observed = "2016-01-01", "2018-01-01"
	got := facts([]Evidence{first, next})
	if len(got) != 1 || len(got[0].observed) != 2 || got[0].to != "2020-01-01" {
		t.Errorf("what was seen twice became %+v", got)
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
		{"one of a unit", "en", newStory("en", aMeasure()).quantity("1", "elever"), "number of pupils: 1"},
		{"several of a unit", "sv", newStory("sv", aMeasure()).quantity("1200", "elever"), "1\u00a0200\u00a0elever"},
		{"an owner", "sv", newStory("sv", vocabulary{}).statement(Evidence{Attribute: "Andel", Value: "60", OtherID: "se:8020020718", OtherName: "Föreningen"}), "Andel: 60, Föreningen (802002-0718)"},
		{"a number before", "sv", newStory("sv", vocabulary{}).statement(Evidence{Attribute: "Förut", Value: "yes", OtherID: "se:8020020718"}), "Förut: 802002-0718"},
		{"known evidence", "sv", strings.Join(newStory("sv", vocabulary{}).known("Form=49 Sni=87 Hem för barn"), "|"), "form: 49|sni: 87 Hem för barn"},
		{"one number is no range", "sv", newStory("sv", vocabulary{}).span(millionth(33000), millionth(33000)), "3,30 procent"},
		{"a range of shares", "en", newStory("en", vocabulary{}).span(millionth(33000), millionth(34000)), "between 3.30 and 3.40 per cent"},
		{"no upper end", "sv", newStory("sv", vocabulary{}).span(millionth(33000), nil), "minst 3,30 procent"},
		{"a sector", "sv", newStory("sv", vocabulary{}).counted("public"), "som public"},
		{"no sector", "sv", newStory("sv", vocabulary{}).counted("unknown"), `till "unknown"`},
		{"a mask", "sv", newStory("sv", vocabulary{}).whom("ledger:masked:person", "masked", "", 4), "person (ledger)"},
		{"two natural persons", "sv", newStory("sv", vocabulary{}).whom("person", "person", "", 2), "fysiska personer, färre än 3 stycken"},
		{"three natural persons", "sv", newStory("sv", vocabulary{}).whom("person", "person", "", 3), "fysiska personer, 3 stycken"},
		{"nothing at all", "sv", newStory("sv", vocabulary{}).part(0, true), "0,00 procent"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.got != tt.want {
				t.Errorf("got %q, want %q", tt.got, tt.want)
			}
		})
	}
}

func aMeasure() vocabulary {
	return vocabulary{measures: map[string]map[string]string{"elever": {"unit_sv": "elever", "unit_en": "pupils"}}}
}

func millionth(n int64) *int64 { return &n }

func TestOwnersAreToldWithTheirChain(t *testing.T) {
	words := vocabulary{labels: map[[2]string]label{
		{"attribute", "owner_majority"}: {Text: word("Ägare med majoritet", "Majority owners")},
		{"evidence_value", "ideburen"}:  {Text: word("Idéburna ägare", "Idéburen owners")},
	}}
	e := Explanation{words: words, Owners: []Owner{{Attribute: "owner_majority",
		Majority: "ideburen", From: "2020-01-01", To: "2024-01-01", Contested: true,
		Chain: word("se:5560160680 ägs till 60 % av se:8020020718 (andelar, rad 2): idéburen", "60 % of se:5560160680 is owned by se:8020020718"),
	}}}
	for language, want := range map[string]string{
		"sv": "  Ägare med majoritet: Idéburna ägare.\n" +
			"      Räknat ur ägaruppgifterna. Gäller 2020-01-01 till och med 2023-12-31.\n" +
			"      556016-0680 ägs till 60 % av 802002-0718 (andelar, rad 2): idéburen.\n      Ägaruppgifterna säger emot varandra.\n",
		"en": "  Majority owners: Idéburen owners.\n" +
			"      Computed from the evidence of owners. Valid 2020-01-01 to 2023-12-31.\n" +
			"      60 % of 556016-0680 is owned by 802002-0718.\n      The evidence of owners contradicts itself.\n",
	} {
		s := newStory(language, words)
		s.owners(e)
		if diff := cmp.Diff(want, s.text.String()); diff != "" {
			t.Errorf("%s: mismatch (-want +got):\n%s", language, diff)
		}
	}
}
