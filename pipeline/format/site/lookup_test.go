package site_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// register has n organisations, the first with a hostile name.
func register(n int) site.Register {
	said := func(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }
	r := site.Register{
		Statements: []edition.Text{said(hostile, hostile)}, Sources: []edition.Text{said("Källan", "The source")},
		Verdicts: []site.Verdict{
			{Definition: said("Snäv: föreningar", "Narrow: associations"), Sector: said("Idéburen", "Non-profit (idéburen)"),
				Counted: said("räknas som idéburen", "counted as non-profit (idéburen)"), Rule: "nonprofit", RuleText: said(hostile, hostile), Why: []edition.Text{said(hostile, hostile)}},
			{Definition: said("Bred: även kooperativ", "Broad: cooperatives too"), Sector: said("Idéburen", "Non-profit (idéburen)"),
				Counted: said("räknas som idéburen", "counted as non-profit (idéburen)"), Rule: "nonprofit", RuleText: said("Bred regel.", "A broad rule."), Contested: false},
			{Definition: said("Bred: även kooperativ", "Broad: cooperatives too"), Sector: said("Privat", "Private"),
				Counted: said("räknas som privat", "counted as private"), Rule: "business", RuleText: said("Bolag.", "A company."), Contested: true},
		},
	}
	for i := range n {
		o := site.Organisation{ID: fmt.Sprintf("se:55600%05d", i), Number: fmt.Sprintf("556000-%05d", i)[:11], Name: fmt.Sprintf("Förening %d", i)}
		o.Spells = []site.Spell{{Verdict: 0, From: "2019-10-15", To: "2019-10-15"}, {Verdict: 1 + i%2, From: "2019-10-15", To: "2019-10-15"}}
		o.Facts = []site.Sighting{{From: "2020-06-01", To: "2020-06-01", IsSeen: true}}
		r.Organisations = append(r.Organisations, o)
	}
	r.Organisations[0].Name = hostile
	if n > 1 {
		r.Organisations[1].Spells[0].From, r.Organisations[1].Spells[0].To = "2020-10-15", "2020-10-15"
	}
	return r
}

// lookup writes a register's pages.
func lookup(t *testing.T, r site.Register, contact string) map[string]string {
	t.Helper()
	files := map[string]string{}
	write := func(path string, content func(io.Writer) error) error {
		var out bytes.Buffer
		err := content(&out)
		if _, twice := files[path]; twice {
			t.Errorf("%s is written twice", path)
		}
		files[path] = out.String()
		return err
	}
	var shells []site.Shell
	for _, language := range []string{edition.Swedish, edition.English} {
		shells = append(shells, site.Shell{Language: language, Title: "Tre sektorer", Contact: contact, Date: "2026-11-22", Editions: "../index.html",
			Pages: []string{site.Front, site.Lookup}})
	}
	if err := site.WriteLookup(write, shells, r); err != nil {
		t.Fatal(err)
	}
	return files
}

// well is a page as the XML parser wants it.
func well(page string) string { return strings.Replace(void(page), " defer>", ` defer="defer">`, 1) }

// pagesOf are the files that people open.
func pagesOf(files map[string]string) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".html") {
			names = append(names, name)
		}
	}
	return names
}

func TestTheListsHaveEveryOrganisationOnceInEachLanguage(t *testing.T) {
	r := register(700)
	files := lookup(t, r, "a@example.org")
	for _, ending := range []string{".html", ".en.html"} {
		found, text := 0, ""
		for name, page := range files {
			if number := strings.TrimSuffix(strings.TrimPrefix(name, "lookup/list"), ending); strings.HasPrefix(name, "lookup/") && number != name && !strings.Contains(number, ".") && strings.HasSuffix(name, ending) {
				found, text = found+1, text+page
				if len(page) > 150<<10 {
					t.Errorf("%s has %d bytes", name, len(page))
				}
			}
		}
		if found < 2 {
			t.Errorf("%d lists end in %s, want several", found, ending)
		}
		for _, o := range r.Organisations {
			if n := strings.Count(text, `<li id="`+o.ID[3:]+`">`); n != 1 {
				t.Errorf("%s: %s is listed %d times", ending, o.ID, n)
			}
		}
	}
	if page := files["lookup/list1.html"]; !strings.Contains(page, `Snäv, Bred: Idéburen (<a href="#r1">regel 1</a>)</li>`) ||
		!strings.Contains(page, `</b> <bdi>556000-0000</bdi> 15 oktober 2019`) ||
		!strings.Contains(page, `Bred: Privat (<a href="#r2">regel 2</a>, omstritt)</li>`) ||
		!strings.Contains(page, `(<a href="#r1">regel 1</a>) 15 oktober 2020`) ||
		!strings.Contains(page, `<dt id="r2">Regel 2, Bred</dt><dd>Bolag. <small>(i tabellerna: <span class="symbol">business</span>)</small></dd>`) {
		t.Error("the list does not say what the definitions say")
	}
}

