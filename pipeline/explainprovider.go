package pipeline

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// provider finds the provider that is asked for and explains it.
func (t *tracer) provider(ctx context.Context, asked string) (e Explanation, err error) {
	e = Explanation{
		Edition: t.id, Matches: []ProviderMatch{}, Evidence: []Evidence{}, Decisions: []Decision{},
		Owners: []Owner{}, Overrides: []Override{}, Kinds: []Decision{},
		Volumes: []Volume{}, Totals: []ProviderTotal{}, words: t.words,
	}
	if isPerson(asked) {
		return e, &NotFoundError{Provider: "with a personal number", Edition: t.id}
	}
	matches, err := t.matches(ctx, asked)
	if err != nil {
		return e, err
	}
	switch {
	case len(matches) == 0:
		return e, &NotFoundError{Provider: asked, Edition: t.id}
	case len(matches) > 1:
		e.Matches = matches
		return e, nil
	}
	e.Provider, e.Name, e.Kind, e.Mask = matches[0].Provider, matches[0].Name, matches[0].kind, matches[0].mask
	return e, t.explain(ctx, &e)
}

// matches lists who may be meant: one alone where its identifier or its whole
// name is what was asked for.
func (t *tracer) matches(ctx context.Context, asked string) (list []ProviderMatch, err error) {
	id := identifier(asked)
	name := strings.ToLower(strings.Join(strings.Fields(asked), " "))
	if id != asked {
		name = "" // a number names nobody else
	}
	err = t.each(ctx, "provider_match", []any{id, name}, func(scan func(...any) error) error {
		var m ProviderMatch
		err := scan(&m.Provider, &m.kind, &m.mask, &m.Name, &m.nearness)
		list = append(list, m)
		return err
	})
	for _, nearness := range []int{2, 1} {
		if near := slices.DeleteFunc(slices.Clone(list), func(m ProviderMatch) bool { return m.nearness != nearness }); len(near) == 1 {
			return near, err
		}
	}
	return list, err
}

func (t *tracer) explain(ctx context.Context, e *Explanation) error {
	for _, part := range []func(context.Context, *Explanation) error{
		t.evidence, t.owners, t.link, t.decisions, t.overrides, t.volumes, t.totals,
	} {
		if err := part(ctx, e); err != nil {
			return err
		}
	}
	return t.withhold(ctx, e)
}

// know makes intervals of what the edition knows of one provider.
func (t *tracer) know(ctx context.Context, provider string) error {
	if err := t.make(ctx, "ruling_evidence", provider); err != nil {
		return err
	}
	interval, err := queries.Interval()
	if err != nil {
		return err
	}
	_, err = t.wh.Relation(ctx, interval.Name, interval.SQL, false)
	return err
}

func (t *tracer) evidence(ctx context.Context, e *Explanation) error {
	if err := t.know(ctx, e.Provider); err != nil {
		return err
	}
	return t.each(ctx, "provider_evidence", nil, func(scan func(...any) error) error {
		var v Evidence
		var other sql.NullString
		var observed, from, to sql.NullTime
		err := scan(&v.Attribute, &v.Value, &other, &v.OtherName, &v.Source, &observed, &from, &to, &v.File, &v.SHA256, &v.Line)
		v.OtherID, v.Observed, v.From, v.To = other.String, day(observed), day(from), day(to)
		e.Evidence = append(e.Evidence, v)
		return err
	})
}

func (t *tracer) decisions(ctx context.Context, e *Explanation) error {
	return t.each(ctx, "provider_decision", []any{e.Provider}, func(scan func(...any) error) error {
		var d Decision
		var from, to, date sql.NullTime
		err := scan(&d.Definition, &d.Measure, &d.Period, &from, &to, &date, &d.Sector, &d.Basis, &d.Rule,
			&d.Reason, &d.Carried, &d.Contested, &d.OtherRules, &d.Silence, &d.DecisionID)
		d.From, d.To, d.Date = day(from), day(to), day(date)
		d.Words = t.words.rules[[2]string{d.Definition, d.Rule}].words
		if d.Definition == workspace.KindDefinition {
			e.Kinds = append(e.Kinds, d)
			return err
		}
		e.Decisions = append(e.Decisions, d)
		return err
	})
}

func (t *tracer) volumes(ctx context.Context, e *Explanation) error {
	return t.each(ctx, "provider_volume", []any{e.Provider}, func(scan func(...any) error) error {
		var v Volume
		var amount int64
		var decimals int
		err := scan(&v.Measure, &v.Period, &v.Place, &v.Area, &v.Agreement, &amount, &v.HiddenUnits,
			&decimals, &v.File, &v.SHA256, &v.Lines)
		v.Amount = fixed(amount, decimals)
		e.Volumes = append(e.Volumes, v)
		return err
	})
}

func (t *tracer) totals(ctx context.Context, e *Explanation) error {
	return t.each(ctx, "provider_total", []any{e.Provider}, func(scan func(...any) error) error {
		var v ProviderTotal
		var amount, total int64
		var decimals int
		err := scan(&v.Measure, &v.Period, &v.Place, &v.Area, &v.Agreement, &amount, &total, &decimals)
		v.Amount, v.Total, v.Share = fixed(amount, decimals), fixed(total, decimals), edition.NotApplicable
		if total > 0 && amount >= 0 {
			v.share = millionths(amount, total)
			v.Share = fixed(int64(v.share), 6)
		}
		e.Totals = append(e.Totals, v)
		return err
	})
}
