package warehouse

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// fileWith makes a database file with 100,000 rows in table t.
func fileWith(t *testing.T, path string) []byte {
	t.Helper()
	w, err := Open(t.Context(), path, Options{})
	must(t, err)
	_, err = w.Relation(t.Context(), "t", "select range as a, md5(range::varchar) as b from range(100000)", false)
	must(t, err)
	must(t, w.Close())
	content, err := os.ReadFile(path)
	must(t, err)
	return content
}

func TestOpenTellsADamagedFile(t *testing.T) {
	dir := t.TempDir()
	whole := fileWith(t, filepath.Join(dir, "whole.duckdb"))
	flipped := slices.Clone(whole)
	for i := 14000; i < len(flipped); i += 1000 {
		flipped[i] ^= 0x55
	}
	tests := map[string]struct {
		content []byte
		want    string
	}{
		"garbage":    {[]byte("<html>not a database, an error page saved under its name</html>"), "not a valid DuckDB"},
		"empty":      {nil, "not a valid DuckDB"},
		"zeros":      {make([]byte, 100_000), "not a valid DuckDB"},
		"header cut": {whole[:5000], "Could not read enough bytes"},
		"cut":        {whole[:len(whole)/2], "expected at least"},
		"end cut":    {whole[:len(whole)-10], "expected at least"},
		"flipped":    {flipped, "Corrupt database file"},
		"foreign":    {otherVersion(t, whole, 39), "version number 39"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name+".duckdb")
			must(t, os.WriteFile(path, tt.content, 0o600))
			_, err := Open(t.Context(), path, Options{})
			damaged := (*DamagedError)(nil)
			if !errors.As(err, &damaged) || damaged.Path != path {
				t.Fatalf("error is %v, want a *DamagedError of %s", err, path)
			}
			wantError(t, err, tt.want)
			must(t, Remove(path))
			must(t, openFile(t, path, Options{}).Exec(t.Context(), "create table t as select 1 as a"))
		})
	}
}

// otherVersion is a file with another storage version and a right checksum.
func otherVersion(t *testing.T, content []byte, version uint64) []byte {
	t.Helper()
	changed := slices.Clone(content)
	header := changed[8:4096]
	if binary.LittleEndian.Uint64(changed) != checksum(header) {
		t.Fatal("the checksum of a file header is made in another way")
	}
	binary.LittleEndian.PutUint64(header[4:], version)
	binary.LittleEndian.PutUint64(changed, checksum(header))
	return changed
}

// checksum is DuckDB's, for a length divisible by eight.
func checksum(data []byte) uint64 {
	sum := uint64(5381)
	for i := 0; i < len(data); i += 8 {
		sum ^= binary.LittleEndian.Uint64(data[i:]) * 0xbf58476d1ce4e5b9
	}
	return sum
}

func TestDamageFoundLaterIsADamagedError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	content := fileWith(t, path)
	for i := len(content) - 300_000; i < len(content); i += 1000 {
		content[i] ^= 0x55
	}
	must(t, os.WriteFile(path, content, 0o600))
	w, err := Open(t.Context(), path, Options{})
	if err == nil {
		defer w.Close()
		_, err = w.Query(t.Context(), "select sum(a), max(b) from t")
	}
	if damaged := (*DamagedError)(nil); !errors.As(err, &damaged) {
		t.Errorf("error is %v, want a *DamagedError", err)
	}
}

func TestOpenDoesNotCallOtherTroubleDamage(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]string{
		dir: "Is a directory",
		filepath.Join(dir, "nowhere", "w.duckdb"): "No such file",
	} {
		_, err := Open(t.Context(), path, Options{})
		wantError(t, err, want)
		if damaged := (*DamagedError)(nil); errors.As(err, &damaged) {
			t.Errorf("%v is called damage", err)
		}
	}
}

// Whoever rebuilds a damaged file must not do it because somebody stopped the run.
func TestAnInterruptedOpeningIsNoDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "whole.duckdb")
	fileWith(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Open(ctx, path, Options{})
	if damaged := (*DamagedError)(nil); errors.As(err, &damaged) || !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v, want context canceled", err)
	}
}

