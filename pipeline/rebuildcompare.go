package pipeline

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/data"
	"tresektor/pipeline/edition"
)

// A RebuildError says that an edition does not come out as it was published.
type RebuildError struct{ Rebuild }

func (e *RebuildError) Error() string {
	if e.IsSame {
		return fmt.Sprintf("edition %s comes out otherwise: its manifest differs, though no file does", e.Edition)
	}
	text := fmt.Sprintf("edition %s comes out otherwise: %d of %d files differ", e.Edition, len(e.Differences), e.Files)
	if !e.Was.counts(e.Is) {
		text += "; another program made it"
	}
	return text
}

// holds tells whether the edition is what its inputs give: the same bytes, or
// the same files under a manifest that must name another program.
func (r Rebuild) holds() bool { return r.IsIdentical || r.IsSame && !r.Was.counts(r.Is) }

// Hint says what to do about it.
func (e *RebuildError) Hint() string {
	if !e.Was.counts(e.Is) {
		return "rebuild it with tresektor " + e.Was.Version + ", whose queries have the SHA-256 " + e.Was.Queries
	}
	return "the same program and the same inputs should give the same bytes: please report what differs"
}

// compareRebuilt compares the published edition with the one made again.
func (s *session) compareRebuilt(place, id, rebuilt string, in Inputs) (r Rebuild, err error) {
	r = Rebuild{Edition: id, Rebuilt: rebuilt, IsIdentical: id == rebuilt, Was: in.Program, Differences: []RebuildFile{}}
	if r.Is, err = program(data.FS()); err != nil {
		return r, err
	}
	was, err := fileSums(s.editions(), id)
	if err != nil {
		return r, err
	}
	is, err := fileSums(filepath.Join(place, "editions"), rebuilt)
	if err != nil {
		return r, err
	}
	r.Files = len(was)
	for _, name := range bothKeys(was, is) {
		if was[name] == is[name] {
			continue
		}
		f := RebuildFile{Path: name, Kind: differs(was[name], is[name])}
		if f.Kind == edition.ProblemChanged && strings.HasSuffix(name, ".csv") {
			before, after := filepath.Join(s.editions(), id, name), filepath.Join(place, "editions", rebuilt, name)
			if err := f.compareCells(before, after); err != nil {
				return r, err
			}
		}
		r.Differences = append(r.Differences, f)
	}
	r.IsSame = len(r.Differences) == 0
	return r, nil
}

// differs says how a file differs, from its checksums: "" where there is none.
func differs(was, is string) string {
	switch "" {
	case was:
		return edition.ProblemExtra
	case is:
		return edition.ProblemMissing
	}
	return edition.ProblemChanged
}

// fileSums are the checksums of an edition's files, by path.
func fileSums(dir, id string) (map[string]string, error) {
	m, err := edition.ReadManifest(dir, id)
	sums := map[string]string{}
	for _, f := range m.Files {
		sums[f.Path] = f.SHA256
	}
	return sums, err
}

func bothKeys(a, b map[string]string) (names []string) {
	for _, m := range []map[string]string{a, b} {
		for name := range m {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// firstFew is how many differing cells of a table are shown.
const firstFew = 5

// compareCells pairs the rows of two tables by the fewest of their first
// columns that identify them in both, and counts what differs.
func (f *RebuildFile) compareCells(before, after string) error {
	was, err := readRows(before)
	if err != nil {
		return err
	}
	is, err := readRows(after)
	if err != nil {
		return err
	}
	if len(was) == 0 || len(is) == 0 || !slices.Equal(was[0], is[0]) {
		f.Examples = []string{"the columns are others"}
		return nil
	}
	n := keyColumns(was, is)
	rows := map[string][]string{}
	for _, row := range is[1:] {
		rows[rowKey(row, n)] = row
	}
	for _, row := range was[1:] {
		other, found := rows[rowKey(row, n)]
		delete(rows, rowKey(row, n))
		f.compareRow(was[0], row, other, found, n)
	}
	f.Extra = len(rows)
	f.Cells += f.Extra * len(was[0])
	for _, key := range sortedKeys(rows) {
		f.example("only rebuilt: " + key)
	}
	return nil
}

func (f *RebuildFile) compareRow(header, row, other []string, found bool, n int) {
	if !found {
		f.Missing++
		f.Cells += len(header)
		f.example("only published: " + rowKey(row, n))
		return
	}
	for i, name := range header {
		if row[i] != other[i] {
			f.Cells++
			f.example(fmt.Sprintf("%s: %s was %q, is %q", rowKey(row, n), name, row[i], other[i]))
		}
	}
}

func (f *RebuildFile) example(text string) {
	if len(f.Examples) < firstFew {
		f.Examples = append(f.Examples, text)
	}
}

func readRows(path string) ([][]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return csv.NewReader(file).ReadAll()
}

// keyColumns is how many of the first columns identify the rows of both tables.
func keyColumns(tables ...[][]string) int {
	columns := len(tables[0][0])
	for n := 1; n < columns; n++ {
		if !slices.ContainsFunc(tables, func(rows [][]string) bool { return !identifies(rows[1:], n) }) {
			return n
		}
	}
	return columns
}

func identifies(rows [][]string, n int) bool {
	seen := map[string]bool{}
	for _, row := range rows {
		if key := rowKey(row, n); seen[key] {
			return false
		} else {
			seen[key] = true
		}
	}
	return true
}

func rowKey(row []string, n int) string { return strings.Join(row[:n], " ") }

func sortedKeys[T any](m map[string]T) (keys []string) {
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
