package pipeline

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// A dimension is one part of a cell's name.
type dimension struct {
	flag string
	list string // where its labels are; "" for periods
	of   func(*Cell) *string
}

// dimensions are in the order in which they are chosen: what is chosen first
// narrows what the next may be.
func dimensions() []dimension {
	return []dimension{
		{"period", "", func(c *Cell) *string { return &c.Period }},
		{"definition", "definition", func(c *Cell) *string { return &c.Definition }},
		{"place", "place", func(c *Cell) *string { return &c.Place }},
		{"area", "area", func(c *Cell) *string { return &c.Area }},
		{"agreement", "agreement", func(c *Cell) *string { return &c.Agreement }},
	}
}

// choose finds the published cell that is asked for: its numbers, one for each
// sector, in the order of the sectors.
func (t *tracer) choose(asked Cell) (chosen Cell, rows []publishedShare, err error) {
	if chosen.Measure, err = t.chooseMeasure(asked.Measure); err != nil {
		return chosen, nil, err
	}
	err = eachShare(t.files, func(_, measure string) bool { return measure == chosen.Measure },
		func(r publishedShare) { rows = append(rows, r) })
	if err != nil {
		return chosen, nil, err
	}
	card := t.cardOf(chosen.Measure)
	for _, d := range dimensions() {
		code := *d.of(&asked)
		if code == "" {
			code = t.standing(d, rows, *d.of(&card))
		} else if code, err = t.find(d.flag, d.list, code, distinct(rows, d)); err != nil {
			return chosen, nil, err
		}
		*d.of(&chosen) = code
		rows = slices.DeleteFunc(rows, func(r publishedShare) bool { return *d.of(&r.Cell) != code })
	}
	slices.SortFunc(rows, func(a, b publishedShare) int {
		return int(t.words.order("sector", a.Sector) - t.words.order("sector", b.Sector))
	})
	if asked.Sector == "" {
		return chosen, rows, nil
	}
	sector := dimension{"sector", "sector", func(c *Cell) *string { return &c.Sector }}
	if chosen.Sector, err = t.find("sector", "sector", asked.Sector, distinct(rows, sector)); err != nil {
		return chosen, nil, err
	}
	return chosen, slices.DeleteFunc(rows, func(r publishedShare) bool { return r.Sector != chosen.Sector }), nil
}

func (t *tracer) chooseMeasure(asked string) (string, error) {
	measures, err := t.sharedMeasures()
	if err != nil {
		return "", err
	}
	if asked != "" {
		return t.find("measure", "measure", asked, measures)
	}
	if len(measures) == 1 {
		return measures[0], nil
	}
	return "", &UnknownCellError{Flag: "measure", Possible: t.labelled("measure", measures)}
}

// sharedMeasures are the measures that the edition has shares of.
func (t *tracer) sharedMeasures() ([]string, error) {
	seen := map[string]bool{}
	err := eachShare(t.files, func(_, measure string) bool {
		seen[measure] = true
		return false
	}, nil)
	return slices.Sorted(maps.Keys(seen)), err
}

// cardOf is the cell that the front page shows of a measure.
func (t *tracer) cardOf(measure string) (c Cell) {
	for _, row := range t.words.cards {
		if row["measure"] == measure {
			c = Cell{
				Measure: measure, Period: "", Place: row["place"], Area: row["area"],
				Agreement: row["agreement"], Definition: row["definition"],
			}
		}
	}
	return c
}

// standing is what stands out: what the front page shows, the latest period,
// the first definition with numbers, or else what most is counted in.
func (t *tracer) standing(d dimension, rows []publishedShare, card string) string {
	possible := distinct(rows, d)
	switch {
	case slices.Contains(possible, card):
		return card
	case d.list == "":
		return slices.Max(append(possible, ""))
	}
	slices.SortStableFunc(possible, func(a, b string) int {
		return int(t.words.order(d.list, a) - t.words.order(d.list, b))
	})
	best, most := "", new(big.Rat).SetInt64(-1)
	for _, code := range possible {
		total := largest(rows, d, code)
		if best == "" || total.Cmp(most) > 0 && (d.list != "definition" || most.Sign() < 0) {
			best, most = code, total
		}
	}
	return best
}

// largest is the largest total of a code's cells, −1 where none has a number.
func largest(rows []publishedShare, d dimension, code string) *big.Rat {
	most := new(big.Rat).SetInt64(-1)
	for _, r := range rows {
		if total, ok := new(big.Rat).SetString(r.total); ok && *d.of(&r.Cell) == code && total.Cmp(most) > 0 {
			most = total
		}
	}
	return most
}

func distinct(rows []publishedShare, d dimension) (codes []string) {
	seen := map[string]bool{}
	for _, r := range rows {
		if code := *d.of(&r.Cell); !seen[code] {
			seen[code] = true
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// find finds a code by itself or by its label.
func (t *tracer) find(flag, list, asked string, possible []string) (string, error) {
	if slices.Contains(possible, asked) {
		return asked, nil
	}
	var named []string
	for _, code := range possible {
		l := t.words.named(list, code)
		if strings.EqualFold(l.SV, asked) || strings.EqualFold(l.EN, asked) || strings.EqualFold(code, asked) {
			named = append(named, code)
		}
	}
	if len(named) == 1 {
		return named[0], nil
	}
	near := t.nearest(list, asked, possible)
	if len(near) > 0 {
		return "", &UnknownCellError{Flag: flag, Given: asked, Possible: t.labelled(list, near), Near: true}
	}
	return "", &UnknownCellError{Flag: flag, Given: asked, Possible: t.labelled(list, possible)}
}

// labelled writes codes with their labels, the first twenty of them.
func (t *tracer) labelled(list string, codes []string) (texts []string) {
	for i, code := range codes {
		if i == 20 {
			return append(texts, fmt.Sprintf("and %d more", len(codes)-i))
		}
		if l := t.words.named(list, code).In(t.language); l != code {
			code += " (" + l + ")"
		}
		texts = append(texts, code)
	}
	return texts
}
