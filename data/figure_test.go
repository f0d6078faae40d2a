package data

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// TestPublishedFiguresSayWhatTheyCount holds that a figure answers the four
// questions in both languages, says who says it and where, and whether it can be
// compared with ours: with which cell, or why not.
func TestPublishedFiguresSayWhatTheyCount(t *testing.T) {
	names, err := fs.Glob(FS(), "figure/*.csv")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsRune(text, '\r') || !bytes.HasSuffix(text, []byte("\n")) {
			t.Errorf("%s: lines must end in LF", name)
		}
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		seen := map[string]bool{}
		for _, row := range rows[1:] {
			cells := map[string]string{}
			for i, column := range rows[0] {
				cells[column] = row[i]
			}
			if seen[cells["figure"]] {
				t.Errorf("%s: figure %s stands twice", name, cells["figure"])
			}
			seen[cells["figure"]] = true
			for _, fault := range figureFaults(cells) {
				t.Errorf("%s: %s: %s", name, cells["figure"], fault)
			}
		}
	}
}

func figureFaults(cells map[string]string) (faults []string) {
	cell := []string{"tolerance", "definition", "measure", "period", "place", "area", "agreement", "sector"}
	for column, text := range cells {
		ofCell := slices.Contains(cell, column)
		if (text == "") != (ofCell && cells["comparable"] == "no") {
			faults = append(faults, column+" is given where it may not be, or lacks")
		}
		if text != strings.TrimSpace(text) {
			faults = append(faults, column+" has spaces around it")
		}
		if other, swedish := strings.CutSuffix(column, "_sv"); swedish && text == cells[other+"_en"] && !slices.Contains([]string{"counts"}, other) {
			faults = append(faults, column+" is the same in both languages")
		}
	}
	for _, word := range []string{"övriga", "vinstdrivande", "icke-vinstdrivande"} {
		for _, column := range []string{"label_sv", "counts_sv", "of_sv", "who_sv", "why_sv"} {
			if strings.Contains(strings.ToLower(cells[column]), word) {
				faults = append(faults, column+" says "+word+", which no source proves")
			}
		}
	}
	if !strings.HasPrefix(cells["url"], "https://") && !strings.HasPrefix(cells["url"], "http://") {
		faults = append(faults, "url is no address")
	}
	return faults
}
