package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"tresektor/queries"
)

// makeTables makes the tables that loads fill. Those of another version of the
// program are emptied by making them anew: they are filled from the snapshots.
func (s *session) makeTables(ctx context.Context) error {
	tables, err := queries.Tables()
	if err != nil {
		return err
	}
	hash := sha256.New()
	for _, t := range tables {
		fmt.Fprintln(hash, t.Name, t.SQL)
	}
	schema := hex.EncodeToString(hash.Sum(nil))
	var same int
	err = s.wh.Exec(ctx, "create table if not exists schema_made (schema varchar)")
	if err == nil {
		err = s.wh.QueryRow(ctx, "select count(*) from schema_made where schema = ?", schema).Scan(&same)
	}
	if err != nil || same == 1 {
		return err
	}
	for _, t := range tables {
		if err := s.wh.Exec(ctx, "create or replace table "+t.Name+" as\n"+t.SQL); err != nil {
			return fmt.Errorf("make table %s: %w", t.Name, err)
		}
	}
	return s.wh.Exec(ctx, "create or replace table schema_made as select ?::varchar as schema", schema)
}
