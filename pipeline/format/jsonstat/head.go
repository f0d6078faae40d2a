package jsonstat

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

// A head is everything of a dataset except its values, in the order in which
// the members are written.
type head struct {
	Version   string                   `json:"version"`
	Class     string                   `json:"class"`
	Label     string                   `json:"label"`
	Source    string                   `json:"source,omitempty"`
	Updated   string                   `json:"updated,omitempty"`
	Note      []string                 `json:"note,omitempty"`
	Role      map[string][]string      `json:"role"`
	ID        []string                 `json:"id"`
	Size      []int                    `json:"size"`
	Dimension map[string]headDimension `json:"dimension"`
	Extension extension                `json:"extension"`
}

type headDimension struct {
	Label     string              `json:"label"`
	Note      []string            `json:"note,omitempty"`
	Category  category            `json:"category"`
	Extension *dimensionExtension `json:"extension,omitempty"`
}

type category struct {
	Index []string            `json:"index"`
	Label map[string]string   `json:"label"`
	Unit  map[string]unit     `json:"unit,omitempty"`
	Note  map[string][]string `json:"note,omitempty"`
}

type unit struct {
	Label    string `json:"label,omitempty"`
	Decimals int    `json:"decimals"`
}

// The extensions hold what JSON-stat has no word for. The names of mandatory
// notes are those of PxWeb's interface: the positions of the notes that nobody
// may leave out.
type extension struct {
	Table         string            `json:"table"`
	Part          string            `json:"part,omitempty"` // the period, of a table divided by period
	Publisher     string            `json:"publisher,omitempty"`
	Contact       string            `json:"contact,omitempty"`
	Licence       string            `json:"licence,omitempty"`
	Reference     string            `json:"reference,omitempty"`
	NextUpdate    string            `json:"next_update,omitempty"`
	NoteMandatory map[string]bool   `json:"noteMandatory,omitempty"`
	Status        map[string]string `json:"status"`
}

type dimensionExtension struct {
	NoteMandatory         map[string]bool            `json:"noteMandatory,omitempty"`
	CategoryNoteMandatory map[string]map[string]bool `json:"categoryNoteMandatory,omitempty"`
}

func newHead(c cube.Cube, language string) head {
	t := c.Table
	h := head{
		Version: "2.0", Class: "dataset",
		Label:     t.Title.In(language),
		Source:    strings.Join(inLanguage(t.Source, language), "; "),
		Updated:   t.Updated,
		Role:      map[string][]string{"metric": {cube.MetricID}},
		Dimension: map[string]headDimension{},
		Extension: newExtension(c, language),
	}
	h.Note, h.Extension.NoteMandatory = datasetNotes(c, language)
	for _, d := range c.Dimensions {
		f := t.Fields[d.Field]
		h.add(f.Name, len(d.Codes), newDimension(c, d, language))
		switch f.Role {
		case edition.RoleTime:
			h.Role["time"] = append(h.Role["time"], f.Name)
		case edition.RolePlace:
			h.Role["geo"] = append(h.Role["geo"], f.Name)
		}
	}
	h.add(cube.MetricID, len(c.Metrics), metrics(c, language))
	return h
}

func newExtension(c cube.Cube, language string) extension {
	t := c.Table
	e := extension{
		Table: t.Name, Part: c.Period, Publisher: t.Publisher.In(language), Contact: t.Contact,
		Licence: t.Licence, Reference: t.Reference.In(language), NextUpdate: t.NextUpdate,
		Status: map[string]string{},
	}
	for _, symbol := range edition.Symbols() {
		e.Status[symbol] = edition.SymbolLabel(symbol).In(language)
	}
	return e
}

func (h *head) add(id string, size int, d headDimension) {
	h.ID = append(h.ID, id)
	h.Size = append(h.Size, size)
	h.Dimension[id] = d
}

func newDimension(c cube.Cube, d cube.Dimension, language string) headDimension {
	f := c.Table.Fields[d.Field]
	out := headDimension{Label: cube.Label(f, language), Category: category{Index: d.Codes, Label: map[string]string{}}}
	for i, label := range c.Labels(d, language) {
		out.Category.Label[d.Codes[i]] = label
	}
	out.note(c.Table.NotesOn(f.Name, ""), language)
	for _, code := range d.Codes {
		out.noteOn(code, c.Table.NotesOn(f.Name, code), language)
	}
	return out
}

func metrics(c cube.Cube, language string) headDimension {
	out := headDimension{
		Label:    cube.MetricLabel().In(language),
		Category: category{Label: map[string]string{}, Unit: map[string]unit{}},
	}
	for _, i := range c.Metrics {
		f := c.Table.Fields[i]
		out.Category.Index = append(out.Category.Index, f.Name)
		out.Category.Label[f.Name] = cube.Label(f, language)
		out.Category.Unit[f.Name] = unit{Label: f.Unit.In(language), Decimals: f.Decimals}
		out.noteOn(f.Name, c.Table.NotesOn(f.Name, ""), language)
	}
	return out
}

func inLanguage(texts []edition.Text, language string) []string {
	var out []string
	for _, t := range texts {
		if text := t.In(language); text != "" {
			out = append(out, text)
		}
	}
	return out
}
