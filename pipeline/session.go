package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tresektor/data"
	"tresektor/pipeline/warehouse"
	"tresektor/pipeline/workspace"
)

// A session is one run that may change the workspace: it holds its lock.
type session struct {
	Options
	space  *workspace.Workspace
	wh     *warehouse.Warehouse // nil until openWarehouse
	unlock func()
	byHand bool // somebody asked for the publication

	shown *protection // nil until it is asked for

	isConfigured bool // the warehouse has what people decided
	revising     *revising
}

// open locks and reads the workspace, and removes what a killed run left. A
// run of an earlier day than what is published is refused: it would call new
// files older than those before.
func open(o Options) (*session, error) { return openWith(o, data.FS()) }

// openWith opens with other built-in data than the program's.
func openWith(o Options, library fs.FS) (*session, error) {
	s, err := hold(o)
	if err != nil {
		return nil, err
	}
	if s.space, err = workspace.OpenWith(o.Dir, library); err == nil {
		err = s.checkClock()
	}
	if err == nil {
		err = s.finishRemovals()
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// hold locks the workspace without reading what people wrote in it.
func hold(o Options) (*session, error) {
	if _, err := os.Stat(filepath.Join(o.Dir, "tresektor.yaml")); err != nil {
		return nil, &NoWorkspaceError{Dir: o.Dir, Cause: err}
	}
	unlock, err := lock(o.Dir, o.Date)
	if err != nil {
		return nil, err
	}
	s := &session{Options: o, unlock: unlock}
	if err := s.tidy(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// A NoWorkspaceError says that a folder is not a workspace.
type NoWorkspaceError struct {
	Dir   string
	Cause error
}

func (e *NoWorkspaceError) Error() string {
	return fmt.Sprintf("%s is not a workspace: %v", e.Dir, e.Cause)
}

func (e *NoWorkspaceError) Unwrap() error { return e.Cause }

// Hint says what to do about it.
func (e *NoWorkspaceError) Hint() string {
	return "make one with: tresektor init DIR, or name another with --dir"
}

func (s *session) close() error {
	var err error
	if s.wh != nil {
		if err = s.wh.Close(); err != nil {
			err = fmt.Errorf("close %s: %w", s.state("tresektor.duckdb"), err)
		}
	}
	s.unlock()
	return err
}

func (s *session) editions() string { return filepath.Join(s.Dir, "editions") }

func (s *session) state(name string) string { return filepath.Join(s.Dir, "state", name) }

// smallBelow is how many bytes of snapshots one thread reads and counts faster
// than several: the database's threads look for work without pause, and where
// each statement takes a millisecond, that is most of what they do.
const smallBelow = 4 << 20

// threads is how many threads the database is to use, 0 for one on each core.
// What is wrong with snapshots is said when they are loaded.
func (s *session) threads() int {
	var size int64
	for _, source := range s.space.Sources {
		snapshots, _, err := s.space.Snapshots(source.ID)
		if err != nil {
			return s.Threads
		}
		for _, snapshot := range snapshots {
			size += snapshot.Size
		}
	}
	if s.Threads == 0 && size < smallBelow {
		return 1
	}
	return s.Threads
}

// openWarehouse opens the working file. A damaged one is put away and built
// again from the snapshots: it holds nothing that they do not.
func (s *session) openWarehouse(ctx context.Context) error {
	path := s.state("tresektor.duckdb")
	_, missing := os.Stat(path)
	if _, err := os.Stat(s.state("key")); err == nil && errors.Is(missing, fs.ErrNotExist) {
		s.log().Warn("the working file is gone and is rebuilt from the snapshots", "file", path)
	}
	options := warehouse.Options{Threads: s.threads(), Memory: s.Memory}
	wh, err := warehouse.Open(ctx, path, options)
	if damaged := (*warehouse.DamagedError)(nil); errors.As(err, &damaged) {
		s.log().Warn("the working file is damaged and is rebuilt from the snapshots",
			"file", path, "cause", damaged.Error())
		if err := warehouse.Remove(path); err != nil {
			return err
		}
		wh, err = warehouse.Open(ctx, path, options)
	}
	if err != nil {
		return err
	}
	s.wh = wh
	err = s.makeTables(ctx)
	if other := (*otherLayoutError)(nil); errors.As(err, &other) {
		s.log().Warn("the working file is of another version and is rebuilt from the snapshots", "file", path)
		s.wh = nil
		if err := errors.Join(wh.Close(), warehouse.Remove(path)); err != nil {
			return err
		}
		if s.wh, err = warehouse.Open(ctx, path, options); err != nil {
			return err
		}
		return s.makeTables(ctx)
	}
	return err
}
