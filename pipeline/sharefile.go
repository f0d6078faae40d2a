package pipeline

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A publishedShare is one row of an edition's tables/share.csv.
type publishedShare struct {
	Cell
	amount, total    string // exact decimals; "" where there is none
	presumed         string
	share, low, high string // six decimals
	symbol, note     string

	months, isPreliminary string // "" in editions that are older than the columns
}

// published are rows of share.csv, by total and sector.
type published map[Total]map[string]publishedShare

// publishedShares reads the rows of an edition's tables/share.csv whose
// definition and measure are wanted.
func publishedShares(edition string, wanted func(definition, measure string) bool) (published, error) {
	all := published{}
	err := eachShare(edition, wanted, func(r publishedShare) {
		t := r.inTotal()
		if all[t] == nil {
			all[t] = map[string]publishedShare{}
		}
		all[t][r.Sector] = r
	})
	return all, err
}

// eachShare reads them row by row, in the order of the table. It is large, so
// lines are parsed only where they are wanted.
func eachShare(edition string, wanted func(definition, measure string) bool, row func(publishedShare)) error {
	path := filepath.Join(edition, "tables", "share.csv")
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	if err := eachShareLine(lines, wanted, row); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func eachShareLine(lines *bufio.Scanner, wanted func(definition, measure string) bool, row func(publishedShare)) error {
	lines.Scan()
	cells, err := shareColumns(lines.Bytes())
	if err != nil {
		return err
	}
	var before []byte
	isWanted := false
	for lines.Scan() {
		if start := twoFields(lines.Bytes()); !bytes.Equal(start, before) {
			before = append(before[:0], start...)
			definition, measure, _ := strings.Cut(string(start), ",")
			isWanted = wanted(definition, measure)
		}
		if !isWanted {
			continue
		}
		line, err := fields(lines.Bytes())
		if err != nil {
			return err
		}
		row(cells(line))
	}
	return lines.Err()
}

// shareColumns reads the table's header, and makes a reader of its rows.
func shareColumns(line []byte) (func([]string) publishedShare, error) {
	header, err := fields(line)
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, name := range header {
		at[name] = i
	}
	if _, last := at["note"]; !last || !slices.Equal(header[:2], []string{"definition", "measure"}) {
		return nil, errors.New("its columns are not those of share")
	}
	return func(cells []string) publishedShare {
		of := func(name string) string {
			if i, there := at[name]; there {
				return cells[i]
			}
			return ""
		}
		return publishedShare{
			Cell: Cell{
				Definition: of("definition"), Measure: of("measure"), Period: of("period"), Place: of("place"),
				Area: of("area"), Agreement: of("agreement"), Sector: of("sector"),
			},
			amount: of("amount"), total: of("total"), presumed: of("presumed"), share: of("share"), low: of("low"), high: of("high"),
			symbol: of("symbol"), note: of("note"), months: of("months"), isPreliminary: of("is_preliminary"),
		}
	}, nil
}

// twoFields are the definition and the measure of a line: codes, which nobody
// quotes.
func twoFields(line []byte) []byte {
	first := bytes.IndexByte(line, ',') + 1
	second := bytes.IndexByte(line[first:], ',')
	return line[:first+max(second, 0)]
}

// fields parses one line; most have no quote other than those of no text.
func fields(line []byte) ([]string, error) {
	text := strings.TrimSuffix(string(line), "\r")
	if bare := strings.ReplaceAll(text, `,""`, ","); !strings.Contains(bare, `"`) {
		return strings.Split(bare, ","), nil
	}
	return csv.NewReader(strings.NewReader(text)).Read()
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
