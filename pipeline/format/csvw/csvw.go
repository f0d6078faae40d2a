// Package csvw writes what W3C's "Metadata Vocabulary for Tabular Data" can say
// of a published CSV (package csv): types, nulls, titles and code lists in two
// languages, what identifies a row, notes, terms, publisher and calendar. It
// describes the files of package csv and must be changed together with it.
//
// Zero is 0. A cell that has no number is null, and its column says which
// column has the symbol that tells why: "." not applicable, ".." missing,
// "..." suppressed, or nothing where the row has numbers and this one does not
// apply to it.
package csvw

import (
	"encoding/json"
	"fmt"
	"io"

	"tresektor/pipeline/edition"
)

// GroupName is the file that describes all tables of a folder: readers look
// for it by this name.
const GroupName = "csv-metadata.json"

// FileName is where readers look for the description of a table's CSV.
func FileName(table string) string { return table + ".csv-metadata.json" }

// Write writes the description of t.
func Write(w io.Writer, t edition.Table) error {
	if err := t.Check(); err != nil {
		return fmt.Errorf("csvw: %w", err)
	}
	d := newDescription(t)
	d.Context, d.Dialect = vocabulary(), ourDialect()
	return encode(w, d)
}

// WriteGroup writes one description of all tables, which also says how they
// refer to each other: a column that is all there is to another table's grain,
// and has its name, holds its values.
func WriteGroup(w io.Writer, tables []edition.Table) error {
	g := group{Context: vocabulary(), Dialect: ourDialect()}
	for _, t := range tables {
		d := newDescription(t)
		d.Schema.ForeignKeys = foreignKeys(t, tables)
		g.Tables = append(g.Tables, d)
	}
	return encode(w, g)
}

func encode(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(v)
}

func vocabulary() []any {
	return []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": edition.Swedish}}
}

type group struct {
	Context []any         `json:"@context"`
	Dialect *dialect      `json:"dialect"`
	Tables  []description `json:"tables"`
}

// A dialect is how package csv writes.
type dialect struct {
	Encoding        string   `json:"encoding"`
	Delimiter       string   `json:"delimiter"`
	LineTerminators []string `json:"lineTerminators"`
	QuoteChar       string   `json:"quoteChar"`
	DoubleQuote     bool     `json:"doubleQuote"`
	Header          bool     `json:"header"`
	Trim            bool     `json:"trim"`
	SkipBlankRows   bool     `json:"skipBlankRows"`
	CommentPrefix   *string  `json:"commentPrefix"` // null: no row is a comment
}

func ourDialect() *dialect {
	return &dialect{
		Encoding: "utf-8", Delimiter: ",", LineTerminators: []string{"\r\n"},
		QuoteChar: `"`, DoubleQuote: true, Header: true,
	}
}

// A description is one table of the metadata. The prefixes are those that the
// vocabulary defines itself.
type description struct {
	Context     []any      `json:"@context,omitempty"`
	URL         string     `json:"url"`
	Title       []literal  `json:"dc:title,omitempty"`
	Description []literal  `json:"dc:description,omitempty"`
	Publisher   []literal  `json:"dc:publisher,omitempty"`
	Contact     *literal   `json:"dcat:contactPoint,omitempty"`
	Source      []literal  `json:"dc:source,omitempty"`
	Licence     *reference `json:"dc:license,omitempty"`
	Temporal    []literal  `json:"dc:temporal,omitempty"`
	Modified    *literal   `json:"dc:modified,omitempty"`
	NextUpdate  *literal   `json:"schema:expires,omitempty"`
	Notes       []note     `json:"notes,omitempty"`
	Dialect     *dialect   `json:"dialect,omitempty"`
	Schema      schema     `json:"tableSchema"`
}

// A literal is a text in a language, or a value of a type: always one of them.
type literal struct {
	Value    string `json:"@value"`
	Language string `json:"@language,omitempty"`
	Type     string `json:"@type,omitempty"`
}

type reference struct {
	ID string `json:"@id"`
}

func newDescription(t edition.Table) description {
	d := description{
		URL: t.Name + ".csv", Title: literals(t.Title), Description: literals(t.Description),
		Publisher: literals(t.Publisher), Source: literals(t.Source...), Temporal: literals(t.Reference),
		Modified: day(t.Updated), NextUpdate: day(t.NextUpdate),
		Notes: notes(t), Schema: newSchema(t),
	}
	if t.Contact != "" {
		d.Contact = &literal{Value: t.Contact, Type: "xsd:string"}
	}
	if t.Licence != "" {
		d.Licence = &reference{t.Licence}
	}
	return d
}

// literals are the texts in the languages they have.
func literals(texts ...edition.Text) (all []literal) {
	for _, t := range texts {
		for _, each := range []literal{{Value: t.SV, Language: edition.Swedish}, {Value: t.EN, Language: edition.English}} {
			if each.Value != "" {
				all = append(all, each)
			}
		}
	}
	return all
}

func day(date string) *literal {
	if date == "" {
		return nil
	}
	return &literal{Value: date, Type: "xsd:date"}
}
