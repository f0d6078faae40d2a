package pipeline

import (
	"slices"
	"strings"
	"time"
)

// A fact is what one source says of a provider, as often as it says it
// without saying anything else between.
type fact struct {
	Evidence          // the first time
	observed []string // the days on which it was seen
	to       string   // the last day before which it holds
}

// facts gathers evidence that says the same.
func facts(list []Evidence) (gathered []fact) {
	ordered := slices.Clone(list)
	slices.SortStableFunc(ordered, func(a, b Evidence) int {
		if a.Attribute != b.Attribute {
			return strings.Compare(a.Attribute, b.Attribute)
		}
		return strings.Compare(a.Source, b.Source)
	})
	for _, v := range ordered {
		n := len(gathered)
		if n == 0 || gathered[n-1].Attribute != v.Attribute || gathered[n-1].Source != v.Source ||
			gathered[n-1].Value != v.Value || gathered[n-1].OtherID != v.OtherID || v.Observed == "" || gathered[n-1].to != v.From {
			gathered = append(gathered, fact{Evidence: v})
			n++
		}
		last := &gathered[n-1]
		last.to = v.To
		if v.Observed != "" {
			last.observed = append(last.observed, v.Observed)
		}
	}
	return gathered
}

// holds tells whether a fact holds on a day.
func (f fact) holds(day string) bool { return f.From <= day && day < f.to }

// isCarried tells whether a fact is used for a decision's period without
// having been seen in it.
func (f fact) isCarried(d Decision) bool {
	if len(f.observed) == 0 || !f.holds(d.Date) {
		return false
	}
	return !slices.ContainsFunc(f.observed, func(day string) bool { return d.From <= day && day < d.To })
}

// knowledge tells each piece of evidence in words: what, by whom, when, and
// for which other times it is used.
func (s *story) knowledge(e Explanation) {
	s.heading("Vad vi vet", "What is known")
	list := facts(e.Evidence)
	slices.SortStableFunc(list, func(a, b fact) int {
		return int(s.words.order("attribute", a.Attribute) - s.words.order("attribute", b.Attribute))
	})
	s.linked(e)
	if len(list)+len(e.Owners) == 0 {
		s.para(2, s.say("Ingen källa säger något om utföraren mer än hur mycket den gör.",
			"No source says anything of the provider but how much it does."))
	}
	for _, f := range list {
		s.hang(2, 4, strings.TrimSuffix(s.statement(f.Evidence), ".")+".")
		s.para(6, s.seen(f))
		if periods := carriedPeriods(f, e.Decisions); len(periods) > 0 && f.Attribute != "name" {
			s.para(6, s.say("%s sedd %s används också för %s, eftersom källan inte har någon uppgift därifrån.",
				"%s seen on %s is also used for %s, because the source has nothing from there.",
				s.label("attribute", f.Attribute), f.observed[len(f.observed)-1], s.periods(periods)))
		}
	}
	s.owners(e)
}

// statement is a piece of evidence in words: "Juridisk form: Stiftelser (72)".
func (s *story) statement(v Evidence) string {
	text := s.words.value(v.Attribute, v.Value).In(s.language)
	if hasDigit(v.Value) && text != v.Value {
		text += " (" + v.Value + ")"
	}
	switch {
	case v.OtherID != "" && v.Value == "yes":
		text = s.named(v.OtherID, v.OtherName)
	case v.OtherID != "":
		text += ", " + s.named(v.OtherID, v.OtherName)
	}
	return s.label("attribute", v.Attribute) + ": " + text
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

// seen tells who says it and when.
func (s *story) seen(f fact) string {
	when := ""
	switch n := len(f.observed); {
	case n == 1:
		when = s.say("sett %s", "seen on %s", f.observed[0])
	case n > 1:
		when = s.say("sett %d gånger, %s till %s", "seen %d times, %s to %s", n, f.observed[0], f.observed[n-1])
	case f.To >= "9999":
		when = s.say("gäller från %s", "valid from %s", f.From)
	default:
		when = s.say("gäller %s till och med %s", "valid from %s to %s", f.From, dayBefore(f.To))
	}
	return s.say("Källa: %s; %s (%s, %s).", "Source: %s; %s (%s, %s).",
		s.words.source(f.File, f.SHA256, s.language), when, f.File, s.lines(number(f.Line)))
}

// dayBefore is the last day of what holds before a day.
func dayBefore(text string) string {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return day.AddDate(0, 0, -1).Format(time.DateOnly)
}

// carriedPeriods are the periods for which a fact is carried, in order of time.
func carriedPeriods(f fact, decisions []Decision) (periods []string) {
	var carried []Decision
	for _, d := range decisions {
		if f.isCarried(d) {
			carried = append(carried, d)
		}
	}
	slices.SortStableFunc(carried, func(a, b Decision) int { return strings.Compare(a.Date, b.Date) })
	for _, d := range carried {
		if !slices.Contains(periods, d.Period) {
			periods = append(periods, d.Period)
		}
	}
	return periods
}
