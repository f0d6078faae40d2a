package pipeline

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// What stands behind a decision beside the evidence of sources: who owns the
// provider, which organisation it is linked to, and what people decided.

// An Owner is who holds the majority, and the chain that shows it.
type Owner struct {
	Attribute string       `json:"attribute"` // owner_majority, or owner_presumption where it is presumed
	Majority  string       `json:"majority"`
	From      string       `json:"from_date"`
	To        string       `json:"to_date"`
	Contested bool         `json:"is_contested"`
	Chain     edition.Text `json:"chain"`
}

// A Link tells which organisation a supplier without a number is.
type Link struct {
	Organisation string   `json:"organisation_id"` // "" where it is not linked
	Name         string   `json:"name"`
	Status       string   `json:"status"`
	Confirming   []string `json:"confirming"` // attributes that agree
	Why          string   `json:"why"`        // why the program did not link
}

// An Override is a decision that comes before the rules. Who made and reviewed
// it stays in the workspace.
type Override struct {
	ID            string `json:"decision_id"`
	Sector        string `json:"sector"`
	SectorWithout string `json:"sector_without"`
	Reason        string `json:"reason_code"`
	Explanation   string `json:"explanation"`
	Evidence      string `json:"evidence_url"`
	EvidenceDate  string `json:"evidence_date"`
	From          string `json:"valid_from"`
	To            string `json:"valid_to"`
	ReviewBy      string `json:"review_by"`
}

func (t *tracer) owners(ctx context.Context, e *Explanation) error {
	return t.each(ctx, "provider_owner", []any{e.Provider}, func(scan func(...any) error) error {
		var o Owner
		var from, to sql.NullTime
		err := scan(&o.Attribute, &o.Majority, &from, &to, &o.Contested, &o.Chain.SV, &o.Chain.EN)
		o.From, o.To = day(from), day(to)
		e.Owners = append(e.Owners, o)
		return err
	})
}

func (t *tracer) link(ctx context.Context, e *Explanation) error {
	return t.each(ctx, "provider_link", []any{e.Provider}, func(scan func(...any) error) error {
		var l Link
		var id, confirming string
		err := scan(&id, &l.Organisation, &l.Name, &l.Status, &confirming, &l.Why)
		l.Confirming = strings.Fields(confirming)
		e.Link = &l
		return err
	})
}

// overrides reads the decisions that decided something of the provider, from
// the edition's table.
func (t *tracer) overrides(_ context.Context, e *Explanation) error {
	isUsed := func(id string) bool {
		return slices.ContainsFunc(e.Decisions, func(d Decision) bool { return d.DecisionID == id && id != "" })
	}
	if !slices.ContainsFunc(e.Decisions, func(d Decision) bool { return d.DecisionID != "" }) {
		return nil
	}
	rows, err := t.table("override")
	for _, row := range rows {
		id := row["decision_id"]
		if !isUsed(id) || slices.ContainsFunc(e.Overrides, func(o Override) bool { return o.ID == id }) {
			continue
		}
		e.Overrides = append(e.Overrides, Override{
			ID: id, Sector: row["sector"], SectorWithout: row["sector_without"], Reason: row["reason_code"],
			Explanation: row["explanation"], Evidence: row["evidence_url"], EvidenceDate: row["evidence_date"],
			From: row["valid_from"], To: row["valid_to"], ReviewBy: row["review_by"],
		})
	}
	return err
}
