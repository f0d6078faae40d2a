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
		sheets := sheetsOf(t, pdf)
		for _, c := range cards {
			isOnPaper(t, sheets, c.Sentence)
		}
		areKeptTogether(t, page, sheets)
	}
}

// areKeptTogether holds that what belongs together is on one sheet: a heading, its
// bar and its table, and the two marks with what explains them.
func areKeptTogether(t *testing.T, page string, sheets []string) {
	t.Helper()
	for n, sheet := range sheets {
		for from, to := range map[string]string{
			"Så fördelar det sig": "Summa ", "How it is split": "Total ",
			"Hur säkert är det?": "Vilar på antaganden", "How sure is it?": "Rests on presumption",
			"Siffrorna på den här sidan": "3,3 procent", "The figures on this page": "3.3 per cent",
		} {
			if begun, ended := strings.Count(sheet, from), strings.Count(sheet, to); begun > ended {
				t.Errorf("%s, sheet %d: %d %q and %d %q", page, n+1, begun, from, ended, to)
			}
		}
	}
}

// isOnPaper looks for a sentence on sheets.
func isOnPaper(t *testing.T, sheets []string, sentence string) {
	t.Helper()
	if sheets != nil && !strings.Contains(strings.Join(sheets, " "), sentence) {
		t.Errorf("%q is not on paper", sentence)
	}
}

// sheetsOf are the texts of a PDF, sheet by sheet, where there is a reader of them.
func sheetsOf(t *testing.T, pdf []byte) (sheets []string) {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return nil
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for sheet := range strings.SplitSeq(strings.TrimSuffix(string(text), "\f"), "\f") {
		sheets = append(sheets, strings.Join(strings.Fields(sheet), " "))
	}
	return sheets
}
