package pipeline

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/format/site"
)

// chartFolder is where an edition has its charts.
const chartFolder = "chart/"

// A picture is a chart of a card in one language, in the sizes of a page.
type picture struct {
	card         Card
	kind         chart.Kind
	shown        string // what the page says that it shows
	path, narrow string
	wide, small  *chart.Chart
}

// description is what the charts of a card show, in a language.
func (s *session) description(c Card, language string) chart.Description {
	own := c.last().sector("ideburen")
	d := chart.Description{
		Language: language, Message: c.Sentence.In(language), Shown: c.shown(language),
		Sectors: chartSectors(c.last(), language), IsWhole: c.Stacked, Low: own.said(own.Low), High: own.said(own.High),
	}
	if t := target(s.configured(c.ID), language); t != nil {
		d.Target, d.Shown = t.Share, d.Shown+" "+t.Text
	}
	for _, r := range c.Readings {
		d.Readings = append(d.Readings, chart.Reading{Label: r.Label.In(language), Low: exact(&r.Low), High: exact(&r.High)})
	}
	for _, p := range c.Earlier {
		d.Points = append(d.Points, chartPoint(p, language))
	}
	for i, p := range c.Periods {
		point := chartPoint(p, language)
		point.IsBroken = i == 0 && len(c.Earlier) > 0
		d.Points = append(d.Points, point)
	}
	return d
}

// shown says what a card's charts show: of what, when, what is counted and who
// is idéburen.
func (c Card) shown(language string) string {
	w := wording{language: language}
	return w.say("Andel %s, %s. Vad räknas: %s. Vilka är idéburna: %s.",
		"Share %s, %s. What is counted: %s. Who is idéburen: %s.",
		c.Subject.In(language), c.last().Period, c.Measure.In(language), strings.TrimSuffix(c.Meaning.In(language), "."))
}

func chartSectors(p Period, language string) (rows []chart.Sector) {
	for _, r := range p.Sectors {
		rows = append(rows, chart.Sector{Code: r.Code, Label: r.Label.In(language),
			Share: r.said(r.Share), Low: r.said(r.Low), High: r.said(r.High)})
	}
	return rows
}

func chartPoint(p Period, language string) chart.Point {
	out := chart.Point{Period: p.Period, Date: p.Date, IsPreliminary: p.IsPreliminary}
	for _, r := range chartSectors(p, language) {
		if !edition.IsSymbol(r.Low) && !edition.IsSymbol(r.High) {
			out.Sectors = append(out.Sectors, r)
		}
	}
	return out
}

// pictures lays out the charts of a card, in a language.
func (s *session) pictures(c Card, language string) (all []picture, err error) {
	d := s.description(c, language)
	for _, kind := range d.Kinds() {
		name := fmt.Sprintf("%s%s-%s.%s", chartFolder, c.ID, kind, language)
		p := picture{card: c, kind: kind, path: name + ".svg", narrow: name + "-narrow.svg", shown: c.pictured(kind, language)}
		if p.wide, err = chart.New(d, kind, chart.Wide); err == nil {
			p.small, err = chart.New(d, kind, chart.Narrow)
		}
		if err != nil {
			return nil, fmt.Errorf("card %s: chart %s: %w", c.ID, kind, err)
		}
		all = append(all, p)
	}
	return all, nil
}

// pictured says what one of a card's charts shows, in a line over it: the card's
// sentence is what they say.
func (c Card) pictured(kind chart.Kind, language string) string {
	w, of, last := wording{language: language}, c.Subject.In(language), c.last().Period
	switch {
	case kind == chart.Split:
		return w.say("Andel %s, %s, i varje sektor. Hela stapeln är 100 procent.", "Share %s, %s, in each sector. The whole bar is 100 per cent.", of, last)
	case kind == chart.Sure:
		return w.say("Idéburen andel %s, %s.", "Non-profit (idéburen) share %s, %s.", of, last)
	case len(c.Earlier) > 0:
		return w.say("Andel i varje sektor, %s–%s. Det är två olika mått, med ett brott emellan.",
			"Share in each sector, %s–%s. They are two different measures, with a break between them.", c.Earlier[0].Period, last)
	}
	return w.say("Andel %s, i varje sektor, %s–%s.", "Share %s, in each sector, %s–%s.", of, c.Periods[0].Period, last)
}

// view is the picture as the page shows it. The caption is left out where the
// chart's own panels say it.
func (p picture) view() *site.Picture {
	v := &site.Picture{
		Path: p.path, Width: p.wide.Width, Height: p.wide.Height,
		Narrow: p.narrow, NarrowWidth: p.small.Width, NarrowHeight: p.small.Height,
		Text: p.wide.Text, Shown: p.shown,
	}
	if p.kind == chart.Sure {
		v.Caption = p.wide.Caption
	}
	return v
}

// writeCharts writes the charts of all cards in both languages.
func (s *session) writeCharts(c *edition.Candidate, cards []Card) error {
	for _, language := range languages() {
		for _, card := range cards {
			pictures, err := s.pictures(card, language)
			if err != nil {
				return err
			}
			for _, p := range pictures {
				if err := c.Write(p.path, p.wide.SVG); err != nil {
					return err
				}
				if err := c.Write(p.narrow, p.small.SVG); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
