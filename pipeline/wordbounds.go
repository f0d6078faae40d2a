package pipeline

// bounds explains the possible range of the idéburen share.
func (w wording) bounds() string {
	r := w.card.last().sector("ideburen")
	switch {
	case r.Note == noteProtected:
		return w.say("Talen visas inte, för att skydda enskilda personer.", "The numbers are not shown, to protect individuals.")
	case r.Low == nil || r.High == nil:
		return ""
	case *r.High == *r.Low:
		return w.decided()
	}
	text := w.limits(*r.Low, *r.High) + " " + w.because(r) +
		w.say(" Det är inte en statistisk felmarginal.", " It is not a statistical margin of error.")
	if _, open := w.hidden(); open > 0 {
		text += " " + w.unlimited(open)
	}
	if w.isPresumed(w.card.last()) {
		text += w.say(" Antagandena nedan är då förutsatta.", " This takes the presumptions below for granted.")
	}
	return text
}

// decided says that there is no range.
func (w wording) decided() string {
	unit := w.card.Unit.In(w.language)
	if w.isPresumed(w.card.last()) {
		return w.say("Alla %s är förda till en sektor, en del på ett antagande (se nedan).",
			"All %s are assigned to a sector, some on a presumption (see below).", unit)
	}
	return w.say("Sektorn är avgjord för alla %s.", "The sector is decided for all %s.", unit)
}

// limits are the ends of the range with the decimals of the sentence, or how
// close they are where the sentence has one number.
func (w wording) limits(low, high int64) string {
	if high-low < closeMillionths {
		return w.say("Det minsta och det största som andelen kan vara skiljer sig med mindre än 0,05 procentenheter.",
			"The least and the most that the share can be are less than 0.05 percentage points apart.")
	}
	from, to := w.ends(low, high)
	return w.say("Andelen är minst %s och högst %s procent.", "The share is at least %s and at most %s per cent.", from, to)
}

// because names the causes of the range: what cannot be assigned, what the source
// hides, or both.
func (w wording) because(r Sector) string {
	unit, undecided := w.card.Unit.In(w.language), w.undecided(w.card.last())
	hidden, _ := w.hidden()
	if hidden == 0 {
		return w.say("Skillnaden beror på att %s procent av alla %s finns hos utförare som vi inte kan föra till en sektor.",
			"The difference is because %s per cent of all %s are with providers that cannot be assigned to a sector.", w.part(undecided), unit)
	}
	text := w.say("Skillnaden beror på att källan döljer antalet för %s.",
		"The difference is because the source suppresses the number of %s.", w.units(hidden))
	if undecided > 0 {
		text = w.say("Skillnaden beror på två saker: %s procent av de %s som källan visar finns hos utförare som vi inte kan föra till en sektor, och källan döljer antalet för %s.",
			"The difference has two causes: %s per cent of the %s that the source shows are with providers that cannot be assigned to a sector, and the source suppresses the number of %s.",
			w.part(undecided), unit, w.units(hidden))
	}
	return text + " " + w.ofShown(*r.LowKnown, *r.HighKnown)
}

// ofShown is the share of what the source shows.
func (w wording) ofShown(low, high int64) string {
	return w.say("Av de visade talen är andelen %s procent.", "Of the numbers shown the share is %s per cent.", w.dashed(low, high))
}

// dashed is a range in few signs, or one number where it is narrow.
func (w wording) dashed(low, high int64) string {
	if high-low < closeMillionths {
		return w.percent(low)
	}
	from, to := w.ends(low, high)
	return from + "–" + to
}

// part is a share that there is some of: it is not said to be nought.
func (w wording) part(p percentage) string {
	if p.round(1) == 0 {
		return w.say("mindre än 0,05", "less than 0.05")
	}
	return p.in(w.language, 1)
}

// hidden counts the units that the source hides in the card's period, and those
// of them that have no documented limit.
func (w wording) hidden() (units, open int64) {
	for _, sector := range w.card.last().Sectors {
		units, open = units+sector.HiddenUnits, open+sector.OpenUnits
	}
	return units, open
}

// undecided is the part of known amounts in the two remainders.
func (w wording) undecided(p Period) percentage {
	var sum int64
	for _, code := range []string{"nonpublic", "unknown"} {
		if r := p.sector(code); r.Share != nil {
			sum += *r.Share
		}
	}
	return percentage(sum)
}

// unlimited says what the range does not cover.
func (w wording) unlimited(n int64) string {
	if n == 1 {
		return w.say("För 1 dold enhet finns ingen dokumenterad gräns; den täcker intervallet inte.",
			"1 suppressed unit has no documented limit; the range does not cover it.")
	}
	return w.say("För %d dolda enheter finns ingen dokumenterad gräns; dem täcker intervallet inte.",
		"%d suppressed units have no documented limit; the range does not cover them.", n)
}
