package pipeline

import (
	"errors"
	"io/fs"
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

// Fetch takes the inbox into snapshots and does nothing else.
func Fetch(o Options) (err error) {
	s, err := open(o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	return s.fetch()
}
