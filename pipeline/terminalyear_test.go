package pipeline

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestTheTerminalMarksPreliminaryPeriods(t *testing.T) {
	months, share := int64(11), int64(250_000)
	sectors := []Sector{{Code: "ideburen", Share: &share, Low: &share, High: &share}}
	c := Card{Periods: []Period{{Period: "2023", Sectors: sectors, Months: &months, IsPreliminary: true}, {Period: "2024", Sectors: sectors}}}
	for language, want := range map[string]string{
		edition.Swedish: "Första och senaste period: 2023 25,0 procent (preliminärt), 2024 25,0 procent. ",
		edition.English: "First and latest period: 2023 25.0 per cent (preliminary), 2024 25.0 per cent. ",
	} {
		if got := (wording{language: language, card: c}).periods(); got != want {
			t.Errorf("the terminal says %q, want %q", got, want)
		}
	}
}

// An edition that is older than the columns says nothing of what its years lack.
func TestAnOlderEditionSaysNothingOfMonths(t *testing.T) {
	row, err := shareColumns([]byte("definition,measure,period,symbol,note"))
	if err != nil {
		t.Fatal(err)
	}
	r := row([]string{"12", "prov", "2024", ".", "true"})
	if got := yearState(r.months, r.isPreliminary); got != (YearState{}) {
		t.Errorf("it says %+v", got)
	}
}
