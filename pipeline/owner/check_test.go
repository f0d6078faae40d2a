package owner_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/owner"
)

func TestFactsThatCannotBeTrueAreAllRefused(t *testing.T) {
	_, err := owner.Majorities([]owner.Link{
		{Owned: "A", Owner: "B", Share: owner.Units(-1_000_001), Source: "list", Line: 2},
		{Owned: "A", Owner: "B", Votes: owner.Units(-1), Source: "list", Line: 3},
		{Owned: "", Owner: "", Source: "list", Line: 4},
		{Owned: "A", Owner: "B", From: date(t, "2020"), To: date(t, "2020"), Source: "list", Line: 5},
	}, []owner.Standing{
		{ID: "A", Is: owner.Tie, Source: "form", Line: 6},
		{ID: "", Is: owner.Public, From: date(t, "2021"), To: date(t, "2020"), Source: "form", Line: 7},
	})
	want := `list line 2: share: -100.0001 %
list line 3: votes: -0.0001 %
list line 4: owned: ""
list line 4: owner: ""
list line 5: to: 2020-01-01 is not after 2020-01-01
form line 6: is: "tie"
form line 7: id: ""
form line 7: to: 2020-01-01 is not after 2021-01-01`
	if err == nil {
		t.Fatal("no error")
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("error mismatch (-want +got):\n%s", diff)
	}
	var fault *owner.FactError
	if !errors.As(err, &fault) || fault.Hint() == "" {
		t.Errorf("%v has no hint", err)
	}
}

func TestParsePercent(t *testing.T) {
	tests := []struct {
		text string
		want string // as printed, or "error"
	}{
		{"51", "51"},
		{"33,34", "33.34"},
		{" 12.5 % ", "12.5"},
		{"0", "0"},
		{"100", "100"},
		{"0,0001", "0.0001"},
		{"33,33330", "33.3333"},
		{"", "?"},
		{"100,0001", "error"},
		{"33,33333", "error"},
		{"-1", "error"},
		{"1.000,5", "error"},
		{"5e1", "error"},
		{",5", "error"},
		{"5,", "error"},
		{"%", "error"},
		{"51 procent", "error"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			percent, err := owner.ParsePercent(tt.text)
			got := percent.String()
			if err != nil {
				got = "error"
			}
			if got != tt.want {
				t.Errorf("ParsePercent(%q) = %s, want %s", tt.text, got, tt.want)
			}
		})
	}
}
