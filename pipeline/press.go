package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/format/site"
)

// pressFolder is where an edition has its pictures for the press.
const pressFolder = "press/"

// previewFile is the picture that stands for the edition where somebody links
// to it.
func previewFile(language string) string { return pressFolder + "preview." + language + ".png" }

// previewed is the shell with what is said and shown of the edition elsewhere:
// its first card.
func (s *session) previewed(cards []Card, language string) site.Shell {
	shell := s.shell(language)
	if len(cards) > 0 {
		shell.Summary = cards[0].Sentence.In(language)
		shell.Preview, shell.PreviewText = previewFile(language), cards[0].Sentence.In(language)
	}
	return shell
}

// A pressPicture is a chart as it is shown alone.
type pressPicture struct {
	id, title, shown string
	chart            *chart.Chart
	name             string // path without its ending
	frame            chart.Frame
	narrow           string // path of the picture for narrow pages
	small            *chart.Chart
	from             []site.File // the pages that show it
}

// write writes the picture in both forms.
func (p pressPicture) write(c *edition.Candidate) error {
	if err := c.Write(p.name+".svg", p.chart.SVG); err != nil {
		return err
	}
	return c.Write(p.name+".png", p.chart.PNG)
}

// pressPictures lays out the pictures of all cards in a language.
func (s *session) pressPictures(sources edition.Table, cards []Card, language string) (all []pressPicture, err error) {
	for _, card := range cards {
		pictures, err := s.pictures(card, language)
		if err != nil {
			return nil, err
		}
		frame := s.chartFrame(sources, card, language)
		for _, p := range pictures {
			out := s.pressPicture(p, language)
			out.frame = frame
			if out.chart, err = chart.NewPress(s.description(card, language), p.kind, frame); err != nil {
				return nil, fmt.Errorf("card %s: picture %s: %w", card.ID, p.kind, err)
			}
			all = append(all, out)
		}
	}
	return all, nil
}

// pressPicture is a card's picture, before it is laid out.
func (s *session) pressPicture(p picture, language string) pressPicture {
	w := wording{language: language}
	return pressPicture{
		id: p.card.ID + "-" + string(p.kind), title: p.card.Title.In(language) + ": " + w.kindName(p.kind), shown: p.card.shown(language),
		name: fmt.Sprintf("%s%s-%s.%s", pressFolder, p.card.ID, p.kind, language), narrow: p.narrow, small: p.small,
		from: []site.File{
			{Path: pageFile(language) + "#" + p.card.ID, Label: w.say("Talet på förstasidan", "The number on the front page")},
			{Path: site.Path(cardPage(p.card.ID), language), Label: w.say("Så räknas det", "How it is counted")},
		},
	}
}

// chartFrame is what a card's pictures say of where they come from.
func (s *session) chartFrame(sources edition.Table, card Card, language string) chart.Frame {
	return s.frameOf(sources, s.measuresOf(card), language)
}

// frameOf is what a picture of measures says of where it comes from.
func (s *session) frameOf(sources edition.Table, measures []string, language string) chart.Frame {
	config, w := s.space.Config, wording{language: language}
	frame := chart.Frame{
		Source: strings.Join(s.credits(sources, measures, language), " "),
		Edition: w.say("%s, utgåva %s. Utgivare: %s.", "%s, edition of %s. Publisher: %s.",
			config.Title.In(language), edition.Day(s.day(), language), config.Publisher.In(language)),
	}
	if config.Banner != nil {
		frame.Banner = config.Banner.In(language)
	}
	return frame
}

// credits are the statements of the sources that count measures: what
// their licence asks for, or their publisher and their name. sources is the table
// source_period.
func (s *session) credits(sources edition.Table, measures []string, language string) (list []string) {
	counted := map[string]bool{}
	for _, row := range sources.Rows {
		if slices.Contains(measures, cell(sources, row, "measure")) {
			counted[cell(sources, row, "source")] = true
		}
	}
	for _, source := range s.space.Sources {
		if !counted[source.ID] {
			continue
		}
		text := source.Publisher.In(language) + ", " + source.Title.In(language) + "."
		if source.Attribution != nil {
			text = source.Attribution.In(language)
		}
		list = append(list, withoutWord(text, language))
	}
	return list
}

// withoutWord takes the word off that the picture says itself.
func withoutWord(text, language string) string {
	w := wording{language: language}
	return capitalised(strings.TrimPrefix(text, w.say("Källa: ", "Source: ")))
}

// measuresOf are the measures that a card shows.
func (s *session) measuresOf(card Card) (measures []string) {
	for _, c := range s.space.Config.Headline {
		if c.ID != card.ID {
			continue
		}
		measures = append(measures, c.Measure)
		if c.Earlier != nil {
			measures = append(measures, c.Earlier.Measure)
		}
	}
	return measures
}

// writePress writes the pictures of all cards, and one for links.
func (s *session) writePress(c *edition.Candidate, sources edition.Table, cards []Card) error {
	for _, language := range languages() {
		pictures, err := s.pressPictures(sources, cards, language)
		if err != nil {
			return err
		}
		for _, p := range pictures {
			if err := p.write(c); err != nil {
				return err
			}
		}
		if len(cards) == 0 {
			continue
		}
		preview, err := chart.NewPreview(s.description(cards[0], language), s.chartFrame(sources, cards[0], language))
		if err != nil {
			return err
		}
		if err := c.Write(previewFile(language), preview.PNG); err != nil {
			return err
		}
	}
	return nil
}
