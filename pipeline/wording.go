package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// One number is said where low and high are this close: 0.05 points, so that
// they round to the same decimal or to neighbours (method 1).
const closeMillionths = 500

func languages() []string { return []string{edition.Swedish, edition.English} }

// worded writes a card's sentences in both languages (method 7).
func (s *session) worded(c workspace.Card, card Card) Card {
	for _, language := range languages() {
		w := wording{language: language, card: card}
		set(&card.Sentence, language, w.whole(c))
		set(&card.Figure, language, w.figure())
		set(&card.Beside, language, w.beside(c.Others.In(language)))
		set(&card.Title, language, w.filled(c.Title.In(language)))
		set(&card.Subject, language, w.filled(card.Subject.In(language)))
		set(&card.Note, language, w.filled(card.Note.In(language)))
		set(&card.Bounds, language, w.bounds())
		set(&card.Change, language, w.change())
		set(&card.Parts, language, w.composition())
	}
	card.Presumed = presumptions(card)
	return card
}

func set(t *edition.Text, language, text string) {
	if language == edition.English {
		t.EN = text
		return
	}
	t.SV = text
}

// A wording writes one card in one language.
type wording struct {
	language string
	card     Card
}

func (w wording) say(sv, en string, args ...any) string {
	if w.language == edition.English {
		return fmt.Sprintf(en, args...)
	}
	return fmt.Sprintf(sv, args...)
}

// many writes how many there are of something, with its word for one and for
// many: "1 rad", "2 rader".
func (w wording) many(n int64, oneSV, manySV, oneEN, manyEN string) string {
	return w.say("%[1]s", "%[2]s", edition.Plural(n, oneSV, manySV), edition.Plural(n, oneEN, manyEN))
}

// definitions are all those that can be computed, as who reads it would say.
func (w wording) definitions(n int) string {
	if n == 2 {
		return w.say("båda definitionerna som går att räkna", "both definitions that can be computed")
	}
	return w.say("alla %d definitioner som går att räkna", "all %d definitions that can be computed", n)
}

// units are what a source hides the number of.
func (w wording) units(n int64) string { return w.many(n, "enhet", "enheter", "unit", "units") }

// figure is the number as the sentence says it: one number, a range, or at
// least so much, chosen by how wide the range is.
func (w wording) figure() string {
	r := w.card.last().sector("ideburen")
	if r.Low == nil {
		return ""
	}
	if r.High == nil || *r.High-*r.Low > *r.Low {
		return w.say("minst %s procent", "at least %s per cent", w.percent(*r.Low))
	}
	if *r.High-*r.Low < closeMillionths {
		return w.say("%s procent", "%s per cent", w.percent(*r.Share))
	}
	low, high := w.ends(*r.Low, *r.High)
	return w.say("mellan %s och %s procent", "between %s and %s per cent", low, high)
}

// ends are the two ends of a range with one decimal, or with two where one
// would make them look alike.
func (w wording) ends(low, high int64) (string, string) {
	decimals := 1
	if w.percent(low) == w.percent(high) {
		decimals = 2
	}
	return percentage(low).in(w.language, decimals), percentage(high).in(w.language, decimals)
}

func (w wording) percent(millionths int64) string { return percentage(millionths).in(w.language, 1) }

// whole is the sentence, with what the period lacks: a number is not told
// without it.
func (w wording) whole(c workspace.Card) string {
	last := w.card.last()
	return strings.TrimSpace(w.sentence(c) + " " + w.preliminary(last.Months, last.IsPreliminary))
}

