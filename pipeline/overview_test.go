package pipeline_test

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// rowOf is the line that the page of all editions has of one.
func rowOf(t *testing.T, page, id string) string {
	t.Helper()
	_, row, found := strings.Cut(page, `<tr id="`+id+`">`)
	row, _, _ = strings.Cut(row, "</tr>")
	if !found {
		t.Fatalf("the page has no row of %s", id)
	}
	return regexp.MustCompile(`\s+`).ReplaceAllString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(row, " "), " ")
}

func wantRow(t *testing.T, dir, name, id string, wants ...string) {
	t.Helper()
	row := rowOf(t, read(t, filepath.Join(dir, "editions", name)), id)
	for _, want := range wants {
		if !strings.Contains(row, want) {
			t.Errorf("%s does not say %q of %s: %s", name, want, id, row)
		}
	}
}

// An edition is corrected, the correction withdrawn, and the first no longer
// kept in full: the page beside the editions tells all of it, in both
// languages.
func TestThePageOfAllEditionsTellsWhatHappenedToEach(t *testing.T) {
	t.Parallel()
	l := correctedLine(t)
	a, b, c := l.ids[0], l.ids[1], l.ids[2]
	wantRow(t, l.dir, "index.html", a, " ersatt ", "22 november 2026 : publicerad", "23 november 2026 : ersatt av "+b+" : reviderade källdata", "24 november 2026 : rättad genom utgåva "+c+" : Kommunen hade glömt en faktura.")
	wantRow(t, l.dir, "index.html", b, " ersatt ", "24 november 2026 : ersatt av "+c+" : reviderade källdata")
	wantRow(t, l.dir, "index.html", c, " aktuell ", "24 november 2026 : rättar utgåva "+a+" : Kommunen")
	wantRow(t, l.dir, "en.html", a, " superseded ", "corrected by edition "+c+" : The municipality had forgotten an invoice.")

	o := options(l.dir)
	o.Date = o.Date.AddDate(0, 0, 3)
	if _, err := pipeline.Rollback(o, `Fel <script>alert("x")</script> & 1–9`); err != nil {
		t.Fatal(err)
	}
	wantRow(t, l.dir, "index.html", c, " återkallad ", "25 november 2026 : återkallad: Fel &lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; 1–9")
	wantRow(t, l.dir, "index.html", b, " aktuell ", "25 november 2026 : åter aktuell efter "+c)
	wantRow(t, l.dir, "en.html", c, " withdrawn ", "25 November 2026 : withdrawn: Fel &lt;script")

	config := filepath.Join(l.dir, "tresektor.yaml")
	write(t, config, read(t, config)+"keep: 2\n")
	write(t, filepath.Join(l.dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "160,00", "300,00"))
	o.Date = o.Date.AddDate(0, 0, 1)
	refreshed(t, o)
	wantRow(t, l.dir, "index.html", a, " ersatt; sparas inte längre i sin helhet ", "26 november 2026 : sparas sedan dess inte i sin helhet")
	checkLinks(t, filepath.Join(l.dir, "editions"), "index.html")
	checkLinks(t, filepath.Join(l.dir, "editions"), "en.html")
	for _, page := range []string{"current/index.html", b + "/index.html", a + "/index.html"} {
		checkEditionsLink(t, filepath.Join(l.dir, "editions"), page)
	}
}

// links are the local addresses that a page leads to.
func links(text string) (to []string) {
	for _, found := range regexp.MustCompile(`href="([^"#:]+)"`).FindAllStringSubmatch(text, -1) {
		to = append(to, found[1])
	}
	return to
}

func checkLinks(t *testing.T, editions, name string) {
	t.Helper()
	found := links(read(t, filepath.Join(editions, name)))
	for _, to := range found {
		if _, err := os.Stat(filepath.Join(editions, to)); err != nil {
			t.Errorf("%s leads nowhere: %v", name, err)
		}
	}
	if len(found) < 5 {
		t.Errorf("%s has only the links %v", name, found)
	}
}

// checkEditionsLink follows the link as a browser does: the address is made
// before any symbolic link is.
func checkEditionsLink(t *testing.T, editions, page string) {
	t.Helper()
	text := read(t, filepath.Join(editions, page))
	to := regexp.MustCompile(`href="([^"]*)">Alla utgåvor<`).FindStringSubmatch(text)
	if to == nil {
		t.Fatalf("%s has no link to all editions", page)
	}
	if got := filepath.Join(filepath.Dir(page), to[1]); got != "index.html" {
		t.Errorf("%s leads to %s", page, got)
	}
}

func TestAStalePageOfAllEditionsIsMadeAgain(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	if err := pipeline.Fetch(options(dir)); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "editions", "index.html")
	if _, err := os.Stat(page); err == nil {
		t.Fatal("there is a page of no editions")
	}
	refreshed(t, options(dir))
	want := read(t, page)
	about, err := os.Stat(page)
	if err != nil || about.Mode().Perm() != 0o644 {
		t.Errorf("mode %v: %v", about.Mode(), err)
	}
	for _, spoil := range []func() error{
		func() error { return os.WriteFile(page, []byte("of before"), 0o644) },
		func() error { return os.Remove(page) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		if err := pipeline.Fetch(options(dir)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, page); got != want {
			t.Errorf("it is not made again: %s", got)
		}
	}
	same, err := os.Stat(page)
	if err != nil {
		t.Fatal(err)
	}
	refreshed(t, options(dir))
	if again, err := os.Stat(page); err != nil || !os.SameFile(same, again) {
		t.Errorf("a quiet night wrote the page again: %v", err)
	}
}

func TestAPageThatCannotBeWrittenUndoesNoPublication(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	write(t, filepath.Join(dir, "editions", "index.html", "in-the-way"), "")
	var log bytes.Buffer
	o := options(dir)
	o.Log = slog.New(slog.NewTextHandler(&log, nil))
	report := refreshed(t, o)
	if !report.New || !strings.Contains(log.String(), "the page of all editions could not be written") {
		t.Errorf("new %t, log: %s", report.New, log.String())
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "editions", ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestTheBannerStandsAboveAllEditions: what readers must not mistake the numbers
// for is said on every page, that of all editions and of one not kept too.
func TestTheBannerStandsAboveAllEditions(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	config := filepath.Join(dir, "tresektor.yaml")
	write(t, config, read(t, config)+"banner: {sv: 'Bara ett <prov>.', en: 'A <trial> only.'}\nkeep: 2\n")
	first := refreshed(t, options(dir)).Edition
	wants := map[string]string{"index.html": "Bara ett &lt;prov&gt;.", "en.html": "A &lt;trial&gt; only."}
	for name, want := range wants {
		if page := read(t, filepath.Join(dir, "editions", name)); !strings.Contains(page, `<aside class="banner"><p>`+want+`</p></aside>`) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
	for day, amount := range []string{"100,10", "100,20"} {
		write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", amount, "300,00"))
		o := options(dir)
		o.Date = o.Date.AddDate(0, 0, day+1)
		refreshed(t, o)
	}
	for name, want := range wants {
		page := read(t, filepath.Join(dir, "editions", first, name))
		if !strings.Contains(page, want) || !strings.Contains(page, "tables/share.csv") {
			t.Errorf("the page of an edition that is not kept, %s, does not say %q", name, want)
		}
	}
}
