package workspace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWhatCountsDoesNotDependOnTheOrderOfTaking(t *testing.T) {
	all := []Snapshot{
		{Name: "a", Partition: "1", Run: "2025-01-02"}, {Name: "b", Partition: "1", Run: "2025-01-01"},
		{Name: "a", Partition: "2", Run: "2025-01-01"}, {Name: "b", Partition: "2", Run: "2025-01-01"},
		{Name: "c", Partition: "3", Run: "2025-01-01", SHA256: "1"}, {Name: "c", Partition: "3", Run: "2025-01-01", SHA256: "2"},
	}
	want := []Snapshot{all[0], all[3], all[5]}
	for range len(all) {
		all = append(all[1:], all[0])
		current, superseded := newest(all)
		if diff := cmp.Diff(want, current); diff != "" || len(superseded) != 3 {
			t.Error(diff)
		}
	}
}

func TestWhatWouldCountTwiceIsRefusedAndNotTaken(t *testing.T) {
	cases := []struct {
		name          string
		first, second []string // name=text
		want          string
	}{
		{
			"the same bytes under two names at once", nil, []string{"school_2020.csv=a", "school_2021.csv=a"},
			`take inbox for school: school_2020.csv (partition "2020", in inbox/school_2020.csv) and school_2021.csv (partition "2021", in inbox/school_2021.csv) are the same file, byte for byte, under two names; remove the wrong one`,
		}, {
			"the same bytes under a new name", []string{"school_2020.csv=a"}, []string{"school_2021.csv=a"},
			`take inbox for school: school_2020.csv (partition "2020", in state/snapshots/school/20250101T020000Z_1_ca978112) and school_2021.csv (partition "2021", in inbox/school_2021.csv) are the same file, byte for byte, under two names; remove the wrong one`,
		}, {
			"a year beside its month", []string{"ledger-2021-05.csv=a"}, []string{"ledger-2021.csv=b", "ledger-2022.csv=c"},
			`take inbox for ledger: ledger-2021.csv (partition "2021", in inbox/ledger-2021.csv) and ledger-2021-05.csv (partition "2021-05", in state/snapshots/ledger/20250101T020000Z_1_ca978112) are a year and a month of it, and both would count; remove the one or the other`,
		}, {
			"a month beside its year", []string{"ledger-2021.csv=a"}, []string{"ledger-2021-05.csv=b"},
			`take inbox for ledger: ledger-2021.csv (partition "2021", in state/snapshots/ledger/20250101T020000Z_1_ca978112) and ledger-2021-05.csv (partition "2021-05", in inbox/ledger-2021-05.csv) are a year and a month of it, and both would count; remove the one or the other`,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := opened(t, small(t))
			for i, some := range [][]string{c.first, c.second} {
				for _, each := range some {
					name, text, _ := strings.Cut(each, "=")
					put(t, w, name, text)
				}
				taken, err := w.TakeInbox(night(i + 1))
				if i == 0 && err == nil {
					continue
				}
				if len(taken) != 0 || err == nil {
					t.Fatalf("took %v, %v", names(taken), err)
				}
				if diff := cmp.Diff(c.want, err.Error()); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestOneSourceThatIsRefusedDoesNotStopTheOthers(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	put(t, w, "school_2021.csv", "a")
	put(t, w, "ledger-2021.csv", "a")
	taken, err := w.TakeInbox(night(1))
	if diff := cmp.Diff([]string{"ledger-2021.csv"}, names(taken)); diff != "" || err == nil {
		t.Error(diff, err)
	}
}

func TestAChangedManifestPartsTheSnapshotsAnew(t *testing.T) {
	files := small(t)
	change(t, files, "sources/school.yaml", "school_{name}.csv", "school_*.csv")
	w := opened(t, files)
	for i, text := range []string{"a", "b", "a"} {
		put(t, w, fmt.Sprintf("school_%d.csv", 2020+i), text)
		take(t, w, night(i+1))
		os.Remove(w.inInbox(fmt.Sprintf("school_%d.csv", 2020+i)))
	}
	if diff := cmp.Diff(map[string]string{"": "a"}, counting(t, w, "school")); diff != "" {
		t.Error(diff)
	}
	write(t, filepath.Join(w.Dir, "sources/school.yaml"), small(t)["sources/school.yaml"])
	w, err := open(w.Dir, w.library)
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = w.Snapshots("school")
	want := `snapshots of school: school_2020.csv (partition "2020", in state/snapshots/school/20250101T020000Z_1_ca978112) and school_2022.csv (partition "2022", in state/snapshots/school/20250103T020000Z_3_ca978112) are the same file, byte for byte, under two names; remove the wrong one`
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestAClockThatRunsBackwardsIsRefused(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	take(t, w, night(2))
	put(t, w, "school_2020.csv", "b")
	_, err := w.TakeInbox(night(1))
	want := "take inbox for school: inbox/school_2020.csv is new, but the clock of this run (2025-01-01T02:00:00Z) is before that of the snapshot it would replace (2025-01-02T02:00:00Z)"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatTwoSourcesClaimIsRefused(t *testing.T) {
	files := small(t)
	change(t, files, "sources/school.yaml", "school_{name}.csv", "*.csv")
	w := opened(t, files)
	put(t, w, "ledger-2021.csv", "a")
	_, err := w.TakeInbox(night(1))
	want := "take inbox: inbox/ledger-2021.csv is claimed by the sources ledger and school; make their patterns under file distinct"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestADamagedSnapshotIsAnError(t *testing.T) {
	for name, damage := range map[string]func(s Snapshot) error{
		"cut":     func(s Snapshot) error { return errors.Join(os.Chmod(s.Path, 0o600), os.Truncate(s.Path, 1)) },
		"removed": func(s Snapshot) error { return os.Remove(s.Path) },
		"description": func(s Snapshot) error {
			path := filepath.Join(filepath.Dir(s.Path), ".snapshot.json")
			return errors.Join(os.Chmod(path, 0o600), os.Truncate(path, 10))
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, small(t))
			put(t, w, "school_2020.csv", "abc")
			taken, _ := w.TakeInbox(night(1))
			if err := damage(taken[0]); err != nil {
				t.Fatal(err)
			}
			if _, _, err := w.Snapshots("school"); err == nil || !strings.HasPrefix(err.Error(), "snapshots of school: ") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestSnapshotsOfAnUnknownSource(t *testing.T) {
	_, _, err := opened(t, small(t)).Snapshots("scool")
	if want := `snapshots: there is no source "scool"; did you mean "school"?`; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestSnapshotsIgnoresWhatAKilledRunLeft(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	write(t, filepath.Join(w.snapshotFolder("school"), taking, "school_2020.csv"), "half of it")
	write(t, filepath.Join(w.snapshotFolder("school"), taking, "school_2019.csv"), "another")
	taken, err := w.TakeInbox(night(1))
	if err != nil {
		t.Fatal(err)
	}
	if there(filepath.Join(filepath.Dir(taken[0].Path), "school_2019.csv")) {
		t.Error("the leftover became part of the snapshot")
	}
	if diff := cmp.Diff(map[string]string{"2020": "a"}, counting(t, w, "school")); diff != "" {
		t.Error(diff)
	}
	if there(filepath.Join(w.snapshotFolder("school"), taking)) {
		t.Error("the leftover is still there")
	}
}
