package attack_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/attack"

	"github.com/google/go-cmp/cmp"
)

const shareHeader = "definition,measure,period,place,area,agreement,sector,amount,total,presumed,stated,carried,contested,symbol,note"

// folder writes an edition's tables: rows of shares are "definition place
// sector amount total", with - for what is suppressed.
func folder(t *testing.T, shares []string, more map[string]string) string {
	t.Helper()
	lines := []string{shareHeader}
	for _, s := range shares {
		f := strings.Fields(strings.ReplaceAll(s, "-", "."))
		symbol, zero := `"",""`, "0"
		if f[3] == "." {
			symbol, zero = "...,protected", ""
		}
		for i := range f {
			f[i] = strings.ReplaceAll(f[i], ".", "")
		}
		lines = append(lines, strings.Join([]string{f[0], "m", "2024", f[1], "none", "none", f[2], f[3], f[4], zero, zero, zero, zero, symbol}, ","))
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "tables"), 0o755); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"share": strings.Join(lines, "\n") + "\n"}
	for name, text := range more {
		files[name] = text
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, "tables", name+".csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, dir string) *attack.Published {
	t.Helper()
	trees := attack.Trees{Place: attack.Tree{"a": "L", "b": "L", "c": "L"}, Area: attack.Tree{}, Agreement: attack.Tree{}}
	p, err := attack.Read(dir, trees, func(measure, _ string) bool { return measure == "m" })
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func number(definition, place, part string) attack.Number {
	return attack.Number{Definition: definition, Measure: "m", Period: "2024", Place: place, Area: "none", Agreement: "none", Part: part}
}

func numbers(of map[attack.Number]int64) *attack.Numbers {
	all := &attack.Numbers{}
	for n, value := range of {
		all.Put(n, value)
	}
	return all
}

func limits() map[[2]string]int64 { return map[[2]string]int64{{"m", "2024"}: 5} }

func TestHolesAreFound(t *testing.T) {
	lan := []string{"d L ideburen 27 227", "d L private 200 227"}
	c := []string{"d c ideburen 9 60", "d c private 51 60"}
	kinds := "definition,measure,period,place,area,agreement,kind,amount\n" +
		"d,m,2024,L,none,none,stiftelse,24\nd,m,2024,L,none,none,forening,3\nd,m,2024,c,none,none,stiftelse,9\n"
	small := number("d", "a", "ideburen")
	tests := map[string]struct {
		shares []string
		more   map[string]string
		truth  map[attack.Number]int64
		want   []attack.Number
	}{
		"shown as it is": {
			[]string{"d a ideburen 4 94", "d a private 90 94"}, nil,
			map[attack.Number]int64{small: 4}, []attack.Number{small}},
		"the other sector and the total": {
			[]string{"d a ideburen - 94", "d a private 90 94"}, nil,
			map[attack.Number]int64{small: 4}, []attack.Number{small}},
		"the län and the other kommuner": {
			append([]string{"d a ideburen - 94", "d a private - 94", "d b ideburen 14 73", "d b private 59 73"}, append(lan, c...)...), nil,
			map[attack.Number]int64{small: 4}, []attack.Number{small}},
		"two are suppressed": {
			append([]string{"d a ideburen - 94", "d a private - 94", "d b ideburen - 73", "d b private - 73"}, append(lan, c...)...), nil,
			map[attack.Number]int64{small: 4}, nil},
		"at least three, by what others have room for": {
			append([]string{"d a ideburen - 152", "d a private - 152", "d b ideburen - 15", "d b private - 15"}, append(lan, c...)...), nil,
			map[attack.Number]int64{small: 4}, []attack.Number{small}},
		"a kind": {
			append([]string{"d a ideburen - 94", "d a private - 94", "d b ideburen - 73", "d b private - 73"}, append(lan, c...)...),
			map[string]string{"share_kind": kinds},
			map[attack.Number]int64{number("d", "a", "ideburen/kind/forening"): 3},
			[]attack.Number{number("d", "a", "ideburen/kind/forening")}},
		"what one definition counts beyond another": {
			[]string{"d a ideburen 20 94", "d a private 74 94", "e a ideburen 23 94", "e a private 71 94"},
			map[string]string{"classification": "definition,provider_id,sector\nd,1,ideburen\ne,1,ideburen\ne,2,ideburen\nd,2,private\n"},
			map[attack.Number]int64{number("d", "a", "ideburen"): 20, number("e", "a", "ideburen"): 23},
			[]attack.Number{number("e", "a", "ideburen beyond d")}},
		"reasons that are not told are not none": {
			[]string{"d L unknown 60 227", "d L private 167 227", "d a unknown - 94", "d a private - 94", "d b unknown 40 73", "d b private 33 73", "d c unknown 12 60", "d c private 48 60"},
			map[string]string{"remainder": "definition,measure,period,place,area,agreement,sector,reason,amount\n" +
				"d,m,2024,L,none,none,unknown,x,26\nd,m,2024,L,none,none,unknown,y,34\nd,m,2024,c,none,none,unknown,x,12\n"},
			map[attack.Number]int64{number("d", "a", "unknown/x"): 4}, nil},
		"zeros and large numbers are no secrets": {
			[]string{"d a ideburen 0 94", "d a private 94 94"}, nil,
			map[attack.Number]int64{small: 0, number("d", "a", "private"): 94}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var found []attack.Number
			for _, h := range read(t, folder(t, test.shares, test.more)).Holes(numbers(test.truth), limits()) {
				found = append(found, h.Number)
			}
			if diff := cmp.Diff(test.want, found); diff != "" {
				t.Errorf("-want +found\n%s", diff)
			}
		})
	}
}

