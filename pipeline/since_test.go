package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// revised makes the tables that a page tells changes from: rows of period,
// kind, causes, corrections, earlier and later share.
func revised(rows ...[6]any) changedSince {
	s := changedSince{wording: wording{language: edition.Swedish}, before: "2026-10-01-0123abcd"}
	for _, name := range []string{"definition", "measure", "place", "area", "agreement", "sector", "period", "kind", "causes", "corrections", "earlier_share", "later_share"} {
		s.revision.Fields = append(s.revision.Fields, edition.Field{Name: name})
	}
	for _, r := range rows {
		s.revision.Rows = append(s.revision.Rows, append([]any{"snav", "elever", "SE", "none", "none", "ideburen"}, r[:]...))
	}
	s.corrections.Fields = []edition.Field{{Name: "correction_id"}, {Name: "explanation_sv"}}
	s.corrections.Rows = [][]any{{"r1", "Fel fil från kommunen."}}
	return s
}

func TestAPageSaysWhatHasChangedAndWhy(t *testing.T) {
	own := workspace.Card{Definition: "snav", Measure: "elever", Place: "SE", Area: "none", Agreement: "none"}
	shown := Card{Periods: []Period{{Period: "2020"}, {Period: "2021"}, {Period: "2022"}, {Period: "2023"}, {Period: "2024"}}}
	row := func(period string) [6]any { return [6]any{period, "revision", "evidence", "", "0.031000", "0.032000"} }
	fresh := func(period string) [6]any { return [6]any{period, "development", "new_period", "", nil, "0.032000"} }
	first := revised()
	first.before = ""
	other := revised([6]any{"2024", "revision", "override", "", "0.031000", "0.032000"})
	other.revision.Rows[0][0] = "bred"
	for name, c := range map[string]struct {
		since changedSince
		want  []string
	}{
		"the first":   {first, nil},
		"nothing":     {other, []string{"Inga tal i diagrammet är ändrade sedan utgåvan den 1 oktober 2026."}},
		"a revision":  {revised([6]any{"2024", "revision", "override source_data", "", "0.031000", "0.032000"}), []string{"Ändrad uppgift för 2024 sedan utgåvan den 1 oktober 2026: 3,1 procent har blivit 3,2 procent av det som är känt. Orsak: reviderade källdata, beslut om enskild utförare."}},
		"very little": {revised([6]any{"2024", "revision", "override", "", "0.031100", "0.031200"}), []string{"Ändrad uppgift för 2024 sedan utgåvan den 1 oktober 2026: 3,11 procent har blivit 3,12 procent av det som är känt. Orsak: beslut om enskild utförare."}},
		"a new period and an old one": {revised([6]any{"2023", "revision", "evidence", "", "0.031000", "0.032000"}, [6]any{"2024", "development", "new_period", "", nil, "0.032000"}), []string{
			"2024 är en ny period sedan utgåvan den 1 oktober 2026.",
			"Ändrad uppgift för 2023 sedan utgåvan den 1 oktober 2026: 3,1 procent har blivit 3,2 procent av det som är känt. Orsak: uppgifter om utförare."}},
		"an old period alone": {revised(row("2020")), []string{
			"Talet för 2024 är inte ändrat sedan utgåvan den 1 oktober 2026.",
			"Ändrad uppgift för 2020 sedan utgåvan den 1 oktober 2026: 3,1 procent har blivit 3,2 procent av det som är känt. Orsak: uppgifter om utförare."}},
		"two old ones": {revised(row("2020"), row("2022")), []string{
			"Talet för 2024 är inte ändrat sedan utgåvan den 1 oktober 2026.",
			"Talen för 2020 och 2022 är ändrade sedan utgåvan den 1 oktober 2026. Orsak: uppgifter om utförare."}},
		"all": {revised(row("2020"), row("2021"), row("2022"), row("2023"), row("2024")), []string{
			"Ändrad uppgift för 2024 sedan utgåvan den 1 oktober 2026: 3,1 procent har blivit 3,2 procent av det som är känt. Orsak: uppgifter om utförare.",
			"Talen för 2020, 2021, 2022 och 2023 är också ändrade sedan utgåvan den 1 oktober 2026. Orsak: uppgifter om utförare."}},
		"a new one and a changed one of old": {revised(fresh("2020"), row("2021")), []string{
			"Talet för 2024 är inte ändrat sedan utgåvan den 1 oktober 2026.",
			"2020 är en ny period sedan utgåvan den 1 oktober 2026.",
			"Talet för 2021 är ändrat sedan utgåvan den 1 oktober 2026. Orsak: uppgifter om utförare."}},
		"more than are named": {revised(row("2017"), row("2018"), row("2019"), row("2020"), row("2021"), row("2023")), []string{
			"Talet för 2024 är inte ändrat sedan utgåvan den 1 oktober 2026.",
			"Talen för 6 perioder från 2017 till 2023 är ändrade sedan utgåvan den 1 oktober 2026. Orsak: uppgifter om utförare."}},
		"new ones of old": {revised(fresh("2020"), fresh("2021")), []string{
			"Talet för 2024 är inte ändrat sedan utgåvan den 1 oktober 2026.",
			"2020 och 2021 är nya perioder sedan utgåvan den 1 oktober 2026."}},
		"hidden":       {revised([6]any{"2024", "revision", "protection", "", nil, nil}), []string{"Uppgiften för 2024 är ändrad sedan utgåvan den 1 oktober 2026. Orsak: skydd."}},
		"amounts only": {revised([6]any{"2024", "revision", "source_data", "", "0.031000", "0.031000"}), []string{"Underlaget för 2024 är ändrat sedan utgåvan den 1 oktober 2026, men inte andelen. Orsak: reviderade källdata."}},
		"a correction": {revised([6]any{"2024", "correction", "source_data", "r1", "0.031000", "0.032000"}), []string{
			"Ändrad uppgift för 2024 sedan utgåvan den 1 oktober 2026: 3,1 procent har blivit 3,2 procent av det som är känt. Orsak: reviderade källdata.",
			"Rättelse: Fel fil från kommunen."}},
	} {
		if diff := cmp.Diff(c.want, c.since.card(own, shown)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestEnglishNamesTheOtherPeriodsToo(t *testing.T) {
	s := revised([6]any{"2020", "revision", "evidence", "", "0.031000", "0.032000"}, [6]any{"2021", "revision", "evidence", "", "0.031000", "0.032000"})
	s.language = edition.English
	own := workspace.Card{Definition: "snav", Measure: "elever", Place: "SE", Area: "none", Agreement: "none"}
	want := []string{"The number for 2024 has not changed since the edition of 1 October 2026.",
		"The numbers for 2020 and 2021 have changed since the edition of 1 October 2026. Cause: evidence about providers."}
	if diff := cmp.Diff(want, s.card(own, Card{Periods: []Period{{Period: "2020"}, {Period: "2021"}, {Period: "2024"}}})); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
