package browser

import (
	"os"
	"path/filepath"
	"testing"
)

// installed is a file of an npm package that tests use, where make has put it.
func installed(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("../../build/browser/node_modules", name))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		lacks(t, path+" is not there", "install it with: make build/browser/installed (it needs node 20 and npm)")
	}
	return path
}
