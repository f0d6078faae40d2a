package jsonstat

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
)

// metricID is the dimension that holds the kinds of number.
const metricID = "metric"

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
	Label    string   `json:"label"`
	Category category `json:"category"`
}

type category struct {
	Index []string          `json:"index"`
	Label map[string]string `json:"label"`
	Unit  map[string]unit   `json:"unit,omitempty"`
}

type unit struct {
	Label    string `json:"label,omitempty"`
	Decimals int    `json:"decimals"`
}

type extension struct {
	Table  string            `json:"table"`
	Part   string            `json:"part,omitempty"` // the period, of a table divided by period
	Status map[string]string `json:"status"`
}

func newHead(t edition.Table, c cube, o Options, period string) head {
	h := head{
		Version: "2.0", Class: "dataset",
		Label:     t.Title.In(o.Language),
		Source:    strings.Join(inLanguage(t.Source, o.Language), "; "),
		Updated:   t.Updated,
		Note:      notes(t, c, o, period),
		Role:      map[string][]string{"metric": {metricID}},
		Dimension: map[string]headDimension{},
		Extension: extension{Table: t.Name, Part: period, Status: statusLabels(o.Language)},
	}
	for _, d := range c.dimensions {
		f := t.Fields[d.field]
		h.add(f.Name, len(d.codes), headDimension{label(f, o.Language), categories(f, d, o.Language)})
		switch f.Role {
		case edition.RoleTime:
			h.Role["time"] = append(h.Role["time"], f.Name)
		case edition.RolePlace:
			h.Role["geo"] = append(h.Role["geo"], f.Name)
		}
	}
	h.add(metricID, len(c.metrics), metrics(t, c, o.Language))
	return h
}

func (h *head) add(id string, size int, d headDimension) {
	h.ID = append(h.ID, id)
	h.Size = append(h.Size, size)
	h.Dimension[id] = d
}

func categories(f edition.Field, d dimension, language string) category {
	c := category{Index: d.codes, Label: map[string]string{}}
	for _, code := range d.codes {
		c.Label[code] = code
	}
	for _, code := range f.Codes {
		if _, occurs := d.at[code.Code]; occurs && code.Label.In(language) != "" {
			c.Label[code.Code] = code.Label.In(language)
		}
	}
	return c
}

func metrics(t edition.Table, c cube, language string) headDimension {
	out := category{Label: map[string]string{}, Unit: map[string]unit{}}
	for _, i := range c.metrics {
		f := t.Fields[i]
		out.Index = append(out.Index, f.Name)
		out.Label[f.Name] = label(f, language)
		out.Unit[f.Name] = unit{Label: f.Unit.In(language), Decimals: f.Decimals}
	}
	return headDimension{edition.Text{SV: "Uppgift", EN: "Figure"}.In(language), out}
}

// notes are the table's, and what must be known of this dataset.
func notes(t edition.Table, c cube, o Options, period string) []string {
	texts := inLanguage([]edition.Text{t.Description}, o.Language)
	for _, mandatory := range []bool{true, false} {
		for _, n := range t.Notes {
			if n.Mandatory == mandatory {
				texts = append(texts, inLanguage([]edition.Text{n.Text}, o.Language)...)
			}
		}
	}
	if period != "" {
		texts = append(texts, fmt.Sprintf(edition.Text{
			SV: "Tabellen har delats per period för att inte bli för stor. Den här filen gäller %s.",
			EN: "The table was divided by period so as not to be too large. This file is for %s.",
		}.In(o.Language), period))
	}
	if c.cells > o.Limit {
		texts = append(texts, fmt.Sprintf(edition.Text{
			SV: "Filen har %d celler, fler än gränsen %d, och kan inte delas mer.",
			EN: "The file has %d cells, more than the limit of %d, and cannot be divided further.",
		}.In(o.Language), c.cells, o.Limit))
	}
	return texts
}

func statusLabels(language string) map[string]string {
	return map[string]string{
		edition.NotApplicable: edition.Text{SV: "Ej tillämpligt", EN: "Not applicable"}.In(language),
		edition.Missing:       edition.Text{SV: "Uppgift saknas", EN: "Not available"}.In(language),
		edition.Suppressed:    edition.Text{SV: "Dold av källan eller av sekretesskäl", EN: "Suppressed by the source or for confidentiality"}.In(language),
	}
}

func label(f edition.Field, language string) string {
	if text := f.Label.In(language); text != "" {
		return text
	}
	return f.Name
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
