package pipeline

import (
	"context"
	"fmt"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// PlanOptions choose how much a plan lists.
type PlanOptions struct {
	Limit int // most cells listed, those whose idéburen share moves most; 0 for all
}

// A Plan tells what publishing now would change in published numbers.
type Plan struct {
	Edition   string     `json:"edition"`             // the current one, "" for none
	Candidate *Candidate `json:"candidate"`           // nil: nothing waits, and nothing would change
	IsStale   bool       `json:"is_stale"`            // the inputs have changed since the candidate, or the edition, was made
	Withdrawn string     `json:"withdrawn,omitempty"` // the withdrawn edition that the inputs are those of
	Stopped   []Finding  `json:"stopped"`             // what stops the publication
	Differs   bool       `json:"differs"`             // some file would change
	Numbers   Numbers    `json:"numbers"`             // what would change in tables/share.csv
	Causes    []Caused   `json:"causes"`              // how many of these cells each cause concerns
	Cards     []Move     `json:"cards"`               // what would change on the front page
	Measures  []Counts   `json:"measures"`            // Numbers by measure
	Cells     []CellMove `json:"cells"`               // the cells that change, in published order
	LeftOut   int        `json:"cells_left_out"`      // changed cells that are not listed
	Files     []string   `json:"files"`               // files that would change, come or go

	cardsAt map[[6]string][]int // the cards that show a cell
	words   vocabulary
}

// MakePlan compares the candidate with the current edition. It reads files of
// editions and of the workspace only: it takes no lock and writes nothing. A
// candidate that could not be published is an error.
func MakePlan(_ context.Context, o Options, want PlanOptions) (p Plan, err error) {
	if err := noWorkspace(o.Dir); err != nil {
		return p, err
	}
	space, err := workspace.Open(o.Dir)
	if err != nil {
		return p, err
	}
	s := &session{Options: o, space: space}
	p = Plan{Stopped: []Finding{}, Causes: []Caused{}, Cards: []Move{}, Measures: []Counts{}, Cells: []CellMove{}, Files: []string{}}
	current, manifest, err := s.current()
	if err != nil {
		return p, err
	}
	p.Edition = current
	if current != "" {
		if err := edition.Whole(s.editions(), current); err != nil {
			return p, err
		}
	}
	if p.Candidate, err = readCandidate(o.Dir, space.Config); err != nil {
		return p, err
	}
	if p.Candidate != nil {
		if manifest, err = s.comparePlan(&p, manifest, want); err != nil {
			return p, err
		}
	}
	return p, s.compareInputs(&p, manifest)
}

// compareInputs says whether today's inputs are those of a manifest, and whether
// what they would make has been withdrawn.
func (s *session) compareInputs(p *Plan, manifest edition.Manifest) error {
	inputs, err := s.inputs()
	if err != nil {
		return err
	}
	p.IsStale = inputs != manifest.Inputs
	event, err := s.withdrawn(inputs)
	if event != nil {
		p.Withdrawn = event.Edition
	}
	return err
}

// noWorkspace refuses a folder that is not a workspace.
func noWorkspace(dir string) error {
	if err := noEdition(dir); err != nil {
		if wrong, ok := err.(*NoWorkspaceError); ok {
			return wrong
		}
	}
	return nil
}

// comparePlan fills the plan from the candidate, whose manifest it returns.
func (s *session) comparePlan(p *Plan, before edition.Manifest, want PlanOptions) (m edition.Manifest, err error) {
	if err := s.fits(p.Candidate); err != nil {
		return m, err
	}
	waiting := edition.WaitingFolder(s.editions())
	if m, err = edition.ReadManifest(waiting, p.Candidate.Edition); err != nil {
		return m, err
	}
	p.Files = changedFiles(before.Files, m.Files)
	p.Differs = len(p.Files) > 0
	earlier, later := "", filepath.Join(waiting, p.Candidate.Edition)
	if p.Edition != "" {
		earlier = filepath.Join(s.editions(), p.Edition)
	}
	if p.Stopped, err = stopped(later); err != nil {
		return m, err
	}
	if p.Cards, err = s.cardMoves(p.Edition, p.Candidate.Edition); err != nil {
		return m, err
	}
	if p.cardsAt, err = cardsAt(p.Cards, earlier, later); err != nil {
		return m, fmt.Errorf("plan: %w", err)
	}
	if p.words, err = editionWords(later, earlier); err != nil {
		return m, fmt.Errorf("plan: %w", err)
	}
	if err := p.compareShares(earlier, later, want.Limit); err != nil {
		return m, fmt.Errorf("plan: %w", err)
	}
	return m, nil
}

// cardMoves compares the cards of an edition, "" for none, with a candidate's.
func (s *session) cardMoves(current, candidate string) (list []Move, err error) {
	var before []Card
	if current != "" {
		if before, err = readCards(s.editions(), current); err != nil {
			return nil, err
		}
	}
	after, err := readCards(edition.WaitingFolder(s.editions()), candidate)
	if err != nil {
		return nil, err
	}
	return moves(before, after), nil
}

func stopped(folder string) ([]Finding, error) {
	findings, err := blockedBy(folder)
	if findings == nil {
		findings = []Finding{}
	}
	return findings, err
}

// changedFiles names the files that are not the same in two manifests.
func changedFiles(before, after []edition.File) []string {
	sums := map[string]string{}
	for _, f := range before {
		sums[f.Path] = f.SHA256
	}
	changed := []string{}
	for _, f := range after {
		if sums[f.Path] != f.SHA256 {
			changed = append(changed, f.Path)
		}
		delete(sums, f.Path)
	}
	return append(changed, sortedKeys(sums)...)
}
