package workspace

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// A reader reads the files of a workspace and of the built-in data. The first
// error of the file system stays in err; what is wrong in the files goes to
// found.
type reader struct {
	own, library fs.FS
	found        *problems
	err          error
}

// files reads what matches a pattern, in the order of names. Their path in
// messages begins with prefix.
func (r *reader) files(from fs.FS, prefix, pattern string) []file {
	names, err := fs.Glob(from, pattern)
	r.err = errors.Join(r.err, err)
	var all []file
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), ".") {
			continue
		}
		text, err := fs.ReadFile(from, name)
		r.err = errors.Join(r.err, err)
		all = append(all, file{prefix + name, text})
	}
	return all
}

// both reads the built-in files and then those of the workspace.
func (r *reader) both(pattern string) []file {
	return append(r.files(r.library, "data/", pattern), r.files(r.own, "", pattern)...)
}

func (r *reader) lists() []List {
	byName := map[string][]file{}
	for _, f := range append(r.files(r.library, "data/", "*.csv"), r.files(r.own, "", "code/*.csv")...) {
		byName[listName(f.path)] = append(byName[listName(f.path)], f)
	}
	var all []List
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		all = append(all, listOf(name, byName[name], r.found))
	}
	return all
}

func (r *reader) measures() []Measure {
	var all []Measure
	for _, f := range r.both("measure/*.yaml") {
		m := Measure{Path: f.path}
		decodeYAML(&m, r.found, f)
		if m.Protect == "" {
			m.Protect = protection(m.Kind)
		}
		r.named(f, m.ID, m.Where)
		all = append(all, m)
	}
	return r.sortedMeasures(all)
}

// protection is the default of method 6: what counts people needs a least
// number in a cell, what counts money, places or contracts does not.
func protection(kind string) string {
	if kind == "people" {
		return "frequency"
	}
	return "none"
}

func (r *reader) definitions(limits Limits) []Definition {
	var all []Definition
	for _, f := range r.both("definition/*.yaml") {
		d := Definition{Path: f.path}
		decodeYAML(&d, r.found, f)
		if d.RemainderRatio == "" {
			d.RemainderRatio = limits.RemainderRatio
		}
		r.named(f, d.ID, d.Where)
		all = append(all, d)
	}
	return r.sortedDefinitions(all)
}

func (r *reader) sortedMeasures(all []Measure) []Measure {
	return unique(all, r.found, func(m Measure) (string, string, Where) { return m.ID, "measure", m.Where })
}

func (r *reader) sortedDefinitions(all []Definition) []Definition {
	return unique(all, r.found, func(d Definition) (string, string, Where) { return d.ID, "definition", d.Where })
}

// unique orders by id and reports an id that two files have.
func unique[T any](all []T, found *problems, of func(T) (id, noun string, at Where)) []T {
	slices.SortStableFunc(all, func(a, b T) int {
		x, _, _ := of(a)
		y, _, _ := of(b)
		return strings.Compare(x, y)
	})
	for i := 1; i < len(all); i++ {
		before, _, first := of(all[i-1])
		id, noun, at := of(all[i])
		if id == before && id != "" {
			found.add(at.At("id"), "%s %q stands already in %s; give it another id", noun, id, first.At("id").File)
		}
	}
	return all
}

// named reports an id that is not the name of its file.
func (r *reader) named(f file, id string, at Where) {
	if id != "" && id != f.id() {
		r.found.add(at.At("id"), "the id is %q but the file is %s.yaml; they must be the same", id, f.id())
	}
}
