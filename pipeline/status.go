package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// report tells of an edition that is there already.
func (s *session) report(id string) (Report, error) {
	cards, err := readCards(s.editions(), id)
	return Report{Edition: id, Index: s.index(id), Loads: []Load{}, Findings: []Finding{}, Cards: cards}, err
}

func readCards(editions, id string) (cards []Card, err error) {
	text, err := os.ReadFile(filepath.Join(editions, id, "report.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &cards); err != nil {
		return nil, fmt.Errorf("edition %s: report.json: %w", id, err)
	}
	return cards, nil
}

// A Status tells what is published. It reads edition files only, so that it
// can be asked at any time, also while a run is working.
type Status struct {
	Edition   string           `json:"edition"` // "" when nothing is published
	Index     string           `json:"index"`
	Manifest  edition.Manifest `json:"manifest"`
	Editions  []string         `json:"editions"`  // all that are there in full, oldest first
	Running   string           `json:"running"`   // who holds the lock, "" for nobody
	Candidate *Candidate       `json:"candidate"` // what waits to be published, nil for nothing
	History   []edition.Event  `json:"history"`   // what was published and withdrawn, oldest first
	Cards     []Card           `json:"cards"`
}

// ReadStatus reads the status of the workspace in dir.
func ReadStatus(o Options) (status Status, err error) {
	editions := filepath.Join(o.Dir, "editions")
	if _, err := os.Stat(filepath.Join(o.Dir, "tresektor.yaml")); err != nil {
		return status, &NoWorkspaceError{Dir: o.Dir, Cause: err}
	}
	if status.Editions, err = edition.List(editions); err != nil {
		return status, err
	}
	if held := running(o.Dir); held != nil {
		status.Running = held.Error()
	}
	if status.History, err = edition.History(editions); err != nil {
		return status, err
	}
	if status.Candidate, err = waitingCandidate(o.Dir); err != nil {
		return status, err
	}
	if status.Edition, err = edition.Current(editions); err != nil || status.Edition == "" {
		return status, err
	}
	status.Index = filepath.Join(editions, status.Edition, "index.html")
	if status.Manifest, err = edition.ReadManifest(editions, status.Edition); err != nil {
		return status, err
	}
	status.Cards, err = readCards(editions, status.Edition)
	return status, err
}

// waitingCandidate describes the candidate that waits, also where the
// configuration cannot be read: then nobody knows when it is due.
func waitingCandidate(dir string) (*Candidate, error) {
	space, err := workspace.Open(dir)
	if err != nil {
		return readCandidate(dir, workspace.Config{Publish: workspace.PublishByHand})
	}
	return readCandidate(dir, space.Config)
}
