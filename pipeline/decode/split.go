package decode

import (
	"bytes"
	"io"
)

// A splitter cuts text into chunks of whole rows. Only quotation marks need
// care: away from them every line end ends a row, so it looks at those alone.
type splitter struct {
	r     io.Reader
	rows  grammar
	size  int    // bytes of a chunk
	rest  []byte // read and not yet delivered
	ended bool   // r has no more
	fresh func(size int) []byte
}

// next returns the next chunk, whose last row is complete, or io.EOF.
func (s *splitter) next() ([]byte, error) {
	size := s.size
	if len(s.rest) > size/2 {
		size = 2 * len(s.rest)
	}
	text := append(s.fresh(size), s.rest...)
	s.rest = nil
	for {
		var err error
		if text, err = s.fill(text); err != nil {
			return nil, err
		}
		if len(text) == 0 {
			return nil, io.EOF
		}
		if n := s.cut(text); n > 0 {
			s.rest = text[n:]
			return text[:n], nil
		}
		if len(text) > s.rows.longest+2 {
			return s.truncate(text)
		}
		text = append(make([]byte, 0, 2*cap(text)), text...)
	}
}

// fill reads until text is full or the reader ends.
func (s *splitter) fill(text []byte) ([]byte, error) {
	for empty := 0; !s.ended && len(text) < cap(text); {
		n, err := s.r.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		switch {
		case err == io.EOF:
			s.ended = true
		case err != nil:
			return nil, err
		case n == 0:
			if empty++; empty > 100 {
				return nil, io.ErrNoProgress
			}
		}
	}
	return text, nil
}

// cut returns the length of the longest part of text that ends with a row.
func (s *splitter) cut(text []byte) int {
	safe := 0 // a row starts here
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], '"')
		if i < 0 {
			break
		}
		quote := from + i
		if quote > safe && !s.opens(text[quote-1]) {
			from = quote + 1
			continue
		}
		start := lastLine(text, safe, quote)
		found, _ := s.rows.row(text, start, !s.ended, nil)
		if found.verdict == unfinished {
			return start
		}
		safe, from = found.next, found.next
	}
	if s.ended {
		return len(text)
	}
	end := len(text)
	if end > safe && text[end-1] == '\r' {
		end-- // a line feed may follow
	}
	return lastLine(text, safe, end)
}

// opens reports whether a quotation mark after b begins a cell.
func (s *splitter) opens(b byte) bool {
	return b == s.rows.separator || b == '\n' || b == '\r'
}

// lastLine returns the start of the last line in text[from:to].
func lastLine(text []byte, from, to int) int {
	for to > from && text[to-1] != '\n' && text[to-1] != '\r' {
		to--
	}
	return to
}

// truncate delivers the beginning of a line that is longer than any row, so
// that a worker rejects it for that, and skips the rest of it unread.
func (s *splitter) truncate(text []byte) ([]byte, error) {
	long := append(bytes.Clone(text[:s.rows.longest+1]), '\n')
	for text = text[s.rows.longest+1:]; ; text = text[:0] {
		text, err := s.fill(text)
		if err != nil {
			return nil, err
		}
		end := lineEnd(text, 0)
		if end == len(text) && s.ended {
			return long, nil
		}
		if end == len(text) {
			continue
		}
		if end == len(text)-1 && !s.ended {
			if text, err = s.fill(append(make([]byte, 0, len(text)+s.size), text...)); err != nil {
				return nil, err
			}
		}
		s.rest = text[afterEnd(text, end):]
		return long, nil
	}
}
