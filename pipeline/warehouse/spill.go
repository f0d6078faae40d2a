package warehouse

import (
	"os"
	"path/filepath"
)

// tempDir is where a warehouse spills what its memory limit does not hold.
// DuckDB's own choice for a database in memory is the working directory.
func tempDir(path string, o Options) string {
	if o.TempDir != "" || path == "" {
		return o.TempDir
	}
	return path + ".tmp"
}

// makeSpill makes dir for its owner alone, as DuckDB would not, and removes
// what a killed run left in it.
func makeSpill(dir string) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	left, err := filepath.Glob(filepath.Join(dir, "duckdb_temp_*"))
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}
