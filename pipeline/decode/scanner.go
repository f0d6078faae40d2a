package decode

import "bytes"

// A scanner finds the rows of a chunk one after the other. It remembers where
// the next line feed, carriage return and quotation mark are, so that each
// byte is looked at once for each of them.
type scanner struct {
	rows  grammar
	text  []byte
	pos   int // the next row starts here
	feed  int
	cr    int
	quote int
}

func newScanner(rows grammar, text []byte) *scanner {
	return &scanner{rows: rows, text: text, feed: -1, cr: -1, quote: -1}
}

// next returns the next row, and whether it is plain: without any quotation
// mark.
func (s *scanner) next() (row, bool) {
	s.feed = s.seek(s.feed, '\n')
	s.cr = s.seek(s.cr, '\r')
	s.quote = s.seek(s.quote, '"')
	end := min(s.feed, s.cr)
	if s.quote < end {
		found, _ := s.rows.row(s.text, s.pos, false, nil)
		s.pos = found.next
		return found, false
	}
	found := row{start: s.pos, end: end, next: afterEnd(s.text, end), lines: 1}
	if end-s.pos > s.rows.longest {
		found.verdict = tooLong
	}
	s.pos = found.next
	return found, true
}

// seek returns the place of the next b at or after pos, given the last one
// found.
func (s *scanner) seek(last int, b byte) int {
	if last >= s.pos {
		return last
	}
	i := bytes.IndexByte(s.text[s.pos:], b)
	if i < 0 {
		return len(s.text)
	}
	return s.pos + i
}
