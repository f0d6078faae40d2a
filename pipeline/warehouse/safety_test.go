package warehouse

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWarehouseRefusesFilesExtensionsAndSettings(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "secret.csv")
	must(t, os.WriteFile(file, []byte("a\n1\n"), 0o600))
	w := openFile(t, filepath.Join(dir, "w.duckdb"), Options{})
	must(t, w.Exec(t.Context(), "create table x as select 1 as a"))
	for _, sql := range []string{
		"select * from read_csv('" + file + "')",
		"select * from '" + file + "'",
		"select * from read_text('" + file + "')",
		"select * from glob('" + dir + "/*')",
		"select * from read_parquet('" + file + "')",
		"copy x to '" + dir + "/out.csv'",
		"copy x from '" + file + "'",
		"export database '" + dir + "/out'",
		"attach '" + dir + "/other.duckdb'",
		"install httpfs",
		"load httpfs",
		"set threads = 1",
		"set enable_external_access = true",
		"set lock_configuration = false",
		"reset enable_external_access",
		"pragma memory_limit = '1GB'",
		"set temp_directory = '" + dir + "'",
	} {
		if err := w.Exec(t.Context(), sql); err == nil {
			t.Errorf("%s was run", sql)
		}
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	for _, entry := range left {
		if entry.Name() == "out.csv" || entry.Name() == "out" || entry.Name() == "other.duckdb" {
			t.Errorf("%s was made", entry.Name())
		}
	}
}

func TestSettingsAreApplied(t *testing.T) {
	w := openFile(t, filepath.Join(t.TempDir(), "w.duckdb"), Options{Threads: 3, Memory: "200MB"})
	want := map[string]string{
		"threads": "3", "memory_limit": "190.7 MiB", "preserve_insertion_order": "false",
		"temp_directory": w.path + ".tmp", "autoload_known_extensions": "false",
		"autoinstall_known_extensions": "false", "lock_configuration": "true",
	}
	for name, value := range want {
		if got := query(t, w, "select current_setting('"+name+"')"); got[0] != value {
			t.Errorf("%s is %v, want %s", name, got, value)
		}
	}
}

// Spilling works with external access off, and leaves nothing.
func TestWarehouseSpillsBesideItsFile(t *testing.T) {
	const big = "create temp table big as select range as a, md5(range::varchar) as b from range(1500000)"
	none := openFile(t, "", Options{Threads: 2, Memory: "40MB"})
	wantError(t, none.Exec(t.Context(), big), "Out of Memory")

	dir := t.TempDir()
	path := filepath.Join(dir, "w.duckdb")
	must(t, os.MkdirAll(path+".tmp", 0o700))
	left := filepath.Join(path+".tmp", "duckdb_temp_storage-0.tmp")
	must(t, os.WriteFile(left, []byte("of a killed run"), 0o600))
	w, err := Open(t.Context(), path, Options{Threads: 2, Memory: "40MB"})
	must(t, err)
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed run spilled is still there")
	}
	must(t, w.Exec(t.Context(), big))
	must(t, w.Close())
	wantFiles(t, dir, "w.duckdb")
}

func wantFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	if len(got) != len(want) {
		t.Errorf("%v in the folder, want %v", got, want)
	}
}

func TestPathsAreTakenLiterally(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "100 % välfärd 'ja' #1: a")
	must(t, os.MkdirAll(dir, 0o700))
	path := filepath.Join(dir, "w.duckdb")
	w, err := Open(t.Context(), path, Options{})
	must(t, err)
	must(t, w.Exec(t.Context(), "create table x as select 1 as a"))
	must(t, w.Close())
	wantFiles(t, dir, "w.duckdb")
	if got := query(t, openFile(t, path, Options{}), "from x"); got[0] != "1" {
		t.Errorf("x holds %v", got)
	}
}

func TestOpenRefusesAPathThatWouldHaveItsLogElsewhere(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(t.Context(), filepath.Join(dir, "what?.duckdb"), Options{})
	wantError(t, err, "what?.duckdb", "question mark")
	wantFiles(t, dir)
}

func TestOpenFilesReadsFiles(t *testing.T) {
	file := filepath.Join(t.TempDir(), "share.csv")
	must(t, os.WriteFile(file, []byte("a,b\n1,2\n"), 0o600))
	w, err := OpenFiles(t.Context())
	must(t, err)
	defer w.Close()
	rows, err := w.Query(t.Context(), "select * from read_csv(?)", file)
	if got := lines(t, rows, err); got[0] != "1 2" {
		t.Errorf("got %v", got)
	}
	wantError(t, w.Exec(t.Context(), "install httpfs; set autoload_known_extensions = true"))
}
