package pipeline

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
)

// causesIn are the causes that a table of revisions names, each once and in their
// order. A table that is not there, or damaged, names none.
func causesIn(file string) []string {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	rows := csv.NewReader(f)
	rows.ReuseRecord = true
	head, err := rows.Read()
	at := slices.Index(head, "causes")
	if err != nil || at < 0 {
		return nil
	}
	var causes []string
	for row, err := rows.Read(); err == nil; row, err = rows.Read() {
		for _, code := range strings.Fields(row[at]) {
			if !slices.Contains(causes, code) {
				causes = append(causes, strings.Clone(code))
			}
		}
	}
	return causeOrder(causes)
}
