package browser

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"tresektor/pipeline/serve"
)

// A window is how large a page is shown: its size in pixels of style sheets, and
// how many pixels of the screen each has. One of 1280 by 1024 at 400 per cent has
// the layout of the narrow one, which is cheaper to draw.
type window struct{ width, height, scale int64 }

func wide() window     { return window{1200, 900, 1} }
func narrow() window   { return window{320, 256, 1} }
func enlarged() window { return window{320, 256, 4} }

// A view is what testdata/facts.js tells of a page.
type view struct {
	Width                             int
	IDs, Links, Wide, Missing, Unread []string
}

func script(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// open shows a page in a window.
func open(t *testing.T, ctx context.Context, address string, w window) {
	t.Helper()
	do(t, ctx, chromedp.EmulateViewport(w.width, w.height, chromedp.EmulateScale(float64(w.scale))),
		chromedp.Navigate("about:blank"), chromedp.Navigate(address))
}

// visitEach opens each page from where prefix says, and holds it to everything
// that can be asked of any page.
func visitEach(t *testing.T, p publication, prefix string, w window) map[string]view {
	t.Helper()
	a, ctx := newAxe(t), browse(t)
	heard, facts, views := listen(t, ctx), script(t, "facts.js"), map[string]view{}
	for _, name := range slices.Concat(p.pages(t), p.states()) {
		open(t, ctx, prefix+name, w)
		settled(t, ctx)
		v := told[view](t, ctx, facts)
		v.fits(t, name, w)
		a.holds(t, ctx, name)
		heard.quiet(t, name, prefix)
		screenshot(t, ctx, name)
		views[name] = v
	}
	return views
}

// states are pages with something in their address that their script shows.
func (p publication) states() (list []string) {
	for _, language := range []string{"", ".en"} {
		list = append(list, p.id+"/lookup"+language+".html#5560246513", p.id+"/explore"+language+".html#view=areas")
	}
	return append(list, p.id+"/explore.html#view=definitions", p.id+"/explore.html#measure=platser_vuxenboende&view=places")
}

// fits holds that nothing on a page is missing, or has to be looked for beyond
// the edge of the window; tables may be wider in a part that scrolls by itself.
func (v view) fits(t *testing.T, name string, w window) {
	t.Helper()
	if v.Width > int(w.width) || len(v.Wide) > 0 {
		t.Errorf("%s is %d pixels wide in a window of %d: %q", name, v.Width, w.width, v.Wide)
	}
	if len(v.Missing)+len(v.Unread) > 0 {
		t.Errorf("%s at %d pixels: missing pictures %q, sentences that cannot be read %q", name, w.width, v.Missing, v.Unread)
	}
}

// TestEveryPageFromFiles opens each page as a reader does who has copied the
// folder.
func TestEveryPageFromFiles(t *testing.T) {
	p := publishedExample(t)
	views := visitEach(t, p, address(p.dir, "")+"/", wide())
	linksLead(t, p, views)
}

// served shows a publication on an address of this machine.
func served(t *testing.T, p publication) (url string) {
	t.Helper()
	handler, root, err := serve.Handler(p.dir)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(func() { server.Close(); root.Close() })
	return server.URL + "/"
}

// TestEveryPageFromAServer opens each page where it has its policy in a header
// too, in a narrow window.
func TestEveryPageFromAServer(t *testing.T) {
	p := publishedExample(t)
	url := served(t, p)
	visitEach(t, p, url, narrow())
	for _, name := range p.pages(t) {
		policied(t, url+name)
	}
}

// TestTheFrontPageCanBeEnlarged opens it at 400 per cent.
func TestTheFrontPageCanBeEnlarged(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, name := range []string{"index.html", "en.html", "explore.html"} {
		open(t, ctx, address(p.edition(), name), enlarged())
		settled(t, ctx)
		if scale := told[int](t, ctx, "devicePixelRatio"); scale != 4 {
			t.Errorf("%s is enlarged %d times", name, scale)
		}
		told[view](t, ctx, script(t, "facts.js")).fits(t, name, enlarged())
	}
}

// policied holds that a page comes with a policy that lets in its own style and
// nothing of others.
func policied(t *testing.T, url string) {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	policy := answer.Header.Get("Content-Security-Policy")
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("%s: %d with the policy %q", url, answer.StatusCode, policy)
	}
}
