package browser

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestTablesOfAPhoneHaveNothingAtTheSide: on the narrowest page every column of
// every table can be read where it stands, without anything that scrolls
// sideways, and the rows of a wide table say what each cell is.
func TestTablesOfAPhoneHaveNothingAtTheSide(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	cards := 0
	for _, name := range p.pages(t) {
		open(t, ctx, address(p.dir, name), narrow())
		settled(t, ctx)
		for _, wide := range told[[]string](t, ctx, script(t, "sideways.js")) {
			t.Errorf("%s: %s", name, wide)
		}
		cards += told[int](t, ctx, `document.querySelectorAll(".cards td").length`)
		if n := told[int](t, ctx, `[...document.querySelectorAll(".cards td:not(:empty)")].filter((e) => getComputedStyle(e, "::before").content.length < 5).length`); n > 0 {
			t.Errorf("%s: %d cells of cards do not say what they are", name, n)
		}
	}
	if cards < 200 {
		t.Errorf("only %d cells in cards", cards)
	}
}

// TestAWordLongerThanAPhoneIsBroken opens every page of an edition in which all
// that people write is one word that no narrow page has room for.
func TestAWordLongerThanAPhoneIsBroken(t *testing.T) {
	p, err := publish(t.Context(), spaceOf(t, strings.Repeat("Upphandlingsuppföljning", 5)))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	for _, name := range p.pages(t) {
		open(t, ctx, address(p.dir, name), narrow())
		settled(t, ctx)
		told[view](t, ctx, script(t, "facts.js")).fits(t, name, narrow())
		for _, wide := range told[[]string](t, ctx, script(t, "sideways.js")) {
			t.Errorf("%s: %s", name, wide)
		}
	}
}

// TestAmountsOfACountryFitOnAPhone: a table of kronor with öre, as many as those of
// all kommuner together, is never beyond the edge of the window.
func TestAmountsOfACountryFitOnAPhone(t *testing.T) {
	dir := spaceOf(t, "Köpta tjänster")
	put(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), "datum;kommun;orgnr;namn;form;belopp\n"+
		"2024-01-15;0180;802002-0718;Föreningen;61;11234567890,12\n2024-01-16;0180;556016-0680;Bolaget AB;49;987654321098,76\n")
	p, err := publish(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	for _, name := range p.pages(t) {
		open(t, ctx, address(p.dir, name), narrow())
		settled(t, ctx)
		told[view](t, ctx, script(t, "facts.js")).fits(t, name, narrow())
	}
}
