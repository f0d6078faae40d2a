package edition

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// ManifestName is the file of an edition that lists all others.
const ManifestName = "manifest.json"

// A Manifest says what an edition was made from and what it consists of. Its
// checksum is part of the edition's id, so that nothing can change unseen.
type Manifest struct {
	Title      Text       `json:"title"`
	Publisher  Text       `json:"publisher"`
	Banner     *Text      `json:"banner,omitempty"` // what stands above every page, nil for nothing
	Date       string     `json:"date"`             // the run's --date, "2026-11-22"
	Program    string     `json:"program"`          // version of tresektor
	Queries    string     `json:"queries"`          // SHA-256 of the program's SQL
	Data       string     `json:"data"`             // SHA-256 of the built-in code lists, definitions, measures and profiles
	Inputs     string     `json:"inputs"`           // fingerprint of everything that went in
	Previous   string     `json:"previous"`         // id of the edition before, "" for the first
	ValidUntil string     `json:"valid_until"`      // first date on which a dated fact changes, "" for never
	Snapshots  []Snapshot `json:"snapshots"`
	Files      []File     `json:"files"` // filled by Seal
}

// A Snapshot is one delivery of a source that the edition was made from.
type Snapshot struct {
	Source    string `json:"source"`
	Partition string `json:"partition"`
	Name      string `json:"name"`
	Size      int64  `json:"size"`
	SHA256    string `json:"sha256"`
}

// A File is one file of an edition, its path relative to it and with slashes.
type File struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// bytes is the one form a manifest has on disk.
func (m Manifest) bytes() ([]byte, error) {
	m.Snapshots = slices.SortedFunc(slices.Values(m.Snapshots), compareSnapshots)
	m.Files = slices.SortedFunc(slices.Values(m.Files), func(a, b File) int {
		return cmp.Compare(a.Path, b.Path)
	})
	if m.Snapshots == nil {
		m.Snapshots = []Snapshot{}
	}
	if m.Files == nil {
		m.Files = []File{}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(m)
	return out.Bytes(), err
}

func compareSnapshots(a, b Snapshot) int {
	return cmp.Or(
		cmp.Compare(a.Source, b.Source),
		cmp.Compare(a.Partition, b.Partition),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.SHA256, b.SHA256),
	)
}

// manifestID names the edition whose manifest is content.
func manifestID(date string, content []byte) string {
	return date + "-" + checksum(content)[:8]
}

func checksum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

var idPattern = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}$`)

// WithoutIDs is a text without the ids of editions in it, whose digits could be
// taken for something else.
func WithoutIDs(text string) string {
	return regexp.MustCompile(`\b[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f]{8}\b`).ReplaceAllString(text, "")
}

// checkID refuses what cannot be an edition, above all a path out of the folder.
func checkID(id string) error {
	if !idPattern.MatchString(id) {
		return fmt.Errorf("%q is not the id of an edition (2026-11-22-0123abcd)", id)
	}
	return nil
}

// ReadManifest returns the manifest of the edition called id in dir, without
// verifying it. One that cannot be read is a *DamagedError.
func ReadManifest(dir, id string) (Manifest, error) {
	var m Manifest
	if err := checkID(id); err != nil {
		return m, err
	}
	content, err := os.ReadFile(filepath.Join(dir, id, ManifestName))
	if err != nil {
		return m, &DamagedError{ID: id, Problems: []Problem{unreadable(ManifestName, err)}}
	}
	if err := json.Unmarshal(content, &m); err != nil {
		return m, &DamagedError{ID: id, Problems: []Problem{{ProblemChanged, ManifestName, "not readable: " + err.Error()}}}
	}
	return m, nil
}
