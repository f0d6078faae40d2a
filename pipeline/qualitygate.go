package pipeline

import (
	"math/big"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// gated counts the outcomes of the gates.
func (d prose) gated() string {
	gate := d.byName["gate"]
	count := map[string]int{}
	gates := map[string]bool{}
	for _, row := range gate.Rows {
		count[cell(gate, row, "status")]++
		gates[cell(gate, row, "gate")] = true
	}
	if count["no_baseline"] > 0 {
		return d.say("Ingen jämförelse: det här är den första utgåvan.", "No comparison: this is the first edition.")
	}
	many := wording{language: d.language}.many
	return d.say("%s. %s, och %s som någon har granskat och godtagit.", "%s. %s, and %s that somebody has looked at and accepted.",
		many(int64(len(gates)), "spärr", "spärrar", "gate", "gates"), many(int64(count["warn"]), "varning", "varningar", "warning", "warnings"),
		many(int64(count["acknowledged"]), "fynd", "fynd", "finding", "findings"))
}

// gateFindings are the findings, with why they are accepted.
func (d prose) gateFindings() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Vad spärrarna fann", "What the gates found"), Swedish: []int{5},
		Head: []string{
			d.say("Cell", "Cell"), d.say("Spärr", "Gate"), d.say("Värde", "Value"), d.say("Förra värdet", "Previous value"),
			d.say("Utfall", "Outcome"), d.say("Skäl", "Reason"),
		},
	}
	gate := d.byName["gate"]
	for _, row := range gate.Rows {
		if cell(gate, row, "cell") == "" {
			continue
		}
		t.Rows = append(t.Rows, []string{
			d.gateCell(row), d.gateName(cell(gate, row, "gate")), d.gateValue(row, "value"),
			d.gateValue(row, "previous"), d.outcome(cell(gate, row, "status")), cell(gate, row, "reason"),
		})
	}
	return t
}

// gateCell is what a finding is about in words, with the organisation that it
// names.
func (d prose) gateCell(row []any) string {
	gate := d.byName["gate"]
	text := d.cellWords(cell(gate, row, "cell"), d.language)
	if text == "" {
		text = cell(gate, row, "cell")
	}
	if name := cell(gate, row, "name"); name != "" {
		text += ", " + name
	}
	return text
}

// gateValue is a finding's number with its unit.
func (d prose) gateValue(row []any, name string) string {
	gate := d.byName["gate"]
	text := cell(gate, row, name)
	if share := sixDecimals(text); share != nil && cell(gate, row, "unit") == "share" {
		return d.say("%s procent", "%s per cent", percentage(*share).in(d.language, 2))
	}
	return d.exactText(text)
}

// exactText writes an exact decimal with the language's sign.
func (d prose) exactText(text string) string {
	if text == "" {
		return "–"
	}
	return grouped(d.language, text)
}

func (d prose) outcome(status string) string {
	switch status {
	case "acknowledged":
		return d.say("granskat och godtaget", "looked at and accepted")
	case "warn":
		return d.say("varning", "warning")
	case "agrees":
		return d.say("stämmer", "agrees")
	case "missed":
		return d.say("stämmer inte", "does not agree")
	case "no_cell":
		return d.say("finns inte i utgåvan", "not in this edition")
	}
	return status
}

// reconciled counts the published figures that we can be compared with.
func (d prose) reconciled() string {
	figure := d.byName["figure"]
	count := map[string]int{}
	for _, row := range figure.Rows {
		count[cell(figure, row, "status")]++
	}
	compared := count["agrees"] + count["missed"]
	if compared == 0 {
		return d.say("Ingen publicerad siffra räknar samma sak.", "No published figure counts the same thing.")
	}
	return d.say("%d av %d publicerade siffror som räknar samma sak stämmer inom sin tolerans.",
		"%d of %d published figures that count the same thing agree within their tolerance.", count["agrees"], compared)
}

// figures are the published figures that were compared.
func (d prose) figures() site.FactTable {
	t := site.FactTable{
		Caption: d.say("Publicerade siffror som räknar samma sak", "Published figures that count the same thing"), Swedish: []int{1},
		Head: []string{
			d.say("Siffra", "Figure"), d.say("Vem säger det", "Who says it"), d.say("Publicerat", "Published"), d.say("Vårt", "Ours"),
			d.say("Tolerans", "Tolerance"), d.say("Utfall", "Outcome"), d.say("Varför toleransen", "Why the tolerance"),
		},
	}
	figure := d.byName["figure"]
	for _, row := range figure.Rows {
		status := cell(figure, row, "status")
		if status != "agrees" && status != "missed" {
			continue
		}
		t.Rows = append(t.Rows, []string{
			cell(figure, row, "label_"+d.language), cell(figure, row, "publisher"), d.stated(row, "value"), d.ours(row),
			d.stated(row, "tolerance"), d.outcome(status), cell(figure, row, "why_"+d.language),
		})
		t.Links = append(t.Links, cell(figure, row, "url"))
	}
	return t
}

func (d prose) ours(row []any) string {
	low, high := d.stated(row, "ours_low"), d.stated(row, "ours_high")
	if low == high {
		return low
	}
	return low + "–" + high
}

// stated is a figure's number with its unit.
func (d prose) stated(row []any, name string) string {
	figure := d.byName["figure"]
	text := cell(figure, row, name)
	if edition.IsSymbol(text) {
		return text
	}
	if cell(figure, row, "unit") != "percent" {
		return grouped(d.language, text)
	}
	if r, ok := new(big.Rat).SetString(text); ok && decimalsOf(text) > 2 {
		text = r.FloatString(2)
	}
	switch {
	case name == "tolerance" && text == "1":
		return d.say("1 procentenhet", "1 percentage point")
	case name == "tolerance":
		return d.say("%s procentenheter", "%s percentage points", grouped(d.language, text))
	}
	return d.say("%s procent", "%s per cent", grouped(d.language, text))
}
