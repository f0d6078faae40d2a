package pipeline

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// Text tells the difference in a language.
func (d Difference) Text(language string) string {
	w := wording{language: language}
	var b strings.Builder
	fmt.Fprintln(&b, w.say("Utgåva %s: de som skiljer %s åt", "Edition %s: who makes the difference between %s",
		d.Edition, strings.Join(d.Definitions, ", ")))
	for _, t := range d.Totals {
		fmt.Fprintf(&b, "\n%s %s %s %s %s\n", t.Measure, t.Period, t.Place, t.Area, t.Agreement)
		w.totalDifference(&b, t)
	}
	return b.String()
}

func (w wording) totalDifference(b *strings.Builder, t TotalDifference) {
	for _, s := range t.Shares {
		if s.Share == nil {
			fmt.Fprintln(b, w.say("  %s: säger inget här (%s %s)", "  %s: says nothing here (%s %s)", s.Definition, s.Symbol, s.Note))
			continue
		}
		fmt.Fprintln(b, w.say("  %s: idéburen %s av %s, möjligt intervall %s procent", "  %s: idéburen %s of %s, possible range %s per cent",
			s.Definition, grouped(w.language, s.Amount), grouped(w.language, s.Total), w.span(s.Low, s.High)))
	}
	for i, l := range t.Lines {
		fmt.Fprintf(b, "\n  %d. %s\n     %s\n", i+1, w.whomDiffers(l), w.decisions(l))
	}
	if len(t.Lines) > 0 {
		fmt.Fprintln(b)
	}
	for _, s := range t.Sums {
		fmt.Fprintln(b, w.say("  %s mot %s: raderna summerar till %s; de publicerade mängderna skiljer %s, andelarna av känd mängd %s procentenheter",
			"  %s against %s: the lines sum to %s; the published amounts differ by %s, the shares of known amounts by %s percentage points",
			s.Definition, t.Shares[0].Definition, grouped(w.language, s.Lines), grouped(w.language, s.Published),
			percentage(s.Points).signed(w.language, 3)))
	}
}

func (w wording) whomDiffers(l DifferenceLine) string {
	who := w.whom(ReviewLine{Provider: l.Provider, Name: l.Name, Providers: l.Providers})
	return w.say("%s: %s = %s procent av summan", "%s: %s = %s per cent of the total", who,
		grouped(w.language, l.Amount), percentage(l.Share).in(w.language, 3))
}

func (w wording) decisions(l DifferenceLine) string {
	var texts []string
	for _, d := range l.Decisions {
		text := fmt.Sprintf("%s: %s, %s, %s %s", d.Definition, d.Sector, d.Basis, w.say("regel", "rule"), d.Rule)
		if d.Reason != "" {
			text += " (" + d.Reason + ")"
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}

// WriteCSV writes the lines, with three columns for each definition.
func (d Difference) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	header := []string{
		"edition", "measure", "period", "place", "area", "agreement", "provider_id", "provider_kind", "name",
		"providers", "amount", "share",
	}
	for _, definition := range d.Definitions {
		header = append(header, "sector_"+definition, "basis_"+definition, "rule_"+definition)
	}
	rows := [][]string{header}
	for _, t := range d.Totals {
		for _, l := range t.Lines {
			row := []string{
				d.Edition, t.Measure, t.Period, t.Place, t.Area, t.Agreement, l.Provider, l.Kind, l.Name,
				number(l.Providers), l.Amount, fixed(l.Share, 6),
			}
			for _, each := range l.Decisions {
				row = append(row, each.Sector, each.Basis, each.Rule)
			}
			rows = append(rows, row)
		}
	}
	return out.WriteAll(rows)
}
