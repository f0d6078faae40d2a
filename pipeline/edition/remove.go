package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// RemovedName is the file that an edition has when only a small part of it is
// left: it says when and why.
const RemovedName = "removed.json"

// A Removal says since when an edition is not kept in full.
type Removal struct {
	Date string `json:"date"`
	Text Text   `json:"text"`
	Kept []Kept `json:"kept"` // what of the edition is left, as it was
}

// A Kept is a file of a removed edition that is as it was.
type Kept struct {
	Path string `json:"path"`
}

// keptFiles stay of every edition: what says what it consisted of, and its
// numbers, which were cited and which the next edition is compared with.
func keptFiles() []string { return []string{ManifestName, "tables/share.csv"} }

// Remove takes an edition away but for its manifest, its shares and the pages
// that explain it, so that its permanent address still answers. pages replace
// those of the same names. What was begun is done to the end by doing it again.
func Remove(dir, id string, r Removal, pages map[string][]byte) error {
	if current, err := Current(dir); err != nil || current == id {
		return errors.Join(err, fmt.Errorf("remove edition %s: it is the current one", id))
	}
	if err := checkID(id); err != nil {
		return err
	}
	if err := remove(filepath.Join(dir, id), r, pages); err != nil {
		return fmt.Errorf("remove edition %s: %w", id, err)
	}
	return nil
}

func remove(folder string, r Removal, pages map[string][]byte) error {
	for _, path := range keptFiles() {
		r.Kept = append(r.Kept, Kept{path})
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	// The file that says so is first: from then on the edition is removed.
	if err := putFile(folder, RemovedName, append(text, '\n')); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		if err := putFile(folder, name, pages[name]); err != nil {
			return err
		}
	}
	kept := append(slices.Collect(maps.Keys(pages)), append(keptFiles(), RemovedName)...)
	return removeOthers(folder, kept)
}

func putFile(folder, name string, content []byte) error {
	_, err := writeFile(folder, name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	return err
}

// removeOthers removes all files but those kept, and the folders that are
// then empty.
func removeOthers(folder string, kept []string) error {
	var folders []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(folder, path)
		switch {
		case err != nil:
			return err
		case d.IsDir():
			folders = append(folders, path)
			return nil
		case slices.Contains(kept, filepath.ToSlash(name)):
			return nil
		}
		return os.Remove(path)
	})
	for _, each := range slices.Backward(folders) {
		if entries, listed := os.ReadDir(each); listed == nil && len(entries) == 0 {
			err = errors.Join(err, os.Remove(each))
		}
	}
	return err
}

func isRemoved(dir, id string) bool {
	_, err := os.Lstat(filepath.Join(dir, id, RemovedName))
	return err == nil
}

// Removed returns since when the edition called id is not there in full, nil
// for one that is, or that never was.
func Removed(dir, id string) (*Removal, error) {
	if err := checkID(id); err != nil {
		return nil, nil
	}
	text, err := os.ReadFile(filepath.Join(dir, id, RemovedName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var r Removal
	if err == nil {
		err = json.Unmarshal(text, &r)
	}
	if err != nil {
		return nil, fmt.Errorf("edition %s: %s: %w", id, RemovedName, err)
	}
	return &r, nil
}
