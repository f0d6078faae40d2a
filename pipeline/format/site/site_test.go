package site_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func write(t testing.TB, p site.Page) string {
	t.Helper()
	var out bytes.Buffer
	if err := site.Write(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestThePageIsGolden(t *testing.T) {
	got := write(t, example())
	const golden = "testdata/index.html"
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
		t.Errorf("-want +got:\n%s", diff)
	}
}

// sectors are the five rows of a card; the remainders have no bounds.
func sectors(publicRow, privateRow, idéburen [4]string, nonpublic, unknown [2]string) []site.Row {
	row := func(code, label string, c [4]string) site.Row {
		return site.Row{Sector: code, Label: label, Amount: c[0], Share: c[1], Low: c[2], High: c[3]}
	}
	return []site.Row{
		row("public", "Offentlig", publicRow),
		row("private", "Privat (företag och enskilda personer)", privateRow),
		row("ideburen", "Idéburen", idéburen),
		row("nonpublic", "Enskild, ej uppdelad", [4]string{nonpublic[0], nonpublic[1], edition.NotApplicable, edition.NotApplicable}),
		row("unknown", "Uppgift saknas", [4]string{unknown[0], unknown[1], edition.NotApplicable, edition.NotApplicable}),
	}
}

// drawn is a card's chart of a kind.
func drawn(card, kind string, width int) *site.Picture {
	name := "chart/" + card + "-" + kind + ".sv"
	return &site.Picture{Path: name + ".svg", Narrow: name + "-narrow.svg", Width: width, Height: 200,
		NarrowWidth: 300, NarrowHeight: 220, Text: "Idéburen 3,3 %."}
}

// withCharts gives every card the charts that it can have.
func withCharts(cards ...site.Card) []site.Card {
	for i := range cards {
		c := &cards[i]
		c.SureChart = drawn(c.ID, "sure", 460)
		c.SureChart.Caption = "Idéburen, egen skala från 0 till 8 procent"
		if c.ID != "avtal" {
			c.SplitChart = drawn(c.ID, "split", 460)
		}
		if len(c.Series) > 1 {
			c.TimeChart = drawn(c.ID, "time", 960)
		}
	}
	return cards
}

// example is the example edition's four cards, as data/README has them.
func example() site.Page {
	return site.Page{
		Shell: site.Shell{
			Language:  edition.Swedish,
			Title:     "Tre sektorer i skola, vård och omsorg",
			Publisher: "Exempelutgivaren", Editions: "../index.html",
			Contact: "statistik@example.org",
			Banner:  "Exempelutgåva. Siffrorna är riktiga men ska visa hur statistiken ser ut. De beskriver inte hela vården och går inte att jämföra med uppgiften ”omkring tre procent”, som gäller anställda i hela välfärden.",
			Date:    "2026-11-22", Pages: []string{site.Front, site.Figures, site.Declaration},
		},
		Cards: withCharts(pupils(), contracts(), scotland(), grades()),
		Files: []site.File{
			{Path: "tables/share.csv", Label: "Andelar (CSV)"},
			{Path: "tables/classification.csv", Label: "Klassning (CSV)"},
			{Path: "manifest.json", Label: "Manifest med kontrollsummor (JSON)"},
		},
		Sources: []site.Source{
			{Title: "Skolenhetsregistret 2020-06-01", Publisher: "Skolverket", Licence: "offentligt register, ange källan", Updated: "2020-06-01", URL: "https://www.skolverket.se/"},
			{Title: "Datastore", Publisher: "Care Inspectorate", Licence: "Open Government Licence v3"},
		},
	}
}

const narrow = "Ideella föreningar, stiftelser och trossamfund som inte styrs av det offentliga."

func pupils() site.Card {
	return site.Card{
		ID: "grundskola", Title: "Elever i grundskolan",
		Sentence:   "3,3 procent av eleverna i grundskolans årskurs 1–9 i Sverige gick läsåret 2019/20 i en skola som drivs av en idéburen organisation.",
		Figure:     "3,3 procent",
		Beside:     "12,5 procent gick i en privat skola och 84,2 procent i en offentlig.",
		Counted:    "Elever den 15 oktober 2019, per huvudman",
		Base:       "Alla elever i grundskolans årskurs 1–9",
		Definition: narrow, Period: "2019/20", Place: "Sverige", Unit: "Elever",
		Rules: &site.File{Path: "definitions.html#definition-snav", Label: "Reglerna i definitionen Snäv"},
		Sectors: sectors(
			[4]string{"908159", "0.841710", "0.841710", "0.841710"},
			[4]string{"135219", "0.125325", "0.125325", "0.125325"},
			[4]string{"35567", "0.032965", "0.032965", "0.032965"},
			[2]string{"0", "0.000000"}, [2]string{"0", "0.000000"}),
		Total:    "1078945",
		Bounds:   "Sektorn är avgjord för alla elever: andelen är ett tal, inte ett intervall.",
		Spread:   "Med en bredare definition, som också räknar ekonomiska föreningar, är andelen 4,6 procent. 2 av 4 definitioner går att räkna med de uppgifter som finns.",
		Presumed: []string{"11,2 procent är förd till privat för att ägaren inte är känd."},
		Series:   []site.Point{{Period: "2019/20"}},
		Notes:    []string{"Uppgiften gäller läsåret 2019/20 och är sju år gammal."},
		Files: []site.File{
			{Path: "tables/share.csv", Label: "Alla andelar (CSV)"},
			{Path: "tables/share_elever.json", Label: "Elever i grundskolan (JSON-stat)"},
		},
	}
}

func contracts() site.Card {
	return site.Card{
		ID: "avtal", Title: "Upphandlade avtal inom vård och omsorg",
		Framing:    "Så fördelas upphandlade avtal, inte vården.",
		Sentence:   "Mellan 5,2 och 6,8 procent av de upphandlade avtalen inom vård och omsorg i Sverige 2021 gick till en idéburen organisation.",
		Figure:     "Mellan 5,2 och 6,8 procent",
		Counted:    "Avtal ur upphandlingar som annonserats 2021 (CPV 85)",
		Base:       "Alla sådana avtal. Det som kommuner och regioner utför själva ingår inte.",
		Definition: narrow, Period: "2021", Place: "Sverige", Unit: "Avtal",
		Sectors: sectors(
			[4]string{"36", "0.016371", "0.016371", "0.031833"},
			[4]string{"2014", "0.915871", "0.915871", "0.931332"},
			[4]string{"115", "0.052296", "0.052296", "0.067758"},
			[2]string{"0", "0.000000"}, [2]string{"34", "0.015462"}),
		Total:    "2199",
		Bounds:   "Andelen är minst 5,2 och högst 6,8 procent. Skillnaden beror på att 1,5 procent av avtalen finns hos utförare som vi inte kan föra till en sektor. Det är inte en statistisk felmarginal.",
		Spread:   "Med en bredare definition, som också räknar ekonomiska föreningar, är andelen mellan 6,5 och 8,0 procent.",
		Presumed: []string{"90,1 procent är förd till privat för att ägaren inte är känd."},
	}
}

func scotland() site.Card {
	c := site.Card{
		ID: "skottland", Title: "När källan redovisar sektorn varje år: exempel från Skottland",
		Sentence:   "10,2 procent av platserna på äldreboenden för vuxna i Skottland fanns den 31 mars 2024 hos en idéburen utförare.",
		Figure:     "10,2 procent",
		Beside:     "79,3 procent fanns hos en privat utförare och 10,4 procent hos en offentlig.",
		Counted:    "Registrerade platser den 31 mars",
		Base:       "Alla platser på boenden för vuxna",
		Definition: "Voluntary or Not for Profit, som källan redovisar", Period: "2024", Place: "Skottland", Unit: "Platser",
		Sectors: sectors(
			[4]string{"4200", "0.104500", "0.104500", "0.104500"},
			[4]string{"31876", "0.793100", "0.793100", "0.793100"},
			[4]string{"4116", "0.102400", "0.102400", "0.102400"},
			[2]string{"0", "0.000000"}, [2]string{"0", "0.000000"}),
		Total:  "40192",
		Bounds: "Källan anger sektorn för alla platser.",
		Spread: "Andelen är densamma med de tre definitioner som går att räkna.",
		Change: "Jämfört med 2016: −2,7 procentenheter.",
	}
	for i, v := range [][3]string{
		{"0.108400", "0.762600", "0.129000"}, {"0.107200", "0.767000", "0.125800"}, {"0.105100", "0.768100", "0.126800"},
		{"0.101300", "0.776800", "0.121900"}, {"0.101800", "0.778900", "0.119300"}, {"0.102300", "0.783000", "0.114700"},
		{"0.103000", "0.791500", "0.105500"}, {"0.103700", "0.793200", "0.103100"}, {"0.104500", "0.793100", "0.102400"},
	} {
		c.Series = append(c.Series, site.Point{
			Period:  years[i],
			Sectors: []site.Range{{"public", v[0], v[0]}, {"private", v[1], v[1]}, {"ideburen", v[2], v[2]}},
		})
	}
	c.Series[5].Note = "Räknat den 22 mars."
	return c
}

var years = []string{"2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"}

func grades() site.Card {
	return site.Card{
		ID: "slutbetyg", Title: "Slutbetyg i årskurs 9",
		Framing:    "Exempel på osäkerhet: här saknas uppgifter om nya huvudmän, och källan har dolt små skolor.",
		Sentence:   "Mellan 3,5 och 4,2 procent av eleverna med slutbetyg i årskurs 9 i Sverige läsåret 2024/25 gick i en skola som drivs av en idéburen organisation.",
		Figure:     "mellan 3,5 och 4,2 procent",
		Counted:    "Elever med slutbetyg, juni 2025, per huvudman",
		Base:       "Alla elever med slutbetyg i årskurs 9",
		Definition: narrow, Period: "2024/25", Place: "Sverige", Unit: "Elever",
		Sectors: sectors(
			[4]string{"97580", "0.788449", "0.780000", "0.790000"},
			[4]string{"21418", "0.173058", "0.171000", "0.183000"},
			[4]string{"4303", "0.034768", "0.034600", "0.042200"},
			[2]string{"461", "0.003725"}, [2]string{"0", "0.000000"}),
		Total:  "123762",
		Bounds: "Andelen är minst 3,5 och högst 4,2 procent. Skillnaden beror på att 0,4 procent av eleverna finns hos utförare som vi inte kan föra till en sektor, eller är dolda i källan (147 skolor). Det är inte en statistisk felmarginal.",
		Spread: "Med en bredare definition är andelen mellan 4,7 och 5,6 procent.",
		Presumed: []string{
			"15,9 procent är förd till privat för att ägaren inte är känd.",
			"Juridisk form från 2020 används för 2024/25.",
		},
		Series: []site.Point{
			{Period: "2019/20", Sectors: []site.Range{
				{"public", "0.799560", "0.799560"}, {"private", "0.163755", "0.163755"}, {"ideburen", "0.036685", "0.036685"}}},
			{Period: "2024/25",
				Break: "Jämför inte över strecket. Före 2024/25 räknades elever i årskurs 9 den 15 oktober, därefter elever med slutbetyg i juni.",
				Sectors: []site.Range{
					{"public", "0.780000", "0.790000"}, {"private", "0.171000", "0.183000"}, {"ideburen", "0.034600", "0.042200"}}},
		},
		Change: "Riktningen kan inte avgöras: det är två olika mått.",
	}
}
