package site

import "tresektor/pipeline/edition"

// The pages of an edition.
const (
	Front       = "index"
	Explore     = "explore"
	Lookup      = "lookup"
	Definitions = "definitions"
	Agreements  = "agreements"
	Figures     = "figures"
	Sources     = "sources"
	Declaration = "quality"
	Data        = "data"
	Press       = "press"
)

// A listing is how a page is named where pages are listed.
type listing struct {
	id   string
	name edition.Text
}

// listings are all pages, in the order in which they are listed.
func listings() []listing {
	return []listing{
		{Front, edition.Text{SV: "Andelen", EN: "The share"}},
		{Explore, edition.Text{SV: "Utforska", EN: "Explore"}},
		{Figures, edition.Text{SV: "Varför skiljer sig siffrorna?", EN: "Why do the figures differ?"}},
		{Definitions, edition.Text{SV: "Vad är idéburet?", EN: "What is idéburen?"}},
		{Lookup, edition.Text{SV: "Sök organisation", EN: "Look up an organisation"}},
		{Agreements, edition.Text{SV: "Upphandling och partnerskap", EN: "Procurement and partnership"}},
		{Sources, edition.Text{SV: "Källor", EN: "Sources"}},
		{Declaration, edition.Text{SV: "Kvalitet", EN: "Quality"}},
		{Data, edition.Text{SV: "Hämta data", EN: "Get the data"}},
		{Press, edition.Text{SV: "Bilder", EN: "Pictures"}},
	}
}

// Path is the name of a page's file in a language: index.html and en.html for
// the front page, quality.html and quality.en.html for the others.
func Path(page, language string) string {
	switch {
	case page == Front && language == edition.English:
		return "en.html"
	case language == edition.English:
		return page + ".en.html"
	}
	return page + ".html"
}
