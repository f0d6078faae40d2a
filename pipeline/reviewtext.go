package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the review in a language.
func (r Review) Text(language string) string {
	s := newStory(language, r.words)
	s.para(0, s.say("Vad som skulle flytta den idéburna andelen mest om det avgjordes",
		"What would move the idéburen share most if it were decided"))
	s.para(0, s.say("Utgåva %s.", "Edition %s.", r.Edition))
	if len(r.Cards) == 0 {
		s.blank()
		s.para(0, s.say("Första sidan har inga kort, så här finns inget att granska. De skrivs under headline i tresektor.yaml.",
			"The front page has no cards, so there is nothing to review. They are written under headline in tresektor.yaml."))
	}
	for _, c := range r.Cards {
		title := c.Title.In(language)
		s.heading(title, title)
		named := s.totalName(c.Total) + " " + s.say("Definition: %s.", "Definition: %s.", s.label("definition", c.Definition))
		s.para(2, c.after(named, s.wording))
		s.reviewedCard(c)
	}
	return s.text.String()
}

// totalName tells what a total counts, when and where.
func (s *story) totalName(t Total) string {
	return s.label("measure", t.Measure) + ". " + capitalised(s.period(t.Period)) + ", " + s.place(t.Place, t.Area, t.Agreement) + "."
}

func (s *story) reviewedCard(c CardReview) {
	if c.Low == nil {
		s.para(2, s.say("Det finns ingen andel att flytta. %s", "There is no share to move. %s", s.silence(c.Note)))
		return
	}
	if c.Symbol != "" {
		s.para(2, s.say("Andelen är inte publicerad. %s", "The share is not published. %s", s.silence(c.Note)))
	}
	s.para(2, s.ranges(c))
	if len(c.Lines) == 0 {
		s.para(2, s.say("Inget som kan avgöras flyttar andelen.", "Nothing that can be decided moves the share."))
	} else {
		s.reviewLines(c)
	}
	if c.Unmoving > 0 {
		s.blank()
		s.para(2, s.say("Antagna eller omstridda utförare som inte kan flytta den idéburna andelen: %s.",
			"Presumed or contested providers that cannot move the idéburen share: %s.", grouped(s.language, number(c.Unmoving))))
	}
}

// silence is why a total has no share or no lines.
func (s *story) silence(note string) string {
	if note == noteProtected {
		return s.say("Uppgifterna är skyddade: det visas inte vilka utförare som står bakom talet.",
			"The data are protected: the providers behind the number are not shown.")
	}
	return s.words.explanation("silence_reason", note).In(s.language)
}

func (s *story) reviewLines(c CardReview) {
	if c.Open != nil && (c.High == nil || *c.Open != (Interval{Low: *c.Low, High: *c.High})) {
		s.para(2, s.say("Är också det som är antaget eller omstritt öppet är andelen %s.",
			"With what is presumed or contested open too the share is %s.", s.span(&c.Open.Low, &c.Open.High)))
	}
	s.para(2, s.say("Punkter är så många procentenheter som det möjliga intervallet krymper när utföraren är avgjord, och inom parentes tillsammans med dem ovanför. Minst och högst är hur intervallets ändar flyttas.",
		"Points are how many percentage points the possible range narrows by when the provider is decided, and in brackets together with those above. At least and at most are how the ends of the range move."))
	for i, l := range c.Lines {
		s.blank()
		s.hang(2, 5, number(int64(i+1))+". "+s.whom(l.Provider, l.Kind, l.Name, l.Providers))
		if l.Amount == edition.Suppressed {
			s.hang(5, 7, s.why(c.Definition, l)+" "+s.say("Beloppet visas inte: då gick det att räkna ut vad färre än tre fysiska personer har.",
				"The amount is not shown: what fewer than three natural persons have could then be computed."))
			s.hints(c, l)
			continue
		}
		s.hang(5, 7, s.say("%s punkter (%s)", "%s points (%s)", s.points(l.Points), s.points(l.Cumulated))+". "+s.why(c.Definition, l))
		s.hang(5, 7, s.howMuch(c.Measure, l)+". "+s.outcomes(l))
		s.hints(c, l)
	}
	if c.Left.Lines > 0 {
		s.blank()
		s.para(2, s.say("Utöver dessa: %s till, tillsammans %s punkter.", "Beside these: %s more, together %s points.",
			grouped(s.language, number(int64(c.Left.Lines))), s.points(c.Left.Points)))
	}
}

// hints tell who a supplier may be, and where else deciding matters.
func (s *story) hints(c CardReview, l ReviewLine) {
	if len(l.Candidates) > 0 {
		var ids []string
		for _, id := range l.Candidates {
			ids = append(ids, writtenID(id))
		}
		s.hang(5, 7, s.say("Kan vara %s.", "May be %s.", strings.Join(ids, s.say(" eller ", " or "))))
	}
	others := slices.DeleteFunc(slices.Clone(l.Definitions), func(id string) bool { return id == c.Definition })
	if len(others) > 0 {
		s.hang(5, 7, s.say(`Flyttar andelen också enligt "%s".`, `Also moves the share under "%s".`,
			strings.ReplaceAll(s.labels("definition", others), "; ", `", "`)))
	}
}

