package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/orgnr"
	"tresektor/pipeline/warehouse"
	"tresektor/queries"
)

// An Explanation tells everything an edition rests on about one provider.
type Explanation struct {
	Edition   string     `json:"edition"`
	Provider  string     `json:"provider_id"`
	Name      string     `json:"name"`
	Evidence  []Evidence `json:"evidence"`
	Decisions []Decision `json:"decisions"`
	Volumes   []Volume   `json:"volumes"`
}

// Evidence is one dated fact and where it stands.
type Evidence struct {
	Attribute string `json:"attribute"`
	Value     string `json:"value"`
	OtherID   string `json:"other_id,omitempty"` // the owner, or the number before
	Source    string `json:"source"`
	Observed  string `json:"observed_date"` // "" where a validity is stated
	From      string `json:"from_date"`
	To        string `json:"to_date"`
	File      string `json:"file"`
	Line      int64  `json:"line"`
}

// A Decision is the provider's sector in one period under one definition.
type Decision struct {
	Definition string       `json:"definition"`
	Measure    string       `json:"measure"`
	Period     string       `json:"period"`
	Date       string       `json:"reference_date"`
	Sector     string       `json:"sector"`
	Basis      string       `json:"basis"`
	Rule       string       `json:"rule"`
	Reason     string       `json:"reason"`
	Carried    bool         `json:"is_carried"`
	Contested  bool         `json:"is_contested"`
	OtherRules string       `json:"other_rules"`
	Silence    string       `json:"silence"`     // why the definition is not applicable; "" where it is
	Words      edition.Text `json:"explanation"` // the rule in words, from the edition
}

// A Volume is the provider's part of one cell.
type Volume struct {
	Measure     string `json:"measure"`
	Period      string `json:"period"`
	Place       string `json:"place"`
	Area        string `json:"area"`
	Agreement   string `json:"agreement"`
	Amount      string `json:"amount"`
	HiddenUnits int64  `json:"hidden_units"`
	File        string `json:"file"`
	Lines       string `json:"lines"`
}

// A NotFoundError says that a provider has no volume or evidence in an edition.
type NotFoundError struct{ Provider, Edition string }

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("provider %s is not in edition %s", e.Provider, e.Edition)
}

// Hint says what to do about it.
func (e *NotFoundError) Hint() string {
	return "write an organisation number (212000-0142) or an identifier from tables/classification.csv"
}

// ExplainProvider answers from an edition's trace and files, the current one
// for "". provider is an organisation number in any written form or an
// identifier.
func ExplainProvider(ctx context.Context, o Options, id, provider string) (e Explanation, err error) {
	editions := filepath.Join(o.Dir, "editions")
	if id == "" {
		if id, err = edition.Current(editions); err != nil {
			return e, err
		}
	}
	if id == "" {
		return e, noEdition(o.Dir)
	}
	if err := exists(editions, id); err != nil {
		return e, err
	}
	wh, err := warehouse.OpenFiles(ctx)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, wh.Close()) }()
	t := tracer{wh: wh, folder: filepath.Join(o.Dir, "state", "trace", id)}
	if err := t.open(ctx); err != nil {
		return e, err
	}
	e = Explanation{Edition: id, Provider: identifier(provider)}
	if err := t.explain(ctx, &e); err != nil {
		return e, err
	}
	if len(e.Evidence)+len(e.Volumes) == 0 {
		return e, &NotFoundError{Provider: shown(provider), Edition: id}
	}
	return e, e.addWords(filepath.Join(editions, id))
}

// identifier makes the identifier of an organisation number; anything else is
// an identifier already.
func identifier(text string) string {
	if n := orgnr.Parse(text); n.Kind == orgnr.Organisation {
		return "se:" + n.Digits
	}
	return text
}

// shown is what was asked for, unless it is a personal number.
func shown(text string) string {
	if n := orgnr.Parse(text); n.Kind == orgnr.Person || n.Personal {
		return "with a personal number"
	}
	return text
}

// A tracer asks the trace of one edition.
type tracer struct {
	wh     *warehouse.Warehouse
	folder string
}

// open makes the trace's files relations under their names.
func (t tracer) open(ctx context.Context) error {
	relations, err := queries.Trace()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := t.view(ctx, r.Name, r.Name+".parquet"); err != nil {
			return err
		}
	}
	relations, err = queries.TraceLoad()
	if err != nil {
		return err
	}
	for _, r := range relations {
		if err := t.view(ctx, r.Name, filepath.Join(r.Name, "*.parquet")); err != nil {
			return err
		}
	}
	return nil
}

func (t tracer) view(ctx context.Context, name, files string) error {
	pattern := filepath.Join(t.folder, files)
	found, err := filepath.Glob(pattern)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return &NoTraceError{Edition: filepath.Base(t.folder), File: pattern}
	}
	return t.wh.View(ctx, name, found)
}

// A NoTraceError says that an edition cannot be opened down to its rows.
type NoTraceError struct{ Edition, File string }

func (e *NoTraceError) Error() string {
	return fmt.Sprintf("the trace of edition %s is gone: there is no %s", e.Edition, e.File)
}

// Hint says what to do about it.
func (e *NoTraceError) Hint() string {
	return "put back state/trace from where the edition was made, or ask about a newer edition"
}

// know makes intervals of what the edition knows of one provider.
func (t tracer) know(ctx context.Context, provider string) error {
	stated, err := queries.Answer("ruling_evidence")
	if err != nil {
		return err
	}
	if _, err := t.wh.Relation(ctx, stated.Name, stated.SQL, false, provider); err != nil {
		return err
	}
	interval, err := queries.Interval()
	if err != nil {
		return err
	}
	_, err = t.wh.Relation(ctx, interval.Name, interval.SQL, false)
	return err
}

