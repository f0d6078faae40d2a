package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// A LockedError says who else works on the workspace.
type LockedError struct {
	Dir     string
	Process int
	Host    string
	Since   time.Time
}

func (e *LockedError) Error() string {
	if e.Process == 0 {
		return fmt.Sprintf("%s is in use by another run", e.Dir)
	}
	return fmt.Sprintf("%s is in use by process %d on %s since %s",
		e.Dir, e.Process, e.Host, e.Since.Format(time.RFC3339))
}

// Hint says what to do about it.
func (e *LockedError) Hint() string { return "wait until that run has ended; nothing was changed" }

type holder struct {
	Process int       `json:"process"`
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
}

// lock takes the workspace for this process. The lock ends with the process,
// however it ends; the file beside it only says who holds it.
func lock(dir string, now time.Time) (unlock func(), err error) {
	state := filepath.Join(dir, "state")
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, fmt.Errorf("lock workspace: %w", err)
	}
	l := flock.New(filepath.Join(state, "lock"), flock.SetPermissions(0o600))
	taken, err := take(l)
	if err != nil {
		return nil, fmt.Errorf("lock workspace: %w", err)
	}
	who := filepath.Join(state, "lock.json")
	if !taken {
		return nil, heldBy(dir, who)
	}
	if err := tell(who, now); err != nil {
		os.Remove(who)
		return nil, errors.Join(fmt.Errorf("lock workspace: %w", err), l.Unlock())
	}
	return func() {
		os.Remove(who)
		l.Unlock()
	}, nil
}

// take tries for a fifth of a second: somebody who only asks who is running
// holds the lock for a moment.
func take(l *flock.Flock) (taken bool, err error) {
	for range 5 {
		if taken, err = l.TryLock(); taken || err != nil {
			break
		}
		time.Sleep(40 * time.Millisecond)
	}
	return taken, err
}

func tell(file string, now time.Time) error {
	host, err := os.Hostname()
	if err != nil {
		host = "an unnamed host"
	}
	text, err := json.Marshal(holder{Process: os.Getpid(), Host: host, Since: now})
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0o600)
}

// running tells who holds the workspace, nil for nobody. It asks without
// taking the lock for longer than the question.
func running(dir string) *LockedError {
	l := flock.New(filepath.Join(dir, "state", "lock"))
	if _, err := os.Stat(l.Path()); err != nil {
		return nil
	}
	if taken, err := l.TryRLock(); err != nil || taken {
		l.Unlock()
		return nil
	}
	return heldBy(dir, filepath.Join(dir, "state", "lock.json"))
}

func heldBy(dir, file string) *LockedError {
	held := &LockedError{Dir: dir}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return held
	}
	var h holder
	if err == nil {
		err = json.Unmarshal(text, &h)
	}
	if err != nil {
		return held // the other run has just begun or just ended
	}
	held.Process, held.Host, held.Since = h.Process, h.Host, h.Since
	return held
}
