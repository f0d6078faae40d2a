package pipeline

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Two decisions about a provider must not overlap, so proposals whose periods
// meet are one; others are decisions of their own.
func TestProposalsThatMeetAreOne(t *testing.T) {
	first := proposal{id: "a", provider: "x", from: "2020-01-01", to: "2021-01-01", definitions: []string{"snav"}}
	tests := []struct {
		name               string
		provider, from, to string
		want               []string
	}{
		{"the same period", "x", "2020-01-01", "2021-01-01", []string{"a 2020-01-01 2021-01-01 [bred snav]"}},
		{"one that begins within", "x", "2020-06-01", "2022-01-01", []string{"a 2020-01-01 2022-01-01 [bred snav]"}},
		{"the next", "x", "2021-01-01", "2022-01-01", []string{"a 2020-01-01 2021-01-01 [snav]", "b 2021-01-01 2022-01-01 [bred]"}},
		{"the one before", "x", "2019-01-01", "2020-01-01", []string{"a 2020-01-01 2021-01-01 [snav]", "b 2019-01-01 2020-01-01 [bred]"}},
		{"another provider", "y", "2020-01-01", "2021-01-01", []string{"a 2020-01-01 2021-01-01 [snav]", "b 2020-01-01 2021-01-01 [bred]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list := add([]proposal{first}, proposal{id: "b", provider: tt.provider, from: tt.from, to: tt.to, definitions: []string{"bred"}})
			var got []string
			for _, p := range list {
				got = append(got, fmt.Sprint(p.id, " ", p.from, " ", p.to, " ", p.definitions))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWithoutCardsThereIsNothingToReview(t *testing.T) {
	want := "Vad som skulle flytta den idéburna andelen mest om det avgjordes\nUtgåva e.\n\n" +
		"Första sidan har inga kort, så här finns inget att granska. De skrivs under\nheadline i tresektor.yaml.\n"
	if diff := cmp.Diff(want, Review{Edition: "e"}.Text("sv")); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	want = "Who makes the difference between the definitions\nEdition e.\n\n" +
		"The front page has no cards, so nothing is compared here. Name a measure with\n--measure.\n"
	if diff := cmp.Diff(want, Difference{Edition: "e"}.Text("en")); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
