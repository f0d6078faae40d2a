package parquet_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	_ "github.com/marcboeker/go-duckdb"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/parquet"
)

func table(rows ...[]any) edition.Table {
	return edition.Table{
		Name: "share", Title: edition.Text{SV: "Andel per sektor", EN: "Share by sector"},
		Description: edition.Text{SV: "Varje sektors andel.", EN: "Each sector's share."},
		Grain:       []string{"sector"},
		Fields: []edition.Field{
			{Name: "sector", Kind: edition.KindText, Dimension: true, Label: edition.Text{SV: "Sektor", EN: "Sector"},
				Codes: []edition.Code{
					{Code: "public", Label: edition.Text{SV: "Offentlig", EN: "Public"}},
					{Code: "ideburen", Label: edition.Text{SV: "Idéburen", EN: "Non-profit (idéburen)"}},
					{Code: "private", Label: edition.Text{SV: "Privat", EN: "Private"}},
				}},
			{Name: "providers", Kind: edition.KindInteger, Symbol: "symbol"},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Symbol: "symbol"},
			{Name: "contested", Kind: edition.KindBoolean},
			{Name: "from_date", Kind: edition.KindDate},
			{Name: "symbol", Kind: edition.KindText},
		},
		Notes: []edition.Note{
			{Text: edition.Text{SV: "Får visas ensam.", EN: "May be shown alone."}},
			{Text: edition.Text{SV: "Läs detta & <mer>.", EN: "Read this."}, Mandatory: true, Field: "share"},
		},
		Source:  []edition.Text{{SV: "Skolverket: elever", EN: "Skolverket: pupils"}},
		Contact: "statistik@example.org", Licence: "https://example.org/licence", Updated: "2026-11-22",
		Rows: rows,
	}
}

