package queries_test

import (
	"strings"
	"testing"

	"tresektor/queries"

	"github.com/google/go-cmp/cmp"
)

// A decision from July moves the months from July, and those alone.
func TestADecisionMovesTheMonthsThatItHoldsFor(t *testing.T) {
	w := yearly(t)
	w.put("card", "c 1 y 0180 none none d .")
	w.months("se:private", "10", "2024", from(1, 12)...)
	w.months("se:ideburen", "10", "2024", from(1, 12)...)
	w.override("D1 se:private ideburen from=2024-07-01")
	// 120 and 60 of 240 are idéburna, and 120 without the decision.
	w.build().expect("select sector, amount from share where place = '0180' and amount > 0 order by all", "ideburen 180", "private 60")
	w.expect("select card, period, amount, share_with, share_without, sector_without from override_effect", "c 2024 60 750000 500000 private")
	w.expect("select sector, amount, reversed_amount from override_shift where amount + reversed_amount > 0 order by all",
		"ideburen 180 120", "private 60 120")
}

// Without the decision, which is of one month, too much of the year is not decided.
func TestADecisionOfAMonthMayLetTheYearSpeak(t *testing.T) {
	w := yearly(t)
	w.define("strict", "percent=100", simple...)
	w.put("card", "c 1 y 0180 none none strict .")
	w.months("se:ideburen", "10", "2024", 1)
	w.months("se:unknown", "8", "2024", 2, 3)
	w.override("D1 se:unknown private of=strict from=2024-03-01")
	w.build().expect("select definition, share_with, share_without from override_effect where definition = 'strict'", "strict 384615 -")
}

// The places of a total may be there in different months of a year.
func TestPlacesOfAYearAreThoseOfAnyMonth(t *testing.T) {
	w := yearly(t)
	w.volume("se:ideburen 10 measure=y period=2024-01 part=2024-01 place=0180", "se:private 30 measure=y period=2024-02 part=2024-02 place=0114")
	w.build().expect("select sector, amount, total, places_present, places_listed from share where place = '01' and amount > 0 order by all",
		"ideburen 10 40 2 2", "private 30 40 2 2")
	w.traced().expect("select reference_date from coverage where place = '01' order by all", "2024-01-31", "2024-02-29")
}

func TestSuppliersWithoutANumberAreThoseOfTheYear(t *testing.T) {
	w := yearly(t)
	w.months("src:name:a", "10", "2024", 1, 2)
	w.months("se:private", "5", "2024", 2)
	w.build().expect("select period, status, amount, providers from link_volume order by all", "2024 not_by_name 5 1", "2024 unlinked 20 1")
}

func TestAProviderWithOtherEvidenceOfTheSameKindIsOne(t *testing.T) {
	w := yearly(t)
	w.rule("kind", 0, "all: -> ideell_forening fallback")
	w.put("kind", "ideell_forening 1 x")
	w.define("k", "", "a: legal_form=61 -> ideburen", "b: registered=yes -> ideburen basis=stated", simple[4])
	w.evidence("se:x legal_form=61 from=2024-01-01 to=2024-07-01", "se:x registered=yes from=2024-07-01")
	w.months("se:x", "10", "2024", from(1, 12)...)
	w.build().expect("select definition, kind, amount, providers from share_kind where place = '0180' order by all",
		"d ideell_forening 60 1", "k ideell_forening 120 1")
}

func TestEvidenceOfAMonthIsEvidenceOfItsYear(t *testing.T) {
	w := yearly(t)
	w.define("need", "need=owner_control", simple...)
	w.evidence("se:private owner_control=41 from=2024-01-01 to=2024-02-01")
	w.months("se:private", "1", "2024", 1, 2)
	w.months("se:private", "1", "2025", 1)
	w.build().expect("select period, reported, coalesce(reason, 'speaks') from applicable join period using (period_key) where definition = 'need' order by all",
		"2024 2024-01 speaks", "2024 2024-02 speaks", "2025 2025-01 no_evidence")
}

