package site

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"tresektor/pipeline/edition"
)

// A Register is what an edition says of each organisation: what the lookup
// finds. All texts may hold anything: they are shown as text.
type Register struct {
	Organisations []Organisation
	Verdicts      []Verdict
	Statements    []edition.Text // "Juridisk form: Stiftelser (72)."
	Sources       []edition.Text // title and publisher
}

// An Organisation is one provider, with what each definition says of it.
type Organisation struct {
	ID     string // "se:5560123456", or a source's own
	Number string // as people write it: "556012-3456"; "" for one known by its name only
	Name   string // "" where no source has one
	Spells []Spell
	Facts  []Sighting
}

// A Spell is a verdict for the reference dates From to To, "2019-10-15".
type Spell struct {
	Verdict  int // its place among the register's
	From, To string
}

// A Verdict is what one definition says, and why.
type Verdict struct {
	Definition edition.Text // "Snäv: föreningar, stiftelser, trossamfund"
	Sector     edition.Text
	Counted    edition.Text   // "räknas som idéburen"
	Rule       string         // its name
	RuleText   edition.Text   // what it says
	Why        []edition.Text // sentences
	Contested  bool
}

// A Sighting is a piece of evidence as one source has it.
type Sighting struct {
	Statement, Source int    // their places among the register's
	From, To          string // the days on which it was first and last seen, or between which it holds, "" for no end
	IsSeen            bool
}

// numberOf is the organisation number of an identifier as people write it, ""
// for any other.
func numberOf(id string) string {
	if digits, found := strings.CutPrefix(id, "se:"); found && len(digits) == 10 {
		return digits[:6] + "-" + digits[6:]
	}
	return ""
}

// title is what an organisation is called where it needs a name.
func (o Organisation) title() string {
	for _, text := range []string{o.Name, o.Number} {
		if text != "" {
			return text
		}
	}
	return o.ID
}

// inSwedishOrder returns the organisations as a Swedish list has them, those
// without a name last.
func inSwedishOrder(list []Organisation) []Organisation {
	swedish, sorted := collate.New(language.Swedish), slices.Clone(list)
	var buffer collate.Buffer
	keys := make(map[string][]byte, len(list))
	for _, o := range list {
		buffer.Reset()
		keys[o.ID] = slices.Clone(swedish.KeyFromString(&buffer, o.Name))
	}
	slices.SortFunc(sorted, func(a, b Organisation) int {
		if (a.Name == "") != (b.Name == "") {
			return strings.Compare(b.Name, a.Name)
		}
		if order := slices.Compare(keys[a.ID], keys[b.ID]); order != 0 {
			return order
		}
		return strings.Compare(a.ID, b.ID)
	})
	return sorted
}
