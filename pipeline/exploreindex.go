package pipeline

import (
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
	"tresektor/pipeline/format/site/explore"
	"tresektor/pipeline/workspace"
)

// index is what the page's script reads first.
func (e exploration) index() explore.Index {
	index := explore.Index{
		Language: e.language, Date: e.day(), Measure: e.firstMeasure(),
		Symbols: e.labels("symbol", all), Reasons: e.labels("silence_reason", all), Bases: e.labels("base", all),
		Places:     e.labels("place", e.occurs((*explore.Content).HasPlace)),
		Areas:      e.labels("area", e.occurs((*explore.Content).HasArea)),
		Agreements: e.labels("agreement", e.occurs((*explore.Content).HasAgreement)),
		Kinds:      e.labels("kind", e.occurs((*explore.Content).HasKind)), KindText: editionText(e.space.Kinds.Explanation).In(e.language),
	}
	if rules := e.space.Kinds.Rules; len(rules) > 0 {
		index.KindRest = rules[len(rules)-1].Kind
	}
	for _, code := range explore.Sectors() {
		index.Sectors = append(index.Sectors, explore.Label{Code: code, Label: e.label("sector", code).In(e.language)})
	}
	for _, d := range e.space.Definitions {
		index.Definitions = append(index.Definitions, e.definition(d))
	}
	for _, source := range e.space.Sources {
		index.Sources = append(index.Sources, e.source(source))
	}
	for _, c := range e.contents {
		index.Measures = append(index.Measures, e.measure(c))
	}
	for _, f := range e.everything() {
		index.Files = append(index.Files, explore.File(f))
	}
	index.Pages, index.NamedInFile = e.pages(), explore.NamedInFile
	index.Backing = explore.File(e.backingFile())
	return index
}

// A morePage is one that tells more of how the numbers are counted.
type morePage struct {
	id   string
	name edition.Text
}

func morePages() []morePage {
	return []morePage{
		{site.Definitions, word("Alla definitioner och deras regler", "All definitions and their rules")},
		{site.Sources, word("Källorna och vad som lästes av dem", "The sources and what was read of them")},
		{site.Lookup, word("Sök en organisation", "Look up an organisation")},
	}
}

// pages are those that tell more and that the edition has.
func (e exploration) pages() map[string]string {
	pages := map[string]string{}
	for _, page := range morePages() {
		if slices.Contains(sitePages(), page.id) {
			pages[page.id] = site.Path(page.id, e.language)
		}
	}
	return pages
}

// part is the part of a page that tells of one thing, "" where the edition has
// no such page.
func (e exploration) part(page, kind, id string) string {
	path, is := e.pages()[page]
	if !is {
		return ""
	}
	return path + "#" + kind + "-" + strings.ReplaceAll(id, "_", "-")
}

func all(string) bool { return true }

// occurs tells whether a code is in any measure.
func (e exploration) occurs(has func(*explore.Content, string) bool) func(string) bool {
	return func(code string) bool {
		return slices.ContainsFunc(e.contents, func(c *explore.Content) bool { return has(c, code) })
	}
}

// firstMeasure is the first card's, or the first there is.
func (e exploration) firstMeasure() string {
	for _, card := range e.space.Config.Headline {
		if slices.ContainsFunc(e.contents, func(c *explore.Content) bool { return c.Measure == card.Measure }) {
			return card.Measure
		}
	}
	if len(e.contents) > 0 {
		return e.contents[0].Measure
	}
	return ""
}

// labels are some of a list's codes in words.
func (e exploration) labels(list string, has func(string) bool) []explore.Label {
	labels := []explore.Label{}
	codes, _ := e.space.List(list)
	for _, row := range codes.Rows {
		if !has(row["code"]) {
			continue
		}
		labels = append(labels, explore.Label{
			Code: row["code"], Label: labelOf(row).In(e.language), Parent: row["parent"],
			Text: word(row["explanation_sv"], row["explanation_en"]).In(e.language), Unplaced: row["level"] == "unknown",
		})
	}
	return labels
}

func (e exploration) definition(d workspace.Definition) explore.Definition {
	out := explore.Definition{
		Code: d.ID, Label: editionText(d.Label).In(e.language), Text: editionText(d.Explanation).In(e.language),
		Page: e.part(site.Definitions, "definition", d.ID),
	}
	for _, rule := range d.Rules {
		out.Rules = append(out.Rules, editionText(rule.Explanation).In(e.language))
	}
	return out
}

func (e exploration) source(s workspace.Source) explore.Source {
	licence, of := foreign(s.Licence, e.language)
	out := explore.Source{
		Code: s.ID, Title: editionText(s.Title).In(e.language), Publisher: editionText(s.Publisher).In(e.language),
		Licence: licence, Language: of, URL: s.URL, Page: e.part(site.Sources, "source", s.ID),
	}
	if s.Attribution != nil {
		out.Attribution = editionText(*s.Attribution).In(e.language)
	}
	return out
}

func (e exploration) measure(c *explore.Content) explore.Measure {
	m, _ := e.space.Measure(c.Measure)
	in := func(t workspace.Text) string { return editionText(t).In(e.language) }
	out := explore.Measure{
		Code: m.ID, Label: in(m.Label), Unit: in(m.Unit), Kind: m.Kind, Base: m.Base, Decimals: m.Decimals,
		Population: in(m.Population), Numerator: in(m.Numerator), Denominator: in(m.Denominator),
		Start: e.start(c), Places: e.codes("place", c.HasPlace), Areas: e.codes("area", c.HasArea),
		Agreements: e.codes("agreement", c.HasAgreement), Break: strings.TrimSpace(e.breakText(m.ID).In(e.language)),
		Shards: c.Shards, Backing: c.Backing,
	}
	lacks := e.lacks(m.ID)
	for _, period := range c.Periods() {
		key := [2]string{m.ID, period}
		out.Periods = append(out.Periods, explore.Period{
			Code: period, Day: e.days[key], IsBreak: slices.Contains(e.broken[m.ID], period), Lacks: lacks[period], Sources: e.sources[key],
		})
	}
	for _, f := range e.measureFiles(m) {
		out.Files = append(out.Files, explore.File(f))
	}
	return out
}

// lacks says of the preliminary periods of a measure what they lack.
func (e exploration) lacks(measure string) map[string]string {
	lacks := map[string]string{}
	for _, p := range e.preliminary[measure] {
		lacks[p.Period] = p.Text.In(e.language)
	}
	return lacks
}
