package pipeline

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// qualityFile is the quality declaration's file in a language.
func qualityFile(language string) string { return site.Path(site.Declaration, language) }

// quality fills the quality declaration.
func (d prose) quality() (site.Prose, error) {
	q := d.page(site.Declaration, d.say("Kvalitetsdeklaration", "Quality declaration"), d.say(
		"Deklarationen följer de fem kvalitetskomponenterna i SCB:s föreskrift SCB-FS 2016:17. Texterna är utgivarens; fakta räknades fram när utgåvan gjordes. Det här är inte officiell statistik.",
		"The declaration follows the five components of quality in Statistics Sweden’s regulation SCB-FS 2016:17. The texts are the publisher’s; the facts were counted when the edition was made. These are not official statistics."))
	reliability, err := d.reliability()
	if err != nil {
		return q, err
	}
	facts := []site.Section{d.relevance(), reliability, d.timeliness(), d.accessibility(), d.comparability()}
	for i, b := range d.space.Quality.Blocks() {
		section := facts[i]
		section.ID, section.Title, section.Known = b.Key, d.component(b.Key), d.say("Fakta om den här utgåvan", "Facts about this edition")
		if b.Text == nil {
			section.Absent = d.say("Utgivaren har inte skrivit något om det här än.", "The publisher has not written anything about this yet.")
		} else {
			section.Texts = paragraphs(b.Text.In(d.language))
		}
		q.Sections = append(q.Sections, section)
	}
	return q, nil
}

// component names a component of quality.
func (d prose) component(key string) string {
	switch key {
	case "relevance":
		return d.say("Relevans", "Relevance")
	case "reliability":
		return d.say("Tillförlitlighet", "Reliability")
	case "timeliness":
		return d.say("Aktualitet och punktlighet", "Timeliness and punctuality")
	case "accessibility":
		return d.say("Tillgänglighet och tydlighet", "Accessibility and clarity")
	}
	return d.say("Jämförbarhet och samanvändbarhet", "Comparability and coherence")
}

// paragraphs divides a text where a line is empty.
func paragraphs(text string) (list []string) {
	for _, each := range strings.Split(text, "\n\n") {
		if words := strings.Join(strings.Fields(each), " "); words != "" {
			list = append(list, words)
		}
	}
	return list
}

// unwritten tells which components of quality.yaml have no text.
func (s *session) unwritten() []Finding {
	f := Finding{
		Check: "quality_text", Severity: "warning", Examples: []string{},
		Sentence: "components of the quality declaration that have no text.",
		Hint:     "write the component in quality.yaml, in Swedish and English; its facts come from the run",
	}
	for _, b := range s.space.Quality.Blocks() {
		if b.Text == nil {
			f.Examples = append(f.Examples, "quality.yaml: missing key "+fmt.Sprintf("%q", b.Key))
		}
	}
	if f.Rows = int64(len(f.Examples)); f.Rows == 0 {
		return nil
	}
	return []Finding{f}
}

// relevance tells what the edition measures.
func (d prose) relevance() (section site.Section) {
	measured := site.FactTable{
		Caption: d.say("Rubriktalen", "The headline figures"),
		Head: []string{
			d.say("Rubriktal", "Headline figure"), d.say("Vad räknas", "What is counted"), d.say("Täljare", "Numerator"),
			d.say("Nämnare", "Denominator"), d.say("Var", "Where"), d.say("Period", "Period"),
		},
	}
	for _, c := range d.cards {
		in := func(t edition.Text) string { return t.In(d.language) }
		measured.Rows = append(measured.Rows, []string{
			in(c.Title), in(c.Measure), in(c.Numerator), in(c.Denominator), in(c.Place), periodsShown(c),
		})
		measured.Links = append(measured.Links, pageFile(d.language)+"#"+c.ID)
	}
	if len(measured.Rows) > 0 {
		section.Tables = append(section.Tables, measured)
	}
	return section
}

// periodsShown are the first and the last period of a card.
func periodsShown(c Card) string {
	first, last := c.Periods[0].Period, c.last().Period
	if first == last {
		return last
	}
	return first + "–" + last
}
