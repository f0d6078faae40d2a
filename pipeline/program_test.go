package pipeline

import (
	"testing"

	"tresektor/data"
	"tresektor/pipeline/format/site/explore"
)

// TestTheScriptOfAPageIsPartOfTheProgram: another script makes another edition,
// but counts nothing in another way.
func TestTheScriptOfAPageIsPartOfTheProgram(t *testing.T) {
	made, err := program(data.FS())
	if err != nil {
		t.Fatal(err)
	}
	script, err := explore.Fingerprint()
	if err != nil || made.Script != script || (script == "") == explore.HasScript() {
		t.Errorf("the program has script %q and not %q (%v)", made.Script, script, err)
	}
	other := made
	other.Script = "other"
	if !made.counts(other) || made == other {
		t.Error("another script counts in another way, or is none")
	}
	other.Queries = "other"
	if made.counts(other) {
		t.Error("other queries count alike")
	}
}
