package jsonstat_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
	"tresektor/pipeline/format/jsonstat"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func share(rows ...[]any) edition.Table {
	return edition.Table{
		Name:  "share_elever",
		Title: edition.Text{SV: "Elever <åk 1–9> efter sektor", EN: "Pupils by sector"},
		Notes: []edition.Note{
			{Text: edition.Text{SV: "Andel av kända belopp", EN: "Share of known amounts"}},
			{Text: edition.Text{SV: "Får inte summeras", EN: "May not be summed"}, Mandatory: true},
			{Text: edition.Text{SV: "Efter huvudman", EN: "By responsible body"}, Mandatory: true, Field: "sector"},
			{Text: edition.Text{SV: "Hela landet", EN: "The whole country"}, Field: "place", Code: "SE"},
			{Text: edition.Text{SV: "Summerar inte till 1", EN: "Does not sum to 1"}, Mandatory: true, Field: "share"},
			{Text: edition.Text{SV: "Om tecken", EN: "On symbols"}, Field: "symbol"},
		},
		Publisher: edition.Text{SV: "Myndigheten", EN: "The authority"}, Contact: "statistik@example.org",
		Licence: "http://creativecommons.org/publicdomain/zero/1.0/", Reference: edition.Text{SV: "läsår", EN: "school years"},
		NextUpdate: "2027-11-22",
		Source:     []edition.Text{{SV: "Skolverket", EN: "Skolverket"}, {SV: "SCB", EN: "Statistics Sweden"}},
		Updated:    "2026-11-22",
		Grain:      []string{"period", "place", "sector"},
		Fields: []edition.Field{
			{Name: "period", Kind: edition.KindText, Dimension: true, Role: edition.RoleTime, Label: edition.Text{SV: "Läsår", EN: "School year"}},
			{Name: "place", Kind: edition.KindText, Dimension: true, Role: edition.RolePlace, Label: edition.Text{SV: "Plats", EN: "Place"},
				Codes: []edition.Code{
					{Code: "SE", Label: edition.Text{SV: "Sverige", EN: "Sweden"}},
					{Code: "0114", Label: edition.Text{SV: "Upplands Väsby", EN: "Upplands Väsby"}},
					{Code: "01", Label: edition.Text{SV: "Stockholms län", EN: "Stockholm county"}},
				}},
			{Name: "sector", Kind: edition.KindText, Dimension: true, Label: edition.Text{SV: "Sektor", EN: "Sector"},
				Codes: []edition.Code{
					{Code: "public", Label: edition.Text{SV: "Offentlig", EN: "Public"}},
					{Code: "ideburen", Label: edition.Text{SV: "Idéburen", EN: "Non-profit (idéburen)"}},
				}},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol", Label: edition.Text{SV: "Antal", EN: "Amount"}, Unit: edition.Text{SV: "elever", EN: "pupils"}},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Symbol: "symbol", Label: edition.Text{SV: "Andel", EN: "Share"}},
			{Name: "symbol", Kind: edition.KindText},
		},
		Rows: rows,
	}
}

var rows = [][]any{
	{"2019/20", "SE", "public", int64(908159), "0.841710", nil},
	{"2019/20", "SE", "ideburen", int64(0), "0.000000", nil},
	{"2018/19", "SE", "public", nil, nil, edition.NotApplicable},
	{"2018/19", "0114", "public", int64(7), nil, edition.Suppressed},
	{"2018/19", "0114", "ideburen", nil, nil, nil},
}

