package workspace

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func TestAReadOnlyWorkspaceIsAClearError(t *testing.T) {
	w := opened(t, small(t))
	put(t, w, "school_2020.csv", "a")
	if err := os.Chmod(w.Dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(w.Dir, 0o755)
	os.Chmod(filepath.Dir(w.Dir), 0o755)
	asNobody(t)
	_, taken := w.TakeInbox(night(1))
	_, key := w.Key()
	want := "mkdir " + w.Dir + "/state: permission denied"
	if taken == nil || taken.Error() != "take inbox: "+want {
		t.Errorf("got %v", taken)
	}
	if key == nil || key.Error() != "key: "+want {
		t.Errorf("got %v", key)
	}
}

// asNobody takes the rights of root from the rest of a test: root may write
// into read-only folders.
func asNobody(t *testing.T) {
	if os.Getuid() != 0 {
		return
	}
	runtime.LockOSThread()
	if err := syscall.Setfsuid(65534); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		syscall.Setfsuid(0)
		runtime.UnlockOSThread()
	})
}
