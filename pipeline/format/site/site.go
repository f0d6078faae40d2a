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

	"tresektor/pipeline/edition"
)

// The templates draw; the .go files beside them place. Charts are written by
// hand as templates because gonum's vgsvg draws text without title, desc and
// role, knows no patterns for what is undecided, and computes in floating
// point: here all geometry is in integers, and the escaping of hostile labels
// is html/template's own.
//
//go:embed template/*.html
var templates embed.FS

//go:embed template/style.css
var style string

// Write writes index.html: one file that asks for nothing else and runs no
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
		"number":  func(amount string) (string, error) { return edition.Number(amount, language) },
		"percent": func(share string) (string, error) { return edition.Percent(share, 1, language) },
		"between": func(low, high string) (string, error) { return between(low, high, language) },
		"short":   short,
		"aside":   func(label string) string { return strings.TrimPrefix(label, short(label)) },
		"pieces":  pieces,
		"day":     func(date string) string { return edition.Day(date, language) },
		"link":    rowLink,
		"width":   width,
		"next":    func(n int) int { return n + 1 },
	}
}

// short is a sector's label without what stands in brackets after it.
func short(label string) string {
	name, _, _ := strings.Cut(label, " (")
	return name
}

// A piece is a part of a text; a browser must not break the line inside one
// that is kept.
type piece struct {
	Text   string
	IsKept bool
}

var span = regexp.MustCompile(`[0-9]+([,.][0-9]+)?–[0-9]+([,.][0-9]+)?`)

// pieces finds the spans of numbers, such as 1–9: browsers break them.
func pieces(text string) []piece {
	var out []piece
	at := 0
	for _, found := range span.FindAllStringIndex(text, -1) {
		out = append(out, piece{Text: text[at:found[0]]}, piece{text[found[0]:found[1]], true})
		at = found[1]
	}
	return append(out, piece{Text: text[at:]})
}

// between is a possible range as text, and one number when the difference is
// less than 0.05 percentage points or does not show. A range without an upper
// end says that it is one.
func between(low, high, language string) (string, error) {
	text, err := edition.Percent(low, 1, language)
	if err != nil || edition.IsSymbol(low) {
		return text, err
	}
	if edition.IsSymbol(high) {
		return "≥\u00a0" + text, nil
	}
	upper, err := edition.Percent(high, 1, language)
	if err != nil {
		return "", err
	}
	from, _, err := parseShare(low)
	if err != nil {
		return "", err
	}
	to, _, err := parseShare(high)
	if to-from < oneNumber || upper == text {
		return text, err
	}
	return text + "–" + upper, err
}

// policy lets the page's own style in, by its checksum, the scripts of its own
// folder where it runs any, and nothing else.
func policy(style string, runs bool) string {
	sum := sha256.Sum256([]byte(style))
	scripts := ""
	if runs {
		scripts = "script-src 'self'; "
	}
	return "default-src 'none'; " + scripts + "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
}
