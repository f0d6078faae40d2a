package decode

import (
	"bytes"
	"fmt"
)

// part takes the value out of a cell that holds more, such as
// 5560160680$ORGNR-IDORG or AB-ORGFO. An empty cell and one that holds a
// symbol are left as they stand.
func (r *cellReader) part(text []byte) ([]byte, problem) {
	c := &r.column
	if len(text) == 0 || c.Suffix == "" && c.Until == "" || r.symbols.of(text) != "" {
		return text, ""
	}
	if c.Suffix != "" {
		before, found := bytes.CutSuffix(text, []byte(c.Suffix))
		if !found {
			return nil, fmt.Sprintf("does not end in %s", c.Suffix)
		}
		text = before
	}
	if c.Until != "" {
		text, _, _ = bytes.Cut(text, []byte(c.Until))
	}
	return trim(text), ""
}

// marksPerson reports whether the cell says in so many words that its number
// is that of a natural person, whatever the digits look like.
func (c Column) marksPerson(text []byte) bool {
	return c.Person != "" && bytes.HasSuffix(text, []byte(c.Person))
}
