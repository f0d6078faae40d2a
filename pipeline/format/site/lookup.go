package site

import (
	_ "embed"
	"fmt"
	"io"
	"net/url"
	"strings"
)

//go:embed template/lookup.js
var lookupScript string

// lookupFolder holds what the lookup loads, and its lists.
const lookupFolder = "lookup/"

// A Writer writes one file of an edition, at a path from its root.
type Writer func(path string, write func(io.Writer) error) error

// WriteLookup writes the page that looks organisations up, in the language of
// each shell, with the data that both languages load and lists for those who
// run no scripts. The order of a register's organisations does not matter.
func WriteLookup(write Writer, shells []Shell, r Register) error {
	list := inSwedishOrder(r.Organisations)
	dir, err := writeShards(write, list)
	if err != nil {
		return fmt.Errorf("lookup: %w", err)
	}
	pages := listPages(list, r.Verdicts)
	for _, s := range shells {
		if err := writeLookupIn(write, s, r, pages); err != nil {
			return fmt.Errorf("lookup: %w", err)
		}
	}
	if err := writeNamed(write, "directory", dir); err != nil {
		return fmt.Errorf("lookup: %w", err)
	}
	return write(lookupFolder+"lookup.js", func(w io.Writer) error {
		_, err := io.WriteString(w, lookupScript)
		return err
	})
}

// writeShards writes the data that has no language.
func writeShards(write Writer, list []Organisation) (directory, error) {
	words, organisations := wordShards(list), organisationShards(list)
	for kind, shards := range map[string][]shard{"w": words, "o": organisations} {
		for i, s := range shards {
			if err := writeNamed(write, shardName(kind, i), s.content); err != nil {
				return directory{}, err
			}
		}
	}
	return directory{firsts(words), firsts(organisations), mostVerdicts, silentWords()}, nil
}

func writeNamed(write Writer, name string, content any) error {
	return write(lookupFolder+name+".js", func(w io.Writer) error { return writeScript(w, name, content) })
}

// scriptWords are what the script says in one language.
type scriptWords struct {
	Words      lookupWords `json:"words"`
	Statements []string    `json:"statements"`
	Sources    []string    `json:"sources"`
	Mail       string      `json:"mail"` // address and subject up to the edition's date, or ""
	Date       string      `json:"date"`
}

// writeLookupIn writes what has a language.
func writeLookupIn(write Writer, s Shell, r Register, pages []listPage) error {
	f, err := newFrame(s, Lookup, lookupWordsIn(s.Language).Heading)
	if err != nil {
		return err
	}
	f.runs(lookupFolder + "lookup.js")
	d := lookupDocument{frame: f, Lookup: lookupWordsIn(s.Language), Pages: pages}
	script := scriptWords{Words: d.Lookup, Statements: in(r.Statements, s.Language), Sources: in(r.Sources, s.Language), Date: s.Date}
	if f.Mail {
		script.Mail = s.Contact
	}
	for i, shard := range verdictShards(r.Verdicts, s.Language) {
		if err := writeNamed(write, shardName("v", i, s.Language), shard.content); err != nil {
			return err
		}
	}
	if err := writeNamed(write, "words."+s.Language, script); err != nil {
		return err
	}
	err = write(Path(Lookup, s.Language), func(w io.Writer) error { return render(w, "lookup.html", s.Language, d) })
	if err != nil {
		return err
	}
	return writeLists(write, s, r, pages)
}

// lookupDocument is what the template shows.
type lookupDocument struct {
	frame
	Lookup lookupWords
	Pages  []listPage
}

// ReportAddress is where errors in general are reported, "" without a contact.
func (d lookupDocument) ReportAddress() string {
	if d.Mail {
		return "mailto:" + d.Contact + "?subject=" + url.PathEscape(fmt.Sprintf(d.Lookup.General, d.Date))
	}
	return d.Contact
}

// ListPath is a list's file, seen from the lookup page.
func (d lookupDocument) ListPath(number int) string {
	return lookupFolder + Path(shardName("list", number), d.Language)
}

// fragment is what leads to an organisation on a page.
func fragment(o Organisation) string {
	if numberOf(o.ID) != "" {
		return o.ID[len("se:"):]
	}
	return url.PathEscape(o.ID)
}

// OrganisationPath leads to an organisation in the lookup of an edition, from a
// page beside it. A colon is escaped: before one, templates look for the name of
// a protocol.
func OrganisationPath(id, language string) string {
	return Path(Lookup, language) + "#" + strings.ReplaceAll(fragment(Organisation{ID: id}), ":", "%3A")
}
