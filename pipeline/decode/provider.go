package decode

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"

	"tresektor/pipeline/orgnr"
)

// A provider is what a cell of an orgnr column becomes.
type provider struct {
	id, kind string
	hidden   bool // a natural or masked person, or the like: its name is withheld
	missing  bool // the cell holds no number
}

// providers turns orgnr cells into providers. Each worker has its own.
type providers struct {
	source  string
	masks   map[string]string // folded cell text → mask
	missing symbols
	hash    hash.Hash
	seen    map[string]provider
	numeric bool // some mask or symbol begins with a digit
}

// mostSeen bounds the memory of providers seen.
const mostSeen = 1 << 16

func newProviders(o Options) *providers {
	p := &providers{
		source:  o.Source,
		masks:   map[string]string{},
		missing: newSymbols(o),
		hash:    hmac.New(sha256.New, o.PersonKey),
		seen:    map[string]provider{},
	}
	for text, mask := range o.Masks {
		p.masks[Fold(text)] = mask
		p.numeric = p.numeric || beginsWithDigit(text)
	}
	for text := range p.missing.names {
		p.numeric = p.numeric || beginsWithDigit(text)
	}
	return p
}

// organisation returns the ten digits of a plain organisation number, with or
// without its hyphen, or after the 16 of a legal person: by far the most common cell, so it is read without
// looking anything up. Masks and symbols that look like a number come first.
func (p *providers) organisation(text []byte) (digits [10]byte, ok bool) {
	if len(text) == 11 && text[6] == '-' {
		copy(digits[:6], text)
		copy(digits[6:], text[7:])
	} else if len(text) == 10 {
		copy(digits[:], text)
	} else if len(text) == 12 && text[0] == '1' && text[1] == '6' {
		copy(digits[:], text[2:])
	} else {
		return digits, false
	}
	return digits, digits[2] >= '2' && !p.numeric && orgnr.CheckDigit(digits)
}

func (p *providers) of(text []byte) provider {
	if found, ok := p.seen[string(text)]; ok {
		return found
	}
	if len(p.seen) >= mostSeen {
		clear(p.seen)
	}
	made := p.make(string(text))
	p.seen[string(text)] = made
	return made
}

func (p *providers) make(text string) provider {
	if mask, ok := p.masks[Fold(text)]; ok {
		return p.masked(mask)
	}
	if p.missing.of([]byte(text)) != "" {
		return p.masked(orgnr.MaskNone)
	}
	n := orgnr.Parse(text)
	switch n.Kind {
	case orgnr.Organisation:
		return provider{id: "se:" + n.Digits, kind: "organisation"}
	case orgnr.Person:
		if n.Digits == "" {
			return p.masked(n.Mask)
		}
		return provider{id: "person:" + p.hashed(n.Digits), kind: "person", hidden: true}
	case orgnr.Foreign:
		return provider{id: "foreign:" + p.shown(n), kind: "foreign", hidden: n.Personal}
	case orgnr.Internal:
		return provider{id: p.source + ":" + p.shown(n), kind: "publisher", hidden: n.Personal}
	}
	return p.masked(n.Mask)
}

// person is whom a text stands for that is said to be a natural person's
// number: the digits decide only which number it is.
func (p *providers) person(text string) provider {
	if n := orgnr.Parse(text); n.Kind == orgnr.Person && n.Digits != "" {
		text = n.Digits
	}
	return provider{id: "person:" + p.hashed(text), kind: "person", hidden: true}
}

func (p *providers) masked(mask string) provider {
	made := provider{id: p.source + ":masked:" + mask, kind: "masked", hidden: true}
	switch mask {
	case orgnr.MaskNone:
		made.hidden, made.missing = false, true
	case orgnr.MaskNatural:
		made.kind = "person"
	}
	return made
}

// longestID is how long a publisher's own number may be to be shown.
const longestID = 40

// shown is the text of a number for an id, hashed when it may be a personal
// number, and when it is no number at all and may be a name.
func (p *providers) shown(n orgnr.Number) string {
	if n.Personal || len(n.Text) > longestID || !strings.ContainsAny(n.Text, "0123456789") {
		return p.hashed(n.Text)
	}
	return n.Text
}

func (p *providers) hashed(text string) string {
	p.hash.Reset()
	p.hash.Write([]byte(text))
	return hex.EncodeToString(p.hash.Sum(nil)[:16])
}

func beginsWithDigit(text string) bool {
	text = Fold(text)
	return text != "" && text[0] >= '0' && text[0] <= '9'
}
