package csvw_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/csvw"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func both(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }

func share() edition.Table {
	return edition.Table{
		Name: "share", Title: both("Andel", "Share"), Description: both("Varje sektors andel.", "The share of each sector."),
		Notes: []edition.Note{
			{Text: both("Får läsas utan", "Not needed")},
			{Text: both("Får inte summeras", "May not be summed"), Mandatory: true},
			{Text: both("Hela landet", "The whole country"), Field: "place", Code: "SE"},
			{Text: both("Summerar inte till 1", "Does not sum to 1"), Mandatory: true, Field: "amount"},
		},
		Source: []edition.Text{both("Skolverket", "Swedish National Agency")}, Publisher: both("Myndigheten", "The authority"),
		Contact: "statistik@example.org", Licence: "http://creativecommons.org/publicdomain/zero/1.0/",
		Reference: both("2019/20", "2019/20"), Updated: "2026-11-22", NextUpdate: "2027-11-22", Grain: []string{"measure", "place", "part"},
		Fields: []edition.Field{
			{Name: "measure", Kind: edition.KindText, Dimension: true, Label: both("Mått", "Measure")},
			{Name: "place", Kind: edition.KindText, Dimension: true, Label: both("Plats", "Place"),
				Codes: []edition.Code{{Code: "SE", Label: both("Sverige", "Sweden")}, {Code: "01", Label: both("Stockholm", "Stockholm")}}},
			{Name: "part", Kind: edition.KindText, Label: both("Del", "Part")},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol", Label: both("Antal", "Amount"), Unit: both("elever", "pupils")},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Label: both("Andel", "Share")},
			{Name: "is_open", Kind: edition.KindBoolean},
			{Name: "day", Kind: edition.KindDate},
			{Name: "symbol", Kind: edition.KindText, Label: both("Tecken", "Symbol")},
			{Name: "note", Kind: edition.KindText},
		},
		Rows: [][]any{
			{"elever", "SE", "", int64(0), "0.000000", true, "2019-10-15", "", nil},
			{"elever", "SE", "a", nil, nil, false, nil, "...", "x"},
		},
	}
}

func measure() edition.Table {
	return edition.Table{
		Name: "measure", Grain: []string{"measure"}, Fields: []edition.Field{{Name: "measure", Kind: edition.KindText}},
		Rows: [][]any{{"elever"}, {"platser"}},
	}
}

func TestWriteIsGolden(t *testing.T) {
	for golden, write := range map[string]func(*bytes.Buffer) error{
		"testdata/share.csv-metadata.json": func(w *bytes.Buffer) error { return csvw.Write(w, share()) },
		"testdata/csv-metadata.json":       func(w *bytes.Buffer) error { return csvw.WriteGroup(w, []edition.Table{share(), measure()}) },
	} {
		var got bytes.Buffer
		if err := write(&got); err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
}

// A described is what the tests read of a description.
type described struct {
	URL   string
	Notes []struct {
		Mandatory   bool
		Field, Code string
		Target      struct {
			ID string `json:"@id"`
		} `json:"oa:hasTarget"`
		Body []struct {
			Value    string `json:"@value"`
			Language string `json:"@language"`
		} `json:"oa:hasBody"`
	}
	TableSchema struct {
		PrimaryKey  []string
		ForeignKeys []struct {
			ColumnReference []string
			Reference       struct{ Resource string }
		}
		Columns []struct {
			Name, Datatype string
			Required       bool
			Null           []string
			Description    []struct {
				Value string `json:"@value"`
			} `json:"dc:description"`
			Codes struct {
				List []struct {
					Code struct {
						Value string `json:"@value"`
					} `json:"skos:notation"`
				} `json:"skos:hasTopConcept"`
			} `json:"qb:codeList"`
		}
	}
}

func read(t *testing.T, tab edition.Table) described {
	t.Helper()
	var out bytes.Buffer
	if err := csvw.Write(&out, tab); err != nil {
		t.Fatal(err)
	}
	var d described
	if err := json.Unmarshal(out.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestZeroNotApplicableMissingAndSuppressedAreToldApart(t *testing.T) {
	columns := read(t, share()).TableSchema.Columns
	amount, numbers, symbol := columns[3], columns[4], columns[7]
	if !strings.Contains(amount.Description[0].Value, "kolumnen symbol") || !strings.Contains(numbers.Description[0].Value, "uppgift saknas") {
		t.Errorf("nulls are explained as %q and %q", amount.Description, numbers.Description)
	}
	var codes []string
	for _, c := range symbol.Codes.List {
		codes = append(codes, c.Code.Value)
	}
	if diff := cmp.Diff(edition.Symbols(), codes); diff != "" {
		t.Errorf("symbols: -want +got:\n%s", diff)
	}
}

func TestAnEmptyTextIsNotNull(t *testing.T) {
	nulls := map[string][]string{}
	for _, c := range read(t, share()).TableSchema.Columns {
		nulls[c.Name] = c.Null
	}
	want := map[string][]string{"measure": {}, "place": {}, "part": {}, "amount": {""}, "share": {""}, "is_open": {""}, "day": {""},
		"symbol": {}, "note": {""}}
	if diff := cmp.Diff(want, nulls); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestEveryNoteIsThereInBothLanguages(t *testing.T) {
	var got []string
	for _, n := range read(t, share()).Notes {
		line := n.Target.ID + " " + n.Field + " " + n.Code
		if n.Mandatory {
			line += " mandatory"
		}
		got = append(got, line+": "+n.Body[0].Value+" / "+n.Body[1].Value)
	}
	want := []string{
		"share.csv   mandatory: Får inte summeras / May not be summed",
		"share.csv#col=4 amount  mandatory: Summerar inte till 1 / Does not sum to 1",
		"share.csv  : Får läsas utan / Not needed",
		"share.csv#col=2 place SE: Hela landet / The whole country",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAGroupSaysWhichTableAColumnRefersTo(t *testing.T) {
	var out bytes.Buffer
	lacking := measure()
	lacking.Name, lacking.Rows = "few", lacking.Rows[1:] // has not all values
	if err := csvw.WriteGroup(&out, []edition.Table{share(), measure(), lacking}); err != nil {
		t.Fatal(err)
	}
	var group struct{ Tables []described }
	if err := json.Unmarshal(out.Bytes(), &group); err != nil {
		t.Fatal(err)
	}
	keys := group.Tables[0].TableSchema.ForeignKeys
	if len(keys) != 1 || keys[0].Reference.Resource != "measure.csv" || keys[0].ColumnReference[0] != "measure" {
		t.Errorf("foreign keys = %v", keys)
	}
}

func TestWriteRefusesATableThatIsNotWhatItSays(t *testing.T) {
	bad := share()
	bad.Grain = []string{"nothing"}
	if err := csvw.Write(&bytes.Buffer{}, bad); err == nil {
		t.Error("no error")
	}
}
