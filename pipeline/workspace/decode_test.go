package workspace

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestALaterFileReplacesAKeyWhole(t *testing.T) {
	type inner struct {
		A string `yaml:"a" default:"preset"`
		B string `yaml:"b"`
	}
	var got struct {
		Where Where
		One   inner   `yaml:"one"`
		List  []inner `yaml:"list"`
		Kept  string  `yaml:"kept"`
	}
	found := &problems{}
	decodeYAML(&got, found,
		file{"first.yaml", []byte("one: {a: 1st, b: 1st}\nlist: [{a: 1st}, {b: 1st}]\nkept: 1st\n")},
		file{"second.yaml", []byte("one: {}\nlist: [{b: 2nd}]\n")})
	if err := found.err(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(inner{A: "preset"}, got.One); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]inner{{"preset", "2nd"}}, got.List); diff != "" {
		t.Error(diff)
	}
	if got.Kept != "1st" {
		t.Errorf("kept %q", got.Kept)
	}
	if at := got.Where.At("list[0].b"); at != (Position{"second.yaml", 2, 12}) {
		t.Errorf("at %v", at)
	}
	if at := got.Where.At("kept"); at != (Position{"first.yaml", 3, 7}) {
		t.Errorf("at %v", at)
	}
}

func TestAPositionThatIsNotThereIsThatOfTheNearestAround(t *testing.T) {
	w := Where{"a", map[string]Position{"": {"f", 1, 1}, "a": {"f", 2, 1}, "a.b": {"f", 3, 1}}}
	for path, want := range map[string]int{"": 2, "b": 3, "b[3]": 3, "b[3].c.d": 3, "x": 2, "x.y": 2} {
		if got := w.At(path).Line; got != want {
			t.Errorf("%q is on line %d, want %d", path, got, want)
		}
	}
}
