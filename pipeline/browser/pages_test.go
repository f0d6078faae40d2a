package browser

import (
	"context"
	"os"
	"testing"

	"github.com/chromedp/chromedp"
)

// The widths of windows in which each page is looked at. The narrow one is also
// what a window of 1280 pixels has at 400 per cent.
const (
	wide   = 1200
	narrow = 320
)

// A view is what testdata/facts.js tells of a page.
type view struct {
	Width            int
	IDs, Links, Wide []string
}

func script(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// open shows a page in a window of a width.
func open(t *testing.T, ctx context.Context, address string, width int64) {
	t.Helper()
	do(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(address))
}

// TestEveryPageFromFiles opens each page as a reader does who has copied the
// folder.
func TestEveryPageFromFiles(t *testing.T) {
	a, p, ctx := newAxe(t), publishedExample(t), browse(t)
	heard, facts, views := listen(t, ctx), script(t, "facts.js"), map[string]view{}
	for _, name := range p.pages(t) {
		open(t, ctx, address(p.dir, name), wide)
		views[name] = told[view](t, ctx, facts)
		a.holds(t, ctx, name)
		heard.quiet(t, name, address(p.dir, ""))
	}
	linksLead(t, p, views)
}
