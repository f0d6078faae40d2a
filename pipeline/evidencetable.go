package pipeline

import (
	"context"

	"tresektor/pipeline/edition"
)

// evidenceTable tells what sources say of each organisation, and when: what its
// sector may rest on.
func (s *session) evidenceTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "evidence", edition.Table{
		Name:  "evidence",
		Title: word("Uppgifter om organisationer", "Evidence about organisations"),
		Description: word(
			"Vad källorna säger om varje organisation i tabellen classification som kan avgöra dess sektor, och när. En iakttagelse har den första och den sista dag då källan hade uppgiften; en angiven giltighet har sin första och sista dag, 0001-01-01 om källan inte säger när den började.",
			"What the sources say of each organisation in the table classification that can decide its sector, and when. An observation has the first and last day on which the source had it; a stated validity has its first and last day, 0001-01-01 where the source does not say when it began."),
		Grain: []string{"provider_id", "attribute", "value", "source", "is_observed", "from_date"},
	}, []field{
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"),
		s.dimension("attribute", "attribute", "Uppgift", "Attribute", ""),
		sourceText("value", "Värde", "Value"),
		textField("source", "Källa", "Source"),
		boolField("is_observed", "Iakttagen (annars angiven giltighet)", "Observed (else a stated validity)"),
		dateField("from_date", "Från", "From"),
		dateField("to_date", "Till och med", "To"),
	})
}
