package pipeline

import (
	"context"

	"tresektor/pipeline/edition"
)

// linkTable tells what became of each supplier that has only a name.
func (s *session) linkTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "link", edition.Table{
		Name:  "link",
		Title: word("Leverantörer som bara har ett namn", "Suppliers with a name only"),
		Description: word(
			"Vilken organisation en leverantör utan organisationsnummer är: länkad av programmet, länkad eller avvisad för hand, lämnad till granskning eller utan kandidat, med skälet.",
			"Which organisation a supplier without a number is: linked by the program, linked or refused by hand, left for review or without a candidate, with the reason."),
		Grain: []string{"provider_id"},
	}, []field{
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"),
		sourceText("name", "Namn", "Name"),
		textField("status", "Läge", "Status"),
		textField("organisation_id", "Organisation (identitet)", "Organisation (identifier)"),
		sourceText("organisation_name", "Organisationens namn", "Name of the organisation"),
		textField("confirming", "Uppgifter som stämmer", "Facts that agree"),
		withoutSymbol(countField("score", "Namnens likhet, 1000 är samma", "Likeness of the names, 1000 is the same")),
		textField("why", "Varför programmet inte länkade", "Why the program did not link"),
	})
}

// linkVolumeTable tells how much volume rests on links.
func (s *session) linkVolumeTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "link_volume", edition.Table{
		Name:  "link_volume",
		Title: word("Mängd efter hur leverantören är känd", "Volume by how its supplier is known"),
		Description: word(
			"Hur mycket av varje mått och period som hör till leverantörer med eget nummer (not_by_name), länkade av programmet, länkade för hand, lämnade till granskning och inte länkade.",
			"How much of each measure and period belongs to suppliers with a number of their own (not_by_name), linked by the program, linked by hand, left for review, and not linked."),
		Grain: []string{"measure", "period", "status"},
	}, []field{
		s.measureField(),
		s.dimension("period", "", "Period", "Period", edition.RoleTime),
		textField("status", "Läge", "Status"),
		withoutSymbol(amountField("amount", "Mängd", "Amount")),
		withoutSymbol(countField("providers", "Utförare", "Providers")),
	})
}