// sentence is the figure with what it is a figure of.
func (w wording) sentence(c workspace.Card) string {
	r := w.card.last().sector("ideburen")
	of := w.filled(c.Subject.In(w.language)) + " " + w.filled(c.Verb.In(w.language))
	if r.Low == nil {
		return w.say("Andelen %s hos idéburna utförare kan inte anges.", "The share %s at non-profit (idéburna) providers cannot be stated.",
			w.filled(c.Subject.In(w.language)))
	}
	if r.High == nil || *r.High-*r.Low > *r.Low {
		return w.say("Andelen kan inte anges: underlaget räcker bara till att säga att %s %s.",
			"The share cannot be stated; the data only support that %s %s.", w.figure(), of)
	}
	return capital(w.figure()) + " " + of + "."
}

// beside is the sentence about the other two sectors, "" where it has a place for
// a share that cannot be told.
func (w wording) beside(text string) string {
	for _, sector := range []string{"private", "public"} {
		if strings.Contains(text, "{"+sector+"}") && w.other(w.card.last().sector(sector)) == edition.NotApplicable {
			return ""
		}
	}
	return w.filled(text)
}

// filled puts the numbers into a text of the configuration.
func (w wording) filled(text string) string {
	last := w.card.last()
	period := spokenPeriod(last.Period, w.language)
	inMonth := period
	if period != last.Period && w.language == edition.Swedish {
		inMonth = "i " + period // a year stands alone in Swedish, a month does not
	}
	return capital(strings.NewReplacer(
		"i {period}", "i "+period, "{period}", inMonth,
		"{private}", w.other(last.sector("private")),
		"{public}", w.other(last.sector("public")),
	).Replace(text))
}

// spokenPeriod is a period as it is said: 2024-01 is januari 2024.
func spokenPeriod(period, language string) string {
	month, err := time.Parse("2006-01", period)
	if err != nil {
		return period
	}
	return fmt.Sprintf("%s %d", edition.Month(month.Month(), language), month.Year())
}

// other is another sector's share, as a number or a range.
func (w wording) other(r Sector) string {
	switch {
	case r.Low == nil || r.High == nil:
		return edition.NotApplicable
	case *r.High-*r.Low < closeMillionths:
		return w.percent(*r.Share)
	}
	low, high := w.ends(*r.Low, *r.High)
	return w.say("mellan %s och %s", "between %s and %s", low, high)
}

// capital begins a sentence: a text that starts with a placeholder gets a
// capital only when the number is a range in words.
func capital(text string) string {
	for _, range_ := range []string{"mellan ", "minst ", "between ", "at least "} {
		if strings.HasPrefix(text, range_) {
			return capitalised(text)
		}
	}
	return text
}

// isPresumed tells whether anything of a period rests on presumption.
func (w wording) isPresumed(p Period) bool {
	return slices.ContainsFunc(p.Sectors, func(r Sector) bool { return r.presumedShare > 0 || r.Presumed == edition.Suppressed })
}

// presumptions says what rests on presumption, sector by sector.
func presumptions(card Card) []edition.Text {
	var texts []edition.Text
	if slices.ContainsFunc(card.last().Sectors, func(r Sector) bool { return r.Presumed == edition.Suppressed }) {
		return []edition.Text{word("Hur mycket som vilar på antaganden visas inte, för att skydda enskilda personer.",
			"How much rests on presumption is not shown, to protect individuals.")}
	}
	for _, r := range card.last().Sectors {
		if r.presumedShare == 0 {
			continue
		}
		texts = append(texts, word(
			fmt.Sprintf("%s procent av alla %s är förda till %s på ett antagande, för att uppgift om ägare eller kontroll saknas.",
				r.presumedShare.in(edition.Swedish, 1), card.Unit.SV, strings.ToLower(r.Label.SV)),
			fmt.Sprintf("%s per cent of all %s are counted as %s on a presumption, because evidence of ownership or control is missing.",
				r.presumedShare.in(edition.English, 1), card.Unit.EN, strings.ToLower(r.Label.EN))))
	}
	if texts == nil {
		texts = append(texts, word("Inget vilar på antaganden.", "Nothing rests on presumption."))
	}
	return texts
}

func lowered(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}

func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
