package pipeline

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the plan in a language.
func (p Plan) Text(language string) string {
	t := planText{Plan: p, w: wording{language: language}, story: newStory(language, p.words)}
	if p.Candidate == nil {
		t.nothing()
		return t.String()
	}
	t.head()
	t.cards()
	t.numbers()
	t.cells()
	t.foot()
	return t.String()
}

// A planText writes a plan line by line.
type planText struct {
	Plan
	w     wording
	story *story // has the words for codes
	strings.Builder
}

func (t *planText) say(sv, en string, args ...any) {
	t.WriteString(t.w.say(sv, en, args...) + "\n")
}

func (t *planText) nothing() {
	if t.Edition == "" {
		t.say("Ingen kandidat väntar och ingen utgåva är publicerad; tresektor refresh --wait gör en kandidat.",
			"No candidate waits and no edition is published; tresektor refresh --wait makes a candidate.")
		return
	}
	t.say("Ingen kandidat väntar: utgåva %s står kvar.", "No candidate waits: edition %s stands.", t.Edition)
	switch {
	case t.Withdrawn != "":
		t.say("Underlaget är det som utgåva %s gjordes av, och den är tillbakadragen; tresektor publish --again publicerar den ändå.",
			"The inputs are those of edition %s, which was withdrawn; tresektor publish --again publishes it all the same.", t.Withdrawn)
	case t.IsStale:
		t.say("Underlaget har ändrats sedan dess; tresektor refresh --wait gör en kandidat.",
			"The inputs have changed since; tresektor refresh --wait makes a candidate.")
	}
}

func (t *planText) head() {
	if t.Edition == "" {
		t.say("Kandidat %s blir den första utgåvan.", "Candidate %s becomes the first edition.", t.Candidate.Edition)
	} else {
		t.say("Kandidat %s ersätter utgåva %s.", "Candidate %s replaces edition %s.", t.Candidate.Edition, t.Edition)
	}
	t.say("%s", "%s", t.Candidate.When(t.w.language))
	if t.IsStale {
		t.say("Underlaget har ändrats sedan kandidaten gjordes; nästa tresektor refresh gör en ny.",
			"The inputs have changed since the candidate was made; the next tresektor refresh makes another.")
	}
	for _, f := range t.Stopped {
		t.say(`Publiceringen stoppas av spärren "%s" (%s, fynd: %d).`, `Publication is stopped by the gate "%s" (%s, findings: %d).`,
			t.w.gateName(f.Check), f.Check, f.Rows)
	}
}

// When says what a candidate waits for.
func (c Candidate) When(language string) string {
	w := wording{language: language}
	switch {
	case c.Publish == "by_hand":
		return w.say("Den publiceras med: tresektor publish", "It is published with: tresektor publish")
	case c.Publish == "on_release" && c.Due == "":
		return w.say("Publiceringskalendern har inget kommande datum: lägg till ett under releases, eller kör tresektor publish",
			"The release calendar has no day to come: add one to releases, or run tresektor publish")
	case c.Publish == "on_release":
		return w.say("Den publiceras av den första körningen från och med %s.", "It is published by the first refresh on or after %s.", c.Due)
	}
	return w.say("Den publiceras av nästa tresektor refresh, eller med tresektor publish", "It is published by the next tresektor refresh, or with tresektor publish")
}

func (t *planText) cards() {
	if len(t.Cards) > 0 {
		t.WriteString("\n")
	}
	for _, m := range t.Cards {
		t.say("idéburen andel, %s, %s %s: %s", "idéburen share, %s, %s %s: %s",
			m.Title.In(t.w.language), m.Place.In(t.w.language), t.story.period(m.Period), t.move(m)+t.w.why(m.Why))
	}
}

// move says a card's share before and after, and its range where that is more
// than the share.
func (t *planText) move(m Move) string {
	switch {
	case m.Before == nil:
		return t.w.say("ny, %s", "new, %s", t.one(*m.After))
	case m.After == nil:
		return t.w.say("utgår, var %s", "gone, was %s", t.one(*m.Before))
	}
	text := t.w.arrow(m.Before.Share, m.After.Share)
	if !m.Before.isPoint() || !m.After.isPoint() {
		text += t.w.say("; möjligt intervall %s → %s", "; possible range %s → %s", t.w.between(*m.Before), t.w.between(*m.After))
	}
	return text
}

