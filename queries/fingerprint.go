package queries

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// Fingerprint is the SHA-256 of all SQL.
func Fingerprint() (string, error) {
	sum := sha256.New()
	for _, from := range []embed.FS{files, steps} {
		err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(from, name)
			fmt.Fprintf(sum, "%d %s\n%d\n", len(name), name, len(text))
			sum.Write(text)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
