package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// A Column is a column of a relation with DuckDB's name of its type.
type Column struct{ Name, Type string }

// Relation creates or replaces the table, or view, that a SELECT describes
// and says how many rows a table has; -1 for a view. Only a table takes
// arguments.
func (w *Warehouse) Relation(ctx context.Context, name, sql string, view bool, args ...any) (rows int64, err error) {
	rows, err = w.relate(ctx, name, sql, view, args)
	if err != nil {
		return 0, fmt.Errorf("relation %s: %w", name, w.damage(err))
	}
	return rows, nil
}

// relate does not ask first whether the name is that of a table that becomes a
// view, or the other way: asking for every relation of a build takes a fifth of
// the time of a small one.
func (w *Warehouse) relate(ctx context.Context, name, sql string, view bool, args []any) (int64, error) {
	rows, err := w.create(ctx, name, sql, view, args)
	if err == nil {
		return rows, nil
	}
	if dropped, other := w.dropOther(ctx, name, view); other != nil || !dropped {
		return 0, errors.Join(err, other)
	}
	return w.create(ctx, name, sql, view, args)
}

func (w *Warehouse) create(ctx context.Context, name, sql string, view bool, args []any) (int64, error) {
	if view {
		return -1, w.Exec(ctx, "create or replace view "+quote(name)+" as (\n"+sql+"\n)")
	}
	done, err := w.db.ExecContext(ctx, "create or replace table "+quote(name)+" as (\n"+sql+"\n)", args...)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// Macro creates or replaces a function of SQL: a SELECT of one value that
// names its arguments, and of nothing else. Its value takes the place of each
// call: a query there would be joined with the rows that call it.
func (w *Warehouse) Macro(ctx context.Context, name string, of []string, sql string) error {
	value, is := strings.CutPrefix(strings.TrimSpace(sql), "select ")
	if !is {
		return fmt.Errorf("macro %s: begins with %.20q; write select and one value", name, sql)
	}
	err := w.Exec(ctx, "create or replace macro "+quote(name)+"("+strings.Join(of, ", ")+") as (\n"+value+"\n)")
	if err != nil {
		return fmt.Errorf("macro %s: %w", name, err)
	}
	return nil
}

// dropOther drops a table that becomes a view, or a view that becomes a
// table: DuckDB replaces only like by like.
func (w *Warehouse) dropOther(ctx context.Context, name string, view bool) (dropped bool, err error) {
	kind, catalogue := "view", "duckdb_views()"
	if view {
		kind, catalogue = "table", "duckdb_tables()"
	}
	var n int
	query := "select count(*) from " + catalogue + " where database_name = ? and lower(" + kind + "_name) = lower(?)"
	if err := w.QueryRow(ctx, query, catalog, name).Scan(&n); err != nil || n == 0 {
		return false, err
	}
	return true, w.Exec(ctx, "drop "+kind+" "+quote(name))
}

// Unique says whether grain identifies the rows of relation; where it does
// not, example is one combination that occurs more than once.
func (w *Warehouse) Unique(ctx context.Context, relation string, grain []string) (ok bool, example string, err error) {
	var columns, shown []string
	for _, name := range grain {
		columns = append(columns, quote(name))
		shown = append(shown, "coalesce("+quote(name)+"::varchar, 'null')")
	}
	key := strings.Join(columns, ", ")
	err = w.QueryRow(ctx, "select concat_ws(', ', "+strings.Join(shown, ", ")+", count(*) || ' rows') from "+
		quote(relation)+" group by "+key+" having count(*) > 1 order by "+key+" limit 1").Scan(&example)
	if errors.Is(err, sql.ErrNoRows) {
		return true, "", nil
	}
	return false, example, w.damage(err)
}

// Columns lists the columns of a table or view in their order.
func (w *Warehouse) Columns(ctx context.Context, relation string) ([]Column, error) {
	return columns(w.Query(ctx, "describe "+quote(relation)))
}

// Describe lists the columns a SELECT would give, without running it.
func (l *Load) Describe(ctx context.Context, sql string) ([]Column, error) {
	return columns(l.Query(ctx, "describe (\n"+sql+"\n)"))
}

func columns(rows *sql.Rows, err error) (list []Column, _ error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var c Column
		var ignored any
		if err := rows.Scan(&c.Name, &c.Type, &ignored, &ignored, &ignored, &ignored); err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, rows.Err()
}
