package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io"

	"tresektor/pipeline/edition"
)

// Editions is the page beside the editions that says what has happened to
// each. Texts are in the page's language, and are shown as text.
type Editions struct {
	Language  string // edition.Swedish or edition.English
	Title     string
	Publisher string
	Banner    string // above everything, "" for none
	Current   string // name of the current edition's page, "" where there is none
	Other     string // path of the same page in the other language
	List      []Listed
}

// A Listed is one edition.
type Listed struct {
	ID        string
	Date      string // of the edition
	Path      string // of its page, "" where nothing of it is there
	IsCurrent bool
	Status    string // what it is now, in a few words
	Happened  []Happening
}

// A Happening is something that was done with an edition.
type Happening struct {
	Date    string
	Text    string // what, in words
	Edition string // the other edition that Text ends with, "" for none
	Reason  string // in the words of who did it, "" for none
}

// editionsWords are what the page says in one language.
type editionsWords struct {
	Heading, Intro, Current, Caption, Edition, Date, Status, Happened, History string
}

func editionsIn(language string) editionsWords {
	if language == edition.English {
		return editionsWords{
			Heading: "All editions",
			Intro:   "An edition never changes and keeps its address. When numbers are revised or corrected there is a new edition. An edition is withdrawn when something in it was wrong.",
			Current: "The current edition", Caption: "The editions, the latest published first",
			Edition: "Edition", Date: "Date", Status: "Status", Happened: "What has happened",
			History: "What was published and withdrawn (JSON)",
		}
	}
	return editionsWords{
		Heading: "Alla utgåvor",
		Intro:   "En utgåva ändras aldrig och ligger kvar på sin adress. När tal revideras eller rättas kommer en ny utgåva. En utgåva återkallas när något i den var fel.",
		Current: "Den aktuella utgåvan", Caption: "Utgåvorna, den senast publicerade först",
		Edition: "Utgåva", Date: "Datum", Status: "Läge", Happened: "Vad som har hänt",
		History: "Vad som har publicerats och återkallats (JSON)",
	}
}

// WriteEditions writes the page that lists all editions.
func WriteEditions(w io.Writer, e Editions) error {
	tmpl, err := template.New("editions.html").Funcs(functions(e.Language)).ParseFS(templates, "template/editions.html")
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	var out bytes.Buffer
	err = tmpl.Execute(&out, struct {
		Editions
		Words      editionsWords
		Policy     string
		Style      template.CSS
		OtherWords words
	}{e, editionsIn(e.Language), policy(style, false), template.CSS(style), wordsIn(e.Language)})
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}
