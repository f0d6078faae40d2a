package workspace

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Snapshot is an exact, dated copy of a file that a source delivered. It
// lies in a folder of its own under state/snapshots/<source>/, with a
// description beside it, and is never changed.
type Snapshot struct {
	Source    string `json:"source"`
	Name      string `json:"name"` // of the file as it was delivered
	Path      string `json:"-"`    // of the copy
	SHA256    string `json:"sha256"`
	Partition string `json:"partition"` // what it holds, e.g. "2021-05"; "" = everything
	Size      int64  `json:"size"`
	Run       string `json:"run"`    // the clock of the run that took it, RFC 3339 in UTC
	Number    int    `json:"number"` // 1 for the source's first
	// Where it came from, for sources that are not files in inbox/.
	URL          string `json:"url,omitempty"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
}

// Snapshots gives the snapshots of a source that count, one for each
// partition and ordered by it, and those that newer ones have replaced. Newer
// is decided by run, then name. It refuses what would count something twice:
// the same bytes in two partitions, and a year beside its months.
func (w *Workspace) Snapshots(source string) (current, superseded []Snapshot, err error) {
	s, known := w.Source(source)
	if !known {
		return nil, nil, fmt.Errorf("snapshots: there is no source %q%s", source, instead(source, w.sourceIDs()))
	}
	if w.pinned != nil {
		return w.pinned[source], nil, nil
	}
	all, err := w.snapshots(s)
	if err != nil {
		return nil, nil, fmt.Errorf("snapshots of %s: %w", source, err)
	}
	current, superseded = newest(all)
	if err := w.countedTwice(s, current); err != nil {
		return nil, nil, fmt.Errorf("snapshots of %s: %w", source, err)
	}
	return current, superseded, nil
}

// newest parts snapshots into the last of each partition and the rest.
func newest(all []Snapshot) (current, superseded []Snapshot) {
	all = slices.SortedFunc(slices.Values(all), func(a, b Snapshot) int {
		return cmp.Or(strings.Compare(a.Partition, b.Partition), older(a, b))
	})
	for i, each := range all {
		if i+1 < len(all) && all[i+1].Partition == each.Partition {
			superseded = append(superseded, each)
		} else {
			current = append(current, each)
		}
	}
	return current, superseded
}

func older(a, b Snapshot) int {
	return cmp.Or(strings.Compare(a.Run, b.Run), strings.Compare(a.Name, b.Name),
		a.Number-b.Number, strings.Compare(a.SHA256, b.SHA256))
}

// countedTwice names the snapshots that may not both count.
func (w *Workspace) countedTwice(s Source, current []Snapshot) error {
	var all []error
	for i, a := range current {
		for _, b := range current[i+1:] {
			if a.SHA256 == b.SHA256 {
				all = append(all, fmt.Errorf("%s and %s are the same file, byte for byte, under two names; remove the wrong one", w.called(a), w.called(b)))
			} else if s.overlap(a, b) {
				all = append(all, fmt.Errorf("%s and %s are a year and a month of it, and both would count; remove the one or the other", w.called(a), w.called(b)))
			}
		}
	}
	return errors.Join(all...)
}

// called names a snapshot and its partition for the user, and the place where
// it can be removed: the copy if there is one, else the file in inbox/.
func (w *Workspace) called(s Snapshot) string {
	place := "inbox/" + s.Name
	if s.Path != "" {
		relative, _ := filepath.Rel(w.Dir, filepath.Dir(s.Path))
		place = filepath.ToSlash(relative)
	}
	return fmt.Sprintf("%s (partition %q, in %s)", s.Name, s.Partition, place)
}

// overlap tells whether one of two snapshots holds a year and the other a
// month of it.
func (s Source) overlap(a, b Snapshot) bool {
	x, isX := s.match(a.Name)
	y, isY := s.match(b.Name)
	return isX && isY && x.year != "" && x.year == y.year && x.name == y.name && (x.month == "") != (y.month == "")
}

// snapshots reads the descriptions of a source's snapshots, in the order they
// were taken. Names that begin with a dot are what a killed run left.
func (w *Workspace) snapshots(s Source) ([]Snapshot, error) {
	folder := w.snapshotFolder(s.ID)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []Snapshot
	for _, each := range entries {
		if !each.IsDir() || strings.HasPrefix(each.Name(), ".") {
			continue
		}
		snapshot, err := readSnapshot(filepath.Join(folder, each.Name()))
		if err != nil {
			return nil, err
		}
		// A file whose name the manifest no longer claims is no longer the
		// source's; its copy stays.
		if m, claimed := s.match(snapshot.Name); claimed {
			snapshot.Partition = s.partition(m)
			all = append(all, snapshot)
		}
	}
	slices.SortFunc(all, older)
	return all, nil
}

// description is hidden so that no delivered file can have its name.
const description = ".snapshot.json"

func (w *Workspace) snapshotFolder(source string) string {
	return filepath.Join(w.Dir, "state", "snapshots", source)
}

// readSnapshot reads the description in a snapshot's folder, and compares the
// size of the copy with it; reading gigabytes to compare the hash is for
// whoever decodes them.
func readSnapshot(folder string) (Snapshot, error) {
	var s Snapshot
	text, err := os.ReadFile(filepath.Join(folder, description))
	if err != nil {
		return s, err
	}
	if err := json.Unmarshal(text, &s); err != nil || filepath.Base(s.Name) != s.Name {
		return s, fmt.Errorf("%s is damaged; remove its folder and put the file in inbox/ again", filepath.Join(folder, description))
	}
	s.Path = filepath.Join(folder, s.Name)
	about, err := os.Stat(s.Path)
	if err != nil {
		return s, err
	}
	if about.Size() != s.Size {
		return s, fmt.Errorf("%s has %d bytes but had %d when it was taken; remove its folder and put the file in inbox/ again", s.Path, about.Size(), s.Size)
	}
	return s, nil
}
