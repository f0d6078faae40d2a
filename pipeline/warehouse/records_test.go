package warehouse

import (
	"fmt"
	"testing"

	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/google/go-cmp/cmp"
)

func TestRecordsHasDocumentedTypes(t *testing.T) {
	w := openMemory(t)
	r, release, err := w.Records(t.Context(), `
		select sum(1::bigint) as a, 1::bigint as b, 1.5::decimal(18, 2) as c, sum(1.5::decimal(18, 2)) as d,
			'å' as e, date '2020-02-01' as f, true as g, null as h, sum(2::bigint)::bigint as i`)
	must(t, err)
	defer release()
	var got []string
	for _, field := range r.Schema().Fields() {
		got = append(got, field.Name+" "+field.Type.String())
	}
	want := []string{
		"a decimal(38, 0)", "b int64", "c decimal(18, 2)", "d decimal(38, 2)",
		"e utf8", "f date32", "g bool", "h int32", "i int64",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !r.Next() || r.Record().Column(0).ValueStr(0) != "1" || r.Record().Column(4).ValueStr(0) != "å" {
		t.Errorf("record is %v", r.Record())
	}
}

func TestRecordsStreamsALargeAnswerInItsOrder(t *testing.T) {
	w := openMemory(t)
	const rows = 2*pageRows + 5
	r, release, err := w.Records(t.Context(), fmt.Sprintf(
		"select (? - range)::bigint as a from range(%d) order by a", rows), rows)
	must(t, err)
	defer release()
	want := int64(0)
	for r.Next() {
		for _, a := range r.Record().Column(0).(*array.Int64).Int64Values() {
			if want++; a != want {
				t.Fatalf("row %d is %d", want, a)
			}
		}
	}
	must(t, r.Err())
	if want != rows {
		t.Errorf("%d rows, want %d", want, rows)
	}
	release() // a second time
	wantNothingLeft(t, w)
}

func TestRecordsWithoutRowsHasASchema(t *testing.T) {
	w := openMemory(t)
	r, release, err := w.Records(t.Context(), "select 1::bigint as a, 'x' as b where false")
	must(t, err)
	if r.Next() || r.Err() != nil || r.Schema().NumFields() != 2 {
		t.Errorf("schema %v, error %v", r.Schema(), r.Err())
	}
	release()
	wantNothingLeft(t, w)
}

func TestRecordsThatFailsLeavesNothing(t *testing.T) {
	w := openMemory(t)
	_, _, err := w.Records(t.Context(), "select no_such_column")
	wantError(t, err, "no_such_column")
	_, _, err = w.Records(t.Context(), "select 1; drop table x")
	wantError(t, err, "syntax error")
	wantNothingLeft(t, w)
}

// What comes out goes in again unchanged.
func TestRecordsRoundTrip(t *testing.T) {
	w := openMemory(t)
	must(t, w.Put(t.Context(), Table{"kept", ledgerRecord(0, 5000)}))
	r, release, err := w.Records(t.Context(), "from kept")
	must(t, err)
	defer release()
	must(t, w.Ingest(t.Context(), r, func(l *Load) error {
		return l.Exec(t.Context(), "create table again as select * from source")
	}))
	if got := query(t, w, "select count(*) from (from kept except all from again)"); got[0] != "0" {
		t.Errorf("%v rows differ", got)
	}
}
