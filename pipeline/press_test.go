package pipeline_test

import (
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPagesShowTheirCharts: what pages ask for is there, in both languages, and
// nothing is there that no page shows.
func TestPagesShowTheirCharts(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	asked := map[string]bool{}
	for _, page := range []string{"index.html", "en.html", "press.html", "press.en.html", "agreements.html", "agreements.en.html"} {
		for _, found := range regexp.MustCompile(`(?:src|srcset|href)="((?:chart|press)/[^"]+)"`).FindAllStringSubmatch(read(t, filepath.Join(current, page)), -1) {
			asked[found[1]] = true
			read(t, filepath.Join(current, found[1]))
		}
	}
	there := 0
	for _, folder := range []string{"chart", "press"} {
		entries, err := os.ReadDir(filepath.Join(current, folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			there++
			if !asked[folder+"/"+e.Name()] {
				t.Errorf("no page shows %s/%s", folder, e.Name())
			}
		}
	}
	if there < 10 {
		t.Errorf("only %d pictures", there)
	}
}

// TestNothingIsDrawnAsAWholeThatIsNone: of purchases there is no bar of all
// sectors, in pages or in pictures, though no card says so.
func TestNothingIsDrawnAsAWholeThatIsNone(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	if report.Cards[0].Stacked {
		t.Error("the card says that its sectors are parts of a whole")
	}
	for _, pattern := range []string{"chart/*-split*", "press/*-split*"} {
		if found, err := filepath.Glob(filepath.Join(current, pattern)); err != nil || len(found) > 0 {
			t.Errorf("%s: %q, %v", pattern, found, err)
		}
	}
	for page, words := range map[string]string{"index.html": "-split.sv", "press.html": "Hela stapeln", "press.en.html": "whole bar"} {
		if strings.Contains(read(t, filepath.Join(current, page)), words) {
			t.Errorf("%s says %q", page, words)
		}
	}
}

// TestAPictureNamesItsSourceAndItsEdition, as its card says.
func TestAPictureNamesItsSourceAndItsEdition(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	name := filepath.Join(dir, "editions/current/press", report.Cards[0].ID+"-sure.sv")
	svg := strings.Join(regexp.MustCompile(`<text[^>]*>([^<]*)</text>`).FindAllString(read(t, name+".svg"), -1), " ")
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(svg, "")
	for _, want := range []string{report.Cards[0].Sentence.SV, "utgåva 22 november 2026", "Källa: "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the picture: %s", want, text)
		}
	}
	file, err := os.Open(name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if size, err := png.DecodeConfig(file); err != nil || size.Width != 1200 {
		t.Errorf("%v wide, %v", size.Width, err)
	}
}

// TestALinkShowsAPictureOnlyWhereTheAddressIsKnown: those who show links want a
// whole address.
func TestALinkShowsAPictureOnlyWhereTheAddressIsKnown(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	page := func(name string) string { return read(t, filepath.Join(dir, "editions/current", name)) }
	if text := page("index.html"); strings.Contains(text, "og:image") || strings.Contains(text, "og:url") ||
		!strings.Contains(text, `<meta property="og:description" content="`+report.Cards[0].Sentence.SV+`">`) {
		t.Error("without an address the page has a picture for links, or no sentence")
	}
	config := filepath.Join(dir, "tresektor.yaml")
	write(t, config, read(t, config)+"\nbase_url: https://example.org/s/\n")
	refreshed(t, options(dir))
	for name, want := range map[string]string{
		"index.html":      `<meta property="og:image" content="https://example.org/s/press/preview.sv.png">`,
		"en.html":         `<meta property="og:url" content="https://example.org/s/en.html">`,
		"press.en.html":   `<meta property="og:image" content="https://example.org/s/press/preview.en.png">`,
		"quality.html":    `<meta name="twitter:card" content="summary_large_image">`,
		"quality.en.html": `<meta property="og:locale" content="en_GB">`,
	} {
		if !strings.Contains(page(name), want) {
			t.Errorf("%s does not have %s", name, want)
		}
	}
}
