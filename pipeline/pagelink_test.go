package pipeline_test

import (
	"html"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPagesLeadToPartsOfEachOther: a link to a part of a page finds it there,
// and one to Explore asks for a cell that the edition has.
func TestPagesLeadToPartsOfEachOther(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	share := read(t, filepath.Join(current, "tables/share.csv"))
	seen := map[string]bool{}
	for _, page := range []string{"index.html", "en.html", "press.html", "definitions.en.html", "figures.html", "quality.html"} {
		for _, link := range regexp.MustCompile(`href="([a-z-]*(?:\.en)?(?:\.html)?)#([^"]+)"`).FindAllStringSubmatch(read(t, filepath.Join(current, page)), -1) {
			to, part := link[1], html.UnescapeString(link[2])
			if to == "" {
				to = page
			}
			seen[to] = true
			switch {
			case strings.HasPrefix(to, "lookup"): // its script finds organisations
			case strings.HasPrefix(to, "explore"):
				checkChosen(t, part, share)
			case !strings.Contains(read(t, filepath.Join(current, to)), `id="`+part+`"`):
				t.Errorf("%s leads to %s, which has no part %s", page, to, part)
			}
		}
	}
	for _, to := range []string{"index.html", "definitions.html", "definitions.en.html", "explore.html", "explore.en.html"} {
		if !seen[to] {
			t.Errorf("nothing leads to a part of %s", to)
		}
	}
}

// checkChosen looks for what an address asks of Explore among published shares.
func checkChosen(t *testing.T, address, share string) {
	t.Helper()
	asked, err := url.ParseQuery(address)
	if err != nil {
		t.Fatal(err)
	}
	cell := asked.Get("definition") + "," + asked.Get("measure") + ","
	place := "," + asked.Get("place") + "," + asked.Get("area") + "," + asked.Get("agreement") + ","
	for line := range strings.Lines(share) {
		if strings.HasPrefix(line, cell) && strings.Contains(line, place) {
			return
		}
	}
	t.Errorf("no published share is at %s", address)
}
