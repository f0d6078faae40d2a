package pipeline

import (
	"context"
	"errors"

	"tresektor/pipeline/edition"
)

// A Report tells what a refresh or publication did.
type Report struct {
	Edition  string    `json:"edition"` // id of the current edition
	New      bool      `json:"new"`     // false: nothing had changed, no edition was made
	Index    string    `json:"index"`   // the page to open
	Loads    []Load    `json:"loads"`
	Findings []Finding `json:"findings"` // warnings: errors stop publication
	Cards    []Card    `json:"cards"`
}

// Refresh does everything: fetch, ingest, build, check, publish. With nothing
// new it changes nothing and says so. Whatever fails, the current edition
// stays as it was.
func Refresh(ctx context.Context, o Options) (report Report, err error) {
	s, err := open(o)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.fetch(); err != nil {
		return report, err
	}
	if current, err := s.unchanged(); err != nil || current != "" {
		if err != nil {
			return report, err
		}
		return s.report(current)
	}
	if err := s.openWarehouse(ctx); err != nil {
		return report, err
	}
	return s.make(ctx)
}

// make ingests, builds, checks and publishes.
func (s *session) make(ctx context.Context) (report Report, err error) {
	if _, err := s.substitute(ctx); err != nil {
		return report, err
	}
	if err := s.ingest(ctx); err != nil {
		return report, err
	}
	if err := s.build(ctx); err != nil {
		return report, err
	}
	return s.publish(ctx)
}

// unchanged returns the current edition when it was made of the same inputs
// and no dated fact has changed since, and "" otherwise. An edition that stands
// must also be whole: a quiet night is when nobody else would notice.
func (s *session) unchanged() (string, error) {
	id, manifest, err := s.current()
	if err != nil || id == "" {
		return "", err
	}
	inputs, err := s.inputs()
	if err != nil {
		return "", err
	}
	if manifest.Inputs != inputs || manifest.ValidUntil != "" && s.day() >= manifest.ValidUntil {
		return "", nil
	}
	problems, err := edition.Verify(s.editions(), id)
	if err == nil && len(problems) > 0 {
		err = &edition.DamagedError{ID: id, Problems: problems}
	}
	return id, err
}
