package warehouse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseNamesWhatASelectRefersTo(t *testing.T) {
	tests := []struct {
		sql  string
		want Parsed
	}{
		{"select sum(amount) from source", Parsed{Tables: []string{"source"}, Functions: []string{"sum"}}},
		{"with s as (select * from source) select * from s, S", Parsed{Tables: []string{"source"}}},
		{"with source as (select * from source) select * from source", Parsed{Tables: []string{"source"}}},
		{"with a as (select 1), b as (select * from a) select * from b", Parsed{}},
		{"with a as materialized (select * from x) select * from a", Parsed{Tables: []string{"x"}}},
		{"with recursive r as (select 1 as n union all select n + 1 from r) select * from r",
			Parsed{Functions: []string{"+"}}},
		{"select * from (with a as (select 1) select * from a), a", Parsed{Tables: []string{"a"}}},
		{"select (select max(x) from place), exists (from area)",
			Parsed{Tables: []string{"area", "place"}, Functions: []string{"max"}}},
		{"select * from x join y using (k) where k in (select k from z)", Parsed{Tables: []string{"x", "y", "z"}}},
		{"with main as (select 1) select * from main.place", Parsed{Tables: []string{"main.place"}}},
		{"select * from x union all select * from y", Parsed{Tables: []string{"x", "y"}}},
		{"select * from main.place, 'file.csv'", Parsed{Tables: []string{"file.csv", "main.place"}}},
		{"from range(3)", Parsed{TableFunctions: []string{"range"}}},
		{"from unnest([now()])", Parsed{TableFunctions: []string{"unnest"}, Functions: []string{"list_value", "now"}}},
		{"unpivot x on a, b into name n value v", Parsed{Tables: []string{"x"}}},
		{"describe x", Parsed{TableFunctions: []string{"describe"}}},
		{"select CURRENT_DATE, x.current_date", Parsed{Keywords: []string{"current_date"}}},
		{"select list_transform([1], q -> Random())",
			Parsed{Functions: []string{"list_transform", "list_value", "random"}}},
		{"select * replace (now() as a) from x", Parsed{Tables: []string{"x"}, Functions: []string{"now"}}},
		{"select 'now()' as \"random()\"", Parsed{}},
		{"select * from x where a = $1", Parsed{Tables: []string{"x"}}},
	}
	w := openMemory(t)
	for _, tt := range tests {
		got, err := w.Parse(t.Context(), tt.sql)
		must(t, err)
		got.Functions = without(got.Functions, "=")
		if diff := cmp.Diff(tt.want, got, cmp.Transformer("list", func(list []string) []string {
			return append([]string{}, list...)
		})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.sql, diff)
		}
	}
}

func without(list []string, name string) (rest []string) {
	for _, each := range list {
		if each != name {
			rest = append(rest, each)
		}
	}
	return rest
}

func TestParseRefusesWhatIsNotOneSelect(t *testing.T) {
	w := openMemory(t)
	for sql, want := range map[string]string{
		"":                                    "0 statements instead of one SELECT",
		"-- nothing":                          "0 statements instead of one SELECT",
		"select 1; select 2":                  "2 statements instead of one SELECT",
		"select 1; drop table x":              "not a SELECT",
		"insert into x values (1)":            "not a SELECT",
		"delete from x returning *":           "not a SELECT",
		"copy x to 'x.csv'":                   "not a SELECT",
		"attach 'x.duckdb'":                   "not a SELECT",
		"set threads = 1":                     "not a SELECT",
		"pragma version":                      "not a SELECT",
		"create table y as select 1":          "not a SELECT",
		"pivot x on a using count(*)":         "not a SELECT",
		"explain select 1":                    "not a SELECT",
		"select å,\n  line from\n  where":     `syntax error at or near "where", line 3 column 3`,
		"select line\nfrom source\nwhere å =": "syntax error at end of input",
	} {
		_, err := w.Parse(t.Context(), sql)
		wantError(t, err, want)
	}
}

func TestCheckSelectAllowsWhatSourcesNeed(t *testing.T) {
	w := openMemory(t)
	for _, sql := range []string{
		`select line, 'pupils' as measure, '2019/20' as period, coalesce(place.code, 'SE-okand') as place,
			provider_id, pupils - girls as amount, case when pupils is null then 'no_number' end as drop_reason
		from source left join place on place.code = lpad(source.municipality, 4, '0')`,
		"with u as (unpivot source on a, b into name part value amount) select * from u",
		"select line, unnest(['2020', '2021']) as period, strftime(day, '%Y-%m') from source",
		"select max(line) over (partition by x), row_number() over (partition by x order by line) from source",
		"select any_value(name order by line), string_agg(name, '|' order by line), count(*) from source group by all",
		"select * from source qualify rank() over (partition by x order by line) = 1",
		"select distinct on (x) * from source order by line",
		"select line from source order by line limit 1",
		"select nullif(trim(lower(x)), ''), split_part(x, '-', 1), x like 'a%', x[1:2], x || 'y', ifnull(x, 'z') from source",
		"select day + interval 1 day, date_trunc('month', day), make_date(2020, 1, 1), extract(year from day) from source",
		"select amount::decimal(18, 2), try_cast(x as bigint), amount // 3, amount % 3, -amount, round(amount, 1), abs(amount) from source",
		"select * from source, range(3) as r(i), generate_series(1, 2), (values (1)) as v(x)",
		"select regexp_extract(x, '(a)', 1), regexp_matches(x, 'b'), replace(x, 'a', 'b'), x in ('a', 'b') from SOURCE",
		"select source.user from source",
		"select count(*) filter (where x = 'a'), sum(distinct line), grouping(x) from source group by rollup (x);",
	} {
		if err := w.CheckSelect(t.Context(), sql, []string{"source", "place"}); err != nil {
			t.Errorf("%s\n%v", sql, err)
		}
	}
}

