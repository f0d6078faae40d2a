package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"tresektor/queries"
)

// makeTables makes the tables that loads fill, in a new working file. The
// error is an *otherLayoutError when the file's tables are those of another
// version of the program.
func (s *session) makeTables(ctx context.Context) error {
	tables, err := queries.Tables()
	if err != nil {
		return err
	}
	wanted := layout(tables)
	found, err := s.foundLayout(ctx)
	if err != nil || found == wanted {
		return err
	}
	if found != "" {
		return &otherLayoutError{}
	}
	for _, t := range tables {
		if err := s.wh.Exec(ctx, "create table "+t.Name+" as\n"+t.SQL); err != nil {
			return fmt.Errorf("make table %s: %w", t.Name, err)
		}
	}
	return s.wh.Exec(ctx, "create table layout as select ?::varchar as layout", wanted)
}

// layout is the fingerprint of the tables that loads fill.
func layout(tables []queries.Relation) string {
	h := sha256.New()
	for _, t := range tables {
		fmt.Fprintf(h, "%s %q\n", t.Name, t.SQL)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// foundLayout is the layout of the working file, "" of an empty one and "?" of
// one that does not say.
func (s *session) foundLayout(ctx context.Context) (found string, err error) {
	var tables, says int
	const query = "select count(*), count(*) filter (table_name = 'layout') from duckdb_tables() where not temporary"
	if err := s.wh.QueryRow(ctx, query).Scan(&tables, &says); err != nil || tables == 0 {
		return "", err
	}
	if says == 0 {
		return "?", nil
	}
	err = s.wh.QueryRow(ctx, "select layout from layout").Scan(&found)
	return found, err
}

// An otherLayoutError says that the working file has other tables.
type otherLayoutError struct{}

func (*otherLayoutError) Error() string { return "the working file's tables are of another version" }
