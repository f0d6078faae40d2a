package browser

import (
	"strings"
	"testing"
)

// TestTheFrontPageStaysInItsColumns, on a phone too.
func TestTheFrontPageStaysInItsColumns(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, page := range []string{"index.html", "en.html"} {
		open(t, ctx, address(p.edition(), page), narrow())
		if wider := told[[]string](t, ctx, outgrown); len(wider) > 0 {
			t.Errorf("%s: these are wider than their room: %q", page, wider)
		}
	}
}

// TestALongWordStaysInItsColumn: what is counted may be one word of sixty letters.
func TestALongWordStaysInItsColumn(t *testing.T) {
	p, err := publish(t.Context(), spaceOf(t, strings.Repeat("sjukvård", 8)))
	if err != nil {
		t.Fatal(err)
	}
	ctx := browse(t)
	for _, w := range []window{wide(), narrow()} {
		open(t, ctx, address(p.edition(), "index.html"), w)
		if wider := told[[]string](t, ctx, outgrown); len(wider) > 0 {
			t.Errorf("in a window of %d pixels these are wider than their room: %q", w.width, wider)
		}
	}
}

// outgrown are the parts of a front page whose text does not fit.
const outgrown = `[...document.querySelectorAll(".facts > div, .columns > section, .numbers li, .numbers b, h1, h2, .sentence, .beside, .shows, .closing li, .byline, footer")]
	.filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline").map((e) => e.tagName + " " + e.className + " " + e.textContent.slice(0, 60))`
