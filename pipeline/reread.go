package pipeline

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
)

// reread reads the candidate's tables back from the disk and compares: each
// has its rows, and in share the sectors of each cell still sum to the total.
func reread(folder string, tables []edition.Table) error {
	for _, t := range tables {
		if err := rereadTable(filepath.Join(folder, "tables", t.Name+".csv"), t); err != nil {
			return fmt.Errorf("candidate: %s.csv: %w", t.Name, err)
		}
	}
	return nil
}

func rereadTable(path string, t edition.Table) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	header, err := rows.Read()
	if err != nil {
		return err
	}
	n := 0
	sums := map[string]*big.Rat{}
	totals := map[string]string{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		n++
		if t.Name == "share" {
			addToCell(sums, totals, header, row)
		}
	}
	if n != len(t.Rows) {
		return fmt.Errorf("rows read back: %d of %d", n, len(t.Rows))
	}
	for cell, sum := range sums {
		if total, ok := new(big.Rat).SetString(totals[cell]); !ok || total.Cmp(sum) != 0 {
			return fmt.Errorf("the sectors of %s sum to %s, not to %s", cell, sum.RatString(), totals[cell])
		}
	}
	return nil
}

func addToCell(sums map[string]*big.Rat, totals map[string]string, header, row []string) {
	amount, ok := new(big.Rat).SetString(row[slices.Index(header, "amount")])
	if !ok {
		return // a cell without a number
	}
	cell := fmt.Sprintf("%q", row[:slices.Index(header, "sector")])
	if sums[cell] == nil {
		sums[cell] = new(big.Rat)
	}
	sums[cell].Add(sums[cell], amount)
	totals[cell] = row[slices.Index(header, "total")]
}

// readCSV reads a table of an edition into rows by field name.
func readCSV(path string) (list []map[string]string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		list = append(list, cells)
	}
	return list, nil
}
