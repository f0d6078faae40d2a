package browser

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A visit is what the focus has come to.
type visit struct {
	Place  int // in the order of the page, -1 for what was not expected
	IsSeen bool
	Tag    string
}

// tabbed are the visits of one walk through a page by the Tab key.
func tabbed(t *testing.T, ctx context.Context) (visits []visit, expected int) {
	t.Helper()
	expected = told[int](t, ctx, script(t, "tab.js"))
	do(t, ctx, chromedp.KeyEvent(strings.Repeat("\t", expected)))
	return told[[]visit](t, ctx, "window.visited"), expected
}

// TestAKeyboardReachesEverything walks through each kind of page.
func TestAKeyboardReachesEverything(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, page := range []string{"index.html", "explore.html", "lookup.html", "press.html", "data.en.html", "quality.en.html", "../index.html"} {
		open(t, ctx, address(p.edition(), page), wide())
		settled(t, ctx)
		visits, expected := tabbed(t, ctx)
		if len(visits) != expected || expected < 3 {
			t.Errorf("%s: Tab comes to %d of %d links and controls", page, len(visits), expected)
		}
		for i, v := range visits {
			if v.Place != i || !v.IsSeen {
				t.Errorf("%s: Tab comes to place %d after %d steps, seen: %t: %s", page, v.Place, i+1, v.IsSeen, v.Tag)
				break
			}
		}
	}
}

// settled waits until a page shows what its address asks for, where a script
// does that.
func settled(t *testing.T, ctx context.Context) {
	t.Helper()
	told[bool](t, ctx, `(async () => {
		const root = document.getElementById("explore"), found = document.getElementById("organisation");
		const part = (hash) => [...new URLSearchParams((hash ?? "").slice(1))];
		const explored = () => root.dataset.shown && part(location.hash).every(([key, value]) => part(root.dataset.shown).some(([k, v]) => k === key && v === value));
		const isShown = () => (!root || explored()) && (!found || location.hash === "" || !found.hidden);
		for (let i = 0; !isShown(); i++) {
			if (i > 4000) throw new Error(location.href + " does not show what its address asks for");
			await new Promise((next) => setTimeout(next, 5));
		}
		return true;
	})()`)
}

// TestTheFirstStepLeadsToTheContent uses the link that is shown only when the
// focus comes to it.
func TestTheFirstStepLeadsToTheContent(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, page := range []string{"index.html", "definitions.en.html"} {
		open(t, ctx, address(p.edition(), page), wide())
		if isShown := told[bool](t, ctx, `document.querySelector(".skip").getBoundingClientRect().right > 0`); isShown {
			t.Errorf("%s shows the link to its content before anybody asks", page)
		}
		do(t, ctx, chromedp.KeyEvent("\t"))
		if isShown := told[bool](t, ctx, `(() => { const box = document.activeElement.getBoundingClientRect(); return document.activeElement.matches(".skip") && box.left >= 0 && box.top >= 0 && box.width > 50; })()`); !isShown {
			t.Errorf("%s: the first step does not show the link to the content", page)
		}
		do(t, ctx, chromedp.KeyEvent("\r\t"))
		if isThere := told[bool](t, ctx, `location.hash === "#main" && document.activeElement.closest("main") !== null`); !isThere {
			t.Errorf("%s: the link does not lead to the content", page)
		}
	}
}
