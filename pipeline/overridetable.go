package pipeline

import (
	"context"

	"tresektor/pipeline/edition"
)

// overrideTable tells every decision about a single provider and what it does
// to each card. Who decided and reviewed are natural persons and stay in the
// workspace.
func (s *session) overrideTable(ctx context.Context) (edition.Table, error) {
	t, err := s.published(ctx, "override", edition.Table{
		Name:  "override",
		Title: word("Beslut om enskilda utförare", "Decisions about single providers"),
		Description: word(
			"Varje beslut som går före reglerna, vad som annars gäller, och vad beslutet gör med varje rubriktal: den idéburna andelen av känd mängd med och utan beslutet. Också det som följer av beslutet räknas, till exempel för bolag som utföraren äger.",
			"Each decision that comes before the rules, what holds otherwise, and what it does to each headline figure: the idéburen share of known amounts with and without it. What follows from it counts too, such as for companies that the provider owns."),
		Grain: []string{"decision_id", "definition", "card", "period"},
	}, []field{
		textField("decision_id", "Beslut", "Decision"),
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"),
		sourceText("name", "Namn", "Name"),
		s.definitionField(),
		dateField("valid_from", "Gäller från", "Valid from"),
		dateField("valid_to", "Gäller till", "Valid to"),
		s.dimension("sector", "sector", "Sektor enligt beslutet", "Sector by the decision", ""),
		textField("sector_without", "Sektor utan beslutet", "Sector without the decision"),
		s.dimension("reason_code", "override_reason", "Skäl", "Reason", ""),
		dateField("review_by", "Ska granskas senast", "Review by"),
		textField("status", "Läge (applied, expired, unused)", "Status (applied, expired, unused)"),
		textField("card", "Kort", "Card"),
		s.dimension("period", "", "Period", "Period", edition.RoleTime),
		withoutSymbol(amountField("amount", "Mängd som beslutet avgör", "Amount that it decides")),
		withoutSymbol(shareField("share_with", "Idéburen andel med beslutet", "Idéburen share with the decision")),
		withoutSymbol(shareField("share_without", "Idéburen andel utan beslutet", "Idéburen share without the decision")),
	})
	if err != nil {
		return t, err
	}
	return s.withDecision(t), nil
}

// withDecision adds what the workspace says of each decision.
func (s *session) withDecision(t edition.Table) edition.Table {
	for _, f := range []field{
		textField("explanation", "Förklaring", "Explanation"), textField("evidence_url", "Underlag", "Evidence"),
		dateField("evidence_date", "Underlagets datum", "Date of the evidence"),
		textField("evidence_sha256", "Underlagets SHA-256", "SHA-256 of the evidence"),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	for i, row := range t.Rows {
		for _, o := range s.space.Overrides {
			if o.ID == row[0].(string) {
				t.Rows[i] = append(row, o.Explanation, o.Evidence.URL, o.Evidence.Date, o.Evidence.SHA256)
			}
		}
	}
	return t
}
