package workspace

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// A sheet is a CSV file that people fill in: its columns are named by the
// header, in any order, and none may be missing or unknown. It may be separated
// by semicolons, as Excel does in Swedish.
type sheet struct {
	file    string
	lines   [][]byte
	columns []string
	rows    []sheetRow
}

// A sheetRow is a row with the place of each cell.
type sheetRow struct {
	cells  map[string]string
	places map[string]Position
}

func (r sheetRow) at(column string) Position { return r.places[column] }

// sheetOf reads a sheet with exactly the given columns. Rows without any text
// are left out.
func sheetOf(f file, columns []string, found *problems) (rows []sheetRow) {
	text := bytes.TrimPrefix(f.text, []byte("\xef\xbb\xbf"))
	if line, message := unreadable(text); message != "" {
		found.stop(Position{f.path, line, 1}, "%s", message)
		return nil
	}
	s := sheet{file: f.path, lines: bytes.Split(text, []byte("\n"))}
	r := csv.NewReader(bytes.NewReader(text))
	if first := s.lines[0]; bytes.ContainsRune(first, ';') && !bytes.ContainsRune(first, ',') {
		r.Comma = ';'
	}
	header, err := r.Read()
	if err != nil {
		found.stop(Position{f.path, 1, 1}, "the file has no header; expected %s", strings.Join(columns, ","))
		return nil
	}
	if !s.header(header, r, columns, found) {
		return nil
	}
	s.read(r, found)
	return s.rows
}

// header reports columns that are unknown, missing or there twice.
func (s *sheet) header(header []string, r *csv.Reader, columns []string, found *problems) bool {
	ok, first := true, map[string]bool{}
	for i, name := range header {
		at := s.place(r.FieldPos(i))
		name = strings.TrimSpace(name)
		switch {
		case first[name]:
			found.add(at, "column %q stands twice", name)
			ok = false
		case !known(name, columns, "column", at, found) || name == "":
			ok = false
		}
		first[name] = true
		s.columns = append(s.columns, name)
	}
	for _, name := range columns {
		if !first[name] {
			found.add(Position{s.file, 1, 1}, "missing column %q", name)
			ok = false
		}
	}
	return ok
}

func (s *sheet) read(r *csv.Reader, found *problems) {
	for {
		fields, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, csv.ErrFieldCount):
			found.add(s.place(r.FieldPos(0)), "fields in the row: %d, in the header: %d", len(fields), len(s.columns))
		case err != nil:
			found.stop(csvPosition(s.file, err), "%s", csvMessage(err))
			return
		case strings.TrimSpace(strings.Join(fields, "")) != "":
			s.rows = append(s.rows, s.row(fields, r))
		}
	}
}

func (s *sheet) row(fields []string, r *csv.Reader) sheetRow {
	row := sheetRow{map[string]string{}, map[string]Position{}}
	for i, name := range s.columns {
		row.cells[name] = strings.TrimSpace(fields[i])
		row.places[name] = s.place(r.FieldPos(i))
	}
	return row
}

// place counts a column in characters, where the CSV reader counts bytes.
func (s *sheet) place(line, column int) Position {
	text := s.lines[line-1]
	return Position{s.file, line, utf8.RuneCount(text[:min(column-1, len(text))]) + 1}
}
