package cube_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

func table(rows ...[]any) edition.Table {
	return edition.Table{
		Name: "share", Grain: []string{"period", "sector"}, Rows: rows,
		Fields: []edition.Field{
			{Name: "period", Kind: edition.KindText, Dimension: true, Role: edition.RoleTime},
			{Name: "sector", Kind: edition.KindText, Dimension: true,
				Codes: []edition.Code{{Code: "public", Label: edition.Text{SV: "Offentlig"}}, {Code: "ideburen"}}},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol"},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Symbol: "symbol"},
			{Name: "symbol", Kind: edition.KindText},
		},
		Notes: []edition.Note{
			{Text: edition.Text{SV: "om allt"}},
			{Text: edition.Text{SV: "om en kod"}, Field: "sector", Code: "public"},
			{Text: edition.Text{SV: "om en kod som inte finns"}, Field: "sector", Code: "private"},
			{Text: edition.Text{SV: "om andelen"}, Field: "share"},
			{Text: edition.Text{SV: "om tecknet"}, Field: "symbol"},
		},
	}
}

func of(t *testing.T, tab edition.Table, o cube.Options) []cube.Cube {
	t.Helper()
	all, err := cube.Of(tab, o)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestZeroAndTheThreeSymbolsAreFourThings(t *testing.T) {
	c := of(t, table(
		[]any{"2020/21", "public", int64(0), nil, ""},
		[]any{"2020/21", "ideburen", nil, nil, edition.Suppressed},
		[]any{"2019/20", "public", int64(7), "0.000000", nil},
	), cube.Options{})[0]
	if diff := cmp.Diff([]string{"7", "0.000000", "", "", "0", "", "", ""}, c.Values); diff != "" {
		t.Errorf("values: -want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"", "", "..", "..", "", ".", "...", "..."}, c.Symbols); diff != "" {
		t.Errorf("symbols: -want +got:\n%s", diff)
	}
}

func TestALargeTableIsDividedByPeriodAndSaysSo(t *testing.T) {
	rows := table([]any{"2019/20", "public", int64(1), nil, nil}, []any{"2018/19", "ideburen", int64(1), nil, nil},
		[]any{"2018/19", "public", int64(2), nil, nil})
	if got := len(of(t, rows, cube.Options{Limit: 8})); got != 1 {
		t.Errorf("at the limit: %d cubes, want 1", got)
	}
	parts := of(t, rows, cube.Options{Limit: 3})
	if diff := cmp.Diff([]string{"share.2018-19", "share.2019-20"}, []string{parts[0].Name, parts[1].Name}); diff != "" {
		t.Fatalf("-want +got:\n%s", diff)
	}
	if got := parts[1].Table.Reference.EN; got != "2019/20" {
		t.Errorf("a part says that it is about %q", got)
	}
	said := parts[0].Remarks()
	if len(said) != 2 || !strings.Contains(said[0].SV, "gäller 2018/19") || !strings.Contains(said[1].EN, "4 cells, more than the limit of 3") {
		t.Errorf("remarks = %q", said)
	}
	if said := parts[1].Remarks(); len(said) != 1 {
		t.Errorf("a part within the limit says %q", said)
	}
}

func TestNotesOnWhatIsNotInTheCubeAreLeft(t *testing.T) {
	var left []string
	for _, n := range of(t, table([]any{"2019", "public", int64(1), nil, nil}), cube.Options{})[0].Left() {
		left = append(left, n.SV)
	}
	if diff := cmp.Diff([]string{"om en kod som inte finns", "om tecknet"}, left); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestOfRefusesWhatACubeCannotSay(t *testing.T) {
	row := []any{"2019", "public", int64(1), "1", nil}
	for name, bad := range map[string]edition.Table{
		"two rows in one place": table(row, row),
		"a code not listed":     table([]any{"2019", "XX", int64(1), "1", nil}),
		"an unknown symbol":     table([]any{"2019", "public", nil, nil, "*"}),
		"no rows":               table(),
		"a float":               table([]any{"2019", "public", 1.0, nil, nil}),
	} {
		if _, err := cube.Of(bad, cube.Options{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
