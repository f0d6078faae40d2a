package dcat

import (
	"bufio"
	encoding "encoding/xml"
	"strings"

	"tresektor/pipeline/edition"
)

// xml writes RDF/XML, one property on a line.
type xml struct{ out *bufio.Writer }

func (x xml) start() {
	x.out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n<rdf:RDF")
	for _, prefix := range []struct{ name, address string }{
		{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
		{"dcat", "http://www.w3.org/ns/dcat#"},
		{"dcterms", "http://purl.org/dc/terms/"},
		{"foaf", "http://xmlns.com/foaf/0.1/"},
		{"spdx", "http://spdx.org/rdf/terms#"},
		{"vcard", "http://www.w3.org/2006/vcard/ns#"},
	} {
		x.out.WriteString("\n    xmlns:" + prefix.name + `="` + prefix.address + `"`)
	}
	x.out.WriteString(">\n")
}

func (x xml) end() { x.out.WriteString("</rdf:RDF>\n") }

// node writes a resource with its properties.
func (x xml) node(class, iri string, properties func()) {
	x.out.WriteString("<" + class + ` rdf:about="` + escaped(iri) + "\">\n")
	properties()
	x.out.WriteString("</" + class + ">\n")
}

// link writes a property whose value is a resource.
func (x xml) link(property, iri string) {
	x.out.WriteString("  <" + property + ` rdf:resource="` + escaped(iri) + "\"/>\n")
}

// text writes a property in each language that the text has.
func (x xml) text(property string, t edition.Text) {
	for _, each := range []struct{ language, text string }{{edition.Swedish, t.SV}, {edition.English, t.EN}} {
		if each.text != "" {
			x.literal(property, ` xml:lang="`+each.language+`"`, each.text)
		}
	}
}

func (x xml) plain(property, value string) { x.literal(property, "", value) }

func (x xml) typed(property, value, datatype string) {
	x.literal(property, ` rdf:datatype="http://www.w3.org/2001/XMLSchema#`+datatype+`"`, value)
}

func (x xml) date(property, day string) { x.typed(property, day, "date") }

func (x xml) literal(property, attribute, value string) {
	x.out.WriteString("  <" + property + attribute + ">" + escaped(value) + "</" + property + ">\n")
}

func escaped(text string) string {
	var out strings.Builder
	encoding.EscapeText(&out, []byte(text)) // a strings.Builder never fails
	return out.String()
}
