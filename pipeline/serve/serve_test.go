package serve_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/serve"
)

const (
	page   = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-abc&#39;"><title>Sida</title></head><body></body></html>`
	policy = `default-src 'none'; style-src 'sha256-abc'; frame-ancestors 'none'`
)

// published makes a folder of one edition, and gives the edition's id.
func published(t *testing.T, dir, date string) string {
	t.Helper()
	c, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"index.html": page, "lookup/aa.html": page, "tables/share.csv": strings.Repeat("andel,0.033\n", 1000), "chart/a.svg": "<svg/>",
	} {
		err := c.Write(name, func(w io.Writer) error { _, err := io.WriteString(w, content); return err })
		if err != nil {
			t.Fatal(err)
		}
	}
	id, err := c.Seal(edition.Manifest{Date: date})
	if err != nil {
		t.Fatal(err)
	}
	if err := edition.Publish(dir, edition.Event{Action: edition.ActionPublished, Date: date, Edition: id, Current: id}); err != nil {
		t.Fatal(err)
	}
	return id
}

// asked sends one request and gives the answer with its body.
func asked(t *testing.T, h http.Handler, method, target string, header ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(method, "http://localhost/", nil)
	r.URL.Path, r.RequestURI = target, target
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result(), w.Body.String()
}

func handler(t *testing.T, dir string) http.Handler {
	t.Helper()
	h, root, err := serve.Handler(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return h
}

func TestPagesOfCurrentLeadToTheEditionsOwnAddress(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	for target, want := range map[string]string{
		"/": "current/", "/current": "current/", "/current/": "../" + id + "/", "/" + id: id + "/",
		"/current/lookup/aa.html": "../../" + id + "/lookup/aa.html",
	} {
		answer, _ := asked(t, h, "GET", target)
		if answer.StatusCode != http.StatusFound || answer.Header.Get("Location") != want {
			t.Errorf("%s: %d to %q, want %q", target, answer.StatusCode, answer.Header.Get("Location"), want)
		}
	}
	answer, body := asked(t, h, "GET", "/current/tables/share.csv")
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(body, "andel") || answer.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("the table at its lasting address: %d %v", answer.StatusCode, answer.Header)
	}
}

func TestAPageBringsItsOwnPolicy(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	answer, body := asked(t, handler(t, dir), "GET", "/"+id+"/")
	if body != page || answer.Header.Get("Content-Security-Policy") != policy {
		t.Errorf("policy %q, want %q", answer.Header.Get("Content-Security-Policy"), policy)
	}
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cache-Control": "no-cache",
	} {
		if got := answer.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	answer, _ = asked(t, handler(t, dir), "GET", "/"+id+"/chart/a.svg")
	if got := answer.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("a file of an edition is kept %q", got)
	}
}

// TestEveryAnswerSaysWhatABrowserMayDoWithIt holds the headers that keep a page from
// being joined to those of others, and from what it has no use for.
func TestEveryAnswerSaysWhatABrowserMayDoWithIt(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	for _, target := range []string{"/" + id + "/", "/" + id + "/tables/share.csv", "/", "/nothing", "//x", "/favicon.ico"} {
		answer, _ := asked(t, h, "GET", target)
		for name, want := range map[string]string{
			"Cross-Origin-Opener-Policy": "same-origin", "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
			"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s: %q, want %q", target, name, got, want)
			}
		}
	}
}

// TestTheHeadOfAnAnswerIsTheSame holds that one may ask what there is without
// fetching it.
func TestTheHeadOfAnAnswerIsTheSame(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	for _, target := range []string{"/" + id + "/", "/" + id + "/tables/share.csv", "/current/tables/share.csv", "/", "/nothing"} {
		whole, text := asked(t, h, "GET", target)
		head, body := asked(t, h, "HEAD", target)
		if head.StatusCode != whole.StatusCode || body != "" && head.StatusCode == http.StatusOK {
			t.Errorf("%s: %d with %d bytes, %d when it is fetched", target, head.StatusCode, len(body), whole.StatusCode)
		}
		for _, name := range []string{"Content-Type", "Content-Length", "Etag", "Cache-Control", "Content-Security-Policy", "Location"} {
			if head.Header.Get(name) != whole.Header.Get(name) {
				t.Errorf("%s: %s is %q, and %q when it is fetched", target, name, head.Header.Get(name), whole.Header.Get(name))
			}
		}
		if size := whole.Header.Get("Content-Length"); whole.StatusCode == http.StatusOK && size != fmt.Sprint(len(text)) {
			t.Errorf("%s: %s bytes are announced, %d come", target, size, len(text))
		}
	}
}

