package pipeline

import (
	"context"
	"math/big"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// figureTables put the published figures that can be compared beside ours.
func (s *session) figureTables() []table {
	figures := table{name: "figure", columns: []column{
		{"figure", text}, {"unit", text}, {"stated", integer}, {"tolerance", integer}, {"definition", text}, {"measure", text},
		{"period", text}, {"place", text}, {"area", text}, {"agreement", text},
	}}
	sectors := table{name: "figure_sector", columns: []column{{"figure", text}, {"sector", text}}}
	for _, f := range s.space.Figures {
		if !f.Comparable {
			continue
		}
		scale := s.figureScale(f)
		figures.rows = append(figures.rows, []any{
			f.ID, f.Unit, new(big.Rat).Mul(f.Value.Rat(), scale), new(big.Rat).Mul(f.Tolerance.Rat(), scale),
			f.Definition, f.Measure, f.Period, f.Place, f.Area, f.Agreement,
		})
		for _, sector := range f.Sectors {
			sectors.rows = append(sectors.rows, []any{f.ID, sector})
		}
	}
	return []table{figures, sectors}
}

// figureScale makes a figure whole: a percentage in millionths of the whole, an
// amount in the measure's smallest unit.
func (s *session) figureScale(f workspace.Figure) *big.Rat {
	if f.Unit == "percent" {
		return big.NewRat(10_000, 1)
	}
	measure, _ := s.space.Measure(f.Measure)
	return new(big.Rat).SetInt(power(measure.Decimals))
}

// An ourFigure is our number beside a published one, as exact decimals in the
// figure's own unit; "." where it cannot be compared, ".." where this edition
// has no such cell.
type ourFigure struct{ low, high, difference, status string }

// ourFigures reads figure_ours, which the gates have made.
func (s *session) ourFigures(ctx context.Context) (map[string]ourFigure, error) {
	rows, err := s.wh.Query(ctx, "select figure, unit, decimals, tolerance, ours_low, ours_high, difference from figure_ours")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ours := map[string]ourFigure{}
	for rows.Next() {
		var id, unit string
		var decimals int
		var tolerance int64
		var low, high, difference *int64
		if err := rows.Scan(&id, &unit, &decimals, &tolerance, &low, &high, &difference); err != nil {
			return nil, err
		}
		if unit == "percent" {
			decimals = 4
		}
		ours[id] = compared(low, high, difference, tolerance, decimals)
	}
	return ours, rows.Err()
}

func compared(low, high, difference *int64, tolerance int64, decimals int) ourFigure {
	if low == nil || high == nil || difference == nil {
		return ourFigure{edition.Missing, edition.Missing, edition.Missing, "no_cell"}
	}
	status := "agrees"
	if *difference > tolerance || *difference < -tolerance {
		status = "missed"
	}
	return ourFigure{fixed(*low, decimals), fixed(*high, decimals), fixed(*difference, decimals), status}
}

// figureTable puts published figures beside ours, with what decides whether
// they can be compared.
func (s *session) figureTable(ctx context.Context) (edition.Table, error) {
	t := edition.Table{
		Name:  "figure",
		Title: word("Andras siffror", "Other people's figures"),
		Description: word("Publicerade siffror bredvid våra: vad de räknar, av vad, vilka som är idéburna, vilket år, vem som säger det, och om de kan jämföras.",
			"Published figures beside ours: what they count, of what, who is idéburen, which year, who says it, and whether they can be compared."),
		Grain: []string{"figure"}, Fields: fieldsOf(figureFields()),
	}
	ours, err := s.ourFigures(ctx)
	if err != nil {
		return t, err
	}
	shown, err := s.protection(ctx)
	for _, f := range s.space.Figures {
		if err == nil && shown.isClosedUnder(totalOfFigure(f), f.Definition) {
			ours[f.ID] = ourFigure{edition.Suppressed, edition.Suppressed, edition.Suppressed, "no_cell"}
		}
		t.Rows = append(t.Rows, figureRow(f, ours))
	}
	return t, err
}

func figureFields() []field {
	pairs := func(name, sv, en string) []field {
		return []field{sourceText(name+"_sv", sv, en+" (in Swedish)"), sourceText(name+"_en", sv+" (på engelska)", en)}
	}
	fields := []field{textField("figure", "Siffra", "Figure")}
	fields = append(fields, pairs("label", "Vad den kallas", "What it is called")...)
	fields = append(fields, pairs("counts", "Vad räknas", "What is counted")...)
	fields = append(fields, pairs("of", "Av vad", "Of what")...)
	fields = append(fields, pairs("who", "Vilka är idéburna", "Who is idéburen")...)
	fields = append(fields, sourceText("year", "År", "Year"), sourceText("publisher", "Vem säger det", "Who says it"), sourceText("url", "Adress", "Address"),
		textField("unit", "Enhet (percent, amount)", "Unit (percent, amount)"), textField("value", "Publicerat värde", "Published value"),
		textField("ours_low", "Vårt värde, lägst", "Our value, lowest"), textField("ours_high", "Vårt värde, högst", "Our value, highest"),
		textField("difference", "Skillnad", "Difference"), textField("tolerance", "Tolerans", "Tolerance"),
		textField("status", "Utfall (agrees, missed, no_cell, not_comparable)", "Outcome (agrees, missed, no_cell, not_comparable)"))
	return append(fields, pairs("why", "Varför den inte kan jämföras, eller varför toleransen", "Why it cannot be compared, or why the tolerance")...)
}

func totalOfFigure(f workspace.Figure) Total {
	return Total{Measure: f.Measure, Period: f.Period, Place: f.Place, Area: f.Area, Agreement: f.Agreement}
}

func figureRow(f workspace.Figure, ours map[string]ourFigure) []any {
	o, comparable := ours[f.ID]
	if !comparable {
		o = ourFigure{edition.NotApplicable, edition.NotApplicable, edition.NotApplicable, "not_comparable"}
	}
	return []any{
		f.ID, f.Label.SV, f.Label.EN, f.Counts.SV, f.Counts.EN, f.Of.SV, f.Of.EN, f.Who.SV, f.Who.EN, f.Year, f.Publisher, f.URL,
		f.Unit, string(f.Value), o.low, o.high, o.difference, string(f.Tolerance), o.status, f.Why.SV, f.Why.EN,
	}
}
