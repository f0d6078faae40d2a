package pipeline

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"tresektor/pipeline/format/site"
	"tresektor/pipeline/workspace"
)

// caseFile is the table of typical cases on which definitions disagree. It is
// built in, and holds for the built-in definitions.
const caseFile = "definition/disagreement.csv"

// A typicalCase is a kind of organisation with the sector that each definition
// gives it.
type typicalCase struct {
	label   string
	sectors map[string]string
}

// cases shows how the definitions decide typical cases: where they agree, and
// where not. Definitions that the workspace has written itself are not in it.
func (d prose) cases() (site.Section, error) {
	section := site.Section{ID: "cases", Title: d.say("Typiska fall", "Typical cases"), Texts: []string{d.say(
		"Samma organisation kan vara idéburen med en definition och inte med en annan.",
		"The same organisation may be idéburen under one definition and not under another.")}}
	all, err := d.typicalCases()
	if err != nil || len(all) == 0 {
		return site.Section{}, err
	}
	t := site.FactTable{Caption: d.say("Sektor för typiska fall", "The sector of typical cases"), Head: []string{d.say("Fall", "Case")}}
	definitions := slices.DeleteFunc(d.definitions(), func(w workspace.Definition) bool { return !strings.HasPrefix(w.Path, "data/") })
	for _, each := range definitions {
		t.Head = append(t.Head, each.Label.In(d.language))
	}
	for _, c := range all {
		row := []string{c.label}
		for _, each := range definitions {
			row = append(row, shortLabel(d.sectorName(c.sectors[each.ID])))
		}
		t.Rows = append(t.Rows, row)
	}
	section.Tables = []site.FactTable{t}
	return section, nil
}

// typicalCases reads the cases in order; data of an earlier program may have
// none, or none in this language.
func (d prose) typicalCases() (all []*typicalCase, err error) {
	file, err := d.space.Library().Open(caseFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	at := func(column string) int { return slices.Index(rows[0], column) }
	id, label, definition, sector := at("case"), at("label_"+d.language), at("definition"), at("sector")
	if label < 0 {
		return nil, nil
	}
	byID := map[string]*typicalCase{}
	for _, row := range rows[1:] {
		if byID[row[id]] == nil {
			byID[row[id]] = &typicalCase{row[label], map[string]string{}}
			all = append(all, byID[row[id]])
		}
		byID[row[id]].sectors[row[definition]] = row[sector]
	}
	return all, nil
}
