package workspace

import (
	"path/filepath"
	"strings"
	"testing"
)

func fingerprint(t *testing.T, w *Workspace) string {
	t.Helper()
	print, err := w.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	return print
}

func TestTheFingerprintFollowsEveryFileOfConfiguration(t *testing.T) {
	base := fingerprint(t, opened(t, small(t)))
	if again := fingerprint(t, opened(t, small(t))); again != base {
		t.Error("the same files in another folder have another fingerprint")
	}
	seen := map[string]string{base: "nothing"}
	files := small(t)
	for _, more := range []string{"overrides.csv", "acknowledged.csv", "intermediary.csv", "data/figure/a.csv", "figure/b.csv", "quality.yaml"} {
		files[more] = ""
	}
	files["overrides.csv"] = strings.Join(overrideColumns(), ",")
	files["acknowledged.csv"] = strings.Join(AcknowledgedColumns(), ",")
	files["data/figure/a.csv"] = strings.Join(FigureColumns(), ",")
	files["figure/b.csv"] = files["data/figure/a.csv"]
	files["quality.yaml"] = "relevance: {sv: A, en: A}"
	for name := range files {
		changed := small(t)
		changed[name] = files[name] + "\n"
		print := fingerprint(t, opened(t, changed))
		if before, known := seen[print]; known {
			t.Errorf("a change of %s gives the fingerprint of a change of %s", name, before)
		}
		seen[print] = name
	}
}

func TestTheFingerprintIgnoresWhatIsNoConfiguration(t *testing.T) {
	w := opened(t, small(t))
	base := fingerprint(t, w)
	for _, name := range []string{"inbox/school_2020.csv", "state/key", "editions/a/index.html", "notes.txt", "sources/.draft.yaml"} {
		write(t, filepath.Join(w.Dir, name), "x")
	}
	if fingerprint(t, w) != base {
		t.Error("the fingerprint changed")
	}
}

func TestTheKeyOfASourceFollowsWhatShapesItsLoad(t *testing.T) {
	school := func(file, old, new string) string {
		files := small(t)
		if file != "" {
			change(t, files, file, old, new)
		}
		s, _ := opened(t, files).Source("school")
		return s.Key()
	}
	base := school("", "", "")
	for _, c := range []struct {
		name, file, old, new string
		same                 bool
	}{
		{"nothing", "", "", "", true},
		{"a comment", "sources/school.yaml", "licence: CC0", "licence: CC0 # free", true},
		{"the title", "sources/school.yaml", "Skolor", "Alla skolor", true},
		{"another source", "sources/ledger.yaml", "Public", "Secret", true},
		{"the limit of all", "tresektor.yaml", "2.5", "2.6", false},
		{"a column", "sources/school.yaml", "Kommunkod", "Kommun", false},
		{"a type", "sources/school.yaml", "amount(2)", "amount(3)", false},
		{"a symbol", "sources/school.yaml", "'..'", "'...'", false},
		{"a mask", "sources/school.yaml", "secrecy", "person", false},
		{"the SELECT", "sources/school.volume.sql", "select 1", "select 5", false},
		{"a built-in code", "data/place.csv", "180,x", "181,x", false},
		{"a code of the workspace", "code/area.csv", "Dagis", "Daghem", false},
	} {
		if same := school(c.file, c.old, c.new) == base; same != c.same {
			t.Errorf("%s: the key is the same: %v", c.name, same)
		}
	}
}
