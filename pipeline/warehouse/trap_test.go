package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"slices"
	"testing"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/google/go-cmp/cmp"
	"github.com/marcboeker/go-duckdb"
)

// A shape is a query over the relation source, a view or a table.
type shape struct {
	name, sql string
	right     []string
	viewWrong bool // over a registered view the answer is another
}

// shapes begins with what is worst: two measures of one source.
func shapes() []shape {
	return []shape{
		{"two measures", "select 'b', sum(b) from source union all select 'c', sum(c) from source",
			[]string{"b 49500", "c 34950"}, true},
		{"all columns", "select sum(a), sum(b), sum(c) from source", []string{"4950 49500 34950"}, false},
		{"sum of one column", "select sum(b) from source", []string{"49500"}, true},
		{"sums of two columns", "select sum(c), sum(b) from source", []string{"34950 49500"}, true},
		{"count with filter", "select count(*) from source where a < 10", []string{"10"}, true},
		{"sum with filter", "select sum(a) from source where a < 10", []string{"45"}, true},
		{"filter on another column", "select sum(a) from source where b >= 900", []string{"945"}, true},
		{"in list", "select sum(a) from source where a in (1, 2)", []string{"3"}, true},
		{"group by", "select b % 50 as k, count(*) from source group by k order by k",
			[]string{"0 20", "10 20", "20 20", "30 20", "40 20"}, true},
		{"order and limit", "select b from source order by b desc limit 1", []string{"990"}, true},
		{"join with a table", "select sum(c) from source join few using (b)", []string{"27"}, true},
		{"left join", "select sum(c) from few left join source using (b)", []string{"27"}, true},
		{"self join", "select count(*) from source x join source y on x.a = y.b", []string{"10"}, true},
		{"subquery", "select sum(b) from (select * from source)", []string{"49500"}, true},
		{"cte used twice", `with s as (select a, b from source)
			select (select sum(b) from s), (select count(*) from s)`, []string{"49500 100"}, true},
	}
}

const few = "create temp table few as select * from (values (10), (20), (-1)) as few(b)"

func TestRegisteredViewIgnoresProjectionsAndFilters(t *testing.T) {
	for _, s := range shapes() {
		t.Run(s.name, func(t *testing.T) {
			got := overView(t, threeColumns(t), s.sql)
			if wrong := !slices.Equal(got, s.right); wrong != s.viewWrong {
				t.Errorf("over the view the answer is %v, right is %v", got, s.right)
			}
		})
	}
}

func TestIngestAnswersEveryShapeRight(t *testing.T) {
	w := openMemory(t)
	for _, s := range shapes() {
		t.Run(s.name, func(t *testing.T) {
			must(t, w.Ingest(t.Context(), threeColumns(t), func(l *Load) error {
				must(t, l.Exec(t.Context(), few))
				for range 2 { // the table can be read again
					rows, err := l.Query(t.Context(), s.sql)
					if diff := cmp.Diff(s.right, lines(t, rows, err)); diff != "" {
						t.Errorf("(-want +got):\n%s", diff)
					}
				}
				return nil
			}))
		})
	}
}

func TestRegisteredViewCanBeScannedOnce(t *testing.T) {
	withView(t, threeColumns(t), func(conn *sql.Conn) {
		const all = "select count(*) from (select * from source)"
		for i, want := range []string{"100", "0"} {
			rows, err := conn.QueryContext(t.Context(), all)
			if got := lines(t, rows, err); got[0] != want {
				t.Errorf("scan %d counts %v rows, expected the trap to give %s", i+1, got, want)
			}
		}
	})
}

func TestRegisteredViewIsNotTemporary(t *testing.T) {
	withView(t, threeColumns(t), func(conn *sql.Conn) {
		rows, err := conn.QueryContext(t.Context(), "select temporary from duckdb_views() where view_name = 'source'")
		if got := lines(t, rows, err); !slices.Equal(got, []string{"false"}) {
			t.Errorf("temporary is %v: the view can be made in the default database again", got)
		}
	})
}

func TestReaderThatStopsEarlyTruncatesSilently(t *testing.T) {
	got := overView(t, &broken{RecordReader: threeRecords(t), stop: 2}, "select count(*) from (select * from source)")
	if !slices.Equal(got, []string{"200"}) {
		t.Errorf("count is %v, expected the trap to give 200 of 300", got)
	}
}

func overView(t *testing.T, records array.RecordReader, query string) (got []string) {
	t.Helper()
	withView(t, records, func(conn *sql.Conn) {
		_, err := conn.ExecContext(t.Context(), few)
		must(t, err)
		rows, err := conn.QueryContext(t.Context(), query)
		got = lines(t, rows, err)
	})
	return got
}

// withView registers records as the view source through go-duckdb alone.
func withView(t *testing.T, records array.RecordReader, f func(*sql.Conn)) {
	t.Helper()
	c, err := duckdb.NewConnector("", nil)
	must(t, err)
	db := sql.OpenDB(c)
	defer db.Close()
	conn, err := db.Conn(t.Context())
	must(t, err)
	defer conn.Close()
	var release func()
	must(t, conn.Raw(func(dc any) error {
		a, err := duckdb.NewArrowFromConn(dc.(driver.Conn))
		must(t, err)
		release, err = a.RegisterView(records, "source")
		return err
	}))
	f(conn)
	_, err = conn.ExecContext(context.WithoutCancel(t.Context()), "drop view source")
	must(t, err)
	release()
}
