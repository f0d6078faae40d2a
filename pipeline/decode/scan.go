package decode

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

const (
	ones = 0x0101010101010101
	tops = 0x8080808080808080
)

// findSeparators stores the places of separator in text in places, as far as they
// have room, and returns how many there are. Eight bytes at a time: a byte
// equal to the separator is zero after the exclusive or, and only a zero byte
// leaves its top bit clear in both terms.
func findSeparators(text []byte, separator byte, places []int) (n int) {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		x := binary.LittleEndian.Uint64(text[i:]) ^ uint64(separator)*ones
		hits := ^(((x &^ tops) + (tops - ones)) | x) & tops
		for ; hits != 0; hits &= hits - 1 {
			if n < len(places) {
				places[n] = i + bits.TrailingZeros64(hits)/8
			}
			n++
		}
	}
	for ; i < len(text); i++ {
		if text[i] == separator {
			if n < len(places) {
				places[n] = i
			}
			n++
		}
	}
	return n
}

// validUTF8 is utf8.Valid, faster where ASCII and two-byte characters mix.
func validUTF8(text []byte) bool {
	for i := 0; i < len(text); {
		if i+8 <= len(text) {
			high := binary.LittleEndian.Uint64(text[i:]) & tops
			if high == 0 {
				i += 8
				continue
			}
			i += bits.TrailingZeros64(high) / 8
		}
		switch b := text[i]; {
		case b < utf8.RuneSelf:
			i++
		case b >= 0xc2 && b <= 0xdf && i+1 < len(text) && text[i+1]&0xc0 == 0x80:
			i += 2
		default:
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				return false
			}
			i += size
		}
	}
	return true
}

// isASCII reports whether text has no byte above 127.
func isASCII(text []byte) bool {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		if binary.LittleEndian.Uint64(text[i:])&tops != 0 {
			return false
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
