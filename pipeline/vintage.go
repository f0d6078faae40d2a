package pipeline

import (
	"context"
	"fmt"
	"slices"

	"tresektor/pipeline/edition"
)

// putVintages puts the first and latest values that the edition before tells
// into the warehouse.
func (s *session) putVintages(ctx context.Context, before []map[string]string) error {
	cells := table{name: "vintage_before", columns: slices.Concat(cellColumns(), []column{
		{"first_date", date}, {"first_amount", integer}, {"first_total", integer}, {"first_share", integer},
		{"latest_date", date},
	})}
	for _, row := range before {
		cell, err := s.vintageRow(row)
		if err != nil {
			return err
		}
		cells.rows = append(cells.rows, cell)
	}
	periods := table{name: "vintage_period_before", columns: []column{
		{"definition", text}, {"measure", text}, {"period", text}, {"first_date", date}, {"latest_date", date},
	}}
	rows, err := s.before("vintage_period")
	for _, row := range rows {
		periods.rows = append(periods.rows, []any{row["definition"], row["measure"], row["period"], row["first_date"], row["latest_date"]})
	}
	if err != nil {
		return err
	}
	return s.put(ctx, cells, periods)
}

func (s *session) vintageRow(row map[string]string) (cells []any, err error) {
	for _, name := range cellNames() {
		cells = append(cells, row[name])
	}
	cells = append(cells, row["first_date"])
	decimals := s.revising.scale[row["measure"]]
	for _, number := range []struct {
		name     string
		decimals int
	}{{"first_amount", decimals}, {"first_total", decimals}, {"first_share", 6}} {
		n, err := units(row[number.name], number.decimals)
		if err != nil {
			return nil, fmt.Errorf("table vintage of the edition before: %s: %w", number.name, err)
		}
		cells = append(cells, n)
	}
	return append(cells, row["latest_date"]), nil
}

// datePeriods says of periods whose first publication nobody has noted that it
// was in the edition before.
func (s *session) datePeriods(ctx context.Context) error {
	return s.wh.Exec(ctx, `insert into vintage_period_before
		select distinct definition, measure, period, ?::date, ?::date from revision_value
		anti join vintage_period_before using (definition, measure, period)`, s.revising.date, s.revising.date)
}

func (s *session) vintageTable(ctx context.Context) (edition.Table, error) {
	fields := slices.Concat(s.cellFields(), []field{
		dateField("first_date", "Först publicerad", "First published"),
		withoutSymbol(amountField("first_amount", "Först publicerad mängd", "First published amount")),
		withoutSymbol(amountField("first_total", "Först publicerad summa", "First published total")),
		withoutSymbol(shareField("first_share", "Först publicerad andel", "First published share")),
		dateField("latest_date", "Senast reviderad", "Last revised"),
		withoutSymbol(amountField("latest_amount", "Senast publicerad mängd", "Latest published amount")),
		withoutSymbol(amountField("latest_total", "Senast publicerad summa", "Latest published total")),
		withoutSymbol(shareField("latest_share", "Senast publicerad andel", "Latest published share")),
	})
	return s.published(ctx, "vintage", edition.Table{
		Name:  "vintage",
		Title: word("Första och senaste värde", "First and latest values"),
		Description: word(
			"Celler som har reviderats sedan de först publicerades, med första och senaste värde. En cell som inte står här har samma värde som när perioden först publicerades.",
			"Cells that have been revised since they were first published, with their first and latest values. A cell that is not here has the value that it had when its period was first published."),
		Grain: cellNames(),
	}, fields)
}

func (s *session) vintagePeriodTable(ctx context.Context) (edition.Table, error) {
	return s.published(ctx, "vintage_period", edition.Table{
		Name:        "vintage_period",
		Title:       word("När perioderna publicerades", "When the periods were published"),
		Description: word("När varje period först publicerades under varje definition, och när den senast reviderades.", "When each period was first published under each definition, and when it was last revised."),
		Grain:       []string{"definition", "measure", "period"},
	}, []field{
		s.definitionField(), s.measureField(), s.dimension("period", "", "Period", "Period", edition.RoleTime),
		dateField("first_date", "Först publicerad", "First published"), dateField("latest_date", "Senast reviderad", "Last revised"),
	})
}
