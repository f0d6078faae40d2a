package pipeline_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestThePageOfAgreementsShowsTheSharesOfTheTable holds its rows against
// share.csv: every form of agreement in the widest place and area, and
// nothing else.
func TestThePageOfAgreementsShowsTheSharesOfTheTable(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	var want [][2]string
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["sector"] == "ideburen" && row["agreement"] != "none" && row["place"] == "SE" && row["area"] == "cpv_85" {
			want = append(want, [2]string{row["period"], row["total"]})
		}
	}
	if len(want) == 0 {
		t.Fatal("the example has no agreements")
	}
	page := regexp.MustCompile(`</?span[^>]*>| class="[a-z ]*"`).ReplaceAllString(read(t, filepath.Join(dir, "editions/current/agreements.en.html")), "")
	var got [][2]string
	row := regexp.MustCompile(`<td>([0-9]{4}(?:-[0-9]{2})?)</td><td>[^<]*</td><td>[^<]*</td><td>[^<]*</td><td>([0-9.,]*)</td></tr>`)
	for _, found := range row.FindAllStringSubmatch(page, -1) {
		got = append(got, [2]string{found[1], regexp.MustCompile(",").ReplaceAllString(found[2], "")})
	}
	sorted := func(list [][2]string) [][2]string {
		return slices.SortedFunc(slices.Values(list), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	}
	if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
		t.Errorf("-share.csv +page:\n%s", diff)
	}
}
