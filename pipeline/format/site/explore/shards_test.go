package explore_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func numberOf(n int64) *int64 { return &n }

// files keeps what is written.
type files map[string]string

func (f files) create(name string, write func(io.Writer) error) error {
	var out bytes.Buffer
	if err := write(&out); err != nil {
		return err
	}
	if _, twice := f[name]; twice {
		return fmt.Errorf("%s is written twice", name)
	}
	f[name] = out.String()
	return nil
}

func sharded(t testing.TB, rows []explore.Row) (files, []*explore.Content) {
	t.Helper()
	written := files{}
	shards := explore.NewShards(written.create)
	for _, r := range rows {
		if err := shards.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	contents, err := shards.Close()
	if err != nil {
		t.Fatal(err)
	}
	return written, contents
}

// cell makes the five rows of a cell; by changes what a source suppressed.
func cell(definition, period, place string, amounts [5]int64, by int64) []explore.Row {
	var total int64
	for _, a := range amounts {
		total += a
	}
	var rows []explore.Row
	for i, sector := range explore.Sectors() {
		share := (2_000_000*amounts[i] + total) / (2 * total)
		most := amounts[i] + amounts[4]
		if i != 0 {
			most += amounts[3]
		}
		r := explore.Row{
			Measure: "elever", Definition: definition, Period: period, Place: place, Area: "skola", Agreement: "none",
			Sector: sector, Amount: numberOf(amounts[i]), Total: numberOf(total), Share: numberOf(share),
		}
		if i < 3 {
			r.Low, r.High = numberOf(share-by), numberOf((2_000_000*most+total)/(2*total)+2*by)
			r.IsHiding = by > 0
		}
		rows = append(rows, r)
	}
	return rows
}

// without takes the numbers away.
func without(rows []explore.Row, symbol, note string, keepTotal, keepAmount bool) []explore.Row {
	for i := range rows {
		r := &rows[i]
		r.Symbol, r.Note, r.Share, r.Low, r.High = symbol, note, nil, nil, nil
		if !keepTotal {
			r.Total = nil
		}
		if !keepAmount {
			r.Amount = nil
		}
	}
	return rows
}

// mixed are rows with everything that a share can be.
func mixed() (rows []explore.Row) {
	random := rand.New(rand.NewPCG(1, 2))
	some := func() (a [5]int64) {
		for i := range a {
			a[i] = random.Int64N(1 + random.Int64N(100_000))
		}
		a[0]++
		return a
	}
	for _, period := range []string{"2019/20", "2020/21", "2021/22"} {
		for n := range 6 {
			rows = append(rows, cell("snav", period, fmt.Sprintf("%04d", 100+n), some(), random.Int64N(2)*random.Int64N(99))...)
		}
	}
	big := cell("snav", "2021/22", "SE", [5]int64{4_000_000_000_000, 31_415_926_535, 7, 0, 1_234_567}, 0)
	open := cell("snav", "2020/21", "SE", some(), 0)
	open[2].High = nil
	rows = slices.Concat(rows, big, open,
		without(cell("snav", "2019/20", "SE", some(), 0), "...", "protected", true, false),
		without(cell("snav", "2019/20", "01", some(), 0), "..", "suppressed_at_source", false, false),
		without(cell("snav", "2020/21", "01", [5]int64{-12, 5, 9, 0, 1}, 0), ".", "negative_part", true, true),
		cell("snav", "2021/22", "01", some(), 3)[:4])
	return rows
}

// TestAShardIsGolden: the page's script is tested with the same shard, and must
// find the same rows in it.
func TestAShardIsGolden(t *testing.T) {
	rows := mixed()
	written, _ := sharded(t, rows)
	told := lines(t, rows)
	isGolden(t, map[string]string{
		"testdata/shard.js": written[explore.Folder+"elever.snav.1.1.js"], "testdata/rows.json": told,
	})
}

// lines writes rows as JSON, one a line.
func lines(t *testing.T, rows []explore.Row) string {
	t.Helper()
	var all []string
	for _, r := range rows {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(text))
	}
	return "[" + strings.Join(all, ",\n") + "]\n"
}

// TestTheOrderOfRowsInsideADefinitionChangesNothing shuffles them.
func TestTheOrderOfRowsInsideADefinitionChangesNothing(t *testing.T) {
	rows := mixed()
	want, _ := sharded(t, rows)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	got, _ := sharded(t, rows)
	for name, text := range want {
		// Only the numbers that states happen to have may differ.
		if a, b := after(text, `"total"`, `"state"`), after(got[name], `"total"`, `"state"`); a != b {
			t.Errorf("%s differs", name)
		}
		if a, b := after(text, `"share"`, ""), after(got[name], `"share"`, ""); a != b {
			t.Errorf("%s differs in its numbers", name)
		}
	}
}

