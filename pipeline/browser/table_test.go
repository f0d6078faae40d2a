package browser

import "testing"

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
