package pipeline

import (
	"path/filepath"
	"strconv"

	"tresektor/pipeline/edition"
)

// allowed refuses to publish a candidate whose own table of checks has an error
// with rows. What is found before a candidate is made stops it there; what is
// found in comparison with the edition before leaves it waiting, for plan to show.
func (s *session) allowed(id string) error {
	findings, err := stoppedBy(filepath.Join(edition.WaitingFolder(s.editions()), id))
	if err != nil {
		return err
	}
	return stopping(findings)
}

// stoppedBy reads from an edition's table of checks what stops its publication.
func stoppedBy(folder string) (findings []Finding, err error) {
	rows, err := readCSV(filepath.Join(folder, "tables", "check.csv"))
	for _, row := range rows {
		n, _ := strconv.ParseInt(row["rows"], 10, 64)
		if n > 0 && row["severity"] == "error" {
			findings = append(findings, Finding{
				Check: row["check"], Severity: row["severity"], Sentence: row["sentence"], Rows: n,
				Hint: row["sentence"],
			})
		}
	}
	return findings, err
}
