package workspace

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestTheKeyIsMadeOnceAndForItsOwner(t *testing.T) {
	w := opened(t, small(t))
	first, err := w.Key()
	if err != nil || len(first) != 32 || bytes.Equal(first, make([]byte, 32)) {
		t.Fatalf("key %x %v", first, err)
	}
	again, err := w.Key()
	if err != nil || !bytes.Equal(first, again) {
		t.Errorf("key %x, then %x %v", first, again, err)
	}
	about, _ := os.Stat(filepath.Join(w.Dir, "state", "key"))
	if about.Mode() != 0o600 {
		t.Errorf("mode %v", about.Mode())
	}
	other, _ := opened(t, small(t)).Key()
	if bytes.Equal(first, other) {
		t.Error("two workspaces have the same key")
	}
}

func TestADamagedKeyIsNotReplaced(t *testing.T) {
	w := opened(t, small(t))
	path := filepath.Join(w.Dir, "state", "key")
	write(t, path, "short")
	_, err := w.Key()
	want := "key: state/key has 5 bytes, expected 32; restore it from a copy, or delete it and state/tresektor.duckdb to give natural persons new ids"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "short" {
		t.Errorf("the key is now %q", text)
	}
}
