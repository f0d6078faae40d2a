package browser

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tresektor/pipeline"
	"tresektor/pipeline/workspace"
)

// theDay is the clock of every run in these tests.
func theDay() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) }

// A publication is a folder of editions, and the id of its current one.
type publication struct{ dir, id string }

func (p publication) edition() string { return filepath.Join(p.dir, p.id) }

// publish makes an edition of the workspace in dir.
func publish(ctx context.Context, dir string) (publication, error) {
	report, err := pipeline.Refresh(ctx, pipeline.Options{Dir: dir, Date: theDay()})
	return publication{filepath.Join(dir, "editions"), report.Edition}, err
}

// example makes the example's edition when the first test asks for it.
var example = sync.OnceValues(func() (publication, error) {
	dir := filepath.Join(ownFolder(), "example")
	if err := workspace.Init(dir, true); err != nil {
		return publication{}, err
	}
	return publish(context.Background(), dir)
})

func publishedExample(t *testing.T) publication {
	t.Helper()
	p, err := example()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// pages are all pages of a publication, relative to its folder, sorted.
func (p publication) pages(t *testing.T) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(p.dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") {
			name, _ := filepath.Rel(p.dir, path)
			list = append(list, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}
