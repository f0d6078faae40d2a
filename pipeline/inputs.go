package pipeline

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site/explore"
	"tresektor/pipeline/workspace"
	"tresektor/queries"
)

// A Program is what of the program shapes an edition.
type Program struct {
	Version string `json:"version"`
	Decoder string `json:"decoder"`
	Queries string `json:"queries"` // SHA-256 of all SQL
	Data    string `json:"data"`    // SHA-256 of the built-in data
	Script  string `json:"script"`  // SHA-256 of the script of the page Explore, "" without it
}

// counts tells whether two programs count alike: the built-in data is an input
// that is kept, and a script shows what others counted.
func (p Program) counts(other Program) bool {
	p.Data, p.Script = other.Data, other.Script
	return p == other
}

// program is what made, or will make, an edition with the workspace's library.
func program(library fs.FS) (p Program, err error) {
	_, data, err := workspace.BuiltInFiles(library)
	if err != nil {
		return p, err
	}
	script, err := explore.Fingerprint()
	if err != nil {
		return p, err
	}
	sql, err := queries.Fingerprint()
	return Program{Version: Version, Decoder: decoderVersion, Queries: sql, Data: data, Script: script}, err
}

// inputList is the file of kept inputs that describes the others.
const inputList = "input.json"

// Inputs are what an edition was made from, kept in state/input/<edition>/:
// copies of the workspace's own files, and the names of snapshots, which stay
// in state/snapshots.
type Inputs struct {
	Date      string             `json:"date"`
	Program   Program            `json:"program"`
	Key       string             `json:"key"` // tells whether state/key is the same, and nothing else
	Snapshots []edition.Snapshot `json:"snapshots"`
	Files     []edition.File     `json:"files"`

	folder string
}

func (s *session) inputFolder(id string) string { return s.state(filepath.Join("input", id)) }

// builtIn is where the built-in data of a fingerprint is kept.
func (s *session) builtIn(fingerprint string) string {
	return s.inputFolder("data-" + fingerprint[:16])
}

// keepInputs copies what shapes the edition that is made; the function that it
// returns gives the copy the edition's name.
func (s *session) keepInputs() (name func(id string) error, err error) {
	unfinished := s.inputFolder("unfinished")
	if err := errors.Join(os.RemoveAll(unfinished), os.MkdirAll(unfinished, 0o700)); err != nil {
		return nil, fmt.Errorf("keep inputs: %w", err)
	}
	in, err := s.describeInputs()
	if err == nil {
		err = s.copyInputs(&in, unfinished)
	}
	if err == nil {
		err = s.keepBuiltIn(in.Program.Data)
	}
	if err != nil {
		return nil, fmt.Errorf("keep inputs: %w", err)
	}
	return func(id string) error {
		return errors.Join(os.RemoveAll(s.inputFolder(id)), os.Rename(unfinished, s.inputFolder(id)))
	}, nil
}

// dropUnfinished removes a copy that got no name.
func (s *session) dropUnfinished() { os.RemoveAll(s.inputFolder("unfinished")) }

func (s *session) describeInputs() (in Inputs, err error) {
	in.Date = s.day()
	if in.Program, err = program(s.space.Library()); err != nil {
		return in, err
	}
	if in.Key, err = s.keyPrint(); err != nil {
		return in, err
	}
	in.Snapshots, err = s.snapshots()
	return in, err
}

// keyPrint is what a text comes to under the workspace's key.
func (s *session) keyPrint() (string, error) {
	key, err := s.space.Key()
	if err != nil {
		return "", err
	}
	h := hmac.New(sha256.New, key)
	h.Write([]byte("inputs of an edition"))
	return hex.EncodeToString(h.Sum(nil)), nil
}

// copyInputs copies: a second name of a file that people edit would change with
// it. Only what the edition before has kept already gets a second name.
func (s *session) copyInputs(in *Inputs, folder string) error {
	names, err := s.space.OwnFiles()
	if err != nil {
		return err
	}
	previous, _, err := s.current()
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(s.Dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		file := edition.File{Path: name, Size: int64(len(text)), SHA256: sha256Of(text)}
		in.Files = append(in.Files, file)
		kept := ""
		if previous != "" {
			kept = filepath.Join(s.inputFolder(previous), filepath.FromSlash(name))
		}
		if err := keepFile(filepath.Join(folder, filepath.FromSlash(name)), text, kept, file.SHA256); err != nil {
			return err
		}
	}
	list, err := json.MarshalIndent(in, "", "  ")
	if err != nil {
		return err
	}
	return writePrivate(filepath.Join(folder, inputList), append(list, '\n'))
}

func keepFile(to string, text []byte, kept, sum string) error {
	if before, err := os.ReadFile(kept); err == nil && sha256Of(before) == sum {
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		return share(kept, to)
	}
	return writePrivate(to, text)
}

func writePrivate(to string, text []byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Sync(), file.Close())
}

func sha256Of(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// keepBuiltIn copies the built-in data once for all editions that it shapes.
func (s *session) keepBuiltIn(fingerprint string) error {
	folder := s.builtIn(fingerprint)
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	names, _, err := workspace.BuiltInFiles(s.space.Library())
	if err != nil {
		return err
	}
	unfinished := folder + ".unfinished"
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(s.space.Library(), name)
		if err == nil {
			err = writePrivate(filepath.Join(unfinished, filepath.FromSlash(name)), text)
		}
		if err != nil {
			return err
		}
	}
	return os.Rename(unfinished, folder)
}
