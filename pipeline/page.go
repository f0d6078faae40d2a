package pipeline

import (
	"math/big"
	"net/url"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/workspace"
)

// pageFile is the front page's file in a language.
func pageFile(language string) string { return site.Path(site.Front, language) }

// sitePages are the pages of an edition.
func sitePages() []string {
	return []string{site.Front, site.Explore, site.Figures, site.Definitions, site.Lookup, site.Agreements, site.Sources, site.Declaration, site.Data, site.Press}
}

// shell is what all pages have around their content.
func (s *session) shell(language string) site.Shell {
	config := s.space.Config
	shell := site.Shell{
		Language: language, Title: config.Title.In(language), Publisher: config.Publisher.In(language),
		Contact: config.Contact, Date: s.day(), Editions: "../" + pageFile(language), Pages: sitePages(),
		Address: config.BaseURL,
	}
	if config.Banner != nil {
		shell.Banner = config.Banner.In(language)
	}
	return shell
}

// page fills the front page's view in a language.
func (s *session) page(cards []Card, changed changedSince, language string) (site.Page, error) {
	w := wording{language: language}
	page := site.Page{
		Shell: s.previewed(cards, language),
		Files: []site.File{
			{Path: qualityFile(language), Label: w.say("Kvalitetsdeklaration", "Quality declaration")},
			{Path: "tables/share.csv", Label: w.say("Alla andelar (CSV)", "All shares (CSV)")},
			{Path: "tables/headline.csv", Label: w.say("Rubriktalen (CSV)", "Headline figures (CSV)")},
			{Path: "tables/change.csv", Label: w.say("Utveckling efter orsak (CSV)", "Development by cause (CSV)")},
			{Path: "tables/contribution.csv", Label: w.say("Organisationers bidrag (CSV)", "Contributions of organisations (CSV)")},
			{Path: "tables/classification.csv", Label: w.say("Organisationernas sektor (CSV)", "Sector of each organisation (CSV)")},
			{Path: "tables/remainder.csv", Label: w.say("Det som inte är avgjort (CSV)", "What is not decided (CSV)")},
			{Path: "tables/definition.csv", Label: w.say("Definitioner och regler (CSV)", "Definitions and rules (CSV)")},
			{Path: "tables/source.csv", Label: w.say("Källor och radredovisning (CSV)", "Sources and accounts of rows (CSV)")},
			{Path: "tables/check.csv", Label: w.say("Kontroller (CSV)", "Checks (CSV)")},
			{Path: "tables/gate.csv", Label: w.say("Spärrar (CSV)", "Gates (CSV)")},
			{Path: "tables/figure.csv", Label: w.say("Andras siffror (CSV)", "Other people's figures (CSV)")},
			{Path: "manifest.json", Label: w.say("Innehåll och kontrollsummor (JSON)", "Contents and checksums (JSON)")},
		},
	}
	for _, c := range cards {
		card, err := s.pageCard(c, language)
		if err != nil {
			return page, err
		}
		own := s.configured(c.ID)
		card.Since, card.Target = changed.card(own, c), target(own, language)
		page.Cards = append(page.Cards, card)
	}
	for _, source := range s.space.Sources {
		view := site.Source{
			Title: source.Title.In(language), Publisher: source.Publisher.In(language),
			URL: source.URL,
		}
		view.Licence, view.LicenceLanguage = foreign(source.Licence, language)
		if source.Attribution != nil {
			view.Attribution = source.Attribution.In(language)
		}
		page.Sources = append(page.Sources, view)
	}
	return page, nil
}

// foreign is a phrase for a page in a language, and the language that it is in
// where that is another.
func foreign(p workspace.Phrase, language string) (text, of string) {
	if text, of = p.In(language); of == language {
		of = ""
	}
	return text, of
}

// configured is a card as the workspace has it.
func (s *session) configured(id string) workspace.Card {
	headline := s.space.Config.Headline
	i := slices.IndexFunc(headline, func(c workspace.Card) bool { return c.ID == id })
	return headline[i]
}

