package pipeline_test

import (
	"bytes"
	"encoding/csv"
	"math/big"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

const correctionHeader = "correction_id,edition,measures,periods,cause,explanation_sv,explanation_en,date,name\n"

// aline is three editions: a revision, and then a correction of the first.
type aline struct {
	dir    string
	ids    []string
	before string // a copy of the workspace when the second was the last
}

func correctedLine(t *testing.T) (l aline) {
	t.Helper()
	l.dir = smallWorkspace(t, smallFiles())
	refresh := func() {
		o := options(l.dir)
		o.Date = o.Date.AddDate(0, 0, len(l.ids))
		l.ids = append(l.ids, refreshed(t, o).Edition)
	}
	refresh()
	write(t, filepath.Join(l.dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "110,00", "300,00"))
	refresh()
	l.before = copied(t, l.dir)
	write(t, filepath.Join(l.dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "150,00", "300,00"))
	write(t, filepath.Join(l.dir, "corrections.csv"), correctionHeader+
		"R1,"+l.ids[0]+",prov,2024-01,source_data,Kommunen hade glömt en faktura.,The municipality had forgotten an invoice.,2026-11-20,Anna Ek\n")
	refresh()
	return l
}

func TestALineOfEditions(t *testing.T) {
	t.Parallel()
	l := correctedLine(t)
	t.Run("tells a correction", func(t *testing.T) { correctionTold(t, l) })
	t.Run("keeps first and latest values", func(t *testing.T) { vintagesKept(t, l) })
	t.Run("tells what differs between any two", func(t *testing.T) { editionsCompared(t, l) })
	t.Run("keeps what is corrected", func(t *testing.T) { correctionStays(t, l) })
	t.Run("refuses a correction of nothing", func(t *testing.T) { correctionRefused(t, l) })
}

func correctionTold(t *testing.T, l aline) {
	for _, row := range table(t, l.dir, "revision") {
		if row["kind"] != "correction" || row["corrections"] != "R1" || row["causes"] != "source_data" {
			t.Errorf("%s of %s by %s", row["kind"], row["causes"], row["corrections"])
		}
	}
	rows := table(t, l.dir, "correction")
	want := []map[string]string{{
		"correction_id": "R1", "edition": l.ids[0], "measures": "prov", "periods": "2024-01", "cause": "source_data",
		"explanation_sv": "Kommunen hade glömt en faktura.", "explanation_en": "The municipality had forgotten an invoice.",
		"date": "2026-11-20", "published_date": "2026-11-24", "edition_before": l.ids[1], "cells": rows[0]["cells"], "largest_change": "0.065040",
	}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if rows[0]["cells"] == "0" {
		t.Error("the correction meets no cell")
	}
	for name, text := range files(t, l.dir) {
		if strings.Contains(text, "Anna Ek") {
			t.Errorf("%s names who answers for the correction", name)
		}
	}
}

func vintagesKept(t *testing.T, l aline) {
	found := false
	for _, row := range table(t, l.dir, "vintage") {
		if row["definition"] != "snav" || row["sector"] != "ideburen" {
			continue
		}
		found = true
		got := strings.Join([]string{row["first_date"], row["first_amount"], row["first_share"], row["latest_date"], row["latest_amount"], row["latest_share"]}, " ")
		if want := "2026-11-22 100.00 0.250000 2026-11-24 150.00 0.333333"; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if !found {
		t.Error("the revised cell is not kept")
	}
	for _, row := range table(t, l.dir, "vintage_period") {
		if row["definition"] == "snav" && row["first_date"]+" "+row["latest_date"] != "2026-11-22 2026-11-24" {
			t.Errorf("the period is dated %s and %s", row["first_date"], row["latest_date"])
		}
	}
}

// The editions' parts sum to the whole way between them, there and back.
func editionsCompared(t *testing.T, l aline) {
	diff := func(from, to string) pipeline.EditionDifference {
		d, err := pipeline.MakeEditionDifference(options(l.dir), pipeline.EditionsOptions{From: from, To: to, Definition: "snav"})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range d.Cells {
			sums := [3]big.Rat{}
			for _, p := range c.Parts {
				for i, text := range []string{p.Share, p.Amount, p.Total} {
					part, _ := new(big.Rat).SetString(text)
					sums[i].Add(&sums[i], part)
				}
			}
			for i, text := range []string{c.Change.Share, c.Change.Amount, c.Change.Total} {
				if want, _ := new(big.Rat).SetString(text); sums[i].Cmp(want) != 0 {
					t.Errorf("%s to %s: %v: parts sum to %s, not %s", from, to, c.Cell, sums[i].RatString(), text)
				}
			}
		}
		return d
	}
	for _, c := range []struct {
		from, to                  int
		kind, amount, share, part string
	}{
		{0, 1, "revision", "10.00", "0.018293", "source_data"},
		{0, 2, "correction", "50.00", "0.083333", "source_data"},
		{2, 0, "correction", "-50.00", "-0.083333", "source_data"},
		{1, 1, "", "", "", ""},
	} {
		d := diff(l.ids[c.from], l.ids[c.to])
		if c.kind == "" {
			if len(d.Cells) != 0 {
				t.Errorf("an edition differs from itself: %v", d.Cells)
			}
			continue
		}
		for _, cell := range d.Cells {
			if cell.Sector == "ideburen" && (cell.Kind != c.kind || cell.Change.Amount != c.amount || cell.Change.Share != c.share || cell.Parts[0].Cause != c.part) {
				t.Errorf("%d to %d: %+v", c.from, c.to, cell)
			}
		}
	}
	told(t, diff(l.ids[0], l.ids[2]))
}

// told holds that text, JSON's cells and CSV say the same.
func told(t *testing.T, d pipeline.EditionDifference) {
	t.Helper()
	for language, want := range map[string]string{
		"sv": "idéburen andel rättad (R1) från 25,0000 till 33,3333 procent: +8,3333 procentenheter",
		"en": "idéburen share corrected (R1) from 25.0000 to 33.3333 per cent: +8.3333 percentage points",
	} {
		if text := d.Text(language); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	var out bytes.Buffer
	if err := d.WriteCSV(&out); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	parts := 0
	for _, c := range d.Cells {
		parts += len(c.Parts)
	}
	if err != nil || len(rows) != parts+1 {
		t.Errorf("%d rows of %d parts: %v", len(rows), parts, err)
	}
}

// A correction that is published stays, also when its row is taken away, and
// accounts for nothing that happens later.
func correctionStays(t *testing.T, l aline) {
	dir := copied(t, l.dir)
	write(t, filepath.Join(dir, "corrections.csv"), correctionHeader)
	write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "160,00", "300,00"))
	o := options(dir)
	o.Date = o.Date.AddDate(0, 0, 3)
	before := table(t, dir, "correction")
	refreshed(t, o)
	if diff := cmp.Diff(before, table(t, dir, "correction")); diff != "" {
		t.Error(diff)
	}
	for _, row := range table(t, dir, "revision") {
		if row["kind"] != "revision" {
			t.Errorf("a later revision is called a %s", row["kind"])
		}
	}
}

func correctionRefused(t *testing.T, l aline) {
	dir := copied(t, l.before)
	for _, c := range []struct{ name, row, want string }{
		{"of an edition that is not there", "R1,2026-01-01-0123abcd,*,*,source_data,Fel.,Wrong.,2026-11-20,Anna Ek\n",
			"corrections.csv:2:4: edition 2026-01-01-0123abcd is not the one before, nor one of those before it"},
		{"without a name", "R1," + l.ids[0] + ",*,*,source_data,Fel.,Wrong.,2026-11-20,\n",
			`corrections.csv:2:63: "name" is empty; a correction has a cause, an extent, a date and a name, or it is not published`},
	} {
		write(t, filepath.Join(dir, "corrections.csv"), correctionHeader+c.row)
		o := options(dir)
		o.Date = o.Date.AddDate(0, 0, 2)
		_, err := pipeline.Refresh(t.Context(), o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}
