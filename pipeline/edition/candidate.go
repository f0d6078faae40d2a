package edition

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Leftovers of a killed run begin with these names; Clean removes them.
const (
	candidatePrefix = ".candidate-"
	linkPrefix      = ".current-"
	filePrefix      = ".tmp-"
)

// What is published can be read by a web server, whatever the umask was.
const (
	folderMode fs.FileMode = 0o755
	fileMode   fs.FileMode = 0o644
)

// A Candidate is an edition in the making, in a folder that nobody reads. Its
// methods may be called from several goroutines, except Seal.
type Candidate struct {
	dir    string // where editions are
	folder string

	mu    sync.Mutex
	files map[string]File
}

// NewCandidate starts an edition in dir, which is made if it is missing.
func NewCandidate(dir string) (*Candidate, error) {
	if err := makeFolder(dir); err != nil {
		return nil, fmt.Errorf("new candidate: %w", err)
	}
	folder, err := os.MkdirTemp(dir, candidatePrefix)
	if err != nil {
		return nil, fmt.Errorf("new candidate: %w", err)
	}
	return &Candidate{dir: dir, folder: folder, files: map[string]File{}}, nil
}

// Folder is where the candidate's files are until it is sealed, for those who
// want to re-read them.
func (c *Candidate) Folder() string { return c.folder }

// Discard removes the candidate. After Seal it does nothing.
func (c *Candidate) Discard() error { return os.RemoveAll(c.folder) }

// Write adds the file at name, a path with slashes relative to the edition,
// with the bytes that write gives. A file that could not be written whole is
// not there at all.
func (c *Candidate) Write(name string, write func(io.Writer) error) error {
	if err := c.reserve(name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	file, err := writeFile(c.folder, name, write)
	c.mu.Lock()
	defer c.mu.Unlock()
	if err != nil {
		delete(c.files, name)
		return fmt.Errorf("write %s: %w", name, err)
	}
	c.files[name] = file
	return nil
}

// reserve refuses a path that leaves the edition, hides in it or is taken.
func (c *Candidate) reserve(name string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch _, taken := c.files[name]; {
	case taken:
		return errors.New("written twice")
	case name == ManifestName:
		return errors.New("only Seal writes the manifest")
	case !validPath(name):
		return errors.New("not a path inside an edition")
	}
	c.files[name] = File{}
	return nil
}

func validPath(name string) bool {
	return fs.ValidPath(name) && filepath.IsLocal(name) && path.Clean(name) == name &&
		!strings.HasPrefix(name, ".") && !strings.Contains(name, "/.") && !strings.Contains(name, `\`)
}

// Files returns what was written so far, by path.
func (c *Candidate) Files() []File {
	c.mu.Lock()
	defer c.mu.Unlock()
	var files []File
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		files = append(files, c.files[name])
	}
	return files
}

// writeFile writes to a temporary name in the same folder, syncs and renames.
func writeFile(root, name string, write func(io.Writer) error) (File, error) {
	target := filepath.Join(root, filepath.FromSlash(name))
	if err := makeFolders(root, path.Dir(name)); err != nil {
		return File{}, err
	}
	temporary, err := os.CreateTemp(filepath.Dir(target), filePrefix)
	if err != nil {
		return File{}, err
	}
	defer os.Remove(temporary.Name())
	file, err := fill(temporary, write)
	if err := errors.Join(err, temporary.Close()); err != nil {
		return File{}, err
	}
	file.Path = name
	return file, os.Rename(temporary.Name(), target)
}

// fill writes, counts and sums the file's bytes and brings them to the disk.
func fill(f *os.File, write func(io.Writer) error) (File, error) {
	sum := sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	if err := write(out); err != nil {
		return File{}, err
	}
	if err := errors.Join(out.Flush(), f.Chmod(fileMode), f.Sync()); err != nil {
		return File{}, err
	}
	info, err := f.Stat()
	if err != nil {
		return File{}, err
	}
	return File{Size: info.Size(), SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}

// makeFolders makes root and every folder of sub below it.
func makeFolders(root, sub string) error {
	if err := makeFolder(root); err != nil || sub == "." {
		return err
	}
	for _, name := range strings.Split(sub, "/") {
		root = filepath.Join(root, name)
		if err := makeFolder(root); err != nil {
			return err
		}
	}
	return nil
}

// makeFolder makes one folder, readable to all. One that is there keeps the
// mode that somebody gave it.
func makeFolder(name string) error {
	err := os.Mkdir(name, folderMode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return os.Chmod(name, folderMode)
}

func syncFolder(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
