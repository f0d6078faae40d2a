package pipeline

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
)

// A shareRow is one published number.
type shareRow struct {
	Cell
	amount, total, share, note string
}

// shareRows reads the published numbers of one measure. The table is large
// and most of it is of other measures, so lines are parsed only where they
// name it.
func shareRows(path, measure string) (rows []shareRow, measures []string, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	lines.Scan()
	header, err := fields(lines.Bytes())
	if err != nil {
		return nil, nil, err
	}
	at := func(name string) int { return slices.Index(header, name) }
	if at("definition") != 0 || at("measure") != 1 || at("note") < 0 {
		return nil, nil, fmt.Errorf("%s: its columns are not those of share", path)
	}
	for lines.Scan() {
		found := secondField(lines.Bytes())
		if n := len(measures); n == 0 || string(found) != measures[n-1] {
			measures = append(measures, string(found))
		}
		if string(found) != measure {
			continue
		}
		cells, err := fields(lines.Bytes())
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
		rows = append(rows, shareRow{
			Cell: Cell{
				Definition: cells[0], Measure: cells[1], Period: cells[at("period")], Place: cells[at("place")],
				Area: cells[at("area")], Agreement: cells[at("agreement")], Sector: cells[at("sector")],
			},
			amount: cells[at("amount")], total: cells[at("total")], share: cells[at("share")], note: cells[at("note")],
		})
	}
	slices.Sort(measures)
	return rows, slices.Compact(measures), lines.Err()
}

// secondField is the measure of a line: a code, which nobody quotes.
func secondField(line []byte) []byte {
	_, rest, _ := bytes.Cut(line, []byte{','})
	second, _, _ := bytes.Cut(rest, []byte{','})
	return second
}

// fields parses one line; most have no quote other than those of no text.
func fields(line []byte) ([]string, error) {
	text := strings.TrimSuffix(string(line), "\r")
	if bare := strings.ReplaceAll(text, `,""`, ","); !strings.Contains(bare, `"`) {
		return strings.Split(bare, ","), nil
	}
	return csv.NewReader(strings.NewReader(text)).Read()
}
