package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
)

// Fingerprint is the SHA-256 of everything in the workspace and the built-in
// data that shapes an edition, except the snapshots: two equal fingerprints
// mean that no file of configuration has changed by a byte.
func (w *Workspace) Fingerprint() (string, error) {
	own := reader{own: os.DirFS(w.Dir), library: w.library}
	var files []file
	for _, pattern := range builtInPatterns() {
		files = append(files, own.files(w.library, "data/", pattern)...)
	}
	for _, pattern := range ownPatterns() {
		files = append(files, own.files(own.own, "", pattern)...)
	}
	if own.err != nil {
		return "", fmt.Errorf("fingerprint of workspace %s: %w", w.Dir, own.err)
	}
	sum := sha256.New()
	for _, f := range files {
		f.text = withoutPublishing(f)
		fmt.Fprintf(sum, "%d %s\n%d\n", len(f.path), f.path, len(f.text))
		sum.Write(f.text)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// withoutPublishing leaves out of tresektor.yaml what says when an edition is
// published and how long it is kept: that is no part of what it holds, and a
// withdrawn edition must not count as new because somebody then wrote by_hand.
func withoutPublishing(f file) []byte {
	if f.path != "tresektor.yaml" {
		return f.text
	}
	return regexp.MustCompile(`(?m)^(publish|keep):.*\n?`).ReplaceAll(f.text, nil)
}

// Key is a hash of what shapes a load of the source: how its file is read, its
// two SELECTs and the code lists. A source whose key has changed is loaded
// again.
func (s Source) Key() string {
	return hashOf(struct {
		Format, Encoding, Separator, Decimal string
		Member, OnlyNeeded                   string
		Missing, Suppressed                  []string
		Masks                                map[string]string
		RejectPercent                        Decimal
		Columns                              []Column
		Sums                                 []Sum
		VolumeSQL, EvidenceSQL, Lists        string
	}{
		s.Format, s.Encoding, s.Separator, s.Decimal, s.Member, s.OnlyNeeded, s.Missing, s.Suppressed, s.Masks,
		s.RejectPercent, s.Columns, s.Sums, s.VolumeSQL, s.EvidenceSQL, s.lists,
	})
}

// hashOf hashes a value by its JSON, in which the keys of maps are sorted.
func hashOf(value any) string {
	text, _ := json.Marshal(value) // texts, numbers and maps of them: never an error
	return fmt.Sprintf("%x", sha256.Sum256(text))
}
