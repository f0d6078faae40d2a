package cube

import (
	"fmt"
	"slices"

	"tresektor/pipeline/edition"
)

// MetricLabel is what the dimension of the kinds of number is called.
func MetricLabel() edition.Text { return edition.Text{SV: "Uppgift", EN: "Figure"} }

// Label is what a field is called, its name where it has no label.
func Label(f edition.Field, language string) string {
	if text := f.Label.In(language); text != "" {
		return text
	}
	return f.Name
}

// Labels are what a dimension's codes are called, in their order; a code
// without a label is called what it is.
func (c Cube) Labels(d Dimension, language string) []string {
	labels := slices.Clone(d.Codes)
	for _, code := range c.Table.Fields[d.Field].Codes {
		if i, occurs := d.at[code.Code]; occurs && code.Label.In(language) != "" {
			labels[i] = code.Label.In(language)
		}
	}
	return labels
}

// Remarks say that the cube is a part of a table, or that it passes the limit.
func (c Cube) Remarks() (remarks []edition.Text) {
	if c.Period != "" {
		remarks = append(remarks, edition.Text{
			SV: fmt.Sprintf("Tabellen har delats per period för att inte bli för stor. Den här filen gäller %s.", c.Period),
			EN: fmt.Sprintf("The table was divided by period so as not to be too large. This file is for %s.", c.Period),
		})
	}
	if c.cells > c.limit {
		remarks = append(remarks, edition.Text{
			SV: fmt.Sprintf("Filen har %d celler, fler än gränsen %d, och kan inte delas mer.", c.cells, c.limit),
			EN: fmt.Sprintf("The file has %d cells, more than the limit of %d, and cannot be divided further.", c.cells, c.limit),
		})
	}
	return remarks
}

// Left are the notes that have no place in the cube: what they are on is not
// in it. Whoever writes the cube must put them beside it.
func (c Cube) Left() (left []edition.Note) {
	for _, n := range c.Table.Notes {
		if n.Field == "" && n.Code == "" || c.holds(n.Field, n.Code) {
			continue
		}
		left = append(left, n)
	}
	return left
}

func (c Cube) holds(field, code string) bool {
	i := c.Table.Index(field)
	if i < 0 {
		return false
	}
	if slices.Contains(c.Metrics, i) {
		return code == ""
	}
	return slices.ContainsFunc(c.Dimensions, func(d Dimension) bool {
		return d.Field == i && (code == "" || d.Has(code))
	})
}
