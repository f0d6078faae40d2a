package decode

import "bytes"

// The symbols of cells without a value.
const (
	missing    = "missing"
	suppressed = "suppressed"
)

// symbols are the cell texts that stand for no value.
type symbols struct {
	names map[string]string // text → missing or suppressed
	first [256]bool         // the bytes that one can begin with
}

func newSymbols(o Options) symbols {
	s := symbols{names: map[string]string{}}
	for _, text := range o.Suppressed {
		s.add(text, suppressed)
	}
	for _, text := range o.Missing {
		s.add(text, missing)
	}
	return s
}

func (s *symbols) add(text, name string) {
	if trimmed := trim([]byte(text)); len(trimmed) > 0 {
		s.names[string(trimmed)] = name
		s.first[trimmed[0]] = true
	}
}

// of returns missing, suppressed, or nothing for a cell with a value. The
// empty text is missing.
func (s *symbols) of(text []byte) string {
	if len(text) == 0 {
		return missing
	}
	if !s.first[text[0]] {
		return ""
	}
	return s.names[string(text)]
}

// trim removes spaces, tabs, line ends and no-break spaces around a cell.
func trim(text []byte) []byte {
	if n := len(text); n > 0 && visible(text[0]) && visible(text[n-1]) {
		return text
	}
	return bytes.Trim(text, " \t\r\n\u00a0\ufeff")
}

func visible(b byte) bool { return b > ' ' && b < 0x7f }
