package link_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/link"
)

func TestNamesThatAreTheSame(t *testing.T) {
	places := swedishPlaces(t)
	tests := []struct {
		name string
		ways []string
	}{
		{"case and the legal form in full", []string{"ALFA REHABILITERING AKTIEBOLAG", "Alfa Rehabilitering AB", "Aktiebolaget Alfa Rehabilitering", "AB Alfa Rehabilitering"}},
		{"a public company", []string{"BEMANNIA AB (PUBL.)", "Bemannia AB (publ)", "Bemannia AB", "Bemannia A-B", "Bemannia A/B"}},
		{"special limits on dividends", []string{"Ågrenska AB (svb)", "ÅGRENSKA AKTIEBOLAG"}},
		{"a cooperative", []string{"Nytida Törngården Ekonomisk förening", "NYTIDA TÖRNGÅRDEN EK. FÖR.", "Nytida Törngården ek.för", "Nytida Törngården Ek. Förening"}},
		{"a cooperative with articles", []string{"JA's Hundgöra Ekonomiska föreningen", "Jas Hundgöra ekonomisk förening", "JA’s Hundgöra, ek. för."}},
		{"a cooperative without personal liability", []string{"Fogdaröd omsorg u.p.a. ek. för.", "FOGDARÖD OMSORG UTAN PERSONLIGT ANSVAR", "Fogdaröd Omsorg upa"}},
		{"a foundation before or after", []string{"GÖRANSGÅRDEN, STIFTELSEN", "Stiftelsen Göransgården", "Göransgården stiftelse"}},
		{"an association", []string{"HASSLÖV SKOLA IDEELL FÖRENING", "Ideella föreningen Hasslöv skola"}},
		{"partnerships", []string{"Domargård konsult Handelsbolag", "DOMARGÅRD KONSULT HB", "Handelsbolaget Domargård Konsult", "Domargård Konsult KB"}},
		{"and in a sign", []string{"Advokat & Vård AB", "Advokat och vård AB", "ADVOKAT&VÅRD AB"}},
		{"blanks, quotes and dots", []string{"\"Vårdhemmet  Eken\" AB.", "Vårdhemmet\u00a0Eken AB", " Vårdhemmet\tEken\u202fAB ", "”Vårdhemmet Eken”, AB"}},
		{"letters taken apart", []string{"Va\u030ardbo AB", "Vårdbo AB"}},
		{"letters that signs keep apart", []string{"S:T LUKAS I VÄSTERÅS", "S:t Lukas i Västerås", "St Lukas i Västerås"}},
		{"initials", []string{"M.H.E. KLINIKEN AKTIEBOLAG", "MHE kliniken AB", "M H E Kliniken AB"}},
		{"letters that blanks keep apart", []string{"V o B Syd AB", "VoB Syd AB"}},
		{"the country in English", []string{"Addicare Sweden AB", "Addicare Sverige AB", "Addicare i Sverige AB"}},
		{"a branch", []string{"Oy Doratone Ab, Finland Filial", "Oy Doratone Ab Finland"}},
		{"a hyphen", []string{"Nyhemsskolan-Varbergs Kristna Skola", "Nyhemsskolan - Varbergs Kristna Skola"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := link.Normalise(tt.ways[0], places).Key
			for _, way := range tt.ways {
				if got := link.Normalise(way, places).Key; got != want || got == "" {
					t.Errorf("%q has key %q, %q has %q", way, got, tt.ways[0], want)
				}
			}
		})
	}
}

func TestNamesThatAreNotTheSame(t *testing.T) {
	places := swedishPlaces(t)
	tests := []struct{ name, a, b string }{
		{"å is not a", "Vård AB", "Vard AB"},
		{"ö is not o", "Höken AB", "Hoken AB"},
		{"the country is part of a name", "Attendo Sverige AB", "Attendo AB"},
		{"so is a place", "Nytida Ungstöd i Stockholm AB", "Nytida Ungstöd AB"},
		{"another number", "Nytida Autismkonsult 503 AB", "Nytida Autismkonsult 504 AB"},
		{"initials before a name are not AB", "A B Svensson AB", "Svensson AB"},
		{"an association by another word", "Föreningen Hillel", "Hillel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if a, b := link.Normalise(tt.a, places).Key, link.Normalise(tt.b, places).Key; a == b {
				t.Errorf("both have key %q", a)
			}
		})
	}
}

