package gold

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"
)

// A label is what independent evidence says of one organisation: a row of
// data/gold/organisation.csv. sector is by definition; a definition that the
// label says nothing about is left out.
type label struct {
	id, name, stratum string
	sector            map[string]string
	kind, address     string
	says              string
	checked           bool
}

// A decision is what the edition says of one organisation under one definition
// at its last reference date.
type decision struct {
	sector, basis, rule, evidence string
	to                            string
}

// key names a definition and a provider.
type key struct{ definition, provider string }

func readLabels(r io.Reader) ([]label, error) {
	rows, err := readRows(r)
	if err != nil {
		return nil, fmt.Errorf("read the gold set: %w", err)
	}
	var labels []label
	for _, row := range rows {
		l := label{
			id: row["provider_id"], name: row["name"], stratum: row["stratum"],
			sector: map[string]string{},
			kind:   row["evidence_kind"], address: row["evidence_address"], says: row["evidence_says"],
			checked: row["status"] == "checked",
		}
		for _, definition := range definitions {
			if row[definition] != "" {
				l.sector[definition] = row[definition]
			}
		}
		labels = append(labels, l)
	}
	return labels, nil
}

// readDecisions reads the table classification of an edition. Where a provider
// has changed sector the last one counts, because a label is of today.
func readDecisions(r io.Reader) (map[key]decision, error) {
	rows, err := readRows(r)
	if err != nil {
		return nil, fmt.Errorf("read the classification: %w", err)
	}
	decisions := map[key]decision{}
	for _, row := range rows {
		k := key{row["definition"], row["provider_id"]}
		if before, known := decisions[k]; !known || before.to < row["to_date"] {
			decisions[k] = decision{row["sector"], row["basis"], row["rule"], row["evidence"], row["to_date"]}
		}
	}
	return decisions, nil
}

func readRows(r io.Reader) ([]map[string]string, error) {
	records, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(records) == 0 {
		return nil, fmt.Errorf("no header: %w", io.ErrUnexpectedEOF)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[strings.TrimPrefix(name, "\ufeff")] = record[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// readFile opens a file for one of the readers above.
func readFile[T any](path string, read func(io.Reader) (T, error)) (T, error) {
	f, err := os.Open(path)
	if err != nil {
		var nothing T
		return nothing, err
	}
	defer f.Close()
	return read(f)
}
