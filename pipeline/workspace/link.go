package workspace

import (
	"strings"
	"time"

	"tresektor/pipeline/orgnr"
)

// A Link is a row of links.csv: what a person decided about a supplier that a
// source knows by name only.
type Link struct {
	Source       string
	Supplier     string // the name as published, or the provider id
	Organisation string // ten digits; empty where it was decided that there is none
	DecidedBy    string
	Date         time.Time
	Reason       string
	Position     Position
}

// linksFile is where the links are; a workspace need not have it.
const linksFile = "links.csv"

func linkColumns() []string {
	return []string{"source", "supplier", "organisation", "decided_by", "date", "reason"}
}

// links reads links.csv, ordered as in the file.
func (r *reader) links(sources []string) []Link {
	var all []Link
	first := map[string]Position{}
	for _, f := range r.files(r.own, "", linksFile) {
		for _, row := range sheetOf(f, linkColumns(), r.found) {
			l, ok := linkOf(row, sources, r.found)
			key := l.Source + "\n" + strings.Join(strings.Fields(strings.ToLower(l.Supplier)), " ")
			if before, twice := first[key]; twice && ok {
				r.found.add(l.Position, "the supplier stands already on line %d; keep one of the two decisions", before.Line)
				continue
			}
			first[key] = l.Position
			all = append(all, l)
		}
	}
	return all
}

// linkOf reads a row, and tells whether it is right.
func linkOf(row sheetRow, sources []string, found *problems) (Link, bool) {
	before := len(found.list)
	for _, column := range linkColumns() {
		switch text := row.cells[column]; {
		case text == "":
			found.add(row.at(column), "%s", emptyLink(column))
		case column != "organisation" && orgnr.HoldsPersonal(text):
			found.add(row.at(column), "%q holds what looks like a personal identity number (withheld); natural persons are not linked, take the row away", column)
		}
	}
	l := Link{
		Source: row.cells["source"], Supplier: row.cells["supplier"], Organisation: linkedTo(row, found),
		DecidedBy: row.cells["decided_by"], Date: linkDate(row, found), Reason: row.cells["reason"], Position: row.at("source"),
	}
	known(shown(l.Source), sources, "source", row.at("source"), found)
	return l, len(found.list) == before
}

func emptyLink(column string) string {
	switch column {
	case "organisation":
		return `"organisation" is empty; give an organisation number, or none where the supplier has none that is known`
	case "date":
		return `"date" is empty; give the day of the decision, such as 2026-05-04`
	}
	return `"` + column + `" is empty`
}

// linkedTo reads an organisation number; none is no number.
func linkedTo(row sheetRow, found *problems) string {
	text, at := row.cells["organisation"], row.at("organisation")
	if text == "none" || text == "" {
		return ""
	}
	n := orgnr.Parse(strings.TrimPrefix(text, "se:"))
	switch {
	case n.Kind == orgnr.Organisation:
		return n.Digits
	case n.Personal || n.Kind == orgnr.Person:
		found.add(at, `"organisation" looks like a personal identity number (withheld); natural persons are not linked, write none`)
	default:
		found.add(at, `"organisation" is %q, expected an organisation number with a right check digit, or none`, text)
	}
	return ""
}

func linkDate(row sheetRow, found *problems) time.Time {
	text := row.cells["date"]
	date, err := time.Parse(time.DateOnly, text)
	if err != nil && text != "" {
		found.add(row.at("date"), `"date" is %q, expected a day such as 2026-05-04`, shown(text))
	}
	return date
}
