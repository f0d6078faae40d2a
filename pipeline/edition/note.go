package edition

import (
	"encoding/json"
	"io"
)

// WriteNotes writes notes as JSON, for those that a format has no place for:
// they go in a file beside the table, so that none is ever lost.
func WriteNotes(w io.Writer, notes []Note) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(notes)
}
