package pipeline

import (
	"io"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/dcat"
)

// writeCatalogue describes what has been written for those who harvest
// catalogues. Without what such a description rests on there is none, and a
// line says what to add.
func (s *session) writeCatalogue(c *edition.Candidate, tables []edition.Table) error {
	config := s.space.Config
	catalogue := dcat.Catalogue{
		BaseURL: config.BaseURL, Title: editionText(config.Title), Publisher: editionText(config.Publisher),
		PublisherType: config.PublisherType, Contact: config.Contact, Licence: config.Licence,
		Updated: s.day(), Releases: config.Releases, Tables: tables, Files: c.Files(),
	}
	if lacking := catalogue.Lacking(); lacking != nil {
		s.log().Info("no catalogue for data portals: tresektor.yaml lacks keys that it rests on", "file", dcat.FileName,
			"lacks", strings.Join(lacking, ","))
		return nil
	}
	return c.Write(dcat.FileName, func(w io.Writer) error { return dcat.Write(w, catalogue) })
}
