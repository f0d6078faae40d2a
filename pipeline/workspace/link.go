package workspace

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
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

var linkColumns = []string{"source", "supplier", "organisation", "decided_by", "date", "reason"}

// links reads links.csv, ordered as in the file.
func (r *reader) links(sources []string) []Link {
	var all []Link
	first := map[string]Position{}
	for _, f := range r.files(r.own, "", linksFile) {
		for _, row := range linkRows(f, r.found) {
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

// A linkRow is a row as it stands, with the position of each field.
type linkRow struct {
	fields []string
	at     []Position
}

func (r linkRow) field(column string) (string, Position) {
	i := slices.Index(linkColumns, column)
	return strings.TrimSpace(r.fields[i]), r.at[i]
}

func linkRows(f file, found *problems) (all []linkRow) {
	if line, message := unreadable(f.text); message != "" {
		found.add(Position{f.path, line, 1}, "%s", message)
		return nil
	}
	text := bytes.TrimPrefix(f.text, []byte("\xef\xbb\xbf"))
	r := csv.NewReader(bytes.NewReader(text))
	header, err := r.Read()
	if err != nil || !slices.Equal(header, linkColumns) {
		found.add(Position{f.path, 1, 1}, "the header is %q, expected %q", strings.Join(header, ","), strings.Join(linkColumns, ","))
		return nil
	}
	for {
		fields, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return all
		case errors.Is(err, csv.ErrFieldCount):
			found.add(csvPosition(f.path, err), "the row has %d fields, the header %d", len(fields), len(header))
		case err != nil:
			found.add(csvPosition(f.path, err), "%s", csvMessage(err))
			return all
		default:
			all = append(all, linkRow{fields, positionsOf(r, f.path, text)})
		}
	}
}

// positionsOf gives where the fields of the row just read stand, in characters.
func positionsOf(r *csv.Reader, file string, text []byte) []Position {
	lines := bytes.Split(text, []byte("\n"))
	var all []Position
	for i := range linkColumns {
		line, column := r.FieldPos(i)
		before := lines[line-1][:column-1]
		all = append(all, Position{file, line, 1 + len([]rune(string(before)))})
	}
	return all
}

// linkOf reads a row, and tells whether it is right.
func linkOf(row linkRow, sources []string, found *problems) (Link, bool) {
	before := len(found.list)
	for i, column := range linkColumns {
		switch text := strings.TrimSpace(row.fields[i]); {
		case text == "":
			found.add(row.at[i], "%s", emptyLink(column))
		case column != "organisation" && orgnr.HoldsPersonal(text):
			found.add(row.at[i], "%q holds what looks like a personal identity number (withheld); natural persons are not linked, take the row away", column)
		}
	}
	l := Link{Position: row.at[0]}
	var at Position
	l.Source, at = row.field("source")
	known(l.Source, sources, "source", at, found)
	l.Supplier, _ = row.field("supplier")
	l.Organisation = linkedTo(row, found)
	l.DecidedBy, _ = row.field("decided_by")
	l.Date = linkDate(row, found)
	l.Reason, _ = row.field("reason")
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
func linkedTo(row linkRow, found *problems) string {
	text, at := row.field("organisation")
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

func linkDate(row linkRow, found *problems) time.Time {
	text, at := row.field("date")
	date, err := time.Parse(time.DateOnly, text)
	if err != nil && text != "" {
		found.add(at, `"date" is %q, expected a day such as 2026-05-04`, text)
	}
	return date
}
