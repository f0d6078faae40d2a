package decode

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProvidersGetIDsByWhatTheyAre(t *testing.T) {
	o := ledger()
	o.Missing = []string{"saknas"}
	o.Masks = map[string]string{"Sekretessbelagd": "secrecy", "Enskild firma": "natural", "5560160680": "person"}
	for _, test := range []struct{ number, id, kind, name string }{
		{"2321000131", "se:2321000131", "organisation", "Namn"},
		{"212000-1355", "se:2120001355", "organisation", "Namn"},
		{"SE212000135501", "se:2120001355", "organisation", "Namn"},
		{"19811218-9876", "person:33b72f8b56a5a63e2b7a72f4f1ae8d6b", "person", "∅"},
		{"", "ledger:masked:none", "masked", "Namn"},
		{"saknas", "ledger:masked:none", "masked", "Namn"},
		{"000000-0000", "ledger:masked:person", "masked", "∅"},
		{"[innehåller personuppgifter]", "ledger:masked:person", "masked", "∅"},
		{"SOLE_TRADERS", "ledger:masked:natural", "person", "∅"},
		{"sekretessbelagd", "ledger:masked:secrecy", "masked", "∅"},
		{"ENSKILD FIRMA", "ledger:masked:natural", "person", "∅"},
		{"5560160680", "ledger:masked:person", "masked", "∅"},
		{"DE 123456789", "foreign:DE123456789", "foreign", "Namn"},
		{"10004007", "ledger:10004007", "publisher", "Namn"},
		{"5560160681", "ledger:5560160681", "publisher", "Namn"},
		{"811218-9875", "ledger:", "publisher", "∅"},
		{"Anna Andersson", "ledger:", "publisher", "Namn"},
	} {
		t.Run(test.number, func(t *testing.T) {
			rows, account, err := readAll(t, "leverantor;leverantor_id;datum;belopp\nNamn;"+test.number+";2025-01-01;1\n", o)
			if err != nil || len(rows) != 1 {
				t.Fatal(rejected(account), err)
			}
			id, kind, name := rows[0][1], rows[0][2], rows[0][3]
			if test.id == "ledger:" { // hashed
				if len(id) != len("ledger:")+32 {
					t.Errorf("id %s", id)
				}
				id = test.id
			}
			if strings.HasPrefix(test.id, "person:") {
				if len(id) != len(test.id) {
					t.Errorf("id %s", id)
				}
				id = test.id
			}
			if id != test.id || kind != test.kind || name != test.name {
				t.Errorf("%s %s %s, want %v", id, kind, name, test)
			}
		})
	}
}

// A mask may stand where the name would be, with no number: it is that mask and
// not merely a row without a number. Other names mask nothing, whatever they say.
func TestANameThatIsAMaskMasksARowWithoutANumber(t *testing.T) {
	o := ledger()
	o.Masks = map[string]string{"Skyddad utförare": "secrecy", "Enskild firma": "natural", "***": "person"}
	for _, test := range []struct{ number, name, id, kind, shown string }{
		{"", "Skyddad utförare", "ledger:masked:secrecy", "masked", "∅"},
		{"-", " skyddad UTFÖRARE ", "ledger:masked:secrecy", "masked", "∅"},
		{"", "Enskild firma", "ledger:masked:natural", "person", "∅"},
		{"", "***", "ledger:masked:person", "masked", "∅"},
		{"", "Stiftelsen Skyddad utförare", "ledger:masked:none", "masked", "Stiftelsen Skyddad utförare"},
		{"", "(f.d.) Sekretessföreningen", "ledger:masked:none", "masked", "(f.d.) Sekretessföreningen"},
		{"", "", "ledger:masked:none", "masked", "∅"},
		{"556016-0680", "Skyddad utförare", "se:5560160680", "organisation", "Skyddad utförare"},
		{"000000-0000", "Skyddad utförare", "ledger:masked:person", "masked", "∅"},
	} {
		rows, account, err := readAll(t, "leverantor;leverantor_id;datum;belopp\n"+test.name+";"+test.number+";2025-01-01;1\n", o)
		if err != nil || len(rows) != 1 {
			t.Fatal(rejected(account), err)
		}
		if diff := cmp.Diff([]string{test.id, test.kind, test.shown}, rows[0][1:4]); diff != "" {
			t.Errorf("%q %q: %s", test.number, test.name, diff)
		}
	}
}

// A required number is there when the name says how it is hidden.
func TestAMaskedNameStandsForARequiredNumber(t *testing.T) {
	o := ledger()
	o.Columns[0].Required, o.Masks = true, map[string]string{"Skyddad utförare": "secrecy"}
	rows, _, err := readAll(t, "leverantor;leverantor_id;datum;belopp\nSkyddad utförare;;2025-01-01;1\nBolaget;;2025-01-01;2\n", o)
	if err != nil || len(rows) != 1 || rows[0][1] != "ledger:masked:secrecy" {
		t.Errorf("%v %v", rows, err)
	}
}