func (t *planText) one(r ShareRange) string {
	return t.w.orPoint(r.Share) + t.w.say(" %% (möjligt intervall %s)", " per cent (possible range %s)", t.w.between(r))
}

// arrow says a share before and after, with as many decimals as show that it
// has moved, and by how much.
func (w wording) arrow(before, after *int64) string {
	decimals := 2
	for before != nil && after != nil && *before != *after && decimals < 4 &&
		(percentage(*before).round(decimals) == percentage(*after).round(decimals) || percentage(*after-*before).round(decimals) == 0) {
		decimals++
	}
	text := w.decimals(before, decimals) + " → " + w.decimals(after, decimals) + w.say(" %%", " per cent")
	if before == nil || after == nil {
		return text
	}
	return text + w.say(", %s procentenheter", ", %s percentage points", percentage(*after-*before).signed(w.language, decimals))
}

func (w wording) decimals(n *int64, decimals int) string {
	if n == nil {
		return edition.NotApplicable
	}
	return percentage(*n).in(w.language, decimals)
}

func (w wording) orPoint(n *int64) string { return w.decimals(n, 2) }

func (w wording) between(r ShareRange) string { return w.orPoint(r.Low) + "–" + w.orPoint(r.High) }

// numbers counts what changes, in all and by measure.
func (t *planText) numbers() {
	t.WriteString("\n")
	if t.Numbers.Changed+t.Numbers.Added+t.Numbers.Gone == 0 {
		t.say("Inget publicerat tal ändras: %s, alla som förut.", "No published number changes: %s, all as before.", t.w.cells(t.Numbers.Cells))
		return
	}
	t.say("%s", "%s", t.w.counts(t.Numbers)+t.w.caused(t.Causes))
	for _, m := range t.Measures {
		if len(t.Measures) > 1 && m.Changed+m.Added+m.Gone > 0 {
			t.WriteString("  " + t.story.label("measure", m.Measure) + ": " + t.w.counts(m.Numbers) + "\n")
		}
	}
}

func (w wording) counts(n Numbers) string {
	var parts []string
	for _, each := range []struct {
		n                            int
		oneSV, manySV, oneEN, manyEN string
	}{
		{n.Changed, "ändras", "ändras", "changes", "change"}, {n.Added, "tillkommer", "tillkommer", "is new", "are new"},
		{n.Gone, "utgår", "utgår", "is gone", "are gone"},
		{n.Suppressed, "ny undertryckt", "nya undertryckta", "newly suppressed", "newly suppressed"},
		{n.Unsuppressed, "inte längre undertryckt", "inte längre undertryckta", "no longer suppressed", "no longer suppressed"},
	} {
		if each.n == 0 {
			continue
		}
		what := [4]string{each.oneSV, each.manySV, each.oneEN, each.manyEN}
		if parts == nil { // the first says what is counted
			what = [4]string{"cell " + what[0], "celler " + what[1], "cell " + what[2], "cells " + what[3]}
		}
		parts = append(parts, w.many(int64(each.n), what[0], what[1], what[2], what[3]))
	}
	return strings.Join(parts, ", ") + w.say(" (av %d)", " (of %d)", n.Cells)
}

func (w wording) cells(n int) string { return w.many(int64(n), "cell", "celler", "cell", "cells") }

// cells lists changed cells with how their idéburen share moves.
func (t *planText) cells() {
	for _, c := range t.Cells {
		before, after := ideburenShare(c.Rows)
		what := t.w.arrow(before, after)
		if before == nil && after == nil {
			what = t.w.say("andelen är densamma", "the share is the same")
		}
		fmt.Fprintf(t, "  %s: %s\n", t.story.cell(c.cell()), what+t.w.why(c.Why))
	}
	if t.LeftOut > 0 {
		t.say("  och %d till (--limit 0 visar alla)", "  and %d more (--limit 0 lists all)", t.LeftOut)
	}
}

// foot names the tables in which something changes; JSON has all files.
func (t *planText) foot() {
	var tables []string
	for _, path := range t.Files {
		name, isTable := strings.CutPrefix(path, "tables/")
		if name, isCSV := strings.CutSuffix(name, ".csv"); isTable && isCSV {
			tables = append(tables, name)
		}
	}
	if len(tables) > 0 {
		t.say("Tabeller som ändras: %s", "Tables that change: %s", strings.Join(tables, " "))
	}
}
