package pipeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A payment is a row of the ledger of these tests.
type payment struct {
	id, form string
	kronor   int
}

func drawPayment(t *rapid.T) payment {
	ids := map[string][]string{
		"61": {"802002-0718", "802400-0013"}, "49": {"556016-0680", "556700-0012"}, "82": {"212000-0142"}, "51": {"769600-0003"},
	}
	form := rapid.SampledFrom([]string{"49", "51", "61", "82"}).Draw(t, "form")
	return payment{rapid.SampledFrom(ids[form]).Draw(t, "id"), form, rapid.IntRange(1, 1000).Draw(t, "kronor")}
}

// ledgerText has an association besides, large enough for snav to say something.
func ledgerText(rows []payment) string {
	text := "datum;kommun;orgnr;form;belopp\n2024-01-15;0180;802002-0718;61;100000,00\n"
	for _, r := range rows {
		text += fmt.Sprintf("2024-01-15;0180;%s;%s;%d,00\n", r.id, r.form, r.kronor)
	}
	return text
}

// TestBlankedNumbersMoveTheirVolumeToTheRemainders blanks the numbers of some
// rows and leaves the rest of them: their volume is in the remainders, all of
// it and no more.
func TestBlankedNumbersMoveTheirVolumeToTheRemainders(t *testing.T) {
	t.Parallel()
	draw := rapid.SliceOfN(rapid.Custom(drawPayment), 6, 12)
	for seed := range 2 {
		rows := draw.Example(seed)
		blank := rapid.SliceOfNDistinct(rapid.IntRange(0, len(rows)-1), 1, 5, rapid.ID[int]).Example(seed)
		files := smallFiles()
		files["inbox/prov_2024-01.csv"] = ledgerText(rows)
		dir := smallWorkspace(t, files)
		refreshed(t, options(dir))
		before := amounts(t, dir)
		for _, i := range blank {
			for _, definition := range []string{"snav", "bred"} {
				sector := map[string]string{"49": "private", "61": "ideburen", "82": "public", "51": map[string]string{"snav": "private", "bred": "ideburen"}[definition]}[rows[i].form]
				before[definition+" "+sector] -= rows[i].kronor
				before[definition+" unknown"] += rows[i].kronor
			}
			rows[i].id = ""
		}
		write(t, dir+"/inbox/prov_2024-01.csv", ledgerText(rows))
		refreshed(t, options(dir))
		if diff := cmp.Diff(before, amounts(t, dir)); diff != "" {
			t.Errorf("%v without the numbers of %v: %s", rows, blank, diff)
		}
	}
}

// amounts are the whole kronor of Stockholm by definition and sector.
func amounts(t *testing.T, dir string) map[string]int {
	t.Helper()
	all := map[string]int{}
	for _, row := range table(t, dir, "share") {
		if row["place"] == "0180" && slices.Contains([]string{"snav", "bred"}, row["definition"]) {
			var kronor int
			if _, err := fmt.Sscan(strings.TrimSuffix(row["amount"], ".00"), &kronor); err != nil {
				t.Fatal(err)
			}
			all[row["definition"]+" "+row["sector"]] = kronor
		}
	}
	return all
}
