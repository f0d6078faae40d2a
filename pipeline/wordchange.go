package pipeline

import "strings"

// change says how the share has developed to the card's period from the
// earliest that it is compared with, and from the one before. Undecided providers
// are allowed for in pairs, and a direction is said only when both ends of the
// range and all definitions agree on it (method 4).
func (w wording) change() string {
	if len(w.card.Earlier) > 0 {
		return w.say("Det är två olika mått: riktningen kan inte avgöras.", "They are two different measures: the direction cannot be told.")
	}
	if last := w.card.last(); len(w.card.Development) == 0 && len(w.card.Periods) > 1 && last.Months != nil {
		return w.notCompared(last)
	}
	if len(w.card.Periods) < 2 {
		return w.say("Bara en period finns.", "There is only one period.")
	}
	if len(w.card.Development) == 0 || !w.card.Development[0].IsOwn {
		return w.nothingEarlier()
	}
	own, text := w.card.Development[0], ""
	if !own.IsBreak {
		text = w.direction()
	}
	if d := w.card.Previous; d != nil && d.Earlier != own.Earlier && !(d.IsBreak && own.IsBreak) {
		text += " " + w.compared(*d)
	}
	return w.compared(own) + text
}

// compared is a change, or why there is none.
func (w wording) compared(d Development) string {
	if d.IsBreak {
		return w.say("Räkningen har ändrats sedan %s, och därför går perioderna inte att jämföra.", "The way of counting has changed since %s, so that the periods cannot be compared.", d.Earlier)
	}
	if d.Low == nil || d.High == nil {
		return w.say("Förändringen sedan %s går inte att ange.", "The change since %s cannot be stated.", d.Earlier)
	}
	return w.difference(d)
}

func (w wording) nothingEarlier() string {
	return w.say("Ingen tidigare period går att jämföra med.", "There is no earlier period to compare with.")
}

// difference is the number, the range, or that the range has both signs.
func (w wording) difference(d Development) string {
	low, high := percentage(*d.Low), percentage(*d.High)
	from, to := w.signedEnds(low, high)
	switch {
	case low < 0 && high > 0 && low.round(1) == 0 && high.round(1) == 0:
		return w.say("Jämfört med %s: riktningen kan inte avgöras: förändringen är mindre än 0,05 procentenheter.",
			"Compared with %s: the direction cannot be told: the change is less than 0.05 percentage points.", d.Earlier)
	case low < 0 && high > 0:
		return w.say("Jämfört med %s: riktningen kan inte avgöras: förändringen ligger mellan %s och %s procentenheter.",
			"Compared with %s: the direction cannot be told: the change is between %s and %s percentage points.", d.Earlier, from, to)
	}
	text := percentage(d.Change).signed(w.language, 1)
	if high-low >= closeMillionths {
		text = w.say("mellan %s och %s", "between %s and %s", from, to)
	}
	return w.say("Jämfört med %s: %s procentenheter.", "Compared with %s: %s percentage points.", d.Earlier, text)
}

// signedEnds are the two ends of a change with one decimal, or with two where
// one would make them look alike.
func (w wording) signedEnds(low, high percentage) (string, string) {
	decimals := 1
	if low.round(1) == high.round(1) {
		decimals = 2
	}
	return low.signed(w.language, decimals), high.signed(w.language, decimals)
}

// direction is said of a change that is not rounded away.
func (w wording) direction() string {
	own := w.card.Development[0]
	if own.sign() == 0 || percentage(own.Change).round(1) == 0 {
		return ""
	}
	for _, d := range w.card.Development {
		if d.sign() != own.sign() {
			return w.say(" Om andelen har ökat eller minskat beror på definition.", " Whether the share has risen or fallen depends on the definition.")
		}
	}
	text := w.say(" Andelen har minskat", " The share has fallen")
	if own.sign() > 0 {
		text = w.say(" Andelen har ökat", " The share has risen")
	}
	if n := len(w.card.Development); n > 1 {
		text += w.say(", med %s", " under %s", w.definitions(n))
	}
	return text + "."
}

// composition says which causes the change consists of.
func (w wording) composition() string {
	if len(w.card.Earlier) > 0 || len(w.card.Development) == 0 || !w.card.Development[0].IsOwn || w.card.Development[0].IsBreak {
		return ""
	}
	own := w.card.Development[0]
	var parts []string
	for _, cause := range changeCauses() {
		if part := percentage(own.Causes[cause]); part.round(1) != 0 {
			parts = append(parts, w.cause(cause)+" "+part.signed(w.language, 1))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.say("Vad förändringen sedan %s består av, i procentenheter: %s.", "What the change since %s consists of, in percentage points: %s.",
		own.Earlier, strings.Join(parts, "; ")) + w.corrected(percentage(own.Causes["reclassified"]))
}

// corrected says how much of a change is no change in what is done.
func (w wording) corrected(part percentage) string {
	if part.round(1) == 0 {
		return ""
	}
	return w.say(" Ändrad uppgift: %s procentenheter beror på att organisationer har bytt sektor i våra uppgifter, inte på att verksamheten har ändrats.",
		" Changed evidence: %s percentage points are because organisations have another sector in our evidence, not because activity has changed.",
		part.signed(w.language, 1))
}

// cause names a cause of change.
func (w wording) cause(code string) string {
	switch code {
	case "reclassified":
		return w.say("omklassning", "other sector of the same provider")
	case "converted":
		return w.say("ombildning", "conversion to a new number")
	case "evidence":
		return w.say("ny kunskap", "new evidence")
	case "arrived":
		return w.say("tillkomna utförare", "new providers")
	case "ended":
		return w.say("upphörda utförare", "ended providers")
	case "remaining":
		return w.say("kvarvarande utförare", "remaining providers")
	}
	return w.say("metod eller brott", "method or break")
}
