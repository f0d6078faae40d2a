package workspace

import "testing"

// Whatever a user writes is read or refused with a position, never a crash.
func FuzzYAML(f *testing.F) {
	f.Add([]byte("title: {sv: a, en: b}\ncolumns:\n  - {name: a, type: amount(2)}\n"))
	f.Add([]byte("? a\n: b\n<<: *x\n- &y !!z |\n  a\n"))
	f.Add([]byte("masks: {'a': natural, 1: 2}\nsums: [[], {}, '', ~]\nfile: >-\n  a\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		found := &problems{}
		var s Source
		decodeYAML(&s, found, file{"a.yaml", text})
		for i := range s.Columns {
			s.Columns[i].readType(found)
		}
		(&Workspace{}).checkSource(s, found)
		for _, p := range found.list {
			if p.at.File != "a.yaml" || p.at.Line < 1 || p.at.Column < 1 {
				t.Fatalf("no position: %v", p)
			}
		}
	})
}

func FuzzList(f *testing.F) {
	f.Add([]byte("code,parent,sort,label_sv,label_en,alias,source\na,,1,b,c,d|e,f\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		found := &problems{}
		l := listOf("a", []file{{"a.csv", text}, {"b.csv", text}}, found)
		if len(l.codes()) != len(l.positions) {
			t.Fatalf("%d rows, %d codes", len(l.codes()), len(l.positions))
		}
		for _, p := range found.list {
			if p.at.Line < 1 || p.at.Column < 1 {
				t.Fatalf("no position: %v", p)
			}
		}
	})
}