// TestEditionsBeforeAreUsed: the number of the other kommun stands in an edition
// before, so this one's difference tells the small one.
func TestEditionsBeforeAreUsed(t *testing.T) {
	now := folder(t, []string{
		"d L ideburen 18 167", "d L private 149 167", "d a ideburen - 94", "d a private - 94", "d b ideburen - 73", "d b private - 73",
	}, nil)
	before := folder(t, []string{"d b ideburen 14 73", "d b private 59 73"}, nil)
	small, other := number("d", "a", "ideburen"), number("d", "b", "ideburen")
	truth := map[attack.Number]int64{small: 4, other: 14, number("d", "b", "private"): 59}
	for _, test := range []struct {
		holds bool
		want  []attack.Hole
	}{{true, []attack.Hole{{Number: small}}}, {false, nil}} {
		p := read(t, now)
		p.Add(read(t, before), func(attack.Number, int64) bool { return test.holds })
		if diff := cmp.Diff(test.want, p.Holes(numbers(truth), limits())); diff != "" {
			t.Errorf("the number before holds: %t\n%s", test.holds, diff)
		}
	}
}

func TestWhatIsOutIsKeptApart(t *testing.T) {
	p := read(t, folder(t, []string{"d a ideburen - 94", "d a private - 94"}, nil))
	p.Add(read(t, folder(t, []string{"d a ideburen 4 94", "d a private 90 94"}, nil)), func(attack.Number, int64) bool { return true })
	small := number("d", "a", "ideburen")
	if diff := cmp.Diff([]attack.Hole{{Number: small, IsEarlier: true}}, p.Holes(numbers(map[attack.Number]int64{small: 4}), limits())); diff != "" {
		t.Error(diff)
	}
}

func TestWhatWasSuppressedAndIsShownIsFound(t *testing.T) {
	p := read(t, folder(t, []string{"d a ideburen 8 94", "d a private 86 94"}, nil))
	opened := p.Add(read(t, folder(t, []string{"d a ideburen - 94", "d a private - 94"}, nil)), func(attack.Number, int64) bool { return false })
	found := map[string]bool{}
	for _, n := range opened {
		found[n.Part] = true
	}
	if !found["ideburen"] || !found["private"] || found["total"] {
		t.Errorf("opened: %v", opened)
	}
}

// TestWhatIsToldExactlyIsFound: of a natural person's amount files may tell
// roughly how large it is, and not how large.
func TestWhatIsToldExactlyIsFound(t *testing.T) {
	secret := number("d", "a", "private")
	closed := []string{"d a ideburen - 94", "d a private - 94", "d L ideburen 84 167", "d L private 83 167"}
	for name, test := range map[string]struct {
		shares []string
		want   []attack.Number
	}{
		"two are closed":            {append(slices.Clone(closed), "d b ideburen - 73", "d b private - 73"), nil},
		"the other one is shown":    {append(slices.Clone(closed), "d b ideburen 14 73", "d b private 59 73"), []attack.Number{secret}},
		"its other sector is":       {[]string{"d a ideburen 70 94", "d a private - 94"}, []attack.Number{secret}},
		"nobody else could have it": {[]string{"d a ideburen - 24", "d a private - 24", "d b ideburen - 73", "d b private - 73", "d L ideburen 0 97", "d L private 97 97"}, []attack.Number{secret}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(t, folder(t, test.shares, nil)).Told(map[attack.Number]bool{secret: true})); diff != "" {
				t.Errorf("-want +told\n%s", diff)
			}
		})
	}
}
