package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var screenshots = flag.String("screenshots", "", "folder to leave a picture of each page in, for people to look at")

// screenshot leaves a picture of the page that ctx shows, as a computer and as a
// phone show it, where pictures are asked for.
func screenshot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if *screenshots == "" {
		return
	}
	if err := os.MkdirAll(*screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, width := range []int64{1200, 400} {
		do(t, ctx, chromedp.EmulateViewport(width, 900))
		picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
		if err != nil {
			t.Fatal(err)
		}
		file := fmt.Sprintf("%s-%d.png", strings.ReplaceAll(strings.TrimSuffix(name[strings.Index(name, "/")+1:], ".html"), "/", "-"), width)
		if !strings.Contains(name, "/") {
			file = "editions-" + file
		}
		if err := os.WriteFile(filepath.Join(*screenshots, file), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
