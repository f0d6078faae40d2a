package queries_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tresektor/data"
	"tresektor/pipeline/warehouse"
	"tresektor/queries"

	"github.com/google/go-cmp/cmp"
)

// all returns every relation of every folder.
func all(t *testing.T) []queries.Relation {
	t.Helper()
	list := built(t)
	for _, read := range []func() ([]queries.Relation, error){queries.Tables, queries.Load, queries.Trace, queries.TraceLoad, queries.Review, queries.Gates, queries.Revision, queries.Macros} {
		more, err := read()
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, more...)
	}
	for folder, one := range map[string]func(string) (queries.Relation, error){
		"publish": queries.Published, "explain": queries.Answer, "protect": queries.Protect,
	} {
		for _, file := range files(t, folder) {
			r, err := one(strings.TrimSuffix(filepath.Base(file), ".sql"))
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, r)
		}
	}
	return list
}

func built(t *testing.T) []queries.Relation {
	t.Helper()
	list, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func files(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.sql"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	return names
}

func open(t testing.TB) *warehouse.Warehouse {
	t.Helper()
	w, err := warehouse.Open(t.Context(), "", warehouse.Options{Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func TestEveryFileIsARelation(t *testing.T) {
	names, err := filepath.Glob("*/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if relations := all(t); len(relations) != len(names) {
		t.Errorf("%d files, but %d relations are read", len(names), len(relations))
	}
}

func TestEveryHeaderNamesWhatItsSelectReads(t *testing.T) {
	w := open(t)
	for _, r := range all(t) {
		parsed, err := w.Parse(t.Context(), r.SQL)
		if err != nil {
			t.Errorf("%s/%s: %v", r.Folder, r.Name, err)
			continue
		}
		want := parsed.Tables
		if len(want) == 0 {
			want = []string{"none"}
		}
		if diff := cmp.Diff(want, r.In); diff != "" {
			t.Errorf("%s/%s: in: differs from what is read (-read +header)\n%s", r.Folder, r.Name, diff)
		}
		for _, name := range r.When {
			if !slices.Contains(r.In, name) {
				t.Errorf("%s/%s: when: names %s, which is not read", r.Folder, r.Name, name)
			}
		}
	}
}

// TestEveryFileIsOneOrderlySelect holds house-style 4: what DuckDB's parse
// shows of a statement, and what only its text shows.
func TestEveryFileIsOneOrderlySelect(t *testing.T) {
	w := open(t)
	for _, r := range all(t) {
		name := r.Folder + "/" + r.Name
		parsed, err := w.Parse(t.Context(), r.SQL)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, function := range parsed.Functions {
			if slices.Contains([]string{"/", "now", "today", "random", "uuid", "age", "avg", "current_setting"}, function) {
				t.Errorf("%s: calls %s", name, function)
			}
		}
		for what, found := range map[string][]string{
			"depends on when or by whom it is run": parsed.Keywords, "depends on the order of rows": parsed.Unordered,
		} {
			if len(found) > 0 && !slices.Contains(sorted, name) {
				t.Errorf("%s: %s: %v", name, what, found)
			}
		}
		for _, function := range parsed.TableFunctions {
			if function != "unnest" {
				t.Errorf("%s: reads %s", name, function)
			}
		}
		for _, fault := range textFaults(r) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// sorted sort their lists when they are whole.
var sorted = []string{"sector/provider_fact", "explain/cell_volume"}

var (
	quoted   = regexp.MustCompile(`'[^']*'`)
	cte      = regexp.MustCompile(`(?m)^(?:with (?:recursive )?)?\w+ as \($`)
	floating = regexp.MustCompile(`\b(double|float|real)\b`)
)

func textFaults(r queries.Relation) (faults []string) {
	bare := quoted.ReplaceAllString(r.SQL, "''")
	for fault, found := range map[string]bool{
		"has a semicolon":           strings.Contains(bare, ";"),
		"has PIVOT":                 strings.Contains(strings.ToLower(bare), "pivot"),
		"has upper-case letters":    bare != strings.ToLower(bare),
		"has a floating-point type": floating.MatchString(bare),
		"has a tab":                 strings.Contains(bare, "\t"),
		"has more than four CTEs":   len(cte.FindAllString(bare, -1)) > 4,
	} {
		if found {
			faults = append(faults, fault)
		}
	}
	for line := range strings.SplitSeq(r.SQL, "\n") {
		if len([]rune(line)) > 80 {
			faults = append(faults, "is wider than 80 columns: "+line)
		}
	}
	return faults
}

func TestFilesAreNarrowAndEndInOneLineBreak(t *testing.T) {
	names, _ := filepath.Glob("*/*.sql")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(text), "\n") || strings.HasSuffix(string(text), "\n\n") {
			t.Errorf("%s: does not end in one line break", name)
		}
		for line := range strings.SplitSeq(string(text), "\n") {
			if len([]rune(line)) > 80 {
				t.Errorf("%s: wider than 80 columns: %s", name, line)
			}
		}
	}
}

func TestNoRelationReadsALaterFolder(t *testing.T) {
	order := []string{"derive", "sector", "share", "change", "check"}
	folder := map[string]string{}
	for _, r := range built(t) {
		folder[r.Name] = r.Folder
	}
	for _, r := range built(t) {
		for _, name := range r.In {
			if f, found := folder[name]; found && slices.Index(order, f) > slices.Index(order, r.Folder) {
				t.Errorf("%s/%s reads %s/%s", r.Folder, r.Name, f, name)
			}
			if folder[name] == "check" {
				t.Errorf("%s/%s reads the check %s", r.Folder, r.Name, name)
			}
		}
	}
}

// TestBuildOrderFollowsReading also says that all that is read is there: a
// relation, a table that loads fill, or one that configuration fills.
func TestBuildOrderFollowsReading(t *testing.T) {
	there := map[string]bool{}
	for _, name := range slices.Concat(tableNames(t), configured, listNames(t)) {
		there[name] = true
	}
	for _, r := range built(t) {
		for _, name := range r.In {
			if !there[name] {
				t.Errorf("%s/%s reads %s, which is not there yet", r.Folder, r.Name, name)
			}
		}
		there[r.Name] = true
	}
}

// configured are the tables that the pipeline fills from configuration.
var configured = []string{
	"built", "card", "definition", "definition_need", "label", "measure", "measure_dimension", "rule", "rule_condition", "source_adds", "source_complete",
	"link", "link_match", "override", "owner_majority", "owner_majority_reversed", "run",
}

func tableNames(t *testing.T) (names []string) {
	t.Helper()
	tables, err := queries.Tables()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tables {
		names = append(names, r.Name)
	}
	return names
}

func listNames(t *testing.T) (names []string) {
	t.Helper()
	entries, err := fs.ReadDir(data.FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name, found := strings.CutSuffix(e.Name(), ".csv"); found {
			names = append(names, name)
		}
	}
	return names
}

// TestNoTwoTablesHaveOneName is about a defect that happened: a relation that
// replaced a code list of the same name.
func TestNoTwoTablesHaveOneName(t *testing.T) {
	owner := map[string]string{}
	take := func(name, who string) {
		if other, taken := owner[name]; taken {
			t.Errorf("%s is made by %s and by %s", name, other, who)
		}
		owner[name] = who
	}
	for _, name := range tableNames(t) {
		take(name, "table/")
	}
	for _, name := range configured {
		take(name, "configuration")
	}
	for _, name := range listNames(t) {
		take(name, "data/")
	}
	for _, r := range built(t) {
		take(r.Name, r.Folder+"/")
	}
	load, err := queries.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range load {
		if r.Into == "" {
			take(r.Name, "load/")
		} else if r.Into != r.Name || !slices.Contains(tableNames(t), r.Into) {
			t.Errorf("load/%s adds to %s, which is not its table", r.Name, r.Into)
		}
	}
}

func TestCirclesAndUnknownQueriesAreRefused(t *testing.T) {
	if _, err := queries.Published("nothing"); err == nil || !strings.Contains(err.Error(), "publish/nothing.sql") {
		t.Errorf("Published gave %v", err)
	}
	if _, err := queries.Answer("nothing"); err == nil || !strings.Contains(err.Error(), "explain/nothing.sql") {
		t.Errorf("Answer gave %v", err)
	}
}
