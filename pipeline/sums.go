package pipeline

import (
	"context"
	"database/sql"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"tresektor/pipeline/decode"
	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A measureSum is what a load kept and dropped of one measure, in units of
// the measure's last decimal.
type measureSum struct {
	measure       string
	decimals      int
	kept, dropped *big.Int
}

// sums compares, for each column that the manifest names, what was read with
// what was kept, dropped and rejected. Counts alone miss a doubled join.
func (m *mapping) sums(ctx context.Context, read decode.Account) error {
	found, err := m.measureSums(ctx)
	if err != nil {
		return err
	}
	for _, f := range found {
		if !slices.ContainsFunc(m.source.Sums, func(s workspace.Sum) bool {
			return slices.Contains(s.Measures, f.measure)
		}) {
			return fmt.Errorf("%s returns measure %s, but no entry of sums in %s says which column it comes from",
				m.source.VolumePath, f.measure, m.source.Path)
		}
	}
	for _, group := range grouping(m.source.Sums) {
		if err := m.sum(ctx, group, found, read); err != nil {
			return err
		}
	}
	return nil
}

// grouping puts sums that share a measure together: a measure may come from
// several columns (years 1 to 9), and one column may be several measures.
func grouping(sums []workspace.Sum) (groups [][]workspace.Sum) {
	for _, sum := range sums {
		shares := func(group []workspace.Sum) bool {
			return slices.ContainsFunc(group, func(other workspace.Sum) bool {
				return slices.ContainsFunc(other.Measures, func(measure string) bool {
					return slices.Contains(sum.Measures, measure)
				})
			})
		}
		joined := []workspace.Sum{sum}
		var rest [][]workspace.Sum
		for _, group := range groups {
			if shares(group) {
				joined = append(group, joined...)
			} else {
				rest = append(rest, group)
			}
		}
		groups = append(rest, joined)
	}
	return groups
}

func (m *mapping) measureSums(ctx context.Context) (list []measureSum, err error) {
	rows, err := m.load.Query(ctx,
		"select measure, kept::varchar, dropped::varchar, inexact, coalesce(inexact_line, 0) from measure_sum order by measure")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var f measureSum
		var kept, dropped string
		var inexact, line int64
		if err := rows.Scan(&f.measure, &kept, &dropped, &inexact, &line); err != nil {
			return nil, err
		}
		measure, _ := m.space.Measure(f.measure)
		f.decimals = measure.Decimals
		if inexact > 0 {
			return nil, fmt.Errorf("%s: %s of %s with more decimals than its %d, or amount_low above amount_high, first line %d",
				m.source.VolumePath, edition.Plural(inexact, "amount", "amounts"), f.measure, f.decimals, line)
		}
		f.kept, _ = new(big.Int).SetString(kept, 10)
		f.dropped, _ = new(big.Int).SetString(dropped, 10)
		list = append(list, f)
	}
	return list, rows.Err()
}

// sum compares what was read from a group of columns with what its measures
// kept and dropped, in units of 10^-18, and stores it in the finest decimals
// of the columns.
func (m *mapping) sum(ctx context.Context, group []workspace.Sum, found []measureSum, read decode.Account) error {
	total, rejected, kept, dropped := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	var columns, measures []string
	scale, unreadable := 0, int64(0)
	for _, sum := range group {
		column := read.Sums[sum.Column]
		faulty, err := m.faultySum(ctx, sum.Column, m.scale(sum.Column))
		if err != nil {
			return err
		}
		unit := new(big.Int).Mul(big.NewInt(sum.Factor), power(18-m.scale(sum.Column)))
		total.Add(total, new(big.Int).Mul(column.Read, unit))
		dropped.Add(dropped, new(big.Int).Mul(column.NotNeeded, unit))
		rejected.Add(rejected, new(big.Int).Mul(faulty.Add(faulty, column.Rejected), unit))
		scale, unreadable = max(scale, m.scale(sum.Column)), unreadable+column.Unreadable
		columns, measures = append(columns, sum.Column), append(measures, sum.Measures...)
	}
	for _, f := range found {
		if slices.Contains(measures, f.measure) {
			kept.Add(kept, new(big.Int).Mul(f.kept, power(18-f.decimals)))
			dropped.Add(dropped, new(big.Int).Mul(f.dropped, power(18-f.decimals)))
		}
	}
	missing := new(big.Int).Sub(total, rejected)
	missing.Sub(missing, kept).Sub(missing, dropped)
	name := strings.Join(columns, " + ")
	if missing.Sign() != 0 {
		var lines int64
		var first sql.NullInt64
		if err := m.load.QueryRow(ctx, "select count(distinct line), min(line) from doubled").Scan(&lines, &first); err != nil {
			return err
		}
		return &SumError{
			Doubled: lines, Line: first.Int64, Column: name, Path: m.source.VolumePath, Read: decimal(total, 18), Rejected: decimal(rejected, 18),
			Kept: decimal(kept, 18), Dropped: decimal(dropped, 18), Missing: decimal(missing, 18),
		}
	}
	stored := func(n *big.Int) string { return new(big.Int).Quo(n, power(18-scale)).String() }
	return m.load.Exec(ctx, "insert into load_sum values (?, ?, ?, ?::hugeint, ?::hugeint, ?::hugeint, ?::hugeint, ?)",
		m.account.ID, name, scale, stored(total), stored(kept), stored(dropped), stored(rejected), unreadable)
}

// faultySum is what the column holds on rows rejected for their codes.
func (m *mapping) faultySum(ctx context.Context, column string, scale int) (*big.Int, error) {
	var sum string
	// The column's name is one that the manifest's reader has accepted.
	err := m.load.QueryRow(ctx, "select coalesce(sum("+column+"), 0)::varchar from source where line in (select line from code_fault)").Scan(&sum)
	if err != nil {
		return nil, err
	}
	r, ok := new(big.Rat).SetString(sum)
	if !ok {
		return nil, fmt.Errorf("sum of %s is %q", column, sum)
	}
	r.Mul(r, new(big.Rat).SetInt(power(scale)))
	return r.Num(), nil
}

func (m *mapping) scale(column string) int {
	for _, c := range m.source.Columns {
		if c.Name == column {
			return c.Scale
		}
	}
	return 0
}

// A SumError says that a column's sum is not where its rows went.
type SumError struct {
	Column, Path                           string
	Read, Kept, Dropped, Rejected, Missing string
	Doubled, Line                          int64 // lines that came twice for one cell, and the first
}

func (e *SumError) Error() string {
	text := fmt.Sprintf("sum of %s: %s read, %s rejected, but %s kept and %s dropped by %s: difference %s",
		e.Column, e.Read, e.Rejected, e.Kept, e.Dropped, e.Path, e.Missing)
	if e.Doubled > 0 {
		text += fmt.Sprintf("; %s came more than once, first line %d", edition.Plural(e.Doubled, "line", "lines"), e.Line)
	}
	return text
}

// Hint says what to do about it.
func (e *SumError) Hint() string {
	return "a join may double rows, or a row's amount is left out; return the amount of every line once, with a drop_reason where it should not count"
}

// decimal writes a number of units of 10^-scale without needless zeros.
func decimal(n *big.Int, scale int) string {
	r := new(big.Rat).SetFrac(n, power(scale))
	if r.IsInt() {
		return r.Num().String()
	}
	text := r.FloatString(scale)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	return text
}
