package orgnr

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseTellsKindsApart(t *testing.T) {
	for _, test := range []struct {
		text string
		want Number
	}{
		{"232100-0131", Number{Kind: Organisation, Digits: "2321000131"}},
		{"2120001355", Number{Kind: Organisation, Digits: "2120001355"}},
		{" 212000-2080 ", Number{Kind: Organisation, Digits: "2120002080"}},
		{"212000–1967", Number{Kind: Organisation, Digits: "2120001967"}},
		{"556016\u00a00680", Number{Kind: Organisation, Digits: "5560160680"}},
		{"165560160680", Number{Kind: Organisation, Digits: "5560160680"}},
		{"16556016-0680", Number{Kind: Organisation, Digits: "5560160680"}},
		{"SE556016068001", Number{Kind: Organisation, Digits: "5560160680"}},
		{"se 556016-0680 01", Number{Kind: Organisation, Digits: "5560160680"}},
		{"SE5560160680", Number{Kind: Organisation, Digits: "5560160680"}},
		{"\ufeff5560160680", Number{Kind: Organisation, Digits: "5560160680"}},

		{"811218-9876", Number{Kind: Person, Digits: "8112189876", Personal: true}},
		{"811218+9876", Number{Kind: Person, Digits: "8112189876", Personal: true}},
		{"19811218-9876", Number{Kind: Person, Digits: "8112189876", Personal: true}},
		{"SE811218987601", Number{Kind: Person, Digits: "8112189876", Personal: true}},
		{"701063-2391", Number{Kind: Person, Digits: "7010632391", Personal: true}},
		{"198112189875", Number{Kind: Internal, Text: "198112189875", Personal: true}},
		{"811218-9875", Number{Kind: Internal, Text: "811218-9875", Personal: true}},
		{"Lev 811218-9876 Oslo", Number{Kind: Internal, Text: "Lev 811218-9876 Oslo", Personal: true}},
		{"168112189876", Number{Kind: Internal, Text: "168112189876", Personal: true}},

		{"000000-0000", Number{Kind: Masked, Mask: MaskPerson}},
		{"0000000000", Number{Kind: Masked, Mask: MaskPerson}},
		{"***", Number{Kind: Masked, Mask: MaskPerson}},
		{"811218-XXXX", Number{Kind: Masked, Mask: MaskPerson}},
		{"[innehåller personuppgifter]", Number{Kind: Masked, Mask: MaskPerson}},
		{"[Kan innehålla personuppgifter]", Number{Kind: Masked, Mask: MaskPerson}},
		{"SOLE_TRADERS", Number{Kind: Person, Mask: MaskNatural}},
		{"Anonymized sole traders", Number{Kind: Person, Mask: MaskNatural}},
		{"[Sekretess]", Number{Kind: Masked, Mask: MaskSecrecy}},
		{"Skyddad uppgift", Number{Kind: Masked, Mask: MaskSecrecy}},
		{"", Number{Kind: Missing, Mask: MaskNone}},
		{" \u00a0", Number{Kind: Missing, Mask: MaskNone}},
		{"-", Number{Kind: Missing, Mask: MaskNone}},
		{"0", Number{Kind: Missing, Mask: MaskNone}},

		{"DE123456789", Number{Kind: Foreign, Text: "DE123456789"}},
		{"fi 1234567-8", Number{Kind: Foreign, Text: "FI12345678"}},
		{"NL8515.16.065.B01", Number{Kind: Foreign, Text: "NL851516065B01"}},
		{"LV81121898765", Number{Kind: Foreign, Text: "LV81121898765", Personal: true}},

		{"10004007", Number{Kind: Internal, Text: "10004007"}},
		{"5560160681", Number{Kind: Internal, Text: "5560160681"}},
		{"0013000007", Number{Kind: Internal, Text: "0013000007"}},
		{"AB123456", Number{Kind: Internal, Text: "AB123456"}},
		{"DEBORAH", Number{Kind: Internal, Text: "DEBORAH"}},
		{"995560160680", Number{Kind: Internal, Text: "995560160680"}},
	} {
		t.Run(test.text, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Parse(test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNumberNeverPrintsAPersonalNumber(t *testing.T) {
	for _, text := range []string{"811218-9876", "19811218-9875", "SE811218987601"} {
		n := Parse(text)
		for _, printed := range []string{fmt.Sprint(n), fmt.Sprintf("%#v", n), fmt.Sprintf("%+v", n)} {
			if strings.Contains(printed, "8112") {
				t.Errorf("%q", printed)
			}
		}
	}
	if got := Parse("2321000131").String(); got != "232100-0131" {
		t.Errorf("String() = %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "232100-0131", "SE556016068001", "811218+9876", "[x", "***", "DE1", "0", "å\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := Parse(text)
		if n.Digits != "" && (len(n.Digits) != 10 || !luhn(n.Digits)) {
			t.Fatalf("Parse(%q).Digits = %q", text, n.Digits)
		}
		if n.Digits != "" && n.Kind == Organisation && n.Digits[2] < '2' {
			t.Fatalf("Parse(%q) is an organisation: %q", text, n.Digits)
		}
		if HoldsPersonal(n.Text) && !n.Personal {
			t.Fatalf("Parse(%q) shows %q", text, n.Text)
		}
		if n.Kind == "" || (n.Digits == "") == (n.Text == "" && n.Mask == "") {
			t.Fatalf("Parse(%q) = %#v", text, n)
		}
	})
}
