package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// An InputsError names kept inputs that are gone or are not what they were.
type InputsError struct {
	Edition  string
	Problems []string
}

func (e *InputsError) Error() string {
	text := "the inputs of edition " + e.Edition + " are not what they were"
	for _, p := range e.Problems {
		text += "; " + p
	}
	return text
}

// Hint says what to do about it.
func (e *InputsError) Hint() string {
	return "restore what is named from a copy of state/; without it the edition stands, but cannot be made again"
}

// readInputs reads the kept inputs of an edition and recomputes their
// checksums. What is wrong is an *InputsError.
func (s *session) readInputs(id string) (in Inputs, err error) {
	folder := s.inputFolder(id)
	wrong := &InputsError{Edition: id}
	text, err := os.ReadFile(filepath.Join(folder, inputList))
	if err != nil {
		wrong.Problems = []string{fmt.Sprintf("state/input/%s is missing", id)}
		return in, wrong
	}
	if err := json.Unmarshal(text, &in); err != nil || len(in.Program.Data) < 16 {
		wrong.Problems = []string{fmt.Sprintf("state/input/%s/%s cannot be read", id, inputList)}
		return in, wrong
	}
	in.folder = folder
	for _, f := range in.Files {
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f.Path)))
		if problem := fileProblem(path.Join("state/input", id, f.Path), text, err, f.SHA256); problem != "" {
			wrong.Problems = append(wrong.Problems, problem)
		}
	}
	added, err := in.added()
	if err != nil {
		return in, err
	}
	for _, name := range added {
		wrong.Problems = append(wrong.Problems, path.Join("state/input", id, name)+" has been added")
	}
	library := os.DirFS(s.builtIn(in.Program.Data))
	if _, data, err := workspace.BuiltInFiles(library); err != nil || data != in.Program.Data {
		wrong.Problems = append(wrong.Problems, "the built-in data in state/input/"+filepath.Base(s.builtIn(in.Program.Data))+" is missing or has changed")
	}
	if len(wrong.Problems) > 0 {
		return in, wrong
	}
	return in, nil
}

// added are files that would be read but were not kept.
func (in Inputs) added() ([]string, error) {
	names, err := workspace.ConfigurationFiles(os.DirFS(in.folder))
	return slices.DeleteFunc(names, func(name string) bool {
		return slices.ContainsFunc(in.Files, func(f edition.File) bool { return f.Path == name })
	}), err
}

func fileProblem(name string, text []byte, err error, want string) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return name + " is missing"
	case err != nil:
		return name + " cannot be read: " + err.Error()
	case sha256Of(text) != want:
		return name + " has changed"
	}
	return ""
}

// openInputs reads the workspace as it was for an edition: its own files and
// the built-in data as they were kept, on the snapshots that counted then.
func (s *session) openInputs(in Inputs) (*workspace.Workspace, error) {
	space, err := workspace.OpenWith(in.folder, os.DirFS(s.builtIn(in.Program.Data)))
	if err != nil {
		return nil, err
	}
	space.SetDir(s.Dir)
	return space, space.Pin(in.deliveries())
}

func (in Inputs) deliveries() (list []workspace.Delivery) {
	for _, f := range in.Snapshots {
		list = append(list, workspace.Delivery{Source: f.Source, Partition: f.Partition, Name: f.Name, SHA256: f.SHA256})
	}
	return list
}
