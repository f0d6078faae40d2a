package workspace

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// night is the clock of the n-th run.
func night(n int) time.Time { return time.Date(2025, 1, n, 2, 0, 0, 0, time.UTC) }

func put(t *testing.T, w *Workspace, name, text string) {
	t.Helper()
	write(t, w.inInbox(name), text)
}

func take(t *testing.T, w *Workspace, run time.Time) []string {
	t.Helper()
	taken, err := w.TakeInbox(run)
	if err != nil {
		t.Fatal(err)
	}
	return names(taken)
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func names(all []Snapshot) []string {
	var list []string
	for _, s := range all {
		list = append(list, s.Name)
	}
	return list
}

// counting gives the texts of the snapshots that count, by partition.
func counting(t *testing.T, w *Workspace, source string) map[string]string {
	t.Helper()
	current, _, err := w.Snapshots(source)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, s := range current {
		text, err := os.ReadFile(s.Path)
		if err != nil {
			t.Fatal(err)
		}
		texts[s.Partition] = string(text)
	}
	return texts
}

func TestTakeInboxCopiesWhatASourceClaims(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	put(t, w, "other.csv", "b")
	put(t, w, ".hidden.csv", "c")
	put(t, w, "folder/school_2021.csv", "d")
	taken, err := w.TakeInbox(night(1).In(time.FixedZone("", 3600)))
	want := []Snapshot{{
		Source: "school", Name: "school_2020.csv", Partition: "2020", Size: 1, Run: "2025-01-01T02:00:00Z", Number: 1,
		SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte("a"))),
		Path:   filepath.Join(w.Dir, "state/snapshots/school/20250101T020000Z_1_ca978112/school_2020.csv"),
	}}
	if diff := cmp.Diff(want, taken); diff != "" || err != nil {
		t.Error(diff, err)
	}
	current, _, _ := w.Snapshots("school")
	if diff := cmp.Diff(want, current); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"folder/", "other.csv"}, w.Unclaimed()); diff != "" {
		t.Error(diff)
	}
}

func TestASnapshotIsForItsOwnerAndReadOnly(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	taken, _ := w.TakeInbox(night(1))
	for path, want := range map[string]fs.FileMode{
		filepath.Join(w.Dir, "state"): fs.ModeDir | 0o700,
		filepath.Dir(taken[0].Path):   fs.ModeDir | 0o700,
		taken[0].Path:                 0o400,
		filepath.Join(filepath.Dir(taken[0].Path), ".snapshot.json"): 0o400,
		filepath.Join(w.Dir, "state", "inbox.json"):                  0o600,
	} {
		if about, err := os.Stat(path); err != nil || about.Mode() != want {
			t.Errorf("%s: %v %v, want %v", path, about.Mode(), err, want)
		}
	}
}

func TestUnchangedContentMakesNoSnapshot(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	take(t, w, night(1))
	if taken := take(t, w, night(2)); taken != nil {
		t.Errorf("took %v again", taken)
	}
	put(t, w, "school_2020.csv", "a") // the same bytes with another time
	if taken := take(t, w, night(3)); taken != nil {
		t.Errorf("took %v again", taken)
	}
}

func TestANewerFileOfAPartitionReplacesTheOlder(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "old")
	put(t, w, "school_2021.csv", "other")
	take(t, w, night(1))
	put(t, w, "school_2020.csv", "new")
	take(t, w, night(2))
	if diff := cmp.Diff(map[string]string{"2020": "new", "2021": "other"}, counting(t, w, "school")); diff != "" {
		t.Error(diff)
	}
	put(t, w, "school_2020.csv", "old") // the publisher takes the change back
	take(t, w, night(3))
	if diff := cmp.Diff(map[string]string{"2020": "old", "2021": "other"}, counting(t, w, "school")); diff != "" {
		t.Error(diff)
	}
	_, superseded, _ := w.Snapshots("school")
	if len(superseded) != 2 {
		t.Errorf("superseded %v", names(superseded))
	}
}

func TestAChangeWithinOneSecondReplacesToo(t *testing.T) {
	w := opened(t, small(t))
	for _, text := range []string{"one", "two", "three", "four", "five"} {
		put(t, w, "school_2020.csv", text)
		take(t, w, night(1))
		if got := counting(t, w, "school")["2020"]; got != text {
			t.Errorf("%q counts after %q", got, text)
		}
	}
}

func TestAFileOfTheSameSizeAndTimeIsReadAgainWhenItIsAsNewAsTheCache(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	take(t, w, night(1))
	about, _ := os.Stat(w.inInbox("school_2020.csv"))
	put(t, w, "school_2020.csv", "b")
	same := about.ModTime()
	if err := errors.Join(os.Chtimes(w.inInbox("school_2020.csv"), same, same), os.Chtimes(filepath.Join(w.Dir, "state/inbox.json"), same, same)); err != nil {
		t.Fatal(err)
	}
	if taken := take(t, w, night(2)); len(taken) != 1 {
		t.Error("the change was not seen")
	}
}

func TestAQuietNightDoesNotReadTheFiles(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	before := time.Now().Add(-time.Hour)
	os.Chtimes(w.inInbox("school_2020.csv"), before, before)
	take(t, w, night(1))
	put(t, w, "school_2020.csv", "b") // other bytes, but nothing that tells
	os.Chtimes(w.inInbox("school_2020.csv"), before, before)
	if taken := take(t, w, night(2)); taken != nil {
		t.Errorf("took %v: the file was read", taken)
	}
	if err := os.Remove(filepath.Join(w.Dir, "state/inbox.json")); err != nil {
		t.Fatal(err)
	}
	if taken := take(t, w, night(3)); len(taken) != 1 {
		t.Error("without the cache the change was not seen")
	}
}

func TestTwoFilesOfOnePartitionTakeOneSnapshotEach(t *testing.T) {
	files := small(t)
	change(t, files, "sources/school.yaml", "school_{name}.csv", "school*.csv")
	w := opened(t, files)
	put(t, w, "school_b.csv", "b")
	put(t, w, "school_a.csv", "a")
	put(t, w, "school_copy_of_b.csv", "b")
	take(t, w, night(1))
	if taken := take(t, w, night(2)); taken != nil {
		t.Errorf("took %v again", taken)
	}
	if diff := cmp.Diff(map[string]string{"": "b"}, counting(t, w, "school")); diff != "" {
		t.Error(diff)
	}
}

func TestARenamedFileMakesNoSnapshot(t *testing.T) {
	files := small(t)
	change(t, files, "sources/school.yaml", "school_{name}.csv", "school*.csv")
	w := opened(t, files)
	put(t, w, "school.csv", "a")
	take(t, w, night(1))
	put(t, w, "school (1).csv", "a")
	if taken := take(t, w, night(2)); taken != nil {
		t.Errorf("took %v", taken)
	}
}

func TestAYearAndAMonthOfDifferentNamesBothCount(t *testing.T) {
	files := small(t)
	change(t, files, "sources/ledger.yaml", "'ledger-{year}.csv', 'ledger-{year}-{month}.csv'", "'{name}_{year}.csv', '{name}_{year}-{month}.csv'")
	change(t, files, "sources/school.yaml", "school_{name}.csv", "none.csv")
	w := opened(t, files)
	put(t, w, "north_2021.csv", "a")
	put(t, w, "south_2021-05.csv", "b")
	take(t, w, night(1))
	if diff := cmp.Diff(map[string]string{"2021-north": "a", "2021-05-south": "b"}, counting(t, w, "ledger")); diff != "" {
		t.Error(diff)
	}
}
