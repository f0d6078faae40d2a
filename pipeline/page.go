package pipeline

import (
	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// page fills the front page's view, in Swedish.
func (s *session) page(cards []Card) site.Page {
	const language = edition.Swedish
	config := s.space.Config
	page := site.Page{
		Language: language, Title: config.Title.In(language), Publisher: config.Publisher.In(language),
		Contact: config.Contact, Date: s.day(),
		Files: []site.File{
			{Path: "tables/share.csv", Label: "Alla andelar (CSV)"},
			{Path: "tables/headline.csv", Label: "Rubriktalen (CSV)"},
			{Path: "tables/classification.csv", Label: "Organisationernas sektor (CSV)"},
			{Path: "tables/remainder.csv", Label: "Det som inte är avgjort (CSV)"},
			{Path: "tables/definition.csv", Label: "Definitioner och regler (CSV)"},
			{Path: "tables/source.csv", Label: "Källor och radredovisning (CSV)"},
			{Path: "tables/check.csv", Label: "Kontroller (CSV)"},
			{Path: "manifest.json", Label: "Innehåll och kontrollsummor (JSON)"},
		},
	}
	if config.Banner != nil {
		page.Banner = config.Banner.In(language)
	}
	for _, c := range cards {
		page.Cards = append(page.Cards, s.pageCard(c, language))
	}
	for _, source := range s.space.Sources {
		page.Sources = append(page.Sources, site.Source{
			Title: source.Title.In(language), Publisher: source.Publisher.In(language),
			Licence: source.Licence, URL: source.URL,
		})
	}
	return page
}

func (s *session) pageCard(c Card, language string) site.Card {
	last := c.last()
	card := site.Card{
		ID: c.ID, Title: c.Title.In(language), Sentence: c.Sentence.In(language),
		Figure: c.Figure.In(language), Beside: c.Beside.In(language),
		Counted: c.Numerator.In(language), Base: c.Denominator.In(language),
		Definition: c.Meaning.In(language), Period: last.Period, Place: c.Place.In(language),
		Unit: capitalised(c.Unit.In(language)), Stacked: c.Stacked, Total: last.Total,
		Change: c.Change.In(language),
		Bounds: site.Bounds{Text: c.Bounds.In(language)},
		Files:  []site.File{{Path: "tables/headline.csv", Label: "Talen bakom kortet (CSV)"}},
	}
	if note := c.Note.In(language); note != "" {
		card.Notes = append(card.Notes, note)
	}
	if r := last.sector("ideburen"); r.Low != nil && r.High != nil {
		card.Bounds.Low, card.Bounds.High = exact(r.Low), exact(r.High)
	}
	for _, r := range last.Sectors {
		card.Sectors = append(card.Sectors, site.Row{
			Sector: r.Code, Label: r.Label.In(language), Amount: r.Amount,
			Share: exact(r.Share), Low: exact(r.Low), High: exact(r.High),
		})
	}
	for _, text := range c.Presumed {
		card.Presumed = append(card.Presumed, text.In(language))
	}
	for _, p := range c.Periods {
		card.Series = append(card.Series, point(p))
	}
	card.Spread = spread(c, language)
	return card
}

func spread(c Card, language string) site.Spread {
	w := wording{language: language, card: c}
	if c.Spread == nil {
		return site.Spread{Text: w.say("Bara en definition går att räkna med de uppgifter som finns.",
			"Only one definition can be computed with the evidence there is.")}
	}
	view := site.Spread{Text: w.say("Beror på hur man räknar: med de %d definitioner som går att räkna är andelen %s–%s procent.",
		"Depends on what is counted: under the %d definitions that can be computed the share is %s–%s per cent.",
		len(c.Readings), w.percent(c.Spread.Low), w.percent(c.Spread.High))}
	for _, r := range c.Readings {
		view.Readings = append(view.Readings, site.Reading{
			Label: r.Label.In(language), Low: exact(&r.Low), High: exact(&r.High),
		})
	}
	return view
}

func point(p Period) site.Point {
	out := site.Point{Period: p.Period, Date: p.Date}
	for _, r := range p.Sectors {
		if r.Low != nil && r.High != nil {
			out.Sectors = append(out.Sectors, site.Range{Sector: r.Code, Low: exact(r.Low), High: exact(r.High)})
		}
	}
	return out
}

// exact writes a share in millionths as an exact decimal.
func exact(n *int64) string { return written(n, 6) }