func after(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	if to != "" {
		text, _, _ = strings.Cut(text, to)
	}
	return text
}

// TestADefinitionThatSaysNothingHasNoFile: the index says why.
func TestADefinitionThatSaysNothingHasNoFile(t *testing.T) {
	rows := without(cell("motpart", "2019/20", "SE", [5]int64{1, 2, 3, 4, 5}, 0), ".", "no_evidence", false, false)
	written, contents := sharded(t, append(rows, cell("snav", "2019/20", "SE", [5]int64{1, 2, 3, 4, 5}, 0)...))
	if len(written) != 1 {
		t.Errorf("%d files", len(written))
	}
	want := map[string]map[string]explore.Shard{
		"motpart": {"skola none": {Symbol: ".", Note: "no_evidence"}},
		"snav":    {"skola none": {File: "elever.snav.1", From: []string{"SE"}}},
	}
	if diff := cmp.Diff(want, contents[0].Shards); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if !contents[0].HasPlace("SE") || contents[0].HasPlace("01") || !slices.Equal(contents[0].Periods(), []string{"2019/20"}) {
		t.Error("the content is another")
	}
}

// TestALargeShardIsDividedByPlace: each part has whole places, in order, and
// none is much larger than what may be.
func TestALargeShardIsDividedByPlace(t *testing.T) {
	var rows []explore.Row
	for n := range 300 {
		for year := range 25 {
			rows = append(rows, cell("snav", fmt.Sprint(2000+year), fmt.Sprintf("%04d", 9999-n), [5]int64{987_654_321, 123_456_789, 12_345_678, 1_234_567, 123_456}, 0)...)
		}
	}
	written, contents := sharded(t, rows)
	described := contents[0].Shards["snav"]["skola none"]
	if len(described.From) < 2 || len(described.From) != len(written) || !slices.IsSorted(described.From) {
		t.Fatalf("parts from %v in %d files", described.From, len(written))
	}
	places := 0
	for i := range described.From {
		text := written[fmt.Sprintf("%selever.snav.1.%d.js", explore.Folder, i+1)]
		if len(text) > 220_000 {
			t.Errorf("part %d has %d bytes", i+1, len(text))
		}
		var shard struct{ Places []string }
		_, body, _ := strings.Cut(text, ",")
		if err := json.Unmarshal([]byte(strings.TrimSuffix(body, ");\n")), &shard); err != nil {
			t.Fatal(err)
		}
		if shard.Places[0] != described.From[i] || !slices.IsSorted(shard.Places) {
			t.Errorf("part %d begins with %s", i+1, shard.Places[0])
		}
		places += len(shard.Places)
	}
	if places != 300 {
		t.Errorf("%d places", places)
	}
}

func TestRowsThatAreNotSharesAreRefused(t *testing.T) {
	one := cell("snav", "2019/20", "SE", [5]int64{1, 2, 3, 4, 5}, 0)
	other := slices.Clone(one)
	for i := range other {
		other[i].Measure = "platser"
	}
	sector := slices.Clone(one)
	sector[2].Sector = "rest"
	for name, tt := range map[string]struct {
		rows []explore.Row
		want string
	}{
		"a row twice":                  {append(slices.Clone(one), one[2]), "ideburen in SE in 2019/20 is there twice"},
		"a sector that is none":        {sector, `sector "rest" is none of the five`},
		"a measure that comes again":   {slices.Concat(one, other, one), "the rows of measure elever do not come together"},
		"a definition that comes back": {slices.Concat(one, cell("bred", "2019/20", "SE", [5]int64{1}, 0), one), "the rows of definition snav do not come together"},
	} {
		shards := explore.NewShards(files{}.create)
		var err error
		for _, r := range tt.rows {
			if err = shards.Add(r); err != nil {
				break
			}
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTheIndexIsAScriptThatCarriesAnyText: what is hostile stays text.
func TestTheIndexIsAScriptThatCarriesAnyText(t *testing.T) {
	index := explore.Index{Language: "sv", Places: []explore.Label{{Code: "01", Label: "</script>\u2028\"+x"}}}
	var out bytes.Buffer
	if err := index.Write(&out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	if strings.Contains(text, "</script>") || strings.Contains(text, "\u2028") {
		t.Errorf("hostile text came through: %s", text)
	}
	body := strings.TrimSuffix(strings.TrimPrefix(text, "tresektorIndex("), ");\n")
	var got explore.Index
	if err := json.Unmarshal([]byte(body), &got); err != nil {
		t.Fatal(err)
	}
	if got.Places[0].Label != index.Places[0].Label {
		t.Errorf("%q", got.Places[0].Label)
	}
}
