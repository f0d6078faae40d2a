package decode

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func needed(ids ...string) Options {
	o := ledger()
	o.Only = &Only{Column: "provider", IDs: map[string]bool{}}
	for _, id := range ids {
		o.Only.IDs[id] = true
	}
	return o
}

func TestOnlyRowsThatAreNeededBecomeRecords(t *testing.T) {
	text := "leverantor;leverantor_id;datum;belopp\n" +
		"A;556016-0680;2025-01-01;1,00\n" +
		"B;232100-0131;2025-01-01;2,00\n" +
		"C;212000-1355;2025-02-30;4,00\n" + // the date of a row that is not needed is not read
		"D;212000-1355;2025-01-01;8x\n" + // its amount is: else the sum is not known
		"E;232100-0131;2025-02-30;16,00\n" +
		"F;;2025-01-01;32,00\n" +
		"G;556016-0680\n"
	rows, account, err := readAll(t, text, needed("se:2321000131"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(table{{"3", "se:2321000131", "organisation", "B", "2025-01-01", "2.00"}}, rows); diff != "" {
		t.Error(diff)
	}
	sum := account.Sums["amount"]
	got := []int64{account.Rows, account.Kept(), account.NotNeeded, account.Rejected, account.Checksum,
		sum.Read.Int64(), sum.Kept.Int64(), sum.NotNeeded.Int64(), sum.Rejected.Int64(), sum.Unreadable}
	if diff := cmp.Diff([]int64{7, 1, 3, 3, 3, 5500, 200, 3700, 1600, 2}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsNeededOfAnEmptySet(t *testing.T) {
	rows, account, err := readAll(t, "leverantor;leverantor_id;datum;belopp\nA;556016-0680;2025-01-01;1\n", needed())
	if err != nil || len(rows) != 0 || account.NotNeeded != 1 || account.Kept() != 0 {
		t.Errorf("%v %+v %v", rows, account, err)
	}
}

func TestTheColumnThatSaysWhatIsNeededIsANumber(t *testing.T) {
	o := needed()
	o.Only.Column = "name"
	if _, _, err := readAll(t, "leverantor;leverantor_id;datum;belopp\n", o); err == nil {
		t.Error("no error")
	}
}

// Whatever is needed, the rows of the records are those that a reading of all
// has for the same providers, and every row and sum is accounted for.
func TestWhatIsNeededIsAPartOfAll(t *testing.T) {
	numbers := []string{"556016-0680", "232100-0131", "212000-1355", "811218-9876", "", "x"}
	rapid.Check(t, func(t *rapid.T) {
		text := "leverantor;leverantor_id;datum;belopp\n"
		for range rapid.IntRange(0, 30).Draw(t, "rows") {
			text += "N;" + rapid.SampledFrom(numbers).Draw(t, "number") + ";" +
				rapid.SampledFrom([]string{"2025-01-01", "x"}).Draw(t, "date") + ";" +
				rapid.SampledFrom([]string{"1,00", "-2,5", "x", ""}).Draw(t, "amount") + "\n"
		}
		all, _, err := readAll(t, text, ledger())
		if err != nil {
			t.Fatal(err)
		}
		o := needed(rapid.SliceOf(rapid.SampledFrom([]string{"se:5560160680", "se:2321000131", "ledger:masked:none"})).Draw(t, "needed")...)
		o.Workers, o.chunk = rapid.IntRange(1, 3).Draw(t, "workers"), rapid.IntRange(1, 100).Draw(t, "chunk")
		rows, account, err := readAll(t, text, o)
		if err != nil {
			t.Fatal(err)
		}
		var want table
		for _, row := range all {
			if o.Only.IDs[row[1]] {
				want = append(want, row)
			}
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Fatal(diff)
		}
		if int64(len(rows)) != account.Kept() || account.Rows != account.Kept()+account.NotNeeded+account.Rejected {
			t.Fatalf("%+v", account)
		}
	})
}

// A row is needed too when its organisation goes by a name that is asked for;
// a natural person never is.
func TestAnOrganisationIsNeededForItsName(t *testing.T) {
	o := needed()
	for i, c := range o.Columns {
		if c.Name == "name" {
			o.Columns[i].Type, o.Columns[i].Of = PersonName, "provider"
		}
	}
	o.Only.Named = func(name string) bool { return name == "Åsa vård" }
	rows, account, err := readAll(t, "leverantor;leverantor_id;datum;belopp\n"+
		"Åsa vård;556016-0680;2025-01-01;1\n"+
		"Åsa vård;640823-3234;2025-01-01;2\n"+ // a natural person's number
		"B;232100-0131;2025-01-01;4\n", o)
	if err != nil || account.NotNeeded != 2 || len(rows) != 1 || rows[0][1] != "se:5560160680" {
		t.Errorf("%v %+v %v", rows, account, err)
	}
}
