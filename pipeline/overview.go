package pipeline

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// showEditions writes the page beside the editions that says what has happened
// to each. It is made of what lies there alone, so that whoever comes later
// makes the same; that it cannot be written undoes nothing.
func (s *session) showEditions() {
	for _, language := range languages() {
		if err := s.showEditionsIn(language); err != nil {
			s.log().Warn("the page of all editions could not be written; the next run tries again", "cause", err.Error())
			return
		}
	}
}

func (s *session) showEditionsIn(language string) error {
	o, err := readOverview(s.editions())
	if err != nil || o.current == "" {
		return err
	}
	var page bytes.Buffer
	if err := site.WriteEditions(&page, o.page(language)); err != nil {
		return err
	}
	return edition.PutPage(s.editions(), pageFile(language), page.Bytes())
}

// An overview is what lies among the editions that tells of them.
type overview struct {
	current     string
	ids         []string // the latest published first
	events      []edition.Event
	manifests   map[string]edition.Manifest // those that can be read
	removals    map[string]*edition.Removal
	corrections []corrected
	causes      map[string][]string // why an edition has other numbers than the one before
}

// A corrected is a correction as the first edition tells it that has it.
type corrected struct {
	id, wrong, by, date string
	explanation         edition.Text
}

func readOverview(editions string) (o overview, err error) {
	o = overview{manifests: map[string]edition.Manifest{}, removals: map[string]*edition.Removal{}, causes: map[string][]string{}}
	if o.current, err = edition.Current(editions); err != nil {
		return o, err
	}
	if o.events, err = edition.History(editions); err != nil {
		return o, err
	}
	if o.ids, err = edition.Addresses(editions); err != nil {
		return o, err
	}
	for _, e := range o.events {
		if e.Action == edition.ActionPublished {
			o.ids = append(slices.DeleteFunc(o.ids, func(id string) bool { return id == e.Edition }), e.Edition)
		}
	}
	for _, id := range o.ids {
		if o.removals[id], err = edition.Removed(editions, id); err != nil {
			return o, err
		}
		if m, err := edition.ReadManifest(editions, id); err == nil {
			o.manifests[id] = m
			o.causes[id] = causesIn(filepath.Join(editions, id, "tables", "revision.csv"))
			o.readCorrections(filepath.Join(editions, id, "tables", "correction.csv"), id)
		}
	}
	slices.Reverse(o.ids)
	return o, nil
}

// readCorrections adds those that no edition before has told. A table that is
// not there, or damaged, tells none.
func (o *overview) readCorrections(file, id string) {
	rows, _ := readCSV(file)
	for _, row := range rows {
		c := corrected{id: row["correction_id"], wrong: row["edition"], date: row["published_date"],
			explanation: word(row["explanation_sv"], row["explanation_en"])}
		if slices.ContainsFunc(o.corrections, func(each corrected) bool { return each.id == c.id && each.wrong == c.wrong }) {
			continue
		}
		if row["edition_before"] == o.manifests[id].Previous {
			c.by = id
		}
		o.corrections = append(o.corrections, c)
	}
}

func (o overview) page(language string) site.Editions {
	w := wording{language: language}
	p := site.Editions{Language: language, Current: pageFile(language), Other: pageFile(otherLanguage(language))}
	for _, id := range append([]string{o.current}, o.ids...) {
		if m, isRead := o.manifests[id]; isRead {
			p.Title, p.Publisher, p.Banner = m.Title.In(language), m.Publisher.In(language), bannerOf(m, language)
			break
		}
	}
	for _, id := range o.ids {
		each := site.Listed{
			ID: id, Date: editionDate(id), IsCurrent: id == o.current,
			Status: o.status(w, id), Happened: o.happened(w, id),
		}
		if _, isRead := o.manifests[id]; isRead {
			each.Path = id + "/" + pageFile(language)
		}
		p.List = append(p.List, each)
	}
	return p
}

// bannerOf is what stands above every page of an edition, "" for nothing.
func bannerOf(m edition.Manifest, language string) string {
	if m.Banner == nil {
		return ""
	}
	return m.Banner.In(language)
}

// editionDate is the day in an edition's id.
func editionDate(id string) string { return id[:min(len(id), len("2026-11-22"))] }

// status says what an edition is now.
func (o overview) status(w wording, id string) string {
	said := w.say("ersatt", "superseded")
	if id == o.current {
		said = w.say("aktuell", "current")
	} else if o.isWithdrawn(id) {
		said = w.say("återkallad", "withdrawn")
	}
	if _, isRead := o.manifests[id]; !isRead {
		return said + w.say("; går inte att läsa", "; cannot be read")
	}
	if o.removals[id] != nil {
		return said + w.say("; sparas inte längre i sin helhet", "; no longer kept in full")
	}
	return said
}

// isWithdrawn tells whether an edition was withdrawn and not published since.
func (o overview) isWithdrawn(id string) (is bool) {
	for _, e := range o.events {
		if e.Edition == id {
			is = e.Action == edition.ActionWithdrawn
		}
	}
	return is
}

// happened lists what was done with an edition, in order of time.
func (o overview) happened(w wording, id string) (list []site.Happening) {
	for _, e := range o.events {
		list = append(list, o.reasoned(w, e, eventOf(w, e, id))...)
	}
	for _, c := range o.corrections {
		if c.wrong == id {
			list = append(list, site.Happening{Date: c.date, Text: w.say("rättad genom utgåva", "corrected by edition"), Edition: c.by, Reason: c.explanation.In(w.language)})
			if c.by == "" {
				list[len(list)-1].Text = w.say("rättad", "corrected")
			}
		}
		if c.by == id {
			list = append(list, site.Happening{Date: c.date, Text: w.say("rättar utgåva", "corrects edition"), Edition: c.wrong, Reason: c.explanation.In(w.language)})
		}
	}
	if r := o.removals[id]; r != nil {
		list = append(list, site.Happening{Date: r.Date, Text: w.say("sparas sedan dess inte i sin helhet", "no longer kept in full since then")})
	}
	slices.SortStableFunc(list, func(a, b site.Happening) int { return strings.Compare(a.Date, b.Date) })
	return list
}

// reasoned says why an edition was superseded, where no correction does.
func (o overview) reasoned(w wording, e edition.Event, list []site.Happening) []site.Happening {
	isCorrected := func(c corrected) bool { return c.by == e.Edition && c.wrong == e.Previous }
	for i := range list {
		if list[i].Edition == e.Edition && e.Action == edition.ActionPublished && !slices.ContainsFunc(o.corrections, isCorrected) {
			list[i].Reason = w.causeList(o.causes[e.Edition])
		}
	}
	return list
}

// eventOf tells what an event of the history did with an edition.
func eventOf(w wording, e edition.Event, id string) []site.Happening {
	h := site.Happening{Date: e.Date}
	switch {
	case e.Action == edition.ActionWithdrawn && e.Edition == id:
		h.Text, h.Reason = w.say("återkallad", "withdrawn"), e.Reason
	case e.Action == edition.ActionWithdrawn && e.Current == id:
		h.Text, h.Edition = w.say("åter aktuell efter", "current again after"), e.Edition
	case e.Action == edition.ActionPublished && e.Edition == id:
		h.Text = w.say("publicerad", "published")
	case e.Action == edition.ActionPublished && e.Previous == id:
		h.Text, h.Edition = w.say("ersatt av", "superseded by"), e.Edition
	default:
		return nil
	}
	return []site.Happening{h}
}
