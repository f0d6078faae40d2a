package decode

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// JSON reads a file that is one JSON object or list of objects, each of which
// is a row; the members of a row are found by name as columns are, those of
// objects within it by a path such as address.city. In an object of objects
// the name of each is its column _key. A member that a row lacks is an empty
// cell; a column that no row has is a *HeaderError.
//
// Rows are read as CSV is, with all that is promised of it. A row's line is
// the one where it starts, or, where several start on one line, the next that
// is free.
func JSON(r io.Reader, o Options) (*Reader, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	text, err := newJSONText(r, o)
	if err != nil {
		return nil, fmt.Errorf("%s%w", prefix(o.File), err)
	}
	o.Encoding, o.Separator = "utf-8", ","
	return open(text, o)
}

// jsonKey is the header of the names under which an object has its objects.
const jsonKey = "_key"

// A jsonText turns JSON into CSV text, row by row, as it is read.
type jsonText struct {
	in      *json.Decoder
	breaks  *lineBreaks
	o       Options
	isNamed bool           // the rows are members of an object
	found   []bool         // whether some row has the column
	out     []byte         // text not yet delivered
	line    int64          // of the next text
	err     error          //
	row     map[string]any //
}

func newJSONText(r io.Reader, o Options) (*jsonText, error) {
	in := bufio.NewReader(r)
	if mark, _ := in.Peek(3); string(mark) == "\ufeff" {
		in.Discard(3)
	}
	breaks := &lineBreaks{in: in}
	j := &jsonText{in: json.NewDecoder(breaks), breaks: breaks, o: o, found: make([]bool, len(o.Columns)), line: 1}
	j.in.UseNumber()
	first, err := j.in.Token()
	if err != nil || first != json.Delim('{') && first != json.Delim('[') {
		return nil, errors.New("this is not JSON: neither an object nor a list")
	}
	j.isNamed = first == json.Delim('{')
	for i, c := range o.Columns {
		j.cell(i, c.Headers[0])
	}
	return j, nil
}

func (j *jsonText) Read(p []byte) (int, error) {
	for len(j.out) == 0 {
		if j.err != nil {
			return 0, j.err
		}
		j.err = j.next()
	}
	n := copy(p, j.out)
	j.out = j.out[n:]
	return n, nil
}

// next writes one row.
func (j *jsonText) next() error {
	if !j.in.More() {
		return j.end()
	}
	key := ""
	if j.isNamed {
		name, err := j.in.Token()
		if err != nil {
			return j.wrong(err)
		}
		key = name.(string) // the decoder lets nothing else be a member's name
	}
	line := j.breaks.lineOf(j.in.InputOffset())
	j.row = nil
	if err := j.in.Decode(&j.row); err != nil {
		return j.wrong(err)
	}
	for j.out = append(j.out[:0], '\n'); j.line+1 < line; j.line++ {
		j.out = append(j.out, '\n')
	}
	j.line++
	for i, c := range j.o.Columns {
		j.cell(i, j.value(i, c, key))
	}
	return nil
}

// end checks what comes after the last row.
func (j *jsonText) end() error {
	if _, err := j.in.Token(); err != nil {
		return j.wrong(err)
	}
	if _, err := j.in.Token(); err != io.EOF {
		return errors.New("there is more after the end of the JSON")
	}
	missing := &HeaderError{File: j.o.File, Line: 1}
	for i, c := range j.o.Columns {
		if !j.found[i] && !c.Optional && j.row != nil {
			missing.Missing = append(missing.Missing, c.Headers)
		}
	}
	if missing.Missing != nil {
		return missing
	}
	return io.EOF
}

func (j *jsonText) wrong(err error) error {
	line := j.breaks.lineOf(j.in.InputOffset())
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("line %d: the JSON ends before it is complete", line)
	}
	kind := (*json.UnmarshalTypeError)(nil)
	if errors.As(err, &kind) {
		return fmt.Errorf("line %d: a row is an object, not %s", line, kind.Value)
	}
	return fmt.Errorf("line %d: this is not JSON: %s", line, maskText(err.Error()))
}

// value is the text of the first of a column's headers that the row has.
func (j *jsonText) value(i int, c Column, key string) string {
	for _, header := range c.Headers {
		found, has := member(j.row, header)
		if !has && header == jsonKey && j.isNamed {
			found, has = key, true
		}
		if !has {
			continue
		}
		j.found[i] = true
		switch found := found.(type) {
		case nil:
			return ""
		case string:
			return found
		}
		text, _ := json.Marshal(found) // came from JSON
		return string(text)
	}
	return ""
}

// member finds a member by its name or by a path of names.
func member(row map[string]any, path string) (any, bool) {
	if value, has := row[path]; has {
		return value, true
	}
	name, rest, isPath := strings.Cut(path, ".")
	inner, isObject := row[name].(map[string]any)
	if !isPath || !isObject {
		return nil, false
	}
	return member(inner, rest)
}

// cell writes a cell in quotation marks, on one line. What was no UTF-8 must
// not be shown as something else: its row is rejected.
func (j *jsonText) cell(i int, text string) {
	if i > 0 {
		j.out = append(j.out, ',')
	}
	text = strings.NewReplacer("\"", "\"\"", "\n", " ", "\r", " ", "\ufffd", "\xff").Replace(text)
	j.out = append(append(append(j.out, '"'), text...), '"')
}

// lineBreaks remembers where the lines of what it reads end, until asked.
type lineBreaks struct {
	in     io.Reader
	offset int64
	ends   []int64
	passed int64
}

func (l *lineBreaks) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	for i, b := range p[:n] {
		if b == '\n' {
			l.ends = append(l.ends, l.offset+int64(i))
		}
	}
	l.offset += int64(n)
	return n, err
}

// lineOf is the line of a place, asked in ascending order.
func (l *lineBreaks) lineOf(offset int64) int64 {
	for len(l.ends) > 0 && l.ends[0] < offset {
		l.ends = l.ends[1:]
		l.passed++
	}
	return l.passed + 1
}
