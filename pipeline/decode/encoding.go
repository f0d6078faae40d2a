package decode

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// An encoding is how the bytes of rows become text. UTF-16 is turned into
// UTF-8 before the rows are split.
type encoding struct {
	name   string
	single *[256]char // the character of each byte; nil for UTF-8
}

// A char is a character as UTF-8, or of size 0 where a byte stands for none.
// Those of single-byte encodings need at most three bytes.
type char struct {
	bytes [3]byte
	size  uint8
}

var (
	utf8Encoding  = encoding{name: "utf-8"}
	utf16Encoding = encoding{name: "utf-16"}
	windows1252   = encoding{name: "windows-1252", single: singleByte(charmap.Windows1252)}
	iso88591      = encoding{name: "iso-8859-1", single: singleByte(charmap.ISO8859_1)}
)

// singleByte tabulates a single-byte encoding. Bytes that stand for nothing
// or for the control characters U+0080 to U+009F are left empty: in a
// published table they mean that the encoding is another one.
func singleByte(chars *charmap.Charmap) *[256]char {
	var table [256]char
	for i := range table {
		if r := chars.DecodeByte(byte(i)); r != utf8.RuneError && (r < 0x80 || r > 0x9f) {
			table[i].size = uint8(copy(table[i].bytes[:], string(r)))
		}
	}
	return &table
}

// append appends text in a single-byte encoding to out as UTF-8, without the
// bytes that stand for nothing.
func (e encoding) append(out, text []byte) []byte {
	for _, b := range text {
		c := &e.single[b]
		out = append(out, c.bytes[:c.size]...)
	}
	return out
}

// utf8 is text as UTF-8, in scratch if it has to be changed.
func (e encoding) utf8(text []byte, scratch *[]byte) ([]byte, problem) {
	if e.single == nil || isASCII(text) {
		return text, ""
	}
	if len(*scratch) < 3*len(text) {
		*scratch = make([]byte, 4*len(text))
	}
	out, n := *scratch, 0
	for _, b := range text {
		if b < utf8.RuneSelf {
			out[n] = b
			n++
			continue
		}
		c := &e.single[b]
		if c.size == 0 {
			return nil, fmt.Sprintf("the byte %#x is no character of %s", b, e.name)
		}
		out[n], out[n+1], out[n+2] = c.bytes[0], c.bytes[1], c.bytes[2]
		n += int(c.size)
	}
	return out[:n], ""
}

// A beginning is what the first bytes of a file say about its encoding.
type beginning struct {
	mark     string // the encoding named by a byte order mark
	skip     int    // length of the mark
	bigOrder bool   // of UTF-16
}

func begins(head []byte) beginning {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return beginning{mark: "utf-8", skip: 3}
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return beginning{mark: "utf-16", skip: 2}
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return beginning{mark: "utf-16", skip: 2, bigOrder: true}
	}
	return beginning{bigOrder: zeros(head, 0) > zeros(head, 1)}
}

// zeros counts the zero bytes at even (0) or odd (1) places.
func zeros(head []byte, parity int) (n int) {
	for i := parity; i < len(head); i += 2 {
		if head[i] == 0 {
			n++
		}
	}
	return n
}

// headLength is how much of a file is looked at for its byte order.
const headLength = 1024

// openText strips the byte order mark from r and decides the encoding, or
// leaves it undecided (an empty name) for auto without a mark.
func openText(r io.Reader, declared string) (io.Reader, encoding, error) {
	head := make([]byte, headLength)
	n, err := io.ReadFull(r, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, encoding{}, err
	}
	head = head[:n]
	start := begins(head)
	if start.mark != "" && declared != "auto" && declared != start.mark {
		return nil, encoding{}, fmt.Errorf("declared as %s, but it begins with the byte order mark of %s", declared, start.mark)
	}
	r = io.MultiReader(bytes.NewReader(head[start.skip:]), r)
	if declared == "auto" {
		declared = start.mark
	}
	switch declared {
	case "utf-8":
		return r, utf8Encoding, nil
	case "windows-1252":
		return r, windows1252, nil
	case "iso-8859-1":
		return r, iso88591, nil
	case "utf-16":
		if start.mark == "" && n > 0 && bytes.IndexByte(head, 0) < 0 {
			return nil, encoding{}, fmt.Errorf("declared as utf-16, but it has neither a byte order mark nor a zero byte")
		}
		return &utf16Reader{r: r, big: start.bigOrder}, utf16Encoding, nil
	}
	return r, encoding{}, nil
}

// decide says whether text whose encoding is not declared is UTF-8 or
// windows-1252. Until the first byte above 127 both read the same, so the
// first chunk with such a byte decides for the whole file: UTF-8 if it is
// valid, or has more well-formed characters than stray bytes (then a row with
// a stray byte is a reject, and does not turn the file into Ã¥Ã¤Ã¶).
func decide(text []byte) encoding {
	if isASCII(text) {
		return encoding{}
	}
	good, bad := 0, 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		text = text[size:]
	}
	if good > bad {
		return utf8Encoding
	}
	return windows1252
}

// misdeclared reports whether text declared as a single-byte encoding is UTF-8:
// its bytes above 127 all pair up, which Swedish text in windows-1252 does not.
func misdeclared(text []byte, e encoding) bool {
	return e.single != nil && !isASCII(text) && utf8.Valid(text)
}

// trimPartial drops a last character that the end of text cuts off.
func trimPartial(text []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(text); i++ {
		if b := text[len(text)-i]; utf8.RuneStart(b) {
			if !utf8.FullRune(text[len(text)-i:]) {
				return text[:len(text)-i]
			}
			break
		}
	}
	return text
}
