package pipeline

import (
	"context"
	"database/sql"
	"fmt"
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
	NotNeeded int64  `json:"not_needed"` // of Dropped: rows about organisations that nobody asks about

	Examples []string `json:"examples,omitempty"` // the first few rejects: line, column, text, reason
}

// loads lists the loads there are, by source, partition and file.
func (s *session) loads(ctx context.Context) (loads []Load, err error) {
	rows, err := s.wh.Query(ctx, `select load.*, coalesce(dropped.rows, 0) from load
		left join dropped on dropped.load_id = load.load_id and dropped.reason = 'not_needed' and dropped.measure is null
		order by source, partition, file`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var l Load
		err := rows.Scan(&l.ID, &l.Key, &l.Source, &l.Partition, &l.File, &l.SHA256, &l.Size,
			&l.Encoding, &l.Separator, &l.Rows, &l.Kept, &l.Dropped, &l.Rejected, &l.NotNeeded)
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

// removeLoads removes the loads that are not wanted: no current snapshot and
// manifest make them. It asks anew which there are: a load that was replaced has given its number to
// the one that replaced it.
func (s *session) removeLoads(ctx context.Context, wanted func(Load) bool) error {
	known, err := s.loads(ctx)
	if err != nil {
		return err
	}
	for _, l := range known {
		if wanted(l) {
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
		for _, table := range []string{"volume", "provider_cell", "evidence", "provider_period", "dropped", "reject", "load_sum", "load"} {
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
