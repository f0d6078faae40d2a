package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/format/site"
	"tresektor/pipeline/workspace"
)

// agreementsPage shows the three sectors by form of agreement: how activities
// are bought from the idéburna, and what supports them beside that.
func (d prose) agreementsPage() (site.Prose, error) {
	p := d.page(site.Agreements, d.say("Upphandling och partnerskap", "Procurement and partnership"), d.say(
		"Kommuner och regioner kan köpa vård, skola och omsorg på flera sätt: upphandling, upphandling som sedan 2023 får reserveras för idéburna organisationer, valfrihetssystem och idéburet offentligt partnerskap (IOP). De kan också ge stöd: verksamhetsstöd och projektstöd.",
		"Municipalities and regions can buy care and education in several ways: procurement, procurement that may since 2023 be reserved for idéburna organisations, systems of choice, and public–idéburen partnership (IOP). They can also give grants: operating grants and project grants."), d.say(
		"Den idéburna andelen räknas bara av ersättning för utförd verksamhet. Stöd är inte betalning för en tjänst och står för sig, bredvid och aldrig inuti.",
		"The idéburen share is counted of payment for services only. Grants are not payment for a service and stand on their own, beside and never inside."))
	for i, a := range d.agreed {
		if i == 0 || a.measure.ID != d.agreed[i-1].measure.ID {
			p.Sections = append(p.Sections, d.agreements(a.measure))
		}
	}
	if len(p.Sections) == 0 {
		p.Sections = []site.Section{{ID: "none", Title: d.say("Inga uppgifter", "No data"), Absent: d.say(
			"Ingen källa i den här utgåvan säger vilken avtalsform som gäller.", "No source of this edition says which form of agreement applies.")}}
	}
	p.Sections = append(p.Sections, d.forms())
	return p, nil
}

// agreements are the shares of a measure by form of agreement and period, in
// the widest places and areas, under the workspace's definition: drawn and as
// tables.
func (d prose) agreements(m workspace.Measure) site.Section {
	section := site.Section{ID: agreementSection(m), Title: m.Label.In(d.language), Texts: []string{
		d.say("%s Av vad: %s", "%s Of what: %s", m.Numerator.In(d.language), m.Denominator.In(d.language)),
		d.say("Idéburen enligt definitionen %s.", "Idéburen under the definition %s.", d.label("definition", d.space.Config.Definition)),
	}}
	if m.Base == "purchased" || m.Base == "nonpublic" {
		section.Texts = append(section.Texts, d.say("Andelen gäller det som köps av andra. Egen verksamhet ingår inte.",
			"The share is of what is bought from others. Own production is not included."))
	}
	isGranted := false
	for _, a := range d.agreed {
		if a.measure.ID != m.ID {
			continue
		}
		isGranted = isGranted || a.branch == "stod"
		section.Texts = append(section.Texts, d.agreementReading(a)...)
		section.Tables = append(section.Tables, d.agreementTable(a))
	}
	if !isGranted {
		section.Texts = append(section.Texts, d.say("Stöd har inga uppgifter i det här måttet, varken verksamhetsstöd, projektstöd eller IOP som bidrag.",
			"There are no data on grants in this measure: neither operating grants nor project grants nor IOP as a grant."))
	}
	section.Files = []site.File{{Path: "tables/share_" + m.ID + ".json", Label: d.say("Alla andelar för måttet (JSON-stat)", "All shares of the measure (JSON-stat)")},
		{Path: "tables/share.csv", Label: d.say("Alla andelar (CSV)", "All shares (CSV)")}}
	return section
}

// agreementSection is where the page has a measure.
func agreementSection(m workspace.Measure) string {
	return "measure-" + strings.ReplaceAll(m.ID, "_", "-")
}

// agreementReading says how to read the charts of a branch: what it means that
// a form has no number, and why there are none where places are many.
func (d prose) agreementReading(a agreed) (texts []string) {
	if len(a.charts) == 0 {
		return []string{d.say("Talen finns i tabellen. Platserna är för många för ett diagram var.",
			"The numbers are in the table. There are too many places for a chart of each.")}
	}
	if slices.ContainsFunc(a.charts, func(c agreementChart) bool { return c.isLatest }) {
		texts = append(texts, d.say("Diagrammet visar de %d senaste perioderna. Tabellen har alla.", "The chart shows the %d latest periods. The table has all.", mostFormPeriods))
	}
	if slices.ContainsFunc(a.charts, func(c agreementChart) bool { return len(c.description.Unsaid) > 0 }) {
		texts = append(texts, d.say("Att en avtalsform saknar uppgift betyder inte att den inte används. Den kan stå utanför det som räknas, eller ingå i det vars avtalsform är okänd.",
			"That a form of agreement has no number does not mean that it is not used. It may be outside what is counted, or be part of what has an unknown form."))
	}
	return texts
}

