package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tresektor/pipeline/edition"
)

// kills is how often a run is killed: ten times, or as TRESEKTOR_KILLS says.
func kills(t *testing.T) int {
	t.Helper()
	text := os.Getenv("TRESEKTOR_KILLS")
	if text == "" {
		return 10
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("TRESEKTOR_KILLS is %q, not a number of kills", text)
	}
	return n
}

// Make conformance kills two hundred runs, unless asked for another number.
func TestConformanceKillsTwoHundredRuns(t *testing.T) {
	if _, err := os.ReadFile("../../Makefile"); err != nil { // what the test depends on, for go test's cache
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"TRESEKTOR_KILLS=200 go test": nil, "TRESEKTOR_KILLS=7 go test": {"KILLS=7"},
	} {
		cmd := exec.Command("make", append([]string{"-C", "../..", "-n", "conformance"}, args...)...)
		cmd.Env = slices.DeleteFunc(os.Environ(), func(each string) bool {
			return strings.HasPrefix(each, "MAKE") || strings.HasPrefix(each, "MFLAGS=") || strings.HasPrefix(each, "KILLS=")
		})
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Count(string(out), want) != 1 {
			t.Errorf("make conformance %v does not run %q once: %v\n%s", args, want, err, out)
		}
	}
}

// Runs are killed at random moments while a reader follows editions/current
// and reads all that it leads to: it is always one whole edition. The next
// start leaves nothing of the killed run.
func TestKilledAtRandomMoments(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "w")
	if err := copyTree("testdata/workspace", dir); err != nil {
		t.Fatal(err)
	}
	k := &killing{t: t, dir: dir, amount: 600}
	k.append("tresektor.yaml", "keep: 3\n")
	begun := time.Now()
	k.must("refresh")
	whole := time.Since(begun)
	stop, reads := k.read()
	published := k.current()
	changes := 0
	for n := range kills(t) {
		k.change()
		args, limit := k.action(n, whole)
		delay := time.Duration(rand.Int64N(int64(limit)))
		ended := k.kill(delay, args...)
		k.must("fetch")
		k.nothingLeft(fmt.Sprintf("%v after %s, ended %t", args, delay, ended))
		if now := k.current(); now != published {
			changes, published = changes+1, now
		}
	}
	k.must("refresh")
	k.nothingLeft("a refresh")
	checkWhole(t, filepath.Join(dir, "editions"), k.current())
	close(stop)
	if n := reads.Load(); n < 10 {
		t.Errorf("the reader read %d times", n)
	}
	t.Logf("%d kills, %d other current editions, %d reads, a whole run takes %s", kills(t), changes, reads.Load(), whole)
}

// A killing is a workspace whose runs are killed.
type killing struct {
	t      *testing.T
	dir    string
	amount int
}

// action chooses what is run, and how long it may go on: any part of a
// refresh, above all its end, a publication or a rollback.
func (k *killing) action(n int, whole time.Duration) (args []string, limit time.Duration) {
	switch n % 5 {
	case 1:
		k.must("refresh")
		return []string{"rollback", "--reason", "prov"}, 40 * time.Millisecond
	case 2:
		k.must("refresh", "--wait")
		return []string{"publish"}, 60 * time.Millisecond
	}
	return []string{"refresh"}, whole + whole/10
}

func (k *killing) command(args ...string) *exec.Cmd {
	return exec.Command("tresektor", append(args, "--dir", k.dir, "--date", "2026-11-22")...)
}

