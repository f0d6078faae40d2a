package gold

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
	"tresektor/pipeline/workspace"
)

const root = "../.."

// TestMethodSaysWhatIsMeasured runs the example and compares it with the gold
// set. make gold runs it with -v to see the numbers and every disagreement.
func TestMethodSaysWhatIsMeasured(t *testing.T) {
	labels, err := readFile(filepath.Join(root, "data/gold/organisation.csv"), readLabels)
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := readFile(classification(t), readDecisions)
	if err != nil {
		t.Fatal(err)
	}
	if missing := measure(labels, decisions).missing; len(missing) > 0 {
		t.Errorf("the gold set has providers that are not in the edition: %v", missing)
	}
	text := summary(labels, decisions)
	if testing.Verbose() {
		fmt.Printf("\n%s\n%s\n", text, details(labels, decisions))
	}
	method, err := os.ReadFile(filepath.Join(root, "docs/method.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(section(t, string(method)), text) {
		t.Errorf("docs/method.md does not say what is measured; put this under %q:\n\n%s", heading, text)
	}
}

const heading = "## Hur väl stämmer det?"

// section is the part of docs/method.md that the measured numbers stand in.
func section(t *testing.T, method string) string {
	t.Helper()
	_, rest, found := strings.Cut(method, heading+"\n")
	if !found {
		t.Fatalf("docs/method.md has no section %q", heading)
	}
	body, _, _ := strings.Cut(rest, "\n## ")
	return body
}

// classification makes an edition of the example and returns the path of its
// table of organisations.
func classification(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "example")
	if err := workspace.Init(dir, true); err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
	if _, err := pipeline.Refresh(t.Context(), pipeline.Options{Dir: dir, Date: day}); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "editions/current/tables/classification.csv")
}

func TestUndecidedLowersRecallAndNotPrecision(t *testing.T) {
	labels, err := readLabels(strings.NewReader("provider_id,name,stratum,snav,bred,uppgiven,evidence_kind,evidence_address,evidence_says,status\n" +
		"a,A,largest,ideburen,,,own_page,x,y,checked\n" +
		"b,B,largest,ideburen,,,own_page,x,y,checked\n" +
		"c,C,hard,public,,,own_page,x,y,checked\n" +
		"d,D,form,,,,,,,uncheckable\n"))
	if err != nil {
		t.Fatal(err)
	}
	decisions, err := readDecisions(strings.NewReader("definition,provider_id,sector,basis,rule,evidence,to_date\n" +
		"snav,a,private,presumed,r,e,2019-10-15\n" +
		"snav,a,ideburen,derived,r,e,2025-06-30\n" +
		"snav,b,unknown,derived,r,e,2025-06-30\n" +
		"snav,c,ideburen,derived,r,e,2025-06-30\n"))
	if err != nil {
		t.Fatal(err)
	}
	m := measure(labels, decisions)
	got := fmt.Sprint(m.scores[:3], len(m.disagreements), m.missing)
	want := "[{snav public 0 1 0} {snav private 0 0 0} {snav ideburen 2 2 1}] 2 []"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	delete(decisions, key{"snav", "b"})
	if diff := cmp.Diff([]string{"b"}, measure(labels, decisions).missing); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
