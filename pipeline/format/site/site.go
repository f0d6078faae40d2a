package site

import (
	"errors"
	"io"
)

// Write writes index.html.
func Write(w io.Writer, p Page) error { return errors.New("not written") }
