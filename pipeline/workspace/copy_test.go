package workspace

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAFullDiskLeavesNothingHalfWritten(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", strings.Repeat("a", 1<<20))
	full := limitFiles(t, 1<<16) // a file cannot grow beyond this, as on a full disk
	_, err := w.TakeInbox(night(1))
	full()
	if !errors.Is(err, syscall.EFBIG) || !strings.HasPrefix(err.Error(), "take inbox for school: copy inbox/school_2020.csv to state/snapshots: write ") {
		t.Errorf("got %v", err)
	}
	if left, _ := os.ReadDir(w.snapshotFolder("school")); len(left) != 0 {
		t.Errorf("%s is left", left[0].Name())
	}
	if taken := take(t, w, night(2)); len(taken) != 1 {
		t.Error("the next run did not take the file")
	}
}

// limitFiles sets the largest size of a file for this process, until the
// function that it gives is called.
func limitFiles(t *testing.T, bytes uint64) (restore func()) {
	t.Helper()
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFolderThatCannotBeWrittenIsAClearError(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	write(t, filepath.Join(w.Dir, "state", "snapshots"), "a file where the folder should be")
	_, err := w.takeSource(w.Sources[1], nil, "")
	want := "open " + filepath.Join(w.Dir, "state/snapshots/school") + ": not a directory"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestAFileThatChangesWhileItIsReadIsNotTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	write(t, path, "new")
	err := copyExactly(io.Discard, path, "the hash of the old bytes")
	if want := "the file changed while it was read; run again when it is complete"; err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestAnInboxThatIsMissingIsEmpty(t *testing.T) {
	w := opened(t, small(t))
	if taken := take(t, w, night(1)); taken != nil || w.Unclaimed() != nil {
		t.Errorf("took %v", taken)
	}
	if there(filepath.Join(w.Dir, "state")) {
		t.Error("state was made for nothing")
	}
}
