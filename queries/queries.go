// Package queries states what is true of the data: one relation per .sql file,
// each a bare SELECT with a header that says what it reads, what identifies a
// row, and why it is made so.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// folders is the order in which a build reads; nothing reads a later folder.
var folders = []string{"derive", "sector", "share", "change", "check"}

//go:embed derive/*.sql sector/*.sql share/*.sql change/*.sql check/*.sql
var files embed.FS

//go:embed table/*.sql load/*.sql publish/*.sql trace/*.sql trace_load/*.sql review/*.sql revision/*.sql explain/*.sql macro/*.sql protect/*.sql gate/*.sql
var steps embed.FS

// A Relation is one file: a named SELECT and what its header declares.
type Relation struct {
	Name     string
	Sentence string   // what a row says
	Folder   string   // table, load, sector, share, change, check or explain
	In       []string // relations and tables it reads, sorted
	Grain    []string // columns that identify a row
	Free     bool     // no columns do: its grain is none
	Why      string
	Hint     string   // checks: what to do when it has rows
	Severity string   // checks: error stops publication, warning is printed
	Into     string   // load: the table that its rows are added to
	When     []string // load: it has no rows when none of these has any
	Of       []string // macro: its arguments
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

// Tables returns the tables that loads fill, as SELECTs without rows.
func Tables() ([]Relation, error) { return folder("table") }

// Macros returns the functions that queries call: SELECTs of one value that
// name their arguments in Of.
func Macros() ([]Relation, error) { return folder("macro") }

// Load returns the relations of one load, in order: temporary ones that read
// source and the two SELECTs' results, and rows for the tables of Tables.
func Load() ([]Relation, error) {
	relations, err := folder("load")
	if err != nil {
		return nil, err
	}
	return ordered(relations)
}

// Published returns the named query of publish/: the rows of an edition's
// table, in published order.
func Published(name string) (Relation, error) { return one("publish", name) }

// Protect returns the named query of protect/: what published numbers of one
// measure are sums of. Its parameter is the measure.
func Protect(name string) (Relation, error) { return one("protect", name) }

// Trace returns the queries of trace/: what is kept of an edition so that it
// can be explained.
func Trace() ([]Relation, error) { return folder("trace") }

// TraceLoad returns the queries of trace_load/: what is kept of each load for
// every edition that rests on it. Their one parameter is the load.
func TraceLoad() ([]Relation, error) { return folder("trace_load") }

// Interval returns the relation that makes intervals of evidence, for those
// who ask a trace.
func Interval() (Relation, error) {
	relations, err := read(files)
	if i := slices.IndexFunc(relations, func(r Relation) bool { return r.Name == "evidence_interval" }); i >= 0 {
		return relations[i], err
	}
	return Relation{}, errors.Join(err, errors.New("there is no relation evidence_interval"))
}

// Review returns the relations of review/, in order: made of an edition's trace
// for the totals in the table asked, they are what the questions of explain/
// about those totals read.
func Review() ([]Relation, error) {
	relations, err := folder("review")
	if err != nil {
		return nil, err
	}
	return ordered(relations)
}

// Revision returns the relations of revision/, in order: they compare the
// numbers of an edition with those of the edition before.
func Revision() ([]Relation, error) {
	relations, err := folder("revision")
	if err != nil {
		return nil, err
	}
	return ordered(relations)
}

// Gates returns the relations of gate/, in order: made at each check from what
// is built and from the last edition. Those with a hint are gates, the others
// are what they read.
func Gates() ([]Relation, error) {
	relations, err := folder("gate")
	if err != nil {
		return nil, err
	}
	return ordered(relations)
}

// Answer returns the named query of explain/: it answers a question about an
// edition's trace and is no part of a build.
func Answer(name string) (Relation, error) { return one("explain", name) }

func one(in, name string) (Relation, error) {
	relations, err := folder(in)
	for _, r := range relations {
		if r.Name == name {
			return r, nil
		}
	}
	return Relation{}, errors.Join(err, fmt.Errorf("there is no query %s/%s.sql", in, name))
}

// Compares says that a gate compares with the last edition, which has none of its
// findings when there is no last edition.
func (r Relation) Compares() bool {
	return slices.ContainsFunc(r.In, func(name string) bool {
		return strings.HasPrefix(name, "last_") || name == "gate_judged" || name == "source_step"
	})
}

// Empty is the SELECT without its rows: DuckDB does not run it.
func (r Relation) Empty() string { return "select * from (\n" + r.SQL + "\n) where false" }

func folder(name string) ([]Relation, error) {
	sub, err := fs.Sub(steps, name)
	if err != nil {
		return nil, err
	}
	return readFolder(sub, name)
}

func read(fsys fs.FS) ([]Relation, error) {
	var relations []Relation
	for _, name := range folders {
		sub, err := fs.Sub(fsys, name)
		if err != nil {
			return nil, err
		}
		more, err := readFolder(sub, name)
		if err != nil {
			return nil, err
		}
		relations = append(relations, more...)
	}
	return relations, nil
}

func readFolder(fsys fs.FS, folder string) ([]Relation, error) {
	names, err := fs.Glob(fsys, "*.sql")
	if err != nil {
		return nil, err
	}
	var relations []Relation
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		relation, err := parse(folder+"/"+name, string(text))
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
	r.Free = values["grain"] == "none"
	r.Of, r.When = list(values["of"]), list(values["when"])
	r.Severity, r.Into, r.View = values["severity"], values["into"], values["as"] == "view"
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
		slices.Contains([]string{"in", "grain", "why", "hint", "severity", "as", "into", "of", "when"}, name)
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
			return !slices.ContainsFunc(r.In, func(name string) bool { return waiting[name] && name != r.Name })
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
