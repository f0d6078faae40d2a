package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tresektor/queries"
)

// Build derives every relation from what is loaded.
func Build(ctx context.Context, o Options) (err error) {
	s, err := open(o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.openWarehouse(ctx); err != nil {
		return err
	}
	if err := s.isIngested(ctx); err != nil {
		return err
	}
	return s.build(ctx)
}

// uniqueBelow is how many rows a relation may have for its grain to be tested
// at each build.
const uniqueBelow = 5_000_000

// build derives every relation in queries, in dependency order.
func (s *session) build(ctx context.Context) error {
	if err := s.relate(ctx, func(string) bool { return true }); err != nil {
		return err
	}
	return s.markBuilt(ctx)
}

// relate derives the relations of the wanted folders.
func (s *session) relate(ctx context.Context, wanted func(folder string) bool) error {
	if err := s.configure(ctx); err != nil {
		return err
	}
	macros, err := queries.Macros()
	if err != nil {
		return err
	}
	for _, m := range macros {
		if err := s.wh.Macro(ctx, m.Name, m.Of, m.SQL); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	relations, err := queries.All()
	if err != nil {
		return err
	}
	relations = slices.DeleteFunc(relations, func(r queries.Relation) bool { return !wanted(r.Folder) })
	derived := false
	for i, r := range relations {
		if r.Folder != "derive" && !derived {
			if err := s.derive(ctx); err != nil {
				return fmt.Errorf("build: %w", err)
			}
			derived = true
		}
		rows, err := s.wh.Relation(ctx, r.Name, r.SQL, r.View)
		if err != nil {
			return fmt.Errorf("build: %w", err)
		}
		if err := s.unique(ctx, r, rows); err != nil {
			return fmt.Errorf("build: %w", err)
		}
		s.progress("build", i+1)
	}
	s.log().Info("built", "relations", len(relations))
	return nil
}

// markBuilt notes what the relations were built from.
func (s *session) markBuilt(ctx context.Context) error {
	inputs, err := s.inputs()
	if err != nil {
		return err
	}
	return s.mark(ctx, inputs)
}

func (s *session) mark(ctx context.Context, inputs string) error {
	return s.put(ctx, table{name: "built", columns: []column{{"inputs", text}}, rows: [][]any{{inputs}}})
}

// isBuilt tells whether the relations were built from what there is now.
func (s *session) isBuilt(ctx context.Context) error {
	inputs, err := s.inputs()
	if err != nil {
		return err
	}
	var tables int
	err = s.wh.QueryRow(ctx, "select count(*) from duckdb_tables() where table_name = 'built'").Scan(&tables)
	if err != nil {
		return err
	}
	if tables == 0 {
		return &StaleError{Step: "build"}
	}
	var built string
	if err := s.wh.QueryRow(ctx, "select inputs from built").Scan(&built); err != nil {
		return err
	}
	if built != inputs {
		return &StaleError{Step: "build"}
	}
	return nil
}

// isIngested tells whether what is loaded is what there is to load.
func (s *session) isIngested(ctx context.Context) error {
	known, err := s.loads(ctx)
	if err != nil {
		return err
	}
	need, err := s.need(ctx)
	if err != nil {
		return err
	}
	n := 0
	for _, source := range s.space.Sources {
		snapshots, _, err := s.space.Snapshots(source.ID)
		if err != nil {
			return &SourceError{Source: source.ID, Cause: err}
		}
		for _, snapshot := range snapshots {
			if !has(known, s.loadKey(source, snapshot, need)) {
				return &StaleError{Step: "ingest"}
			}
			n++
		}
	}
	if n == 0 || n != len(known) {
		return &StaleError{Step: "ingest"}
	}
	return nil
}

// unique tests that a relation's grain identifies its rows; of a view, and of
// fewer than two rows, there is nothing to test.
func (s *session) unique(ctx context.Context, r queries.Relation, rows int64) error {
	if r.Free || rows < 2 || rows >= uniqueBelow {
		return nil
	}
	ok, example, err := s.wh.Unique(ctx, r.Name, r.Grain)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("relation %s: its grain does not identify its rows: %s", r.Name, example)
	}
	return nil
}
