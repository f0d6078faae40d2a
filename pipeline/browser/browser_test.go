// Package browser opens the pages of an edition in Chromium, from files, as a
// reader does who has copied the folder, and from a server. It has tests only.
package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"

	"tresektor/pipeline/format/parquet"
)

// TestMain says how many tests lacked something that is not part of the
// project: go test says nothing of skipped ones.
func TestMain(m *testing.M) {
	parquet.ShareEncoder()
	code := m.Run()
	if b, err := shared(); err == nil && b.stop != nil {
		b.stop()
	}
	os.RemoveAll(ownFolder())
	if n := skipped.Load(); n > 0 {
		fmt.Printf("%d tests of pages in a browser were skipped; go test -v ./pipeline/browser says what they lack\n", n)
	}
	os.Exit(code)
}

// ownFolder is where this run of the tests keeps what all of them read.
func ownFolder() string {
	return filepath.Join(os.TempDir(), fmt.Sprintf("tresektor-browser-%d", os.Getpid()))
}

// skipped counts the tests that were not done.
var skipped atomic.Int64

// lacks skips a test that lacks something, or fails it where the tests decide
// (CI is set).
func lacks(t *testing.T, what, how string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s; %s", what, how)
	}
	skipped.Add(1)
	t.Skipf("%s; %s", what, how)
}

// A chromium is one browser, in which each test opens its own tab. It has no
// context where none is installed.
type chromium struct {
	ctx  context.Context
	stop func()
}

// executable is the path of the browser, or "".
func executable() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// shared starts the browser of all tests when the first one asks for it.
var shared = sync.OnceValues(func() (chromium, error) {
	path := executable()
	if path == "" {
		return chromium{}, nil
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.UserDataDir(filepath.Join(ownFolder(), "profile")))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(ctx)
	return chromium{ctx, func() { end(); stop() }}, chromedp.Do(ctx)
})

// browse opens an empty page in a tab of its own, for as long as the test runs.
func browse(t *testing.T) context.Context {
	t.Helper()
	b, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	if b.ctx == nil {
		lacks(t, "neither chromium nor google-chrome is in PATH", "install one, on Debian with: apt-get install chromium")
	}
	ctx, end := chromedp.NewContext(b.ctx)
	t.Cleanup(end)
	do(t, ctx, chromedp.Navigate("about:blank"))
	return ctx
}

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// told is what an expression, or the promise that it gives, says in the page.
func told[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// address is a file's as a browser writes it.
func address(folder, name string) string {
	return "file://" + filepath.ToSlash(filepath.Join(folder, name))
}
