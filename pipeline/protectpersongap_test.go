package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// TestANaturalPersonAloneIsNotShownAmongPeople: eight patients of one natural person
// are not few people, but they are one person's.
func TestANaturalPersonAloneIsNotShownAmongPeople(t *testing.T) {
	t.Parallel()
	rows := "0180;212000-0142;82;400\n0180;900101-9802;;8\n0114;212000-0142;82;90\n0114;556016-0680;49;30\n0188;212000-0142;82;300\n0188;556016-0680;49;50\n"
	for name, test := range map[string]struct {
		rows string
		want []string
	}{
		"alone": {rows, []string{"01 88 of 878", "0114 ... of 120", "0180 ... of 408", "0188 50 of 350", "SE 88 of 878"}},
		"three": {rows + "0180;900101-9810;;9\n0180;900101-9828;;7\n", []string{"01 104 of 894", "0114 30 of 120", "0180 24 of 424", "0188 50 of 350", "SE 104 of 894"}},
	} {
		t.Run(name, func(t *testing.T) {
			files := peopleFiles("frequency")
			files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n2024-01-02;" +
				strings.ReplaceAll(strings.TrimSuffix(test.rows, "\n"), "\n", "\n2024-01-02;") + "\n"
			dir := smallWorkspace(t, files)
			refreshed(t, options(dir))
			if diff := cmp.Diff(test.want, sectors(t, dir, "snav", "private")); diff != "" {
				t.Errorf("-want +shown\n%s", diff)
			}
		})
	}
}

// TestTheKommunThatWasClosedBesideAPersonStaysClosed: another one would be cheaper to
// close now, but the edition before shows that one.
func TestTheKommunThatWasClosedBesideAPersonStaysClosed(t *testing.T) {
	t.Parallel()
	rows := []string{
		"0180;802002-0718;61;400,00", "0180;900101-9802;;7,00",
		"0114;802002-0718;61;300,00", "0114;556016-0680;49;40,00",
		"0188;802002-0718;61;900,00", "0188;556016-0680;49;60,00", "0188;556036-0793;49;60,00",
	}
	dir := smallWorkspace(t, personFiles(rows...))
	refreshed(t, options(dir))
	more := append(rows, "0114;556036-0793;49;1,00", "0114;556012-5790;49;1,00", "0114;556074-7569;49;1,00")
	write(t, dir+"/inbox/prov_2024-01.csv", personFiles(more...)["inbox/prov_2024-01.csv"])
	refreshed(t, options(dir))
	want := []string{"01 170.00 of 1770.00", "0114 ... of 343.00", "0180 ... of 407.00", "0188 120.00 of 1020.00", "SE 170.00 of 1770.00"}
	if diff := cmp.Diff(want, sectors(t, dir, "snav", "private")); diff != "" {
		t.Errorf("-want +shown\n%s", diff)
	}
}

// TestNoReasonTellsOfOneMaskedPerson: the reason names a mask of persons, and one row
// is one person, in a län as well; three rows are three.
func TestNoReasonTellsOfOneMaskedPerson(t *testing.T) {
	t.Parallel()
	rows := []string{"01;802002-0718;61;400,00", "01;*****;;7,00", "01;;;9,00", "03;802002-0718;61;300,00"}
	for name, test := range map[string]struct {
		rows []string
		want string
	}{
		"one":   {rows, ""},
		"three": {append(rows[:len(rows):len(rows)], "01;*****;;1,00", "01;*****;;1,00"), "01 masked_person 9.00; 01 no_provider_number 9.00; SE masked_person 9.00; SE no_provider_number 9.00"},
	} {
		t.Run(name, func(t *testing.T) {
			files := personFiles(test.rows...)
			files["sources/prov.yaml"] = strings.Replace(files["sources/prov.yaml"], "sums:", "masks: {'*****': person}\nsums:", 1)
			files["tresektor.yaml"] = strings.Replace(files["tresektor.yaml"], "'0180'", "'01'", 1)
			dir := smallWorkspace(t, files)
			refreshed(t, options(dir))
			var told []string
			for _, row := range table(t, dir, "remainder") {
				if row["definition"] == "motpart_form" {
					told = append(told, row["place"]+" "+row["reason"]+" "+row["amount"])
				}
			}
			if got := strings.Join(told, "; "); got != test.want {
				t.Errorf("told %q, want %q", got, test.want)
			}
		})
	}
}

// TestExplainProviderTellsNoPersonBySubtraction: the kommun's private sector is
// published, and the company's part of it would leave the person's.
func TestExplainProviderTellsNoPersonBySubtraction(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, personFiles(
		"0180;802002-0718;61;400,00", "0180;900101-9802;;7,00", "0180;556016-0680;49;60,00", "0180;556036-0793;49;900,00",
		"0114;556016-0680;49;40,00", "0114;900101-9810;;3,00", "0114;900101-9828;;2,00", "0114;900101-9836;;2,00",
		"0188;556012-5790;10;5,00", "0188;556074-7569;49;8,00",
	))
	refreshed(t, options(dir))
	for provider, want := range map[string]string{
		"556016-0680": "0114 40.00, 0180 ...; SE ...", // the smallest beside the person
		"556036-0793": "0180 900.00; SE 900.00",
		"802002-0718": "0180 400.00; SE 400.00",
		"556074-7569": "0188 ...; SE ...", // beside a sole trader
	} {
		e, err := pipeline.ExplainProvider(t.Context(), options(dir), "", provider)
		if err != nil {
			t.Fatal(err)
		}
		var volumes, totals []string
		for _, v := range e.Volumes {
			volumes = append(volumes, v.Place+" "+v.Amount)
		}
		for _, v := range e.Totals {
			totals = append(totals, v.Place+" "+v.Amount)
		}
		if got := strings.Join(volumes, ", ") + "; " + strings.Join(totals, ", "); got != want {
			t.Errorf("%s: told %q, want %q", provider, got, want)
		}
	}
	for place, want := range map[string][]string{
		"0180": {"private 900.00 ... ...", "ideburen 400.00"},
		"0114": {"private 40.00 7.00"},
		"01":   {"private 900.00 ... ... ...", "ideburen 400.00"},
	} {
		got, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: place, Definition: "snav"})
		if err != nil {
			t.Fatal(err)
		}
		told := listed(got)
		if slices.Sort(told); strings.Join(told, ";") != strings.Join(slices.Sorted(slices.Values(want)), ";") {
			t.Errorf("%s: told %q, want %q", place, told, want)
		}
	}
}
