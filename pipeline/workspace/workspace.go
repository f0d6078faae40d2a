// Package workspace reads what the user owns, strictly: configuration, source
// manifests, definitions, measures, code lists, overrides and snapshots.
package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"tresektor/data"
)

// A Workspace is a folder made by Init, read and checked. Definitions,
// Measures and Lists hold the built-in ones too; everything is ordered by id.
type Workspace struct {
	Dir          string
	Config       Config
	Sources      []Source
	Definitions  []Definition
	Measures     []Measure
	Lists        []List
	Links        []Link // decisions about suppliers without a number
	Kinds        Kinds
	Overrides    []Override        // in the order of overrides.csv
	Acknowledged []Acknowledgement // in the order of acknowledged.csv
	Figures      []Figure          // published ones, to be compared with
	Quality      Quality           // what the analyst says of the statistics
	Corrections  []Correction

	library fs.FS
	pinned  map[string][]Snapshot // nil: those in state/snapshots count
}

// A file is a text of configuration and the path that messages call it by.
type file struct {
	path string
	text []byte
}

// id is the name of a file without its folder and extension.
func (f file) id() string {
	return strings.TrimSuffix(path.Base(f.path), path.Ext(f.path))
}

// Open reads the workspace in dir. The error joins everything that is wrong in
// all files, each with file, line and column.
func Open(dir string) (*Workspace, error) {
	return open(dir, data.FS())
}

func open(dir string, library fs.FS) (*Workspace, error) {
	w := &Workspace{Dir: dir, library: library}
	own := os.DirFS(dir)
	text, err := fs.ReadFile(own, "tresektor.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open workspace %s: there is no tresektor.yaml; make a workspace with tresektor init %s", dir, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("open workspace %s: %w", dir, err)
	}
	found := &problems{}
	decodeYAML(&w.Config, found, file{"tresektor.yaml", text})
	r := reader{own: own, library: library, found: found}
	w.Lists = r.lists()
	w.Measures = r.measures()
	w.sumMonths(found)
	w.Definitions = r.definitions(w.Config.Limits)
	w.Kinds = r.kinds()
	w.Overrides = r.overrides(w.definitionIDs())
	w.Sources = r.sources(w.Config.Limits)
	w.Links = r.links(w.sourceIDs())
	w.Quality = r.quality()
	w.Acknowledged, w.Figures = r.acknowledgements(), r.figures()
	w.Corrections = r.corrections()
	r.strays(w.sourceIDs())
	if r.err != nil {
		return nil, fmt.Errorf("open workspace %s: %w", dir, r.err)
	}
	w.check(found)
	if err := found.err(); err != nil {
		return nil, err
	}
	for i := range w.Sources {
		w.Sources[i].lists = hashOf(w.Lists)
	}
	return w, nil
}

// Source gives the source with an id.
func (w *Workspace) Source(id string) (Source, bool) {
	return find(w.Sources, func(s Source) bool { return s.ID == id })
}

// Measure gives the measure with an id.
func (w *Workspace) Measure(id string) (Measure, bool) {
	return find(w.Measures, func(m Measure) bool { return m.ID == id })
}

// Definition gives the definition with an id.
func (w *Workspace) Definition(id string) (Definition, bool) {
	return find(w.Definitions, func(d Definition) bool { return d.ID == id })
}

// List gives the code list with a name.
func (w *Workspace) List(name string) (List, bool) {
	return find(w.Lists, func(l List) bool { return l.Name == name })
}

func find[T any](all []T, is func(T) bool) (one T, found bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return one, false
}
