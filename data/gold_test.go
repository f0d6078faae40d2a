package data

import (
	"bytes"
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// The gold set stays outside the embedded files: it measures the program and
// is no part of it.
func goldRows(t *testing.T) []map[string]string {
	t.Helper()
	text, err := os.ReadFile("gold/organisation.csv")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.ContainsRune(text, '\r') || !bytes.HasSuffix(text, []byte("\n")) {
		t.Error("gold/organisation.csv: lines must end in LF")
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"provider_id", "name", "stratum", "why", "snav", "bred", "uppgiven",
		"evidence_kind", "evidence_address", "evidence_says", "seen_date", "status",
	}
	if !slices.Equal(records[0], want) {
		t.Fatalf("header is %v, want %v", records[0], want)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range want {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestTheGoldSetIsSortedWithoutDuplicates(t *testing.T) {
	before := ""
	for _, row := range goldRows(t) {
		if row["provider_id"] <= before {
			t.Errorf("%s stands after %s", row["provider_id"], before)
		}
		before = row["provider_id"]
	}
}

func TestTheGoldSetUsesKnownCodes(t *testing.T) {
	known := map[string][]string{
		"stratum":       {"largest", "form", "hard"},
		"evidence_kind": {"", "statutes", "annual_report", "own_page", "official_list", "article"},
		"status":        {"checked", "uncheckable"},
	}
	sector := readList(t, "sector").codes()
	for _, row := range goldRows(t) {
		for column, codes := range known {
			if !slices.Contains(codes, row[column]) {
				t.Errorf("%s: %s is %q, want one of %q", row["provider_id"], column, row[column], codes)
			}
		}
		for _, definition := range []string{"snav", "bred", "uppgiven"} {
			if code := row[definition]; code != "" && (sector[code] == nil || code == "nonpublic" || code == "unknown") {
				t.Errorf("%s: %q under %s is not one of the three sectors", row["provider_id"], code, definition)
			}
		}
		for column, cell := range row {
			if strings.TrimSpace(cell) != cell {
				t.Errorf("%s: %s has space at an end", row["provider_id"], column)
			}
		}
	}
}

// A label without a page or a list behind it is a guess, and is not made.
func TestACheckedLabelHasEvidenceAndAnUncheckableOneHasNoLabel(t *testing.T) {
	for _, row := range goldRows(t) {
		checked := row["status"] == "checked"
		labelled := row["snav"] != "" && row["bred"] != "" && row["uppgiven"] == ""
		if strings.HasPrefix(row["provider_id"], "skottland:") {
			labelled = row["snav"] == "" && row["bred"] == "" && row["uppgiven"] != ""
		}
		if checked != labelled || checked != (row["evidence_kind"] != "") {
			t.Errorf("%s is %s, with labels %q %q %q and evidence %q", row["provider_id"], row["status"],
				row["snav"], row["bred"], row["uppgiven"], row["evidence_kind"])
		}
		_, err := time.Parse(time.DateOnly, row["seen_date"])
		if checked && (err != nil || !strings.HasPrefix(row["evidence_address"], "http")) {
			t.Errorf("%s: seen %q at %q", row["provider_id"], row["seen_date"], row["evidence_address"])
		}
		if !checked && row["evidence_address"]+row["seen_date"] != "" {
			t.Errorf("%s cannot be checked and has an address or a date", row["provider_id"])
		}
		if row["evidence_says"] == "" || row["why"] == "" || row["name"] == "" {
			t.Errorf("%s: a text is missing", row["provider_id"])
		}
	}
}

// What bred counts as idéburet holds all that snav does.
func TestTheGoldSetKeepsTheOrderOfTheDefinitions(t *testing.T) {
	for _, row := range goldRows(t) {
		if row["snav"] != row["bred"] && (row["snav"] != "private" || row["bred"] != "ideburen") {
			t.Errorf("%s is %s under snav and %s under bred", row["provider_id"], row["snav"], row["bred"])
		}
	}
}

// Natural persons, sole traders and names that a publisher or the example has
// masked are never in the set, nor is anything that looks like their number.
func TestTheGoldSetNamesNoNaturalPerson(t *testing.T) {
	number := regexp.MustCompile(`\b(19|20)?\d{2}[01]\d[0-3]\d-?\d{4}\b`)
	person := regexp.MustCompile(`\|(10|21|91)$|:masked:|\[`)
	for _, row := range goldRows(t) {
		id := row["provider_id"]
		if person.MatchString(id) || strings.Contains(row["name"], "[") {
			t.Errorf("%s can be a natural person", id)
		}
		if digits, found := strings.CutPrefix(id, "se:"); found && digits[2] < '2' {
			t.Errorf("%s is not the number of an organisation", id)
		}
		if number.MatchString(row["name"] + " " + row["why"] + " " + row["evidence_says"]) {
			t.Errorf("%s: a text has a number like that of a person", id)
		}
	}
}
