package pipeline_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"tresektor/pipeline"
	"tresektor/pipeline/workspace"
)

// exampleFolder is where this run of the tests keeps the example's edition.
func exampleFolder() string {
	return filepath.Join(os.TempDir(), fmt.Sprintf("tresektor-example-%d", os.Getpid()))
}

type publishedOnce struct {
	dir    string
	report pipeline.Report
}

// example makes the example's edition when the first test asks for it.
var example = sync.OnceValues(func() (publishedOnce, error) {
	dir := filepath.Join(exampleFolder(), "example")
	if err := workspace.Init(dir, true); err != nil {
		return publishedOnce{}, err
	}
	report, err := pipeline.Refresh(context.Background(), options(dir))
	return publishedOnce{dir, report}, err
})

// publishedExample is the example after a refresh, which is made once for all
// tests. They only read it: whoever changes something uses exampleWorkspace.
func publishedExample(t *testing.T) (dir string, report pipeline.Report) {
	t.Helper()
	made, err := example()
	if err != nil {
		t.Fatal(err)
	}
	return made.dir, made.report
}
