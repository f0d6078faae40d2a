package pipeline

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/decode"
)

// A Load is one ingest of one snapshot with its account of rows:
// Rows = Kept + Dropped + Rejected.
type Load struct {
	ID        int64  `json:"-"`
	Key       string `json:"-"`
	Source    string `json:"source"`
	Partition string `json:"partition"`
	File      string `json:"file"`
	SHA256    string `json:"sha256"`
	Size      int64  `json:"size"`
	Encoding  string `json:"encoding"`
	Separator string `json:"separator"`
	Rows      int64  `json:"rows"`
	Kept      int64  `json:"kept"`
	Dropped   int64  `json:"dropped"`
	Rejected  int64  `json:"rejected"`

	Examples []string `json:"examples,omitempty"` // the first few rejects: line, column, text, reason
}

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
			return fmt.Errorf("%d lines returned by %s are not in the file, first line %d; return `line` as it is in source", n, m.paths(), first.Int64)
		}
	}
	m.account.Kept, m.account.Dropped = count["kept"], count["dropped"]
	m.account.Rejected = count["rejected"] + read.Rejected
	return errors.Join(rows.Err(), m.complete())
}

func (m *mapping) complete() error {
	if sum := m.account.Kept + m.account.Dropped + m.account.Rejected; sum != m.account.Rows {
		return fmt.Errorf("%d rows were read but %d accounted for", m.account.Rows, sum)
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
	return fmt.Sprintf("%d rows lost by %s, first line %d", e.Rows, e.Paths, e.Line)
}

// Hint says what to do about it.
func (e *LostError) Hint() string {
	return "return every line of source; a row that should not count gets a drop_reason from data/drop_reason.csv"
}

// withinLimit fails a load with more rejects than the manifest allows.
func (m *mapping) withinLimit(unread int64, rejects []decode.Reject) error {
	limit := m.source.RejectPercent.Rat()
	share := big.NewRat(m.account.Rejected*100, m.account.Rows)
	if share.Cmp(limit) <= 0 {
		return nil
	}
	return &RejectsError{
		Rejected: m.account.Rejected, Rows: m.account.Rows, Unread: unread,
		Percent: string(m.source.RejectPercent), Rejects: rejects, Paths: m.paths(), Manifest: m.source.Path,
	}
}

// A RejectsError says that more rows were rejected than the manifest allows.
type RejectsError struct {
	Rejected, Rows  int64
	Unread          int64 // of Rejected: not read from the file; the rest have codes that no list knows
	Percent         string
	Rejects         []decode.Reject
	Paths, Manifest string // of the SELECTs and of the manifest
}

func (e *RejectsError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d of %d rows rejected, more than %s %%; the load before stays in place", e.Rejected, e.Rows, e.Percent)
	for i, c := range causes(e.Rejects) {
		if i == 10 {
			b.WriteString("\n  and other causes")
			break
		}
		for _, r := range c.first {
			fmt.Fprintf(&b, "\n  %s", describe(r))
		}
		if more := c.rows - int64(len(c.first)); more > 0 {
			fmt.Fprintf(&b, "\n  and %d more for this reason", more)
		}
	}
	return b.String()
}

// A cause is a column and reason for which rows were rejected.
type cause struct {
	first []decode.Reject // at most three
	rows  int64
}

// causes groups rejects by column and reason, the first to occur first.
func causes(rejects []decode.Reject) (list []cause) {
	at := map[[2]string]int{}
	for _, r := range rejects {
		key := [2]string{r.Column, r.Reason}
		i, known := at[key]
		if !known {
			i = len(list)
			at[key] = i
			list = append(list, cause{})
		}
		list[i].rows++
		if len(list[i].first) < 3 {
			list[i].first = append(list[i].first, r)
		}
	}
	return list
}

// Hint says what to do about it.
func (e *RejectsError) Hint() string {
	limit := fmt.Sprintf("; reject_percent in %s is the limit", e.Manifest)
	if e.Unread == 0 {
		return fmt.Sprintf("correct %s, or add the code to its list in code/", e.Paths) + limit
	}
	return fmt.Sprintf("correct the file, or its columns in %s", e.Manifest) + limit
}

func describe(r decode.Reject) string {
	line := "line " + strconv.FormatInt(r.Line, 10)
	if r.Column != "" {
		line += ", column " + r.Column
	}
	if r.Text != "" {
		line += ": " + strconv.Quote(r.Text)
	}
	return line + ": " + r.Reason
}

// store keeps the account, the sums and the rejects of the load.
func (m *mapping) store(ctx context.Context, rejects []decode.Reject) error {
	a := m.account
	err := m.load.Exec(ctx, "insert into load values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		a.ID, a.Key, a.Source, a.Partition, a.File, a.SHA256, a.Size, a.Encoding, a.Separator,
		a.Rows, a.Kept, a.Dropped, a.Rejected)
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

// rejects shows the first few rejects of a load.
func (s *session) rejects(ctx context.Context, load int64) (list []string, err error) {
	rows, err := s.wh.Query(ctx,
		"select line, column_name, text, reason from reject where load_id = ? order by all limit 5", load)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r decode.Reject
		if err := rows.Scan(&r.Line, &r.Column, &r.Text, &r.Reason); err != nil {
			return nil, err
		}
		list = append(list, describe(r))
	}
	return list, rows.Err()
}

// loads lists the loads there are, by source, partition and file.
func (s *session) loads(ctx context.Context) (loads []Load, err error) {
	rows, err := s.wh.Query(ctx, "select * from load order by source, partition, file")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var l Load
		err := rows.Scan(&l.ID, &l.Key, &l.Source, &l.Partition, &l.File, &l.SHA256, &l.Size,
			&l.Encoding, &l.Separator, &l.Rows, &l.Kept, &l.Dropped, &l.Rejected)
		if err != nil {
			return nil, err
		}
		loads = append(loads, l)
	}
	for i, l := range loads {
		if l.Rejected == 0 {
			continue
		}
		if loads[i].Examples, err = s.rejects(ctx, l.ID); err != nil {
			return nil, err
		}
	}
	return loads, rows.Err()
}

// removeLoads removes loads that no current snapshot and manifest make. It
// asks anew which there are: a load that was replaced has given its number to
// the one that replaced it.
func (s *session) removeLoads(ctx context.Context, wanted map[string]bool) error {
	known, err := s.loads(ctx)
	if err != nil {
		return err
	}
	for _, l := range known {
		if wanted[l.Key] {
			continue
		}
		if err := removeLoad(ctx, s.wh, []int64{l.ID}); err != nil {
			return fmt.Errorf("remove load of %s: %w", l.File, err)
		}
		s.log().Info("removed a load that is no longer current", "source", l.Source, "file", l.File)
	}
	return nil
}

type execer interface {
	Exec(ctx context.Context, sql string, args ...any) error
}

func removeLoad(ctx context.Context, db execer, ids []int64) error {
	for _, id := range ids {
		for _, table := range []string{"volume", "evidence", "provider_period", "dropped", "reject", "load_sum", "load"} {
			if err := db.Exec(ctx, "delete from "+table+" where load_id = ?", id); err != nil {
				return err
			}
		}
	}
	return nil
}

func integers(rows *sql.Rows, err error) (list []int64, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		list = append(list, n)
	}
	return list, rows.Err()
}
