package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// A Rebuild tells how an edition that was made again compares with the one that
// was published.
type Rebuild struct {
	Edition     string        `json:"edition"`
	Rebuilt     string        `json:"rebuilt"`        // the id that the edition gets now
	IsIdentical bool          `json:"is_identical"`   // the manifest too, which names the program
	IsSame      bool          `json:"has_same_files"` // all files but the manifest
	Files       int           `json:"files"`
	Was         Program       `json:"was"` // what made it, and what makes it now
	Is          Program       `json:"is"`
	Differences []RebuildFile `json:"differences"`
}

// A RebuildFile is a file that is not what was published.
type RebuildFile struct {
	Path     string   `json:"path"`
	Kind     string   `json:"kind"`  // missing: only published; extra: only rebuilt; changed
	Cells    int      `json:"cells"` // of a table: cells that differ, and rows that only one has
	Missing  int      `json:"missing"`
	Extra    int      `json:"extra"`
	Examples []string `json:"examples,omitempty"`
}

// RebuildEdition makes an edition again in a temporary place, from its
// snapshots, the copies of its inputs and its date, and compares every
// checksum. What is missing or changed of the inputs is an *InputsError; an
// edition that comes out otherwise is a *RebuildError with what differs. That
// another program makes the same files is no error.
func RebuildEdition(ctx context.Context, o Options, id string) (r Rebuild, err error) {
	if id, _, err = Verify(o, id); err != nil {
		return r, err
	}
	unlock, err := lock(o.Dir, o.Date)
	if err != nil {
		return r, err
	}
	defer unlock()
	s := &session{Options: o}
	in, err := s.readInputs(id)
	if err != nil {
		return r, err
	}
	if s.space, err = s.openInputs(in); err != nil {
		return r, &InputsError{Edition: id, Problems: strings.Split(err.Error(), "\n")}
	}
	place := s.state("rebuild")
	defer os.RemoveAll(place)
	if err := s.lay(place, id, in); err != nil {
		return r, err
	}
	report, err := s.makeAgain(ctx, place, in)
	if err != nil {
		return r, fmt.Errorf("rebuild %s: %w", id, err)
	}
	r, err = s.compareRebuilt(place, id, report.Edition, in)
	if err == nil && !r.holds() {
		err = &RebuildError{r}
	}
	return r, err
}

// makeAgain runs everything but fetching in the workspace that lies in place.
func (s *session) makeAgain(ctx context.Context, place string, in Inputs) (report Report, err error) {
	o := s.Options
	o.Dir, o.Log = place, nil
	if o.Date, err = time.Parse(time.DateOnly, in.Date); err != nil {
		return report, err
	}
	again, err := openWith(o, os.DirFS(s.builtIn(in.Program.Data)))
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, again.close()) }()
	if err := again.space.Pin(in.deliveries()); err != nil {
		return report, err
	}
	if err := again.openWarehouse(ctx); err != nil {
		return report, err
	}
	return again.make(ctx)
}
