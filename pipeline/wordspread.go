package pipeline

import (
	"slices"
	"strings"
)

// spread says what the share is under each definition. Where one is a range, that
// is not what definitions mean but what is not known (method 2).
func spread(c Card, language string) string {
	w := wording{language: language, card: c}
	if c.Spread == nil {
		return w.say("Bara en definition går att räkna med de uppgifter som finns.",
			"Only one definition can be computed with the evidence there is.")
	}
	text := w.eachDefinition()
	if slices.ContainsFunc(c.Readings, func(r Reading) bool { return r.High-r.Low >= closeMillionths }) {
		text += w.say(" Att andelen är ett intervall beror på det vi inte vet, inte på definitionen.",
			" That the share is a range is because of what we do not know, not because of the definition.")
	}
	return text
}

// eachDefinition names definitions with their numbers, or how many there are
// where all give the same.
func (w wording) eachDefinition() string {
	var each []string
	isSame := true
	first := w.dashed(w.card.Readings[0].Low, w.card.Readings[0].High)
	for _, r := range w.card.Readings {
		share := w.dashed(r.Low, r.High)
		isSame = isSame && share == first
		each = append(each, w.say("%s procent med %s", "%s per cent under %s", share, definitionName(r.Label.In(w.language))))
	}
	if isSame {
		return w.say("Andelen är densamma, %s procent, med %s.", "The share is the same, %s per cent, under %s.", first, w.definitions(len(each)))
	}
	return w.say("Andelen är %s.", "The share is %s.", w.listed(each))
}

// listed are parts of a sentence: "A, B och C".
func (w wording) listed(each []string) string {
	last := len(each) - 1
	if last == 0 {
		return each[0]
	}
	return strings.Join(each[:last], ", ") + w.say(" och ", " and ") + each[last]
}
