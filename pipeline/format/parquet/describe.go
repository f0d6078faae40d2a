package parquet

import (
	"bytes"
	"encoding/json"

	"github.com/apache/arrow/go/v17/arrow"

	"tresektor/pipeline/edition"
)

// describe gives the key-value metadata of t's file: each value is JSON, and
// each text has both languages.
func describe(t edition.Table) (about arrow.Metadata, err error) {
	var keys, values []string
	for _, each := range []struct {
		key   string
		value any
	}{
		{"name", t.Name}, {"title", t.Title}, {"description", t.Description},
		{"grain", t.Grain}, {"fields", fields(t)}, {"notes", notes(t)}, {"symbols", symbols()},
		{"source", t.Source}, {"publisher", t.Publisher}, {"contact", t.Contact}, {"licence", t.Licence},
		{"reference", t.Reference}, {"updated", t.Updated}, {"next_update", t.NextUpdate},
	} {
		text, err := inJSON(each.value)
		if err != nil {
			return about, err
		}
		keys, values = append(keys, each.key), append(values, text)
	}
	return arrow.NewMetadata(keys, values), nil
}

func inJSON(value any) (string, error) {
	var out bytes.Buffer
	to := json.NewEncoder(&out)
	to.SetEscapeHTML(false)
	err := to.Encode(value)
	return string(bytes.TrimSpace(out.Bytes())), err
}

type symbol struct {
	Symbol  string       `json:"symbol"`
	Meaning edition.Text `json:"meaning"`
}

func symbols() (list []symbol) {
	for _, each := range edition.Symbols() {
		list = append(list, symbol{each, edition.SymbolLabel(each)})
	}
	return list
}

type field struct {
	Name      string       `json:"name"`
	Label     edition.Text `json:"label"`
	Unit      edition.Text `json:"unit"`
	Decimals  int          `json:"decimals"`
	Dimension bool         `json:"dimension"`
	Role      edition.Role `json:"role"`
	Symbol    string       `json:"symbol"` // the field that says why a cell is null
	Codes     []code       `json:"codes"`
}

type code struct {
	Code  string       `json:"code"`
	Label edition.Text `json:"label"`
}

func fields(t edition.Table) []field {
	var list []field
	for i, f := range t.Fields {
		about := field{
			Name: f.Name, Label: f.Label, Unit: f.Unit, Decimals: f.Decimals,
			Dimension: f.Dimension, Role: f.Role, Symbol: f.Symbol, Codes: []code{},
		}
		for _, c := range t.Occurring(i) {
			about.Codes = append(about.Codes, code(c))
		}
		list = append(list, about)
	}
	return list
}

type note struct {
	edition.Text
	Mandatory bool   `json:"mandatory"`
	Field     string `json:"field"`
	Code      string `json:"code"`
}

// notes are the mandatory ones first.
func notes(t edition.Table) []note {
	list := []note{}
	for _, mandatory := range []bool{true, false} {
		for _, n := range t.Notes {
			if n.Mandatory == mandatory {
				list = append(list, note(n))
			}
		}
	}
	return list
}
