package pipeline

import (
	"fmt"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A Candidate is a complete edition that waits to be published.
type Candidate struct {
	Edition  string `json:"edition"`
	Index    string `json:"index"`
	Previous string `json:"previous"` // the edition that it was made to follow
	Publish  string `json:"publish"`  // immediately, on_release or by_hand
	Due      string `json:"due"`      // its release day; "" where no day is planned
}

// An OutdatedError says that a candidate was made to follow another edition
// than the current one: what it says of changes is not true.
type OutdatedError struct{ Candidate, Previous, Current string }

func (e *OutdatedError) Error() string {
	return fmt.Sprintf("candidate %s was made to follow %s, and the current edition is %s",
		e.Candidate, named(e.Previous), named(e.Current))
}

// Hint says what to do about it.
func (e *OutdatedError) Hint() string { return "make a new one with: tresektor refresh" }

func named(id string) string {
	if id == "" {
		return "no edition"
	}
	return "edition " + id
}

// readCandidate describes the candidate that waits in a workspace, nil for
// none. It reads only.
func readCandidate(dir string, config workspace.Config) (*Candidate, error) {
	editions := filepath.Join(dir, "editions")
	id, err := edition.Waiting(editions)
	if err != nil || id == "" {
		return nil, err
	}
	manifest, err := edition.ReadManifest(edition.WaitingFolder(editions), id)
	if err != nil {
		return nil, ofCandidate(err)
	}
	c := &Candidate{
		Edition: id, Index: filepath.Join(edition.WaitingFolder(editions), id, "index.html"),
		Previous: manifest.Previous, Publish: config.Publish,
	}
	if config.Publish == workspace.PublishOnRelease {
		c.Due, err = due(editions, config.Releases)
	}
	return c, err
}

// due is the first release day after the last publication or withdrawal; the
// first of the calendar where nothing was published. So a release that was
// missed stays due.
func due(editions string, releases []string) (string, error) {
	current, err := edition.Current(editions)
	if err != nil {
		return "", err
	}
	last, err := latestDay(editions, current)
	return nextRelease(releases, last), err
}

// isDue tells whether the candidate's time has come.
func (c *Candidate) isDue(day string) bool {
	switch c.Publish {
	case workspace.PublishByHand:
		return false
	case workspace.PublishOnRelease:
		return c.Due != "" && c.Due <= day
	}
	return true
}

// candidate returns the candidate that waits if one made anew would be the
// same, and "" when one has to be made.
func (s *session) candidate(inputs string) (string, error) {
	id, err := edition.Waiting(s.editions())
	if err != nil || id == "" {
		return "", err
	}
	manifest, err := edition.ReadManifest(edition.WaitingFolder(s.editions()), id)
	if err == nil {
		err = edition.Whole(edition.WaitingFolder(s.editions()), id)
	}
	if err != nil {
		s.log().Warn("the candidate is made again", "cause", ofCandidate(err).Error())
		return "", s.abandon("it is damaged")
	}
	current, err := edition.Current(s.editions())
	if err != nil || manifest.Previous != current || !s.holds(manifest, inputs) {
		return "", err
	}
	return id, nil
}

// abandon lets no candidate wait.
func (s *session) abandon(reason string) error {
	id, err := edition.Waiting(s.editions())
	if err != nil || id == "" {
		return err
	}
	s.log().Info("candidate abandoned", "edition", id, "reason", reason)
	if err := edition.Abandon(s.editions()); err != nil {
		return err
	}
	return s.tidy()
}

// fits refuses a candidate that is damaged or follows another edition.
func (s *session) fits(c *Candidate) error { return fits(s.editions(), c) }

func fits(editions string, c *Candidate) error {
	current, err := edition.Current(editions)
	if err != nil {
		return err
	}
	if c.Previous != current {
		return &OutdatedError{Candidate: c.Edition, Previous: c.Previous, Current: current}
	}
	return ofCandidate(edition.Whole(edition.WaitingFolder(editions), c.Edition))
}

// ofCandidate says of damage that it is a candidate's.
func ofCandidate(err error) error {
	if damaged, ok := err.(*edition.DamagedError); ok {
		damaged.IsCandidate = true
	}
	return err
}
