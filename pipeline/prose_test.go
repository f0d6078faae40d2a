package pipeline

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestPeriodsAreNamedBySpansWithoutGaps(t *testing.T) {
	all := []string{"2016", "2017", "2018", "2019", "2020"}
	for _, c := range []struct {
		some []string
		want string
	}{
		{nil, ""},
		{[]string{"2017"}, "2017"},
		{[]string{"2016", "2017", "2018", "2019", "2020"}, "2016–2020"},
		{[]string{"2016", "2018", "2019"}, "2016, 2018–2019"},
	} {
		if got := stretches(c.some, all); got != c.want {
			t.Errorf("%v: %q, want %q", c.some, got, c.want)
		}
	}
}

func TestWhereADefinitionCanBeCountedIsAnAnswer(t *testing.T) {
	d := prose{wording: wording{language: "sv"}}
	for want, c := range map[string][2]string{
		"Ja: 2021":                    {"2021", ""},
		"Nej. 2021: uppgifter saknas": {"", "2021: uppgifter saknas"},
		"Ja: 2021. Annars inte. 2020: uppgifter saknas": {"2021", "2020: uppgifter saknas"},
	} {
		if got := d.answer(c[0], c[1]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestTheYearOfAFigureIsSaidInThePagesLanguage(t *testing.T) {
	figure := edition.Table{Fields: []edition.Field{{Name: "year"}}}
	for language, want := range map[string]string{"sv": "2013 (utgivningsår)", "en": "2013 (year of publication)"} {
		d := prose{wording: wording{language: language}, siteTables: siteTables{byName: map[string]edition.Table{"figure": figure}}}
		if got := d.yearSaid([]any{"2013 (utgivningsår)"}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
