package queries_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline/warehouse"
	"tresektor/queries"

	"github.com/google/go-cmp/cmp"
)

// A fataler is a *testing.T or a *rapid.T.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// A world is a warehouse with a few rows of everything that the relations
// read. Rows are texts: "-" is null and "." is no text; columns left out at
// the end are null.
type world struct {
	t      fataler
	ctx    context.Context
	wh     *warehouse.Warehouse
	rows   map[string][]string
	number map[string]int // keys of providers, periods and loads, from 1
	made   map[string]bool
}

// columns are the tables that configuration fills, as pipeline makes them.
var columns = map[string]string{
	"place":             "code varchar, parent varchar, sort bigint, source varchar, level varchar",
	"area":              "code varchar, parent varchar, sort bigint, source varchar",
	"agreement":         "code varchar, parent varchar, sort bigint, source varchar, branch varchar",
	"sector":            "code varchar, sort bigint, source varchar",
	"attribute":         "code varchar, source varchar, carry_back varchar, values varchar, other_id varchar, unit varchar",
	"remainder_reason":  "code varchar, source varchar",
	"drop_reason":       "code varchar, source varchar",
	"legal_form":        "code varchar, source varchar",
	"owner_control":     "code varchar, source varchar",
	"label":             "list varchar, code varchar, sort bigint, label_sv varchar, label_en varchar, explanation_sv varchar, explanation_en varchar",
	"measure":           "measure varchar, decimals bigint, unit_scale bigint, reference_kind varchar, reference_day varchar, coverage_minimum bigint, is_year_of_months boolean",
	"measure_dimension": "measure varchar, dimension varchar, is_summable boolean",
	"definition":        "definition varchar, sort bigint, applies_from date, remainder_percent bigint, in_spread boolean, bounds varchar",
	"definition_need":   "definition varchar, need bigint, attribute varchar",
	"rule": "definition varchar, rule_order bigint, rule varchar, sector varchar, basis varchar, reason varchar, conditions bigint, " +
		"is_contested boolean, is_fallback boolean, could_be_public boolean, could_be_private boolean, could_be_ideburen boolean",
	"rule_condition":          "definition varchar, rule_order bigint, attribute varchar, value varchar, is_exclusion boolean",
	"card":                    "card varchar, sort bigint, measure varchar, place varchar, area varchar, agreement varchar, definition varchar, period varchar",
	"link":                    "provider_id varchar, organisation_id varchar, status varchar, confirming varchar, score bigint, why varchar",
	"link_match":              "provider_id varchar, organisation_id varchar, name varchar, score bigint, agrees varchar, contradicts varchar",
	"owner_majority":          "provider_id varchar, majority varchar, from_date date, to_date date, is_contested boolean, chain_sv varchar, chain_en varchar, is_presumed boolean, first_seen date, last_seen date",
	"owner_majority_reversed": "decision_id varchar, provider_id varchar, majority varchar, from_date date, to_date date, is_presumed boolean",
	"run":                     "date date",
	"override":                "decision_id varchar, provider_id varchar, valid_from date, valid_to date, definition varchar, sector varchar, reason_code varchar, review_by date, supersedes varchar, line bigint",
	"kind":                    "code varchar, sort bigint, source varchar",
	"source_complete":         "source varchar, attribute varchar",
	"source_adds":             "source varchar, other varchar",
	"series_break":            "measure varchar, from_date varchar",
}

// newWorld has the lists, a measure m that counts on 15 October and may be
// summed over everything, and no definition.
func newWorld(t *testing.T) *world {
	t.Helper()
	return worldIn(t, t.Context(), open(t))
}

