package pipeline

import (
	"context"

	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// A secret is a measure's data received under secrecy, in one root cell: what
// each owner has of each atom, and of all.
type secret struct {
	atoms map[int]map[string]int64
	all   map[string]int64
}

// readSecrets reads who contributes to the root cells of a measure.
func (s *session) readSecrets(ctx context.Context, m workspace.Measure, all map[int64]*system) error {
	if m.Protect != protectSecrecy {
		return nil
	}
	for _, one := range all {
		one.secrets, one.dominance = map[int]secret{}, dominanceOf(m)
	}
	return s.eachOf(ctx, "contribution", []any{m.ID}, func(scan func(...any) error) error {
		var key, total, pattern, amount int64
		var owner string
		err := scan(&key, &total, &pattern, &owner, &amount)
		if one := all[key]; one != nil {
			one.contribute(one.cell[total], one.atomOf(one.parts[pattern]), owner, amount)
		}
		return err
	})
}

func dominanceOf(m workspace.Measure) protect.Dominance {
	if m.Dominance == nil {
		return protect.Dominance{}.Default()
	}
	return protect.Dominance{P: int64(m.Dominance.P), N: m.Dominance.N, K: int64(m.Dominance.K)}.Default()
}

func (s *system) contribute(c, atom int, owner string, amount int64) {
	one, there := s.secrets[c]
	if !there {
		one = secret{atoms: map[int]map[string]int64{}, all: map[string]int64{}}
		s.secrets[c] = one
	}
	if one.atoms[atom] == nil {
		one.atoms[atom] = map[string]int64{}
	}
	one.atoms[atom][owner] += amount
	one.all[owner] += amount
}

// keep is the pattern of data received under secrecy: root cells alone, and of
// them what no owner dominates. Neither rule ever calls a sum dominated whose
// parts are not, so atoms are enough (linear sensitivity is subadditive).
func (s *system) keep() protect.Pattern {
	p := protect.Pattern{States: make([]protect.State, len(s.Cells)), Primary: make([]bool, len(s.Cells))}
	for c, cell := range s.Cells {
		state := protect.Hidden
		if one, isRoot := s.secrets[c]; isRoot {
			state = one.state(s.dominance)
			p.Primary[c] = state != protect.Open
		}
		p.States[c] = max(state, cell.Was)
	}
	return p
}

func (s secret) state(rule protect.Dominance) protect.State {
	if rule.IsDominated(amountsOf(s.all)) {
		return protect.Hidden
	}
	for _, owners := range s.atoms {
		if rule.IsDominated(amountsOf(owners)) {
			return protect.Closed
		}
	}
	return protect.Open
}

func amountsOf(owners map[string]int64) (list []int64) {
	for _, amount := range owners {
		list = append(list, amount)
	}
	return list
}
