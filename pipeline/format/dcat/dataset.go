package dcat

import (
	"path"
	"strings"

	"tresektor/pipeline/edition"
)

// The vocabularies of the Publications Office of the European Union.
const (
	authority  = "http://publications.europa.eu/resource/authority/"
	dataThemes = authority + "data-theme"
)

// A dataset is a table with its files.
type dataset struct {
	table edition.Table
	files []edition.File
}

// datasets are the tables that have files, in their order. A table's files are
// tables/<its name>.<anything>; what describes them is not among them.
func (c Catalogue) datasets() (all []dataset) {
	for _, t := range c.Tables {
		d := dataset{table: t}
		for _, f := range c.Files {
			folder, file := path.Split(f.Path)
			name, suffix, _ := strings.Cut(file, ".")
			if _, known := mediaType(suffix); known && folder == "tables/" && name == t.Name {
				d.files = append(d.files, f)
			}
		}
		if d.files != nil {
			all = append(all, d)
		}
	}
	return all
}

func (c Catalogue) dataset(x xml, d dataset) {
	t := d.table
	x.node("dcat:Dataset", c.node("dataset-"+t.Name), func() {
		x.text("dcterms:title", t.Title)
		x.text("dcterms:description", described(t))
		x.plain("dcterms:identifier", t.Name)
		x.link("dcterms:publisher", c.node("publisher"))
		x.link("dcat:contactPoint", c.node("contact"))
		x.link("dcterms:accessRights", authority+"access-right/PUBLIC")
		x.link("dcat:theme", dataThemes+"/HEAL")
		x.link("dcat:theme", dataThemes+"/SOCI")
		for _, keyword := range keywords() {
			x.text("dcat:keyword", keyword)
		}
		languages(x, swedish, english)
		x.date("dcterms:modified", c.Updated)
		x.link("dcterms:accrualPeriodicity", authority+"frequency/"+frequency(c.Releases))
		x.link("dcat:landingPage", c.address(""))
		c.temporal(x, t)
		for _, f := range d.files {
			x.link("dcat:distribution", c.node("distribution-"+path.Base(f.Path)))
		}
	})
	c.period(x, t)
}

// described is what a table is, and the notes that nobody may leave out.
func described(t edition.Table) edition.Text {
	all := t.Description
	if all.SV == "" {
		all = t.Title
	}
	for _, n := range t.Notes {
		if n.Mandatory {
			all.SV += " " + n.SV
			all.EN = strings.TrimSpace(all.EN + " " + n.In(edition.English))
		}
	}
	return all
}

func keywords() []edition.Text {
	return []edition.Text{{SV: "välfärd", EN: "welfare"}, {SV: "vård", EN: "care"}, {SV: "idéburen", EN: "non-profit"}, {SV: "statistik", EN: "statistics"}}
}

func (c Catalogue) temporal(x xml, t edition.Table) {
	if first, _ := span(t); first != "" {
		x.link("dcterms:temporal", c.node("period-"+t.Name))
	}
}

func (c Catalogue) period(x xml, t edition.Table) {
	first, last := span(t)
	if first == "" {
		return
	}
	x.node("dcterms:PeriodOfTime", c.node("period-"+t.Name), func() {
		x.date("dcat:startDate", first)
		x.date("dcat:endDate", last)
	})
}