func worldIn(t fataler, ctx context.Context, wh *warehouse.Warehouse) *world {
	w := &world{t: t, ctx: ctx, wh: wh, rows: map[string][]string{}, number: map[string]int{}}
	w.put("place", "SE . 1 scb country", "01 SE 2 scb lan", "0114 01 3 scb kommun", "0180 01 4 scb kommun",
		"12 SE 5 scb lan", "1280 12 6 scb kommun", "SE-okand SE 7 scb unknown",
		"GB-SCT . 8 iso country", "GB-GLG GB-SCT 9 iso council")
	w.put("area", "none . 1 x", "skola . 2 x", "grund skola 3 x", "gymn skola 4 x", "vard . 5 x")
	w.put("agreement", "none . 1 x .", "ersattning . 2 x ersattning", "lou ersattning 3 x ersattning",
		"lov ersattning 4 x ersattning", "stod . 5 x stod", "bidrag stod 6 x stod")
	w.put("sector", "public 10 x", "private 20 x", "ideburen 30 x", "nonpublic 40 x", "unknown 50 x")
	w.put("attribute", "name x no . no .", "legal_form x yes . no .", "owner_control x yes . no .", "sector_claim x no public|private|ideburen no .",
		"ownership_claim x no public|nonpublic no .", "registered x no yes no .", "owner_share x no . yes percent", "successor_of x no yes yes .",
		"provider_kind x no . no .", "mask x no none|person|secrecy|natural no .")
	w.put("remainder_reason", "source_is_two_sector x", "new_provider_no_evidence x", "masked_secrecy x", "definition_does_not_split x")
	w.put("drop_reason", "total_row x")
	w.put("legal_form", "10 x", "49 x", "61 x", "82 x")
	w.put("owner_control", "30 x", "41 x")
	w.put("run", "2026-01-01")
	w.measure("m stock 10-15 100", "place area agreement")
	return w
}

// put adds rows to a table.
func (w *world) put(table string, rows ...string) { w.rows[table] = append(w.rows[table], rows...) }

// measure adds "id kind day coverage_minimum" and what it may be summed over.
func (w *world) measure(text, summable string) {
	f := strings.Fields(text)
	w.put("measure", fmt.Sprintf("%s 0 1 %s %s %s", f[0], f[1], f[2], f[3]))
	for _, dimension := range []string{"place", "area", "agreement"} {
		w.put("measure_dimension", fmt.Sprintf("%s %s %t", f[0], dimension, slices.Contains(strings.Fields(summable), dimension)))
	}
}

// simple decides by legal form, and knows a two-sector source.
var simple = []string{
	"public_form: legal_form=82 -> public",
	"nonprofit: legal_form=61 -> ideburen",
	"business: legal_form=49 -> private",
	"not_public: ownership_claim=nonpublic -> nonpublic reason=source_is_two_sector fallback",
	"rest: -> unknown reason=new_provider_no_evidence fallback",
}

// define adds a definition. Options: from=DATE percent=N spread=no bounds=low
// need=ATTRIBUTE|ATTRIBUTE. A rule is
// "id: attribute=value|value !attribute=value -> sector basis could=sector|sector contested fallback reason=code".
func (w *world) define(id, options string, rules ...string) {
	o := pairs(strings.Fields(options))
	sort := len(w.rows["definition"])
	w.put("definition", fmt.Sprintf("%s %d %s %s %t %s", id, sort, or(o["from"], "-"), or(o["percent"], "1000000"),
		o["spread"] != "no", or(o["bounds"], "both")))
	for i, need := range strings.Split(o["need"], ",") {
		for _, attribute := range strings.Split(need, "|") {
			if attribute != "" {
				w.put("definition_need", fmt.Sprintf("%s %d %s", id, i, attribute))
			}
		}
	}
	for order, text := range rules {
		w.rule(id, order, text)
	}
}

func (w *world) rule(definition string, order int, text string) {
	name, rest, _ := strings.Cut(text, ":")
	when, then, found := strings.Cut(rest, "->")
	if !found {
		w.t.Fatalf("rule %q has no ->", text)
	}
	conditions := 0
	for _, condition := range strings.Fields(when) {
		attribute, values, _ := strings.Cut(strings.TrimPrefix(condition, "!"), "=")
		exclusion := strings.HasPrefix(condition, "!")
		if !exclusion {
			conditions++
		}
		for _, value := range strings.Split(values, "|") {
			w.put("rule_condition", fmt.Sprintf("%s %d %s %s %t", definition, order, attribute, value, exclusion))
		}
	}
	words := strings.Fields(then)
	o := pairs(words)
	could := strings.Split(o["could"], "|")
	w.put("rule", fmt.Sprintf("%s %d %s %s %s %s %d %t %t %t %t %t", definition, order, name, words[0], or(o["basis"], "derived"),
		or(o["reason"], "-"), conditions, slices.Contains(words, "contested"), slices.Contains(words, "fallback"),
		slices.Contains(could, "public"), slices.Contains(could, "private"), slices.Contains(could, "ideburen")))
}

