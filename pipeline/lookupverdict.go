package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// verdict tells a ruling in both languages, in the words of explain.
func (r *register) verdict(ruled ruling) site.Verdict {
	v := site.Verdict{
		Definition: r.words.label("definition", ruled.definition), Sector: r.words.label("sector", ruled.sector),
		Rule: ruled.rule, RuleText: r.ruleText(ruled), Contested: ruled.isContested,
	}
	e, p := r.backed(ruled)
	swedish, english := newStory(edition.Swedish, r.words), newStory(edition.English, r.words)
	v.Counted = word("räknas "+swedish.counted(ruled.sector), "counted "+english.counted(ruled.sector))
	sv, en := swedish.reasons(e, p), english.reasons(e, p)
	for i := range sv {
		v.Why = append(v.Why, word(sv[i], en[i]))
	}
	return v
}

// ruleText is a rule in words.
func (r *register) ruleText(ruled ruling) edition.Text {
	if ruled.basis == "override" {
		return r.words.label("basis", ruled.basis)
	}
	return r.words.rules[[2]string{ruled.definition, ruled.rule}].words
}

// reasons are the sentences that explain puts after a sector.
func (s *story) reasons(e Explanation, p span) []string {
	texts := append([]string{s.ruling(e, p), s.foundation(e, p), s.undecided(p), s.presumption(p), s.dispute(p)}, s.otherRules(p)...)
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// backed is a ruling as explain knows it: with the evidence that held.
func (r *register) backed(ruled ruling) (e Explanation, p span) {
	p.Decision = Decision{
		Definition: ruled.definition, Sector: ruled.sector, Basis: ruled.basis, Rule: ruled.rule, Reason: ruled.reason,
		OtherRules: ruled.otherRules, Contested: ruled.isContested, DecisionID: ruled.decision, Date: "0001-01-01",
	}
	for _, fact := range strings.Fields(ruled.evidence) {
		attribute, value, _ := strings.Cut(fact, "=")
		if attribute == "owner_majority" || attribute == "owner_presumption" {
			e.Owners = append(e.Owners, Owner{Attribute: attribute, Majority: value, To: "9999-12-31"})
			continue
		}
		e.Evidence = append(e.Evidence, Evidence{Attribute: attribute, Value: value, To: "9999-12-31"})
	}
	for _, list := range r.overrides {
		for _, o := range list {
			if o.ID == ruled.decision && ruled.decision != "" {
				e.Overrides = []Override{o}
			}
		}
	}
	return e, p
}

// vocabulary has the words of the workspace, as an edition's trace keeps them.
func (s *session) vocabulary() vocabulary {
	v := vocabulary{labels: map[[2]string]label{}, rules: map[[2]string]rule{}}
	for _, row := range labelTable(s.space).rows {
		text := func(i int) string { t, _ := row[i].(string); return t }
		v.labels[[2]string{text(0), text(1)}] = label{
			Text: word(text(3), text(4)), Explanation: word(text(5), text(6)), sort: row[2].(int64),
		}
	}
	for _, d := range s.space.Definitions {
		for i, r := range d.Rules {
			v.rules[[2]string{d.ID, r.ID}] = rule{
				order: int64(i), sector: r.Sector, basis: r.Basis, reason: r.Reason, isContested: r.Contested,
				isFallback: r.Fallback, couldBe: r.CouldBe, asks: r.When, words: editionText(r.Explanation),
			}
		}
	}
	return v
}