func TestOpenTellsAFileThatAnotherProcessHasOpen(t *testing.T) {
	if path := os.Getenv("WAREHOUSE_CHILD"); path != "" {
		openFile(t, path, Options{})
		fmt.Println("open")
		io.ReadAll(os.Stdin)
		return
	}
	path := filepath.Join(t.TempDir(), "w.duckdb")
	holder := child(t, t.Name(), path)
	in, err := holder.StdinPipe()
	must(t, err)
	out, err := holder.StdoutPipe()
	must(t, err)
	must(t, holder.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatal(line, err)
	}
	_, err = Open(t.Context(), path, Options{})
	locked := (*LockedError)(nil)
	if !errors.As(err, &locked) || locked.Path != path {
		t.Errorf("error is %v, want a *LockedError of %s", err, path)
	}
	wantError(t, err, fmt.Sprintf("PID %d", holder.Process.Pid))
	must(t, in.Close())
	must(t, holder.Wait())
	openFile(t, path, Options{})
}

func TestCloseLeavesNoLog(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.duckdb")
	w, err := Open(t.Context(), path, Options{})
	must(t, err)
	must(t, w.Exec(t.Context(), "create table t as select 1 as a"))
	if _, err := os.Stat(path + ".wal"); err != nil {
		t.Fatal("there is no log to speak of")
	}
	must(t, w.Close())
	wantFiles(t, dir, "w.duckdb")
}

func TestCloseSaysWhenTheLogCouldNotBeWritten(t *testing.T) {
	w, err := Open(t.Context(), filepath.Join(t.TempDir(), "w.duckdb"), Options{})
	must(t, err)
	conn, err := w.db.Conn(t.Context())
	must(t, err)
	defer conn.Close()
	_, err = conn.ExecContext(t.Context(), "begin; create table t as select 1 as a")
	must(t, err)
	wantError(t, w.Close(), "CHECKPOINT")
}

// After a kill there is a log; cut off, it opens at an earlier commit.
func TestTruncatedLogOpensSilentlyAtAnEarlierCommit(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "w.duckdb"), filepath.Join(dir, "copy.duckdb")
	w := openFile(t, path, Options{})
	must(t, w.Ingest(t.Context(), threeRecords(t), func(l *Load) error {
		return l.Exec(t.Context(), "create table kept as select * from source")
	}))
	must(t, w.Exec(t.Context(), "insert into kept select * from kept"))
	copyFile(t, path, copied, 0)
	copyFile(t, path+".wal", copied+".wal", 0)
	if got := query(t, openFile(t, copied, Options{}), "select count(*) from kept"); got[0] != "600" {
		t.Errorf("with its log the file has %v rows, want 600", got)
	}
	copied = filepath.Join(dir, "cut.duckdb")
	copyFile(t, path, copied, 0)
	copyFile(t, path+".wal", copied+".wal", 100)
	if got := query(t, openFile(t, copied, Options{}), "select count(*) from kept"); got[0] != "300" {
		t.Errorf("with a log cut off the file has %v rows, expected the trap to give 300", got)
	}
}

func copyFile(t *testing.T, from, to string, without int) {
	t.Helper()
	content, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, content[:len(content)-without], 0o600))
}

func TestAKilledRunLeavesTheLastCommit(t *testing.T) {
	if path := os.Getenv("WAREHOUSE_CHILD"); path != "" {
		killedRun(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "w.duckdb")
	c := child(t, t.Name(), path)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "in step\n" {
		t.Fatal(line, err)
	}
	must(t, c.Process.Kill())
	c.Wait()
	w := openFile(t, path, Options{})
	if got := query(t, w, "select count(*) from kept"); got[0] != "300" {
		t.Errorf("kept has %v rows, want 300", got)
	}
	wantNothingLeft(t, w)
}

// killedRun commits one load and waits for its end in the next.
func killedRun(t *testing.T, path string) {
	w := openFile(t, path, Options{})
	must(t, w.Ingest(t.Context(), threeRecords(t), func(l *Load) error {
		return l.Exec(t.Context(), "create table kept as select * from source")
	}))
	w.Ingest(t.Context(), threeRecords(t), func(l *Load) error {
		must(t, l.Exec(t.Context(), "insert into kept select * from source"))
		fmt.Println("in step")
		select {}
	})
}
