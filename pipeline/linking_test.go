package pipeline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A register of the whole country tells who a supplier without a number is,
// also somebody whom no other source has a number for; it decides nothing when
// two organisations have the name.
func TestARegisterIsReadForSuppliersWithoutANumber(t *testing.T) {
	t.Parallel()
	dir := exampleWorkspace(t)
	if err := os.WriteFile(filepath.Join(dir, "sources/scb.yaml"), []byte("profile: scb_register\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	row := func(name, number, form, sni string) string {
		return "1\t\t\t1\t\t1\t" + form + "\t" + name + "\t" + sni + "\t\t\t\t\t16" + number + "\t11122\tSTOCKHOLM\t20200102\t1\t\n"
	}
	rows := row("ALPHA VÅRD BEMANNING AKTIEBOLAG", "5566778899", "49", "78200") +
		row("EXPRESSCARE SWEDEN AB", "5560160680", "49", "78200") + row("EXPRESSCARE SWEDEN AB", "5565475489", "49", "78200") +
		row("NÅGON ANNAN AB", "5560123466", "49", "78200")
	put(t, dir, "scb_bulkfil_2026-06-29.zip", packedAs(t, "scb_bulkfil_JE_20260629T065839_80.txt", latin1(t, scbHeader+rows)))
	report := refreshed(t, options(dir))
	for _, l := range report.Loads {
		if l.Source == "scb" && l.NotNeeded != 1 {
			t.Errorf("%d rows of the register were not needed, want 1", l.NotNeeded)
		}
	}
	got := map[string]string{}
	for _, link := range table(t, dir, "link") {
		if strings.HasPrefix(link["name"], "Alpha vård") || strings.HasPrefix(link["name"], "Expresscare") {
			got[link["name"]] = strings.TrimSpace(link["status"] + " " + link["organisation_id"] + " " + link["confirming"] + " " + link["why"])
		}
	}
	want := map[string]string{
		"Alpha vård bemanning AB": "linked se:5566778899 legal_form sni",
		"Expresscare Sweden AB":   "review   ambiguous",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	sums := map[string]string{}
	for _, row := range table(t, dir, "link_volume") {
		sums[row["status"]] = row["amount"] + " " + row["providers"]
	}
	if sums["linked"] != "56 18" {
		t.Errorf("linked %q, want 56 contracts of 18 suppliers: 54 of 17 without the register", sums["linked"])
	}
}
