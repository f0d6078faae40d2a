package warehouse

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"testing"
)

// child is the test of this name in a process of its own, with
// WAREHOUSE_CHILD set to argument.
func child(t *testing.T, test, argument string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+test+"$", "-test.timeout=60s")
	c.Env = append(os.Environ(), "WAREHOUSE_CHILD="+argument)
	return c
}

// What the guard refuses ends the process without it, by a signal that
// nothing can catch.
func TestWithoutAGuardTheProcessDies(t *testing.T) {
	if os.Getenv("WAREHOUSE_CHILD") != "" {
		crash(t)
		return
	}
	out, err := child(t, t.Name(), "crash").CombinedOutput()
	if err == nil || bytes.Contains(out, []byte("--- FAIL")) {
		t.Errorf("the process ended with %v:\n%s", err, out)
	}
}

func crash(t *testing.T) {
	records := &broken{RecordReader: threeRecords(t), stop: 1, swap: swapped(t)}
	withView(t, records, func(conn *sql.Conn) {
		conn.ExecContext(t.Context(), "create temp table t as select * from source")
	})
}
