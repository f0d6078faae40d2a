package edition_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

// sealWaiting makes a candidate of content that waits in dir.
func sealWaiting(t *testing.T, dir, date string) string {
	t.Helper()
	m := manifest
	m.Date = date
	c, err := edition.NewWaiting(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range content {
		if err := c.Write(name, text(s)); err != nil {
			t.Fatal(err)
		}
	}
	id, err := c.Seal(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := edition.Wait(dir, id); err != nil {
		t.Fatal(err)
	}
	return id
}

func publish(t *testing.T, dir, id string) {
	t.Helper()
	if err := edition.Publish(dir, edition.Event{Date: "2026-11-24", Edition: id, Inputs: "f00d"}); err != nil {
		t.Fatal(err)
	}
}

func history(t *testing.T, dir string) (list []string) {
	t.Helper()
	events, err := edition.History(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		list = append(list, e.Action+" "+e.Edition+" current "+e.Current+" "+e.Reason)
	}
	return list
}

func TestACandidateWaitsUnseen(t *testing.T) {
	dir := t.TempDir()
	old := sealWaiting(t, dir, "2026-11-22")
	id := sealWaiting(t, dir, "2026-11-23")
	if got, err := edition.Waiting(dir); got != id || err != nil {
		t.Errorf("Waiting = %s, %v; want %s", got, err, id)
	}
	if got, err := edition.Abandoned(dir); len(got) != 1 || got[0] != old || err != nil {
		t.Errorf("Abandoned = %v, %v; want %s", got, err, old)
	}
	if list, err := edition.List(dir); len(list) > 0 || err != nil {
		t.Errorf("List = %v, %v; want nothing", list, err)
	}
	if info, err := os.Stat(edition.WaitingFolder(dir)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder of candidates has mode %v, %v; want 700", info.Mode(), err)
	}
	if removed, err := edition.Clean(dir); len(removed) != 1 || removed[0] != old || err != nil {
		t.Errorf("Clean = %v, %v; want %s", removed, err, old)
	}
	publish(t, dir, id)
	if got := problems(t, dir, id); got != nil {
		t.Errorf("published with %v", got)
	}
	if diff := cmp.Diff([]string{id, "current", "history.json"}, names(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
}

func TestWithdrawGoesBackAndSaysWhy(t *testing.T) {
	dir := t.TempDir()
	first, second := sealWaiting(t, dir, "2026-11-22"), ""
	publish(t, dir, first)
	second = sealWaiting(t, dir, "2026-11-23")
	publish(t, dir, second)
	if err := edition.Withdraw(dir, edition.Event{Edition: second, Current: first, Reason: "fel fil"}); err != nil {
		t.Fatal(err)
	}
	if got, _ := edition.Current(dir); got != first {
		t.Errorf("current %s, want %s", got, first)
	}
	want := []string{
		"published " + first + " current " + first + " ", "published " + second + " current " + second + " ",
		"withdrawn " + second + " current " + first + " fel fil",
	}
	if diff := cmp.Diff(want, history(t, dir)); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	if got := problems(t, dir, second); got != nil {
		t.Errorf("the withdrawn edition has %v", got)
	}
}

func TestWithdrawRefusesADamagedEdition(t *testing.T) {
	dir := t.TempDir()
	first := sealWaiting(t, dir, "2026-11-22")
	publish(t, dir, first)
	second := sealWaiting(t, dir, "2026-11-23")
	publish(t, dir, second)
	if err := os.Remove(filepath.Join(dir, first, "index.html")); err != nil {
		t.Fatal(err)
	}
	err := edition.Withdraw(dir, edition.Event{Edition: second, Current: first, Reason: "fel fil"})
	if damaged := (*edition.DamagedError)(nil); !errors.As(err, &damaged) || damaged.Problems[0].Path != "index.html" {
		t.Errorf("err = %v", err)
	}
	if got, _ := edition.Current(dir); got != second || len(history(t, dir)) != 2 {
		t.Errorf("current %s, history %v", got, history(t, dir))
	}
}

// A publication has four steps. Whichever the machine stops at, the next start
// finds either all of it or nothing of it.
func TestAKillWithinAPublicationIsSettled(t *testing.T) {
	for step := range 4 {
		dir := t.TempDir()
		first := sealWaiting(t, dir, "2026-11-22")
		publish(t, dir, first)
		before := history(t, dir)
		id := sealWaiting(t, dir, "2026-11-23")
		stopAt(t, dir, id, step)
		if _, err := edition.Clean(dir); err != nil {
			t.Fatal(err)
		}
		current, waiting, want := first, id, before
		if step == 3 {
			current, waiting, want = id, "", append(before, "published "+id+" current "+id+" ")
		}
		if got, err := edition.Current(dir); got != current || err != nil {
			t.Errorf("step %d: current %s, %v; want %s", step, got, err, current)
		}
		if got, err := edition.Waiting(dir); got != waiting || err != nil {
			t.Errorf("step %d: waiting %s, %v; want %q", step, got, err, waiting)
		}
		if diff := cmp.Diff(want, history(t, dir)); diff != "" {
			t.Errorf("step %d: history (-want +got):\n%s", step, diff)
		}
		if _, err := os.Lstat(filepath.Join(dir, ".history-next")); err == nil {
			t.Errorf("step %d: the history in waiting is left", step)
		}
	}
}

// stopAt does the first steps of publishing the candidate id: the history with
// the event, the edition at its address, the link. The step after, the history
// under its name, is left to whoever comes next.
func stopAt(t *testing.T, dir, id string, step int) {
	t.Helper()
	steps := []func() error{
		func() error { return copyHistory(dir, id) },
		func() error { return os.Rename(filepath.Join(edition.WaitingFolder(dir), id), filepath.Join(dir, id)) },
		func() error {
			return errors.Join(os.Remove(filepath.Join(dir, "current")), os.Symlink(id, filepath.Join(dir, "current")))
		},
	}
	for _, do := range steps[:step] {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
}

func copyHistory(dir, id string) error {
	other, err := os.MkdirTemp("", "history")
	if err != nil {
		return err
	}
	defer os.RemoveAll(other)
	text, err := os.ReadFile(filepath.Join(dir, "history.json"))
	if err != nil {
		return err
	}
	event := `,{"date":"2026-11-24","action":"published","edition":"` + id + `","current":"` + id + `"}]`
	at := len(text) - len("]\n")
	return os.WriteFile(filepath.Join(dir, ".history-next"), append(text[:at:at], event...), 0o644)
}

// What stands in the way of a step of the switch makes it fail; all of it is
// then undone, and the candidate waits as before.
func TestAFailureWithinAPublicationIsUndone(t *testing.T) {
	for name, block := range map[string]func(dir, id string) error{
		"the history in waiting": func(dir, _ string) error {
			return os.MkdirAll(filepath.Join(dir, ".history-next", "x"), 0o755)
		},
		"the address": func(dir, id string) error { return os.WriteFile(filepath.Join(dir, id), nil, 0o644) },
		"the link": func(dir, id string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "current")), os.MkdirAll(filepath.Join(dir, "current", "x"), 0o755))
		},
	} {
		dir := t.TempDir()
		publish(t, dir, sealWaiting(t, dir, "2026-11-22"))
		before := history(t, dir)
		id := sealWaiting(t, dir, "2026-11-23")
		if err := block(dir, id); err != nil {
			t.Fatal(err)
		}
		if err := edition.Publish(dir, edition.Event{Date: "2026-11-24", Edition: id}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if diff := cmp.Diff(before, history(t, dir)); diff != "" {
			t.Errorf("%s: history (-want +got):\n%s", name, diff)
		}
		if got, err := edition.Waiting(dir); got != id || err != nil {
			t.Errorf("%s: waiting %s, %v", name, got, err)
		}
	}
}

func TestAnUnreadableHistoryStopsTheSwitch(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, sealWaiting(t, dir, "2026-11-22"))
	id := sealWaiting(t, dir, "2026-11-23")
	if err := os.WriteFile(filepath.Join(dir, "history.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := edition.Publish(dir, edition.Event{Edition: id})
	if damaged := (*edition.HistoryError)(nil); !errors.As(err, &damaged) {
		t.Errorf("err = %v, want a *HistoryError", err)
	}
	if got, _ := edition.Current(dir); got == id {
		t.Error("it was published all the same")
	}
}
