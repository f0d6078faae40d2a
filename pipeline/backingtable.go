package pipeline

import (
	"context"

	"tresektor/pipeline/edition"
)

// backingTable names the idéburna organisations behind each card's latest
// number, without their volumes. Of what was received under secrecy nobody is
// named.
func (s *session) backingTable(ctx context.Context) (edition.Table, error) {
	t, err := s.published(ctx, "backing", edition.Table{
		Name:  "backing",
		Title: word("Organisationerna bakom rubriktalen", "The organisations behind the headline figures"),
		Description: word(
			"De idéburna organisationerna bakom varje rubriktal, i dess senaste period och under dess definition. Namn utan mängder: en organisation som källan har dolt antalet för är också med. Rubriktalet kan räkna fler, som inte får nämnas.",
			"The idéburna organisations behind each headline figure, in its latest period and under its definition. Names without amounts: an organisation whose number the source suppressed is here too. The figure may count more, who may not be named."),
		Grain: []string{"card", "definition", "provider_id"},
	}, []field{
		textField("card", "Kort", "Card"), s.definitionField(),
		s.dimension("period", "", "Period", "Period", edition.RoleTime),
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"), sourceText("name", "Namn", "Name"),
	})
	totals := s.cardTotals()
	isTold := func(card string) bool {
		m, _ := s.space.Measure(totals[card].Measure)
		return m.Protect != protectSecrecy
	}
	t.Rows = picked(t, func(cell func(string) string) bool { return isTold(cell("card")) })
	return t, err
}
