package pipeline_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestThePageOfAgreementsShowsTheSharesOfTheTable holds its rows against
// share.csv: every form of agreement in the widest place and area, and
// nothing else.
func TestThePageOfAgreementsShowsTheSharesOfTheTable(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	sectors := map[string]map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["agreement"] != "none" && row["place"] == "SE" && row["area"] == "cpv_85" {
			of := row["period"] + " " + row["total"]
			if sectors[of] == nil {
				sectors[of] = map[string]string{}
			}
			low, high := oneDecimal(t, row["low"]), oneDecimal(t, row["high"])
			if low != high {
				low += "–" + high
			}
			sectors[of][row["sector"]] = low
		}
	}
	var want []string
	for of, s := range sectors {
		want = append(want, of+" "+s["public"]+" "+s["private"]+" "+s["ideburen"])
	}
	if len(want) == 0 {
		t.Fatal("the example has no agreements")
	}
	page := regexp.MustCompile(`</?span[^>]*>| class="[a-z ]*"| data-label="[^"]*"`).ReplaceAllString(read(t, filepath.Join(dir, "editions/current/agreements.en.html")), "")
	var got []string
	row := regexp.MustCompile(`<td>([0-9]{4})</td><td>([^<]*)</td><td>([^<]*)</td><td>([^<]*)</td><td>([0-9,]*)</td></tr>`)
	for _, found := range row.FindAllStringSubmatch(page, -1) {
		got = append(got, found[1]+" "+strings.ReplaceAll(found[5], ",", "")+" "+found[2]+" "+found[3]+" "+found[4])
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-share.csv +page:\n%s", diff)
	}
}

// oneDecimal is a share in per cent, half up; nothing where there is none.
func oneDecimal(t *testing.T, share string) string {
	t.Helper()
	if share == "" {
		return ""
	}
	n, err := strconv.Atoi(strings.Replace(share, ".", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d.%d", (n+500)/10000, (n+500)/1000%10)
}

// TestThePageOfAgreementsDrawsTheNumbersOfItsTable: every number of the chart
// is the table's, in both languages, with two titles and its scale, and the
// press has the same picture.
func TestThePageOfAgreementsDrawsTheNumbersOfItsTable(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	edition := func(name string) string { return read(t, filepath.Join(dir, "editions/current", name)) }
	for language, want := range map[string][]string{
		"sv": {"agreements.html", "Sverige 2021, räknat i avtal: mellan 5,2 och 6,8 procent idéburet i alla former tillsammans. Upphandling (LOU): mellan 4,2 och 6,4 procent. Avtalsform okänd: mellan 6,7 och 7,3 procent.",
			"Idéburen andel efter avtalsform: ", "Idéburen, egen skala från 0 till 8 procent", "Utan uppgift i den här utgåvan: Reserverad upphandling; ", "Stöd har inga uppgifter i det här måttet"},
		"en": {"agreements.en.html", "Sweden 2021, counted in contracts: between 5.2 and 6.8 per cent idéburen in all forms together. Public procurement (LOU): between 4.2 and 6.4 per cent. Form of agreement not known: between 6.7 and 7.3 per cent.",
			"Idéburen share by form of agreement: ", "Non-profit (idéburen), own scale from 0 to 8 per cent", "No number in this edition: Reserved procurement; ", "There are no data on grants in this measure"},
	} {
		page := regexp.MustCompile(`</?span[^>]*>`).ReplaceAllString(edition(want[0]), "")
		for _, text := range want[1:] {
			if !strings.Contains(page, text) {
				t.Errorf("%s does not say %q", want[0], text)
			}
		}
		name := "agreements-upphandlade_avtal-ersattning-1." + language
		for _, file := range []string{"chart/" + name + ".svg", "chart/" + name + "-narrow.svg", "press/" + name + ".svg"} {
			svg := edition(file)
			for _, row := range table(t, dir, "share") {
				if row["definition"] == "snav" && row["agreement"] != "none" && row["place"] == "SE" && row["area"] == "cpv_85" && row["sector"] == "ideburen" {
					said := oneDecimal(t, row["low"]) + "–" + oneDecimal(t, row["high"])
					if language == "sv" {
						said = strings.ReplaceAll(said, ".", ",")
					}
					if !strings.Contains(svg, ">"+said+"\u00a0%<") || !strings.Contains(page, said) {
						t.Errorf("%s or %s does not have %s", file, want[0], said)
					}
				}
			}
		}
		if !strings.Contains(edition(strings.Replace(want[0], "agreements", "press", 1)), `href="press/`+name+`.png"`) {
			t.Errorf("the press page in %s does not have the picture", language)
		}
	}
}

// TestAgreementsOverTimeShowTheLatestPeriods: a ledger with months, whose grants
// have a chart and a table of their own.
func TestAgreementsOverTimeShowTheLatestPeriods(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	replace := func(name, old, new string) { files[name] = strings.Replace(files[name], old, new, 1) }
	replace("tresektor.yaml", "area: none", "area: none\n    agreement: ersattning")
	replace("measure/prov.yaml", "[place]", "[place, agreement]\nsummable: [agreement]")
	replace("sources/prov.volume.sql", "orgnr as", "case when form = '49' then 'upphandling' when belopp > 100 then 'iop_bidrag' else 'iop_ersattning' end as agreement,\n    orgnr as")
	for month := 1; month <= 14; month++ {
		name := fmt.Sprintf("%d-%02d", 2023+(month-1)/12, (month-1)%12+1)
		files["inbox/prov_"+name+".csv"] = smallMonth(name, fmt.Sprintf("%d,00", month*10), "100,00")
	}
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	page := regexp.MustCompile(`</?span[^>]*>`).ReplaceAllString(read(t, filepath.Join(current, "agreements.html")), "")
	for _, want := range []string{"Diagrammet visar de 12 senaste perioderna.", "2023-03–2024-02", "Stöd räknas inte in i den idéburna andelen.",
		"Stockholm 2024-02, räknat i kronor: ", "agreements-prov-stod-1.sv.svg"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(page, "Stöd har inga uppgifter") {
		t.Error("the page says that there are no grants")
	}
	paid, granted := read(t, filepath.Join(current, "chart/agreements-prov-ersattning-1.sv.svg")), read(t, filepath.Join(current, "chart/agreements-prov-stod-1.sv.svg"))
	if strings.Contains(paid, ">2023-02<") || !strings.Contains(paid, ">2023-03<") || strings.Contains(paid, "IOP, bidrag") || !strings.Contains(granted, "IOP, bidrag") {
		t.Errorf("payment and grants are not apart, or earlier months are drawn:\n%s\n%s", paid, granted)
	}
}
