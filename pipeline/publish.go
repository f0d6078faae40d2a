package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// Publish publishes the candidate that waits. Where none does it checks what is
// built, makes a candidate of it and publishes that.
func Publish(ctx context.Context, o Options) (report Report, err error) {
	s, err := open(o)
	if err != nil {
		return report, err
	}
	s.byHand = true
	defer func() { err = errors.Join(err, s.close()) }()
	if waits, err := readCandidate(s.Dir, s.space.Config); err != nil || waits != nil {
		return s.publishWaiting(waits, err)
	}
	if settled, err := s.settled(); err != nil || settled != nil {
		return refuseWithdrawn(value(settled), err)
	}
	if err := s.openWarehouse(ctx); err != nil {
		return report, err
	}
	if err := s.isBuilt(ctx); err != nil {
		return report, err
	}
	return s.publish(ctx)
}

// publishWaiting publishes the candidate that plan has shown, also when the
// inputs have changed since.
func (s *session) publishWaiting(c *Candidate, err error) (report Report, _ error) {
	if err == nil {
		err = s.fits(c)
	}
	if err != nil {
		return report, err
	}
	folder := edition.WaitingFolder(s.editions())
	manifest, err := edition.ReadManifest(folder, c.Edition)
	if err != nil {
		return report, err
	}
	if inputs, err := s.inputs(); err == nil && inputs != manifest.Inputs {
		s.log().Warn("inputs have changed since the candidate was made; the next refresh makes another")
	}
	cards, err := readCards(folder, c.Edition)
	if err != nil {
		return report, err
	}
	return s.release(c.Edition, Report{Loads: []Load{}, Findings: []Finding{}, Cards: cards})
}

// A StaleError says that a step has to be run first.
type StaleError struct{ Step string }

func (e *StaleError) Error() string {
	return fmt.Sprintf("inputs have changed since the last %s, or there was none", e.Step)
}

// Hint says what to do about it.
func (e *StaleError) Hint() string { return "run: tresektor " + e.Step }

// publish makes a candidate of what is built and publishes it when its time
// has come.
func (s *session) publish(ctx context.Context) (report Report, err error) {
	if err := s.substituteAndBuild(ctx); err != nil {
		return report, err
	}
	findings, err := s.check(ctx)
	if err != nil {
		return report, err
	}
	if err := failing(findings); err != nil {
		return report, err
	}
	cards, err := s.headline(ctx)
	if err != nil {
		return report, err
	}
	id, warnings, err := s.makeCandidate(ctx, findings, cards)
	if err != nil {
		return report, errors.Join(err, s.tidy())
	}
	loads, err := s.loads(ctx)
	if err != nil {
		return report, err
	}
	return s.release(id, Report{Loads: loads, Findings: append(findings, warnings...), Cards: cards})
}

// release publishes the candidate called id if its time has come, and else
// reports that it waits. This is where publication is decided.
func (s *session) release(id string, report Report) (Report, error) {
	waits, err := readCandidate(s.Dir, s.space.Config)
	if err == nil {
		err = s.allowed(id)
	}
	if err != nil {
		return Report{}, err
	}
	if s.Wait || !s.byHand && !waits.isDue(s.day()) {
		s.log().Info("candidate waits", "edition", id)
		report.Candidate = waits
		report.Edition, err = edition.Current(s.editions())
		if report.Edition != "" {
			report.Index = s.index(report.Edition)
		}
		return report, err
	}
	if err := s.switchTo(id); err != nil {
		return Report{}, err
	}
	report.Edition, report.New, report.Index = id, true, s.index(id)
	return report, nil
}

// switchTo makes the candidate the current edition.
func (s *session) switchTo(id string) error {
	manifest, err := edition.ReadManifest(edition.WaitingFolder(s.editions()), id)
	if err != nil {
		return ofCandidate(err)
	}
	s.progress("publish", 1)
	err = edition.Publish(s.editions(), edition.Event{Date: s.day(), Edition: id, Inputs: manifest.Inputs})
	if err != nil {
		return err
	}
	s.log().Info("published", "edition", id)
	if err := s.prune(); err != nil {
		s.log().Warn("old editions could not be removed; the next publication tries again", "cause", err.Error())
	}
	s.showEditions()
	return nil
}

func (s *session) index(id string) string {
	return filepath.Join(s.editions(), id, "index.html")
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
	fmt.Fprintln(h, Version, decoderVersion, made.Queries, made.Script, own)
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
