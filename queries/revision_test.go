package queries_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/warehouse"
	"tresektor/queries"
)

// revisionTables are what the pipeline fills before revisions are told.
var revisionTables = map[string]string{
	"revision_value":      "stage bigint, definition varchar, measure varchar, period varchar, place varchar, area varchar, agreement varchar, sector varchar, amount bigint, total bigint, share bigint",
	"revision_stage":      "stage bigint, cause varchar",
	"revision_correction": "correction_id varchar, measure varchar, period varchar, cause varchar",
	"revision_measure":    "measure varchar, decimals bigint, is_told boolean",
	"vintage_before": "definition varchar, measure varchar, period varchar, place varchar, area varchar, agreement varchar, sector varchar, " +
		"first_date date, first_amount bigint, first_total bigint, first_share bigint, latest_date date",
	"vintage_period_before": "definition varchar, measure varchar, period varchar, first_date date, latest_date date",
	"run":                   "date date",
}

// revisedValues builds revisions from values: "stage period sector amount total
// share" of the definition d, and the causes of the stages from 1 on.
func revisedValues(t fataler, ctx context.Context, w *warehouse.Warehouse, causes []string, values []string, more ...string) {
	t.Helper()
	exec := func(sql string) {
		if err := w.Exec(ctx, sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
	for name, columns := range revisionTables {
		exec("create or replace table " + name + " (" + columns + ")")
	}
	exec("insert into run values ('2026-11-22')")
	exec("insert into revision_measure values ('m', 0, true)")
	exec("insert into revision_stage values (0, null)")
	for i, cause := range causes {
		exec(fmt.Sprintf("insert into revision_stage values (%d, '%s')", i+1, cause))
	}
	for _, value := range values {
		f := strings.Fields(strings.ReplaceAll(value, "-", "null"))
		exec(fmt.Sprintf("insert into revision_value values (%s, 'd', 'm', '%s', 'p', 'a', 'none', '%s', %s, %s, %s)", f[0], f[1], f[2], f[3], f[4], f[5]))
	}
	for _, sql := range more {
		exec(sql)
	}
	relations, err := queries.Revision()
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, r := range relations {
		if _, err := w.Relation(ctx, r.Name, r.SQL, r.View); err != nil {
			t.Fatalf("%v", err)
		}
		if ok, example, err := w.Unique(ctx, r.Name, r.Grain); !ok || err != nil {
			t.Fatalf("%s: its grain does not identify its rows: %s %v", r.Name, example, err)
		}
	}
}

func rowsOf(t fataler, ctx context.Context, w *warehouse.Warehouse, query string) (rows []string) {
	t.Helper()
	found, err := w.Query(ctx, query)
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer found.Close()
	columns, _ := found.Columns()
	for found.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			t.Fatalf("%v", err)
		}
		var texts []string
		for _, c := range cells {
			texts = append(texts, or(c.String, "-"))
		}
		rows = append(rows, strings.Join(texts, " "))
	}
	return rows
}

func TestARevisionIsSplitByCause(t *testing.T) {
	causes := []string{"source_data", "override"}
	for _, c := range []struct {
		name         string
		values, want []string
	}{
		{"one after the other", []string{
			"0 2024 ideburen 10 100 100000", "1 2024 ideburen 20 100 200000", "2 2024 ideburen 25 125 200000",
		}, []string{"2024 revision source_data override 100000 100000 0 10 5 0 25 -"}},
		{"nothing", []string{"0 2024 ideburen 10 100 100000", "1 2024 ideburen 11 100 110000", "2 2024 ideburen 10 100 100000"}, nil},
		{"a stage between has no number", []string{"0 2024 ideburen 10 100 100000", "2 2024 ideburen 20 100 200000"},
			[]string{"2024 revision override 100000 0 100000 0 10 0 0 -"}},
		{"a number comes", []string{"0 2024 public 1 1 1000000", "1 2024 public 1 1 1000000", "2 2024 public 1 1 1000000", "1 2024 ideburen 10 100 100000", "2 2024 ideburen 12 100 120000"},
			[]string{"2024 revision source_data - - - - - - - appeared"}},
		{"a number goes", []string{"0 2024 ideburen 10 100 100000", "1 2024 ideburen 10 100 100000", "2 2024 public 1 1 1000000", "0 2024 public 1 1 1000000"},
			[]string{"2024 revision override - - - - - - - vanished"}},
		{"a share goes", []string{"0 2024 ideburen 10 100 100000", "1 2024 ideburen 10 0 -", "2 2024 ideburen 10 0 -"},
			[]string{"2024 revision source_data - - - 0 0 -100 0 -"}},
		{"a share goes and nothing else", []string{"0 2024 ideburen 10 100 100000", "1 2024 ideburen 10 100 100000", "2 2024 ideburen 10 100 -"},
			[]string{"2024 revision override - - - 0 0 0 0 -"}},
		{"a new period", []string{"0 2024 ideburen 10 100 100000", "2 2024 ideburen 10 100 100000", "2 2025 ideburen 10 100 100000"},
			[]string{"2025 development new_period - - - - - - - -"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t)

			revisedValuesOf(t, w, causes, c.values)
			got := rowsOf(t, t.Context(), w, `select period, kind, causes, change, source_data_share, override_share,
				source_data_amount, override_amount, source_data_total, override_total, note from revision order by all`)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if rest := rowsOf(t, t.Context(), w, "from revision_unexplained"); rest != nil {
				t.Errorf("unexplained: %v", rest)
			}
		})
	}
}

