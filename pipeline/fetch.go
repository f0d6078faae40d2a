package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// fetch takes the inbox into snapshots. A file that no source claims is said:
// it is as often a misspelt name as a file that may be ignored.
func (s *session) fetch() error {
	taken, err := s.space.TakeInbox(s.Date)
	if err != nil {
		return &InboxError{Cause: err}
	}
	for _, snapshot := range taken {
		s.log().Info("fetched", "source", snapshot.Source, "file", snapshot.Name, "bytes", snapshot.Size)
	}
	for _, name := range s.space.Unclaimed() {
		s.log().Warn("no source's file pattern matches this file in inbox", "file", name)
	}
	return nil
}

// An InboxError says which files of inbox/ cannot be taken, and why.
type InboxError struct{ Cause error }

func (e *InboxError) Error() string { return e.Cause.Error() }
func (e *InboxError) Unwrap() error { return e.Cause }

// OfFiles tells whether it is the files that are at fault, and not the disk.
func (e *InboxError) OfFiles() bool {
	return !errors.As(e.Cause, new(*fs.PathError))
}

// A NothingError says that no source has delivered anything yet.
type NothingError struct{ Dir string }

func (e *NothingError) Error() string { return "no source has a file yet" }

// Hint says what to do about it.
func (e *NothingError) Hint() string {
	return fmt.Sprintf("describe a source in %s and put its file in %s; tresektor init --example DIR makes a workspace that has some",
		filepath.Join(e.Dir, "sources", "<id>.yaml"), filepath.Join(e.Dir, "inbox"))
}

// anything refuses to go on without data, and names sources that have none.
func (s *session) anything() error {
	snapshots, err := s.snapshots()
	if err != nil {
		return err
	}
	if len(snapshots) == 0 {
		return &NothingError{Dir: s.Dir}
	}
	for _, source := range s.space.Sources {
		if !slices.ContainsFunc(snapshots, func(f edition.Snapshot) bool { return f.Source == source.ID }) {
			s.log().Warn("this source has no file yet", "source", source.ID, "pattern", strings.Join(source.File, " "))
		}
	}
	return nil
}

// Fetch takes the inbox into snapshots and does nothing else.
func Fetch(o Options) (err error) {
	s, err := open(o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return s.fetch()
}
