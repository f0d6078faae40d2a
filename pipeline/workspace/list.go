package workspace

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A List is a code list: data/<name>.csv with the rows that code/<name>.csv of
// the workspace adds, ordered by sort and code. Rows are keyed by column.
type List struct {
	Name    string
	Columns []string
	Rows    []map[string]string

	positions map[string]Position // of each code
	fields    map[string][]int    // where the fields of each code begin in its line
}

var listColumns = []string{"code", "parent", "sort", "label_sv", "label_en", "alias", "source"}

// Has tells whether the list holds a code.
func (l List) Has(code string) bool {
	_, found := l.positions[code]
	return found
}

// Codes gives the code for every way of writing it: the code itself, its two
// labels and its aliases, each folded by fold. A spelling that is a code means
// that code; one that stands for several codes otherwise means none of them.
func (l List) Codes(fold func(string) string) map[string]string {
	codes, several := map[string]string{}, map[string]bool{}
	for _, row := range l.Rows {
		for _, spelling := range spellings(row) {
			text := fold(spelling)
			if code, taken := codes[text]; taken && code != row["code"] {
				several[text] = true
			}
			codes[text] = row["code"]
		}
	}
	for text := range several {
		delete(codes, text)
	}
	for _, row := range l.Rows {
		codes[fold(row["code"])] = row["code"]
	}
	return codes
}

func spellings(row map[string]string) []string {
	all := append(strings.Split(row["alias"], "|"), row["label_sv"], row["label_en"])
	return slices.DeleteFunc(all, func(text string) bool { return text == "" })
}

func (l List) codes() []string {
	var codes []string
	for _, row := range l.Rows {
		codes = append(codes, row["code"])
	}
	return codes
}

// listOf reads a code list from its built-in and its own file, either of which
// may be missing.
func listOf(name string, files []file, found *problems) List {
	l := List{Name: name, positions: map[string]Position{}, fields: map[string][]int{}}
	for _, f := range files {
		l.read(f, found)
	}
	for _, row := range l.Rows {
		if parent := row["parent"]; parent != "" && !l.Has(parent) {
			found.add(l.positions[row["code"]], "parent %q of code %q is not in the list%s", parent, row["code"], instead(parent, l.codes()))
		}
	}
	slices.SortStableFunc(l.Rows, func(a, b map[string]string) int {
		x, _ := strconv.Atoi(a["sort"])
		y, _ := strconv.Atoi(b["sort"])
		return cmp.Or(x-y, strings.Compare(a["code"], b["code"]))
	})
	return l
}

func (l *List) read(f file, found *problems) {
	if line, message := unreadable(f.text); message != "" {
		found.add(Position{f.path, line, 1}, "%s", message)
		return
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(f.text, []byte("\xef\xbb\xbf"))))
	header, err := r.Read()
	if err != nil || !l.accepts(header) {
		found.add(Position{f.path, 1, 1}, "the header is %q, expected %q", strings.Join(header, ","), strings.Join(l.expected(), ","))
		return
	}
	l.Columns = header
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if errors.Is(err, csv.ErrFieldCount) {
			found.add(csvPosition(f.path, err), "fields in the row: %d, in the header: %d", len(fields), len(header))
			continue
		}
		if err != nil {
			found.add(csvPosition(f.path, err), "%s", csvMessage(err))
			return
		}
		line, _ := r.FieldPos(0)
		l.add(fields, Position{f.path, line, 1}, found)
		if at := l.positions[fields[0]]; at.File == f.path && at.Line == line {
			l.fields[fields[0]] = beginnings(r, len(fields))
		}
	}
}

// beginnings are the columns in which the fields of a row begin.
func beginnings(r *csv.Reader, fields int) (columns []int) {
	for i := range fields {
		_, column := r.FieldPos(i)
		columns = append(columns, column)
	}
	return columns
}

// at is where a column of a code's row stands in its file.
func (l List) at(code, column string) Position {
	at := l.positions[code]
	if i := slices.Index(l.Columns, column); i >= 0 && i < len(l.fields[code]) {
		at.Column = l.fields[code][i]
	}
	return at
}

// accepts tells whether a header begins with the columns of every code list
// and, in a file that adds to another, is the same as that file's.
func (l *List) accepts(header []string) bool {
	expected := l.expected()
	return len(header) >= len(expected) && slices.Equal(header[:len(expected)], expected) &&
		(l.Columns == nil || len(header) == len(expected))
}

func (l *List) expected() []string {
	if l.Columns != nil {
		return l.Columns
	}
	return listColumns
}

func (l *List) add(fields []string, at Position, found *problems) {
	row := map[string]string{}
	for i, column := range l.Columns {
		row[column] = fields[i]
	}
	code := row["code"]
	before, twice := l.positions[code]
	switch _, err := strconv.Atoi(row["sort"]); {
	case code == "":
		found.add(at, "the code is empty")
	case twice && before.File != at.File && onlySpells(row):
		l.spell(code, row["alias"])
	case twice:
		found.add(at, "code %q stands already in %s line %d; to add other spellings of it, give only code and alias", code, before.File, before.Line)
	case err != nil:
		found.add(at, "sort of code %q is %q, expected a whole number", code, row["sort"])
	default:
		l.positions[code] = at
		l.Rows = append(l.Rows, row)
	}
}

// onlySpells tells whether a row has nothing but a code and other spellings.
func onlySpells(row map[string]string) bool {
	for column, value := range row {
		if column != "code" && column != "alias" && value != "" {
			return false
		}
	}
	return row["alias"] != ""
}

// spell adds spellings to a code that the list has.
func (l *List) spell(code, alias string) {
	for _, row := range l.Rows {
		if row["code"] == code {
			row["alias"] = strings.Trim(row["alias"]+"|"+alias, "|")
		}
	}
}

func csvPosition(file string, err error) Position {
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return Position{file, bad.Line, max(1, bad.Column)}
	}
	return Position{file, 1, 1}
}

func csvMessage(err error) string {
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return bad.Err.Error()
	}
	return err.Error()
}

// listName gives the name of the list in a file such as "code/area.csv".
func listName(file string) string {
	return strings.TrimSuffix(path.Base(file), ".csv")
}
