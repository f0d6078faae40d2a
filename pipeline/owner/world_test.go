package owner_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline/owner"
)

// read makes facts of lines such as
//
//	Bolaget <- Kommunen 60 % 2020..2022 @lista
//	Bolaget <- Kommunen 60 % votes
//	Kommunen is public 2020..
//
// The line number is that of the text.
func read(t testing.TB, text string) (links []owner.Link, own []owner.Standing) {
	t.Helper()
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		words := strings.Fields(line)
		from, to, source, votes, percent := time.Time{}, time.Time{}, "list", false, ""
		for _, word := range words[min(3, len(words)):] {
			switch {
			case strings.Contains(word, ".."):
				before, after, _ := strings.Cut(word, "..")
				from, to = date(t, before), date(t, after)
			case strings.HasPrefix(word, "@"):
				source = word[1:]
			case word == "votes":
				votes = true
			case word != "%":
				percent = word
			}
		}
		if len(words) == 0 {
			continue
		}
		if words[1] == "is" {
			kind, ok := owner.ParseKind(words[2])
			if !ok {
				t.Fatalf("line %d: %s", i+1, line)
			}
			own = append(own, owner.Standing{ID: words[0], Is: kind, From: from, To: to, Source: source, Line: int64(i + 1)})
			continue
		}
		part, err := owner.ParsePercent(percent)
		if err != nil {
			t.Fatal(err)
		}
		link := owner.Link{Owned: words[0], Owner: words[2], Share: part, From: from, To: to, Source: source, Line: int64(i + 1)}
		if votes {
			link.Share, link.Votes = owner.Percent{}, part
		}
		links = append(links, link)
	}
	return links, own
}

func date(t testing.TB, text string) time.Time {
	t.Helper()
	if text == "" {
		return time.Time{}
	}
	if len(text) == 4 {
		text += "-01-01"
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func majorities(t testing.TB, links []owner.Link, own []owner.Standing) []owner.Majority {
	t.Helper()
	found, err := owner.Majorities(links, own)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(found)
}

// brief prints a majority as "Bolaget 2020..2022 public (contested)".
func brief(m owner.Majority) string {
	text := fmt.Sprintf("%s %s %s", m.Owned, span(m.From, m.To), m.Kind)
	if m.Kind == owner.Unknown && m.NotPublic {
		text += " but not public"
	}
	if m.Contested {
		text += " (contested)"
	}
	return text
}

func span(from, to time.Time) string { return short(from) + ".." + short(to) }

func short(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return strings.TrimSuffix(day.Format(time.DateOnly), "-01-01")
}
