package warehouse

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// CheckSelect says why SQL of the user's must not be run: it has to be
// exactly one SELECT that reads only the allowed tables and gives the same
// answer for the same tables on every machine and at every time. All reasons
// are reported.
func (w *Warehouse) CheckSelect(ctx context.Context, sql string, allowed []string) error {
	parsed, err := w.Parse(ctx, sql)
	if err != nil {
		return err
	}
	var failed error
	refuse := func(format string, args ...any) { failed = errors.Join(failed, fmt.Errorf(format, args...)) }
	for _, table := range parsed.Tables {
		if !slices.ContainsFunc(allowed, func(name string) bool { return strings.EqualFold(name, table) }) {
			refuse("table %s must not be read; allowed are %s", table, strings.Join(allowed, ", "))
		}
	}
	for _, name := range parsed.TableFunctions {
		if !slices.Contains([]string{"unnest", "range", "generate_series"}, name) {
			refuse("%s must not be used: it does not read an allowed table", name)
		}
	}
	for _, name := range parsed.Keywords {
		refuse("%s must not be used: it is not the same on every run; a column of that name is written source.%s", name, name)
	}
	for _, name := range parsed.Unordered {
		refuse("%s needs order by: the order of rows is not fixed", name)
	}
	return errors.Join(failed, w.checkFunctions(ctx, parsed.Functions))
}

// checkFunctions allows what DuckDB itself marks as consistent, except for
// what is known to look around anyway, and the macros known to be harmless.
func (w *Warehouse) checkFunctions(ctx context.Context, names []string) error {
	consistent, err := w.consistent(ctx)
	if err != nil {
		return err
	}
	var failed error
	for _, name := range names {
		if isRefused(name) || !consistent[name] && !isSpecial(name) && !isMacro(name) {
			failed = errors.Join(failed, fmt.Errorf("function %s must not be used: it is unknown, or not the same on every run", name))
		}
	}
	return failed
}

// consistent lists the built-in functions all of whose variants give the
// same result for the same arguments.
func (w *Warehouse) consistent(ctx context.Context) (map[string]bool, error) {
	rows, err := w.Query(ctx, `
		select function_name
		from duckdb_functions()
		where internal and function_type in ('scalar', 'aggregate')
		group by function_name
		having bool_and(stability = 'CONSISTENT')`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := map[string]bool{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names[name] = true
	}
	return names, rows.Err()
}

// isRefused names functions that DuckDB marks as consistent although they
// depend on settings, the clock, the plan or chance.
func isRefused(name string) bool {
	return strings.HasPrefix(name, "approx_") || strings.HasPrefix(name, "__internal") ||
		slices.Contains([]string{
			"age", "current_setting", "getvariable", "json_execute_serialized_sql",
			"json_serialize_plan", "reservoir_quantile", "vector_type", "version",
		}, name)
}

// isSpecial names what the binder knows but duckdb_functions() does not
// list as a scalar or aggregate function.
func isSpecial(name string) bool {
	return slices.Contains([]string{
		"unnest", "unlist", "row_number", "rank", "dense_rank", "rank_dense", "percent_rank",
		"cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
	}, name)
}

// isMacro names the macros of DuckDB's own that are allowed.
func isMacro(name string) bool {
	return slices.Contains([]string{
		"nullif", "split_part", "date_add", "count_if", "array_to_string", "round_even",
		"list_sum", "list_min", "list_max", "list_count", "list_any_value", "list_first",
		"list_last", "list_append", "list_prepend", "list_intersect", "list_reverse",
	}, name)
}

// needsOrder names functions whose result depends on the order of rows.
func needsOrder(name string) bool {
	return slices.Contains([]string{
		"first", "last", "any_value", "arbitrary", "list", "array_agg", "string_agg",
		"group_concat", "listagg", "mode", "arg_min", "arg_max", "argmin", "argmax",
		"min_by", "max_by", "arg_min_null", "arg_max_null", "row_number", "ntile", "lag", "lead", "first_value",
		"last_value", "nth_value",
	}, name)
}

// isKeyword names what DuckDB reads as a function call although it is
// written, and parsed, like a column.
func isKeyword(name string) bool {
	return slices.Contains([]string{
		"current_catalog", "current_database", "current_date", "current_role", "current_schema",
		"current_time", "current_timestamp", "current_user", "localtime", "localtimestamp",
		"rowid", "session_user", "user",
	}, name)
}
