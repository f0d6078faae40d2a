package csvw

import (
	"slices"

	"tresektor/pipeline/edition"
)

type schema struct {
	Columns     []column     `json:"columns"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type column struct {
	Name        string            `json:"name"`
	Titles      map[string]string `json:"titles"`
	Datatype    string            `json:"datatype"`
	Required    bool              `json:"required"`
	Null        []string          `json:"null"`
	Description []literal         `json:"dc:description,omitempty"`
	Unit        []literal         `json:"schema:unitText,omitempty"`
	Codes       *codeList         `json:"qb:codeList,omitempty"`
}

type foreignKey struct {
	Columns   []string `json:"columnReference"`
	Reference struct {
		Resource string   `json:"resource"`
		Columns  []string `json:"columnReference"`
	} `json:"reference"`
}

func newSchema(t edition.Table) schema {
	s := schema{PrimaryKey: t.Grain}
	for i := range t.Fields {
		s.Columns = append(s.Columns, newColumn(t, i))
	}
	return s
}

func newColumn(t edition.Table, i int) column {
	f := t.Fields[i]
	return column{
		Name: f.Name, Titles: titles(f), Datatype: datatype(f.Kind),
		Required: slices.Contains(t.Grain, f.Name), Null: nulls(t, i),
		Description: literals(meaning(t, f)), Unit: literals(f.Unit), Codes: newCodeList(t, i),
	}
}

// titles are a column's labels, and its name as it stands in the header.
func titles(f edition.Field) map[string]string {
	all := map[string]string{"und": f.Name}
	for language, label := range map[string]string{edition.Swedish: f.Label.SV, edition.English: f.Label.EN} {
		if label != "" {
			all[language] = label
		}
	}
	return all
}

func datatype(kind edition.Kind) string {
	if kind == edition.KindText {
		return "string"
	}
	return string(kind) // integer, decimal, boolean and date are called so here too
}

// nulls are the texts of a column that stand for null. CSV on the web cannot
// tell nothing from "", the empty text; package csv does. A text column that
// has no null says so, and its empty texts stay texts.
func nulls(t edition.Table, i int) []string {
	isNull := func(row []any) bool { return row[i] == nil }
	if t.Fields[i].Kind == edition.KindText && !slices.ContainsFunc(t.Rows, isNull) {
		return []string{}
	}
	return []string{""}
}

// meaning says what a null of the column means.
func meaning(t edition.Table, f edition.Field) edition.Text {
	switch {
	case f.Symbol != "":
		return edition.Text{
			SV: "Tom cell: se kolumnen " + f.Symbol + ", eller ej tillämpligt där den är tom. 0 är en räknad nolla.",
			EN: "Empty cell: see the column " + f.Symbol + ", or not applicable where that is empty. 0 is a counted zero.",
		}
	case f.Kind == edition.KindInteger || f.Kind == edition.KindDecimal:
		return edition.Text{SV: "Tom cell: uppgift saknas. 0 är en räknad nolla.", EN: "Empty cell: not available. 0 is a counted zero."}
	}
	return edition.Text{}
}

// foreignKeys finds the tables that t's columns refer to: those whose grain is
// one column of that name and which have every value that t has.
func foreignKeys(t edition.Table, tables []edition.Table) (keys []foreignKey) {
	for i, f := range t.Fields {
		for _, other := range tables {
			if other.Name == t.Name || len(other.Grain) != 1 || other.Grain[0] != f.Name || !holds(other, t, i) {
				continue
			}
			key := foreignKey{Columns: []string{f.Name}}
			key.Reference.Resource, key.Reference.Columns = other.Name+".csv", []string{f.Name}
			keys = append(keys, key)
		}
	}
	return keys
}

func holds(other, t edition.Table, i int) bool {
	k, values := other.Index(t.Fields[i].Name), map[any]bool{}
	for _, row := range other.Rows {
		values[row[k]] = true
	}
	return !slices.ContainsFunc(t.Rows, func(row []any) bool { return !values[row[i]] })
}
