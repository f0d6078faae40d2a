package warehouse

import (
	"context"
	"strings"
)

// View makes Parquet files of the same columns a view; it needs OpenFiles.
func (w *Warehouse) View(ctx context.Context, name string, paths []string) error {
	var files []string
	for _, path := range paths {
		files = append(files, literal(path))
	}
	return w.Exec(ctx, "create or replace view "+quote(name)+" as select * from read_parquet(["+strings.Join(files, ", ")+"])")
}
