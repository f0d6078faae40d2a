package data

import (
	"os"
	"strings"
	"testing"
)

// TestTheMethodShowsTheTableOfDisagreements holds the table of docs/method.md
// to the cases that are tested. A star is a presumption, a bang is contested.
func TestTheMethodShowsTheTableOfDisagreements(t *testing.T) {
	page, err := os.ReadFile("../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range disagreementLines(t) {
		if !strings.Contains(string(page), line+"\n") {
			t.Errorf("docs/method.md lacks the line\n%s", line)
		}
	}
}

func disagreementLines(t *testing.T) (lines []string) {
	t.Helper()
	records := disagreements(t)
	words := map[string]string{"public": "offentlig", "private": "privat", "ideburen": "**idéburen**", "nonpublic": "enskild", "unknown": "–"}
	for i, r := range records[1:] {
		if i == 0 || r[0] != records[i][0] {
			lines = append(lines, "| "+r[1]+" |")
		}
		cell := words[r[4]]
		if r[5] == "presumed" {
			cell += "*"
		}
		if r[7] == "yes" {
			cell += "!"
		}
		lines[len(lines)-1] += " " + cell + " |"
	}
	return lines
}