// points are millionths as percentage points.
func (s *story) points(millionths int64) string { return percentage(millionths).in(s.language, 3) }

// span is a range in per cent: one number where its ends are the same.
func (s *story) span(low, high *int64) string {
	first := percentage(*low).in(s.language, 2)
	switch {
	case high == nil:
		return s.say("minst %s procent", "at least %s per cent", first)
	case *low == *high:
		return s.say("%s procent", "%s per cent", first)
	}
	return s.say("mellan %s och %s procent", "between %s and %s per cent", first, percentage(*high).in(s.language, 2))
}

// ranges is the possible range now, and what it was in the edition before.
func (s *story) ranges(c CardReview) string {
	now := s.say("Den idéburna andelen är %s.", "The idéburen share is %s.", s.span(c.Low, c.High))
	if c.Before == nil {
		return now
	}
	now += s.say(" I utgåva %s var den %s.", " In edition %s it was %s.", c.Before.Edition, s.span(c.Before.Low, c.Before.High))
	switch n := c.Before.Decisions; {
	case n > 0:
		return now + s.say(" Utförare som har avgjorts sedan dess: %d.", " Providers decided since: %d.", n)
	case n < 0:
		return now + s.say(" Utförare vars beslut inte längre gäller: %d.", " Providers whose decision no longer holds: %d.", -n)
	}
	return now + s.say(" Inget beslut har tillkommit.", " No decision has been added.")
}

// why tells what the line is counted as under a definition, and why it is
// open.
func (s *story) why(definition string, l ReviewLine) string {
	text := reasonsToReview()[l.Why].In(s.language)
	if l.Expired != "" {
		text = s.say("Beslut %s ska granskas på nytt", "Decision %s is due for review", l.Expired)
	}
	text += s.say(". Räknas nu %s", ". Counted for now %s", s.counted(l.Sector))
	if l.Reason != "" {
		return text + ": " + lowered(s.label("remainder_reason", l.Reason)) + "."
	}
	return text + ". " + s.rule(definition, l.Rule).words.In(s.language)
}

// howMuch is the amount and its share of the total; what is suppressed is
// told by its limits.
func (s *story) howMuch(measure string, l ReviewLine) string {
	text := s.say("%s (%s av alla)", "%s (%s of all)", capitalised(s.quantity(l.Amount, measure)), s.part(percentage(l.Share), l.Share == 0))
	if strings.Trim(l.HiddenHigh, "0.") != "" {
		text += s.say(", och mellan %s och %s som källan döljer", ", and between %s and %s that the source suppresses",
			grouped(s.language, l.HiddenLow), grouped(s.language, l.HiddenHigh))
	}
	return text
}

// outcomes says how the ends of the range move for each sector that the line
// could be: sectors that move them alike are told together.
func (s *story) outcomes(l ReviewLine) string {
	var moves []string
	sectors := map[string][]string{}
	for _, o := range l.Outcomes {
		move := s.move(o)
		moves = withText(moves, move)
		sectors[move] = append(sectors[move], lowered(s.label("sector", o.Sector)))
	}
	var texts []string
	for _, move := range moves {
		texts = append(texts, s.say("Om %s: %s.", "If %s: %s.", strings.Join(sectors[move], s.say(" eller ", " or ")), move))
	}
	return strings.Join(texts, " ")
}

// move tells how far the ends of the range move, and leaves out one that does
// not.
func (s *story) move(o Outcome) string {
	var texts []string
	if o.Low != 0 {
		texts = append(texts, s.say("minst %s", "at least %s", percentage(o.Low).signed(s.language, 3)))
	}
	if o.High != 0 {
		texts = append(texts, s.say("högst %s", "at most %s", percentage(o.High).signed(s.language, 3)))
	}
	if len(texts) == 0 {
		return s.say("intervallet står kvar", "the range stays")
	}
	return strings.Join(texts, ", ")
}

// whom names a line: natural persons by how many they are, masks by what they
// hide and where.
func (s *story) whom(provider, kind, name string, providers int64) string {
	switch {
	case provider == "person" && providers < leastPersons:
		return s.persons(fewPersons)
	case provider == "person":
		return s.persons(number(providers))
	case kind == "masked":
		source, mask, _ := strings.Cut(provider, ":masked:")
		return s.words.value("mask", mask).In(s.language) + " (" + s.label("source", source) + ")"
	}
	return s.named(provider, name)
}

func reasonsToReview() map[string]edition.Text {
	return map[string]edition.Text{
		"expired":   word("Uppgiften gäller inte längre", "Evidence has expired"),
		"masked":    word("Dold eller utan nummer i källan", "Masked, or without a number, in the source"),
		"unlinked":  word("Inte knuten till en organisation", "Not linked to an organisation"),
		"undecided": word("Inte avgjord", "Not decided"),
		"contested": word("Omstridd", "Contested"),
		"presumed":  word("Antagen", "Presumed"),
	}
}
