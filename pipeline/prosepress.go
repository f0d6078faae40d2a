package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/chart"
	"tresektor/pipeline/format/site"
)

// pressPage lists the pictures of the edition with their texts, and says how
// to cite them.
func (d prose) pressPage() (site.Prose, error) {
	p := d.page(site.Press, d.say("Bilder", "Pictures"), d.say(
		"Varje diagram som bild, för tidningar, rapporter och föredrag. Bilden bär med sig vad den säger, vad som räknas, källan och utgåvan; den kan användas som den är. Siffrorna är desamma som på sidan och i tabellerna.",
		"Every chart as a picture, for newspapers, reports and talks. The picture carries what it says, what is counted, the source and the edition; it can be used as it is. The figures are the same as on the page and in the tables."))
	p.Sections = append(p.Sections, d.citing())
	pictures, err := d.pressPictures(d.byName["source_period"], d.cards, d.language)
	for _, each := range pictures {
		p.Sections = append(p.Sections, d.pictureSection(each))
	}
	for _, a := range d.agreed {
		for _, each := range a.charts {
			picture, err := d.agreementPress(each)
			if err != nil {
				return p, err
			}
			p.Sections = append(p.Sections, d.pictureSection(picture))
		}
	}
	if len(d.cards) > 0 {
		p.Sections = append(p.Sections, d.previewSection())
	}
	return p, err
}

// citing says how to cite, and what must stay with a picture.
func (d prose) citing() site.Section {
	config := d.space.Config
	section := site.Section{ID: "citing", Title: d.say("Så citerar du", "How to cite"), Texts: []string{
		d.say("Ange utgivaren, utgåvan och källan: %s: %s, utgåva %s. Källan står i varje bild.",
			"Name the publisher, the edition and the source: %s: %s, edition of %s. The source is in every picture.",
			config.Publisher.In(d.language), config.Title.In(d.language), edition.Day(d.day(), d.language)),
		d.say("Skriv ut vad andelen är en andel av, vilket år den gäller och vilka som räknas som idéburna. Beskär inte bilden så att källan, intervallet eller de streckade partierna försvinner.",
			"Say what the share is a share of, which year it is about and who counts as idéburen. Do not crop the picture so that the source, the range or the hatched parts disappear."),
	}}
	if config.Licence != "" {
		section.Facts = []site.Fact{{Name: d.say("Villkor", "Terms"), Text: config.Licence}}
	}
	return section
}

// pictureSection shows a picture, with its text to copy and its files.
func (d prose) pictureSection(p pressPicture) site.Section {
	c := p.chart
	text := c.Alternative()
	return site.Section{
		ID: p.id, Title: p.title, Texts: []string{p.shown},
		Picture: &site.Picture{
			Path: p.name + ".svg", Width: c.Width, Height: c.Height, Text: text,
			Narrow: p.narrow, NarrowWidth: p.small.Width, NarrowHeight: p.small.Height,
		},
		Facts: []site.Fact{
			{Name: d.say("Alternativtext", "Alternative text"), Text: text},
			{Name: d.say("Källa", "Source"), Text: p.frame.Source},
		},
		Files: append([]site.File{
			{Path: p.name + ".png", Label: d.say("Hämta PNG, %d × %d pixlar", "Get the PNG, %d × %d pixels", 2*c.Width, 2*c.Height)},
			{Path: p.name + ".svg", Label: d.say("Hämta SVG, kan förstoras", "Get the SVG, can be enlarged")},
		}, p.from...),
	}
}

// agreementPress is a chart of forms of agreement as it is shown alone.
func (d prose) agreementPress(c agreementChart) (p pressPicture, err error) {
	page := site.Path(site.Agreements, d.language)
	p = pressPicture{
		id: strings.ReplaceAll(c.name, "_", "-"), title: c.measure.Label.In(d.language) + ": " + d.kindName(chart.ByForm), shown: c.description.Shown,
		name: pressFolder + c.name + "." + d.language, narrow: c.view(d.language).Narrow, small: c.small,
		frame: d.frameOf(d.byName["source_period"], []string{c.measure.ID}, d.language),
		from:  []site.File{{Path: page + "#" + agreementSection(c.measure), Label: d.say("Talen på sidan om avtal", "The numbers on the page of agreements")}},
	}
	p.chart, err = chart.NewPress(c.description, chart.ByForm, p.frame)
	return p, err
}

func (w wording) kindName(kind chart.Kind) string {
	switch kind {
	case chart.ByForm:
		return w.say("efter avtalsform", "by form of agreement")
	case chart.Split:
		return w.say("hela fördelningen", "the whole split")
	case chart.Sure:
		return w.say("hur säkert det är", "how sure it is")
	}
	return w.say("över tid", "over time")
}

// previewSection shows the picture that stands for the edition.
func (d prose) previewSection() site.Section {
	file := previewFile(d.language)
	return site.Section{
		ID: "preview", Title: d.say("Bild till länkar", "Picture for links"),
		Texts: []string{d.say("Visas där någon länkar till sidan, och passar i sociala medier.",
			"Shown where somebody links to the page, and fits social media.")},
		Picture: &site.Picture{Path: file, Width: 600, Height: 315, Text: d.cards[0].Sentence.In(d.language)},
		Files:   []site.File{{Path: file, Label: d.say("Hämta PNG, 1200 × 630 pixlar", "Get the PNG, 1200 × 630 pixels")}},
	}
}