func TestNothingButFilesOfEditionsIsShown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "editions")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	id := published(t, dir, "2026-11-22")
	for _, name := range []string{"../secret.txt", id + "/secret.txt", "secret.txt", "2026-11-22-0123abcd.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("secret"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../../secret.txt", filepath.Join(dir, id, "link.csv")); err != nil {
		t.Fatal(err)
	}
	h := handler(t, dir)
	for target, want := range map[string]int{
		"/secret.txt": 404, "/" + id + "/secret.txt": 404, "/../secret.txt": 404, "/" + id + "/../../secret.txt": 404, "/" + id + "/..%2f..%2fsecret.txt": 404,
		"/" + id + "/link.csv": 404, "/" + id + "/tables": 404, "/" + id + "/tables/": 404, "/.candidate/": 404, "/.candidate/" + id + "/index.html": 404,
		"/" + id + "/tables/share.csv/": 404, "/" + id + "//tables/share.csv": 404, "/" + id + "/tables/share.csv\x00": 404, "/current/..": 404, "/2026-01-01-00000000/": 404,
		"/" + id + "\\..\\secret.txt": 404, "/" + strings.Repeat("a/", 5000): 404,
		"//": 404, "//secret.txt": 404, "//x/y": 404, "///": 404, "//" + id + "/": 404, "//current/": 404, "//example.org/%2f..": 404, "/current//": 404, "/current//x": 404,
		"": 302, "/": 302, "/current": 302, "/current/": 302, "/" + id: 302, "/" + id + "/": 200, "/" + id + "/index.html": 200, "/" + id + "/tables/share.csv": 200,
	} {
		answer, body := asked(t, h, "GET", target)
		if answer.StatusCode != want || strings.Contains(body, "secret") {
			t.Errorf("%.60q: %d, want %d: %.60q", target, answer.StatusCode, want, body)
		}
		if answer.StatusCode == http.StatusNotFound && answer.Header.Get("Cache-Control") != "" {
			t.Errorf("%.60q: what is not there is kept: %v", target, answer.Header)
		}
	}
}

func TestAFileKnownIsNotSentAgain(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	manifest, err := edition.ReadManifest(dir, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, encoding := range []string{"identity", "gzip"} {
		answer, _ := asked(t, h, "GET", "/"+id+"/tables/share.csv", "Accept-Encoding", encoding)
		tag := answer.Header.Get("Etag")
		if !strings.Contains(tag, manifest.Files[len(manifest.Files)-1].SHA256) {
			t.Errorf("%s: the tag %q is not the checksum", encoding, tag)
		}
		answer, body := asked(t, h, "GET", "/"+id+"/tables/share.csv", "Accept-Encoding", encoding, "If-None-Match", tag)
		if answer.StatusCode != http.StatusNotModified || body != "" {
			t.Errorf("%s: %d, %d bytes", encoding, answer.StatusCode, len(body))
		}
	}
}

func TestTextIsCompressedAndPartsOfFilesAreSent(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	answer, body := asked(t, h, "GET", "/"+id+"/tables/share.csv", "Accept-Encoding", "gzip")
	unpacked, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(answer.Header, err)
	}
	if text, _ := io.ReadAll(unpacked); len(text) != 12000 || len(body) > 1000 {
		t.Errorf("%d bytes in %d", len(text), len(body))
	}
	answer, body = asked(t, h, "GET", "/"+id+"/tables/share.csv", "Range", "bytes=6-10")
	if answer.StatusCode != http.StatusPartialContent || body != "0.033" {
		t.Errorf("part: %d %q", answer.StatusCode, body)
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	dir := t.TempDir()
	published(t, dir, "2026-11-22")
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		if answer, _ := asked(t, handler(t, dir), method, "/current/index.html"); answer.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, answer.StatusCode)
		}
	}
}

