package pipeline_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

// A stepper is told of every step of a run, by its log and its progress, and
// does something at the nth of them.
type stepper struct {
	slog.Handler
	steps []string
	at    int // the step at which to act, -1 for none
	act   func()
}

func (s *stepper) step(name string) {
	if slices.Contains(s.steps, name) {
		return
	}
	if s.steps = append(s.steps, name); len(s.steps)-1 == s.at {
		s.act()
	}
}

func (s *stepper) Enabled(context.Context, slog.Level) bool { return true }

func (s *stepper) Handle(_ context.Context, r slog.Record) error {
	s.step(r.Message)
	return nil
}

func (s *stepper) watch(o pipeline.Options) pipeline.Options {
	o.Log = slog.New(s)
	o.Progress = func(name string, _ int) { s.step(name) }
	return o
}

// prepared makes a workspace with an edition and a new file to refresh with,
// and copies of it.
func prepared(t *testing.T) (copied func(t *testing.T) string, current string) {
	t.Helper()
	first := smallWorkspace(t, smallFiles())
	current = refreshed(t, options(first)).Edition
	write(t, filepath.Join(first, "inbox/prov_2024-02.csv"), smallMonth("2024-02", "50,00", "150,00"))
	return func(t *testing.T) string {
		dir := filepath.Join(t.TempDir(), "w")
		if err := os.CopyFS(dir, os.DirFS(first)); err != nil {
			t.Fatal(err)
		}
		return dir
	}, current
}

// faults are what may happen to a run at any step: it is interrupted; a file
// stands where the candidates, or the trace, should go.
func faults(dir string, cancel context.CancelFunc) map[string]func() {
	instead := func(name string) func() {
		return func() {
			path := filepath.Join(dir, name)
			os.RemoveAll(path)
			os.WriteFile(path, nil, 0o644)
		}
	}
	return map[string]func(){
		"interrupted":   cancel,
		"no candidates": instead("editions/.candidate"),
		"no trace":      instead("state/trace"),
	}
}

// Whatever fails, and at whichever step, the current edition is the one before
// or the new one, whole, and the next start leaves nothing of the failed run.
func TestAFailureAtEveryStepKeepsTheEdition(t *testing.T) {
	t.Parallel()
	copied, before := prepared(t)
	all := &stepper{at: -1}
	refreshed(t, all.watch(options(copied(t))))
	if len(all.steps) < 8 {
		t.Fatalf("only the steps %v", all.steps)
	}
	for n, step := range all.steps {
		for _, fault := range []string{"interrupted", []string{"no candidates", "no trace"}[n%2]} {
			t.Run(step+" "+fault, func(t *testing.T) { failAt(t, copied(t), before, n, fault) })
		}
	}
}

func failAt(t *testing.T, dir, before string, n int, fault string) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := &stepper{at: n, act: faults(dir, cancel)[fault]}
	report, err := pipeline.Refresh(ctx, s.watch(options(dir)))
	editions := filepath.Join(dir, "editions")
	current, read := edition.Current(editions)
	if read != nil {
		t.Fatal(read)
	}
	if err == nil && current != report.Edition || err != nil && current != before {
		t.Errorf("the current edition is %s, before it was %s, the run ended with %v", current, before, err)
	}
	if err := edition.Whole(editions, current); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"editions/.candidate", "state/trace"} {
		if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && !info.IsDir() {
			os.Remove(filepath.Join(dir, name))
		}
	}
	if err := pipeline.Fetch(options(dir)); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(editions + "/.*")
	more, _ := filepath.Glob(dir + "/state/trace/unfinished")
	if left = append(left, more...); len(left) > 0 {
		waits, _ := edition.Waiting(editions)
		if problems := edition.Whole(edition.WaitingFolder(editions), waits); problems != nil {
			t.Errorf("left behind: %v, and the candidate %q: %v", left, waits, problems)
		}
	}
}
