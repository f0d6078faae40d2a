package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
)

// tidy ends and removes what a killed run left: half a switch, candidates that
// nobody waits for, what they would have been opened down to, and a page that
// does not say what was published last.
func (s *session) tidy() error {
	abandoned, err := edition.Abandoned(s.editions())
	if err != nil {
		return err
	}
	published, err := edition.List(s.editions())
	if err != nil {
		return err
	}
	for _, id := range abandoned {
		if slices.Contains(published, id) {
			continue
		}
		if err := s.forget(id); err != nil {
			return err
		}
	}
	removed, err := edition.Clean(s.editions())
	for _, name := range removed {
		s.log().Info("removed what an interrupted run left", "folder", name)
	}
	err = errors.Join(err, s.removeUnfinished())
	if err == nil {
		s.showEditions()
	}
	return err
}

// forget removes what the workspace keeps for itself about an edition.
func (s *session) forget(id string) error {
	return errors.Join(os.RemoveAll(s.state(filepath.Join("trace", id))), os.RemoveAll(s.inputFolder(id)))
}

// removeUnfinished removes what was being written: files of a trace, copies of
// inputs, an edition made again, and what the database had put aside.
func (s *session) removeUnfinished() error {
	left, err := filepath.Glob(s.state(filepath.Join("trace", "load", "*", "*.unfinished")))
	copies, wrong := filepath.Glob(s.inputFolder("*unfinished"))
	err = errors.Join(err, wrong)
	left = append(append(left, copies...), s.state(filepath.Join("trace", "unfinished")), s.state("rebuild"), s.state("tresektor.duckdb.tmp"))
	for _, path := range left {
		if _, missing := os.Lstat(path); missing == nil {
			err = errors.Join(err, os.RemoveAll(path))
		}
	}
	return err
}
