package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// makeCandidate writes, verifies, attacks and seals a candidate, keeps its trace,
// and lets it wait instead of the one before. What attacking it finds that does
// not stop it are warnings.
func (s *session) makeCandidate(ctx context.Context, findings []Finding, cards []Card) (id string, warnings []Finding, err error) {
	tables, unprotected, err := s.publishedTables(ctx, findings)
	if err != nil {
		return "", nil, err
	}
	candidate, err := edition.NewWaiting(s.editions())
	if err != nil {
		return "", nil, err
	}
	defer func() { err = errors.Join(err, candidate.Discard()) }()
	if err := s.write(candidate, tables, cards); err != nil {
		return "", nil, err
	}
	if warnings, err = s.attack(candidate.Folder(), unprotected); err == nil {
		err = failing(warnings)
	}
	if err != nil {
		return "", nil, err
	}
	s.progress("attack", len(tables))
	if err := ctx.Err(); err != nil {
		return "", nil, err
	}
	if id, err = s.seal(ctx, candidate); err != nil {
		return "", nil, err
	}
	if err := edition.Wait(s.editions(), id); err != nil {
		return "", nil, err
	}
	return id, warnings, s.tidy()
}

// publishedTables are the tables of the edition, all that is published of them,
// and before protection took something out what an attack is compared with.
func (s *session) publishedTables(ctx context.Context, findings []Finding) (tables, unprotected []edition.Table, err error) {
	if unprotected, err = s.tables(ctx, findings); err != nil {
		return nil, nil, err
	}
	if tables, err = s.protect(ctx, unprotected); err != nil {
		return nil, nil, err
	}
	history, err := s.historyTables(ctx, tables[0])
	return append(tables, history...), s.attackable(unprotected), err
}

// write writes the candidate's tables, reads them back and makes the site of them.
func (s *session) write(candidate *edition.Candidate, tables []edition.Table, cards []Card) error {
	folder, err := s.writeData(candidate, tables, cards)
	if err != nil {
		return err
	}
	s.progress("write", len(tables))
	if err := s.writeSite(candidate, folder, cards); err != nil {
		return err
	}
	s.progress("site", len(candidate.Files()))
	return nil
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
	name, err := s.keepInputs()
	defer s.dropUnfinished()
	if err != nil {
		return "", err
	}
	if id, err = candidate.Seal(manifest); err != nil {
		return "", err
	}
	if err := name(id); err != nil {
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
		ValidUntil: s.validUntil(),
	}
	if banner := s.space.Config.Banner; banner != nil {
		text := editionText(*banner)
		m.Banner = &text
	}
	made, err := program(s.space.Library())
	if err != nil {
		return m, err
	}
	m.Queries, m.Data = made.Queries, made.Data
	m.Snapshots, err = s.snapshots()
	return m, err
}
