package pipeline

import (
	"context"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// sourcePeriodTable is what the next edition's sources are compared with.
func (s *session) sourcePeriodTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "source_period", edition.Table{
		Name:  "source_period",
		Title: word("Källornas perioder", "Periods of the sources"),
		Description: word("Vad varje källa redovisar av varje mått i varje period, och hos hur många utförare.",
			"What each source reports of each measure in each period, and for how many providers."),
		Grain: []string{"source", "measure", "period"},
	}, []field{
		textField("source", "Källa", "Source"), s.measureField(),
		s.dimension("period", "", "Period", "Period", edition.RoleTime),
		withoutSymbol(amountField("amount", "Mängd", "Amount")),
		withoutSymbol(countField("hidden_units", "Enheter som källan undertryckt", "Units suppressed by the source")),
		withoutSymbol(countField("providers", "Utförare", "Providers")),
	})
}

// gateTable tells every gate: its findings, or that it has none or nothing to
// compare with. Who acknowledged is a natural person and stays in the workspace.
func (s *session) gateTable(findings []Finding) (edition.Table, error) {
	t := edition.Table{
		Name:  "gate",
		Title: word("Spärrar", "Gates"),
		Description: word("Vad varje spärr fann när utgåvan jämfördes med den förra. Den som står för ett fynd har sagt varför, och till vilken dag.",
			"What each gate found when the edition was compared with the one before. Whoever stands for a finding has said why, and until which day."),
		Grain: []string{"gate", "cell"},
	}
	for _, f := range []field{
		textField("gate", "Spärr", "Gate"), textField("cell", "Cell", "Cell"),
		textField("status", "Utfall (passed, no_baseline, warn, blocked, acknowledged)", "Outcome (passed, no_baseline, warn, blocked, acknowledged)"),
		textField("severity", "Allvar (block, warn)", "Severity (block, warn)"), textField("finding", "Fynd", "Finding"),
		textField("unit", "Enhet", "Unit"), textField("value", "Värde", "Value"), textField("previous", "Förra värdet", "Previous value"),
		textField("difference", "Skillnad", "Difference"), textField("limit", "Gräns", "Limit"),
		textField("cause", "Orsak", "Cause"), textField("effect", "Orsakens effekt på andelen", "Effect of the cause on the share"),
		textField("provider_id", "Utförare (identitet)", "Provider (identifier)"), sourceText("name", "Namn", "Name"),
		textField("reason", "Varför fyndet godtas", "Why the finding is accepted"), dateField("expires", "Godtas till", "Accepted until"),
		textField("sentence", "Vad den söker", "What it looks for"),
	} {
		t.Fields = append(t.Fields, f.Field)
	}
	relations, err := queries.Gates()
	slices.SortFunc(relations, func(a, b queries.Relation) int { return strings.Compare(a.Name, b.Name) })
	for _, r := range relations {
		if r.Hint != "" {
			t.Rows = append(t.Rows, gateRows(r, findings)...)
		}
	}
	return t, err
}

// gateRows are a gate's findings; one row without a cell when it has none.
func gateRows(r queries.Relation, findings []Finding) (rows [][]any) {
	status := "passed"
	for _, f := range findings {
		if f.Check == "baseline" && r.Compares() {
			status = "no_baseline"
		}
		if f.Check != r.Name {
			continue
		}
		for _, g := range f.Gate {
			rows = append(rows, g.row(r.Sentence))
		}
	}
	if len(rows) == 0 {
		rows = [][]any{{r.Name, "", status, "", "", "", "", "", "", "", "", "", "", "", "", nil, r.Sentence}}
	}
	return rows
}

// blocked is the outcome of a finding that stops publication. A candidate that
// has one waits; no published edition has.
const blocked = "blocked"

func (f GateFinding) row(sentence string) []any {
	status, reason, expires := "warn", "", any(nil)
	if f.stops() {
		status = blocked
	}
	if a := f.Acknowledged; a != nil {
		status, reason, expires = "acknowledged", a.Reason, a.Expires
	}
	return []any{
		f.Gate, f.Cell, status, f.Severity, f.Finding, f.Unit, f.Value, f.Previous, f.Difference, f.Limit,
		f.Cause, f.Effect, f.Provider, f.Name, reason, expires, sentence,
	}
}
