package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/decode"
	"tresektor/pipeline/edition"
)

// settle accounts for every row and sum, refuses the load where they do not
// add up or too much was rejected, and stores the account.
func (m *mapping) settle(ctx context.Context) error {
	read := m.reader.Account()
	faults, err := m.faults(ctx)
	if err != nil {
		return err
	}
	if err := m.lines(ctx, read, faults); err != nil {
		return err
	}
	rejects := append(read.Rejects, faults...)
	if err := m.withinLimit(read.Rejected, rejects); err != nil {
		return err
	}
	if err := m.sums(ctx, read); err != nil {
		return err
	}
	return m.store(ctx, rejects)
}

// faults are the rows with codes that no list knows.
func (m *mapping) faults(ctx context.Context) (rejects []decode.Reject, err error) {
	rows, err := m.load.Query(ctx,
		"select line, column_name, coalesce(text, ''), reason from code_fault order by all")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r decode.Reject
		if err := rows.Scan(&r.Line, &r.Column, &r.Text, &r.Reason); err != nil {
			return nil, err
		}
		rejects = append(rejects, r)
	}
	return rejects, rows.Err()
}

// lines counts what became of each line, and fails the load for one that no
// SELECT returned or that is not in the file.
func (m *mapping) lines(ctx context.Context, read decode.Account, faults []decode.Reject) error {
	settled := false
	err := m.load.QueryRow(ctx, "select is_each_once, kept, dropped from line_sum").Scan(&settled, &m.account.Kept, &m.account.Dropped)
	if err != nil {
		return err
	}
	if settled && len(faults) == 0 {
		m.account.Dropped += read.NotNeeded
		m.account.Rejected = read.Rejected
		return m.complete()
	}
	count := map[string]int64{}
	rows, err := m.load.Query(ctx, "select fate, count(*), min(line) from line_account group by fate order by fate")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var fate string
		var n int64
		var first sql.NullInt64
		if err := rows.Scan(&fate, &n, &first); err != nil {
			return err
		}
		count[fate] = n
		if fate == "lost" {
			return &LostError{Rows: n, Line: first.Int64, Paths: m.paths()}
		}
		if fate == "invented" {
			return fmt.Errorf("%s returned by %s that the file does not have, first line %d; return `line` as it is in source", edition.Plural(n, "line", "lines"), m.paths(), first.Int64)
		}
	}
	m.account.Kept, m.account.Dropped = count["kept"], count["dropped"]+read.NotNeeded
	m.account.Rejected = count["rejected"] + read.Rejected
	return errors.Join(rows.Err(), m.complete())
}

func (m *mapping) complete() error {
	if sum := m.account.Kept + m.account.Dropped + m.account.Rejected; sum != m.account.Rows {
		return fmt.Errorf("rows read: %d, but accounted for: %d", m.account.Rows, sum)
	}
	return nil
}

func (m *mapping) paths() string {
	var paths []string
	for _, path := range []string{m.source.VolumePath, m.source.EvidencePath} {
		if path != "" {
			paths = append(paths, path)
		}
	}
	return strings.Join(paths, " and ")
}

// A LostError says that rows of the file came out of no SELECT.
type LostError struct {
	Rows, Line int64
	Paths      string
}

func (e *LostError) Error() string {
	return fmt.Sprintf("%s lost by %s, first line %d", edition.Plural(e.Rows, "row", "rows"), e.Paths, e.Line)
}

// Hint says what to do about it.
func (e *LostError) Hint() string {
	return "return every line of source; a row that should not count gets a drop_reason from data/drop_reason.csv"
}

// store keeps the account, the sums and the rejects of the load.
func (m *mapping) store(ctx context.Context, rejects []decode.Reject) error {
	a := m.account
	err := m.load.Exec(ctx, "insert into load values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		a.ID, a.Key, a.Source, a.Partition, a.File, a.SHA256, a.Size, a.Encoding, a.Separator,
		a.Rows, a.Kept, a.Dropped, a.Rejected)
	if a.NotNeeded > 0 {
		err = errors.Join(err, m.load.Exec(ctx, "insert into dropped by name select ? as load_id, 'not_needed' as reason, ? as rows", a.ID, a.NotNeeded))
	}
	for some := range slices.Chunk(rejects, 200) {
		var cells []any
		for _, r := range some {
			cells = append(cells, a.ID, r.Line, r.Column, r.Text, r.Reason)
		}
		rows := strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?, ?), ", len(some)), ", ")
		err = errors.Join(err, m.load.Exec(ctx, "insert into reject values "+rows, cells...))
	}
	return err
}
