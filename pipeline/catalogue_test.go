package pipeline_test

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestACatalogueWantsAnAddressAndTerms: without them there is none, and a line
// says what to add; with them it lists what the manifest has.
func TestACatalogueWantsAnAddressAndTerms(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	catalogue := filepath.Join(dir, "editions/current/catalog.rdf")
	var said bytes.Buffer
	o := options(dir)
	o.Log = slog.New(slog.NewTextHandler(&said, nil))
	refreshed(t, o)
	if _, err := os.Stat(catalogue); err == nil {
		t.Error("there is a catalogue without an address")
	}
	if !strings.Contains(said.String(), `file=catalog.rdf lacks=base_url,licence,publisher_type`) {
		t.Errorf("no line says what is lacking: %s", said.String())
	}
	config := filepath.Join(dir, "tresektor.yaml")
	write(t, config, read(t, config)+"\nbase_url: https://example.org/s\nlicence: http://creativecommons.org/publicdomain/zero/1.0/\npublisher_type: Company\n")
	refreshed(t, options(dir))
	text := read(t, catalogue)
	for _, want := range []string{
		"https://example.org/s/tables/share.csv", "https://example.org/s/tables/share_prov.px", "publishertype/Company",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the catalogue does not have %s", want)
		}
	}
}
