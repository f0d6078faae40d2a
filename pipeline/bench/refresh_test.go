package bench

import (
	"context"
	"tresektor/pipeline"
)

// refresh does everything there is to do in a workspace.
func refresh(ctx context.Context, j job) (result, error) {
	return timed(func() error {
		_, err := pipeline.Refresh(ctx, pipeline.Options{Dir: j.Dir, Date: clock, Memory: j.Memory})
		return err
	})
}