func (k *killing) must(args ...string) {
	k.t.Helper()
	if out, err := k.command(args...).CombinedOutput(); err != nil {
		k.t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// kill runs a command and kills it after a while; ended says that it had
// ended by itself.
func (k *killing) kill(after time.Duration, args ...string) (ended bool) {
	k.t.Helper()
	cmd := k.command(args...)
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	time.Sleep(after)
	killed := cmd.Process.Kill()
	err := cmd.Wait()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() > 0 {
		k.t.Fatalf("%v ended with %v", args, err)
	}
	return err == nil || errors.Is(killed, os.ErrProcessDone)
}

// change delivers a file with another amount.
func (k *killing) change() {
	path := filepath.Join(k.dir, "inbox", "reskontra_2026-09.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		k.t.Fatal(err)
	}
	before := fmt.Sprintf(";%d,00", k.amount)
	k.amount++
	after := strings.Replace(string(text), before, fmt.Sprintf(";%d,00", k.amount), 1)
	if after == string(text) {
		k.t.Fatalf("%s is not in the file", before)
	}
	if err := os.WriteFile(path, []byte(after), 0o644); err != nil {
		k.t.Fatal(err)
	}
}

func (k *killing) append(name, text string) {
	file, err := os.OpenFile(filepath.Join(k.dir, name), os.O_APPEND|os.O_WRONLY, 0)
	if err == nil {
		_, err = file.WriteString(text)
		err = errors.Join(err, file.Close())
	}
	if err != nil {
		k.t.Fatal(err)
	}
}

func (k *killing) current() string {
	k.t.Helper()
	id, err := edition.Current(filepath.Join(k.dir, "editions"))
	if err != nil || id == "" {
		k.t.Fatalf("current edition %q: %v", id, err)
	}
	return id
}

// read follows the link once, reads every byte, and begins again.
func (k *killing) read() (stop chan struct{}, reads *atomic.Int64) {
	stop, reads = make(chan struct{}), &atomic.Int64{}
	editions := filepath.Join(k.dir, "editions")
	done := make(chan struct{})
	k.t.Cleanup(func() { <-done })
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-k.t.Context().Done():
				return
			default:
			}
			id, err := edition.Current(editions)
			if err != nil || id == "" {
				k.t.Errorf("a reader found the current edition %q: %v", id, err)
				return
			}
			checkWhole(k.t, editions, id)
			reads.Add(1)
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return stop, reads
}

func checkWhole(t *testing.T, editions, id string) {
	if err := edition.Whole(editions, id); err != nil {
		t.Errorf("a reader read: %v", err)
	}
}

// nothingLeft refuses whatever a killed run may leave beside whole editions, a
// whole candidate and their traces.
func (k *killing) nothingLeft(after string) {
	k.t.Helper()
	editions := filepath.Join(k.dir, "editions")
	waiting, err := edition.Waiting(editions)
	if err != nil {
		k.t.Fatal(err)
	}
	full, err := edition.List(editions)
	if err != nil {
		k.t.Fatal(err)
	}
	events, err := edition.History(editions)
	if err != nil || len(events) == 0 || events[len(events)-1].Current != k.current() {
		k.t.Fatalf("after %s: the history ends otherwise than with %s: %v %v", after, k.current(), events, err)
	}
	traced := append(slices.Clone(full), "load")
	if waiting != "" {
		traced = append(traced, waiting)
		checkWhole(k.t, edition.WaitingFolder(editions), waiting)
		k.only(after, edition.WaitingFolder(editions), waiting, "current")
		full = append(full, filepath.Base(edition.WaitingFolder(editions)))
	}
	k.only(after, editions, append(append(full, k.removed()...), "current", "history.json", "index.html", "en.html")...)
	k.saysCurrent(after)
	k.only(after, filepath.Join(k.dir, "state", "trace"), traced...)
	k.only(after, filepath.Join(k.dir, "state"), "inbox.json", "input", "key", "lock", "snapshots", "trace", "tresektor.duckdb", "tresektor.duckdb.wal")
	for _, pattern := range []string{"state/trace/load/*/*.unfinished", "state/input/*unfinished", "state/snapshots/*/.*", "editions/*/.*", "editions/*/tables/.*"} {
		if left, _ := filepath.Glob(filepath.Join(k.dir, pattern)); len(left) > 0 {
			k.t.Fatalf("after %s: left behind: %v", after, left)
		}
	}
}

// saysCurrent wants the page of all editions to be of now.
func (k *killing) saysCurrent(after string) {
	k.t.Helper()
	text, err := os.ReadFile(filepath.Join(k.dir, "editions", "index.html"))
	if err != nil {
		k.t.Fatal(err)
	}
	_, row, _ := strings.Cut(string(text), `<tr id="`+k.current()+`">`)
	row, _, _ = strings.Cut(row, "</tr>")
	if !strings.Contains(row, "<strong>aktuell</strong>") {
		k.t.Fatalf("after %s: the page of all editions does not say that %s is current", after, k.current())
	}
}

// removed lists the editions of which only a part is kept, which must be all
// that they have.
func (k *killing) removed() (ids []string) {
	found, _ := filepath.Glob(filepath.Join(k.dir, "editions", "*", edition.RemovedName))
	for _, name := range found {
		folder := filepath.Dir(name)
		k.only("a removal", folder, "index.html", "en.html", "manifest.json", "removed.json", "tables")
		k.only("a removal", filepath.Join(folder, "tables"), "share.csv")
		ids = append(ids, filepath.Base(folder))
	}
	return slices.DeleteFunc(ids, func(id string) bool { return id == "current" })
}

func (k *killing) only(after, dir string, allowed ...string) {
	k.t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		k.t.Fatal(err)
	}
	for _, each := range entries {
		if !slices.Contains(allowed, each.Name()) {
			k.t.Fatalf("after %s: left behind: %s", after, filepath.Join(dir, each.Name()))
		}
	}
}
