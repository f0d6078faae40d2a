package attack_test

import (
	"strings"
	"testing"

	"tresektor/pipeline/attack"

	"github.com/google/go-cmp/cmp"
)

const backingHeader = "measure,place,area,agreement,provider_id,first_period,last_period,definitions,name\n"

// TestNamesOfWhatIsNotShownAreFound: in a cell that is not shown nobody is named,
// and nobody in a part of an area that has such a cell in it.
func TestNamesOfWhatIsNotShownAreFound(t *testing.T) {
	tests := map[string]struct {
		backing string
		want    []attack.Number
	}{
		"a cell that is shown":                      {"m,a,none,none,se:1,2024,2024,d,X", nil},
		"a total of cells that are not":             {"m,L,none,none,se:1,2024,2024,d,X", nil},
		"a cell that is not shown":                  {"m,b,none,none,se:1,2024,2024,d,X", []attack.Number{number("d", "b", "ideburen")}},
		"under the one definition of two":           {"m,a,none,none,se:1,2024,2024,d e,X", []attack.Number{number("e", "a", "ideburen")}},
		"in a span of periods":                      {"m,b,none,none,se:1,2020,2025,d,X", []attack.Number{number("d", "b", "ideburen")}},
		"in periods that the edition does not have": {"m,b,none,none,se:1,2020,2023,d,X", nil},
		"in another measure":                        {"other,b,none,none,se:1,2024,2024,d,X", nil},
		"in a cell that is not there":               {"m,z,none,none,se:1,2024,2024,d,X", []attack.Number{number("d", "z", "ideburen")}},
	}
	shares := []string{"d L ideburen 27 60", "d a ideburen 9 20", "d b ideburen - 20", "d c ideburen - 20", "e L ideburen 27 60", "e a ideburen - 20"}
	for name, test := range tests {
		dir := folder(t, shares, map[string]string{"share_backing": backingHeader + test.backing + "\n"})
		told, err := read(t, dir).Named(dir)
		if diff := cmp.Diff(test.want, told); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

// TestNamesThatCrossAreFound has two areas in two places. Who is named in all of
// one place and in one area of both, and nowhere else, is in one cell.
func TestNamesThatCrossAreFound(t *testing.T) {
	shares := shareHeader + "\n"
	for _, cell := range []string{"L,whole,27", "a,whole,13", "b,whole,14", "L,one,12", "L,two,15", "a,one,", "a,two,", "b,one,", "b,two,"} {
		f := strings.Split(cell, ",")
		shares += "d,m,2024," + f[0] + "," + f[1] + ",none,ideburen," + f[2] + ",,,,,,,\n"
	}
	backing := backingHeader + "m,a,whole,none,se:1,2024,2024,d,X\nm,L,whole,none,se:1,2024,2024,d,X\n"
	crossing := "m,L,one,none,se:1,2024,2024,d,X\n"
	trees := attack.Trees{Place: attack.Tree{"a": "L", "b": "L"}, Area: attack.Tree{"one": "whole", "two": "whole"}, Agreement: attack.Tree{}}
	for text, want := range map[string]int{backing: 0, backing + crossing: 1} {
		dir := folder(t, nil, map[string]string{"share": shares, "share_backing": text})
		p, err := attack.Read(dir, trees, func(string, string) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		told, err := p.Named(dir)
		if err != nil || len(told) != want || want == 1 && told[0].Area != "one" {
			t.Errorf("%d are found, want %d: %v (%v)", len(told), want, told, err)
		}
	}
}
