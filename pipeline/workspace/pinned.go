package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Delivery names a snapshot as the manifest of an edition does.
type Delivery struct{ Source, Partition, Name, SHA256 string }

// A MissingSnapshotError says that a snapshot which an edition was made from
// is not in state/snapshots.
type MissingSnapshotError struct{ Delivery }

func (e *MissingSnapshotError) Error() string {
	return fmt.Sprintf("the snapshot %s of source %s (SHA-256 %s) is not in state/snapshots/%s", e.Name, e.Source, e.SHA256, e.Source)
}

// Hint says what to do about it.
func (e *MissingSnapshotError) Hint() string {
	return "restore state/snapshots/" + e.Source + " from a copy; a snapshot is kept as long as an edition rests on it"
}

// Pin makes Snapshots give exactly these, whatever has been delivered since.
// The error joins a *MissingSnapshotError for each that is gone.
func (w *Workspace) Pin(deliveries []Delivery) error {
	pinned := map[string][]Snapshot{}
	var failed error
	for _, d := range deliveries {
		found, err := FindSnapshot(w.Dir, d)
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		pinned[d.Source] = append(pinned[d.Source], found)
	}
	if failed == nil {
		w.pin(pinned)
	}
	return failed
}

// pin sets the snapshots of every source, in the order of partitions.
func (w *Workspace) pin(pinned map[string][]Snapshot) {
	for id := range pinned {
		slices.SortFunc(pinned[id], func(a, b Snapshot) int { return strings.Compare(a.Partition, b.Partition) })
	}
	w.pinned = pinned
}

// all are the current snapshots of all sources.
func (w *Workspace) all() (map[string][]Snapshot, error) {
	if w.pinned != nil {
		return maps.Clone(w.pinned), nil
	}
	all := map[string][]Snapshot{}
	for _, s := range w.Sources {
		current, _, err := w.Snapshots(s.ID)
		if err != nil {
			return nil, err
		}
		all[s.ID] = current
	}
	return all, nil
}

// FindSnapshot finds a snapshot among all that a source has delivered to the
// workspace in dir, whatever its manifest says today.
func FindSnapshot(dir string, d Delivery) (Snapshot, error) {
	folder := filepath.Join(dir, "state", "snapshots", d.Source)
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Snapshot{}, err
	}
	for _, each := range slices.Backward(entries) {
		if !each.IsDir() || !strings.HasSuffix(each.Name(), "_"+d.SHA256[:min(8, len(d.SHA256))]) {
			continue
		}
		found, err := readSnapshot(filepath.Join(folder, each.Name()))
		if err != nil {
			return Snapshot{}, err
		}
		if found.Name == d.Name && found.SHA256 == d.SHA256 {
			found.Partition = d.Partition
			return found, nil
		}
	}
	return Snapshot{}, &MissingSnapshotError{d}
}
