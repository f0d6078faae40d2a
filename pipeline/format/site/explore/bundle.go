package explore

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io"
	"io/fs"
)

// The page's script is made with npm when the program is built. Without it
// there is only the placeholder.
//
//go:embed all:bundle
var bundle embed.FS

// Script is where the page's script lies in an edition, Licences the terms of
// what it is made of.
const (
	Script   = "explore/explore.js"
	Licences = "explore/licences.txt"
)

// bundled are the files of the bundle, by the names that an edition has for them.
func bundled() map[string]string {
	return map[string]string{Script: "bundle/explore.js", Licences: "bundle/licences.txt"}
}

// HasScript tells whether the program was built with the page's script.
func HasScript() bool {
	_, err := fs.Stat(bundle, bundled()[Script])
	return err == nil
}

// WriteBundle adds the page's script and its terms to an edition.
func WriteBundle(create Create) error {
	for _, name := range []string{Licences, Script} {
		text, err := bundle.ReadFile(bundled()[name])
		if err != nil {
			return err
		}
		err = create(name, func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Fingerprint is the SHA-256 of the page's script, "" where there is none: it
// shapes an edition.
func Fingerprint() (string, error) {
	if !HasScript() {
		return "", nil
	}
	text, err := bundle.ReadFile(bundled()[Script])
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), err
}
