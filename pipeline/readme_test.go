package pipeline_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTheSourceInTheReadmeWorks makes the workspace that README.md describes,
// from its own text.
func TestTheSourceInTheReadmeWorks(t *testing.T) {
	t.Parallel()
	readme := read(t, filepath.Join("..", "README.md"))
	dir := smallWorkspace(t, map[string]string{
		"measure/hemtjanst_timmar.yaml":  block(t, readme, "yaml", "id: hemtjanst_timmar"),
		"sources/hemtjanst.yaml":         block(t, readme, "yaml", "title: {sv: Hemtjänst per utförare"),
		"sources/hemtjanst.volume.sql":   block(t, readme, "sql", "-- sources/hemtjanst.volume.sql"),
		"sources/hemtjanst.evidence.sql": block(t, readme, "sql", "-- sources/hemtjanst.evidence.sql"),
		"inbox/hemtjanst_2024.csv": "Kommunkod;Utförare orgnr;Juridisk form;Timmar\n" +
			"0180;212000-0142;82;1 000,5\n" +
			"0180;556016-0680;Övriga aktiebolag;900,0\n" +
			"0180;802002-0718;61;99,5\n" +
			"0180;816000-5966;Ideella föreningar;..\n",
		"inbox/hemtjanst_2025.csv": "Kommunkod;Utförare orgnr;Juridisk form;Timmar\n0180;212000-0142;82;7,0\n",
	})
	refreshed(t, options(dir))
	got := map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["place"] == "0180" && row["period"] == "2024" {
			got[row["sector"]] = row["amount"] + " " + row["share"] + " " + row["open_units"]
		}
	}
	want := map[string]string{
		"public": "1000.5 0.500250 0", "private": "900.0 0.450000 0", "ideburen": "99.5 0.049750 1",
		"nonpublic": "0.0 0.000000 0", "unknown": "0.0 0.000000 0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	for _, row := range table(t, dir, "share") {
		if row["place"] == "SE" {
			t.Error("one kommun of 290 was published as Sweden")
		}
	}
}

// block finds the fenced block of a language that starts with a text.
func block(t *testing.T, text, language, start string) string {
	t.Helper()
	_, rest, found := strings.Cut(text, "```"+language+"\n"+start)
	body, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatalf("README.md has no %s block that starts with %q", language, start)
	}
	return start + body
}
