package pipeline

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"slices"

	"tresektor/pipeline/edition"
	formatcsv "tresektor/pipeline/format/csv"
	"tresektor/pipeline/format/jsonstat"
	"tresektor/pipeline/format/site"
)

// writeFiles writes all files of an edition but its manifest.
func (s *session) writeFiles(c *edition.Candidate, tables []edition.Table, cards []Card) error {
	for _, t := range tables {
		err := c.Write("tables/"+t.Name+".csv", func(w io.Writer) error { return formatcsv.Write(w, t) })
		if err != nil {
			return err
		}
	}
	if err := s.writeCubes(c, tables[0]); err != nil {
		return err
	}
	err := c.Write("report.json", func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(cards)
	})
	if err != nil {
		return err
	}
	for _, language := range languages() {
		page := s.page(cards, language)
		if err := c.Write(pageFile(language), func(w io.Writer) error { return site.Write(w, page) }); err != nil {
			return err
		}
	}
	return s.writeQuality(c, tables, cards)
}

// writeQuality writes the quality declaration, which tells of the other files,
// last.
func (s *session) writeQuality(c *edition.Candidate, tables []edition.Table, cards []Card) error {
	formats, err := formatsOf(c)
	if err != nil {
		return err
	}
	for _, language := range languages() {
		page, err := s.quality(tables, cards, formats, language)
		if err != nil {
			return err
		}
		if err := c.Write(qualityFile(language), func(w io.Writer) error { return site.WriteQuality(w, page) }); err != nil {
			return err
		}
	}
	return nil
}

// writeCubes writes share once for every measure, as JSON-stat: measures are
// never in one cube, for nobody may add them.
func (s *session) writeCubes(c *edition.Candidate, share edition.Table) error {
	for _, m := range s.space.Measures {
		cube := s.cube(share, m.ID)
		if len(cube.Rows) == 0 {
			continue
		}
		sets, err := jsonstat.Datasets(cube, jsonstat.Options{Absent: edition.Missing})
		if err != nil {
			return err
		}
		for _, set := range sets {
			if err := c.Write("tables/"+set.Name+".json", set.Write); err != nil {
				return err
			}
		}
	}
	return nil
}

// cubeNumbers are the numbers of a cube, and what says why one is missing; a
// cube with all that the CSV has would be too large to open.
func cubeNumbers() []string {
	return []string{"amount", "share", "low", "high", "presumed", "hidden_units", "providers", "symbol"}
}

// cube takes one measure out of share, without the dimensions it lacks.
func (s *session) cube(share edition.Table, id string) edition.Table {
	measure, _ := s.space.Measure(id)
	left := []string{"measure"}
	for _, dimension := range []string{"place", "area", "agreement"} {
		if !slices.Contains(measure.Dimensions, dimension) {
			left = append(left, dimension)
		}
	}
	t := share
	t.Name = "share_" + id
	t.Title = word("Andel per sektor: "+measure.Label.SV, "Share by sector: "+measure.Label.EN)
	t.Description = word(
		fmt.Sprintf("%s Täljare: %s Nämnare: %s", measure.Population.SV, measure.Numerator.SV, measure.Denominator.SV),
		fmt.Sprintf("%s Numerator: %s Denominator: %s", measure.Population.EN, measure.Numerator.EN, measure.Denominator.EN))
	t.Fields, t.Grain, t.Rows = nil, nil, nil
	var keep []int
	for i, f := range share.Fields {
		if slices.Contains(left, f.Name) || !f.Dimension && !slices.Contains(cubeNumbers(), f.Name) {
			continue
		}
		keep = append(keep, i)
		if slices.Contains([]string{"amount", "total", "presumed", "stated", "carried", "contested"}, f.Name) {
			f.Unit = editionText(measure.Unit)
			f.Decimals = measure.Decimals
		}
		t.Fields = append(t.Fields, f)
	}
	for _, name := range share.Grain {
		if !slices.Contains(left, name) {
			t.Grain = append(t.Grain, name)
		}
	}
	t.Notes = slices.Concat(t.Notes, s.breakNotes(share, id))
	of := share.Index("measure")
	for _, row := range share.Rows {
		if row[of] != id {
			continue
		}
		cells := make([]any, len(keep))
		for i, k := range keep {
			cells[i] = row[k]
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

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
		return fmt.Errorf("%d rows were read back of %d", n, len(t.Rows))
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
