package pipeline

import (
	"encoding/json"
	"errors"
	"io"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
	formatcsv "tresektor/pipeline/format/csv"
	"tresektor/pipeline/format/csvw"
	"tresektor/pipeline/format/jsonstat"
	"tresektor/pipeline/format/parquet"
	"tresektor/pipeline/format/px"
	"tresektor/pipeline/format/site"
)

// A tableFormat is one file of every table; a cubeFormat one of every cube.
type (
	tableFormat struct {
		suffix string
		write  func(io.Writer, edition.Table) error
	}
	cubeFormat struct {
		suffix string
		write  func(io.Writer, cube.Cube) error
	}
)

func tableFormats() []tableFormat {
	return []tableFormat{
		{".csv", formatcsv.Write},
		{".csv-metadata.json", csvw.Write},
		{".parquet", parquet.Write},
	}
}

func cubeFormats() []cubeFormat {
	return []cubeFormat{
		{".json", func(w io.Writer, c cube.Cube) error { return jsonstat.Write(w, c, edition.Swedish) }},
		{".en.json", func(w io.Writer, c cube.Cube) error { return jsonstat.Write(w, c, edition.English) }},
		{".px", px.Write},
	}
}

// writeData writes an edition's tables, the report and its workbooks, and lets go
// of the tables' rows.
func (s *session) writeData(c *edition.Candidate, tables []edition.Table, cards []Card) (tableFolder, error) {
	cubes := s.cubes(tables[0])
	for _, write := range []func() error{
		func() error { return writeTables(c, slices.Concat(tables, cubes)) },
		func() error { return writeCubes(c, cubes, cube.Options{}) },
		func() error { return writeReport(c, cards) },
		func() error { return s.writeWorkbooks(c, tables, cards) },
		func() error { return reread(c.Folder(), tables) },
	} {
		if err := write(); err != nil {
			return tableFolder{}, err
		}
	}
	return newTableFolder(c.Folder(), tables, cubes), nil
}

// writeSite writes the pages of an edition, and what leads to its files, from the
// tables that have been written. The catalogue is last, because it lists the others.
func (s *session) writeSite(c *edition.Candidate, f tableFolder, cards []Card) error {
	contents, err := writeShards(f, explorer(c))
	if err != nil {
		return err
	}
	v, err := s.siteTables(f, contents)
	if err != nil {
		return err
	}
	for _, write := range []func() error{
		func() error { return s.writeCharts(c, cards) },
		func() error { return s.writePress(c, v.byName["source_period"], cards) },
		func() error { return s.writePages(c, v, cards) },
		func() error { return s.writeLookup(c, v) },
		func() error { return s.writeExplore(c, v) },
		func() error {
			index := s.indexOf(c.Files(), f)
			return errors.Join(writeIndex(c, index), s.writeProse(c, v, cards, index))
		},
		func() error { return s.writeCatalogue(c, slices.Concat(f.tables, f.cubes)) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// writeTables writes every table in every format for tables, and one
// description of them all.
func writeTables(c *edition.Candidate, tables []edition.Table) error {
	for _, t := range tables {
		for _, f := range tableFormats() {
			err := c.Write("tables/"+t.Name+f.suffix, func(w io.Writer) error { return f.write(w, t) })
			if err != nil {
				return err
			}
		}
	}
	return c.Write("tables/"+csvw.GroupName, func(w io.Writer) error { return csvw.WriteGroup(w, tables) })
}

func writeReport(c *edition.Candidate, cards []Card) error {
	return c.Write("report.json", func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(cards)
	})
}

func (s *session) writePages(c *edition.Candidate, v siteTables, cards []Card) error {
	for _, language := range languages() {
		changed, err := s.since(v, language)
		if err != nil {
			return err
		}
		page, err := s.page(cards, changed, language)
		if err != nil {
			return err
		}
		if err := c.Write(pageFile(language), func(w io.Writer) error { return site.Write(w, page) }); err != nil {
			return err
		}
	}
	return nil
}
