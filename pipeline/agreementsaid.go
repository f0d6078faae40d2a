package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
)

// agreementMessage says the shares of the latest period: of all forms together,
// and of each form where they are few.
func (d prose) agreementMessage(a agreed, totals [][][]any, forms []chart.Form) string {
	share := d.byName["share"]
	_, period := d.agreementSpan(totals)
	var whole, parts []string
	for _, form := range forms {
		for _, v := range form.Values {
			switch {
			case v.Period != period:
			case form.Label == d.allForms():
				whole = append(whole, d.say("%s idéburet i alla former tillsammans.", "%s idéburen in all forms together.", d.spoken(v)))
			default:
				parts = append(parts, form.Label+": "+d.spoken(v)+".")
			}
		}
	}
	if len(parts) > 4 && len(whole) > 0 {
		parts = nil
	}
	return d.say("%s %s, räknat i %s: %s", "%s %s, counted in %s: %s", d.label("place", cell(share, totals[0][0], "place")), d.lacking(a.measure.ID, period, d.language),
		a.measure.Unit.In(d.language), strings.Join(append(whole, parts...), " "))
}

func (d prose) allForms() string { return d.say("Alla former tillsammans", "All forms together") }

// agreementSpan is the first and the last period.
func (d prose) agreementSpan(totals [][][]any) (from, to string) {
	for _, rows := range totals {
		period := cell(d.byName["share"], rows[0], "period")
		if from == "" || period < from {
			from = period
		}
		to = max(to, period)
	}
	return from, to
}

// spoken is a share as sentences say it: one number, a range, or at least so
// much, chosen by how wide the range is.
func (d prose) spoken(v chart.FormValue) string {
	low, high := sixDecimals(v.Low), sixDecimals(v.High)
	switch {
	case low == nil:
		return lowered(edition.SymbolLabel(v.Low).In(d.language))
	case high == nil || *high-*low > *low:
		return d.say("minst %s procent", "at least %s per cent", d.percent(*low))
	case *high-*low < closeMillionths:
		return d.say("%s procent", "%s per cent", d.percent(*low))
	}
	from, to := d.ends(*low, *high)
	return d.say("mellan %s och %s procent", "between %s and %s per cent", from, to)
}

// agreementShown says what a chart shows: of what, where, when and who is
// idéburen.
func (d prose) agreementShown(a agreed, totals [][][]any) string {
	share := d.byName["share"]
	from, to := d.agreementSpan(totals)
	if from != to {
		to = from + "–" + to
	}
	where := d.label("place", cell(share, totals[0][0], "place"))
	if area := d.area(cell(share, totals[0][0], "area")); area != "" {
		where += ", " + lowered(area)
	}
	text := d.say("Idéburen andel efter avtalsform: %s. %s, %s. Av vad: %s Vilka är idéburna: %s.",
		"Idéburen share by form of agreement: %s. %s, %s. Of what: %s Who is idéburen: %s.", a.measure.Label.In(d.language),
		where, to, a.measure.Denominator.In(d.language), d.label("definition", d.space.Config.Definition))
	if a.branch == "stod" {
		text += d.say(" Stöd räknas inte in i den idéburna andelen.", " Grants are not part of the idéburen share.")
	}
	return text
}
