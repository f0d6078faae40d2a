package warehouse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRelationCountsAndReplaces(t *testing.T) {
	w := openMemory(t)
	steps := []struct {
		sql  string
		view bool
		rows int64
		want string
	}{
		{"select 1 as a union all select 2 -- two", false, 2, "3"},
		{"select 5 as a", false, 1, "5"},
		{"select 7 as a", true, -1, "7"},
		{"select 8 as a", true, -1, "8"},
		{"select 9 as a where false", false, 0, "<nil>"},
	}
	for _, s := range steps {
		rows, err := w.Relation(t.Context(), "Share", s.sql, s.view)
		must(t, err)
		if rows != s.rows {
			t.Errorf("%s: %d rows, want %d", s.sql, rows, s.rows)
		}
		if got := query(t, w, "select sum(a) from share"); got[0] != s.want {
			t.Errorf("%s: sum is %v, want %s", s.sql, got, s.want)
		}
	}
}

func TestRelationTakesArgumentsAndOneSelect(t *testing.T) {
	w := openMemory(t)
	rows, err := w.Relation(t.Context(), "r", "select * from range(10) t(a) where a < ?", false, 3)
	must(t, err)
	if rows != 3 {
		t.Errorf("%d rows, want 3", rows)
	}
	for _, sql := range []string{"select 1 as a; drop table r", "drop table r", "select"} {
		_, err := w.Relation(t.Context(), "r2", sql, false)
		wantError(t, err, "relation r2", "Parser Error")
	}
	if got := query(t, w, "select count(*) from r"); got[0] != "3" {
		t.Errorf("r has %v rows", got)
	}
}

func TestUniqueNamesARowThatIsNot(t *testing.T) {
	w := openMemory(t)
	_, err := w.Relation(t.Context(), "r", `
		select * from (values ('a', 1), ('a', 2), ('b', 1), (null, 1), (null, 1)) as r("odd ""name", n)`, false)
	must(t, err)
	tests := []struct {
		grain   []string
		ok      bool
		example string
	}{
		{[]string{`odd "name`}, false, "a, 2 rows"},
		{[]string{"n", `odd "name`}, false, "1, null, 2 rows"},
	}
	for _, tt := range tests {
		ok, example, err := w.Unique(t.Context(), "r", tt.grain)
		must(t, err)
		if ok != tt.ok || example != tt.example {
			t.Errorf("%v: %v %q, want %v %q", tt.grain, ok, example, tt.ok, tt.example)
		}
	}
	must(t, w.Exec(t.Context(), `delete from r where "odd ""name" is null`))
	if ok, example, err := w.Unique(t.Context(), "r", []string{`odd "name`, "n"}); !ok || err != nil {
		t.Errorf("unique is %v, %q, %v", ok, example, err)
	}
	if _, _, err := w.Unique(t.Context(), "r", []string{"no_such_column"}); err == nil {
		t.Error("an unknown column is unique")
	}
}

func TestColumnsAndDescribe(t *testing.T) {
	w := openMemory(t)
	must(t, w.Put(t.Context(), Table{"kept", ledgerRecord(0, 5)}))
	got, err := w.Columns(t.Context(), "kept")
	must(t, err)
	want := []Column{{"line", "BIGINT"}, {"provider", "VARCHAR"}, {"amount", "DECIMAL(18,2)"}, {"day", "DATE"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	must(t, w.Ingest(t.Context(), threeColumns(t), func(l *Load) error {
		got, err := l.Describe(t.Context(), "select a, sum(b) as b, a / 2 as half from source group by a -- by a")
		if diff := cmp.Diff([]Column{{"a", "BIGINT"}, {"b", "HUGEINT"}, {"half", "DOUBLE"}}, got); diff != "" {
			t.Errorf("described (-want +got):\n%s", diff)
		}
		return err
	}))
	_, err = w.Columns(t.Context(), "no_such_relation")
	wantError(t, err, "no_such_relation")
}

func TestAMacroIsAValueAndNoQuery(t *testing.T) {
	w, ctx := openMemory(t), t.Context()
	if err := w.Macro(ctx, "twice", []string{"n"}, "select n * 2"); err != nil {
		t.Fatal(err)
	}
	var sum int
	var plan strings.Builder
	if err := w.QueryRow(ctx, "select sum(twice(n))::integer from range(4) t(n)").Scan(&sum); err != nil || sum != 12 {
		t.Errorf("twice 0, 1, 2 and 3 sum to %d (%v), want 12", sum, err)
	}
	rows, err := w.Query(ctx, "explain select twice(n) from range(4) t(n)")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var key, value string
		if err := rows.Scan(&key, &value); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(value)
	}
	if strings.Contains(plan.String(), "JOIN") || !strings.Contains(plan.String(), "PROJECTION") {
		t.Errorf("a call is joined with the rows that make it:\n%s", plan.String())
	}
	if err := w.Macro(ctx, "all_of", nil, "from range(4)"); err == nil || !strings.Contains(err.Error(), "write select and one value") {
		t.Errorf("a macro without select: %v", err)
	}
}
