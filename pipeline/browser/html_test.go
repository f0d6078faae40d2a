package browser

import (
	"os/exec"
	"testing"
)

// TestPagesAreHTML has every page read by html-validate, which holds it to the
// HTML standard. A browser mends what is wrong and says nothing.
func TestPagesAreHTML(t *testing.T) {
	p := publishedExample(t)
	program := installed(t, "html-validate/bin/html-validate.mjs")
	out, err := exec.CommandContext(t.Context(), "node", program, "--config", "testdata/htmlvalidate.json", "--formatter", "text", p.dir).CombinedOutput()
	if err != nil {
		t.Errorf("html-validate: %v\n%s", err, out)
	}
}
