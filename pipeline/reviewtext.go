package pipeline

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the review in a language.
func (r Review) Text(language string) string {
	w := wording{language: language}
	var b strings.Builder
	fmt.Fprintln(&b, w.say("Utgåva %s: vad som skulle flytta den idéburna andelen mest om det avgjordes",
		"Edition %s: what would move the idéburen share most if it were decided", r.Edition))
	for _, c := range r.Cards {
		fmt.Fprintf(&b, "\n%s (%s)\n  %s %s %s %s %s, %s\n", c.Title.In(language), c.Card,
			c.Measure, c.Period, c.Place, c.Area, c.Agreement, w.say("definition %s", "definition %s", c.Definition))
		w.reviewCard(&b, c)
	}
	return b.String()
}

func (w wording) reviewCard(b *strings.Builder, c CardReview) {
	if c.Low == nil {
		fmt.Fprintln(b, w.say("  ingen andel att flytta: %s (%s)", "  no share to move: %s (%s)", c.Symbol, c.Note))
		return
	}
	if c.Symbol != "" {
		fmt.Fprintln(b, w.say("  andelen är inte publicerad: %s (%s)", "  the share is not published: %s (%s)", c.Symbol, c.Note))
	}
	fmt.Fprintf(b, "  %s\n", w.ranges(c))
	if len(c.Lines) == 0 {
		fmt.Fprintln(b, w.say("  inget som kan avgöras flyttar andelen", "  nothing that can be decided moves the share"))
	} else {
		low, high := c.Open.Low, c.Open.High
		fmt.Fprintln(b, w.say("  om också det som är antaget eller omstritt är öppet: %s procent",
			"  with what is presumed or contested open too: %s per cent", w.span(&low, &high)))
		fmt.Fprintln(b, w.say("  Varje rad: procentenheter som det öppna intervallet krymper om raden avgörs, och tillsammans med raderna ovanför.",
			"  Each line: percentage points by which the open range narrows when the line is decided, and together with the lines above."))
	}
	for i, l := range c.Lines {
		fmt.Fprintf(b, "\n  %d. %s  %s  %s\n", i+1, w.points(l.Points), w.points(l.Cumulated), w.whom(l))
		fmt.Fprintf(b, "     %s; %s; %s\n", w.why(l), w.howMuch(l), w.outcomes(l))
		if len(l.Candidates) > 0 {
			fmt.Fprintf(b, "     %s: %s\n", w.say("kan vara", "may be"), strings.Join(l.Candidates, " "))
		}
	}
	if c.Left.Lines > 0 {
		fmt.Fprintln(b, w.say("\n  och %d rader till med %s punkter", "\n  and %d more lines with %s points", c.Left.Lines, w.points(c.Left.Points)))
	}
	if c.Unmoving > 0 {
		fmt.Fprintln(b, w.say("\n  Utförare som är antagna eller omstridda, men inte kan flytta den idéburna andelen: %d",
			"\n  Providers that are presumed or contested, but cannot move the idéburen share: %d", c.Unmoving))
	}
}

// points are millionths as percentage points.
func (w wording) points(millionths int64) string { return percentage(millionths).in(w.language, 3) }

func (w wording) span(low, high *int64) string {
	if high == nil {
		return w.say("minst %s", "at least %s", percentage(*low).in(w.language, 2))
	}
	return percentage(*low).in(w.language, 2) + "-" + percentage(*high).in(w.language, 2)
}

// ranges is the possible range now, and what it was in the edition before.
func (w wording) ranges(c CardReview) string {
	now := w.span(c.Low, c.High)
	if c.Before == nil {
		return w.say("möjligt intervall %s procent", "possible range %s per cent", now)
	}
	before := w.span(c.Before.Low, c.Before.High)
	if c.Before.Decisions < 0 {
		return w.say("möjligt intervall %s -> %s när %d beslut inte längre gäller (sedan utgåva %s)",
			"possible range %s -> %s when %d decisions no longer hold (since edition %s)", before, now, -c.Before.Decisions, c.Before.Edition)
	}
	return w.say("möjligt intervall %s -> %s efter %d beslut (sedan utgåva %s)",
		"possible range %s -> %s after %d decisions (since edition %s)", before, now, c.Before.Decisions, c.Before.Edition)
}

func (w wording) whom(l ReviewLine) string {
	switch {
	case l.Provider == "person":
		return w.say("fysiska personer (%d)", "natural persons (%d)", l.Providers)
	case l.Name == "":
		return l.Provider
	}
	return l.Provider + "  " + l.Name
}

func (w wording) why(l ReviewLine) string {
	text := reasonsToReview()[l.Why].In(w.language) + ": " + l.Sector
	if l.Expired != "" {
		text = w.say("beslut %s ska granskas, tills dess", "decision %s is due for review, until then", l.Expired) + ": " + l.Sector
	}
	if l.Reason != "" {
		return text + " (" + l.Reason + ")"
	}
	return text + " (" + l.Rule + ")"
}

// howMuch is the amount and its share of the total; what is suppressed is
// told by its limits.
func (w wording) howMuch(l ReviewLine) string {
	text := w.say("%s = %s procent av summan", "%s = %s per cent of the total",
		grouped(w.language, l.Amount), percentage(l.Share).in(w.language, 3))
	if strings.Trim(l.HiddenHigh, "0.") != "" {
		text += w.say(", och dolt %s-%s", ", and suppressed %s-%s",
			grouped(w.language, l.HiddenLow), grouped(w.language, l.HiddenHigh))
	}
	return text
}

// outcomes says how the ends move for each sector that it could be.
func (w wording) outcomes(l ReviewLine) string {
	var texts []string
	for _, o := range l.Outcomes {
		texts = append(texts, w.say("om %s: lägst %s, högst %s", "if %s: low %s, high %s", o.Sector,
			percentage(o.Low).signed(w.language, 3), percentage(o.High).signed(w.language, 3)))
	}
	return strings.Join(texts, "; ") + "; " + strings.Join(l.Definitions, " ")
}

func reasonsToReview() map[string]edition.Text {
	return map[string]edition.Text{
		"expired":   word("uppgiften gäller inte längre", "evidence has expired"),
		"masked":    word("dold av källan", "masked by the source"),
		"unlinked":  word("inte knuten till en organisation", "not linked to an organisation"),
		"undecided": word("inte avgjord", "not decided"),
		"contested": word("omstridd", "contested"),
		"presumed":  word("antagen", "presumed"),
	}
}
