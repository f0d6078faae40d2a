// Package queries states what is true of the data: one relation per .sql file,
// each a bare SELECT with a header that says what it reads, what identifies a
// row, and why it is made so.
package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed sector/*.sql share/*.sql check/*.sql
var files embed.FS

//go:embed explain/*.sql
var answers embed.FS

// A Relation is one file: a named SELECT and what its header declares.
type Relation struct {
	Name     string
	Sentence string   // what a row says
	Folder   string   // sector, share or check
	In       []string // relations and tables it reads, sorted
	Grain    []string // columns that identify a row
	Why      string
	Hint     string // checks: what to do when it has rows
	Severity string // checks: error stops publication, warning is printed
	View     bool
	SQL      string
}

// All returns every relation, each after the relations that it reads. Names
// in no file are tables that the pipeline fills: code lists, loads, volumes.
func All() ([]Relation, error) {
	relations, err := read(files)
	if err != nil {
		return nil, err
	}
	return ordered(relations)
}

// Answer returns the named query of explain/: it answers a question about an
// edition's trace and is no part of a build.
func Answer(name string) (Relation, error) {
	text, err := fs.ReadFile(answers, "explain/"+name+".sql")
	if err != nil {
		return Relation{}, fmt.Errorf("query %s: %w", name, err)
	}
	return parse("explain/"+name+".sql", string(text))
}

func read(fsys fs.FS) ([]Relation, error) {
	names, err := fs.Glob(fsys, "*/*.sql")
	if err != nil {
		return nil, err
	}
	relations := make([]Relation, 0, len(names))
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		relation, err := parse(name, string(text))
		if err != nil {
			return nil, err
		}
		relations = append(relations, relation)
	}
	return relations, nil
}

// parse reads the header: `-- name: sentence.`, then `-- key: text` lines,
// whose text may run on over following comment lines.
func parse(file, text string) (Relation, error) {
	r := Relation{
		Name:   strings.TrimSuffix(path.Base(file), ".sql"),
		Folder: path.Dir(file),
	}
	header, body := splitHeader(text)
	r.SQL = body
	values := map[string]string{}
	key := ""
	for _, line := range header {
		name, rest, found := strings.Cut(line, ":")
		if found && isKey(name, r.Name) {
			key = name
			values[key] = strings.TrimSpace(rest)
		} else if key != "" {
			values[key] = strings.TrimSpace(values[key] + " " + strings.TrimSpace(line))
		}
	}
	r.Sentence, r.Why, r.Hint = values[r.Name], values["why"], values["hint"]
	r.In, r.Grain = list(values["in"]), list(values["grain"])
	r.Severity, r.View = values["severity"], values["as"] == "view"
	return r, r.complete(file)
}

func (r Relation) complete(file string) error {
	for key, value := range map[string]string{
		r.Name: r.Sentence, "in": strings.Join(r.In, ","), "why": r.Why,
		"grain": strings.Join(r.Grain, ","), "select": r.SQL,
	} {
		if value == "" {
			return fmt.Errorf("%s: header has no %q", file, key)
		}
	}
	if r.Folder == "check" && (r.Hint == "" || r.Severity != "error" && r.Severity != "warning") {
		return fmt.Errorf("%s: a check needs a hint and a severity of error or warning", file)
	}
	return nil
}

func isKey(name, relation string) bool {
	return name == relation ||
		slices.Contains([]string{"in", "grain", "why", "hint", "severity", "as"}, name)
}

func splitHeader(text string) (header []string, body string) {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		comment, found := strings.CutPrefix(line, "--")
		if !found {
			return header, strings.TrimSpace(strings.Join(lines[i:], "\n"))
		}
		header = append(header, strings.TrimSpace(comment))
	}
	return header, ""
}

func list(text string) []string {
	var names []string
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// ordered sorts relations so that each comes after those it reads, otherwise
// by folder and name.
func ordered(relations []Relation) ([]Relation, error) {
	folders := []string{"sector", "share", "check"}
	slices.SortFunc(relations, func(a, b Relation) int {
		if a.Folder != b.Folder {
			return slices.Index(folders, a.Folder) - slices.Index(folders, b.Folder)
		}
		return strings.Compare(a.Name, b.Name)
	})
	waiting := map[string]bool{}
	for _, r := range relations {
		waiting[r.Name] = true
	}
	var done []Relation
	for len(relations) > 0 {
		i := slices.IndexFunc(relations, func(r Relation) bool {
			return !slices.ContainsFunc(r.In, func(name string) bool { return waiting[name] })
		})
		if i < 0 {
			return nil, fmt.Errorf("queries: %s and others read each other in a circle", relations[0].Name)
		}
		delete(waiting, relations[i].Name)
		done = append(done, relations[i])
		relations = slices.Delete(relations, i, i+1)
	}
	return done, nil
}