func TestWhatANameSays(t *testing.T) {
	places := swedishPlaces(t)
	tests := []struct {
		name string
		want link.Name
	}{
		{"Nytida Ungstöd i Stockholm AB", link.Name{Key: "nytida ungstöd i stockholm", Fold: "nytida ungstod i stockholm", Base: "nytida ungstod", Place: "0180", Forms: []string{"49"}}},
		{"GHP Ortho Center Göteborg AB", link.Name{Key: "ghp ortho center göteborg", Fold: "ghp ortho center goteborg", Base: "ghp ortho center", Place: "1480", Forms: []string{"49"}}},
		{"Hälsobolaget i Upplands Väsby", link.Name{Key: "hälsobolaget i upplands väsby", Fold: "halsobolaget i upplands vasby", Base: "halsobolaget", Place: "0114"}},
		{"REVIA I ÖSTERGÖTLAND AB", link.Name{Key: "revia i östergötland", Fold: "revia i ostergotland", Base: "revia", Place: "05", Forms: []string{"49"}}},
		{"Familjevårdsstiftelsen", link.Name{Key: "familjevårdsstiftelsen", Fold: "familjevardsstiftelsen", Base: "familjevardsstiftelsen", Forms: []string{"72"}}},
		{"HIETANIEMI FRISKOLEFÖRENING", link.Name{Key: "hietaniemi friskoleförening", Fold: "hietaniemi friskoleforening", Base: "hietaniemi friskoleforening", Forms: []string{"51", "53", "54", "61", "62", "63", "88", "94"}}},
		{"NYNÄSHAMNS KOMMUN", link.Name{Key: "nynäshamns kommun", Fold: "nynashamns kommun", Base: "nynashamns kommun", Forms: []string{"82"}}},
		{"Foyn Health Enterprise AS", link.Name{Key: "foyn health enterprise", Fold: "foyn health enterprise", Base: "foyn health enterprise", Forms: []string{"96"}}},
		{"European Telemedicine Clinic S.L.", link.Name{Key: "european telemedicine clinic", Fold: "european telemedicine clinic", Base: "european telemedicine clinic", Forms: []string{"96"}}},
		{"Oy Doratore AB", link.Name{Key: "doratore", Fold: "doratore", Base: "doratore", Forms: []string{"96"}}},
		{"Stockholm AB", link.Name{Key: "stockholm", Fold: "stockholm", Base: "stockholm", Forms: []string{"49"}}},
		{"Jetflite", link.Name{Key: "jetflite", Fold: "jetflite", Base: "jetflite"}},
		{"Stiftelsen", link.Name{Forms: []string{"72"}}},
		{" - ", link.Name{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, link.Normalise(tt.name, places)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestANameThatHasLostItsMarksHasTheSameFold(t *testing.T) {
	places := swedishPlaces(t)
	marks := strings.NewReplacer("å", "a", "ä", "a", "ö", "o", "Å", "A", "Ä", "A", "Ö", "O", "é", "e")
	suppliers, _ := procured(t)
	for _, s := range suppliers {
		full, lost := link.Normalise(s.Name, places), link.Normalise(marks.Replace(s.Name), places)
		full.Key, lost.Key = "", ""
		if diff := cmp.Diff(full, lost); diff != "" {
			t.Errorf("%s: %s", s.Name, diff)
		}
	}
}

func TestCaseAndBlanksNeverMatter(t *testing.T) {
	places := swedishPlaces(t)
	suppliers, _ := procured(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(suppliers).Draw(t, "supplier").Name
		blank := rapid.SampledFrom([]string{"  ", "\u00a0", "\t", "\u2009 "}).Draw(t, "blank")
		other := blank + strings.ReplaceAll(strings.ToUpper(name), " ", blank) + blank
		if diff := cmp.Diff(link.Normalise(name, places), link.Normalise(other, places)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func FuzzNormalise(f *testing.F) {
	places := swedishPlaces(f)
	suppliers, _ := procured(f)
	for _, s := range suppliers[:200] {
		f.Add(s.Name)
	}
	f.Add("\xff A-B i i Stockholm \u0301")
	f.Fuzz(func(t *testing.T, name string) {
		n := link.Normalise(name, places)
		if !utf8.ValidString(n.Key) || strings.Join(strings.Fields(n.Key), " ") != n.Key {
			t.Errorf("the key %q has blanks or broken letters", n.Key)
		}
		if again := link.Normalise(name, places); !cmp.Equal(n, again) {
			t.Errorf("%v, then %v", n, again)
		}
		if (n.Key == "") != (n.Base == "") && n.Fold != "" {
			t.Errorf("a key without a base: %+v", n)
		}
	})
}
