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
	"strings"
)

// A publishedShare is one row of an edition's tables/share.csv.
type publishedShare struct {
	amount, total    string // exact decimals; "" where there is none
	share, low, high *int64 // millionths
	symbol, note     string
}

// publishedShares reads the wanted rows of an edition's tables/share.csv, by
// total and sector, row by row: the table may be large.
func publishedShares(edition string, wanted func(t Total, sector string) bool) (found map[Total]map[string]publishedShare, err error) {
	file, err := os.Open(filepath.Join(edition, "tables", "share.csv"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.ReuseRecord = true
	header, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("share.csv: %w", err)
	}
	names := slices.Clone(header) // the next row takes its place
	found = map[Total]map[string]publishedShare{}
	cells := map[string]string{}
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, fmt.Errorf("share.csv: %w", err)
		}
		for i, name := range names {
			cells[name] = row[i]
		}
		t, sector := totalOf(cells), cells["sector"]
		if !wanted(t, sector) {
			continue
		}
		if found[t] == nil {
			found[t] = map[string]publishedShare{}
		}
		found[t][sector] = publishedShare{
			amount: cells["amount"], total: cells["total"],
			share: sixDecimals(cells["share"]), low: sixDecimals(cells["low"]), high: sixDecimals(cells["high"]),
			symbol: cells["symbol"], note: cells["note"],
		}
	}
}

// sixDecimals reads a published share into millionths; nil where there is none.
func sixDecimals(text string) *int64 {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil
	}
	n := inMillionths(r)
	return &n
}

// decimalsOf counts the decimals of a published amount.
func decimalsOf(amount string) int {
	_, fraction, _ := strings.Cut(amount, ".")
	return len(fraction)
}