// One person has one id, however the number is written; another key gives
// another id.
func TestPersonsAreHashedWithTheKey(t *testing.T) {
	ids := map[string]bool{}
	for _, key := range []string{"one", "two"} {
		for _, number := range []string{"811218-9876", "8112189876", "19811218-9876", "SE811218987601", "811218+9876"} {
			o := ledger()
			o.PersonKey = []byte(key)
			rows, _, err := readAll(t, "leverantor;leverantor_id;datum;belopp\nx;"+number+";2025-01-01;1\n", o)
			if err != nil {
				t.Fatal(err)
			}
			ids[rows[0][1]] = true
		}
	}
	if len(ids) != 2 {
		t.Errorf("ids %v", ids)
	}
}

// No personal number and no name of a person is in anything that is
// delivered, whichever way the row is wrong.
func TestNothingPersonalIsShown(t *testing.T) {
	header := "leverantor;leverantor_id;datum;belopp;text\n"
	rows := []string{
		"Anna Andersson;811218-9876;2025-01-01;1;x",
		"Anna Andersson;811218-9876;2025-01-01;en krona;x",
		"Anna Andersson;811218-9876;2025-01-01;811218-9876;x",
		"Anna Andersson;811218-9876;19811218-9876;1;x",
		"Anna Andersson;811218-9876;2025-01-01;1",
		"Anna Andersson;811218-9876;2025-01-01;1;x;",
		"\"Anna Andersson;811218-9876;2025-01-01;1;x",
		"\"Anna\" Andersson;811218-9876;2025-01-01;1;x",
		"Anna Andersson;811218-9876;2025-01-01;1;\x00",
		"Anna Andersson;811218-9876;2025-01-01;1;\xff",
		"Anna Andersson;811218-9875;2025-01-01;1;x",
		"Anna Andersson 8112189876;;2025-01-01;1;x",
		"Anna Andersson;Anna Andersson 811218 9876;2025-01-01;x;x",
		"Anna Andersson;[811218-9876];2025-01-01;x;x",
		"Anna Andersson;LV8112189876;2025-01-01;x;x",
	}
	o := ledger()
	o.Columns = append(o.Columns, Column{Name: "text", Type: Code, List: "none", Optional: true, Codes: map[string]string{"x": "x"}})
	read, account, err := readAll(t, header+strings.Join(rows, "\n")+"\n", o)
	if err != nil || account.Rows != int64(len(rows)) {
		t.Fatal(account.Rows, err)
	}
	shown := fmt.Sprintf("%v %+v", read, account)
	for _, secret := range []string{"Anna", "Andersson", "8112", "9876", "9875"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%s is shown in\n%s", secret, strings.ReplaceAll(shown, "} {", "}\n{"))
		}
	}
	single := o
	single.Encoding = "windows-1252"
	_, account, err = readAll(t, header+"Anna Andersson\x81;811218-9876;2025-01-01;1;x\nx;811218-9876\x81;2025-01-01;1;x\n", single)
	if err != nil || account.Rejected != 2 || account.Rejects[0].Text+account.Rejects[1].Text != "" {
		t.Errorf("%+v, %v", account.Rejects, err)
	}
	many := o
	many.MaxRejects = 1
	if _, _, err := readAll(t, header+rows[2]+"\n"+rows[2]+"\n", many); err == nil || strings.Contains(err.Error(), "8112") {
		t.Errorf("error %v", err)
	}
}

func TestLongRunsOfDigitsAreHidden(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"12345,678", "12345,678"},
		{"123456789", "123456789"},
		{"811218-9876", "**********"},
		{"nr 19811218-9876 här", "nr ************ här"},
		{"811218 9876;x", "**********;x"},
		{"a\x00b\xff\n", "a b\ufffd "},
		{strings.Repeat("å", 200), strings.Repeat("å", 100) + "…"},
		{strings.Repeat("å", 95) + "811218-9876", strings.Repeat("å", 95) + "*****…"},
	} {
		if diff := cmp.Diff(test.want, maskText(test.text)); diff != "" {
			t.Errorf("%q: %s", test.text, diff)
		}
	}
}

// README.md says when a name is empty: where its number is hidden, and not
// where there is none.
func TestANameIsEmptyWhereItsNumberIsHidden(t *testing.T) {
	for _, test := range []struct{ number, name, shown string }{
		{"", "Stiftelsen Exemplet", "Stiftelsen Exemplet"},
		{"-", "Stiftelsen Exemplet", "Stiftelsen Exemplet"},
		{"", "Firma 811218-9876", "∅"},
		{"811218-9876", "Stiftelsen Exemplet", "∅"},
		{"000000-0000", "Stiftelsen Exemplet", "∅"},
		{"556016-0680", "Bolaget AB", "Bolaget AB"},
	} {
		rows, account, err := readAll(t, "leverantor;leverantor_id;datum;belopp\n"+test.name+";"+test.number+";2025-01-01;1\n", ledger())
		if err != nil || len(rows) != 1 {
			t.Fatal(rejected(account), err)
		}
		if rows[0][3] != test.shown {
			t.Errorf("%q %q: the name is %q, want %q", test.number, test.name, rows[0][3], test.shown)
		}
	}
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(string(text)), " ")
	if want := "which is empty where that number is masked or a natural person's. Where the number is missing the name is kept"; !strings.Contains(said, want) {
		t.Errorf("README.md does not say %q", want)
	}
}
