package dcat_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/dcat"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func both(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }

func table(name string, periods ...string) edition.Table {
	t := edition.Table{
		Name: name, Title: both("Andel <per sektor>", "Share by sector"), Description: both("Varje sektors andel.", "The share of each sector."),
		Notes:   []edition.Note{{Text: both("Får inte summeras.", "May not be summed."), Mandatory: true}, {Text: both("Kan läsas.", "May be read.")}},
		Periods: periods,
	}
	return t
}

func catalogue() dcat.Catalogue {
	return dcat.Catalogue{
		BaseURL: "https://example.org/statistik/", Title: both("Tre sektorer", "Three sectors"), Publisher: both("Myndigheten & co", "The authority"),
		PublisherType: "LocalAuthority", Contact: "statistik@example.org", Licence: "http://creativecommons.org/licenses/by/4.0/",
		Updated: "2026-11-22", Releases: []string{"2027-11-22", "2026-11-22"},
		Tables: []edition.Table{table("share", "2019/20", "2018"), table("share_elever", "2024-02"), table("without_files")},
		Files: []edition.File{
			{Path: "index.html", Size: 1, SHA256: "aa"}, {Path: "tables/csv-metadata.json", Size: 1, SHA256: "aa"},
			{Path: "tables/share.csv", Size: 12, SHA256: "ab"}, {Path: "tables/share.csv-metadata.json", Size: 1, SHA256: "aa"},
			{Path: "tables/share_elever.2024.json", Size: 3, SHA256: "ac"}, {Path: "tables/share_elever.2024.en.json", Size: 3, SHA256: "ae"}, {Path: "tables/share_elever.2024.px", Size: 4, SHA256: "ad"},
			{Path: "tables/share_elever.2024.notes.json", Size: 1, SHA256: "aa"},
		},
	}
}

func write(t *testing.T, c dcat.Catalogue) string {
	t.Helper()
	var out bytes.Buffer
	if err := dcat.Write(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteIsGolden(t *testing.T) {
	const golden = "testdata/catalog.rdf"
	got := write(t, catalogue())
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// Every node says what it is and has an absolute address, and whatever of the
// catalogue's own is pointed at is described.
func TestThereIsNoBlankNodeAndNothingDangles(t *testing.T) {
	const own = "https://example.org/statistik/catalog.rdf#"
	described, pointed := map[string]bool{}, map[string]bool{}
	in := xml.NewDecoder(strings.NewReader(write(t, catalogue())))
	for depth := 0; ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			names := map[string]string{}
			for _, a := range e.Attr {
				names[a.Name.Local] = a.Value
			}
			if depth == 2 {
				if !strings.HasPrefix(names["about"], own) || described[names["about"]] {
					t.Errorf("%s has the address %q, which is none or stands twice", e.Name.Local, names["about"])
				}
				described[names["about"]] = true
			}
			if at, isLink := names["resource"]; isLink && strings.HasPrefix(at, own) {
				pointed[at] = true
			} else if isLink && !strings.Contains(at, "://") && !strings.HasPrefix(at, "mailto:") {
				t.Errorf("%s points at %q", e.Name.Local, at)
			}
		case xml.EndElement:
			depth--
		}
	}
	delete(described, own+"catalogue")
	if diff := cmp.Diff(pointed, described); diff != "" {
		t.Errorf("-pointed at +described:\n%s", diff)
	}
}

func TestOnlyFilesOfATableAreDistributions(t *testing.T) {
	text := write(t, catalogue())
	for _, want := range []string{
		`<dcat:downloadURL rdf:resource="https://example.org/statistik/tables/share.csv"/>`,
		`<dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#nonNegativeInteger">12</dcat:byteSize>`,
		`<spdx:checksumValue rdf:datatype="http://www.w3.org/2001/XMLSchema#hexBinary">ab</spdx:checksumValue>`,
		`<dcterms:description xml:lang="sv">Varje sektors andel. Får inte summeras.</dcterms:description>`,
		`<dcterms:title xml:lang="en">Share by sector (2024, JSON-stat in Swedish)</dcterms:title>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	if n := strings.Count(text, "<dcat:Distribution "); n != 4 {
		t.Errorf("%d distributions, want 4", n)
	}
	if strings.Contains(text, "without_files") {
		t.Error("a table without files is a dataset")
	}
}

func TestPeriodsBecomeDays(t *testing.T) {
	for _, tt := range []struct {
		periods     []string
		first, last string
	}{
		{[]string{"2018", "2019/20"}, "2018-01-01", "2020-06-30"},
		{[]string{"2019/20"}, "2019-07-01", "2020-06-30"},
		{[]string{"2024-02"}, "2024-02-01", "2024-02-29"},
		{[]string{"2024-02-03", "2023"}, "2023-01-01", "2024-02-03"},
		{[]string{"okänd"}, "", ""},
	} {
		c := catalogue()
		c.Tables = []edition.Table{table("share", tt.periods...)}
		text := write(t, c)
		if tt.first == "" {
			if strings.Contains(text, "PeriodOfTime") {
				t.Errorf("%v: has a period", tt.periods)
			}
			continue
		}
		for property, day := range map[string]string{"startDate": tt.first, "endDate": tt.last} {
			if !strings.Contains(text, ">"+day+"</dcat:"+property) {
				t.Errorf("%v: %s is not %s", tt.periods, property, day)
			}
		}
	}
}

func TestTheReleaseCalendarSaysHowOften(t *testing.T) {
	for want, releases := range map[string][]string{
		"UNKNOWN":   {"2026-11-22"},
		"ANNUAL":    {"2027-11-22", "2026-11-20", "2028-11-21"},
		"QUARTERLY": {"2027-01-15", "2027-04-15", "2027-07-15"},
		"MONTHLY":   {"2027-01-31", "2027-02-28", "2027-03-31"},
		"IRREG":     {"2027-01-15", "2027-02-15", "2027-07-15"},
	} {
		c := catalogue()
		c.Releases = releases
		if !strings.Contains(write(t, c), "frequency/"+want+`"`) {
			t.Errorf("%v is not %s", releases, want)
		}
	}
}

func TestAContactIsAnAddressOfMailOrWeb(t *testing.T) {
	c := catalogue()
	if !strings.Contains(write(t, c), `<vcard:hasEmail rdf:resource="mailto:statistik@example.org"/>`) {
		t.Error("no mail")
	}
	c.Contact = "https://example.org/kontakt"
	if !strings.Contains(write(t, c), `<vcard:hasURL rdf:resource="https://example.org/kontakt"/>`) {
		t.Error("no address of the web")
	}
}

func TestWithoutAddressLicenceAndTypeThereIsNone(t *testing.T) {
	if diff := cmp.Diff([]string{"base_url", "licence", "publisher_type"}, dcat.Catalogue{}.Lacking()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	c := catalogue()
	c.Licence = ""
	if err := dcat.Write(&bytes.Buffer{}, c); err == nil || !strings.Contains(err.Error(), "no licence") {
		t.Errorf("error = %v", err)
	}
}
