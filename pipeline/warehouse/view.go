package warehouse

import "context"

// View makes a Parquet file a view; it needs OpenFiles.
func (w *Warehouse) View(ctx context.Context, name, path string) error {
	return w.Exec(ctx, "create or replace view "+quote(name)+" as select * from read_parquet("+literal(path)+")")
}
