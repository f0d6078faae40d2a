package warehouse

import (
	"testing"
)

func openMemory(t *testing.T) *Warehouse {
	t.Helper()
	w, err := Open(t.Context(), "", Options{Threads: 2, Memory: "500MB"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}
