package pipeline

import (
	"slices"
	"strings"
)

// owners tells who holds the majority, and the chain that shows it.
func (s *story) owners(e Explanation) {
	for _, o := range e.Owners {
		s.hang(2, 4, s.ownership(o)+".")
		when := s.say("Räknat ur ägaruppgifterna. Gäller från %s.", "Computed from the evidence of owners. Valid from %s.", o.From)
		if o.To < "9999" {
			when = s.say("Räknat ur ägaruppgifterna. Gäller %s till och med %s.", "Computed from the evidence of owners. Valid %s to %s.", o.From, dayBefore(o.To))
		}
		s.para(6, when)
		if chain := o.Chain.In(s.language); chain != "" {
			s.para(6, strings.TrimSuffix(writtenIDs(chain), ".")+".")
		}
		if o.Contested {
			s.para(6, s.say("Ägaruppgifterna säger emot varandra.", "The evidence of owners contradicts itself."))
		}
	}
}

// writtenIDs writes the identifiers of a text as people do.
func writtenIDs(text string) string {
	words := strings.Split(text, " ")
	for i, word := range words {
		id := strings.TrimRight(word, ",.;:)")
		words[i] = writtenID(id) + word[len(id):]
	}
	return strings.Join(words, " ")
}

func (s *story) ownership(o Owner) string {
	return s.label("attribute", o.Attribute) + ": " + s.words.value("owner_majority", o.Majority).In(s.language)
}

// linked tells which organisation a supplier without a number is.
func (s *story) linked(e Explanation) {
	if e.Link == nil {
		return
	}
	l := *e.Link
	outcome := l.Status
	if l.Why != "" {
		outcome = l.Why
	}
	why := s.words.explanation("link_outcome", outcome).In(s.language)
	if l.Organisation == "" {
		s.hang(2, 4, s.say("Inte knuten till någon organisation. %s", "Not linked to any organisation. %s", why))
		return
	}
	s.hang(2, 4, s.say("Knuten till organisationen %s (%s). %s Det som är känt om den räknas.",
		"Linked to the organisation %s (%s). %s What is known of it counts.", l.Name, writtenID(l.Organisation), why))
	if len(l.Confirming) > 0 {
		s.para(6, s.say("Det som stämmer utöver namnet: %s.", "What agrees besides the name: %s.", lowered(s.labels("attribute", l.Confirming))))
	}
}

// override tells the decision that came before the rules.
func (s *story) override(e Explanation, p span) string {
	i := slices.IndexFunc(e.Overrides, func(o Override) bool { return o.ID == p.DecisionID })
	if i < 0 {
		return s.say("Beslut %s går före reglerna.", "Decision %s comes before the rules.", p.DecisionID)
	}
	o := e.Overrides[i]
	ends := ""
	if o.To != "" {
		ends = s.say(" till och med %s", " to %s", dayBefore(o.To))
	}
	return strings.Join([]string{
		s.say("Beslut %s går före reglerna: %s", "Decision %s comes before the rules: %s", o.ID, o.Explanation),
		s.say("Skäl: %s.", "Reason: %s.", lowered(s.label("override_reason", o.Reason))),
		s.say("Underlag: %s, %s.", "Evidence: %s, %s.", o.Evidence, o.EvidenceDate),
		s.say("Beslutet gäller från %s%s och ska granskas på nytt senast %s.",
			"The decision is valid from %s%s and is to be reviewed again by %s.", o.From, ends, o.ReviewBy),
	}, " ")
}

// kinds tells what kind of organisation the provider is. It says nothing of
// the sector.
func (s *story) kinds(e Explanation) {
	all := spans(e.Kinds)
	if len(all) == 0 {
		return
	}
	s.heading("Vilket slags organisation det är", "What kind of organisation it is")
	for _, p := range all {
		s.hang(2, 4, s.say("%s: %s (regel %s).", "%s: %s (rule %s).", capitalised(s.periods(p.periods)),
			lowered(s.label("kind", p.Sector)), p.Rule))
	}
}