func TestBesideTheEditionsTheirListIsShown(t *testing.T) {
	dir := t.TempDir()
	published(t, dir, "2026-11-22")
	if err := edition.PutPage(dir, "index.html", []byte(page)); err != nil {
		t.Fatal(err)
	}
	h := handler(t, dir)
	for _, name := range []string{"/index.html", "/history.json"} {
		if answer, body := asked(t, h, "GET", name); answer.StatusCode != http.StatusOK || body == "" || answer.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: %d %v", name, answer.StatusCode, answer.Header)
		}
	}
}

// TestAnIconIsNotMissed holds that a browser, which asks for an icon on its own,
// has nothing to complain of.
func TestAnIconIsNotMissed(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	if answer, body := asked(t, h, "GET", "/favicon.ico"); answer.StatusCode != http.StatusNoContent || body != "" {
		t.Errorf("%d %q", answer.StatusCode, body)
	}
	if answer, _ := asked(t, h, "GET", "/"+id+"/favicon.ico"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("an icon that an edition does not have: %d", answer.StatusCode)
	}
}

// TestStrangeAddressesAreAnswered holds that whatever is asked, the answer is one
// that says no, names nothing of the machine, and lets nothing be run.
func TestStrangeAddressesAreAnswered(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	h := handler(t, dir)
	for target, want := range map[string]int{
		"/<script>alert(1)</script>": 404, "/" + id + "/<img src=x onerror=alert(1)>.html": 404, "/current/\u202e.html": 302, "/%00": 404, "/" + id + "/index.html/": 404,
		"/" + id + "/INDEX.HTML": 404, "/" + id + "/.": 404, "/" + id + "/..": 404, "/" + id + "/index.html%00.csv": 404, "/current/current/": 404, "/history.json/": 404, "/" + id + "/\xff\xfe": 404,
		"/~root": 404, "/" + id + "/tables/share.csv;a=b": 404, "/" + id + "/con": 404, "/\r\nSet-Cookie: a=b": 404, "/" + strings.Repeat("å", 3000): 404, "/" + id + "/" + strings.Repeat("../", 40) + "etc/passwd": 404,
		"//example.org/index.html": 404, "/current//example.org/a.html": 302,
	} {
		answer, body := asked(t, h, "GET", target)
		if answer.StatusCode != want || strings.Contains(body, "<") || strings.Contains(body, dir) || answer.Header.Get("Set-Cookie") != "" {
			t.Errorf("%.60q: %d, want %d: %.80q", target, answer.StatusCode, want, body)
		}
		if to := answer.Header.Get("Location"); strings.HasPrefix(to, "/") || strings.Contains(to, ":") && !strings.HasPrefix(to, "../") {
			t.Errorf("%.60q leads to %q", target, to)
		}
		if policy := answer.Header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%.60q comes with the policy %q", target, policy)
		}
	}
}

// TestAnEditionThatIsNotKeptExplainsItself holds that the page put in place of
// an edition is sent with its own tag, not with that of the page before.
func TestAnEditionThatIsNotKeptExplainsItself(t *testing.T) {
	dir := t.TempDir()
	id := published(t, dir, "2026-11-22")
	published(t, dir, "2026-11-23")
	h := handler(t, dir)
	before, _ := asked(t, h, "GET", "/"+id+"/index.html")
	removed := strings.Replace(page, "Sida", "Sparas inte", 1)
	if err := edition.Remove(dir, id, edition.Removal{Date: "2026-11-24"}, map[string][]byte{"index.html": []byte(removed)}); err != nil {
		t.Fatal(err)
	}
	after, body := asked(t, h, "GET", "/"+id+"/index.html")
	if body != removed || after.Header.Get("Etag") == before.Header.Get("Etag") {
		t.Errorf("tag %q, body %q", after.Header.Get("Etag"), body)
	}
	if answer, _ := asked(t, h, "GET", "/"+id+"/chart/a.svg"); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a chart that is gone: %d", answer.StatusCode)
	}
	if answer, _ := asked(t, h, "GET", "/"+id+"/tables/share.csv"); answer.StatusCode != http.StatusOK {
		t.Errorf("the shares that are kept: %d", answer.StatusCode)
	}
}
