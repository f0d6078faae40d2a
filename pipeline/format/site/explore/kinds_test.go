package explore_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

// kind makes a row of share_kind.
func kind(period, place, code string, amount, total int64) explore.Row {
	return explore.Row{
		Measure: "elever", Definition: "snav", Period: period, Place: place, Area: "skola", Agreement: "none",
		Kind: code, Amount: numberOf(amount), Total: numberOf(total), Share: numberOf((2_000_000*amount + total) / (2 * total)),
	}
}

// divided are the kinds of rows of share: a few in every cell that has an
// idéburen amount, one of them without a share, one without any number, and
// one with a share that its amounts do not make.
func divided(shares []explore.Row) (rows []explore.Row) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, r := range shares {
		if r.Sector != "ideburen" || r.Amount == nil || r.Share == nil {
			continue
		}
		left := *r.Amount
		for _, code := range []string{"ideell_forening", "stiftelse"} {
			some := random.Int64N(left + 1)
			rows = append(rows, kind(r.Period, r.Place, code, some, *r.Total))
			left -= some
		}
		if left > 0 {
			rows = append(rows, kind(r.Period, r.Place, "okand", left, *r.Total))
		}
	}
	rows[3].Share, rows[3].Symbol, rows[3].Note = nil, ".", "negative_part"
	rows[5].Share, rows[5].Amount, rows[5].Total, rows[5].Symbol, rows[5].Note = nil, nil, nil, "...", "protected"
	*rows[8].Share += 3
	return rows
}

func kindsOf(t testing.TB, shares, rows []explore.Row) (files, []*explore.Content, error) {
	t.Helper()
	written, contents := sharded(t, shares)
	kinds := explore.NewKinds(written.create, contents)
	for _, r := range rows {
		if err := kinds.Add(r); err != nil {
			return nil, nil, err
		}
	}
	return written, contents, kinds.Close()
}

// TestAShardOfKindsIsGolden: the page's script finds the same rows in it.
func TestAShardOfKindsIsGolden(t *testing.T) {
	rows := divided(mixed())
	written, contents, err := kindsOf(t, mixed(), rows)
	if err != nil {
		t.Fatal(err)
	}
	isGolden(t, map[string]string{
		"testdata/kind.js":   written[explore.Folder+"kind-elever.snav.1.1.js"],
		"testdata/kind.json": lines(t, rows),
	})
	want := &explore.InKinds{Codes: []string{"ideell_forening", "okand", "stiftelse"}, From: []string{"01"}}
	if diff := cmp.Diff(want, contents[0].Shards["snav"]["skola none"].Kinds); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func isGolden(t *testing.T, texts map[string]string) {
	t.Helper()
	for golden, got := range texts {
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", golden, diff)
		}
	}
}

// TestManyKindsAreDividedByPlace: each part has whole places, in order, and
// counts them from its own first.
func TestManyKindsAreDividedByPlace(t *testing.T) {
	var shares, rows []explore.Row
	for n := range 60 {
		for year := range 25 {
			period, place := fmt.Sprint(2000+year), fmt.Sprintf("%04d", 9999-n)
			shares = append(shares, cell("snav", period, place, [5]int64{9, 9, 9_999_999_999_999, 0, 0}, 0)...)
			for k := range 15 {
				rows = append(rows, kind(period, place, fmt.Sprintf("kind_%02d", k), 999_999_999_999, 10_000_000_000_017))
			}
		}
	}
	written, contents, err := kindsOf(t, shares, rows)
	if err != nil {
		t.Fatal(err)
	}
	from, places := contents[0].Shards["snav"]["skola none"].Kinds.From, 0
	for i := range from {
		text := written[fmt.Sprintf("%skind-elever.snav.1.%d.js", explore.Folder, i+1)]
		if len(text) > 240_000 || !strings.Contains(text, `"places":["`+from[i]+`"`) || !strings.Contains(text, `"place":[0,375,1,375`) {
			t.Errorf("part %d has %d bytes and begins with %.60s", i+1, len(text), text)
		}
		head, _, _ := strings.Cut(text, `"periods"`)
		places += strings.Count(head, `"99`)
	}
	if len(from) < 2 || !slices.IsSorted(from) || places != 60 {
		t.Errorf("%d places in parts from %v", places, from)
	}
}

func TestTheOrderOfKindsChangesNothing(t *testing.T) {
	rows := divided(mixed())
	want, _, err := kindsOf(t, mixed(), rows)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(rows)
	got, _, err := kindsOf(t, mixed(), rows)
	if err != nil {
		t.Fatal(err)
	}
	name := explore.Folder + "kind-elever.snav.1.1.js"
	if a, b := after(want[name], `"total"`, ""), after(got[name], `"total"`, ""); a != b || a == "" {
		t.Error("the numbers differ")
	}
}

func TestKindsThatDivideNothingAreRefused(t *testing.T) {
	rows := divided(mixed())
	area, other := slices.Clone(rows[:1]), slices.Clone(rows[:1])
	area[0].Area, other[0].Definition = "vard", "bred"
	silent := without(cell("bred", "2019/20", "SE", [5]int64{1, 2, 3, 4, 5}, 0), ".", "no_evidence", false, false)
	for name, tt := range map[string]struct {
		rows []explore.Row
		want string
	}{
		"a row twice":                 {append(slices.Clone(rows), rows[0]), "ideell_forening in 0100 in 2019/20 is there twice"},
		"an area that share has not":  {area, "kinds of measure elever, definition snav, vard none: share has no numbers"},
		"a definition that is silent": {other, "definition bred, skola none: share has no numbers"},
	} {
		_, _, err := kindsOf(t, append(mixed(), silent...), tt.rows)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	bred := cell("bred", "2019/20", "0100", [5]int64{1, 2, 3, 4, 5}, 0)
	if _, _, err := kindsOf(t, append(mixed(), bred...), slices.Concat(rows[:1], other, rows[1:])); err == nil || !strings.Contains(err.Error(), "their rows do not come together") {
		t.Errorf("a definition that comes back: %v", err)
	}
}
