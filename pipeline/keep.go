package pipeline

import (
	"bytes"
	"os"
	"slices"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// prune removes all but the newest editions, as many as the configuration
// keeps. The current one and the one that a rollback goes to always stay.
func (s *session) prune() error {
	if s.space.Config.Keep == 0 {
		return nil
	}
	list, err := s.byPublication()
	if err != nil {
		return err
	}
	for _, id := range list[:max(0, len(list)-max(2, s.space.Config.Keep))] {
		if err := s.remove(id, s.day()); err != nil {
			return err
		}
		s.log().Info("removed by keep", "edition", id)
	}
	return nil
}

// byPublication lists the editions, those that a rollback needs last and the
// others by when they were last published.
func (s *session) byPublication() ([]string, error) {
	list, err := edition.List(s.editions())
	if err != nil {
		return nil, err
	}
	events, err := edition.History(s.editions())
	if err != nil {
		return nil, err
	}
	for _, event := range events {
		if event.Action == edition.ActionPublished {
			list = moveLast(list, event.Edition)
		}
	}
	current, manifest, err := s.current()
	return moveLast(moveLast(list, manifest.Previous), current), err
}

// moveLast moves an id that is in list to its end.
func moveLast(list []string, id string) []string {
	if i := slices.Index(list, id); i >= 0 {
		return append(slices.Delete(list, i, i+1), id)
	}
	return list
}

// remove leaves of an edition what explains its address, and of its trace
// nothing.
func (s *session) remove(id, date string) error {
	manifest, err := edition.ReadManifest(s.editions(), id)
	if err != nil {
		return err
	}
	pages := map[string][]byte{}
	for _, language := range languages() {
		var page bytes.Buffer
		err := site.WriteRemoved(&page, site.Removed{
			Language: language, Title: manifest.Title.In(language), Publisher: manifest.Publisher.In(language),
			Banner:  bannerOf(manifest, language),
			Contact: s.space.Config.Contact, Date: manifest.Date, Edition: id, Since: date, Other: pageFile(otherLanguage(language)), Editions: pageFile(language),
		})
		if err != nil {
			return err
		}
		pages[pageFile(language)] = page.Bytes()
	}
	text := word("Utgåvan sparas inte längre i sin helhet; manifestet och andelarna finns kvar.",
		"The edition is no longer kept in full; its manifest and shares remain.")
	if err := edition.Remove(s.editions(), id, edition.Removal{Date: date, Text: text}, pages); err != nil {
		return err
	}
	return s.forget(id)
}

// finishRemovals ends the removals that a killed run began: their traces are
// still there.
func (s *session) finishRemovals() error {
	entries, err := os.ReadDir(s.state("trace"))
	if err != nil {
		return nil // there is no trace to remove
	}
	for _, entry := range entries {
		removal, err := edition.Removed(s.editions(), entry.Name())
		if err == nil && removal != nil {
			err = s.remove(entry.Name(), removal.Date)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