func revisedValuesOf(t *testing.T, w *warehouse.Warehouse, causes, values []string, more ...string) {
	t.Helper()
	revisedValues(t, t.Context(), w, causes, values, more...)
}

// Between two causes of a protected measure stands a number that nobody has
// published, so that its causes are told as one.
func TestCausesOfAProtectedMeasureAreToldAsOne(t *testing.T) {
	w := open(t)
	revisedValuesOf(t, w, []string{"source_data", "override"}, []string{
		"0 2024 ideburen 10 100 100000", "2 2024 ideburen 20 100 200000",
	}, "update revision_measure set is_told = false")
	got := rowsOf(t, t.Context(), w, "select causes, several_share, several_amount, source_data_share, override_share from revision")
	if diff := cmp.Diff([]string{"several 100000 10 0 0"}, got); diff != "" {
		t.Error(diff)
	}
}

// A correction accounts for its own cause, measure and period.
func TestACorrectionMeetsItsCauseMeasureAndPeriod(t *testing.T) {
	for scope, want := range map[string]string{
		"('R1', 'm', '2024', 'source_data'), ('R2', null, null, 'source_data')": "correction R1 R2",
		"('R1', 'm', null, 'override')":                                         "revision -",
		"('R1', 'n', null, 'source_data')":                                      "revision -",
		"('R1', null, '2023', 'source_data')":                                   "revision -",
	} {
		w := open(t)
		revisedValuesOf(t, w, []string{"source_data", "override"}, []string{
			"0 2024 ideburen 10 100 100000", "1 2024 ideburen 20 100 200000", "2 2024 ideburen 20 100 200000",
		}, "insert into revision_correction values "+scope)
		if got := rowsOf(t, t.Context(), w, "select kind, corrections from revision"); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s", scope, got, want)
		}
	}
}

// The first value stays whatever comes after it.
func TestTheFirstPublishedValueStays(t *testing.T) {
	w := open(t)
	revisedValuesOf(t, w, []string{"source_data"}, []string{
		"0 2024 ideburen 10 100 100000", "1 2024 ideburen 20 100 200000", "0 2024 public 5 100 50000", "1 2024 public 5 100 50000",
		"0 2024 private 7 100 70000", "1 2024 private 8 100 80000", "1 2025 private 8 100 80000",
	}, "insert into vintage_period_before values ('d', 'm', '2024', '2025-01-01', '2025-02-01')",
		"insert into vintage_before values ('d', 'm', '2024', 'p', 'a', 'none', 'public', '2025-01-01', 4, 100, 40000, '2025-02-01'), ('d', 'm', '2024', 'p', 'a', 'none', 'private', '2025-01-01', 6, 100, 60000, '2025-02-01')")
	got := rowsOf(t, t.Context(), w, "select sector, first_date::varchar, first_amount, latest_date::varchar, latest_amount from vintage order by sector")
	if diff := cmp.Diff([]string{"ideburen 2025-01-01 10 2026-11-22 20", "private 2025-01-01 6 2026-11-22 8", "public 2025-01-01 4 2025-02-01 5"}, got); diff != "" {
		t.Error(diff)
	}
	got = rowsOf(t, t.Context(), w, "select period, first_date::varchar, latest_date::varchar from vintage_period order by period")
	if diff := cmp.Diff([]string{"2024 2025-01-01 2026-11-22", "2025 2026-11-22 2026-11-22"}, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever stages hold, parts sum to the difference, and the order of rows does
// not matter.
func TestPartsOfRevisionsAlwaysSum(t *testing.T) {
	w := open(t)
	ctx := t.Context()
	rapid.Check(t, func(t *rapid.T) {
		causes := []string{"program", "source_data", "definition", "evidence"}[:rapid.IntRange(1, 4).Draw(t, "causes")]
		var values []string
		for stage := range len(causes) + 1 {
			for _, cell := range []string{"2024 ideburen", "2024 public", "2025 ideburen"} {
				switch rapid.IntRange(0, 4).Draw(t, "is there") {
				case 0:
				case 1:
					values = append(values, fmt.Sprintf("%d %s %d %d -", stage, cell, rapid.IntRange(0, 3).Draw(t, "amount"), rapid.IntRange(0, 3).Draw(t, "total")))
				default:
					values = append(values, fmt.Sprintf("%d %s %d %d %d", stage, cell, rapid.IntRange(0, 3).Draw(t, "amount"), rapid.IntRange(0, 3).Draw(t, "total"), rapid.IntRange(0, 3).Draw(t, "share")))
				}
			}
		}
		revisedValues(t, ctx, w, causes, values)
		if rest := rowsOf(t, ctx, w, "from revision_unexplained"); rest != nil {
			t.Fatalf("unexplained: %v", rest)
		}
		const all = "select * from revision order by definition, measure, period, sector"
		got := rowsOf(t, ctx, w, all)
		slices.Reverse(values)
		revisedValues(t, ctx, w, causes, values)
		if diff := cmp.Diff(got, rowsOf(t, ctx, w, all)); diff != "" {
			t.Fatalf("%s", diff)
		}
	})
}
