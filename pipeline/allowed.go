package pipeline

import (
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/queries"
)

// allowed refuses to publish a candidate that a gate blocks. What a check finds
// stops a candidate from being made; what is found in comparison with the edition
// before leaves it waiting, for plan to show and for people to judge.
func (s *session) allowed(id string) error {
	findings, err := blockedBy(filepath.Join(edition.WaitingFolder(s.editions()), id))
	if err != nil {
		return err
	}
	for _, f := range findings {
		for i := range f.Gate {
			f.Gate[i].words = s.cellWords(f.Gate[i].Cell, s.spoken())
		}
	}
	return blocking(findings)
}

// blockedBy reads from an edition's table of gates what stops its publication.
func blockedBy(folder string) (findings []Finding, err error) {
	rows, err := readCSV(filepath.Join(folder, "tables", "gate.csv"))
	if err != nil {
		return nil, err
	}
	relations, err := queries.Gates()
	if err != nil {
		return nil, err
	}
	for _, r := range relations {
		f := Finding{Check: r.Name, Sentence: r.Sentence, Hint: r.Hint, Examples: []string{}}
		for _, row := range rows {
			if row["gate"] == r.Name && row["status"] == blocked {
				f.Gate = append(f.Gate, readGateFinding(row, r.Hint))
			}
		}
		if len(f.Gate) > 0 {
			findings = append(findings, f.told())
		}
	}
	return findings, nil
}

func readGateFinding(row map[string]string, hint string) GateFinding {
	return GateFinding{
		Gate: row["gate"], Cell: row["cell"], Severity: row["severity"], Finding: row["finding"], Unit: row["unit"],
		Value: row["value"], Previous: row["previous"], Difference: row["difference"], Limit: row["limit"],
		Cause: row["cause"], Effect: row["effect"], Provider: row["provider_id"], Name: row["name"], hint: hint,
	}
}
