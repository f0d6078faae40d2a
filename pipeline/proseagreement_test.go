package pipeline_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestThePageOfAgreementsShowsTheSharesOfTheTable holds its rows against
// share.csv: every form of agreement in the widest place and area, and
// nothing else.
func TestThePageOfAgreementsShowsTheSharesOfTheTable(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	sectors := map[string]map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["agreement"] != "none" && row["place"] == "SE" && row["area"] == "cpv_85" {
			of := row["period"] + " " + row["total"]
			if sectors[of] == nil {
				sectors[of] = map[string]string{}
			}
			low, high := oneDecimal(t, row["low"]), oneDecimal(t, row["high"])
			if low != high {
				low += "–" + high
			}
			sectors[of][row["sector"]] = low
		}
	}
	var want []string
	for of, s := range sectors {
		want = append(want, of+" "+s["public"]+" "+s["private"]+" "+s["ideburen"])
	}
	if len(want) == 0 {
		t.Fatal("the example has no agreements")
	}
	page := regexp.MustCompile(`</?span[^>]*>| class="[a-z ]*"`).ReplaceAllString(read(t, filepath.Join(dir, "editions/current/agreements.en.html")), "")
	var got []string
	row := regexp.MustCompile(`<td>([0-9]{4})</td><td>([^<]*)</td><td>([^<]*)</td><td>([^<]*)</td><td>([0-9,]*)</td></tr>`)
	for _, found := range row.FindAllStringSubmatch(page, -1) {
		got = append(got, found[1]+" "+strings.ReplaceAll(found[5], ",", "")+" "+found[2]+" "+found[3]+" "+found[4])
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-share.csv +page:\n%s", diff)
	}
}

// oneDecimal is a share in per cent, half up; nothing where there is none.
func oneDecimal(t *testing.T, share string) string {
	t.Helper()
	if share == "" {
		return ""
	}
	n, err := strconv.Atoi(strings.Replace(share, ".", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d.%d", (n+500)/10000, (n+500)/1000%10)
}
