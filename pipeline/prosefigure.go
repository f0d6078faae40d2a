package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// figuresPage says why figures differ: our own and other people's, each with
// the answers to the four questions that decide which number one gets.
func (d prose) figuresPage() (site.Prose, error) {
	p := d.page(site.Figures, d.say("Varför skiljer sig siffrorna?", "Why do the figures differ?"), d.say(
		"Det finns ingen enda siffra. Fyra frågor avgör vilken man får: Vad räknas? Av vad? Vilka är idéburna? Vilket år? Två siffror går bara att jämföra om alla fyra svaren är lika.",
		"There is no single figure. Four questions decide which one you get: What is counted? Of what? Who is idéburen? Which year? Two figures can only be compared if all four answers are the same."))
	p.Sections = []site.Section{
		{ID: "others", Title: d.say("Siffror som andra har publicerat", "Figures that others have published"), Texts: []string{d.say(
			"Varje siffra står som den trycktes, med en länk till den som säger den. Sista kolumnen säger om den kan jämföras med vår, och varför inte.",
			"Each figure stands as it was printed, with a link to who says it. The last column says whether it can be compared with ours, and why not.")},
			Tables: []site.FactTable{d.everyFigure()}},
		{ID: "ours", Title: d.say("Våra siffror", "Our figures"), Texts: []string{d.say(
			"De här siffrorna räknas i den här utgåvan. De läggs aldrig ihop, för de räknar olika saker.",
			"These figures are counted in this edition. They are never added up, because they count different things.")},
			Tables: []site.FactTable{d.ourCards()}},
	}
	return p, nil
}

func (d prose) questions() []string {
	return []string{d.say("Siffra", "Figure"), d.say("Vad räknas", "What is counted"), d.say("Av vad", "Of what"),
		d.say("Vilka är idéburna", "Who is idéburen"), d.say("År", "Year")}
}

// everyFigure is the published figures as they stand in data/figure/ and
// figure/ of the workspace.
func (d prose) everyFigure() site.FactTable {
	figure := d.byName["figure"]
	t := site.FactTable{
		Caption: d.say("Publicerade siffror", "Published figures"), Swedish: []int{5},
		Head: append(d.questions(), d.say("Vem säger det", "Who says it"),
			d.say("Kan jämföras med vår?", "Can it be compared with ours?")),
	}
	for _, row := range figure.Rows {
		t.Rows = append(t.Rows, []string{
			d.stated(row, "value") + ": " + d.in(figure, row, "label"), d.in(figure, row, "counts"), d.in(figure, row, "of"),
			d.in(figure, row, "who"), d.yearSaid(row), cell(figure, row, "publisher"), d.comparison(row),
		})
		t.Links = append(t.Links, cell(figure, row, "url"))
	}
	return t
}

// yearSaid is the year of a figure, which files give in Swedish where it is not
// a year alone.
func (d prose) yearSaid(row []any) string {
	year := cell(d.byName["figure"], row, "year")
	if d.language == edition.English {
		return strings.NewReplacer("utgivningsår", "year of publication", "sägs inte", "not said").Replace(year)
	}
	return year
}

// comparison answers whether a figure can be compared with ours.
func (d prose) comparison(row []any) string {
	figure := d.byName["figure"]
	why := d.in(figure, row, "why")
	switch cell(figure, row, "status") {
	case "agrees":
		return d.say("Ja. Vår är %s, och de stämmer överens. %s", "Yes. Ours is %s, and they agree. %s", d.ours(row), why)
	case "missed":
		return d.say("Ja. Vår är %s, och de stämmer inte överens. %s", "Yes. Ours is %s, and they do not agree. %s", d.ours(row), why)
	case "no_cell":
		return d.say("Ja, men den här utgåvan visar inte den siffran. %s", "Yes, but this edition does not show that figure. %s", why)
	}
	return d.say("Nej. %s", "No. %s", why)
}

// ourCards are the cards with the same four answers.
func (d prose) ourCards() site.FactTable {
	t := site.FactTable{Caption: d.say("Siffrorna på förstasidan", "The figures on the front page"), Head: d.questions()}
	for _, c := range d.cards {
		t.Rows = append(t.Rows, []string{
			c.Title.In(d.language) + ": " + c.Figure.In(d.language), c.Numerator.In(d.language), capitalised(c.Subject.In(d.language)),
			c.Definition.In(d.language), d.when(c.last()),
		})
		t.Links = append(t.Links, pageFile(d.language)+"#"+c.ID)
	}
	return t
}