func TestCheckSelectRefusesByName(t *testing.T) {
	w := openMemory(t)
	for sql, want := range map[string]string{
		"select * from volume":                                "table volume must not be read; allowed are source, place",
		"select * from information_schema.tables":             "table information_schema.tables",
		"select * from duckdb_settings()":                     "duckdb_settings must not be used",
		"select * from 'secret.csv'":                          "table secret.csv",
		"select * from read_csv('secret.csv')":                "read_csv must not be used",
		`select * from "READ_TEXT"('secret')`:                 "read_text must not be used",
		"select * from glob('*')":                             "glob must not be used",
		"select * from query('select now()')":                 "query must not be used",
		"select * from query_table('volume')":                 "query_table must not be used",
		"select * from json_execute_serialized_sql('{}')":     "json_execute_serialized_sql",
		"describe source":                                     "describe must not be used",
		"show tables":                                         "describe must not be used",
		"select now() from source":                            "function now must not be used",
		"select * from source where day < today()":            "function today",
		"select random() from source":                         "function random",
		"select uuid(), 1":                                    "function uuid",
		"select gen_random_uuid()":                            "function gen_random_uuid",
		"select setseed(0.5)":                                 "function setseed",
		"select nextval('s')":                                 "function nextval",
		"select txid_current()":                               "function txid_current",
		"select getenv('HOME')":                               "function getenv",
		"select current_setting('threads')":                   "function current_setting",
		"select getvariable('x')":                             "function getvariable",
		"select version()":                                    "function version",
		"select age(day) from source":                         "function age",
		"select current_user()":                               "function current_user",
		"select get_current_timestamp()":                      "function get_current_timestamp",
		"select pg_postmaster_start_time()":                   "function pg_postmaster_start_time",
		"select approx_count_distinct(x) from source":         "function approx_count_distinct",
		"select reservoir_quantile(x, 0.5) from source":       "function reservoir_quantile",
		"select no_such_function(x) from source":              "function no_such_function",
		"select system.main.now()":                            "function now",
		"select source.random() from source":                  "function random",
		"select sum(x) over (order by current_timestamp)":     "current_timestamp must not be used",
		"select Current_Date":                                 "current_date must not be used",
		`select "current_time"`:                               "current_time must not be used",
		"select localtime":                                    "localtime must not be used",
		"select localtimestamp":                               "localtimestamp must not be used",
		"select current_user":                                 "current_user must not be used",
		"select user from source":                             "a column of that name is written source.user",
		"select session_user, current_role":                   "session_user must not be used",
		"select current_schema, current_database":             "current_schema must not be used",
		"select rowid from source":                            "rowid must not be used",
		"select * from source limit 3":                        "limit needs order by",
		"select * from source offset 3":                       "limit needs order by",
		"select * from source limit 10%":                      "limit needs order by",
		"select distinct on (x) * from source":                "distinct on needs order by",
		"select first(x) from source":                         "first needs order by",
		"select arg_max(x, day) from source":                  "arg_max needs order by",
		"select string_agg(x, ',') from source":               "string_agg needs order by",
		"select row_number() over () from source":             "row_number needs order by",
		"select lag(x) over (partition by y) from source":     "lag needs order by",
		"select array(select x from source)":                  "array_agg needs order by",
		"select * from source using sample 10":                "sample needs order by",
		"select * from source tablesample 10%":                "sample needs order by",
		"select * from source positional join place":          "positional join needs order by",
		"with v as (select * from volume) select * from v":    "table volume",
		"with a as (select * from b), b as (select 1) from a": "table b",
		"select (select max(x) from volume) from source":      "table volume",
		"select * from source where x in (from volume)":       "table volume",
		"select 1; select 2":                                  "2 statements",
		"delete from source":                                  "not a SELECT",
	} {
		wantError(t, w.CheckSelect(t.Context(), sql, []string{"source", "place"}), want)
	}
}

func TestCheckSelectReportsAllReasons(t *testing.T) {
	err := openMemory(t).CheckSelect(t.Context(), "select now(), current_date from volume, read_csv('x') limit 1", nil)
	wantError(t, err, "volume", "read_csv", "now", "current_date", "limit")
}
