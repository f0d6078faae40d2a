package browser

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
)

// An axe is the source of axe-core, which says what in a page keeps people from
// using it.
type axe string

func newAxe(t *testing.T) axe {
	t.Helper()
	source, err := os.ReadFile(installed(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return axe(source)
}

// A violation is a rule of axe that a page breaks, and where.
type violation struct {
	Rule, Help string
	Where      []string
}

func (v violation) String() string {
	const shown = 5
	where := v.Where[:min(shown, len(v.Where))]
	return fmt.Sprintf("%s: %s: %d places: %s", v.Rule, v.Help, len(v.Where), strings.Join(where, " | "))
}

// question asks for every rule of WCAG 2.0 to 2.2 at levels A and AA, and what is
// good practice. Of a list of all organisations it looks at the first forty: the
// others are written by the same lines.
const question = `(async () => {
	const { violations, passes } = await axe.run({ exclude: [".listed > li:nth-child(n+41)"] }, {
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
		rules: { "target-size": { enabled: true } },
		resultTypes: ["violations"],
	});
	const where = (node) => node.html.slice(0, 200) + " " + node.any.concat(node.all, node.none).map((check) => check.message).join("; ");
	return {
		Passed: passes.length,
		Violations: violations.map((v) => ({ Rule: v.id, Help: v.help, Where: v.nodes.map(where) })),
	};
})()`

// holds asks axe of the page that ctx shows.
func (a axe) holds(t *testing.T, ctx context.Context, page string) {
	t.Helper()
	type answer struct {
		Passed     int
		Violations []violation
	}
	told[any](t, ctx, string(a)+";true")
	got := told[answer](t, ctx, question)
	if got.Passed < 10 {
		t.Errorf("%s: only %d rules of axe had something to look at", page, got.Passed)
	}
	for _, v := range got.Violations {
		t.Errorf("%s: %s", page, v)
	}
}
