package site

import (
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// mostList is how large the entries of a list become before the next one
// begins, in bytes: with its frame and rules a file stays below 150 KB.
const mostList = 96 << 10

// A listPage is a part of the organisations, in alphabetical order.
type listPage struct {
	Number        int
	First, Last   string // names, shortened
	Organisations []Organisation
}

// listPages divides the organisations, in the same way in every language.
func listPages(list []Organisation, verdicts []Verdict) (pages []listPage) {
	size := mostList + 1
	for _, o := range list {
		if size > mostList {
			pages, size = append(pages, listPage{Number: len(pages) + 1, First: shortened(o.title())}), 0
		}
		last := &pages[len(pages)-1]
		last.Organisations = append(last.Organisations, o)
		last.Last = shortened(o.title())
		size += listedSize(o, verdicts)
	}
	return pages
}

// listedSize is about how many bytes an organisation takes in a list, in the
// language where it takes more.
func listedSize(o Organisation, verdicts []Verdict) int {
	most := 0
	for _, language := range []string{edition.Swedish, edition.English} {
		size := 60 + len(template.HTMLEscapeString(o.Name)) + 2*len(o.ID)
		for _, line := range listed(o, verdicts, language).Lines {
			size += 48 + len(line.Definitions) + len(line.Sector) + len(line.Rule) + len(line.Dates)
		}
		most = max(most, size)
	}
	return most
}

// shortened is the beginning of a name.
func shortened(name string) string {
	letters := []rune(name)
	if len(letters) <= 20 {
		return name
	}
	return strings.TrimSpace(string(letters[:20])) + "…"
}

// A listedLine is what one or several definitions say of an organisation.
type listedLine struct {
	Definitions, Sector, Rule, Dates string
	Anchor                           int // of the rule on the page
	Contested                        bool
	verdict                          int
}

// listedLines gathers what the definitions say, those that say the same in one
// line.
func listedLines(o Organisation, verdicts []Verdict, language string) (lines []listedLine) {
	for _, s := range o.Spells {
		v := verdicts[s.Verdict]
		line := listedLine{Definitions: before(v.Definition.In(language)), Sector: v.Sector.In(language), Rule: v.Rule,
			Dates: dates(s, language), Contested: v.Contested, verdict: s.Verdict}
		i := slices.IndexFunc(lines, line.saysTheSame)
		if i < 0 {
			lines = append(lines, line)
			continue
		}
		lines[i].Definitions += ", " + line.Definitions
	}
	return lines
}

func (l listedLine) saysTheSame(other listedLine) bool {
	return l.Sector == other.Sector && l.Rule == other.Rule && l.Dates == other.Dates && l.Contested == other.Contested
}

// before is what stands before the colon of a definition's label.
func before(label string) string {
	name, _, _ := strings.Cut(label, ":")
	return name
}

func dates(s Spell, language string) string {
	from, to := edition.Day(s.From, language), edition.Day(s.To, language)
	if from == to {
		return from
	}
	return from + " – " + to
}

// A listedOrganisation is an organisation with its lines, and the dates that
// all of them have.
type listedOrganisation struct {
	Organisation
	Dates string
	Lines []listedLine
}

// listed takes the dates out of lines that all have the same.
func listed(o Organisation, verdicts []Verdict, language string) listedOrganisation {
	l := listedOrganisation{Organisation: o, Lines: listedLines(o, verdicts, language)}
	isOther := func(line listedLine) bool { return line.Dates != l.Lines[0].Dates }
	if len(l.Lines) == 0 || slices.ContainsFunc(l.Lines, isOther) {
		return l
	}
	l.Dates = l.Lines[0].Dates
	for i := range l.Lines {
		l.Lines[i].Dates = ""
	}
	return l
}

// Title is what the organisation is called.
func (o listedOrganisation) Title() string { return o.title() }

// Anchor is where the page has it.
func (o listedOrganisation) Anchor() string { return fragment(o.Organisation) }

// A listedRule is a rule in words.
type listedRule struct{ Definition, Rule, Text string }

// listDocument is what the template shows.
type listDocument struct {
	frame
	Lookup        lookupWords
	Organisations []listedOrganisation
	Rules         []listedRule
	Up            string // the lookup page
	Before, After string // files, "" for none
}

func writeLists(write Writer, s Shell, r Register, pages []listPage) error {
	for i, p := range pages {
		d, err := listOf(s, r, p, len(pages))
		if err != nil {
			return err
		}
		if i > 0 {
			d.Before = Path(shardName("list", p.Number-1), s.Language)
		}
		if i < len(pages)-1 {
			d.After = Path(shardName("list", p.Number+1), s.Language)
		}
		path := lookupFolder + Path(shardName("list", p.Number), s.Language)
		if err := write(path, func(w io.Writer) error { return render(w, "list.html", s.Language, d) }); err != nil {
			return err
		}
	}
	return nil
}

func listOf(s Shell, r Register, p listPage, of int) (listDocument, error) {
	words := lookupWordsIn(s.Language)
	f, err := newFrame(s, Lookup, fmt.Sprintf(words.ListHeading, p.Number, of))
	if err != nil {
		return listDocument{}, err
	}
	d := listDocument{frame: f.below(shardName("list", p.Number)), Lookup: words, Up: "../" + Path(Lookup, s.Language)}
	anchors := map[[2]string]int{}
	for _, o := range p.Organisations {
		told := listed(o, r.Verdicts, s.Language)
		for i, line := range told.Lines {
			v := r.Verdicts[line.verdict]
			rule := [2]string{v.Definition.SV, v.Rule}
			if _, found := anchors[rule]; !found {
				anchors[rule] = len(anchors) + 1
				d.Rules = append(d.Rules, listedRule{before(v.Definition.In(s.Language)), v.Rule, v.RuleText.In(s.Language)})
			}
			told.Lines[i].Anchor = anchors[rule]
		}
		d.Organisations = append(d.Organisations, told)
	}
	return d, nil
}

// below is the frame of a page in a folder below the others, itself none of
// those that are listed.
func (f frame) below(page string) frame {
	f.Links = slices.Clone(f.Links)
	for i := range f.Links {
		f.Links[i].Path, f.Links[i].IsCurrent = "../"+f.Links[i].Path, false
	}
	f.Home = "../" + f.Home
	if f.Editions != "" {
		f.Editions = "../" + f.Editions
	}
	if f.Other != "" {
		f.Other = Path(page, f.Words.OtherCode)
	}
	return f
}
