package link_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/link"
)

// rows reads a file of the example as rows keyed by column.
func rows(t testing.TB, separator rune, path ...string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{"..", "..", "data"}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = separator
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for {
		fields, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for i, column := range header {
			row[column] = fields[i]
		}
		all = append(all, row)
	}
}

func swedishPlaces(t testing.TB) link.Places {
	var list []link.Place
	for _, row := range rows(t, ',', "place.csv") {
		list = append(list, link.Place{Code: row["code"], Label: row["label_sv"]})
	}
	return link.NewPlaces(list)
}

// formCodes reads the legal forms by all their spellings.
func formCodes(t testing.TB) func(string) []string {
	codes := map[string]string{}
	for _, row := range rows(t, ',', "legal_form.csv") {
		for _, spelling := range append(strings.Split(row["alias"], "|"), row["code"], row["label_sv"]) {
			codes[strings.ToLower(spelling)] = row["code"]
		}
	}
	return func(text string) []string {
		if text == "" {
			return nil
		}
		code, found := codes[strings.ToLower(text)]
		if !found {
			t.Fatalf("unknown legal form %q", text)
		}
		return []string{code}
	}
}

// procured are the suppliers of the example, and their contracts.
func procured(t testing.TB) (suppliers []link.Supplier, contracts map[string]int) {
	form, at := formCodes(t), map[string]int{}
	contracts = map[string]int{}
	for _, row := range rows(t, ';', "example", "inbox", "vardupphandling_2021.csv") {
		id := strings.ToLower(row["leverantor"]) + "|" + row["juridisk_form"]
		if _, seen := at[id]; !seen {
			at[id] = len(suppliers)
			suppliers = append(suppliers, link.Supplier{
				ID: id, Source: "vardupphandling", Name: row["leverantor"],
				Attributes: link.Attributes{Forms: form(row["juridisk_form"])},
			})
		}
		s := &suppliers[at[id]]
		s.SNI = append(s.SNI, row["sni"])
		n := 0
		fmt.Sscan(row["antal_avtal"], &n)
		contracts[id] += n
	}
	return suppliers, contracts
}

// bodies are the organisations of the example that have a number: those that
// run schools.
func bodies(t testing.TB) []link.Candidate {
	var all []link.Candidate
	form := formCodes(t)
	for _, row := range rows(t, ';', "example", "inbox", "skola_2019-20.csv") {
		all = append(all, link.Candidate{ID: "se:" + row["orgnr"], Names: []string{row["namn"]},
			Attributes: link.Attributes{Forms: form(row["juridisk_form"]), Places: []string{row["kommun"]}}})
	}
	for _, row := range rows(t, ';', "example", "inbox", "ak9_2024-25.csv") {
		all = append(all, link.Candidate{ID: "se:" + row["orgnr"], Names: []string{row["namn"]},
			Attributes: link.Attributes{Places: []string{row["kommun"]}}})
	}
	return all
}

func sequence(all []link.Candidate) iter.Seq2[link.Candidate, error] {
	return func(yield func(link.Candidate, error) bool) {
		for _, each := range all {
			if !yield(each, nil) {
				return
			}
		}
	}
}

// TestTheExampleIsLinkedAsAPersonWouldLinkIt holds every link made between the
// procurement file and the example's own bodies. Each was looked at: the name,
// the form and what the two files say the organisation does belong together.
func TestTheExampleIsLinkedAsAPersonWouldLinkIt(t *testing.T) {
	suppliers, contracts := procured(t)
	outcomes, err := link.Suppliers(suppliers, swedishPlaces(t), sequence(bodies(t)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	number, volume := map[link.Status]int{}, map[link.Status]int{}
	for _, o := range outcomes {
		number[o.Status]++
		volume[o.Status] += contracts[o.Supplier]
		name, _, _ := strings.Cut(o.Supplier, "|")
		if o.Status == link.Linked {
			got = append(got, name+": "+o.Organisation)
		}
		if o.Status == link.Review {
			got = append(got, name+": "+string(o.Why)+" "+o.Matches[0].Organisation)
		}
	}
	want := []string{
		"attendo individ och familj ab: se:5564778958",
		"attendo samsa ab: se:5565990545",
		"båktorp ab: se:5564834363",
		"caremore vård och behandling ab: se:5564997319",
		"folkuniversitetet stiftelsen kurs- verksamheten vid lunds universitet: only_legal_form se:8450003481",
		"folkuniversitetet stiftelsen kursver ksamheten vid göteborgs universitet: only_legal_form se:8572006313",
		"frösunda iof ab: se:5565972352",
		"frösunda omsorg ab: se:5565092482",
		"impius utvecklings ab: se:5565523858",
		"kommunsamverkan cura individutveckling: se:2220000711",
		"magelungen utveckling ab: se:5564891447",
		"nynäshamns kommun: se:2120000233",
		"nytida ab: only_similar se:5568642234",
		"nytida enigma ab: se:5564870771",
		"nytida solängen ab: se:5566684345",
		"nytida tasava ab: se:5565586871",
		"nytida vip ab: se:5564969367",
		"stiftelsen fryshuset: only_legal_form se:8020111582",
		"stockholms kommun: se:2120000142",
		"utvecklingspedagogik sverige aktiebolag: se:5564715729",
		"vassbo behandlingshem ab: se:5564491602",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[link.Status]int{link.Linked: 17, link.Review: 4, link.Unlinked: 918}, number); diff != "" {
		t.Error(diff)
	}
	t.Log("suppliers", number, "contracts", volume)
}
