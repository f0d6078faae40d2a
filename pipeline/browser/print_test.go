package browser

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// toldCards are the cards that a front page shows.
func toldCards(t *testing.T, ctx context.Context) []card {
	t.Helper()
	return told[[]card](t, ctx, script(t, "front.js"))
}

// printed tells what of a page is on paper.
const printed = `(() => {
	const isShown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height > 0;
	return {
		Shown: [...document.querySelectorAll("article .sentence, article img, article table")].filter(isShown).length,
		Of: document.querySelectorAll("article .sentence, article img, article table").length,
		Navigation: [...document.querySelectorAll("nav")].filter(isShown).length,
	};
})()`

// TestTheFrontPageCanBePrinted holds that sentences, charts and tables are on
// paper, and what only leads elsewhere is not.
func TestTheFrontPageCanBePrinted(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	for _, page := range []string{"index.html", "en.html"} {
		open(t, ctx, address(p.edition(), page), wide())
		cards := toldCards(t, ctx)
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
			t.Fatal(err)
		}
		type paper struct{ Shown, Of, Navigation int }
		if got := told[paper](t, ctx, printed); got.Of < 3*len(cards) || got.Shown != got.Of || got.Navigation > 0 {
			t.Errorf("%s: on paper are %d of %d sentences, charts and tables, and %d navigations", page, got.Shown, got.Of, got.Navigation)
		}
		pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 20_000 {
			t.Errorf("%s prints as %d bytes", page, len(pdf))
		}
		for _, c := range cards {
			isOnPaper(t, pdf, c.Sentence)
		}
	}
}

// isOnPaper looks for a sentence in a PDF, where there is a reader of its texts.
func isOnPaper(t *testing.T, pdf []byte, sentence string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(strings.Join(strings.Fields(string(text)), " "), sentence) {
		t.Errorf("%q is not on paper", sentence)
	}
}
