package pipeline

import (
	"slices"
	"strings"
)

// sectors tells what each definition that applies decides, and why.
func (s *story) sectors(e Explanation) {
	s.heading("Vilken sektor den räknas till", "Which sector it is counted in")
	if len(e.Decisions) == 0 {
		s.para(2, s.say("Ingen: utföraren har ingen verksamhet som är räknad i utgåvan.",
			"None: the provider has no activity that is counted in the edition."))
		return
	}
	for i, v := range s.verdicts(e) {
		if i > 0 {
			s.blank()
		}
		s.hang(2, 4, s.say("Definitionen %s", "Definition %s", s.label("definition", v.definitions[0])))
		for _, p := range v.spans {
			s.decision(e, p)
		}
		if more := v.definitions[1:]; len(more) > 0 {
			s.hang(4, 6, s.say("Samma svar, av samma skäl, ger %s.", "The same answer, for the same reasons, is given by %s.",
				s.labels("definition", more)))
		}
	}
}

// definitions are in the order of the front page, and then of the list.
func (s *story) definitions(e Explanation) (ids []string) {
	for _, card := range s.words.cards {
		ids = withText(ids, card["definition"])
	}
	var others []string
	for _, d := range e.Decisions {
		if !slices.Contains(ids, d.Definition) {
			others = withText(others, d.Definition)
		}
	}
	slices.SortFunc(others, func(a, b string) int {
		return int(s.words.order("definition", a) - s.words.order("definition", b))
	})
	return append(ids, others...)
}

// decision tells one span: what, by which rule, on what, and what speaks
// against it.
func (s *story) decision(e Explanation, p span) {
	of := ""
	if len(e.measures()) > 1 {
		var labels []string
		for _, m := range p.measures {
			labels = append(labels, lowered(s.label("measure", m)))
		}
		of = " (" + strings.Join(labels, "; ") + ")"
	}
	s.hang(4, 6, s.say("%s%s: räknas %s.", "%s%s: counted %s.", capitalised(s.periods(p.periods)), of, s.counted(p.Sector)))
	for _, text := range []string{
		s.ruling(e, p), s.foundation(e, p), s.undecided(p), s.presumption(p), s.dispute(p),
	} {
		if text != "" {
			s.hang(6, 8, text)
		}
	}
	s.others(p)
}

// counted is how a sector stands after "räknas": what is not decided is no
// property of the provider.
func (s *story) counted(sector string) string {
	label := s.label("sector", sector)
	if sector == "nonpublic" || sector == "unknown" {
		return s.say(`till "%s"`, `in "%s"`, label)
	}
	return s.say("som %s", "as %s", lowered(label))
}

func (e Explanation) measures() (ids []string) {
	for _, d := range e.Decisions {
		ids = withText(ids, d.Measure)
	}
	return ids
}

func (s *story) rule(definition, id string) rule { return s.words.rules[[2]string{definition, id}] }

// ruleNamed is a rule in words, with its name after them for who looks it up.
func (s *story) ruleNamed(definition, id string) string {
	words := strings.TrimSuffix(s.rule(definition, id).words.In(s.language), ".")
	return s.say("%s (regel %s).", "%s (rule %s).", words, id)
}

func (s *story) ruling(e Explanation, p span) string {
	if p.DecisionID != "" {
		return s.override(e, p)
	}
	return s.say("Regeln som avgjorde: %s", "The rule that decided: %s", s.ruleNamed(p.Definition, p.Rule))
}

// restsOnNothing tells whether a decision has no basis to speak of: a rule found
// that nothing is known that decides the sector.
func restsOnNothing(sector, basis string) bool { return sector == "unknown" && basis == "derived" }

// foundation tells the basis and the evidence that the rule asked for.
func (s *story) foundation(e Explanation, p span) string {
	if restsOnNothing(p.Sector, p.Basis) {
		return ""
	}
	text := s.say("Grund: %s.", "Basis: %s.", lowered(s.label("basis", p.Basis)))
	var rests []string
	for _, f := range facts(e.Evidence) {
		values := s.rule(p.Definition, p.Rule).asks[f.Attribute]
		if f.holds(p.Date) && (slices.Contains(values, f.Value) || slices.Contains(values, "*")) {
			rests = withText(rests, lowered(s.statement(f.Evidence)))
		}
	}
	for _, o := range e.Owners {
		if slices.Contains(s.rule(p.Definition, p.Rule).asks[o.Attribute], o.Majority) && o.From <= p.Date && p.Date < o.To {
			rests = withText(rests, lowered(s.ownership(o)))
		}
	}
	if len(rests) > 0 {
		text += " " + s.say("Den vilar på %s.", "It rests on %s.", strings.Join(rests, "; "))
	}
	return text
}

func (s *story) undecided(p span) string {
	if p.Reason == "" {
		return ""
	}
	return s.say("Därför går sektorn inte att avgöra: %s", "Why the sector cannot be decided: %s",
		s.words.explanation("remainder_reason", p.Reason).In(s.language))
}

func (s *story) presumption(p span) string {
	r := s.rule(p.Definition, p.Rule)
	if p.Basis != "presumed" || len(r.couldBe) == 0 {
		return ""
	}
	var labels []string
	for _, code := range r.couldBe {
		labels = append(labels, lowered(s.label("sector", code)))
	}
	return s.say("Detta är antaget. Uppgiften som saknas skulle kunna visa att utföraren är %s.",
		"This is presumed. The missing evidence could show that the provider is %s.", strings.Join(labels, s.say(" eller ", " or ")))
}

// dispute tells whether the evidence contradicts itself, and where.
func (s *story) dispute(p span) string {
	if p.DecisionID != "" {
		return ""
	}
	if !p.Contested {
		return s.say("Omstritt? Nej, ingen regel som vilar på uppgifter säger emot.",
			"Contested? No, no rule that rests on evidence says otherwise.")
	}
	if s.rule(p.Definition, p.Rule).isContested {
		return s.say("Omstritt? Ja, regeln gäller just när uppgifterna säger emot varandra.",
			"Contested? Yes, the rule is for facts that contradict each other.")
	}
	return s.say("Omstritt? Ja, uppgifterna säger emot varandra: en annan regel, som också vilar på uppgifter, ger en annan sektor.",
		"Contested? Yes, the facts contradict each other: another rule, that rests on evidence too, gives another sector.")
}

// others tells which rules would have matched too, but for what comes last
// and always matches.
func (s *story) others(p span) {
	for _, text := range s.otherRules(p) {
		s.hang(6, 8, text)
	}
}

func (s *story) otherRules(p span) (texts []string) {
	for _, id := range strings.Fields(p.OtherRules) {
		r := s.rule(p.Definition, id)
		if len(r.asks) == 0 {
			continue
		}
		if r.sector == p.Sector {
			texts = append(texts, s.say("En annan regel hade sagt detsamma: %s", "Another rule would have said the same: %s", s.ruleNamed(p.Definition, id)))
			continue
		}
		texts = append(texts, s.say("En regel som kommer efter hade räknat den %s: %s", "A rule that comes after would have counted it %s: %s",
			s.counted(r.sector), s.ruleNamed(p.Definition, id)))
	}
	return texts
}
