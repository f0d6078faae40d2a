package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tresektor/pipeline/edition"
)

// TestServeShowsTheCurrentEdition runs the server as a user would: it says
// where it answers, shows what is published, and ends in order on a signal. The
// working file is not opened, not even where there is none.
func TestServeShowsTheCurrentEdition(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "w")
	if err := copyTree("testdata/workspace", dir); err != nil {
		t.Fatal(err)
	}
	(&killing{t: t, dir: dir, amount: 600}).must("refresh")
	working := filepath.Join(dir, "state", "tresektor.duckdb")
	if err := os.Remove(working); err != nil {
		t.Fatal(err)
	}
	server := exec.Command("tresektor", "serve", "--dir", dir, "--address", "127.0.0.1:0")
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer server.Process.Kill()
	line, _ := bufio.NewReader(out).ReadString('\n')
	url, found := strings.CutPrefix(strings.Fields(line + " .")[1], "http://127.0.0.1:")
	if !found {
		t.Fatalf("the server says %q", line)
	}
	got := read(t, "http://127.0.0.1:"+strings.TrimSuffix(url, ","))
	id, err := edition.Current(filepath.Join(dir, "editions"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(dir, "editions", id, "index.html"))
	if err != nil || got != string(want) {
		t.Errorf("the front page is not the current edition's: %v, %d bytes, want %d", err, len(got), len(want))
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("stopped: %v", err)
	}
	if _, err := os.Stat(working); err == nil {
		t.Error("the server made a working file")
	}
}

// TestNobodyElseIsAnsweredUnlessAsked holds that without an address the server
// answers this machine alone.
func TestNobodyElseIsAnsweredUnlessAsked(t *testing.T) {
	flag := newServeCmd(&settings{}).Flags().Lookup("address")
	host, port, err := net.SplitHostPort(flag.DefValue)
	if ip := net.ParseIP(host); err != nil || ip == nil || !ip.IsLoopback() || port == "" {
		t.Errorf("without --address the server answers on %q (%v)", flag.DefValue, err)
	}
}

func read(t *testing.T, url string) string {
	t.Helper()
	answer, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
