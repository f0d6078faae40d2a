package edition_test

import (
	"strings"
	"testing"

	"tresektor/pipeline/edition"
)

func table(rows ...[]any) edition.Table {
	return edition.Table{
		Name:  "share",
		Grain: []string{"period"},
		Fields: []edition.Field{
			{Name: "period", Kind: edition.KindText},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6},
			{Name: "provider", Kind: edition.KindInteger},
			{Name: "known", Kind: edition.KindBoolean},
			{Name: "day", Kind: edition.KindDate},
		},
		Rows: rows,
	}
}

func TestCheckAcceptsEveryKindAndNull(t *testing.T) {
	err := table(
		[]any{"2019/20", "0.032965", int64(7), true, "2019-10-15"},
		[]any{"2020/21", "-0.5", int64(0), false, "2020-02-29"},
		[]any{"2021/22", nil, nil, nil, nil},
	).Check()
	if err != nil {
		t.Error(err)
	}
}

func TestCheckNamesTheRowAndTheField(t *testing.T) {
	tests := []struct {
		name string
		row  []any
		want string
	}{
		{"null in the grain", []any{nil, "1", int64(1), true, nil}, "row 1: field period is null"},
		{"too short", []any{"2019"}, "row 1: 1 cells, want 5"},
		{"float", []any{"2019", 0.5, int64(1), true, nil}, "field share: 0.5 is float64"},
		{"int", []any{"2019", "1", 1, true, nil}, "field provider: 1 is int, want int64"},
		{"too many decimals", []any{"2019", "0.1234567", nil, nil, nil}, "more than 6 decimals"},
		{"decimal comma", []any{"2019", "0,5", nil, nil, nil}, `"0,5" is not a decimal number`},
		{"exponent", []any{"2019", "1e5", nil, nil, nil}, "not a decimal number"},
		{"leading zero", []any{"2019", "01", nil, nil, nil}, "not a decimal number"},
		{"no fraction", []any{"2019", "1.", nil, nil, nil}, "not a decimal number"},
		{"empty", []any{"2019", "", nil, nil, nil}, "not a decimal number"},
		{"no such day", []any{"2019", nil, nil, nil, "2021-02-30"}, "field day"},
		{"not UTF-8", []any{"\xff", nil, nil, nil, nil}, "not UTF-8"},
		{"NUL", []any{"a\x00", nil, nil, nil, nil}, "holds a NUL"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := table(tt.row).Check(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error = %v, want %q", err, tt.want)
			}
		})
	}
}

func TestCheckWantsATrueDescription(t *testing.T) {
	for name, change := range map[string]func(*edition.Table){
		"no grain":            func(t *edition.Table) { t.Grain = nil },
		"grain without field": func(t *edition.Table) { t.Grain = []string{"place"} },
		"field twice":         func(t *edition.Table) { t.Fields[1].Name = "period" },
		"no symbol field":     func(t *edition.Table) { t.Fields[1].Symbol = "symbol" },
		"unknown kind":        func(t *edition.Table) { t.Fields[1].Kind = "float" },
	} {
		tab := table([]any{"2019", "1", nil, nil, nil})
		change(&tab)
		if tab.Check() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestNumbersAreShownAsPeopleReadThem(t *testing.T) {
	const nb, minus = "\u00a0", "\u2212"
	percent := func(s, lang string) (string, error) { return edition.Percent(s, 1, lang) }
	points := func(s, lang string) (string, error) { return edition.Points(s, 1, lang) }
	tests := []struct {
		show       func(string, string) (string, error)
		in, sv, en string
	}{
		{percent, "0.032965", "3,3", "3.3"},
		{percent, "0.0325", "3,3", "3.3"}, // half up
		{percent, "0.032499", "3,2", "3.2"},
		{percent, "1", "100,0", "100.0"},
		{percent, "0", "0,0", "0.0"},
		{percent, "..", "..", ".."},
		{points, "0.002", "+0,2", "+0.2"},
		{points, "-0.0266", minus + "2,7", minus + "2.7"},
		{points, "-0.0004", "0,0", "0.0"},
		{points, "0", "0,0", "0.0"},
		{edition.Number, "1078945", "1" + nb + "078" + nb + "945", "1,078,945"},
		{edition.Number, "-1234.50", minus + "1" + nb + "234,50", minus + "1,234.50"},
		{edition.Number, "999", "999", "999"},
		{edition.Number, "...", "...", "..."},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"sv": tt.sv, "en": tt.en} {
			if got, err := tt.show(tt.in, lang); got != want || err != nil {
				t.Errorf("%s in %s: %q, %v; want %q", tt.in, lang, got, err, want)
			}
		}
	}
	for _, bad := range []string{"", "3,3", "x", "1e3", "0x1"} {
		if _, err := edition.Percent(bad, 1, "sv"); err == nil {
			t.Errorf("Percent(%q) gave no error", bad)
		}
	}
}
