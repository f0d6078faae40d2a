package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the explanation in a language.
func (e Explanation) Text(language string) string {
	s := newStory(language, e.words)
	if len(e.Matches) > 0 {
		s.matches(e)
		return s.text.String()
	}
	for _, section := range []func(Explanation){
		s.who, s.brief, s.knowledge, s.kinds, s.sectors, s.silent, s.amounts, s.provenance,
	} {
		section(e)
	}
	return s.text.String()
}

// mostMatches is how many providers of a name are listed.
const mostMatches = 25

// matches lists who may be meant.
func (s *story) matches(e Explanation) {
	s.para(0, s.say("Flera utförare passar: %d stycken. Skriv numret eller beteckningen på en av dem i stället, till exempel:",
		"Several providers fit: %d of them. Write the number or identifier of one instead, for instance:", len(e.Matches)))
	s.text.WriteString("  " + e.choice() + "\n")
	s.blank()
	for i, m := range e.Matches {
		if i == mostMatches {
			s.para(2, s.say("och %d till (alla med --json)", "and %d more (all of them with --json)", len(e.Matches)-i))
			return
		}
		s.hang(2, 4, writtenID(m.Provider)+"  "+m.Name)
	}
}

// choice is the command that tells of one match, one with a number if there
// is any.
func (e Explanation) choice() string {
	i := slices.IndexFunc(e.Matches, func(m ProviderMatch) bool { return writtenID(m.Provider) != m.Provider })
	return "tresektor explain provider " + quotedArgument(writtenID(e.Matches[max(i, 0)].Provider))
}

func quotedArgument(text string) string {
	if strings.ContainsAny(text, " '\"&;()|<>*?$`\\") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}

// who tells which provider this is, and in which edition.
func (s *story) who(e Explanation) {
	name := e.Name
	if name == "" {
		name = s.say("Utförare utan namn i källorna", "Provider without a name in the sources")
	}
	if e.Kind == "organisation" {
		name += " (" + writtenID(e.Provider) + ")"
	}
	s.para(0, name)
	kind := s.label("provider_kind", e.Kind)
	if e.Mask != "" {
		kind += ": " + lowered(s.words.value("mask", e.Mask).In(s.language))
	}
	s.para(0, kind+".")
	if e.Kind != "organisation" {
		s.para(0, s.say("Beteckning: %s", "Identifier: %s", e.Provider))
	}
	s.para(0, s.say("Så här står det i utgåva %s.", "This is what edition %s says.", e.Edition))
}

// brief tells the answer before its reasons: the last sector under the first
// definition that has one.
func (s *story) brief(e Explanation) {
	all := s.verdicts(e)
	if len(all) == 0 {
		return
	}
	first := all[0].spans[len(all[0].spans)-1]
	text := s.say(`I korthet: för %s räknas den %s enligt definitionen "%s".`, `In brief: for %s it is counted %s under the definition "%s".`,
		s.period(first.periods[len(first.periods)-1]), s.counted(first.Sector), s.label("definition", first.Definition))
	for _, said := range []struct {
		is     bool
		sv, en string
	}{
		{first.Contested, "Uppgifterna säger emot varandra.", "The facts contradict each other."},
		{first.Basis == "presumed", "Det är antaget, för att en uppgift saknas.", "That is presumed, because evidence is missing."},
		{s.differs(all), "Definitioner eller perioder ger olika svar, se nedan.", "Definitions or periods give different answers, see below."},
	} {
		if said.is {
			text += " " + word(said.sv, said.en).In(s.language)
		}
	}
	s.blank()
	s.para(0, text)
}

// differs tells whether the provider has more than one sector.
func (s *story) differs(all []verdict) bool {
	for _, v := range all {
		for _, p := range v.spans {
			if p.Sector != all[0].spans[0].Sector {
				return true
			}
		}
	}
	return false
}

// amounts tells what the provider does, and which part of the whole it is.
func (s *story) amounts(e Explanation) {
	if len(e.Volumes) == 0 {
		return
	}
	s.heading("Hur mycket den gör", "How much it does")
	measure := ""
	for i, t := range e.Totals {
		if t.Measure != measure {
			measure = t.Measure
			s.hang(2, 4, s.label("measure", measure))
		}
		s.hang(4, 6, s.total(t))
		if next := i + 1; next == len(e.Totals) || e.Totals[next].Measure != t.Measure || e.Totals[next].Period != t.Period {
			s.cells(e, t)
		}
	}
}

func (s *story) total(t ProviderTotal) string {
	text := capitalised(s.period(t.Period)) + ": " + s.quantity(t.Amount, t.Measure) + "."
	if t.Share == edition.NotApplicable {
		return text
	}
	return text + " " + s.say("Det är %s av alla %s som är redovisade för %s.", "That is %s of all %s that are reported for %s.",
		s.part(t.share, t.Amount == "0"), s.quantity(t.Total, t.Measure), s.place(t.Place, t.Area, t.Agreement))
}

// mostCells is how many cells of a period are told before the rest is counted.
const mostCells = 8

// cells tells where a period's amount stands.
func (s *story) cells(e Explanation, t ProviderTotal) {
	told, left := 0, 0
	for _, v := range e.Volumes {
		if v.Measure != t.Measure || v.Period != t.Period {
			continue
		}
		if told++; told > mostCells {
			left++
			continue
		}
		text := s.place(v.Place, v.Area, v.Agreement) + ": " + s.quantity(v.Amount, v.Measure)
		if v.HiddenUnits > 0 {
			text += s.say(", och %s vars antal källan döljer", ", and %s whose number the source suppresses", s.units(v.HiddenUnits))
		}
		s.hang(6, 8, text+" ("+v.File+", "+s.lines(v.Lines)+")")
	}
	if left > 0 {
		s.para(6, s.say("och %d till (alla med --json)", "and %d more (all of them with --json)", left))
	}
}

// provenance lists the files that the story rests on.
func (s *story) provenance(e Explanation) {
	var used [][2]string
	for _, v := range e.Evidence {
		used = append(used, [2]string{v.File, v.SHA256})
	}
	for _, v := range e.Volumes {
		used = append(used, [2]string{v.File, v.SHA256})
	}
	s.files(used)
}