func write(t interface{ Fatal(...any) }, tab edition.Table) []byte {
	var out bytes.Buffer
	if err := parquet.Write(&out, tab); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A duck is DuckDB, and a folder for the files it reads.
type duck struct {
	*sql.DB
	folder string
}

func open(t *testing.T) duck {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return duck{db, t.TempDir()}
}

func ask(t *testing.T, content []byte, query string) []string { return open(t).ask(t, content, query) }

// ask runs a query over a file, called f in it.
func (d duck) ask(t interface{ Fatal(...any) }, content []byte, query string) (lines []string) {
	path := filepath.Join(d.folder, "f.parquet")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	rows, err := d.Query(strings.ReplaceAll(query, "f.parquet", path))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, cell := range cells {
			if raw, ok := cell.([]byte); ok {
				cell = string(raw)
			}
			line = append(line, fmt.Sprint(cell))
		}
		lines = append(lines, strings.Join(line, "|"))
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return lines
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func four() edition.Table {
	return table(
		[]any{"ideburen", int64(5), "-0.032965", true, "2019-10-15", ""},
		[]any{"private", int64(9), "0.5", false, nil, ""},
		[]any{"nonpublic", nil, nil, nil, nil, "..."},
		[]any{"unknown", int64(0), "0.000000", nil, nil, ""},
	)
}

func TestEveryCellIsReadByDuckDB(t *testing.T) {
	wantLines(t, ask(t, write(t, four()), "select columns(*)::varchar from 'f.parquet'"),
		"ideburen|5|-0.032965|true|2019-10-15|",
		"private|9|0.500000|false|<nil>|",
		"nonpublic|<nil>|<nil>|<nil>|<nil>|...",
		"unknown|0|0.000000|<nil>|<nil>|")
}

func TestColumnsHaveTheTypesOfTheirFields(t *testing.T) {
	wantLines(t, ask(t, write(t, table()), "select column_name, column_type from (describe from 'f.parquet')"),
		"sector|VARCHAR", "providers|BIGINT", "share|DECIMAL(38,6)", "contested|BOOLEAN", "from_date|DATE", "symbol|VARCHAR")
}

// Where least and greatest are trusted, a suppressed number must not be among
// them, and no row may be lost that they deny.
func TestASuppressedNumberIsNotInStatistics(t *testing.T) {
	content := write(t, four())
	wantLines(t, ask(t, content, "select path_in_schema, stats_min_value, stats_max_value, stats_null_count from parquet_metadata('f.parquet')"),
		"sector|ideburen|unknown|0", "providers|0|9|1", "share|-0.032965|0.500000|1",
		"contested|false|true|2", "from_date|2019-10-15|2019-10-15|3", "symbol||...|0")
	for _, query := range []string{
		"select sector from 'f.parquet' where symbol = '' and share < 0",
		"select sector from 'f.parquet' where share < -0.03 and contested and from_date < date '2019-10-16'",
		"select sector from 'f.parquet' where symbol < '.' and providers = 5",
	} {
		wantLines(t, ask(t, content, query), "ideburen")
	}
}

// Statistics of every column are the truth, or are left out: a text above
// 4,096 bytes has none.
func TestStatisticsAreTrueOrLeftOut(t *testing.T) {
	text := rapid.SampledFrom([]any{"", "a", "å", "😀", "ab", "...", strings.Repeat("x", 5000), nil})
	db := open(t)
	rapid.Check(t, func(r *rapid.T) {
		var rows [][]any
		some := rapid.SliceOfN(text, 1, 3).Draw(r, "texts")
		for i := range rapid.IntRange(1, 3000).Draw(r, "rows") {
			rows = append(rows, []any{fmt.Sprint(i), int64(i%7 - 3), fmt.Sprintf("-0.%d", i%10), i%2 == 0, "2024-01-0" + fmt.Sprint(1+i%9), some[i%len(some)]})
		}
		content := write(r, table(rows...))
		var queries []string
		for _, name := range []string{"sector", "providers", "share", "contested", "from_date", "symbol"} {
			queries = append(queries, strings.ReplaceAll(`select 'NAME', s.* from (select stats_min_value as low, stats_max_value as high, stats_null_count as gaps
				from parquet_metadata('f.parquet') where path_in_schema = 'NAME') as s, (select min(NAME)::varchar as low, max(NAME)::varchar as high,
				count(*) - count(NAME) as gaps from 'f.parquet') as t where s.low <> t.low or s.high <> t.high or s.gaps <> t.gaps`, "NAME", name))
		}
		if wrong := db.ask(r, content, strings.Join(queries, " union all ")); len(wrong) > 0 {
			r.Fatalf("wrong statistics: %v", wrong)
		}
	})
}

func TestNumbersAreExactToThirtyEightDigits(t *testing.T) {
	long := strings.Repeat("9", 32) + ".999999"
	wantLines(t, ask(t, write(t, table([]any{"a", nil, long, nil, nil, ""}, []any{"b", nil, "-" + long, nil, nil, ""})),
		"select share::varchar from 'f.parquet'"), long, "-"+long)
	for _, number := range []string{"9" + long, "-9" + long} {
		err := parquet.Write(&bytes.Buffer{}, table([]any{"a", nil, number, nil, nil, ""}))
		if err == nil || !strings.Contains(err.Error(), "row 1: field share") {
			t.Errorf("%s: error %v, want one that names its row and field", number, err)
		}
	}
}

func TestWriteRefusesATableThatIsNotWhatItSays(t *testing.T) {
	if err := parquet.Write(&bytes.Buffer{}, table([]any{"a", "5", nil, nil, nil, ""})); err == nil {
		t.Error("no error")
	}
}

func TestWriteReportsAFullDisk(t *testing.T) {
	if err := parquet.Write(full{}, four()); err == nil {
		t.Error("no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestTheFileDescribesItself(t *testing.T) {
	about := map[string]string{}
	for _, line := range ask(t, write(t, four()), "select decode(key), decode(value) from parquet_kv_metadata('f.parquet')") {
		key, value, _ := strings.Cut(line, "|")
		about[key] = value
	}
	want := map[string]string{
		"name": `"share"`, "title": `{"sv":"Andel per sektor","en":"Share by sector"}`,
		"description": `{"sv":"Varje sektors andel.","en":"Each sector's share."}`,
		"grain":       `["sector"]`, "contact": `"statistik@example.org"`, "licence": `"https://example.org/licence"`,
		"notes":  `[{"sv":"Läs detta & <mer>.","en":"Read this.","mandatory":true,"field":"share","code":""},{"sv":"Får visas ensam.","en":"May be shown alone.","mandatory":false,"field":"","code":""}]`,
		"source": `[{"sv":"Skolverket: elever","en":"Skolverket: pupils"}]`, "publisher": `{"sv":"","en":""}`,
		"reference": `{"sv":"","en":""}`, "updated": `"2026-11-22"`, "next_update": `""`,
	}
	for key, text := range want {
		if about[key] != text {
			t.Errorf("%s is %s, want %s", key, about[key], text)
		}
	}
	var fields []struct {
		Name, Symbol string
		Label        edition.Text
		Codes        []edition.Code
	}
	if err := json.Unmarshal([]byte(about["fields"]), &fields); err != nil {
		t.Fatal(err)
	}
	if f := fields[0]; f.Label.EN != "Sector" || len(f.Codes) != 2 || f.Codes[0].Label.SV != "Idéburen" {
		t.Errorf("the first field is %+v, want Sector with the two codes that occur, in their order", f)
	}
	if fields[2].Symbol != "symbol" || !strings.Contains(about["symbols"], `{"symbol":"...","meaning":{"sv":"Dold`) {
		t.Errorf("a reader is not told what a null means: %+v, %s", fields[2], about["symbols"])
	}
}

func TestThreadsChangeNoByte(t *testing.T) {
	var rows [][]any
	for i := range 130_000 { // more than a row group, and a dictionary above a megabyte
		rows = append(rows, []any{fmt.Sprintf("se:%d", i*7919%1_000_003), int64(i % 1000), fmt.Sprintf("0.%06d", i), i%2 == 0, "2024-01-01", "å"})
	}
	want := write(t, table(rows...))
	wantLines(t, ask(t, want, "select count(distinct row_group_id), max(row_group_num_rows) from parquet_metadata('f.parquet')"), "2|122880")
	wantLines(t, ask(t, want, "select count(*), sum(providers), sum(share)::varchar, count(distinct sector) from 'f.parquet'"), "130000|64935000|8449.935000|130000")
	for _, threads := range []int{1, 8, 1, 8} {
		before := runtime.GOMAXPROCS(threads)
		got := write(t, table(rows...))
		runtime.GOMAXPROCS(before)
		if !bytes.Equal(got, want) {
			t.Errorf("other bytes with %d threads", threads)
		}
	}
}

// What DuckDB reads is what was in the table.
func TestRoundTrip(t *testing.T) {
	text := rapid.StringOf(rapid.RuneFrom([]rune("aå ;\"'\n=\u00a0😀\x01")))
	db := open(t)
	rapid.Check(t, func(r *rapid.T) {
		var rows [][]any
		var want []string
		for i := range rapid.IntRange(0, 5).Draw(r, "rows") {
			id, n, note := fmt.Sprint(i)+text.Draw(r, "id"), rapid.Int64().Draw(r, "amount"), text.Draw(r, "note")
			rows = append(rows, []any{id, n, "0.5", nil, nil, note})
			want = append(want, fmt.Sprintf("%s|%d|0.500000|%s", id, n, note))
		}
		got := db.ask(r, write(r, table(rows...)), "select sector, providers, share::varchar, symbol from 'f.parquet'")
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("-want +got:\n%s", diff)
		}
	})
}
