package link

// shown is how many organisations an outcome lists.
const shown = 5

// decide says what becomes of the supplier at a place in the list.
func (s *search) decide(i int, known known) Outcome {
	o := Outcome{Supplier: s.suppliers[i].ID, Status: Unlinked}
	matches := s.matches(i, known)
	for _, m := range matches {
		if m.Score == sameScore {
			o.Exact++
		}
	}
	o.Why = s.why(i, o.Exact, matches)
	o.Matches = matches[:min(shown, len(matches))]
	switch {
	case o.Why == "":
		one := matches[0]
		o.Status, o.Organisation, o.Confirming, o.Score = Linked, one.Organisation, one.Agrees, one.Score
	case len(matches) > 0:
		o.Status = Review
	}
	return o
}

// matches judges what was found: the same names first, then similar ones that
// nothing contradicts.
func (s *search) matches(i int, known known) []Match {
	var all []Match
	supplier := s.places.facts(s.suppliers[i].Attributes)
	for _, f := range s.found[i].top() {
		if isPerson(*known[f.id]) {
			continue
		}
		m := Match{Organisation: f.id, Name: f.text, Score: f.score}
		m.Agrees, m.Contradicts = compare(supplier, s.places.facts(*known[f.id]), s.called[i], f.name)
		if m.Score == sameScore || len(m.Contradicts) == 0 {
			all = append(all, m)
		}
	}
	return all
}

// why tells why a supplier is not linked; empty where it is.
func (s *search) why(i, exact int, matches []Match) Reason {
	switch {
	case isPerson(s.suppliers[i].Attributes):
		return NaturalPerson
	case s.called[i].Key == "":
		return NoName
	case len(matches) == 0:
		return NoCandidate
	case exact == 0:
		return OnlySimilar
	case exact > 1:
		return Ambiguous
	case len(matches[0].Contradicts) > 0:
		return Contradicted
	case len(matches[0].Agrees) == 0:
		return NotConfirmed
	case !s.confirmed(i, matches[0].Agrees):
		return OnlyForm
	}
	return ""
}

// apart are the families of legal forms whose names the law keeps apart
// (företagsnamn, lag (2018:1653)), and the public bodies. For associations,
// foundations and faith communities, whose names it does not, the legal form
// says no more than the name does: "Stiftelsen" is part of it.
var apart = []string{"31", "49", "51", "53", "54", "81", "82", "83", "84", "85"}

// confirmed tells whether what agrees is enough beside the same name.
func (s *search) confirmed(i int, agrees []string) bool {
	forms := distinct(s.suppliers[i].Forms, family)
	return agrees[0] != legalForm || len(agrees) > 1 || overlap(forms, apart)
}
