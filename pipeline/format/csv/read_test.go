package csv_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/csv"
)

// rowsOf reads what was written of a table, and keeps it.
func rowsOf(t interface{ Fatal(...any) }, tab edition.Table, text string, names ...string) (rows [][]any) {
	for row, err := range csv.Rows(strings.NewReader(text), tab, names...) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, slices.Clone(row))
	}
	return rows
}

// TestRowsComeBackAsTheyWere: every kind of cell, null and the empty text, quotes
// and line breaks inside a cell, and a publisher's formula.
func TestRowsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aå ,\"\r\n'=-1;")))
		null := func(of *rapid.Generator[any]) *rapid.Generator[any] { return rapid.OneOf(of, rapid.Just[any](nil)) }
		var rows [][]any
		for range rapid.IntRange(0, 8).Draw(t, "rows") {
			rows = append(rows, []any{
				text.Draw(t, "id"), null(text.AsAny()).Draw(t, "name"), null(rapid.Int64().AsAny()).Draw(t, "amount"),
				null(rapid.SampledFrom([]any{"0.000000", "-0.5", "12"})).Draw(t, "share"), null(rapid.Bool().AsAny()).Draw(t, "contested"),
				null(rapid.Just[any]("2019-10-15")).Draw(t, "from_date"),
			})
		}
		tab := table(rows...)
		if diff := cmp.Diff(rows, rowsOf(t, tab, write(t, tab))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestOnlyTheFieldsThatAreNamedAreRead(t *testing.T) {
	tab := table([]any{"a", "A, \"b\"\r\n", int64(1), "0.5", true, "2019-10-15"}, []any{"b", nil, nil, nil, nil, nil})
	want := [][]any{{nil, "A, \"b\"\r\n", nil, "0.5", nil, nil}, {nil, nil, nil, nil, nil, nil}}
	if diff := cmp.Diff(want, rowsOf(t, tab, write(t, tab), "name", "share")); diff != "" {
		t.Error(diff)
	}
}

// TestReadingMayEndEarly: whoever has found what is looked for needs no more.
func TestReadingMayEndEarly(t *testing.T) {
	tab := table([]any{"a", nil, nil, nil, nil, nil}, []any{"b", nil, nil, nil, nil, nil})
	for row := range csv.Rows(strings.NewReader(write(t, tab)), tab) {
		if row[0] != "a" {
			t.Fatal(row)
		}
		break
	}
}

func TestADamagedFileIsRefused(t *testing.T) {
	const header = "id,name,amount,share,contested,from_date\r\n"
	for name, c := range map[string]struct{ text, want string }{
		"another header":  {"id,namn,amount,share,contested,from_date\r\n", "row 0: column 2 is namn, not name"},
		"too short":       {header + "a,,,\r\n", "row 1: it ends before field contested"},
		"too long":        {header + "a,,,,,\r\nb,,,,,,7\r\n", `row 2: it goes on after its last field: ",7"`},
		"no number":       {header + "a,,x,,,\r\n", `row 1: field amount: strconv.ParseInt: parsing "x": invalid syntax`},
		"open quotes":     {header + "a\"b,\"c,,,,\r\n", "row 1: field name: the quotes around it do not end"},
		"the end is gone": {header + "a,\"b\r\n", "unexpected EOF"},
	} {
		var got error
		for _, err := range csv.Rows(strings.NewReader(c.text), table()) {
			got = err
		}
		if got == nil || got.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, got, c.want)
		}
	}
}
