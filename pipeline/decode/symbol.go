package decode

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
	for len(text) > 0 {
		switch first := text[0]; {
		case first > ' ' && first < 0x80:
		case first == ' ' || first == '\t' || first == '\n' || first == '\r':
			text = text[1:]
			continue
		case len(text) > 1 && first == 0xc2 && text[1] == 0xa0:
			text = text[2:]
			continue
		}
		break
	}
	for len(text) > 0 {
		switch n := len(text); {
		case text[n-1] > ' ' && text[n-1] < 0x80:
		case text[n-1] == ' ' || text[n-1] == '\t' || text[n-1] == '\n' || text[n-1] == '\r':
			text = text[:n-1]
			continue
		case n > 1 && text[n-2] == 0xc2 && text[n-1] == 0xa0:
			text = text[:n-2]
			continue
		}
		break
	}
	return text
}