// volume adds "provider amount key=value …"; keys: measure period place area
// agreement date source part low high hidden open.
func (w *world) volume(rows ...string) {
	for _, row := range rows {
		f := strings.Fields(row)
		o := pairs(f[2:])
		load := w.load(o)
		period := w.key("period", or(o["measure"], "m")+" "+or(o["period"], "2020")+" "+or(o["date"], "-"), "measure_period")
		provider := w.key("provider", f[0], "provider")
		cell := w.key("cell", fmt.Sprint(period, " ", or(o["place"], "0180"), " ", or(o["area"], "none"), " ", or(o["agreement"], "none")), "cell")
		w.put("volume", fmt.Sprint(load, " ", len(w.rows["volume"])+1, " ", cell, " ", provider, " ", f[1], " ",
			or(o["low"], "0"), " ", or(o["high"], "0"), " ", or(o["hidden"], "0"), " ", or(o["open"], "0")))
		w.put("provider_period", fmt.Sprint(load, " ", provider, " ", period))
	}
}

// evidence adds "provider attribute=value key=value …"; keys: observed, or
// from and to (default: always), other source part line.
func (w *world) evidence(rows ...string) {
	for _, row := range rows {
		f := strings.Fields(row)
		o := pairs(f[2:])
		attribute, value, _ := strings.Cut(f[1], "=")
		from := o["from"]
		if from == "" && o["observed"] == "" {
			from = "1900-01-01"
		}
		w.put("evidence", fmt.Sprint(w.load(o), " ", or(o["line"], fmt.Sprint(len(w.rows["evidence"])+1)), " ", or(o["source"], "src"), " ",
			w.key("provider", f[0], "provider"), " ", attribute, " ", value, " ", or(o["other"], "-"), " ", or(from, "-"), " ", or(o["to"], "-"), " ", or(o["observed"], "-")))
	}
}

// known gives a provider of each decided sector and one of each remainder,
// under the rules of simple.
func (w *world) known() {
	w.evidence("se:public legal_form=82", "se:ideburen legal_form=61", "se:private legal_form=49", "se:nonpublic ownership_claim=nonpublic")
}

func (w *world) load(o map[string]string) int {
	source, part := or(o["source"], "src"), or(o["part"], "p1")
	name := source + " " + part
	if n, found := w.number["load "+name]; found {
		return n
	}
	n := len(w.rows["load"]) + 1
	w.number["load "+name] = n
	w.put("load", fmt.Sprintf("%d key%d %s %s %s-%s.csv sha%s%s 1 utf-8 ; 1 1 0 0", n, n, source, part, source, part, source, part))
	return n
}

func (w *world) key(kind, name, table string) int {
	if n, found := w.number[kind+" "+name]; found {
		return n
	}
	n := len(w.rows[table]) + 1
	w.number[kind+" "+name] = n
	w.put(table, fmt.Sprint(n, " ", name))
	return n
}

func fieldsAfter(row string, n int) []string { return strings.Fields(row)[n:] }

