package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// Publish checks what is built, makes an edition of it and switches to it.
func Publish(ctx context.Context, o Options) (report Report, err error) {
	s, err := open(o)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if current, err := s.unchanged(); err != nil || current != "" {
		if err != nil {
			return report, err
		}
		return s.report(current)
	}
	if err := s.openWarehouse(ctx); err != nil {
		return report, err
	}
	if err := s.isBuilt(ctx); err != nil {
		return report, err
	}
	return s.publish(ctx)
}

// A StaleError says that a step has to be run first.
type StaleError struct{ Step string }

func (e *StaleError) Error() string {
	return fmt.Sprintf("inputs have changed since the last %s, or there was none", e.Step)
}

// Hint says what to do about it.
func (e *StaleError) Hint() string { return "run: tresektor " + e.Step }

// publish checks, writes a candidate, seals it and switches to it.
func (s *session) publish(ctx context.Context) (report Report, err error) {
	findings, err := s.check(ctx)
	if err != nil {
		return report, err
	}
	if err := stopping(findings); err != nil {
		return report, err
	}
	cards, err := s.headline(ctx)
	if err != nil {
		return report, err
	}
	id, err := s.makeEdition(ctx, findings, cards)
	if err != nil {
		return report, err
	}
	if err := edition.Publish(s.editions(), id); err != nil {
		return report, err
	}
	s.log().Info("published", "edition", id)
	loads, err := s.loads(ctx)
	return Report{
		Edition: id, New: true, Index: s.index(id), Loads: loads, Findings: findings, Cards: cards,
	}, err
}

func (s *session) index(id string) string {
	return filepath.Join(s.editions(), id, "index.html")
}

// makeEdition writes, verifies and seals the candidate and keeps its trace.
func (s *session) makeEdition(ctx context.Context, findings []Finding, cards []Card) (id string, err error) {
	tables, err := s.tables(ctx, findings)
	if err != nil {
		return "", err
	}
	candidate, err := edition.NewCandidate(s.editions())
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, candidate.Discard()) }()
	if err := s.writeFiles(candidate, tables, cards); err != nil {
		return "", err
	}
	if err := reread(candidate.Folder(), tables); err != nil {
		return "", err
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	unfinished := s.state(filepath.Join("trace", "unfinished"))
	if err := errors.Join(os.RemoveAll(unfinished), s.trace(ctx, unfinished)); err != nil {
		return "", err
	}
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
	kept := s.state(filepath.Join("trace", id))
	if err := errors.Join(os.RemoveAll(kept), os.Rename(unfinished, kept)); err != nil {
		return "", err
	}
	return id, nil
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
	made, err := program(s.space.Library())
	if err != nil {
		return m, err
	}
	m.Queries, m.Data = made.Queries, made.Data
	m.Snapshots, err = s.snapshots()
	return m, err
}

// current returns the current edition and its manifest, "" if there is none.
func (s *session) current() (id string, m edition.Manifest, err error) {
	if id, err = edition.Current(s.editions()); err != nil || id == "" {
		return "", m, err
	}
	m, err = edition.ReadManifest(s.editions(), id)
	return id, m, err
}

// inputs is the fingerprint of everything that shapes an edition but the date
// and the edition before.
func (s *session) inputs() (string, error) {
	own, err := s.space.Fingerprint()
	if err != nil {
		return "", err
	}
	snapshots, err := s.snapshots()
	if err != nil {
		return "", err
	}
	made, err := program(s.space.Library())
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, Version, decoderVersion, made.Queries, own)
	for _, f := range snapshots {
		fmt.Fprintf(h, "%q %q %q %s\n", f.Source, f.Partition, f.Name, f.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// snapshots lists the current snapshots of all sources.
func (s *session) snapshots() (list []edition.Snapshot, err error) {
	for _, source := range s.space.Sources {
		current, _, err := s.space.Snapshots(source.ID)
		if err != nil {
			return nil, &SourceError{Source: source.ID, Cause: err}
		}
		for _, f := range current {
			list = append(list, edition.Snapshot{
				Source: f.Source, Partition: f.Partition, Name: f.Name, Size: f.Size, SHA256: f.SHA256,
			})
		}
	}
	return list, nil
}
