package site

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"regexp"
	"strings"

	"tresektor/pipeline/bidi"
	"tresektor/pipeline/edition"
)

//go:embed template/*.html
var templates embed.FS

//go:embed template/style.css
var style string

// Write writes index.html: one file that asks for its charts only and runs no
// script. Nothing is written when the page is not what it says.
func Write(w io.Writer, p Page) error {
	data, err := newDocument(p)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := render(w, "page.html", p.Language, data); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// functions are the formats of numbers, in the page's language.
func functions(language string) template.FuncMap {
	return template.FuncMap{
		"number":      func(amount string) (string, error) { return edition.Number(amount, language) },
		"percent":     func(share string) (string, error) { return edition.Percent(share, 1, language) },
		"between":     func(low, high string) (string, error) { return edition.Between(low, high, language) },
		"short":       short,
		"apart":       bidi.Isolated,
		"aside":       func(label string) string { return strings.TrimPrefix(label, short(label)) },
		"pieces":      pieces,
		"day":         func(date string) string { return edition.Day(date, language) },
		"link":        rowLink,
		"look":        look,
		"cards":       FactTable.isWide,
		"before":      asBefore,
		"spoken":      func(t FactTable, column int, cell string) string { return spoken(t, column, cell, language) },
		"capitalised": capitalised,
		"next":        func(n int) int { return n + 1 },
	}
}

// short is a sector's label without what stands in brackets after it.
func short(label string) string {
	name, _, _ := strings.Cut(label, " (")
	return name
}

// asBefore is a column's name as it stands before a cell of a card.
func asBefore(name string) string {
	if name == "" || strings.HasSuffix(name, "?") {
		return name
	}
	return name + ":"
}

// A piece is a part of a text; a browser must not break the line inside one
// that is kept.
type piece struct {
	Text   string
	IsKept bool
}

var span = regexp.MustCompile(`[0-9]+([,.][0-9]+)?–[0-9]+([,.][0-9]+)?|[0-9]{1,3}( [0-9]{3})+`)

// pieces finds the spans of numbers, such as 1–9, and the numbers with spaces,
// such as 1 227: browsers break them.
func pieces(text string) []piece {
	var out []piece
	at := 0
	for _, found := range span.FindAllStringIndex(text, -1) {
		out = append(out, piece{Text: text[at:found[0]]}, piece{text[found[0]:found[1]], true})
		at = found[1]
	}
	return append(out, piece{Text: text[at:]})
}

// policy lets in the pictures of the edition's folder, the page's own style by
// its checksum, the scripts of the folder where the page runs any, and nothing
// else.
func policy(style string, runs bool) string {
	sum := sha256.Sum256([]byte(style))
	scripts := ""
	if runs {
		scripts = "script-src 'self'; "
	}
	return "default-src 'none'; " + scripts + "img-src 'self'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
}
