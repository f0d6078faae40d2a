package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// TakeInbox copies the files in inbox/ that sources claim to snapshots, and
// gives the new ones. A file whose bytes are those of its last snapshot, or of
// the one that counts for its partition, makes none. run is the clock of the
// run. Nothing of a source is taken if its files would count anything twice;
// the others are taken all the same, and all errors joined.
func (w *Workspace) TakeInbox(run time.Time) (taken []Snapshot, err error) {
	hashes, err := w.hashInbox()
	if err != nil {
		return nil, fmt.Errorf("take inbox: %w", err)
	}
	claims, err := w.claims(hashes)
	for _, s := range w.Sources {
		some, failed := w.takeSource(s, claims[s.ID], run.UTC().Format(time.RFC3339))
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("take inbox for %s: %w", s.ID, failed))
		}
		taken = append(taken, some...)
	}
	return taken, err
}

// Unclaimed names what lies in inbox/ and is taken by no source: files that no
// pattern fits, and what is no file (folders with a slash at the end). Hidden
// files are left out.
func (w *Workspace) Unclaimed() []string {
	entries, _ := w.inbox()
	var names []string
	for _, name := range entries {
		about, err := os.Stat(w.inInbox(name))
		switch {
		case err == nil && about.IsDir():
			names = append(names, name+"/")
		case err != nil || !about.Mode().IsRegular() || len(w.claimants(name)) == 0:
			names = append(names, name)
		}
	}
	return names
}

// inbox names what is in inbox/ and not hidden, in order; nothing where the
// folder is missing.
func (w *Workspace) inbox() ([]string, error) {
	entries, err := os.ReadDir(w.inInbox(""))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	var names []string
	for _, each := range entries {
		if !strings.HasPrefix(each.Name(), ".") {
			names = append(names, each.Name())
		}
	}
	return names, err
}

func (w *Workspace) inInbox(name string) string {
	return filepath.Join(w.Dir, "inbox", name)
}

func (w *Workspace) claimants(name string) []string {
	var sources []string
	for _, s := range w.Sources {
		if _, claimed := s.match(name); claimed {
			sources = append(sources, s.ID)
		}
	}
	return sources
}

// claims gives each source its files, as snapshots that are not taken yet.
func (w *Workspace) claims(files []hashed) (map[string][]Snapshot, error) {
	claims := map[string][]Snapshot{}
	var all []error
	for _, f := range files {
		sources := w.claimants(f.name)
		if len(sources) > 1 {
			all = append(all, fmt.Errorf("take inbox: inbox/%s is claimed by the sources %s; make their patterns under file distinct", f.name, strings.Join(sources, " and ")))
			continue
		}
		s, _ := w.Source(sources[0])
		m, _ := s.match(f.name)
		claims[s.ID] = append(claims[s.ID], Snapshot{
			Source: s.ID, Name: f.name, SHA256: f.SHA256, Size: f.Size, Partition: s.partition(m),
		})
	}
	return claims, errors.Join(all...)
}

// takeSource takes what is new of a source's files, all or none.
func (w *Workspace) takeSource(s Source, files []Snapshot, run string) ([]Snapshot, error) {
	old, err := w.snapshots(s)
	if err != nil {
		return nil, err
	}
	fresh, err := unseen(old, files, run)
	if err != nil || len(fresh) == 0 {
		return nil, err
	}
	current, _ := newest(append(old, fresh...))
	if err := w.countedTwice(s, current); err != nil {
		return nil, err
	}
	for i := range fresh {
		if err := w.take(&fresh[i]); err != nil {
			return fresh[:i], err
		}
	}
	return fresh, nil
}

// unseen picks the files that are not snapshots yet. A clock that runs
// backwards is refused: the new file would be older than what it replaces.
func unseen(old, files []Snapshot, run string) ([]Snapshot, error) {
	lastOf, number := map[string]Snapshot{}, 0
	for _, each := range old {
		lastOf[each.Name] = each
		number = max(number, each.Number)
	}
	counts := map[string]Snapshot{}
	current, _ := newest(old)
	for _, each := range current {
		counts[each.Partition] = each
	}
	var fresh []Snapshot
	for _, f := range files {
		last, before := lastOf[f.Name], counts[f.Partition]
		if f.SHA256 == last.SHA256 || f.SHA256 == before.SHA256 {
			continue
		}
		if run < before.Run {
			return nil, fmt.Errorf("inbox/%s is new, but the clock of this run (%s) is before that of the snapshot it would replace (%s)", f.Name, run, before.Run)
		}
		number++
		f.Run, f.Number = run, number
		fresh = append(fresh, f)
	}
	return fresh, nil
}
