package workspace

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

func (w *Workspace) checkConfig(found *problems) {
	c := w.Config
	percent(c.Limits.RejectPercent, "limits.reject_percent", c.Limits.Where.At("reject_percent"), found)
	w.checkGates(found)
	w.checkHeadlineDefinition(c.Definition, c.Where.At("definition"), found)
	address(c.BaseURL, c.Where.At("base_url"), found)
	address(c.Licence, c.Where.At("licence"), found)
	if c.PublisherType != "" {
		known(c.PublisherType, publisherTypes(), "publisher type", c.Where.At("publisher_type"), found)
	}
	known(c.Publish, []string{PublishImmediately, PublishOnRelease, PublishByHand}, "way to publish", c.Where.At("publish"), found)
	if c.Where.Has("keep") && c.Keep < 1 {
		found.add(c.Where.At("keep"), "keep is %d, expected the number of editions that stay, 1 or more", c.Keep)
	}
	if c.Publish == PublishOnRelease && len(c.Releases) == 0 {
		found.add(c.Where.At("publish"), "publish is on_release, but there are no releases: list their days")
	}
	for _, day := range c.Releases {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			found.add(c.Where.At("releases"), "release %q is not a day such as 2026-11-22", day)
		}
	}
	first := map[string]Position{}
	for i := range c.Headline {
		card := &w.Config.Headline[i]
		if card.Definition == "" {
			card.Definition = c.Definition
		} else {
			w.checkHeadlineDefinition(card.Definition, card.Where.At("definition"), found)
		}
		if before, twice := first[card.ID]; twice && card.ID != "" {
			found.add(card.Where.At("id"), "card %q stands twice, first on line %d", card.ID, before.Line)
		}
		first[card.ID] = card.Where.At("id")
		w.checkCard(*card, found)
		w.checkStacked(card, found)
	}
}

// checkStacked takes the bar of all sectors from a card whose measure lacks own
// production, and refuses one that asks for it: such a bar is no whole (method 8).
func (w *Workspace) checkStacked(c *Card, found *problems) {
	m, isKnown := w.Measure(c.Measure)
	if !isKnown || m.IsWhole() {
		return
	}
	if c.Stacked && c.Where.Has("stacked") {
		found.add(c.Where.At("stacked"), "measure %q has base %q: own production is not in it, and a bar of all sectors would show it as the whole; take stacked away, or name a measure with base all", m.ID, m.Base)
	}
	c.Stacked = false
}

// publisherTypes are the kinds of publisher that ADMS has addresses for.
func publisherTypes() []string {
	return []string{
		"Academia-ScientificOrganisation", "Company", "IndustryConsortium", "LocalAuthority", "NationalAuthority",
		"NonGovernmentalOrganisation", "NonProfitOrganisation", "PrivateIndividual(s)", "RegionalAuthority",
		"StandardisationBody", "SupraNationalAuthority",
	}
}

// address accepts nothing at all, or an absolute address of the web.
func address(text string, at Position, found *problems) {
	parsed, err := url.Parse(text)
	if text != "" && (err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http") {
		found.add(at, "%q is not an address that begins with https:// or http://", text)
	}
}

func (w *Workspace) checkHeadlineDefinition(id string, at Position, found *problems) {
	if !known(id, w.definitionIDs(), "definition", at, found) {
		return
	}
	if d, exists := w.Definition(id); exists && !d.Headline {
		found.add(at, "definition %q may not be a headline (%s says headline: false)", id, d.Path)
	}
}

func (w *Workspace) checkCard(c Card, found *problems) {
	isCardID(c.ID, c.Where.At("id"), found)
	if known(c.Measure, w.measureIDs(), "measure", c.Where.At("measure"), found) {
		m, _ := w.Measure(c.Measure)
		for dimension, code := range map[string]string{"place": c.Place, "area": c.Area, "agreement": c.Agreement} {
			w.checkDimension(m, dimension, code, c.Where.At(dimension), found)
		}
	}
	if e := c.Earlier; e != nil && known(e.Measure, w.measureIDs(), "measure", e.Where.At("measure"), found) {
		m, _ := w.Measure(e.Measure)
		w.checkDimension(m, "place", c.Place, e.Where.At("measure"), found)
		w.checkDimension(m, "area", e.Area, e.Where.At("area"), found)
	}
	if c.Target != nil {
		w.checkTarget(c, *c.Target, found)
	}
	texts := map[string]Text{"title": c.Title, "subject": c.Subject, "verb": c.Verb, "others": c.Others}
	if c.Note != nil {
		texts["note"] = *c.Note
	}
	for key, text := range texts {
		checkPlaceholders(text.SV, c.Where.At(key+".sv"), found)
		checkPlaceholders(text.EN, c.Where.At(key+".en"), found)
	}
}

// isCardID refuses what could be no name of a file, or of a part of a page, before
// anything is read. Pages have hyphens where other ids may have underscores.
func isCardID(id string, at Position, found *problems) {
	if id == "" || cardForm.MatchString(id) {
		return
	}
	next := ""
	if mended := strings.ReplaceAll(id, "_", "-"); cardForm.MatchString(mended) {
		next = fmt.Sprintf("; write %q", mended)
	}
	found.add(at, "the id %q names the card's page and files, and may hold only a–z, 0–9 and -, begins with a letter and has at most 100 characters%s", id, next)
}

func (w *Workspace) checkDimension(m Measure, dimension, code string, at Position, found *problems) {
	has := slices.Contains(m.Dimensions, dimension)
	switch {
	case m.ID == "" || code == "" || code == "none" && !has:
	case code == "none":
		l, _ := w.List(dimension)
		codes := slices.DeleteFunc(l.codes(), func(code string) bool { return code == "none" })
		found.add(at, "measure %q has the dimension %s; name one code of it%s", m.ID, dimension, instead("", codes))
	case !has:
		found.add(at, "measure %q has no %s; write none", m.ID, dimension)
	default:
		w.inList(code, dimension, at, found)
	}
}

func checkPlaceholders(text string, at Position, found *problems) {
	possible := []string{"{period}", "{private}", "{public}"}
	for _, each := range placeholder.FindAllString(text, -1) {
		known(each, possible, "placeholder", at, found)
	}
	if rest := placeholder.ReplaceAllString(text, ""); strings.ContainsAny(rest, "{}") {
		found.add(at, "the text has a brace that belongs to no placeholder")
	}
}
