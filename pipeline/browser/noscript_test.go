package browser

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// without opens a page with scripts turned off.
func without(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	open(t, ctx, address, wide())
}

// shownOf counts what a selector finds and a reader sees.
func shownOf(t *testing.T, ctx context.Context, selector string) int {
	t.Helper()
	return told[int](t, ctx, `[...document.querySelectorAll(`+written16(selector)+`)].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 0).length`)
}

// TestWithoutScriptsNothingThatMattersIsMissing reads the pages as a browser
// does that runs no scripts.
func TestWithoutScriptsNothingThatMattersIsMissing(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, tt := range []struct {
		page, selector string
		least          int
	}{
		{"index.html", "article .sentence", 4}, {"index.html", "article img", 4}, {"index.html", "article table", 4},
		{"en.html", "article .sentence", 4}, {"en.html", "article img", 4}, {"en.html", "article table", 4},
		{"lookup.html", "noscript p", 1}, {"lookup.html", "ul.lists a", 1}, {"lookup.en.html", "ul.lists a", 1}, {"lookup/list1.html", "ul.listed li", 100},
		{"explore.html", "#explore-static table", 4}, {"explore.en.html", "#explore-static table", 4},
		{"explore.html", "#explore-static td", 40},
	} {
		without(t, ctx, address(p.edition(), tt.page))
		if n := shownOf(t, ctx, tt.selector); n < tt.least {
			t.Errorf("%s shows %d of %q, fewer than %d", tt.page, n, tt.selector, tt.least)
		}
	}
	without(t, ctx, address(p.edition(), "explore.html"))
	if text := told[string](t, ctx, `document.body.innerText`); strings.Contains(text, "Välj vad") {
		t.Error("choices that cannot be made are spoken of")
	}
	without(t, ctx, address(p.edition(), "lookup.html"))
	if n := shownOf(t, ctx, "#search"); n > 0 {
		t.Error("a search that cannot answer is shown")
	}
}