func TestTheLookupIsAccessibleAndRunsItsOwnScriptAlone(t *testing.T) {
	files := lookup(t, register(700), "a@example.org")
	for _, name := range pagesOf(files) {
		elements, ids := parse(t, well(files[name])), map[string]bool{}
		for _, e := range elements {
			if id, given := e.attr["id"]; given && (ids[id] || id == "") {
				t.Errorf("%s: id %q is not unique", name, id)
			}
			ids[e.attr["id"]] = true
		}
		for _, e := range elements {
			if to := e.attr["href"]; e.name == "a" && strings.HasPrefix(to, "#") || e.name != "a" {
				checkElement(t, e, ids)
			}
			if e.name == "script" && (e.attr["src"] != "lookup/lookup.js" || e.text != "" || strings.HasPrefix(name, "lookup/")) {
				t.Errorf("%s has the script %q %q", name, e.attr["src"], e.text)
			}
			if e.name == "input" && !strings.Contains(files[name], `<label for="`+e.attr["id"]+`">`) {
				t.Errorf("%s: the input has no label", name)
			}
		}
	}
}

// TestTheLookupsLinksLeadSomewhere follows each link within the folder.
func TestTheLookupsLinksLeadSomewhere(t *testing.T) {
	files := lookup(t, register(700), "a@example.org")
	files["index.html"], files["en.html"] = "", ""
	for _, name := range pagesOf(files) {
		if files[name] == "" {
			continue
		}
		for _, e := range parse(t, well(files[name])) {
			to := e.attr["href"]
			if e.name != "a" || strings.HasPrefix(to, "#") || strings.HasPrefix(to, "mailto:") || strings.HasSuffix(to, "../index.html") && strings.Contains(e.text, "tgåvor") || strings.Contains(e.text, "editions") {
				continue
			}
			path := to
			if strings.HasPrefix(name, "lookup/") {
				path = strings.TrimPrefix("lookup/"+to, "lookup/../")
			}
			if _, found := files[path]; !found {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
		}
	}
}

// TestTheDataAreScriptsThatCallOneFunction lets nothing in a name end the script.
func TestTheDataAreScriptsThatCallOneFunction(t *testing.T) {
	files := lookup(t, register(10), "a@example.org")
	for name, text := range files {
		if !strings.HasSuffix(name, ".js") || name == "lookup/lookup.js" {
			continue
		}
		called := strings.TrimSuffix(strings.TrimPrefix(name, "lookup/"), ".js")
		content, ok := strings.CutPrefix(text, fmt.Sprintf("tresektor(%q,", called))
		content, ends := strings.CutSuffix(content, ");\n")
		if !ok || !ends || !json.Valid([]byte(content)) || strings.ContainsAny(content, "<>\u2028") {
			t.Errorf("%s: %.200s", name, text)
		}
	}
}

func TestAnErrorIsReportedToThePublisher(t *testing.T) {
	for contact, want := range map[string]string{
		"a@example.org":          `<a href="mailto:a@example.org?subject=Fel%20i%20tresektorutg%C3%A5van%202026-11-22">a@example.org</a>`,
		"https://example.org/om": `<a href="https://example.org/om">https://example.org/om</a>`,
		"":                       "Utgivaren har inte angett någon kontakt.",
		"javascript:alert(1)":    `<a href="#ZgotmplZ">javascript:alert(1)</a>`,
	} {
		if page := lookup(t, register(1), contact)["lookup.html"]; !strings.Contains(page, want) {
			t.Errorf("contact %q: the page does not have %s", contact, want)
		}
	}
}

func TestTheLookupIsTheSameWhateverTheOrder(t *testing.T) {
	one, other := register(300), register(300)
	slices.Reverse(other.Organisations)
	first, second := lookup(t, one, ""), lookup(t, other, "")
	if !maps.Equal(first, second) {
		t.Error("the order of organisations changes the files")
	}
}

func TestAnEditionWithoutOrganisationsHasALookup(t *testing.T) {
	files := lookup(t, site.Register{}, "")
	if strings.Contains(files["lookup.html"], `id="lists"`) || !strings.Contains(files["lookup/directory.js"], `"words":[]`) {
		t.Error(files["lookup/directory.js"])
	}
}
