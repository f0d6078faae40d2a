package site

import (
	"reflect"
	"strings"
	"testing"
)

func TestNoWordsAreMissingInEitherLanguage(t *testing.T) {
	for _, w := range []words{swedish, english} {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if v.Field(i).String() == "" {
				t.Errorf("%s is empty", v.Type().Field(i).Name)
			}
		}
	}
}

func TestSpansOfNumbersAreKeptWhole(t *testing.T) {
	var kept, all string
	for _, p := range pieces("årskurs 1–9, läsåren 2018–2019 – och 1 227 kronor framåt") {
		all += p.Text
		if p.IsKept {
			kept += p.Text + ";"
		}
	}
	if kept != "1–9;2018–2019;1 227;" || all != "årskurs 1–9, läsåren 2018–2019 – och 1 227 kronor framåt" {
		t.Errorf("kept %q of %q", kept, all)
	}
}

// What is shown on the narrowest page that shows the wide picture is still read:
// its text of 14 pixels is 11 or more there.
func TestTheNarrowPictureIsShownWhereTheWideOneCannotBeRead(t *testing.T) {
	for width, want := range map[int]string{460: "27", 960: "53"} {
		p := Picture{Width: width}
		if got := p.Until(); got != want {
			t.Errorf("%d pixels wide: narrow until %s rem, want %s", width, got, want)
		}
	}
	if !strings.Contains(style, "@media screen and (max-width: "+Picture{Width: 960}.Until()+"rem) { img.large") {
		t.Error("the style does not narrow large pictures where the page does")
	}
}
