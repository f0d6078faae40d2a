package gold

import (
	"fmt"
	"strings"
)

// summary is what docs/method.md prints, word for word: how many labels there
// are, and a table for all of them and for all but the hard cases.
func summary(labels []label, decisions map[key]decision) string {
	checked := only(labels, func(l label) bool { return l.checked })
	easy := only(checked, func(l label) bool { return l.stratum != "hard" })
	m := measure(labels, decisions)
	undecided := 0
	organisations := map[string]bool{}
	for _, d := range m.disagreements {
		organisations[d.label.id] = true
		if d.undecided() {
			undecided++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Facit: %d organisationer, %d kontrollerade och %d som inte gick att kontrollera. ",
		len(labels), len(checked), len(labels)-len(checked))
	fmt.Fprintf(&b, "%d av de kontrollerade är svåra fall. ", len(checked)-len(easy))
	fmt.Fprintf(&b, "%d organisationer avviker under minst en definition; %d av de %d avvikelserna är att utgåvan inte avgör.\n",
		len(organisations), undecided, len(m.disagreements))
	fmt.Fprintf(&b, "\nAlla kontrollerade:\n\n%s", table(m))
	fmt.Fprintf(&b, "\nUtan de svåra fallen:\n\n%s", table(measure(easy, decisions)))
	return b.String()
}

// table is a Markdown table, a row for each definition and sector.
func table(m measurement) string {
	var b strings.Builder
	b.WriteString("| definition | sektor | träffsäkerhet, % | 95 %-intervall | täckning, % | 95 %-intervall |\n")
	b.WriteString("|---|---|---|---|---|---|\n")
	for _, s := range m.scores {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", s.definition, sectorName(s.sector),
			proportion(s.correct, s.decided), proportion(s.correct, s.labelled))
	}
	return b.String()
}

func sectorName(code string) string {
	return map[string]string{"public": "Offentlig", "private": "Privat", "ideburen": "Idéburen"}[code]
}

// details lists every disagreement with the evidence of both sides, and counts
// the strata.
func details(labels []label, decisions map[key]decision) string {
	var b strings.Builder
	for _, stratum := range []string{"largest", "form", "hard"} {
		of := only(labels, func(l label) bool { return l.stratum == stratum })
		checked := only(of, func(l label) bool { return l.checked })
		fmt.Fprintf(&b, "%-8s %3d checked, %3d uncheckable\n", stratum, len(checked), len(of)-len(checked))
	}
	for _, d := range measure(labels, decisions).disagreements {
		fmt.Fprintf(&b, "\n%s  %s (%s)\n", d.label.name, d.label.id, d.label.stratum)
		fmt.Fprintf(&b, "  %-8s label    %s: %s\n", d.definition, d.label.sector[d.definition], d.label.says)
		fmt.Fprintf(&b, "           %s %s\n", d.label.kind, d.label.address)
		fmt.Fprintf(&b, "           edition  %s, %s by rule %s: %s\n", d.decision.sector, d.decision.basis, d.decision.rule, d.decision.evidence)
	}
	return b.String()
}
