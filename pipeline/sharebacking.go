package pipeline

import (
	"context"

	"tresektor/pipeline/edition"
)

// shareBacking is the name of the table of who is behind each share.
const shareBacking = "share_backing"

// shareBackingTable names the idéburna organisations behind every share,
// without their volumes. Of what was received under secrecy nobody is named.
func (s *session) shareBackingTable(ctx context.Context) (edition.Table, error) {
	cell := s.cellFields() // definition, measure, period, place, area, agreement, sector
	t, err := s.published(ctx, shareBacking, edition.Table{
		Name:  shareBacking,
		Title: word("Organisationerna bakom andelarna", "The organisations behind the shares"),
		Description: word(
			"De idéburna organisationerna bakom varje andel, från första till sista period och under de definitioner som räknas upp. Namn utan mängder: en organisation som källan har dolt antalet för är också med. Nämns ingen kan det bero på att andelen inte visas, eller på att namnen tillsammans med andra tal skulle säga vad som inte visas. Andelen kan räkna fler, som inte får nämnas.",
			"The idéburna organisations behind each share, from the first to the last period and under the definitions that are listed. Names without amounts: an organisation whose number the source suppressed is here too. Where nobody is named the share may not be shown, or the names and other numbers together would tell what is not shown. The share may count more, who may not be named."),
		Grain: []string{"measure", "place", "area", "agreement", "provider_id", "first_period"},
	}, []field{
		cell[1], cell[3], cell[4], cell[5],
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"),
		textField("first_period", "Första perioden", "First period"),
		textField("last_period", "Sista perioden", "Last period"),
		textField("definitions", "Definitioner som räknar den som idéburen", "Definitions that count it as idéburen"),
		sourceText("name", "Namn", "Name"),
	})
	t.Rows = picked(t, func(cell func(string) string) bool {
		m, _ := s.space.Measure(cell("measure"))
		return m.Protect != protectSecrecy
	})
	return t, err
}
