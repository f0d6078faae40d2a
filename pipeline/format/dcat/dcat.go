// Package dcat writes an edition's catalogue as RDF/XML in DCAT-AP-SE 3, which
// Sveriges dataportal and other portals harvest: one dataset for each table,
// one distribution for each of its files.
//
// Every node has an absolute IRI below the address where the current edition
// is served, the same from edition to edition; there are no blank nodes.
package dcat

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"tresektor/pipeline/edition"
)

// FileName is the catalogue's own, in an edition.
const FileName = "catalog.rdf"

// A Catalogue is what is published, by whom and on what terms. Everything but
// Releases must be there.
type Catalogue struct {
	BaseURL       string // where the current edition is served
	Title         edition.Text
	Publisher     edition.Text
	PublisherType string // as ADMS calls it: "LocalAuthority"
	Contact       string // an address of mail or web
	Licence       string // its address
	Updated       string // day of the edition
	Releases      []string
	Tables        []edition.Table
	Files         []edition.File // of the whole edition; those of the tables are listed
}

// Lacking names what a catalogue cannot do without and c has not, in the words
// of tresektor.yaml.
func (c Catalogue) Lacking() (keys []string) {
	for _, each := range []struct{ key, value string }{
		{"base_url", c.BaseURL}, {"licence", c.Licence}, {"publisher_type", c.PublisherType},
	} {
		if each.value == "" {
			keys = append(keys, each.key)
		}
	}
	return keys
}

// Write writes c. Tables without a file are left out.
func Write(w io.Writer, c Catalogue) error {
	if lacking := c.Lacking(); lacking != nil {
		return fmt.Errorf("dcat: no %s", strings.Join(lacking, ", no "))
	}
	c.BaseURL = strings.TrimSuffix(c.BaseURL, "/")
	x := xml{bufio.NewWriter(w)}
	x.start()
	c.catalogue(x)
	c.agents(x)
	for _, d := range c.datasets() {
		c.dataset(x, d)
		for _, f := range d.files {
			c.distribution(x, d, f)
		}
	}
	x.end()
	return x.out.Flush() // holds the first error of all the writes
}

// node is the IRI of something that the catalogue describes, address that of a
// file of the edition.
func (c Catalogue) node(id string) string      { return c.address(FileName) + "#" + id }
func (c Catalogue) address(path string) string { return c.BaseURL + "/" + path }

func (c Catalogue) catalogue(x xml) {
	x.node("dcat:Catalog", c.node("catalogue"), func() {
		x.text("dcterms:title", c.Title)
		x.text("dcterms:description", edition.Text{
			SV: "Statistik över hur vård och välfärd fördelar sig på offentliga, privata och idéburna utförare, med hur säkert det är.",
			EN: "Statistics on how care and welfare divide between public, private and non-profit providers, and how sure that is.",
		})
		x.link("dcterms:publisher", c.node("publisher"))
		x.link("dcterms:license", c.Licence)
		languages(x, swedish, english)
		x.date("dcterms:modified", c.Updated)
		x.link("foaf:homepage", c.address(""))
		x.link("dcat:themeTaxonomy", dataThemes)
		for _, d := range c.datasets() {
			x.link("dcat:dataset", c.node("dataset-"+d.table.Name))
		}
	})
}

func (c Catalogue) agents(x xml) {
	x.node("foaf:Agent", c.node("publisher"), func() {
		x.text("foaf:name", c.Publisher)
		x.link("dcterms:type", "http://purl.org/adms/publishertype/"+c.PublisherType)
	})
	x.node("vcard:Organization", c.node("contact"), func() {
		x.text("vcard:fn", c.Publisher)
		if strings.Contains(c.Contact, "://") {
			x.link("vcard:hasURL", c.Contact)
		} else {
			x.link("vcard:hasEmail", "mailto:"+c.Contact)
		}
	})
}

// The languages of an edition, as the Publications Office calls them.
const (
	swedish = "SWE"
	english = "ENG"
)

func languages(x xml, codes ...string) {
	for _, code := range codes {
		x.link("dcterms:language", authority+"language/"+code)
	}
}
