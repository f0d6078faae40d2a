package pipeline

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"tresektor/pipeline/edition"
)

// HeadlineText writes the cards for a terminal: each with its sentence and,
// under it, the five sectors, what is not known, what rests on presumption,
// the spread over definitions, and the first and the latest period.
func HeadlineText(cards []Card, language string) string {
	var b strings.Builder
	for i, c := range cards {
		w := wording{language: language, card: c}
		fmt.Fprintf(&b, "%d. %s\n\n", i+1, c.Title.In(language))
		wrap(&b, strings.TrimSpace(c.Sentence.In(language)+" "+c.Beside.In(language)))
		b.WriteByte('\n')
		b.WriteString(w.table())
		b.WriteByte('\n')
		for _, text := range w.lines() {
			wrap(&b, text)
		}
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// table has a row for each sector of the latest period.
func (w wording) table() string {
	last := w.card.last()
	rows := [][]string{{
		w.say("Sektor", "Sector"), capitalised(w.card.Unit.In(w.language)), w.say("Andel, %%", "Share, %%"),
		w.say("Möjligt intervall, %%", "Possible range, %%"), w.say("Varav presumerat", "Of which presumed"),
	}}
	for _, r := range last.Sectors {
		rows = append(rows, []string{
			r.Label.In(w.language), w.amount(r.Amount), w.share(r), w.interval(r), w.amount(r.Presumed),
		})
	}
	rows = append(rows, []string{w.say("Summa", "Total"), w.amount(last.Total), "", "", ""})
	return aligned(rows)
}

func (w wording) amount(text string) string {
	if text == edition.NotApplicable || text == edition.Suppressed {
		return text
	}
	return grouped(w.language, text)
}

// share is one number only where the range rounds to nothing: alone it would
// be read as an estimate.
func (w wording) share(r Sector) string {
	if r.Share == nil {
		return r.Symbol
	}
	if r.Low != nil && r.High != nil && *r.High-*r.Low >= closeMillionths {
		return "–"
	}
	return percentage(*r.Share).in(w.language, 2)
}

func (w wording) interval(r Sector) string {
	switch {
	case r.Low == nil:
		return "."
	case r.High == nil:
		return w.say("minst %s", "at least %s", percentage(*r.Low).in(w.language, 2))
	}
	return percentage(*r.Low).in(w.language, 2) + "–" + percentage(*r.High).in(w.language, 2)
}

// lines are what stands under the table.
func (w wording) lines() []string {
	c := w.card
	lines := []string{
		w.say("Definition: %s. Idéburen betyder här: %s", "Definition: %s. Idéburen here means: %s", c.Definition.In(w.language), c.Meaning.In(w.language)),
		w.say("Möjligt intervall: %s", "Possible range: %s", c.Bounds.In(w.language)),
	}
	for _, text := range c.Presumed {
		lines = append(lines, w.say("Antaganden: %s", "Presumptions: %s", text.In(w.language)))
	}
	lines = append(lines, w.spread(), w.periods())
	for _, text := range []string{c.Parts.In(w.language), c.Note.In(w.language)} {
		if text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

func (w wording) spread() string {
	if w.card.Spread == nil {
		return w.say("Beror på hur man räknar: bara en definition går att räkna.", "Depends on what is counted: only one definition can be computed.")
	}
	low, high := w.percent(w.card.Spread.Low), w.percent(w.card.Spread.High)
	if low == high {
		return w.say("Beror på hur man räknar: andelen är densamma, %s procent, med %s.",
			"Depends on what is counted: the share is the same, %s per cent, under %s.",
			low, w.definitions(len(w.card.Readings)))
	}
	var each []string
	for _, r := range w.card.Readings {
		each = append(each, w.say(`"%s" %s procent`, `"%s" %s per cent`, r.Label.In(w.language), w.dashed(r.Low, r.High)))
	}
	return w.say("Beror på hur man räknar: %s–%s procent. %s.", "Depends on what is counted: %s–%s per cent. %s.",
		low, high, strings.Join(each, "; "))
}

func (w wording) periods() string {
	first, last := w.card.Periods[0], w.card.last()
	if before := w.card.Earlier; len(before) > 0 {
		p := before[len(before)-1]
		return w.say("%s: %s procent av ett annat mått. %s %s", "%s: %s per cent of another measure. %s %s",
			p.Period, w.other(p.sector("ideburen")), w.card.Change.In(w.language), w.incomparable())
	}
	if len(w.card.Periods) == 1 {
		return w.say("Period: %s, den enda som finns.", "Period: %s, the only one there is.", last.Period)
	}
	return w.say("Första och senaste period: %s, %s. %s", "First and latest period: %s, %s. %s",
		w.dated(first), w.dated(last), w.card.Change.In(w.language))
}

// dated is a period with its idéburen share.
func (w wording) dated(p Period) string {
	text := w.say("%s %s procent", "%s %s per cent", p.Period, w.other(p.sector("ideburen")))
	if p.IsPreliminary {
		text += w.say(" (preliminärt)", " (preliminary)")
	}
	return text
}

// incomparable says where there is no chart, and so no line, that the numbers
// before and after a break cannot be compared.
func (w wording) incomparable() string {
	return w.say("Jämför inte talen före och efter. %s", "Do not compare the numbers before and after. %s", w.card.Break.In(w.language))
}

// aligned pads columns: the first to the left, the others to the right.
func aligned(rows [][]string) string {
	var widths []int
	for i := range rows[0] {
		width := 0
		for _, row := range rows {
			width = max(width, utf8.RuneCountInString(row[i]))
		}
		widths = append(widths, width)
	}
	var b strings.Builder
	for _, row := range rows {
		line := "   "
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				line += cell + pad
			} else {
				line += "  " + pad + cell
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// wrap writes text in lines of at most 80 columns, indented.
func wrap(b *strings.Builder, text string) {
	line := "  "
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > 80 && line != "  " {
			b.WriteString(line + "\n")
			line = "  "
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}
