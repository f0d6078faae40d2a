package pipeline

import (
	"context"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"tresektor/pipeline/decode"
)

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
