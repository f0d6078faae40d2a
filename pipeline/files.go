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

// writeFiles writes all files of an edition but its manifest. The catalogue is
// last, because it lists the others.
func (s *session) writeFiles(c *edition.Candidate, tables []edition.Table, cards []Card) error {
	cubes := s.cubes(tables[0])
	for _, write := range []func() error{
		func() error { return writeTables(c, slices.Concat(tables, cubes)) },
		func() error { return writeCubes(c, cubes, cube.Options{}) },
		func() error { return writeReport(c, cards) },
		func() error { return s.writeCharts(c, cards) },
		func() error { return s.writePress(c, tables, cards) },
		func() error { return s.writePages(c, tables, cards) },
		func() error { return s.writeLookup(c, tables) },
		func() error { return s.writeWorkbooks(c, tables, cards) },
		func() error { return s.writeExplore(c, tables, cubes) },
		func() error {
			index := s.indexOf(c.Files(), tables, cubes)
			return errors.Join(writeIndex(c, index), s.writeProse(c, tables, cards, index))
		},
		func() error { return s.writeCatalogue(c, slices.Concat(tables, cubes)) },
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

func (s *session) writePages(c *edition.Candidate, tables []edition.Table, cards []Card) error {
	for _, language := range languages() {
		changed, err := s.since(tables, language)
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