func (t tracer) explain(ctx context.Context, e *Explanation) error {
	if err := t.know(ctx, e.Provider); err != nil {
		return err
	}
	err := t.each(ctx, "provider_evidence", nil, func(scan func(...any) error) error {
		var v Evidence
		var other sql.NullString
		var observed, from, to sql.NullTime
		if err := scan(&v.Attribute, &v.Value, &other, &v.Source, &observed, &from, &to, &v.File, &v.Line); err != nil {
			return err
		}
		v.OtherID, v.Observed, v.From, v.To = other.String, day(observed), day(from), day(to)
		if v.Attribute == "name" {
			e.Name = v.Value
		}
		e.Evidence = append(e.Evidence, v)
		return nil
	})
	err = errors.Join(err, t.each(ctx, "provider_decision", []any{e.Provider}, func(scan func(...any) error) error {
		var d Decision
		var date sql.NullTime
		if err := scan(&d.Definition, &d.Measure, &d.Period, &date, &d.Sector, &d.Basis, &d.Rule,
			&d.Reason, &d.Carried, &d.Contested, &d.OtherRules, &d.Silence); err != nil {
			return err
		}
		d.Date = day(date)
		e.Decisions = append(e.Decisions, d)
		return nil
	}))
	return errors.Join(err, t.each(ctx, "provider_volume", []any{e.Provider}, func(scan func(...any) error) error {
		var v Volume
		var amount int64
		var decimals int
		if err := scan(&v.Measure, &v.Period, &v.Place, &v.Area, &v.Agreement, &amount, &v.HiddenUnits,
			&decimals, &v.File, &v.Lines); err != nil {
			return err
		}
		v.Amount = fixed(amount, decimals)
		e.Volumes = append(e.Volumes, v)
		return nil
	}))
}

// each runs an explain query.
func (t tracer) each(ctx context.Context, query string, args []any, row func(scan func(...any) error) error) error {
	q, err := queries.Answer(query)
	if err != nil {
		return err
	}
	rows, err := t.wh.Query(ctx, q.SQL, args...)
	if err != nil {
		return fmt.Errorf("%s: %w", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("%s: %w", query, err)
		}
	}
	return rows.Err()
}

func day(t sql.NullTime) string {
	if !t.Valid {
		return ""
	}
	return t.Time.Format("2006-01-02")
}

// addWords takes each rule's words from the edition that is explained: today's
// definitions may say something else.
func (e *Explanation) addWords(folder string) error {
	rules, err := readCSV(filepath.Join(folder, "tables", "definition.csv"))
	if err != nil {
		return err
	}
	for i, d := range e.Decisions {
		for _, r := range rules {
			if r["definition"] == d.Definition && r["rule"] == d.Rule {
				e.Decisions[i].Words = word(r["explanation_sv"], r["explanation_en"])
			}
		}
	}
	return nil
}

// Text tells the explanation in a language.
func (e Explanation) Text(language string) string {
	var b strings.Builder
	w := wording{language: language}
	fmt.Fprintf(&b, "%s  %s\n", e.Provider, e.Name)
	fmt.Fprintln(&b, w.say("Utgåva %s", "Edition %s", e.Edition))
	fmt.Fprintln(&b, w.say("\nVad vi vet", "\nWhat is known"))
	for _, v := range e.Evidence {
		fmt.Fprintf(&b, "  %s = %s  (%s; %s, %s %d)\n", v.Attribute, strings.TrimSpace(v.Value+" "+v.OtherID), w.validity(v), v.File, w.say("rad", "line"), v.Line)
	}
	fmt.Fprintln(&b, w.say("\nSektor", "\nSector"))
	for _, d := range e.Decisions {
		fmt.Fprintf(&b, "  %s %s %s: %s, %s, %s %s%s\n", d.Definition, d.Measure, d.Period, d.Sector, d.Basis,
			w.say("regel", "rule"), d.Rule, w.marks(d))
		if words := d.Words.In(language); words != "" {
			fmt.Fprintf(&b, "      %s\n", words)
		}
	}
	fmt.Fprintln(&b, w.say("\nVolymer", "\nVolumes"))
	for _, v := range e.Volumes {
		fmt.Fprintf(&b, "  %s %s %s %s %s: %s  (%s, %s %s)\n", v.Measure, v.Period, v.Place, v.Area, v.Agreement,
			grouped(language, v.Amount), v.File, w.say("rad", "line"), v.Lines)
	}
	return b.String()
}

func (w wording) validity(v Evidence) string {
	switch {
	case v.Observed != "":
		return w.say("%s, observerat %s", "%s, observed %s", v.Source, v.Observed)
	case v.To >= "9999":
		return w.say("%s, gäller från %s", "%s, valid from %s", v.Source, v.From)
	}
	return w.say("%s, gäller %s till %s", "%s, valid %s to %s", v.Source, v.From, v.To)
}

func (w wording) marks(d Decision) string {
	text := ""
	if d.Silence != "" {
		text += w.say("; definitionen går inte att tillämpa här (%s)", "; the definition is not applicable here (%s)", d.Silence)
	}
	if d.Reason != "" {
		text += w.say("; skäl %s", "; reason %s", d.Reason)
	}
	if d.Carried {
		text += w.say("; uppgift från en annan period", "; on evidence of another period")
	}
	if d.Contested {
		text += w.say("; omstritt", "; contested")
	}
	if d.OtherRules != "" {
		text += w.say("; passar också: %s", "; would also match: %s", d.OtherRules)
	}
	return text
}
