package pipeline

import (
	"context"
	"fmt"
	"slices"
	"time"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A revising is the comparison with the edition before, while the next one is
// made. Its stages are in the warehouse: stage 0 is the edition before, each
// one after it has one more cause replaced, and the last is the edition itself.
type revising struct {
	previous string // id of the edition before, "" for none
	date     string // of the edition before
	causes   []string
	isOpen   bool           // the last step could not be built by itself
	scale    map[string]int // decimals of every measure's amounts, now or before
	said     []func()       // what is logged when there is something to compare
}

// substitute builds what the inputs of the edition before give with one cause
// after the other replaced by what it is today, in the order of the list
// revision_cause, and keeps the shares of each. It says whether it had to
// build: then the warehouse has other loads and relations than those of today.
func (s *session) substitute(ctx context.Context) (built bool, err error) {
	previous, manifest, err := s.current()
	if err != nil {
		return false, err
	}
	s.revising = &revising{previous: previous, date: manifest.Date}
	if err := s.checkCorrections(); err != nil {
		return false, err
	}
	if err := s.beginStages(ctx); err != nil {
		return false, fmt.Errorf("revision: %w", err)
	}
	if previous == "" {
		s.revising.add("")
		return false, nil
	}
	steps, err := s.substitutions(previous, manifest)
	if err != nil {
		return false, fmt.Errorf("revision: %w", err)
	}
	for i, step := range steps {
		if i == len(steps)-1 {
			s.revising.add(step.Cause)
			return built, nil
		}
		built = true
		if err := s.stage(ctx, step); err != nil {
			return built, err
		}
	}
	return built, nil
}

// several is the cause of what cannot be told apart.
const several = "several"

// add notes the cause of the next stage.
func (r *revising) add(cause string) {
	if r.isOpen {
		cause = several
	}
	r.causes, r.isOpen = append(r.causes, cause), false
}

// substitutions are the steps from the edition before to this one; the last is
// this one itself. Where nothing is known to differ that numbers rest on, no
// cause can be told, should any of them differ all the same.
func (s *session) substitutions(previous string, manifest edition.Manifest) ([]workspace.Substituted, error) {
	in, err := s.readInputs(previous)
	var before *workspace.Workspace
	if err == nil {
		before, err = s.openInputs(in)
	}
	if err != nil {
		s.log().Warn("the causes of revisions cannot be told apart: the edition before cannot be counted again", "edition", previous, "cause", err)
		if manifest.Program != Version {
			return []workspace.Substituted{{Cause: "program"}}, nil
		}
		return []workspace.Substituted{{Cause: several}}, nil
	}
	now, err := program(s.space.Library())
	if err != nil {
		return nil, err
	}
	steps, err := workspace.Substitute(before, s.space, in.Date, s.day())
	if !in.Program.counts(now) {
		steps = slices.Insert(steps, 0, workspace.Substituted{Cause: "program", Day: in.Date, Space: before})
	}
	if len(steps) == 0 {
		steps = []workspace.Substituted{{Cause: several}}
	}
	return steps, err
}

// stage builds one step and keeps its shares. A step that cannot be built by
// itself, such as a new file under the old name of a column, is counted
// together with the next.
func (s *session) stage(ctx context.Context, step workspace.Substituted) error {
	r := s.revising
	var shares edition.Table
	err := s.under(step, func() (err error) {
		shares, err = s.sharesOnly(ctx)
		return err
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		r.isOpen = true
		r.said = append(r.said, func() {
			s.log().Warn("a cause of revisions cannot be counted by itself, and is counted together with the next", "cause", step.Cause, "why", err)
		})
		return nil
	}
	r.said = append(r.said, func() {
		s.log().Info("counted the edition before with one more of today's inputs", "replaced", step.Cause)
	})
	r.add(step.Cause)
	shares.Rows = slices.DeleteFunc(shares.Rows, func(row []any) bool {
		return !s.isOpen(row[shares.Index("measure")].(string))
	})
	return s.addValues(ctx, len(r.causes), shares)
}

// under does something with the workspace and the day of a step.
func (s *session) under(step workspace.Substituted, do func() error) error {
	day, err := time.Parse(time.DateOnly, step.Day)
	if err != nil {
		return err
	}
	space, options := s.space, s.Options
	s.space, s.Date, s.Log, s.isConfigured, s.shown = step.Space, day, nil, false, nil
	defer func() { s.space, s.Options, s.isConfigured, s.shown = space, options, false, nil }()
	return do()
}

// sharesOnly loads and derives as far as shares. What it leaves is no build.
func (s *session) sharesOnly(ctx context.Context) (t edition.Table, err error) {
	if err := s.mark(ctx, ""); err != nil {
		return t, err
	}
	if err := s.ingest(ctx); err != nil {
		return t, err
	}
	err = s.relate(ctx, func(folder string) bool { return folder != "change" && folder != "check" })
	if err != nil {
		return t, err
	}
	return s.shareTable(ctx)
}