func pairs(words []string) map[string]string {
	o := map[string]string{}
	for _, word := range words {
		if key, value, found := strings.Cut(word, "="); found {
			o[key] = value
		}
	}
	return o
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// tables makes the tables that loads and configuration fill.
func (w *world) tables() *world {
	w.t.Helper()
	tables, err := queries.Tables()
	w.must(err)
	for _, r := range tables {
		w.exec("create or replace table " + r.Name + " as " + r.SQL)
	}
	macros, err := queries.Macros()
	w.must(err)
	for _, m := range macros {
		w.must(w.wh.Macro(w.ctx, m.Name, m.Of, m.SQL))
	}
	for name, list := range columns {
		w.exec("create or replace table " + name + " (" + strings.ReplaceAll(list, "values varchar", `"values" varchar`) + ")")
	}
	for table, rows := range w.rows {
		var values []string
		for _, row := range rows {
			lacking := max(0, strings.Count(columns[table], ",")+1-len(strings.Fields(row)))
			values = append(values, "("+literals(row+strings.Repeat(" -", lacking))+")")
		}
		w.exec("insert into " + table + " values " + strings.Join(values, ", "))
	}
	w.exec("insert into provider_cell select load_id, cell_key, provider_key, sum(amount), sum(hidden_low), sum(hidden_high), " +
		"sum(hidden_units), sum(open_units) from volume group by all")
	return w
}

func literals(row string) string {
	cells := strings.Fields(row)
	for i, cell := range cells {
		switch cell {
		case "-":
			cells[i] = "null"
		case ".":
			cells[i] = "''"
		default:
			cells[i] = "'" + strings.ReplaceAll(cell, "'", "''") + "'"
		}
	}
	return strings.Join(cells, ", ")
}

// build makes the world's tables; a query makes the relations it reads.
func (w *world) build() *world {
	w.t.Helper()
	w.made = map[string]bool{}
	return w.tables()
}

// relate makes the relations that a query reads and those behind them, in the
// order of a build, and tests that each one's grain identifies its rows.
func (w *world) relate(query string) {
	w.t.Helper()
	parsed, err := w.wh.Parse(w.ctx, query)
	w.must(err)
	relations, err := queries.All()
	w.must(err)
	wanted := map[string]bool{}
	for _, name := range parsed.Tables {
		wanted[name] = true
	}
	for _, r := range slices.Backward(relations) {
		for _, name := range r.In {
			wanted[name] = wanted[name] || wanted[r.Name]
		}
	}
	for _, r := range relations {
		if wanted[r.Name] && !w.made[r.Name] {
			w.made[r.Name] = true
			w.relation(r)
		}
	}
}

func (w *world) relation(r queries.Relation) {
	w.t.Helper()
	_, err := w.wh.Relation(w.ctx, r.Name, r.SQL, r.View)
	w.must(err)
	if r.Free {
		return
	}
	ok, example, err := w.wh.Unique(w.ctx, r.Name, r.Grain)
	w.must(err)
	if !ok {
		w.t.Fatalf("%s/%s: grain %v does not identify its rows: %s", r.Folder, r.Name, r.Grain, example)
	}
}

func (w *world) exec(sql string) {
	w.t.Helper()
	w.must(w.wh.Exec(w.ctx, sql))
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%v", err)
	}
}

// got is the rows of a query, each as a line: "-" is null, "." no text and
// "|.|" a full stop.
func (w *world) got(query string) (lines []string) {
	w.t.Helper()
	w.relate(query)
	rows, err := w.wh.Query(w.ctx, "select columns(*)::varchar from ("+query+")")
	w.must(err)
	defer rows.Close()
	names, err := rows.Columns()
	w.must(err)
	for rows.Next() {
		cells, into := make([]sql.NullString, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		w.must(rows.Scan(into...))
		var words []string
		for _, cell := range cells {
			switch {
			case !cell.Valid:
				words = append(words, "-")
			case cell.String == "":
				words = append(words, ".")
			case cell.String == ".":
				words = append(words, "|.|")
			default:
				words = append(words, cell.String)
			}
		}
		lines = append(lines, strings.Join(words, " "))
	}
	w.must(rows.Err())
	return lines
}

// expect compares a query's rows, in their order, with lines.
func (w *world) expect(query string, want ...string) {
	w.t.Helper()
	if diff := cmp.Diff(want, w.got(query)); diff != "" {
		w.t.Fatalf("%s\n(-want +got)\n%s", query, diff)
	}
}