// Who is not decided, and has other evidence from July on, moves the share by what
// it had and has more or less of the whole, and each of its parts is a part of that.
func TestTheRangeOfAChangeHasAllPartsOfAYear(t *testing.T) {
	w := yearly(t)
	w.evidence("se:open ownership_claim=nonpublic from=2024-07-01")
	w.months("se:ideburen", "10", "2023", from(1, 12)...)
	w.months("se:ideburen", "10", "2024", from(1, 12)...)
	w.months("se:open", "10", "2024", from(1, 12)...)
	// 120 of 120 before, 120 of 240 now; the open half may be idéburen, all of it.
	w.build().expect("select change, change_low, change_high from change where place = '0180' and sector = 'ideburen'", "-500000 -500000 0")
}

// What is owed with some evidence is netted with what is had with the same.
func TestDebtsAreNettedWithinTheirEvidence(t *testing.T) {
	w := yearly(t)
	w.evidence("se:open ownership_claim=nonpublic from=2024-07-01")
	w.months("se:ideburen", "50", "2024", 1)
	w.months("se:open", "30", "2024", 1)
	w.months("se:open", "-20", "2024", 2, 8)
	w.months("se:open", "25", "2024", 9)
	// 30 - 20 and 25 - 20 are undecided; none is a debt.
	w.build().expect("select amount, total, low, high from share where place = '0180' and sector = 'ideburen'", "50 65 769231 1000000")
}

// What is told of periods is told of the year, once, and of whom it names in any
// of its months.
func TestAYearOfMonthsIsPublishedOnce(t *testing.T) {
	w := yearly(t)
	w.define("late", "from=2024-07-01", simple...)
	w.put("card", "c 1 y 0180 none none d .")
	w.evidence("se:half legal_form=61 to=2024-07-01", "se:half legal_form=49 from=2024-07-01")
	w.months("se:half", "10", "2024", from(5, 8)...)
	w.months("se:private", "10", "2024", from(5, 8)...)
	w.build()
	for table, want := range map[string]string{
		"select definition, period, reference_date, reason from applicable":                                                          "d 2024 2024-08-31 .|late 2024 2024-08-31 not_in_force",
		"select card, period, provider_id from backing":                                                                              "c 2024 se:half",
		"select period, amount, months, is_preliminary from headline where sector = 'ideburen'":                                      "2024 20 4 true",
		"select period, amount, months, is_preliminary from share where sector = 'ideburen' and place = '0180' and definition = 'd'": "2024 20 4 true",
	} {
		query, rest, _ := strings.Cut(table, " from ")
		name, where, _ := strings.Cut(rest, " ")
		r, err := queries.Published(name)
		w.must(err)
		w.expect(query+" from ("+r.SQL+") "+where, strings.Split(want, "|")...)
	}
}

func TestASilentYearIsOneFinding(t *testing.T) {
	w := yearly(t)
	w.rows["definition_need"] = []string{"d 0 registered"}
	w.months("se:private", "1", "2024", 1, 2)
	w.build().expect("select period, reasons from silent_period", "2024 d: no_evidence")
}

// Who has other evidence later in the year, which decides the same, is one provider
// of the line.
func TestReviewCountsAProviderOfAYearOnce(t *testing.T) {
	w := yearly(t)
	w.define("e", "", append([]string{"owned: owner_control=41 -> ideburen"}, simple...)...)
	w.define("f", "", append([]string{"owned: owner_control=30 -> public"}, simple...)...)
	w.define("g", "", append([]string{"both: owner_control=30|41 -> ideburen"}, simple...)...)
	w.evidence("se:x owner_control=41 from=2024-07-01", "se:y owner_control=41 to=2024-07-01", "se:y owner_control=30 from=2024-07-01")
	w.months("se:x", "10", "2024", from(1, 12)...)
	w.months("se:y", "1", "2024", from(1, 12)...)
	w.months("se:ideburen", "1", "2024", 1)
	w.build().traced("y 2024 0180 none none g", "y 2024 0180 none none d")
	if diff := cmp.Diff([]string{"0 se:x 1 60", "1 se:x 1 120", "1 se:y 1 12"}, w.answer("review_line", "asked, listed_id, providers, positive")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"se:x 1 60", "se:y 1 12"}, w.answer("definition_difference", "listed_id, providers, amount")); diff != "" {
		t.Error(diff)
	}
}
