package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// historyTables are the tables that tell an edition from those before it:
// revisions by cause, corrections, and first and latest values.
func (s *session) historyTables(ctx context.Context, share edition.Table) (tables []edition.Table, err error) {
	if err := s.endStages(ctx, share); err != nil {
		return nil, fmt.Errorf("revision: %w", err)
	}
	for _, make := range []func(context.Context) (edition.Table, error){
		s.revisionTable, s.correctionTable, s.vintageTable, s.vintagePeriodTable,
	} {
		t, err := make(ctx)
		if err != nil {
			return nil, err
		}
		tables = append(tables, s.described(t))
	}
	return tables, s.dropStages(ctx)
}

// substituteAndBuild is for those who have built already: what is built is
// there again afterwards.
func (s *session) substituteAndBuild(ctx context.Context) error {
	if s.revising != nil {
		return nil
	}
	built, err := s.substitute(ctx)
	if err != nil || !built {
		return err
	}
	if err := s.ingest(ctx); err != nil {
		return err
	}
	return s.build(ctx)
}

// endStages adds the edition itself and compares.
func (s *session) endStages(ctx context.Context, share edition.Table) error {
	r := s.revising
	for _, say := range r.said {
		say()
	}
	if err := s.addValues(ctx, len(r.causes), share); err != nil {
		return err
	}
	if err := s.put(ctx, r.stageTable(), s.revisedMeasures(), s.correctionScope()); err != nil {
		return err
	}
	relations, err := queries.Revision()
	if err != nil {
		return err
	}
	for _, each := range relations {
		rows, err := s.wh.Relation(ctx, each.Name, each.SQL, each.View)
		if err == nil {
			err = s.unique(ctx, each, rows)
		}
		if err != nil {
			return err
		}
	}
	return s.explained(ctx)
}

// explained refuses revisions whose parts do not sum to the difference.
func (s *session) explained(ctx context.Context) error {
	var cells int64
	if err := s.wh.QueryRow(ctx, "select count(*) from revision_unexplained").Scan(&cells); err != nil {
		return err
	}
	if cells > 0 {
		return fmt.Errorf("%s changed for no cause", edition.Plural(cells, "cell", "cells"))
	}
	if s.revising.previous == "" {
		return nil
	}
	return s.sayRevised(ctx)
}

// sayRevised logs how many cells differ, and the causes that any of them has:
// what was replaced without changing a number caused nothing.
func (s *session) sayRevised(ctx context.Context) error {
	var cells int64
	var causes string
	err := s.wh.QueryRow(ctx, `select count(distinct (definition, measure, period, place, area, agreement)),
		coalesce(string_agg(distinct causes, ' '), '') from revision`).Scan(&cells, &causes)
	if err != nil {
		return err
	}
	said := []any{"edition", s.revising.previous, "cells", cells}
	if causes != "" {
		said = append(said, "causes", strings.Join(slices.Compact(causeOrder(strings.Fields(causes))), " "))
	}
	s.log().Info("compared with the edition before", said...)
	return nil
}

func (r *revising) stageTable() table {
	t := table{name: "revision_stage", columns: []column{{"stage", integer}, {"cause", text}}}
	t.rows = append(t.rows, []any{int64(0), nil})
	for i, cause := range r.causes {
		t.rows = append(t.rows, []any{int64(i + 1), orNull(cause)})
	}
	return t
}

// revisedMeasures says whether parts by cause may be told of a measure. Between
// two causes there is a number that nobody has published: of a protected measure
// it could be a small one, so that its causes are told together.
func (s *session) revisedMeasures() table {
	t := table{name: "revision_measure", columns: []column{{"measure", text}, {"decimals", integer}, {"is_told", boolean}}}
	for measure, decimals := range s.revising.scale {
		t.rows = append(t.rows, []any{measure, int64(decimals), len(s.revising.causes) == 1 || s.isOpen(measure)})
	}
	slices.SortFunc(t.rows, func(a, b []any) int { return strings.Compare(a[0].(string), b[0].(string)) })
	return t
}

// isOpen tells whether nothing of a measure is protected.
func (s *session) isOpen(measure string) bool {
	m, found := s.space.Measure(measure)
	return found && m.Protect == "none" && !(s.shown != nil && s.shown.hasPersons(measure))
}

// dropStages takes the numbers of editions out of the warehouse: they are many,
// and in the editions.
func (s *session) dropStages(ctx context.Context) error {
	for _, name := range []string{"revision_value", "revision_state", "revision_part", "vintage_before"} {
		if err := s.wh.Exec(ctx, "drop table if exists "+name); err != nil {
			return err
		}
	}
	s.revising = nil
	return nil
}

// revisionCauses are the codes of the list revision_cause, in its order.
func (s *session) revisionCauses() (codes []edition.Code) {
	list, _ := s.space.List("revision_cause")
	return codesOf(list)
}

func (s *session) revisionTable(ctx context.Context) (edition.Table, error) {
	fields := slices.Concat(s.cellFields(), []field{
		textField("kind", "Slag (revision, correction, development)", "Kind (revision, correction, development)"),
		textField("causes", "Orsaker", "Causes"), textField("corrections", "Rättelser", "Corrections"),
		amountField("earlier_amount", "Mängd i förra utgåvan", "Amount in the edition before"), amountField("later_amount", "Mängd", "Amount"),
		amountField("earlier_total", "Summa i förra utgåvan", "Total in the edition before"), amountField("later_total", "Summa", "Total"),
		shareField("earlier_share", "Andel i förra utgåvan", "Share in the edition before"), shareField("later_share", "Andel", "Share"),
		shareField("change", "Revidering av andelen", "Revision of the share"),
		amountField("change_amount", "Revidering av mängden", "Revision of the amount"), amountField("change_total", "Revidering av summan", "Revision of the total"),
	}, s.partFields(), symbolFields())
	return s.published(ctx, "revision", edition.Table{
		Name:  "revision",
		Title: word("Revideringar efter orsak", "Revisions by cause"),
		Description: word(
			"Vad som har ändrats sedan förra utgåvan, efter orsak. En revidering gäller samma period i två utgåvor. Tal för en ny period är utveckling. En rättelse är en revidering på grund av ett fel som någon har redogjort för.",
			"What has changed since the edition before, by cause. A revision is about the same period in two editions. Numbers of a new period are development. A correction is a revision because of an error that somebody has accounted for."),
		Grain: cellNames(),
		Notes: []edition.Note{
			symbolNote(),
			{Text: word("Underlaget till förra utgåvan byts mot dagens, en orsak i taget och i kolumnernas ordning. En orsaks del är skillnaden som bytet gör, och delarna summerar till revideringen.",
				"The inputs of the edition before are replaced by today's, one cause at a time and in the order of the columns. A cause's part is the difference that its replacement makes, and the parts sum to the revision.")},
		},
	}, fields)
}

// partFields are a revision's parts by cause: of the share, the amount and the
// total.
func (s *session) partFields() []field {
	var shares, amounts, totals []field
	for _, c := range s.revisionCauses() {
		shares = append(shares, shareField(c.Code+"_share", c.Label.SV+", andel", c.Label.EN+", share"))
		amounts = append(amounts, amountField(c.Code+"_amount", c.Label.SV+", mängd", c.Label.EN+", amount"))
		totals = append(totals, amountField(c.Code+"_total", c.Label.SV+", summa", c.Label.EN+", total"))
	}
	return slices.Concat(shares, amounts, totals)
}
