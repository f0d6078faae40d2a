package decode

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// coded are columns as Bolagsverket writes them.
func coded() Options {
	return Options{
		Source: "register", PersonKey: []byte("key"), Missing: []string{"null"},
		Columns: []Column{
			{Name: "orgnr", Type: Orgnr, Until: "$", Person: "$PERSON-IDORG", Required: true},
			{Name: "name", Type: PersonName, Of: "orgnr", Until: "$"},
			{Name: "form", Type: Code, List: "form", Codes: map[string]string{"ab": "AB"}, Suffix: "-ORGFO"},
			{Name: "since", Type: Date},
		},
	}
}

func TestAValueIsTakenOutOfACellThatHoldsMore(t *testing.T) {
	text := "orgnr;name;form;since\n" +
		"\"5560160680$ORGNR-IDORG\";\"Exempel AB$FORETAGSNAMN-ORGNAM$2020-01-02|Example Ltd$FORNAMN_FRSPRAK-ORGNAM$2021-01-01\";\"AB-ORGFO\";2020-01-02\n" +
		"5560160680$ORGNR-IDORG;$FORETAGSNAMN-ORGNAM$;;null\n" +
		"165560160680;Exempel AB;null;\n"
	rows, account, err := readAll(t, text, coded())
	if err != nil {
		t.Fatal(err)
	}
	want := table{
		{"2", "se:5560160680", "organisation", "Exempel AB", "AB", "2020-01-02"},
		{"3", "se:5560160680", "organisation", "∅", "∅", "∅"},
		{"4", "se:5560160680", "organisation", "Exempel AB", "∅", "∅"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("%s%v", diff, account.Rejects)
	}
}

func TestACellWithoutItsSuffixIsAReject(t *testing.T) {
	_, account, err := readAll(t, "orgnr;name;form;since\n5560160680$ORGNR-IDORG;A;AB;\n$ORGNR-IDORG;A;AB-ORGFO;\n", coded())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2 form does not end in -ORGFO AB", "3 orgnr no value where one is required"}
	if diff := cmp.Diff(want, rejected(account)); diff != "" {
		t.Error(diff)
	}
}

// A number that the register says is a person's is hashed, also when its
// digits look like those of a legal person, and the name is withheld.
func TestPersonsAreThoseTheRegisterSaysArePersons(t *testing.T) {
	numbers := []string{"198112189876$PERSON-IDORG", "8112189876$PERSON-IDORG", "5560160680$PERSON-IDORG", "3020000001$PERSON-IDORG"}
	text := "orgnr;name;form;since\n"
	for _, number := range numbers {
		text += number + ";Anna Andersson$NAMN-ORGNAM$2020-01-01;AB-ORGFO;\n"
	}
	rows, account, err := readAll(t, text, coded())
	if err != nil || len(rows) != len(numbers) {
		t.Fatal(rejected(account), err)
	}
	for _, row := range rows {
		if !strings.HasPrefix(row[1], "person:") || row[2] != "person" || row[3] != "∅" {
			t.Errorf("%v", row)
		}
	}
	if rows[0][1] != rows[1][1] || rows[1][1] == rows[2][1] {
		t.Errorf("one person has one id: %v", rows)
	}
	shown := fmt.Sprint(rows, account)
	for _, secret := range []string{"8112", "5560160680", "302000", "Anna"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%s is shown in %s", secret, shown)
		}
	}
}

// SCB writes 16 before the number of a legal person and a century before that
// of a natural person.
func TestTwelveDigitsSayWhoseNumberItIs(t *testing.T) {
	o := Options{Source: "scb", PersonKey: []byte("key"), Columns: []Column{{Name: "PeOrgNr", Type: Orgnr}}}
	rows, _, err := readAll(t, "PeOrgNr\tx\t\n165560160680\ty\t\n198112189876\ty\t\n188112189876\ty\t\n", o)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, row := range rows {
		kinds = append(kinds, row[2])
	}
	if diff := cmp.Diff([]string{"organisation", "person", "person"}, kinds); diff != "" || rows[0][1] != "se:5560160680" {
		t.Errorf("%s%v", diff, rows)
	}
}
