package pipeline_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestEnglishPagesSayInWhichLanguageATextIs: terms of use are in the page's
// language where the source has both, and what there is in Swedish alone is
// marked, so that a screen reader reads it right.
func TestEnglishPagesSayInWhichLanguageATextIs(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	for name, want := range map[string]string{
		"en.html":         "Terms: Public record, state the source.",
		"sources.en.html": "<dd>Official statistics of Sweden, state the source</dd>",
		"sources.html":    "<dd>Offentlig handling, ange källan</dd>",
		"figures.en.html": `<span lang="sv">Friskolornas riksförbund (uppgifter från Skolverket)</span>`,
		"quality.en.html": `<span lang="sv">Friskolornas riksförbund (uppgifter från Skolverket)</span>`,
	} {
		if page := read(t, filepath.Join(dir, "editions/current", name)); !strings.Contains(page, want) {
			t.Errorf("%s does not have %s", name, want)
		}
	}
	for _, name := range []string{"figures.html", "quality.html", "sources.html", "index.html"} {
		if strings.Contains(read(t, filepath.Join(dir, "editions/current", name)), `<span lang="sv">`) {
			t.Errorf("%s is in Swedish and says of a text that it is", name)
		}
	}
}

// TestALicenceInSwedishAloneIsMarked on the pages in English.
func TestALicenceInSwedishAloneIsMarked(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	files["sources/prov.yaml"] = strings.Replace(files["sources/prov.yaml"], "licence: CC0 1.0", "licence: Fritt att använda", 1)
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	for name, want := range map[string]string{
		"en.html":         `Terms: <span lang="sv">Fritt att använda</span>`,
		"sources.en.html": `<dd lang="sv">Fritt att använda</dd>`,
		"index.html":      `Villkor: Fritt att använda`,
		"sources.html":    `<dd>Fritt att använda</dd>`,
	} {
		if page := read(t, filepath.Join(dir, "editions/current", name)); !strings.Contains(page, want) {
			t.Errorf("%s does not have %s", name, want)
		}
	}
}
