package decode

import "bytes"

// A grammar says where rows begin and end. The splitter, which cuts the file
// into chunks, and the workers, which see one chunk each, use the same one.
type grammar struct {
	separator byte
	fields    int // fields in a row; 0 when not yet known
	longest   int // bytes in a row
}

// A verdict says whether a row could be told from its neighbours.
type verdict int

const (
	whole      verdict = iota
	unfinished         // the bytes end before the row does, and more may come
	tooLong            // one line is longer than the longest row
	afterQuote         // text after a closing quotation mark
	unclosed           // a quotation mark that does not close in time
)

// A row is where a row lies in the bytes it was looked for in. When the
// verdict is not whole, it is one physical line, and the next row starts on
// the next physical line.
type row struct {
	start, end int // without line end
	next       int // start of the next row
	lines      int // physical lines
	verdict    verdict
}

// A span is where a cell lies, without its quotation marks.
type span struct {
	start, end int
	quoted     bool
}

// row finds the row that starts at start. more says that bytes may follow
// text. The cells of a whole row are appended to spans and returned.
//
// A quotation mark that does not close within the longest row, or whose row
// then has the wrong number of fields, or whose lines would each be a complete
// row without it, has been forgotten: only the line where it stands is lost.
func (g grammar) row(text []byte, start int, more bool, spans []span) (row, []span) {
	line := g.line(text, start, more)
	if line.verdict != whole {
		return line, spans
	}
	limit := min(len(text), start+g.longest+1)
	end, state, spans := g.cells(text[:limit], start, spans)
	if state == unfinished {
		switch {
		case limit-start > g.longest:
			state = unclosed
		case more:
			line.verdict = unfinished
			return line, spans
		case end == limit:
			state = whole // the file ends here
		default:
			state = unclosed
		}
	}
	if state == afterQuote && end > line.end {
		state = unclosed
	}
	if state == whole && end > line.end {
		lines := countLines(text[start:end])
		if g.fields > 0 && (len(spans) != g.fields || g.complete(text[start:end])) {
			state = unclosed
		} else {
			line = row{start: start, end: end, next: afterEnd(text, end), lines: lines}
			if cutCR(text, end, more) {
				state = unfinished
			}
		}
	}
	line.verdict = state
	return line, spans
}

// line finds the physical line that starts at start.
func (g grammar) line(text []byte, start int, more bool) row {
	limit := min(len(text), start+g.longest+1)
	end := lineEnd(text[:limit], start)
	found := row{start: start, end: end, lines: 1}
	if end-start > g.longest {
		found.verdict = tooLong
		found.end = lineEnd(text, end)
	}
	found.next = afterEnd(text, found.end)
	if more && found.end == len(text) || cutCR(text, found.end, more) {
		found.verdict = unfinished
	}
	return found
}

// cells walks over the cells of a row. It returns where the row ends, or
// where it stopped: at the end of text inside a quoted cell (end 0) or after a
// cell (end len(text)), both unfinished, or at text after a closing quote.
func (g grammar) cells(text []byte, start int, spans []span) (int, verdict, []span) {
	for p := start; ; {
		cell := span{start: p}
		if p < len(text) && text[p] == '"' {
			end := closing(text, p+1)
			if end < 0 {
				return 0, unfinished, spans
			}
			cell = span{start: p + 1, end: end, quoted: true}
			p = end + 1
		} else {
			p = g.cellEnd(text, p)
			cell.end = p
		}
		spans = append(spans, cell)
		switch {
		case p == len(text):
			return p, unfinished, spans
		case text[p] == '\n' || text[p] == '\r':
			return p, whole, spans
		case text[p] != g.separator:
			return p, afterQuote, spans
		}
		p++
	}
}

// cellEnd returns the end of the unquoted cell that starts at p.
func (g grammar) cellEnd(text []byte, p int) int {
	for p < len(text) && text[p] != g.separator && text[p] != '\n' && text[p] != '\r' {
		p++
	}
	return p
}

// closing returns the place of the quotation mark that closes the cell whose
// text starts at p, or -1.
func closing(text []byte, p int) int {
	for {
		i := bytes.IndexByte(text[p:], '"')
		if i < 0 {
			return -1
		}
		p += i
		if p+1 == len(text) || text[p+1] != '"' {
			return p
		}
		p += 2
	}
}

// complete reports whether each of several lines has as many fields as a row
// when quotation marks are ordinary characters.
func (g grammar) complete(lines []byte) bool {
	if g.fields < 2 {
		return false
	}
	for start := 0; start <= len(lines); {
		end := lineEnd(lines, start)
		if bytes.Count(lines[start:end], []byte{g.separator}) != g.fields-1 {
			return false
		}
		start = max(afterEnd(lines, end), end+1)
	}
	return true
}

// lineEnd returns the place of the first line end at or after start, or
// len(text).
func lineEnd(text []byte, start int) int {
	for i := start; i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' {
			return i
		}
	}
	return len(text)
}

// afterEnd returns what follows the line end at end.
func afterEnd(text []byte, end int) int {
	switch {
	case end >= len(text):
		return len(text)
	case text[end] == '\r' && end+1 < len(text) && text[end+1] == '\n':
		return end + 2
	}
	return end + 1
}

// cutCR reports whether the line end at end may be the first half of a CRLF.
func cutCR(text []byte, end int, more bool) bool {
	return more && end == len(text)-1 && text[end] == '\r'
}

// countLines counts the physical lines of a row without its last line end.
func countLines(text []byte) (n int) {
	for start := 0; ; n++ {
		end := lineEnd(text, start)
		if end == len(text) {
			return n + 1
		}
		start = afterEnd(text, end)
	}
}
