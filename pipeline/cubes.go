package pipeline

import (
	"fmt"
	"io"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
	"tresektor/pipeline/workspace"
)

// cubes takes share apart by measure: measures are never in one cube, for
// nobody may add them. A measure without rows has none.
func (s *session) cubes(share edition.Table) (cubes []edition.Table) {
	for _, m := range s.space.Measures {
		if t := s.cube(share, m.ID); len(t.Rows) > 0 {
			cubes = append(cubes, t)
		}
	}
	return cubes
}

// writeCubes writes every table in every format for cubes, divided where it is
// too large. Notes that have no place in a cube are in a file beside it.
func writeCubes(c *edition.Candidate, tables []edition.Table, o cube.Options) error {
	for _, t := range tables {
		cubes, err := cube.Of(t, o)
		if err != nil {
			return err
		}
		for _, each := range cubes {
			if err := writeCube(c, each); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeCube(c *edition.Candidate, each cube.Cube) error {
	for _, f := range cubeFormats() {
		err := c.Write("tables/"+each.Name+f.suffix, func(w io.Writer) error { return f.write(w, each) })
		if err != nil {
			return err
		}
	}
	left := each.Left()
	if len(left) == 0 {
		return nil
	}
	return c.Write("tables/"+each.Name+".notes.json", func(w io.Writer) error { return edition.WriteNotes(w, left) })
}

// cubeNumbers are the numbers of a cube, and what says why one is missing; a
// cube with all that the CSV has would be too large to open.
func cubeNumbers() []string {
	return []string{"amount", "share", "low", "high", "presumed", "hidden_units", "providers", "symbol"}
}

// cube takes one measure out of share, without the dimensions it lacks.
func (s *session) cube(share edition.Table, id string) edition.Table {
	measure, _ := s.space.Measure(id)
	left := leftDimensions(measure)
	t := share
	t.Name = "share_" + id
	label, population := editionText(measure.Label), editionText(measure.Population)
	numerator, denominator := editionText(measure.Numerator), editionText(measure.Denominator)
	t.Title = word("Andel per sektor: "+label.SV, "Share by sector: "+label.EN)
	t.Description = word(
		fmt.Sprintf("%s Täljare: %s Nämnare: %s", population.SV, numerator.SV, denominator.SV),
		fmt.Sprintf("%s Numerator: %s Denominator: %s", population.EN, numerator.EN, denominator.EN))
	t.Fields = cubeFields(share, measure, left)
	t.Grain = slices.DeleteFunc(slices.Clone(share.Grain), func(name string) bool { return slices.Contains(left, name) })
	t.Notes = slices.Concat(t.Notes, s.breakNotes(share, id), preliminaryNotes(share, id))
	t.Rows = cubeRows(share, id, t.Fields)
	t.Reference = periodsOf(t)
	return t
}

// leftDimensions are those of share that a cube of a measure lacks.
func leftDimensions(measure workspace.Measure) []string {
	left := []string{"measure"}
	for _, dimension := range []string{"place", "area", "agreement"} {
		if !slices.Contains(measure.Dimensions, dimension) {
			left = append(left, dimension)
		}
	}
	return left
}

// cubeFields are those of share that a cube has, amounts in the measure's unit.
func cubeFields(share edition.Table, measure workspace.Measure, left []string) (fields []edition.Field) {
	for _, f := range share.Fields {
		if slices.Contains(left, f.Name) || !f.Dimension && !slices.Contains(cubeNumbers(), f.Name) {
			continue
		}
		if slices.Contains([]string{"amount", "presumed"}, f.Name) {
			f.Unit, f.Decimals = editionText(measure.Unit), measure.Decimals
		}
		fields = append(fields, f)
	}
	return fields
}

// cubeRows are the rows of a measure, with the cells of fields.
func cubeRows(share edition.Table, id string, fields []edition.Field) (rows [][]any) {
	of := share.Index("measure")
	var keep []int
	for _, f := range fields {
		keep = append(keep, share.Index(f.Name))
	}
	for _, row := range share.Rows {
		if row[of] != id {
			continue
		}
		cells := make([]any, len(keep))
		for i, k := range keep {
			cells[i] = row[k]
		}
		rows = append(rows, cells)
	}
	return rows
}