// totalsOf are a measure's rows of share under the workspace's definition, those
// of each total together: its sectors stand beside each other in published order.
func (d prose) totalsOf(measure string) (totals [][][]any) {
	share := d.byName["share"]
	var at []int
	for _, name := range share.Grain[:len(share.Grain)-1] {
		at = append(at, share.Index(name))
	}
	ofMeasure, ofDefinition := share.Index("measure"), share.Index("definition")
	var before []any
	for _, row := range share.Rows {
		if row[ofMeasure] != measure || row[ofDefinition] != d.space.Config.Definition {
			continue
		}
		if before == nil || slices.ContainsFunc(at, func(c int) bool { return row[c] != before[c] }) {
			totals = append(totals, nil)
		}
		last := len(totals) - 1
		totals[last], before = append(totals[last], row), row
	}
	return totals
}

// wholeTotals are those in the widest places and areas that the measure has.
func (d prose) wholeTotals(totals [][][]any) [][][]any {
	share := d.byName["share"]
	for _, list := range []string{"place", "area"} {
		has := map[string]bool{}
		for _, rows := range totals {
			has[cell(share, rows[0], list)] = true
		}
		widest := map[string]bool{}
		for code := range has {
			widest[code] = !d.hasAncestor(list, code, func(other string) bool { return has[other] })
		}
		totals = slices.DeleteFunc(totals, func(rows [][]any) bool { return !widest[cell(share, rows[0], list)] })
	}
	return totals
}

// hasAncestor tells whether a place or area is a part of another that is there.
func (s *session) hasAncestor(list, code string, isThere func(string) bool) bool {
	for code = s.listRow(list, code)["parent"]; code != ""; code = s.listRow(list, code)["parent"] {
		if isThere(code) {
			return true
		}
	}
	return false
}

func (s *session) listRow(list, code string) map[string]string {
	found, _ := s.space.List(list)
	for _, row := range found.Rows {
		if row["code"] == code {
			return row
		}
	}
	return nil
}

// agreementTable is a branch's numbers, under its charts.
func (d prose) agreementTable(a agreed) site.FactTable {
	caption := d.say("Ersättning för utförd verksamhet: andel per sektor i procent", "Payment for services: share by sector in per cent")
	if a.branch != "ersattning" {
		caption = d.say("Stöd: andel per sektor i procent", "Grants: share by sector in per cent")
	}
	t := site.FactTable{Caption: caption, Numbers: []int{4, 5, 6, 7}, Head: []string{
		d.say("Avtalsform", "Form of agreement"), d.say("Var", "Where"), d.say("Område", "Area"), d.say("Period", "Period"),
		d.label("sector", "public"), shortLabel(d.label("sector", "private")), d.label("sector", "ideburen"),
		capitalised(a.measure.Unit.In(d.language)),
	}}
	for _, c := range a.charts {
		t.Pictures = append(t.Pictures, c.view(d.language))
	}
	for _, rows := range a.totals {
		t.Rows = append(t.Rows, d.agreementRow(rows))
	}
	return t
}

// shortLabel is a sector's label without what stands in brackets after it.
func shortLabel(label string) string {
	name, _, _ := strings.Cut(label, " (")
	return name
}

// agreementRow is a total's three sectors.
func (d prose) agreementRow(rows [][]any) []string {
	share := d.byName["share"]
	said := map[string]string{}
	for _, row := range rows {
		said[cell(share, row, "sector")] = d.shareText(sixDecimals(cell(share, row, "low")), sixDecimals(cell(share, row, "high")), cell(share, row, "symbol"))
	}
	first := rows[0]
	total := cell(share, first, "total")
	if total == "" {
		total = cell(share, first, "symbol")
	}
	return []string{
		d.label("agreement", cell(share, first, "agreement")), d.label("place", cell(share, first, "place")),
		d.area(cell(share, first, "area")), cell(share, first, "period"),
		said["public"], said["private"], said["ideburen"], grouped(d.language, total),
	}
}

// area is the word for an area, nothing where the measure has none.
func (d prose) area(code string) string {
	if code == "none" {
		return ""
	}
	return d.label("area", code)
}

// forms are the forms of agreement in words.
func (d prose) forms() site.Section {
	t := site.FactTable{
		Caption: d.say("Avtalsformer", "Forms of agreement"),
		Head:    []string{d.say("Avtalsform", "Form of agreement"), d.say("Räknas som", "Counted as"), d.say("Vad det är", "What it is")},
	}
	agreements, _ := d.space.List("agreement")
	for _, row := range agreements.Rows {
		counted := d.say("ersättning för utförd verksamhet", "payment for services")
		if row["branch"] == "" || row["parent"] == "" {
			continue
		}
		if row["branch"] == "stod" {
			counted = d.say("stöd", "grant")
		}
		t.Rows = append(t.Rows, []string{row["label_"+d.language], counted, row["explanation_"+d.language]})
	}
	return site.Section{ID: "forms", Title: d.say("Avtalsformerna", "The forms of agreement"), Tables: []site.FactTable{t}}
}
