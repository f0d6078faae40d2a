package px

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The format's limits.
const (
	mostDecimals = 15
	mostShown    = 6
	longestID    = 20  // of a matrix
	longestLine  = 150 // characters of a line; 256 is where readers stop
)

// bare writes a keyword and its value as it is: a number, YES or NO, or quoted.
func (f *file) bare(keyword, value string) { f.out.WriteString(keyword + "=" + value + ";\r\n") }

func (f *file) number(keyword string, n int) { f.bare(keyword, strconv.Itoa(n)) }

// text writes a keyword with one text.
func (f *file) text(keyword, text string) {
	f.bare(keyword, split(text, longestLine-utf8.RuneCountInString(keyword)))
}

// texts writes a keyword with a list of texts.
func (f *file) texts(keyword string, texts []string) {
	f.bare(keyword, list(texts, utf8.RuneCountInString(keyword)+1))
}

// each writes a keyword in every language, its text and what it is of, right
// after each other; nothing where there is no text.
func (f *file) each(keyword string, text func(view) string, of ...func(view) string) {
	for i, v := range f.views {
		if t := text(v); t != "" {
			f.text(f.key(keyword, i, of...), t)
		}
	}
}

// list is each for lists.
func (f *file) list(keyword string, texts func(view) []string, of ...func(view) string) {
	for i, v := range f.views {
		f.texts(f.key(keyword, i, of...), texts(v))
	}
}

// key is a keyword in a view's language, with what it is of.
func (f *file) key(keyword string, i int, of ...func(view) string) string {
	if i > 0 {
		keyword += "[" + f.views[i].language + "]"
	}
	var names []string
	for _, name := range of {
		names = append(names, `"`+plain(name(f.views[i]))+`"`)
	}
	if names == nil {
		return keyword
	}
	return keyword + "(" + strings.Join(names, ",") + ")"
}

// split quotes a text, over several lines where it is long: a reader puts the
// parts together again. room is what is left of the first line.
func split(text string, room int) string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.SplitAfter(plain(text), " ") {
		if n := utf8.RuneCountInString(word); used+n > room && line != "" {
			lines = append(lines, line)
			line, used, room = "", 0, longestLine
		}
		line += word
		used += utf8.RuneCountInString(word)
	}
	return `"` + strings.Join(append(lines, line), "\"\r\n\"") + `"`
}

// list quotes texts with commas between; a line breaks between two of them,
// never inside one.
func list(texts []string, used int) string {
	var out strings.Builder
	for i, text := range texts {
		quoted := `"` + plain(text) + `"`
		if i > 0 {
			out.WriteByte(',')
		}
		if n := utf8.RuneCountInString(quoted); i > 0 && used+n > longestLine {
			out.WriteString("\r\n")
			used = 0
		}
		out.WriteString(quoted)
		used += utf8.RuneCountInString(quoted) + 1
	}
	return out.String()
}

// plain makes a text fit to stand in quotes, of which there are none inside.
func plain(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ReplaceAll(text, `"`, "”"), func(r rune) bool {
		return r == '\r' || r == '\n' || r == '\t'
	}), " ")
}

// matrix is the file's identity: its name, or as much of it as there is room
// for and the beginning of its checksum.
func matrix(name string) string {
	if len(name) <= longestID {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	return name[:longestID-9] + "_" + hex.EncodeToString(sum[:])[:8]
}
