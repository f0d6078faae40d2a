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
// run schools, and the buyers.
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

func TestDumpX(t *testing.T) {
	suppliers, contracts := procured(t)
	got, err := link.Suppliers(suppliers, swedishPlaces(t), sequence(bodies(t)))
	if err != nil {
		t.Fatal(err)
	}
	n := map[link.Status]int{}
	c := map[link.Status]int{}
	for _, o := range got {
		n[o.Status]++
		c[o.Status] += contracts[o.Supplier]
		if o.Status != link.Unlinked {
			t.Logf("%s %s %s %v %v", o.Status, o.Supplier, o.Why, o.Confirming, o.Matches)
		}
	}
	t.Log(n, c)
}
