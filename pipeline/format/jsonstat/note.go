package jsonstat

import (
	"strconv"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

// datasetNotes are the description, the notes on the whole table, and what
// must be known of this file; and which of them are mandatory.
func datasetNotes(c cube.Cube, language string) ([]string, map[string]bool) {
	first := inLanguage([]edition.Text{c.Table.Description}, language)
	texts, mandatory := texts(first, c.Table.NotesOn("", ""), language)
	return append(texts, inLanguage(c.Remarks(), language)...), mandatory
}

// note adds notes on the whole dimension.
func (d *headDimension) note(notes []edition.Note, language string) {
	all, mandatory := texts(nil, notes, language)
	d.Note = all
	if mandatory != nil {
		d.extension().NoteMandatory = mandatory
	}
}

// noteOn adds notes on one of the dimension's categories.
func (d *headDimension) noteOn(code string, notes []edition.Note, language string) {
	all, mandatory := texts(nil, notes, language)
	if all == nil {
		return
	}
	if d.Category.Note == nil {
		d.Category.Note = map[string][]string{}
	}
	d.Category.Note[code] = all
	if mandatory == nil {
		return
	}
	e := d.extension()
	if e.CategoryNoteMandatory == nil {
		e.CategoryNoteMandatory = map[string]map[string]bool{}
	}
	e.CategoryNoteMandatory[code] = mandatory
}

func (d *headDimension) extension() *dimensionExtension {
	if d.Extension == nil {
		d.Extension = &dimensionExtension{}
	}
	return d.Extension
}

// texts adds notes to those that are there, and tells the positions of the
// mandatory ones.
func texts(all []string, notes []edition.Note, language string) ([]string, map[string]bool) {
	var mandatory map[string]bool
	for _, n := range notes {
		if n.Mandatory {
			if mandatory == nil {
				mandatory = map[string]bool{}
			}
			mandatory[strconv.Itoa(len(all))] = true
		}
		all = append(all, n.In(language))
	}
	return all, mandatory
}
