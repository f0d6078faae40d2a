package pipeline

import (
	"context"
	"slices"

	"tresektor/pipeline/edition"
)

// changeTable tells each share's development by cause.
func (s *session) changeTable(ctx context.Context) (edition.Table, error) {
	fields := slices.Concat(s.pairFields(), []field{
		amountField("earlier_amount", "Mängd före", "Amount before"), amountField("later_amount", "Mängd efter", "Amount after"),
		amountField("earlier_total", "Summa före", "Total before"), amountField("later_total", "Summa efter", "Total after"),
		shareField("earlier_share", "Andel före", "Share before"), shareField("later_share", "Andel efter", "Share after"),
		shareField("change", "Förändring av andelen", "Change of the share"),
		shareField("change_low", "Lägsta möjliga förändring", "Lowest possible change"),
		shareField("change_high", "Högsta möjliga förändring", "Highest possible change"),
	}, causeFields(), []field{
		shareField("within_areas", "Inom områdena", "Within the areas"), shareField("mix_of_areas", "Områdenas tyngd", "Mix of the areas"),
		shareField("within_places", "Inom platserna", "Within the places"), shareField("mix_of_places", "Platsernas tyngd", "Mix of the places"),
		boolField("is_break", "Tidsseriebrott mellan perioderna", "Break in series between the periods"),
	}, symbolFields())
	return s.published(ctx, "change", edition.Table{
		Name:  "change",
		Title: word("Utveckling efter orsak", "Development by cause"),
		Description: word(
			"Hur varje andel har ändrats mellan två perioder, efter orsak. Orsakerna summerar till förändringen. En period jämförs med den förra av samma slag, en månad med samma månad ett tidigare år, och den sista också med den första.",
			"How each share has changed between two periods, by cause. The causes sum to the change. A period is compared with the one before it of the same kind, a month with the same month of an earlier year, and the last also with the first."),
		Grain: []string{"definition", "measure", "earlier_period", "later_period", "place", "area", "agreement", "sector"},
		Notes: []edition.Note{
			symbolNote(),
			{Text: word("En orsaks del är vad den tillförde sektorn, minus vad den skulle ha tillfört med den tidigare andelen, delat med summan efter.",
				"A cause's part is what it brought into the sector, less what it would have brought at the earlier share, divided by the total after.")},
		},
	}, fields)
}

// pairFields are the dimensions of a change, in published order.
func (s *session) pairFields() []field {
	return slices.Concat([]field{
		s.definitionField(), s.measureField(),
		textField("earlier_period", "Period före", "Period before"), textField("later_period", "Period efter", "Period after"),
	}, s.cellFields()[3:])
}

// causeFields are a change's parts by cause, and then its amounts.
func causeFields() []field {
	var parts, amounts []field
	for _, cause := range changeCauses() {
		sv := capitalised(wording{language: edition.Swedish}.cause(cause))
		en := capitalised(wording{language: edition.English}.cause(cause))
		parts = append(parts, shareField(cause, sv, en))
		amounts = append(amounts, amountField(cause+"_amount", sv+", mängd", en+", amount"))
	}
	return append(parts, amounts...)
}

// contributionTable tells which organisations moved each card most.
func (s *session) contributionTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "contribution", edition.Table{
		Name:  "contribution",
		Title: word("Organisationers bidrag till utvecklingen", "Contributions of organisations to development"),
		Description: word(
			"De tio organisationer som ändrade varje korts idéburna andel mest mellan två perioder. Sista raden är alla andra, minst tre om någon kan vara en fysisk person; raderna summerar till förändringen.",
			"The ten organisations that changed each card's idéburen share most between two periods. The last row is all others, three or more where one may be a natural person; the rows sum to the change."),
		Grain: []string{"card", "earlier_period", "later_period", "place_in_order"},
	}, []field{
		textField("card", "Kort", "Card"), s.definitionField(),
		textField("earlier_period", "Period före", "Period before"), textField("later_period", "Period efter", "Period after"),
		withoutSymbol(countField("place_in_order", "Ordning", "Order")),
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"), sourceText("name", "Namn", "Name"),
		textField("cause", "Orsak", "Cause"), textField("earlier_sector", "Sektor före", "Sector before"), textField("later_sector", "Sektor efter", "Sector after"),
		withoutSymbol(countField("providers", "Utförare", "Providers")),
		withoutSymbol(amountField("earlier_amount", "Mängd före", "Amount before")), withoutSymbol(amountField("later_amount", "Mängd efter", "Amount after")),
		withoutSymbol(shareField("earlier_share", "Egen del av helheten före, som idéburen", "Own part of the whole before, as idéburen")),
		withoutSymbol(shareField("later_share", "Egen del av helheten efter, som idéburen", "Own part of the whole after, as idéburen")),
		withoutSymbol(shareField("effect", "Effekt på andelen", "Effect on the share")),
		withoutSymbol(shareField("cumulated", "Effekter hittills", "Effects so far")),
	})
}
