// Package browser opens the pages of an edition in Chromium, from files, as a
// reader does who has copied the folder. It has tests only.
package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestMain says how many tests had no browser: go test says nothing of skipped
// ones.
func TestMain(m *testing.M) {
	code := m.Run()
	if n := skipped.Load(); n > 0 {
		fmt.Printf("%d tests of pages in a browser were skipped: neither chromium nor google-chrome is in PATH\n", n)
	}
	os.Exit(code)
}

// skipped counts the tests that found no browser.
var skipped atomic.Int64

// executable finds the browser. Where the tests decide (CI is set) there must be
// one.
func executable(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "google-chrome", "chromium-browser"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("neither chromium nor google-chrome is in PATH; install one, on Debian with: apt-get install chromium")
	}
	skipped.Add(1)
	t.Skip("neither chromium nor google-chrome is in PATH")
	return ""
}

// browse starts a browser with one empty page, for as long as the test runs.
func browse(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(executable(t)), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true), chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, end := chromedp.NewContext(ctx)
	t.Cleanup(func() { end(); stop(); cancel() })
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
