package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"math/big"
	"path/filepath"
	"strings"

	"tresektor/pipeline/workspace"
)

// putLastEdition gives the gates what they compare with: the limits, and the
// tables of the current edition, which is the last that was published. The id
// is "" when there is none.
func (s *session) putLastEdition(ctx context.Context) (id string, err error) {
	id, _, err = s.current()
	if err != nil {
		return "", err
	}
	shares, err := s.lastTable(id, "headline", lastHeadline())
	if err != nil {
		return "", err
	}
	sources, err := s.lastTable(id, "source_period", lastSourcePeriod())
	if err != nil {
		return "", err
	}
	tables := append(s.figureTables(), s.secretTable(), limitTable(s.space.Config.Gates), s.filedCorrections(id), shares, sources)
	return id, s.put(ctx, tables...)
}

func lastHeadline() table {
	return table{name: "last_headline", columns: []column{
		{"card", text}, {"definition", text}, {"measure", text}, {"period", text}, {"place", text}, {"area", text},
		{"agreement", text}, {"sector", text}, {"share", integer}, {"low", integer}, {"high", integer}, {"providers", integer}, {"months", integer},
		{"is_preliminary", boolean},
	}}
}

func lastSourcePeriod() table {
	return table{name: "last_source_period", columns: []column{
		{"source", text}, {"measure", text}, {"period", text}, {"amount", integer}, {"providers", integer},
	}}
}

// lastTable fills t from a table of an edition. A table that the edition does
// not have, being older than the table, has nothing to compare with.
func (s *session) lastTable(id, name string, t table) (table, error) {
	if id == "" {
		return t, nil
	}
	rows, err := readCSV(filepath.Join(s.editions(), id, "tables", name+".csv"))
	if errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	for _, row := range rows {
		cells := make([]any, len(t.columns))
		for i, c := range t.columns {
			cells[i] = lastCell(row[c.name], c)
		}
		t.rows = append(t.rows, cells)
	}
	return t, err
}

// lastCell reads a published cell: a share in millionths, an amount in whole
// numbers of its last decimal, a count, a text.
func lastCell(cell string, c column) any {
	switch {
	case c.kind == text:
		return cell
	case c.kind == boolean:
		return cell == "true"
	case c.name == "share" || c.name == "low" || c.name == "high":
		if n := sixDecimals(cell); n != nil {
			return *n
		}
		return nil
	}
	n, ok := new(big.Int).SetString(strings.Replace(cell, ".", "", 1), 10)
	if !ok {
		return nil
	}
	return n.Int64()
}

// limitTable is the one row of limits: points and ratios in millionths.
func limitTable(g workspace.Gates) table {
	t := table{name: "gate_limit", rows: [][]any{{}}}
	hundredth := big.NewRat(10_000, 1)
	add := func(name string, d workspace.Decimal, scale *big.Rat) {
		t.columns = append(t.columns, column{name, integer})
		t.rows[0] = append(t.rows[0], new(big.Rat).Mul(d.Rat(), scale))
	}
	add("development_points", g.DevelopmentPoints, hundredth)
	add("development_ratio", g.DevelopmentPercent, hundredth)
	add("cause_ratio", g.CausePercent, hundredth)
	add("revision_points", g.RevisionPoints, hundredth)
	add("revision_ratio", g.RevisionPercent, hundredth)
	add("remainder_ratio", g.RemainderRatio, big.NewRat(1_000_000, 1))
	add("remainder_growth", g.RemainderGrowthPercent, hundredth)
	add("source_fall", g.SourceFallPercent, hundredth)
	add("source_rise", g.SourceRisePercent, hundredth)
	add("unit_ratio", g.UnitPercent, hundredth)
	add("provider_ratio", g.ProviderPercent, hundredth)
	add("provider_points", g.ProviderPoints, hundredth)
	t.columns = append(t.columns, column{"few_providers", integer})
	t.rows[0] = append(t.rows[0], int64(g.FewProviders))
	return t
}

// filedCorrections are the corrections that somebody has filed of the last
// edition, by measure and period; "" stands for all. A revision that one of them
// explains does not block.
func (s *session) filedCorrections(last string) table {
	t := table{name: "filed_correction", columns: []column{{"measure", text}, {"period", text}}}
	for _, c := range s.space.Corrections {
		if c.Edition != last {
			continue
		}
		for _, measure := range orAll(c.Measures) {
			for _, period := range orAll(c.Periods) {
				t.rows = append(t.rows, []any{measure, period})
			}
		}
	}
	return t
}

func orAll(words []string) []string {
	if len(words) == 0 {
		return []string{""}
	}
	return words
}

// secretTable has the measures that were received under secrecy: no provider's
// part of them is told anywhere.
func (s *session) secretTable() table {
	t := table{name: "gate_secret", columns: []column{{"measure", text}}}
	for _, m := range s.space.Measures {
		if m.Protect == protectSecrecy {
			t.rows = append(t.rows, []any{m.ID})
		}
	}
	return t
}