// target is the share that somebody has decided on, with who, when and of what.
func target(c workspace.Card, language string) *site.Target {
	t := c.Target
	if t == nil {
		return nil
	}
	w := wording{language: language}
	percent := inMillionths(new(big.Rat).Quo(t.Percent.Rat(), big.NewRat(100, 1)))
	by := ""
	if t.Year != "" {
		by = w.say(" till %s", " by %s", t.Year)
	}
	return &site.Target{Share: exact(&percent), Text: w.say("Mål: %s procent%s. Beslutat av %s den %s, för samma mått och definition.",
		"Target: %s per cent%s. Decided by %s on %s, of the same measure and definition.",
		grouped(language, string(t.Percent)), by, t.By.In(language), edition.Day(t.Decided, language))}
}

func (s *session) pageCard(c Card, language string) (site.Card, error) {
	last := c.last()
	w := wording{language: language, card: c}
	card := site.Card{
		ID: c.ID, Title: c.Title.In(language), Sentence: c.Sentence.In(language),
		Figure: c.Figure.In(language), Beside: c.Beside.In(language),
		Counted: c.Numerator.In(language), Base: capitalised(c.Subject.In(language)),
		Definition: capitalised(c.Meaning.In(language)), Period: w.when(last), Place: c.Place.In(language),
		Unit: capitalised(c.Unit.In(language)), Total: last.Total,
		Rules: &site.File{Path: definitionPath(s.configured(c.ID).Definition, language),
			Label: w.say("Reglerna i definitionen %s", "The rules of the definition %s", definitionName(c.Definition.In(language)))},
		Change: c.Change.In(language),
		Bounds: c.Bounds.In(language), Spread: spread(c, language),
		Files: []site.File{
			{Path: site.Path(cardPage(c.ID), language), Label: w.say("Så räknas det", "How it is counted")},
			{Path: s.explored(c.ID, language), Label: w.say("Utforska talet", "Explore the number")},
			{Path: "tables/headline.csv", Label: w.say("Talen bakom kortet (CSV)", "The numbers behind the card (CSV)")},
		},
	}
	for _, note := range []string{c.Parts.In(language), c.Note.In(language)} {
		if note != "" {
			card.Notes = append(card.Notes, note)
		}
	}
	for _, r := range last.Sectors {
		card.Sectors = append(card.Sectors, site.Row{
			Sector: r.Code, Label: r.Label.In(language), Amount: r.Amount,
			Share: r.said(r.Share), Low: r.said(r.Low), High: r.said(r.High),
		})
	}
	for _, text := range c.Presumed {
		card.Presumed = append(card.Presumed, text.In(language))
	}
	for _, p := range c.Earlier {
		card.Series = append(card.Series, w.point(p))
	}
	for i, p := range c.Periods {
		card.Series = append(card.Series, w.point(p))
		if i == 0 && len(c.Earlier) > 0 {
			card.Series[len(card.Series)-1].Break = w.say("Jämför inte över strecket. %s", "Do not compare across the line. %s", c.Break.In(language))
		}
	}
	pictures, err := s.pictures(c, language)
	addPictures(&card, pictures)
	return card, err
}

// explored is the page Explore where it shows a card's number.
func (s *session) explored(card, language string) string {
	c := s.configured(card)
	chosen := url.Values{"measure": {c.Measure}, "definition": {c.Definition}, "place": {c.Place}, "area": {c.Area}, "agreement": {c.Agreement}}
	return site.Path(site.Explore, language) + "#" + chosen.Encode()
}

// addPictures puts the card's charts where the page has room for them.
func addPictures(card *site.Card, pictures []picture) {
	for _, p := range pictures {
		switch p.kind {
		case chart.Split:
			card.SplitChart = p.view()
		case chart.Sure:
			card.SureChart = p.view()
		case chart.Time:
			card.TimeChart = p.view()
		}
	}
}

func otherLanguage(language string) string {
	if language == edition.English {
		return edition.Swedish
	}
	return edition.English
}

func (w wording) point(p Period) site.Point {
	out := site.Point{Period: p.Period, Note: w.preliminary(p.Months, p.IsPreliminary)}
	for _, r := range p.Sectors {
		if r.Low != nil && r.High != nil {
			out.Sectors = append(out.Sectors, site.Range{Sector: r.Code, Low: exact(r.Low), High: exact(r.High)})
		}
	}
	return out
}

// said is a share, or the symbol for why there is none.
func (s Sector) said(n *int64) string {
	if n == nil && s.Symbol != "" {
		return s.Symbol
	}
	return exact(n)
}

// exact writes a share in millionths as an exact decimal.
func exact(n *int64) string { return written(n, 6) }
