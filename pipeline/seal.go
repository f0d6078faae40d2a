package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// makeCandidate writes, verifies and seals a candidate, keeps its trace, and
// lets it wait instead of the one before.
func (s *session) makeCandidate(ctx context.Context, findings []Finding, cards []Card) (id string, err error) {
	tables, err := s.tables(ctx, findings)
	if err != nil {
		return "", err
	}
	// All that is published is in tables and cards from here on: what has to
	// be protected is protected in them, before any format writes them.
	candidate, err := edition.NewWaiting(s.editions())
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, candidate.Discard()) }()
	if err := s.writeFiles(candidate, tables, cards); err != nil {
		return "", err
	}
	s.progress("write", len(tables))
	if err := reread(candidate.Folder(), tables); err != nil {
		return "", err
	}
	s.progress("reread", len(tables))
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if id, err = s.seal(ctx, candidate); err != nil {
		return "", err
	}
	if err := edition.Wait(s.editions(), id); err != nil {
		return "", err
	}
	return id, s.tidy()
}

// seal gives the candidate its manifest and its trace.
func (s *session) seal(ctx context.Context, candidate *edition.Candidate) (id string, err error) {
	unfinished := s.state(filepath.Join("trace", "unfinished"))
	if err := errors.Join(os.RemoveAll(unfinished), s.trace(ctx, unfinished)); err != nil {
		return "", err
	}
	s.progress("trace", 1)
	manifest, err := s.manifest()
	if err != nil {
		return "", err
	}
	if id, err = candidate.Seal(manifest); err != nil {
		return "", err
	}
	s.progress("seal", 1)
	kept := s.state(filepath.Join("trace", id))
	return id, errors.Join(os.RemoveAll(kept), os.Rename(unfinished, kept))
}

func (s *session) manifest() (m edition.Manifest, err error) {
	inputs, err := s.inputs()
	if err != nil {
		return m, err
	}
	previous, _, err := s.current()
	if err != nil {
		return m, err
	}
	m = edition.Manifest{
		Title: editionText(s.space.Config.Title), Publisher: editionText(s.space.Config.Publisher),
		Date: s.day(), Program: Version, Inputs: inputs, Previous: previous,
		ValidUntil: reviewDay(s.space.Overrides, s.day()),
	}
	m.Snapshots, err = s.snapshots()
	return m, err
}
