package workspace

import (
	"regexp"
	"slices"
	"strings"
)

// A Figure is a row of figure/*.csv: a number that somebody has published, what
// it counts, and whether it can be compared with ours. A figure that can be
// compared names a cell; one that cannot says why.
type Figure struct {
	row sheetRow

	ID              string
	Label           Text
	Counts, Of, Who Text   // what is counted, of what, and which are idéburna
	Year            string // as the publisher says it
	Publisher, URL  string
	Unit            string // percent, or amount in the measure's unit
	Value           Decimal
	Tolerance       Decimal // in the same unit
	Comparable      bool
	Why             Text // why it cannot be compared, or why the tolerance is what it is

	Definition, Measure, Period, Place, Area, Agreement string
	Sectors                                             []string // added up; all five are the total
}

// FigureColumns is the header of figure/*.csv.
func FigureColumns() []string {
	return []string{
		"figure", "label_sv", "label_en", "counts_sv", "counts_en", "of_sv", "of_en", "who_sv", "who_en", "year", "publisher", "url",
		"unit", "value", "comparable", "why_sv", "why_en", "tolerance",
		"definition", "measure", "period", "place", "area", "agreement", "sector",
	}
}

// figureCell are the columns that only a figure that can be compared has.
func figureCell() []string { return FigureColumns()[17:] }

// figures reads the built-in figures and those of the workspace.
func (r *reader) figures() (all []Figure) {
	first := map[string]Position{}
	for _, f := range r.both("figure/*.csv") {
		for _, row := range sheetOf(f, FigureColumns(), r.found) {
			figure := figureOf(row)
			if before, twice := first[figure.ID]; twice && figure.ID != "" {
				r.found.add(row.at("figure"), "figure %q stands already in %s on line %d", figure.ID, before.File, before.Line)
			}
			first[figure.ID] = row.at("figure")
			all = append(all, figure)
		}
	}
	return all
}

func figureOf(row sheetRow) Figure {
	c := row.cells
	both := func(name string) Text { return Text{SV: c[name+"_sv"], EN: c[name+"_en"]} }
	return Figure{
		row: row, ID: c["figure"], Label: both("label"), Counts: both("counts"), Of: both("of"), Who: both("who"), Year: c["year"],
		Publisher: c["publisher"], URL: c["url"], Unit: c["unit"], Value: Decimal(c["value"]), Tolerance: Decimal(c["tolerance"]),
		Comparable: c["comparable"] == "yes", Why: both("why"),
		Definition: c["definition"], Measure: c["measure"], Period: c["period"], Place: c["place"], Area: c["area"],
		Agreement: c["agreement"], Sectors: strings.Fields(c["sector"]),
	}
}

// checkFigures holds that a figure is whole, and that the cell of one that can be
// compared is a cell.
func (w *Workspace) checkFigures(found *problems) {
	for _, f := range w.Figures {
		w.checkFigure(f, found)
		if f.Comparable {
			w.checkFigureCell(f, found)
		}
	}
}

var percentForm = regexp.MustCompile(`^[0-9]+(\.[0-9]{1,4})?$`)

func (w *Workspace) checkFigure(f Figure, found *problems) {
	for _, column := range FigureColumns() {
		empty, ofCell := f.row.cells[column] == "", slices.Contains(figureCell(), column)
		switch {
		case empty && (!ofCell || f.Comparable):
			found.add(f.row.at(column), "%q is empty; a figure says what it counts, of what, who says it, and whether it can be compared", column)
		case !empty && ofCell && !f.Comparable:
			found.add(f.row.at(column), "%q is given, but the figure cannot be compared (comparable: no)", column)
		}
	}
	isID(f.ID, f.row.at("figure"), found)
	known(f.row.cells["unit"], []string{"percent", "amount"}, "unit", f.row.at("unit"), found)
	known(f.row.cells["comparable"], []string{"yes", "no"}, "answer", f.row.at("comparable"), found)
	address(f.URL, f.row.at("url"), found)
	for _, column := range []string{"value", "tolerance"} {
		text := f.row.cells[column]
		if text != "" && (!decimalNumber.MatchString(text) || f.Unit == "percent" && !percentForm.MatchString(text)) {
			found.add(f.row.at(column), "%q is not a number such as 41032 or 15.3", shown(text))
		}
	}
}

func (w *Workspace) checkFigureCell(f Figure, found *problems) {
	known(f.Definition, w.definitionIDs(), "definition", f.row.at("definition"), found)
	if known(f.Measure, w.measureIDs(), "measure", f.row.at("measure"), found) {
		m, _ := w.Measure(f.Measure)
		for dimension, code := range map[string]string{"place": f.Place, "area": f.Area, "agreement": f.Agreement} {
			w.checkDimension(m, dimension, code, f.row.at(dimension), found)
		}
	}
	for _, sector := range f.Sectors {
		w.inList(sector, "sector", f.row.at("sector"), found)
	}
}
