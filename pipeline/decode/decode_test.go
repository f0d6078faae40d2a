package decode

import (
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A table is what a reader delivered, as text: the header and then the rows;
// null is ∅.
type table [][]string

// readAll decodes text and returns the rows and the account.
func readAll(t rapid.TB, text string, o Options) (table, Account, error) {
	t.Helper()
	r, err := CSV(strings.NewReader(text), o)
	if err != nil {
		return nil, Account{}, err
	}
	defer r.Release()
	return drain(r)
}

func drain(r *Reader) (table, Account, error) {
	var rows table
	for r.Next() {
		record := r.Record()
		for i := range int(record.NumRows()) {
			var row []string
			for _, column := range record.Columns() {
				row = append(row, cellText(column, i))
			}
			rows = append(rows, row)
		}
	}
	return rows, r.Account(), r.Err()
}

func cellText(column interface {
	IsNull(int) bool
	ValueStr(int) string
}, i int) string {
	if column.IsNull(i) {
		return "∅"
	}
	switch column := column.(type) {
	case *array.String:
		return column.Value(i)
	case *array.Decimal128:
		return column.Value(i).ToString(column.DataType().(*arrow.Decimal128Type).Scale)
	}
	return column.ValueStr(i)
}

// ledger are the columns of a supplier ledger that most tests use.
func ledger() Options {
	return Options{
		Source:    "ledger",
		File:      "ledger.csv",
		PersonKey: []byte("key"),
		Columns: []Column{
			{Name: "provider", Headers: []string{"leverantor_id"}, Type: Orgnr},
			{Name: "name", Headers: []string{"leverantor"}, Type: PersonName, Of: "provider"},
			{Name: "booked", Headers: []string{"datum", "bokforingsdatum"}, Type: Date},
			{Name: "amount", Headers: []string{"belopp", "nettobelopp"}, Type: Amount, Scale: 2, Required: true},
		},
	}
}

func TestALedgerIsReadByName(t *testing.T) {
	text := "kopare;leverantor;leverantor_id;datum;belopp\n" +
		"VGR;Attendo AB;556016-0680;2025-01-31;1234,50\n" +
		"VGR;\"Ågren; Söner\";232100-0131;2024-02-29;-0,05\n" +
		"VGR;Anna Andersson;811218-9876;2025-03-01;1 000\n"
	rows, account, err := readAll(t, text, ledger())
	if err != nil {
		t.Fatal(err)
	}
	want := table{
		{"2", "se:5560160680", "organisation", "Attendo AB", "2025-01-31", "1234.50"},
		{"3", "se:2321000131", "organisation", "Ågren; Söner", "2024-02-29", "-0.05"},
		{"4", rows[2][1], "person", "∅", "2025-03-01", "1000.00"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if !strings.HasPrefix(rows[2][1], "person:") || len(rows[2][1]) != len("person:")+32 {
		t.Errorf("the person's id is %q", rows[2][1])
	}
	if got := fmt.Sprint(account.Sums["amount"].Read); account.Rows != 3 || got != "223445" {
		t.Errorf("rows %d, sum %s", account.Rows, got)
	}
}
