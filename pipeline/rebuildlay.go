package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// lay makes a workspace of an edition's inputs: the copies of its files, its
// snapshots and those of the edition before, the key, and the editions that
// there were.
func (s *session) lay(place, id string, in Inputs) error {
	if err := os.RemoveAll(place); err != nil {
		return err
	}
	for _, f := range in.Files {
		if err := s.layFile(place, in, f.Path); err != nil {
			return err
		}
	}
	manifest, err := edition.ReadManifest(s.editions(), id)
	if err != nil {
		return err
	}
	deliveries, err := s.needed(id, manifest.Previous, in)
	if err != nil {
		return err
	}
	for _, d := range deliveries {
		if err := s.laySnapshot(place, id, d); err != nil {
			return err
		}
	}
	if err := s.layKey(place, id, in); err != nil {
		return err
	}
	return s.layEditions(place, id, manifest.Previous)
}

func (s *session) layFile(place string, in Inputs, name string) error {
	from, to := filepath.Join(in.folder, filepath.FromSlash(name)), filepath.Join(place, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	return share(from, to)
}

// needed are the snapshots of an edition, and of the one before it as far as
// those are there: an edition tells its revisions.
func (s *session) needed(id, previous string, in Inputs) (list []workspace.Delivery, err error) {
	list = in.deliveries()
	if previous == "" {
		return list, nil
	}
	before, err := s.readInputs(previous)
	if wrong := (*InputsError)(nil); errors.As(err, &wrong) {
		s.log().Warn("the edition before cannot be counted again", "edition", previous, "cause", err)
		return list, nil
	}
	for _, d := range before.deliveries() {
		if slices.Contains(list, d) {
			continue
		}
		if _, gone := workspace.FindSnapshot(s.Dir, d); gone != nil {
			s.log().Warn("the edition before cannot be counted again", "edition", previous, "cause", gone)
			continue
		}
		list = append(list, d)
	}
	return list, err
}

// laySnapshot gives a snapshot a second name, after its bytes have been read
// and found to be what they were.
func (s *session) laySnapshot(place, id string, d workspace.Delivery) error {
	found, err := workspace.FindSnapshot(s.Dir, d)
	if err != nil {
		return &InputsError{Edition: id, Problems: []string{err.Error()}}
	}
	sum, err := sumOf(found.Path)
	if err != nil {
		return err
	}
	if sum != d.SHA256 {
		return &InputsError{Edition: id, Problems: []string{fmt.Sprintf("the snapshot %s of source %s has changed", d.Name, d.Source)}}
	}
	from := filepath.Dir(found.Path)
	to := filepath.Join(place, "state", "snapshots", d.Source, filepath.Base(from))
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	for _, e := range entries {
		err = errors.Join(err, share(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())))
	}
	return err
}

func sumOf(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, file)
	return hex.EncodeToString(sum.Sum(nil)), err
}

func (s *session) layKey(place, id string, in Inputs) error {
	is, err := s.keyPrint()
	if err != nil {
		return err
	}
	if is != in.Key {
		return &InputsError{Edition: id, Problems: []string{"state/key is another key than natural persons were hashed with then"}}
	}
	return share(s.state("key"), filepath.Join(place, "state", "key"))
}

// layEditions links all other editions, and makes the one before the current.
func (s *session) layEditions(place, id, previous string) error {
	ids, err := edition.List(s.editions())
	if err != nil {
		return err
	}
	if previous != "" && !slices.Contains(ids, previous) {
		return &InputsError{Edition: id, Problems: []string{"the edition before it, " + previous + ", is not in editions/"}}
	}
	target := filepath.Join(place, "editions")
	if err := os.MkdirAll(target, 0o700); err != nil {
		return err
	}
	for _, other := range ids {
		if other == id {
			continue
		}
		if err := pointTo(filepath.Join(s.editions(), other), filepath.Join(target, other)); err != nil {
			return err
		}
	}
	if previous == "" {
		return nil
	}
	return errors.Join(os.Symlink(previous, filepath.Join(target, "current")),
		s.layInput(place, previous))
}

// layInput links the kept inputs of the edition before and the built-in data.
func (s *session) layInput(place, previous string) error {
	entries, err := os.ReadDir(s.state("input"))
	if err != nil {
		return err
	}
	to := filepath.Join(place, "state", "input")
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == previous || strings.HasPrefix(e.Name(), "data-") {
			err = errors.Join(err, pointTo(filepath.Join(s.state("input"), e.Name()), filepath.Join(to, e.Name())))
		}
	}
	return err
}

// pointTo makes a symbolic link that holds wherever the program was started.
func pointTo(to, name string) error {
	absolute, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	return os.Symlink(absolute, name)
}
