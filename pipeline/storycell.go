package pipeline

import (
	"slices"
	"strings"
)

// Text tells the explanation in a language.
func (e CellExplanation) Text(language string) string {
	s := newStory(language, e.words)
	s.cellName(e)
	if e.Silence != "" && len(e.Sectors) == 0 {
		s.blank()
		s.para(0, s.say("Inget tal är publicerat här: %s", "No number is published here: %s",
			s.words.explanation("silence_reason", e.Silence).In(language)))
		return s.text.String()
	}
	for _, sector := range e.Sectors {
		s.cellSector(e, sector)
	}
	s.account(e)
	used := make([][2]string, 0, len(e.files))
	for _, f := range e.files {
		used = append(used, [2]string{f.File, f.SHA256})
	}
	s.files(used)
	return s.text.String()
}

// cellName tells which number is explained.
func (s *story) cellName(e CellExplanation) {
	c := e.Cell
	s.para(0, s.label("measure", c.Measure))
	named := s.say("%s, %s. Definition: %s.", "%s, %s. Definition: %s.",
		capitalised(s.period(c.Period)), s.place(c.Place, c.Area, c.Agreement), s.label("definition", c.Definition))
	s.para(0, e.after(named, s.wording))
	s.para(0, s.say("Utgåva %s.", "Edition %s.", e.Edition))
}

// cellSector tells a published number and who is behind it, rule by rule.
func (s *story) cellSector(e CellExplanation, sector CellSector) {
	title := s.label("sector", sector.Sector) + ": " + grouped(s.language, sector.Amount) + " " +
		s.words.unit(e.Cell.Measure).In(s.language)
	s.heading(title, title)
	if len(sector.Providers) == 0 {
		s.para(2, s.say("Ingen utförare.", "No provider."))
		return
	}
	switch {
	case slices.ContainsFunc(sector.Providers, func(p CellProvider) bool { return p.Persons == fewPersons }):
		s.para(2, s.say("Vad färre än tre fysiska personer har visas inte, och inte heller det som det kan räknas ut av.",
			"What fewer than three natural persons have is not shown, nor what it could be told from."))
	case sector.Withheld:
		s.para(2, s.say("Hur mycket var och en gör visas inte: då gick det att räkna ut tal som är för små för att visas.",
			"What each one does is not shown: numbers that are too small to be shown could then be computed."))
	}
	ids, basis := rulesOf(sector.Providers)
	for i, id := range ids {
		if i > 0 {
			s.blank()
		}
		s.cellRule(e, sector, id, basis[id])
	}
}

// rulesOf are the rules of providers, and the basis of each.
func rulesOf(providers []CellProvider) (ids []string, basis map[string]string) {
	basis = map[string]string{}
	for i := range providers {
		ids = withText(ids, providers[i].Rule)
		basis[providers[i].Rule] = providers[i].Basis
	}
	return ids, basis
}

// cellRule tells a rule and the providers that it decided.
func (s *story) cellRule(e CellExplanation, sector CellSector, id, basis string) {
	text := s.label("basis", basis)
	if words := s.rule(e.Cell.Definition, id).words.In(s.language); words != "" {
		text = s.say("Regel %s. %s. %s", "Rule %s. %s. %s", id, text, words)
		if restsOnNothing(sector.Sector, basis) {
			text = s.say("Regel %s. %s", "Rule %s. %s", id, words)
		}
	}
	s.hang(2, 4, text)
	for i := range sector.Providers {
		if p := &sector.Providers[i]; p.Rule == id {
			s.hang(4, 8, s.quantity(p.Amount, e.Cell.Measure)+"  "+s.providerName(p)+s.remarks(p))
			s.cellFiles(p.Files)
		}
	}
}

// mostFiles is how many files of a provider are told before the rest is counted.
const mostFiles = 3

func (s *story) cellFiles(files []CellFile) {
	for i, f := range files {
		if i == mostFiles && len(files) > mostFiles+1 {
			s.para(8, s.say("och %d filer till (alla med --json)", "and %d more files (all of them with --json)", len(files)-i))
			return
		}
		s.hang(8, 10, f.File+", "+s.lines(f.Lines))
	}
}

// providerName names a provider: natural persons by how many they are, masks
// by what they hide.
func (s *story) providerName(p *CellProvider) string {
	switch {
	case p.Provider == "":
		return s.persons(p.Persons)
	case p.Mask != "":
		return s.words.value("mask", p.Mask).In(s.language)
	}
	return s.named(p.Provider, p.Name)
}

// persons tells how many natural persons there are.
func (s *story) persons(count string) string {
	if count == fewPersons {
		return s.say("fysiska personer, färre än %d stycken", "natural persons, fewer than %d", leastPersons)
	}
	return s.say("fysiska personer, %s stycken", "natural persons, %s of them", grouped(s.language, count))
}

// named is a provider's name and number, or its identifier where it has none.
func (s *story) named(provider, name string) string {
	if name == "" {
		return writtenID(provider)
	}
	return name + " (" + writtenID(provider) + ")"
}

func (s *story) remarks(p *CellProvider) (text string) {
	if p.HiddenUnits > 0 {
		text += s.say("; dessutom %s vars antal källan döljer", "; and %s whose number the source suppresses", s.units(p.HiddenUnits))
	}
	if p.Contested {
		text += s.say("; omstritt", "; contested")
	}
	if p.Carried {
		text += s.say("; vilar på uppgift från en annan tid", "; on evidence of another time")
	}
	return text
}

// account says that the sums have been compared.
func (s *story) account(e CellExplanation) {
	s.heading("Stämmer det?", "Does it add up?")
	var sums []string
	for _, sector := range e.Sectors {
		sums = append(sums, lowered(s.label("sector", sector.Sector))+" "+s.quantity(sector.Sum, e.Cell.Measure))
	}
	s.hang(2, 4, s.say("Ja. Raderna summerar till exakt det tal som är publicerat i tables/share.csv: %s.",
		"Yes. The rows sum to exactly the number that is published in tables/share.csv: %s.", strings.Join(sums, "; ")))
	s.para(2, s.say("Alla sektorer tillsammans: %s.", "All sectors together: %s.", s.quantity(e.Total, e.Cell.Measure)))
}
