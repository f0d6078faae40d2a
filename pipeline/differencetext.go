package pipeline

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the difference in a language.
func (d Difference) Text(language string) string {
	s := newStory(language, d.words)
	s.para(0, s.say("Vilka som gör skillnaden mellan definitionerna", "Who makes the difference between the definitions"))
	for _, id := range d.Definitions {
		s.para(2, s.label("definition", id))
	}
	s.para(0, s.say("Utgåva %s.", "Edition %s.", d.Edition))
	if len(d.Totals) == 0 {
		s.blank()
		s.para(0, s.say("Första sidan har inga kort, så här jämförs inget. Ange ett mått med --measure.",
			"The front page has no cards, so nothing is compared here. Name a measure with --measure."))
	}
	for _, t := range d.Totals {
		title := s.label("measure", t.Measure)
		s.heading(title, title)
		s.para(2, capitalised(s.period(t.Period))+", "+s.place(t.Place, t.Area, t.Agreement)+".")
		s.totalDifference(t)
	}
	return s.text.String()
}

func (s *story) totalDifference(t TotalDifference) {
	for _, share := range t.Shares {
		s.hang(2, 4, `"`+s.label("definition", share.Definition)+`": `+s.definitionShare(t.Measure, share))
	}
	for _, same := range alike(t.Lines) {
		s.blank()
		s.decided(same[0].Decisions)
		for _, l := range same {
			text := s.quantity(l.Amount, t.Measure)
			if l.Amount != edition.Suppressed {
				text += " (" + s.part(percentage(l.Share), l.Share == 0) + ")"
			}
			s.hang(4, 6, text+"  "+s.whom(l.Provider, l.Kind, l.Name, l.Providers))
		}
	}
	for _, sum := range t.Sums {
		s.blank()
		s.sum(t, sum)
	}
}

// definitionShare is what is published under a definition.
func (s *story) definitionShare(measure string, share DefinitionShare) string {
	if share.Share == nil {
		return s.say("säger inget här. %s", "says nothing here. %s", s.silence(share.Note))
	}
	return s.say("idéburna har %s av %s, det är %s.", "idéburen organisations have %s of %s, that is %s.",
		grouped(s.language, share.Amount), s.quantity(share.Total, measure), s.span(share.Low, share.High))
}

// alike gathers lines that are decided alike, in order.
func alike(lines []DifferenceLine) (groups [][]DifferenceLine) {
	for _, l := range lines {
		i := slices.IndexFunc(groups, func(g []DifferenceLine) bool { return slices.Equal(g[0].Decisions, l.Decisions) })
		if i < 0 {
			groups = append(groups, []DifferenceLine{l})
			continue
		}
		groups[i] = append(groups[i], l)
	}
	return groups
}

// decided tells what each definition says, and by which rule.
func (s *story) decided(decisions []DefinitionOf) {
	for _, d := range decisions {
		s.hang(2, 4, s.say(`Enligt "%s" räknas de %s. Regel %s. %s. %s`, `Under "%s" they are counted %s. Rule %s. %s. %s`,
			s.label("definition", d.Definition), s.counted(d.Sector), d.Rule, s.label("basis", d.Basis),
			s.rule(d.Definition, d.Rule).words.In(s.language)))
		if d.Reason != "" {
			s.para(4, s.words.explanation("remainder_reason", d.Reason).In(s.language))
		}
	}
}

// sum says that the lines explain what is published.
func (s *story) sum(t TotalDifference, sum DifferenceSum) {
	amount := s.quantity(sum.Lines, t.Measure)
	if !strings.HasPrefix(sum.Lines, "-") && strings.Trim(sum.Lines, "0.") != "" {
		amount = "+" + amount
	}
	s.para(2, s.say(`Stämmer det? Ja. Från "%s" till "%s" ändras det idéburna med %s, både enligt raderna ovan och enligt de publicerade talen. Andelen ändras med %s procentenheter.`,
		`Does it add up? Yes. From "%s" to "%s" what is idéburen changes by %s, both by the lines above and by the published numbers. The share changes by %s percentage points.`,
		s.label("definition", t.Shares[0].Definition), s.label("definition", sum.Definition), amount,
		percentage(sum.Points).signed(s.language, 3)))
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
