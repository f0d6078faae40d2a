package pipeline

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"tresektor/pipeline/workspace"
)

// configure puts what people decided into the warehouse: code lists, measures,
// definitions with their rules, overrides, and the headline's cards.
func (s *session) configure(ctx context.Context) error {
	if s.isConfigured {
		return nil
	}
	matched := s.space.Definitions
	if s.space.Kinds.Path != "" {
		matched = append(slices.Clone(matched), s.space.Kinds.Definition())
	}
	tables := []table{
		runTable(s.day()), measureTable(s.space.Measures), dimensionTable(s.space.Measures),
		definitionTable(s.space.Definitions), needTable(s.space.Definitions),
		ruleTable(matched), conditionTable(matched),
		cardTable(s.space.Config), addsTable(s.space.Sources), completeTable(s.space.Sources), overrideTable(s.space.Overrides),
		labelTable(s.space),
	}
	for _, list := range s.space.Lists {
		if list.Name == "attribute" {
			list = closedAttributes(list, s.space.Lists)
		}
		tables = append(tables, listTable(list))
	}
	if err := s.put(ctx, tables...); err != nil {
		return fmt.Errorf("configure: %w", err)
	}
	s.isConfigured = true
	return nil
}

// runTable is the one row that says what day it is.
func runTable(day string) table {
	return table{name: "run", columns: []column{{"date", date}}, rows: [][]any{{day}}}
}

func listTable(list workspace.List) table {
	t := table{name: list.Name}
	for _, name := range list.Columns {
		kind := text
		if name == "sort" {
			kind = integer
		}
		t.columns = append(t.columns, column{name, kind})
	}
	for _, row := range list.Rows {
		cells := make([]any, len(list.Columns))
		for i, name := range list.Columns {
			cells[i] = row[name]
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

func measureTable(measures []workspace.Measure) table {
	t := table{name: "measure", columns: []column{
		{"measure", text}, {"decimals", integer}, {"unit_scale", integer},
		{"reference_kind", text}, {"reference_day", text}, {"coverage_minimum", integer},
		{"is_year_of_months", boolean},
	}}
	for _, m := range measures {
		t.rows = append(t.rows, []any{
			m.ID, int64(m.Decimals), power(m.Decimals).Int64(),
			m.Reference.Kind, orNull(m.Reference.Day), m.CoverageMinimum.Rat(),
			m.IsYearOfMonths(),
		})
	}
	return t
}

// dimensionTable has a row for every dimension of every measure; a dimension
// that the measure lacks has the one code none and nothing to sum.
func dimensionTable(measures []workspace.Measure) table {
	t := table{name: "measure_dimension", columns: []column{
		{"measure", text}, {"dimension", text}, {"is_summable", boolean},
	}}
	for _, m := range measures {
		for _, dimension := range []string{"place", "area", "agreement"} {
			t.rows = append(t.rows, []any{m.ID, dimension, slices.Contains(m.Summable, dimension)})
		}
	}
	return t
}

func definitionTable(definitions []workspace.Definition) table {
	t := table{name: "definition", columns: []column{
		{"definition", text}, {"sort", integer}, {"applies_from", date},
		{"remainder_percent", integer}, {"in_spread", boolean}, {"bounds", text},
	}}
	for i, d := range definitions {
		percent := new(big.Rat).Mul(d.RemainderRatio.Rat(), big.NewRat(100, 1))
		t.rows = append(t.rows, []any{
			d.ID, int64(i), orNull(d.AppliesFrom), percent, d.Spread, d.Bounds,
		})
	}
	return t
}

func needTable(definitions []workspace.Definition) table {
	t := table{name: "definition_need", columns: []column{
		{"definition", text}, {"need", integer}, {"attribute", text},
	}}
	for _, d := range definitions {
		for i, anyOf := range d.Needs {
			for _, attribute := range anyOf {
				t.rows = append(t.rows, []any{d.ID, int64(i), attribute})
			}
		}
	}
	return t
}

func ruleTable(definitions []workspace.Definition) table {
	t := table{name: "rule", columns: []column{
		{"definition", text}, {"rule_order", integer}, {"rule", text}, {"sector", text},
		{"basis", text}, {"reason", text}, {"conditions", integer},
		{"is_contested", boolean}, {"is_fallback", boolean}, {"could_be_public", boolean},
		{"could_be_private", boolean}, {"could_be_ideburen", boolean},
	}}
	for _, d := range definitions {
		for i, r := range d.Rules {
			t.rows = append(t.rows, []any{
				d.ID, int64(i), r.ID, r.Sector, r.Basis, orNull(r.Reason), int64(len(r.When)),
				r.Contested, r.Fallback, slices.Contains(r.CouldBe, "public"),
				slices.Contains(r.CouldBe, "private"), slices.Contains(r.CouldBe, "ideburen"),
			})
		}
	}
	return t
}

func conditionTable(definitions []workspace.Definition) table {
	t := table{name: "rule_condition", columns: []column{
		{"definition", text}, {"rule_order", integer}, {"attribute", text},
		{"value", text}, {"is_exclusion", boolean},
	}}
	for _, d := range definitions {
		for i, r := range d.Rules {
			t.rows = append(t.rows, conditions(d.ID, i, r.When, false)...)
			t.rows = append(t.rows, conditions(d.ID, i, r.Unless, true)...)
		}
	}
	return t
}

func conditions(definition string, order int, values map[string][]string, exclusion bool) [][]any {
	var rows [][]any
	for _, attribute := range slices.Sorted(maps.Keys(values)) {
		for _, value := range values[attribute] {
			rows = append(rows, []any{definition, int64(order), attribute, value, exclusion})
		}
	}
	return rows
}

// earlier ends the name of the rows that show a card's earlier measure.
const earlier = ".earlier"

func cardTable(config workspace.Config) table {
	t := table{name: "card", columns: []column{
		{"card", text}, {"sort", integer}, {"measure", text}, {"place", text},
		{"area", text}, {"agreement", text}, {"definition", text}, {"period", text},
	}}
	for i, c := range config.Headline {
		t.rows = append(t.rows, []any{
			c.ID, int64(2*i + 1), c.Measure, c.Place, c.Area, c.Agreement, c.Definition, c.Period,
		})
		if e := c.Earlier; e != nil {
			t.rows = append(t.rows, []any{
				c.ID + earlier, int64(2 * i), e.Measure, c.Place, e.Area, "none", c.Definition, "",
			})
		}
	}
	return t
}

func addsTable(sources []workspace.Source) table {
	t := table{name: "source_adds", columns: []column{{"source", text}, {"other", text}}}
	for _, s := range sources {
		for _, other := range s.AddsTo {
			t.rows = append(t.rows, []any{s.ID, other}, []any{other, s.ID})
		}
	}
	return t
}

// completeTable names the sources that list all who have an attribute.
func completeTable(sources []workspace.Source) table {
	t := table{name: "source_complete", columns: []column{{"source", text}, {"attribute", text}}}
	for _, s := range sources {
		for _, attribute := range s.Complete {
			t.rows = append(t.rows, []any{s.ID, attribute})
		}
	}
	return t
}

func orNull(value string) any {
	if value == "" {
		return nil
	}
	return value
}

func power(decimals int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
}