func write(t interface{ Fatal(...any) }, c cube.Cube, language string) []byte {
	var out bytes.Buffer
	if err := jsonstat.Write(&out, c, language); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func cubes(t interface{ Fatal(...any) }, tab edition.Table, o cube.Options) []cube.Cube {
	all, err := cube.Of(tab, o)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWriteIsGolden(t *testing.T) {
	for _, language := range []string{edition.Swedish, edition.English} {
		got := write(t, cubes(t, share(rows...), cube.Options{})[0], language)
		golden := "testdata/share." + language + ".json"
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
}

func TestZeroAndTheThreeSymbolsAreFourThings(t *testing.T) {
	d := decode(t, write(t, cubes(t, share(rows...), cube.Options{})[0], edition.Swedish))
	for _, want := range []struct {
		period, place, sector, metric, value, status string
	}{
		{"2019/20", "SE", "ideburen", "share", "0.000000", ""},
		{"2018/19", "SE", "public", "share", "", "."},
		{"2018/19", "0114", "ideburen", "amount", "", ".."}, // null without a symbol
		{"2019/20", "0114", "public", "amount", "", ".."},   // no such row
		{"2018/19", "0114", "public", "share", "", "..."},
		{"2018/19", "0114", "public", "amount", "7", ""},
	} {
		value, status := d.cell(t, want.period, want.place, want.sector, want.metric)
		if value != want.value || status != want.status {
			t.Errorf("%s %s %s %s = %q with %q, want %q with %q", want.period, want.place,
				want.sector, want.metric, value, status, want.value, want.status)
		}
	}
}

func TestAPartSaysWhatItIs(t *testing.T) {
	parts := cubes(t, share(rows...), cube.Options{Limit: 7})
	first, second := decode(t, write(t, parts[0], edition.Swedish)), decode(t, write(t, parts[1], edition.Swedish))
	if first.Extension.Part != "2018/19" || !strings.Contains(strings.Join(first.Note, " "), "gäller 2018/19") {
		t.Errorf("the part does not say what it is: %q %q", first.Extension.Part, first.Note)
	}
	if value, _ := second.cell(t, "2019/20", "SE", "public", "amount"); value != "908159" {
		t.Errorf("second part: %q", value)
	}
}

func TestEveryNoteIsInItsPlaceOrLeft(t *testing.T) {
	c := cubes(t, share(rows...), cube.Options{})[0]
	d := decode(t, write(t, c, edition.English))
	place, sector, metric := d.Dimension["place"], d.Dimension["sector"], d.Dimension["metric"]
	want := [][]string{{"May not be summed", "Share of known amounts"}, {"The whole country"}, {"By responsible body"}, {"Does not sum to 1"}}
	if diff := cmp.Diff(want, [][]string{d.Note, place.Category.Note["SE"], sector.Note, metric.Category.Note["share"]}); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	mandatory := []bool{d.Extension.NoteMandatory["0"], d.Extension.NoteMandatory["1"], place.Extension.CategoryNoteMandatory["SE"]["0"],
		sector.Extension.NoteMandatory["0"], metric.Extension.CategoryNoteMandatory["share"]["0"]}
	if diff := cmp.Diff([]bool{true, false, false, true, true}, mandatory); diff != "" {
		t.Errorf("mandatory: -want +got:\n%s", diff)
	}
	if left := c.Left(); len(left) != 1 || left[0].Field != "symbol" {
		t.Errorf("left = %v, want the note on symbol, which is not in the cube", left)
	}
}

// Every number of the table is in the dataset, at its place, and the order of
// the rows changes no byte.
func TestEveryNumberIsAtItsPlace(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var all [][]any
		for _, period := range []string{"2018", "2019", "2020"} {
			for _, place := range []string{"SE", "01", "0114"} {
				for _, sector := range []string{"public", "ideburen"} {
					if rapid.Bool().Draw(r, "occurs") || len(all) == 0 {
						all = append(all, []any{period, place, sector, rapid.Int64().Draw(r, "n"), nil, nil})
					}
				}
			}
		}
		one := write(r, cubes(r, share(all...), cube.Options{})[0], edition.Swedish)
		two := write(r, cubes(r, share(rapid.Permutation(all).Draw(r, "rows")...), cube.Options{})[0], edition.Swedish)
		if !bytes.Equal(one, two) {
			r.Fatal("the order of the rows matters")
		}
		d := decode(r, one)
		for _, row := range all {
			value, _ := d.cell(r, row[0].(string), row[1].(string), row[2].(string), "amount")
			if n := json.Number(value); n.String() != value || value != jsonText(row[3]) {
				r.Fatalf("%v: %q", row, value)
			}
		}
	})
}

func jsonText(v any) string { b, _ := json.Marshal(v); return string(b) }

// A dataset is what JSON-stat 2.0 says that one must have, and what a reader
// makes of it.
type dataset struct {
	Version, Class, Label, Source, Updated string
	Note                                   []string
	Role                                   map[string][]string
	ID                                     []string
	Size                                   []int
	Dimension                              map[string]struct {
		Label     string
		Note      []string
		Extension struct {
			NoteMandatory         map[string]bool
			CategoryNoteMandatory map[string]map[string]bool
		}
		Category struct {
			Index []string
			Label map[string]string
			Note  map[string][]string
			Unit  map[string]struct {
				Label    string
				Decimals int
			}
		}
	}
	Extension struct {
		Table, Part, Publisher, Contact, Licence, Reference string
		NextUpdate                                          string `json:"next_update"`
		NoteMandatory                                       map[string]bool
		Status                                              map[string]string
	}
	Value  []*json.Number
	Status map[string]string
}

// decode reads strictly and checks the parts against each other.
func decode(t interface{ Fatal(...any) }, content []byte) dataset {
	var d dataset
	in := json.NewDecoder(bytes.NewReader(content))
	in.DisallowUnknownFields()
	in.UseNumber()
	if err := in.Decode(&d); err != nil {
		t.Fatal(err)
	}
	cells := 1
	for i, id := range d.ID {
		category := d.Dimension[id].Category
		cells *= d.Size[i]
		if len(category.Index) != d.Size[i] || len(category.Label) != d.Size[i] || d.Dimension[id].Label == "" {
			t.Fatal("dimension ", id, " does not fit its size")
		}
	}
	nulls := 0
	for i, value := range d.Value {
		if value == nil {
			nulls++
			if !edition.IsSymbol(d.Status[jsonText(i)]) {
				t.Fatal("null without a status at ", i)
			}
		}
	}
	if d.Version != "2.0" || d.Class != "dataset" || len(d.Dimension) != len(d.ID) || len(d.Value) != cells || len(d.Status) != nulls {
		t.Fatal("not a JSON-stat 2.0 dataset: ", string(content))
	}
	for role, ids := range d.Role {
		if !slices.Contains([]string{"time", "geo", "metric"}, role) || !slices.Contains(d.ID, ids[0]) {
			t.Fatal("role ", role, " of ", ids)
		}
	}
	return d
}

func (d dataset) cell(t interface{ Fatal(...any) }, codes ...string) (value, status string) {
	at := 0
	for i, code := range codes {
		k := slices.Index(d.Dimension[d.ID[i]].Category.Index, code)
		if k < 0 {
			t.Fatal("no ", code, " in ", d.ID[i])
		}
		at = at*d.Size[i] + k
	}
	if d.Value[at] != nil {
		value = d.Value[at].String()
	}
	return value, d.Status[jsonText(at)]
}
