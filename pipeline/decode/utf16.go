package decode

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Reader turns UTF-16 into UTF-8. A lone surrogate or a last odd byte
// becomes the byte 0xFF, which is not UTF-8, so that its row is rejected and
// not silently changed.
type utf16Reader struct {
	r       io.Reader
	big     bool
	raw     []byte // bytes read and not yet used
	out     []byte // UTF-8 not yet delivered
	err     error
	scratch []byte
}

const utf16Block = 64 << 10

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		u.fill()
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// fill reads one block and converts what is complete of it.
func (u *utf16Reader) fill() {
	if cap(u.raw) < utf16Block {
		u.raw = append(make([]byte, 0, utf16Block+4), u.raw...)
	}
	n, err := u.r.Read(u.raw[len(u.raw):utf16Block])
	u.raw = u.raw[:len(u.raw)+n]
	u.err = err
	used := u.convert(err != nil)
	u.raw = append(u.raw[:0], u.raw[used:]...)
}

// convert appends the text of raw to out and returns how many bytes it used.
func (u *utf16Reader) convert(last bool) (i int) {
	u.out = u.scratch[:0]
	for i+1 < len(u.raw) {
		r := rune(u.unit(i))
		width := 2
		if utf16.IsSurrogate(r) {
			if i+3 >= len(u.raw) && !last {
				break
			}
			r, width = u.surrogate(i)
		}
		if r < 0 {
			u.out = append(u.out, 0xff)
		} else {
			u.out = utf8.AppendRune(u.out, r)
		}
		i += width
	}
	if last && i < len(u.raw) {
		u.out = append(u.out, 0xff)
		i = len(u.raw)
	}
	u.scratch = u.out
	return i
}

// surrogate returns the character of the pair at i, or -1 for a lone half.
func (u *utf16Reader) surrogate(i int) (rune, int) {
	if i+3 < len(u.raw) {
		if r := utf16.DecodeRune(rune(u.unit(i)), rune(u.unit(i+2))); r != utf8.RuneError {
			return r, 4
		}
	}
	return -1, 2
}

func (u *utf16Reader) unit(i int) uint16 {
	if u.big {
		return uint16(u.raw[i])<<8 | uint16(u.raw[i+1])
	}
	return uint16(u.raw[i+1])<<8 | uint16(u.raw[i])
}
