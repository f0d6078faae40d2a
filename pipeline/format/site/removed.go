package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"

	"tresektor/pipeline/edition"
)

// A Removed is the page at the address of an edition that is no longer kept
// in full. Texts are in the page's language.
type Removed struct {
	Language  string // edition.Swedish or edition.English
	Title     string
	Publisher string
	Banner    string // above everything, "" for none
	Contact   string
	Date      string // of the edition
	Edition   string // its id
	Since     string // the day since when only a part is kept
	Other     string // path of the same page in the other language
	Editions  string // name of the page of all editions, in the folder above
}

// removedWords are what the page says in one language.
type removedWords struct{ Heading, Removed, Kept, Manifest, Shares, Current, Contact string }

func removedIn(language string) removedWords {
	if language == edition.English {
		return removedWords{
			"Edition of", "This edition is no longer kept in full since", "What remains, as it was published:",
			"Contents and checksums (JSON)", "All shares (CSV)", "The current edition", wordsIn(language).Contact,
		}
	}
	return removedWords{
		"Utgåva", "Den här utgåvan sparas inte längre i sin helhet sedan", "Det som finns kvar, så som det publicerades:",
		"Innehåll och kontrollsummor (JSON)", "Alla andelar (CSV)", "Den aktuella utgåvan", wordsIn(language).Contact,
	}
}

// WriteRemoved writes the page that explains an address whose edition is gone.
func WriteRemoved(w io.Writer, r Removed) error {
	tmpl, err := template.New("removed.html").Funcs(functions(r.Language)).ParseFS(templates, "template/removed.html")
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	var out bytes.Buffer
	err = tmpl.Execute(&out, struct {
		Removed
		Words      removedWords
		Policy     string
		Style      template.CSS
		OtherWords words
	}{r, removedIn(r.Language), policy(style, false), template.CSS(style), wordsIn(r.Language)})
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}
