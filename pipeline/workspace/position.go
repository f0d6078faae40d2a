package workspace

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// A Position is a place in a file of the workspace, or of the built-in data
// (then File begins with "data/"). Line and Column count from 1, in characters.
type Position struct {
	File         string
	Line, Column int
}

func (p Position) String() string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Where remembers where a mapping and the values in it stand, so that a later
// check can point at the line that is wrong.
type Where struct {
	path      string
	positions map[string]Position
}

// At gives the position of the value that a path such as "measure" or
// "rules[2].when.legal_form[0]" leads to from this mapping, or of the nearest
// value around it.
func (w Where) At(path string) Position {
	for path = join(w.path, path); path != ""; path = parent(path) {
		if p, found := w.positions[path]; found {
			return p
		}
	}
	return w.positions[""]
}

// Has tells whether a key was given in a file.
func (w Where) Has(key string) bool {
	_, given := w.positions[join(w.path, key)]
	return given
}

// Equal makes positions irrelevant when configuration is compared.
func (w Where) Equal(Where) bool { return true }

func join(path, key string) string {
	if path == "" || key == "" {
		return path + key
	}
	return path + "." + key
}

func parent(path string) string {
	return path[:max(0, strings.LastIndexAny(path, ".["))]
}

// problems collects everything that is wrong with a workspace.
type problems struct {
	list       []problem
	unreadable map[string]bool // files of which nothing more is said
}

type problem struct {
	at      Position
	message string
}

func (p problem) Error() string { return p.at.String() + ": " + p.message }

func (p *problems) add(at Position, format string, args ...any) {
	if p.unreadable[at.File] {
		return
	}
	p.list = append(p.list, problem{at, fmt.Sprintf(format, args...)})
}

// stop reports why a file cannot be read at all.
func (p *problems) stop(at Position, format string, args ...any) {
	p.add(at, format, args...)
	if p.unreadable == nil {
		p.unreadable = map[string]bool{}
	}
	p.unreadable[at.File] = true
}

// err joins the problems in the order of files and lines; nil if there are none.
func (p *problems) err() error {
	slices.SortStableFunc(p.list, func(a, b problem) int {
		return cmp.Or(strings.Compare(a.at.File, b.at.File),
			a.at.Line-b.at.Line, a.at.Column-b.at.Column, strings.Compare(a.message, b.message))
	})
	var all []error
	for _, each := range slices.Compact(p.list) {
		all = append(all, each)
	}
	return errors.Join(all...)
}

// instead names what was probably meant, or all that is possible. A code of
// digits alone is never guessed: its neighbour means something else.
func instead(text string, possible []string) string {
	nearest, distance := "", max(2, len(text)/3)+1
	for _, each := range possible {
		d := levenshtein.ComputeDistance(text, each)
		if d < distance && d < len(text) && strings.ContainsFunc(text, unicode.IsLetter) {
			nearest, distance = each, d
		}
	}
	switch {
	case nearest != "":
		return fmt.Sprintf("; did you mean %q?", nearest)
	case len(possible) == 0:
		return ""
	case len(possible) > 20:
		return fmt.Sprintf("; there are %d, such as %q", len(possible), possible[0])
	}
	return "; possible: " + strings.Join(possible, ", ")
}

// Instead is what a message about an unknown text ends with: what was probably
// meant, or all that is possible.
func Instead(text string, possible []string) string { return instead(text, possible) }
