package browser

import (
	"strings"
	"testing"

	"tresektor/pipeline/format/site/explore"
)

// TestExploreSaysOfWhatItTells: the sentence about each measure names it, as the
// list does, and never says "all" of what may be a part; of what, stands below. That
// a source hides numbers is said of the one that does.
func TestExploreSaysOfWhatItTells(t *testing.T) {
	if !explore.HasScript() {
		lacks(t, "the program was built without the script of the page Explore", "build it with: make build (it needs node 20 and npm)")
	}
	p, ctx := publishedExample(t), browse(t)
	type saying struct{ Measure, Sentence, Said, Numerator, Denominator string }
	const said = `(() => {
		const fact = (i) => document.querySelectorAll(".explore-facts dd")[i].textContent;
		return {
			Measure: document.getElementById("explore-measure").selectedOptions[0].textContent,
			Sentence: document.getElementById("explore-sentence").textContent, Said: document.getElementById("explore-said").textContent,
			Numerator: fact(0), Denominator: fact(1),
		};
	})()`
	for page, words := range map[string]struct{ all, hides string }{"explore.html": {"av alla ", "källan döljer"}, "explore.en.html": {"of all ", "the source suppresses"}} {
		for _, measure := range []string{"elever", "elever_ak9", "platser_vuxenboende", "slutbetyg_ak9", "upphandlade_avtal"} {
			open(t, ctx, address(p.edition(), page)+"#measure="+measure, wide())
			settled(t, ctx)
			got := told[saying](t, ctx, said)
			if !strings.Contains(got.Sentence, got.Measure) || strings.Contains(got.Said, words.all) {
				t.Errorf("%s of %q: %q", page, got.Measure, got.Said)
			}
			for _, text := range []string{got.Numerator, got.Denominator} {
				if !strings.Contains(got.Said, strings.TrimSuffix(text, ".")) || text == "" {
					t.Errorf("%s: %q is not told in %q", page, text, got.Said)
				}
			}
			if hides := strings.Contains(got.Said, words.hides); hides != (measure == "slutbetyg_ak9") {
				t.Errorf("%s: that the source of %s hides numbers is said: %v", page, measure, hides)
			}
		}
	}
}
