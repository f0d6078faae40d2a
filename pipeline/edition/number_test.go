package edition_test

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestARangeIsOneNumberOnlyWhenItsWidthIs(t *testing.T) {
	for _, tt := range [][3]string{
		{"0.032965", "0.032965", "3,3"},
		{"0.034600", "0.042200", "3,5–4,2"},
		{"0.034400", "0.034899", "3,4"}, // 0.0499 points
		{"0.034400", "0.034900", "3,4–3,5"},
		{"0.034100", "0.034420", "3,4"},
		{"0.031000", edition.NotApplicable, "≥\u00a03,1"},
		{edition.Suppressed, edition.Suppressed, "..."},
	} {
		if got, err := edition.Between(tt[0], tt[1], edition.Swedish); got != tt[2] || err != nil {
			t.Errorf("%s to %s: %q, %v; want %q", tt[0], tt[1], got, err, tt[2])
		}
	}
}

func TestWhatIsNoRangeOfSharesIsRefused(t *testing.T) {
	for _, tt := range [][2]string{
		{"84.17", "84.17"}, {"-0.1", "0.1"}, {"-0.1", edition.NotApplicable}, {"2", edition.NotApplicable},
		{"0.2", "0.1"}, {"0,1", "0.2"}, {"0.1", "x"}, {"", ""},
	} {
		if got, err := edition.Between(tt[0], tt[1], edition.English); err == nil {
			t.Errorf("%q to %q: %q and no error", tt[0], tt[1], got)
		}
	}
}
