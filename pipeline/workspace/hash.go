package workspace

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
)

// A hashed is a file in inbox/ with the hash of its bytes.
type hashed struct {
	name    string
	Size    int64  `json:"size"`
	MtimeNS int64  `json:"mtime_ns"`
	SHA256  string `json:"sha256"`
}

// hashInbox hashes the files in inbox/ that a source claims, by name. Those
// whose size and time are as they were are not read again: state/inbox.json
// remembers their hashes, so that a quiet night costs nothing.
func (w *Workspace) hashInbox() ([]hashed, error) {
	cache := filepath.Join(w.Dir, "state", "inbox.json")
	known, saved := readHashes(cache)
	now := map[string]hashed{}
	names, err := w.inbox()
	var all []hashed
	for _, name := range names {
		about, failed := os.Stat(w.inInbox(name))
		if failed != nil || !about.Mode().IsRegular() || len(w.claimants(name)) == 0 {
			err = errors.Join(err, failed)
			continue
		}
		h, failed := hashFile(w.inInbox(name), about, known[name], saved)
		err = errors.Join(err, failed)
		now[name] = h
		h.name = name
		all = append(all, h)
	}
	if err != nil {
		return nil, err
	}
	if reflect.DeepEqual(now, known) {
		return all, nil
	}
	return all, w.saveHashes(cache, now)
}

// readHashes reads the cache and the time it was saved. A cache that cannot be
// read is no cache.
func readHashes(path string) (known map[string]hashed, saved int64) {
	known = map[string]hashed{}
	text, err := os.ReadFile(path)
	about, failed := os.Stat(path)
	if err != nil || failed != nil || json.Unmarshal(text, &known) != nil {
		return map[string]hashed{}, 0
	}
	return known, about.ModTime().UnixNano()
}

// hashFile gives the remembered hash if the file has not changed since. A file
// as new as the cache may have changed in the same tick of the clock, and is
// read again.
func hashFile(path string, about fs.FileInfo, known hashed, saved int64) (hashed, error) {
	h := hashed{Size: about.Size(), MtimeNS: about.ModTime().UnixNano(), SHA256: known.SHA256}
	if h == known && h.MtimeNS < saved {
		return h, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return h, err
	}
	defer f.Close()
	sum := sha256.New()
	h.Size, err = io.Copy(sum, f)
	h.SHA256 = fmt.Sprintf("%x", sum.Sum(nil))
	return h, err
}

func (w *Workspace) saveHashes(path string, now map[string]hashed) error {
	text, err := json.MarshalIndent(now, "", "  ")
	if err == nil {
		err = w.makeState()
	}
	if err != nil {
		return err
	}
	return writeFile(path, append(text, '\n'), 0o600)
}
