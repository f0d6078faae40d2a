package workspace

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// taking is the name under which a snapshot's folder is filled before it gets
// its own by one rename; the workspace has one run at a time.
const taking = ".taking"

// take copies a file of inbox/ to the folder of its snapshot and sets Path.
func (w *Workspace) take(s *Snapshot) error {
	folder := w.snapshotFolder(s.Source)
	temporary := filepath.Join(folder, taking)
	final := filepath.Join(folder, s.folderName())
	err := w.makeState()
	if err == nil {
		err = os.RemoveAll(temporary)
	}
	if err == nil {
		err = os.MkdirAll(temporary, 0o700)
	}
	if err == nil {
		err = w.fillSnapshot(temporary, *s)
	}
	if err == nil {
		err = os.Rename(temporary, final)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("copy inbox/%s to state/snapshots: %w", s.Name, err), os.RemoveAll(temporary))
	}
	s.Path = filepath.Join(final, s.Name)
	return syncFolder(folder)
}

// folderName sorts by time of the run; the number makes it unique.
func (s Snapshot) folderName() string {
	run := strings.NewReplacer("-", "", ":", "").Replace(s.Run)
	return fmt.Sprintf("%s_%d_%s", run, s.Number, s.SHA256[:8])
}

func (w *Workspace) fillSnapshot(folder string, s Snapshot) error {
	err := writeSynced(filepath.Join(folder, s.Name), 0o400, func(to *os.File) error {
		return copyExactly(to, w.inInbox(s.Name), s.SHA256)
	})
	if err != nil {
		return err
	}
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	err = writeSynced(filepath.Join(folder, description), 0o400, func(to *os.File) error {
		_, err := to.Write(append(text, '\n'))
		return err
	})
	return errors.Join(err, syncFolder(folder))
}

// copyExactly copies a file and fails if its bytes are not those that were
// hashed: somebody is still writing it.
func copyExactly(to io.Writer, path, want string) error {
	from, err := os.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	sum := sha256.New()
	if _, err := io.Copy(io.MultiWriter(to, sum), from); err != nil {
		return err
	}
	if got := fmt.Sprintf("%x", sum.Sum(nil)); got != want {
		return errors.New("the file changed while it was read; run again when it is complete")
	}
	return nil
}
