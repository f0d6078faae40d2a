package workspace

import (
	"regexp"
	"strings"
	"time"

	"tresektor/pipeline/orgnr"
)

// An Acknowledgement is a row of acknowledged.csv: somebody has looked at a
// finding of a gate and stands for it until a day. Finding is the fingerprint
// of the gate, the cell and its values: with other values it is another
// finding, which nobody has looked at.
type Acknowledgement struct {
	Finding  string // twelve hexadecimal digits, as tresektor check prints them
	Reason   string
	Name     string
	Expires  string // YYYY-MM-DD; it does not count from this day on
	Position Position
}

// acknowledgedFile is where they are; a workspace need not have it.
const acknowledgedFile = "acknowledged.csv"

// AcknowledgedColumns is the header of acknowledged.csv, as Init writes it.
func AcknowledgedColumns() []string {
	return []string{"finding", "reason", "name", "expires"}
}

var findingForm = regexp.MustCompile(`^[0-9a-f]{12}$`)

// acknowledgements reads acknowledged.csv, ordered as in the file.
func (r *reader) acknowledgements() (all []Acknowledgement) {
	first := map[string]Position{}
	for _, f := range r.files(r.own, "", acknowledgedFile) {
		for _, row := range sheetOf(f, AcknowledgedColumns(), r.found) {
			a := acknowledgementOf(row, r.found)
			if before, twice := first[a.Finding]; twice && a.Finding != "" {
				r.found.add(a.Position, "the finding %s stands already on line %d; keep one of the two rows", shown(a.Finding), before.Line)
			}
			first[a.Finding] = a.Position
			all = append(all, a)
		}
	}
	return all
}

func acknowledgementOf(row sheetRow, found *problems) Acknowledgement {
	a := Acknowledgement{
		Finding: strings.ToLower(row.cells["finding"]), Reason: row.cells["reason"], Name: row.cells["name"],
		Expires: row.cells["expires"], Position: row.at("finding"),
	}
	for _, column := range AcknowledgedColumns() {
		switch text := row.cells[column]; {
		case text == "":
			found.add(row.at(column), "%q is empty; a finding is acknowledged with finding, reason, name and expires", column)
		case orgnr.HoldsPersonal(text):
			found.add(row.at(column), "%q holds what looks like a personal identity number (withheld); take it away", column)
		}
	}
	if a.Finding != "" && !findingForm.MatchString(a.Finding) {
		found.add(row.at("finding"), "%q is not the fingerprint of a finding: twelve hexadecimal digits, as tresektor check prints them", shown(a.Finding))
	}
	if _, err := time.Parse(time.DateOnly, a.Expires); err != nil && a.Expires != "" {
		found.add(row.at("expires"), "%q is not a date as YYYY-MM-DD", shown(a.Expires))
	}
	return a
}
