package pipeline

import (
	"context"
	"errors"

	"tresektor/pipeline/edition"
)

// A Report tells what a refresh or publication did.
type Report struct {
	Edition   string         `json:"edition"`   // id of the current edition, "" for none
	New       bool           `json:"new"`       // it was published by this run
	Index     string         `json:"index"`     // the page to open
	Candidate *Candidate     `json:"candidate"` // what waits to be published, nil for nothing
	Withdrawn *edition.Event `json:"withdrawn"` // why nothing is made of these inputs, nil unless so
	Loads     []Load         `json:"loads"`
	Findings  []Finding      `json:"findings"` // warnings: errors stop publication
	Cards     []Card         `json:"cards"`    // of the edition, or of the candidate
}

// Refresh does everything: fetch, ingest, build, check, make a candidate, and
// publish it when its time has come. With nothing new it changes nothing and
// says so. Whatever fails, the current edition stays as it was.
func Refresh(ctx context.Context, o Options) (report Report, err error) {
	s, err := open(o)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.fetch(); err != nil {
		return report, err
	}
	if settled, err := s.settled(); err != nil || settled != nil {
		return value(settled), err
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

func value(r *Report) Report {
	if r == nil {
		return Report{}
	}
	return *r
}

// settled returns the report of a run that has nothing to make, and nil when
// there is a candidate to be made: the current edition stands, the inputs are
// those of a withdrawn one, or their candidate waits already.
func (s *session) settled() (*Report, error) {
	inputs, err := s.inputs()
	if err != nil {
		return nil, err
	}
	current, err := s.unchanged(inputs)
	if err != nil {
		return nil, err
	}
	if current != "" {
		return s.stands(nil)
	}
	withdrawn, err := s.withdrawn(inputs)
	if err != nil {
		return nil, err
	}
	if withdrawn != nil && !s.Again {
		return s.stands(withdrawn)
	}
	id, err := s.candidate(inputs)
	if err != nil || id == "" {
		return nil, err
	}
	cards, err := readCards(edition.WaitingFolder(s.editions()), id)
	if err != nil {
		return nil, err
	}
	report, err := s.release(id, Report{Loads: []Load{}, Findings: []Finding{}, Cards: cards})
	return &report, err
}

// stands reports that the current edition does, and lets no candidate of other
// inputs wait.
func (s *session) stands(withdrawn *edition.Event) (*Report, error) {
	if err := s.abandon("the inputs are no longer those it was made from"); err != nil {
		return nil, err
	}
	current, err := edition.Current(s.editions())
	if err != nil {
		return nil, err
	}
	report := Report{Loads: []Load{}, Findings: []Finding{}, Cards: []Card{}}
	if current != "" {
		report, err = s.report(current)
	}
	report.Withdrawn = withdrawn
	return &report, err
}

// unchanged returns the current edition when it was made of these inputs and
// no dated fact has changed since, and "" otherwise. An edition that stands
// must also be whole: a quiet night is when nobody else would notice.
func (s *session) unchanged(inputs string) (string, error) {
	id, manifest, err := s.current()
	if err != nil || id == "" || !s.holds(manifest, inputs) {
		return "", err
	}
	return id, edition.Whole(s.editions(), id)
}

// holds tells whether an edition made anew today would be the same.
func (s *session) holds(m edition.Manifest, inputs string) bool {
	return m.Inputs == inputs && (m.ValidUntil == "" || s.day() < m.ValidUntil)
}
