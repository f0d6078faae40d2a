package queries_test

import (
	"slices"
	"strings"
	"testing"

	"tresektor/queries"
)

// ingested runs the relations of a load, as pipeline does, on what the two
// SELECTs of a source returned.
func ingested(t *testing.T, lines, volumeSelect, evidenceSelect string) *world {
	t.Helper()
	w := newWorld(t)
	w.put("measure", "kr 2 100 flow - 100")
	w.build()
	w.exec("create temp table source as select unnest(" + lines + ")::bigint as line")
	w.exec("create temp table this_load as select 1 as load_id, 'src' as source")
	w.ingest(volumeSelect, evidenceSelect)
	return w
}

func (w *world) ingest(volumeSelect, evidenceSelect string) {
	w.t.Helper()
	for table, sql := range map[string]string{"volume_select": volumeSelect, "evidence_select": evidenceSelect} {
		if sql == "" {
			sql = "select null::bigint as line where false"
		}
		w.exec("create or replace temp table " + table + " as " + sql)
	}
	relations, err := queries.Load()
	w.must(err)
	for _, r := range relations {
		if len(r.When) > 0 && !slices.ContainsFunc(r.When, func(name string) bool { return w.got("select count(*) from " + name)[0] != "0" }) {
			r.SQL = r.Empty()
		}
		switch {
		case r.Into != "":
			w.exec("insert into " + r.Into + " by name\n" + r.SQL)
		case r.View:
			w.exec("create or replace temp view " + r.Name + " as\n" + r.SQL)
		default:
			w.exec("create or replace temp table " + r.Name + " as\n" + r.SQL)
		}
	}
}

// values is a SELECT of rows with named columns: "line provider amount …".
func values(columns string, rows ...string) string {
	var lists []string
	for _, row := range rows {
		lists = append(lists, "("+literals(row)+")")
	}
	var casts []string
	for _, column := range strings.Fields(columns) {
		name, kind, found := strings.Cut(column, ":")
		if !found {
			kind = "varchar"
		}
		casts = append(casts, name+"::"+kind+" as "+name)
		columns = strings.Replace(columns, column, name, 1)
	}
	return "select " + strings.Join(casts, ", ") + " from (values " + strings.Join(lists, ", ") + ") as v(" +
		strings.ReplaceAll(columns, " ", ", ") + ")"
}

func TestAmountsBecomeWholeNumbersOnce(t *testing.T) {
	w := ingested(t, "range(1, 8)", values("line:bigint measure period place provider_id amount:decimal(18,2) amount_low:decimal(18,2) amount_high:decimal(18,2) hidden_units:integer",
		"1 kr 2020 0180 se:a 12.34 - - -", "2 kr 2020 0180 se:a -0.01 - - 0", "3 m 2020 0180 se:b - 1 9 1", "4 m 2020 0180 se:b - - - 2",
		"5 m 2020 0180 se:c 10 5 14 -", "6 m 2020 0180 se:c 1.50 - - -", "7 m 2020 0180 se:c 5 6 4 -"), "")
	w.expect("select line, amount, hidden_low, hidden_high, hidden_units, open_units, area, agreement from volume_amount order by line",
		"1 1234 0 0 0 0 none none", "2 -1 0 0 0 0 none none", "3 0 1 9 1 0 none none", "4 0 0 0 2 2 none none",
		"5 10 -5 4 0 0 none none",
		"6 2 0 0 0 0 none none", // half a person
		"7 5 1 -1 0 0 none none")
	w.expect("select line, measure from inexact order by line", "6 m", "7 m")
	w.expect("select measure, kept, dropped, inexact, inexact_line from measure_sum order by measure", "kr 1233 0 0 -", "m 17 0 2 6")
}

// What is hidden is summed apart from the amounts, and nothing of it is lost: rows
// that hide nothing, or only what has no limits, or only a limit, are of one cell.
func TestCellsOfProvidersKeepWhatIsHidden(t *testing.T) {
	w := ingested(t, "range(1, 10)", values("line:bigint measure period place provider_id amount:bigint amount_low:bigint amount_high:bigint hidden_units:integer",
		"1 m 2020 0180 se:a 10 - - -", "2 m 2020 0180 se:a - 1 9 1", "3 m 2020 0180 se:a - 2 8 3", "4 m 2020 0180 se:a - - - 5",
		"5 m 2020 0180 se:b 7 - - -", "6 m 2020 0114 se:b - 1 4 2", "7 m 2020 0114 se:c 10 6 10 -", "8 m 2020 0114 se:d 10 10 13 0", "9 m 2021 0180 se:a - - - 1"), "")
	w.expect("select period, place, provider_id, amount, hidden_low, hidden_high, hidden_units, open_units from provider_cell "+
		"join provider using (provider_key) join cell using (cell_key) join measure_period using (period_key) order by all",
		"2020 0114 se:b 0 1 4 2 0", "2020 0114 se:c 10 -4 0 0 0", "2020 0114 se:d 10 0 3 0 0",
		"2020 0180 se:a 10 3 17 9 5", "2020 0180 se:b 7 0 0 0 0", "2021 0180 se:a 0 0 0 1 1")
}

func TestAnAmountWithMoreDecimalsThanAreReadIsInexact(t *testing.T) {
	w := ingested(t, "[1, 2]", values("line:bigint measure period place provider_id amount:decimal(18,8)", "1 m 2020 0180 se:a 0.99999999", "2 m 2020 0180 se:a 1"), "")
	w.expect("select line from inexact", "1")
}

func TestLargeAndSummedAmountsAreRead(t *testing.T) {
	w := ingested(t, "[1]", "select 1::bigint as line, 'm' as measure, '2020' as period, '0180' as place, 'se:a' as provider_id, sum(x)::hugeint as amount from (values (4500000000000000000::bigint), (4500000000000000000::bigint)) as v(x)", "")
	w.expect("select amount from volume_amount", "9000000000000000000")
	w.expect("from inexact")
}

func TestUnknownCodesAreRejectedByLine(t *testing.T) {
	rows := []string{
		"1 x 2020 0180 none none se:a 1 -", "2 m 2020 9999 none none se:a 1 -", "3 m 2020 0180 xx none se:a 1 -", "4 m 2020 0180 none xx se:a 1 -",
		"5 m 2020 0180 none none - 1 -", "6 m 2020 0180 none none se:a 1 odd", "7 m 2020 - none none se:a 1 -", "8 m 2020 0180 - - se:a 1 total_row",
	}
	w := ingested(t, "range(1, 9)", values("line:bigint measure period place area agreement provider_id amount:bigint drop_reason", rows...), "")
	w.expect("select line, column_name, text, reason from code_fault order by line",
		"1 measure x unknown measure", "2 place 9999 unknown place", "3 area xx unknown area", "4 agreement xx unknown agreement",
		"5 provider_id . no provider", "6 drop_reason odd unknown drop_reason", "7 place . no place; SE-okand is one that is not stated")
	w.expect("select line, fate from line_account order by line",
		"1 rejected", "2 rejected", "3 rejected", "4 rejected", "5 rejected", "6 rejected", "7 rejected", "8 dropped")
	w.expect("from volume")
	w.expect("select measure, reason, rows, amount from dropped", "m total_row 1 1")
}

func TestPeriodTexts(t *testing.T) {
	good := []string{"2021", "2019/20", "1999/00", "2021-05", "2021-12", "2021-03-31", "2020-02-29"}
	bad := []string{"-", ".", "21", "0000", "2021-00", "2021-13", "2021-02-29", "2021-02-30", "2019/2020", "2019/21", "2019/19", "2021-5", "2021-05-1", "20211", "2021T05"}
	var rows []string
	for _, period := range append(good, bad...) {
		rows = append(rows, "1 m "+period+" 0180 se:a 1")
	}
	w := ingested(t, "[1]", values("line:bigint measure period place provider_id amount:bigint", rows...), "")
	var want []string
	want = append(want, bad...)
	got := w.got("select distinct text from code_fault where reason = 'not a period' order by text nulls first")
	if len(got) != len(want) {
		t.Errorf("refused %v, want %v", got, want)
	}
	for _, period := range good {
		w.expect("select count(*) from code_fault where text = '"+period+"'", "0")
	}
}

func TestEvidenceThatCannotBeUsedIsRejected(t *testing.T) {
	const c = "line:bigint provider_id attribute value observed_date:date valid_from:date valid_to:date drop_reason"
	w := ingested(t, "range(1, 17)", "", values(c,
		"1 se:a legal_form 61 2020-01-01 - - -", "2 se:a legal_form 61 - 2020-01-01 - -", "3 se:a legal_form 61 - 2020-01-01 2021-01-01 -", "4 se:a name Åke 2020-01-01 - - -",
		"5 se:a colour red 2020-01-01 - - -", "6 se:a legal_form 77 2020-01-01 - - -", "7 se:a sector_claim Public 2020-01-01 - - -", "8 se:a owner_control 99 2020-01-01 - - -",
		"9 se:a provider_kind person 2020-01-01 - - -", "10 se:a mask natural 2020-01-01 - - -", "11 - legal_form 61 2020-01-01 - - -", "12 se:a legal_form 61 - - 2021-01-01 -",
		"13 se:a legal_form 61 2020-01-01 2020-01-01 - -", "14 se:a legal_form 61 - 2020-01-01 2020-01-01 -", "15 se:a legal_form 61 2020-01-01 - - odd", "16 - legal_form - - - - -"))
	w.expect("select line, column_name, text, reason from code_fault order by line",
		"5 attribute colour unknown attribute", "6 legal_form 77 unknown value of legal_form", "7 sector_claim Public unknown value of sector_claim",
		"8 owner_control 99 unknown value of owner_control", "9 attribute provider_kind set by the program, not by a source",
		"10 attribute mask set by the program, not by a source", "11 provider_id . no provider", "12 observed_date . neither observed_date nor valid_from",
		"13 observed_date 2020-01-01 both observed_date and valid_from or valid_to", "14 valid_to 2020-01-01 valid_to is not after valid_from",
		"15 drop_reason odd unknown drop_reason")
	w.expect("select line, attribute, value from evidence order by line", "1 legal_form 61", "2 legal_form 61", "3 legal_form 61", "4 name Åke")
	w.expect("select fate, count(*) from line_account group by fate order by fate", "kept 5", "rejected 11")
}

func TestEveryLineIsAccountedFor(t *testing.T) {
	w := ingested(t, "range(1, 6)", values("line:bigint measure period place provider_id amount:bigint drop_reason",
		"1 m 2020 0180 se:a 1 -", "1 m 2020 0180 se:a 1 -", "2 m 2020 0180 se:a 1 total_row", "3 m 2020 0180 se:a 1 total_row", "9 m 2020 0180 se:a 1 -"),
		values("line:bigint provider_id attribute value observed_date:date", "3 se:a legal_form 61 2020-01-01", "4 se:a legal_form - 2020-01-01"))
	w.expect("select line, fate from line_account order by line", "1 kept", "2 dropped", "3 kept", "4 kept", "5 lost", "9 invented")
	w.expect("select line, provider_id, times from doubled", "1 se:a 2")
}

func TestARejectedLineIsRejectedWhole(t *testing.T) {
	w := ingested(t, "[1, 2]", values("line:bigint measure period place provider_id amount:bigint", "1 m 2020 0180 se:a 1", "1 x 2020 0180 se:a 2", "2 m 2020 0180 se:b 4"),
		values("line:bigint provider_id attribute value observed_date:date", "1 se:a legal_form 61 2020-01-01", "2 se:b legal_form 61 2020-01-01"))
	w.expect("select line, amount from volume", "2 4")
	w.expect("select line from evidence", "2")
}

func TestNumbersOfProvidersAndPeriodsAreKept(t *testing.T) {
	w := ingested(t, "[1, 2]", values("line:bigint measure period place provider_id amount:bigint", "1 m 2020 0180 se:b 1", "2 m 2021 0180 se:d 1"), "")
	w.expect("select provider_key, provider_id from provider order by all", "1 se:b", "2 se:d")
	w.ingest(values("line:bigint measure period place provider_id amount:bigint reference_date:date", "1 m 2020 0180 se:a 1 -", "2 m 2021 0180 se:d 1 2021-03-31"), "")
	w.expect("select provider_key, provider_id from provider order by all", "1 se:b", "2 se:d", "3 se:a")
	w.expect("select period_key, period, reference_date from measure_period order by all", "1 2020 -", "2 2021 -", "3 2021 2021-03-31")
	w.expect("select period_key, provider_key, count(*) from volume join cell using (cell_key) group by all order by all", "1 1 1", "1 3 1", "2 2 1", "3 2 1")
}

func TestARepeatedStatementIsKeptOnceWithItsFirstLine(t *testing.T) {
	w := ingested(t, "[1, 2, 3]", "", values("line:bigint provider_id attribute value observed_date:date",
		"3 se:a legal_form 61 2020-01-01", "2 se:a legal_form 61 2020-01-01", "1 se:a legal_form 49 2020-01-01"))
	w.expect("select line, value from evidence order by line", "1 49", "2 61")
}

func TestEvidenceOfTwoOrganisationsNamesBoth(t *testing.T) {
	w := ingested(t, "range(1, 15)", "", values("line:bigint provider_id attribute value other_id valid_from:date",
		"1 se:a owner_share 50 se:b 2020-01-01", "2 se:a owner_share 50 se:c 2020-01-01", "3 se:a owner_share 33.333333 se:d 2020-01-01",
		"4 se:a owner_share 100.0 se:b 2021-01-01", "5 se:a successor_of yes se:e 2020-01-01",
		"6 se:a owner_share 50 - 2020-01-01", "7 se:a successor_of yes - 2020-01-01", "8 se:a owner_share 50 se:a 2020-01-01",
		"9 se:a owner_share 100.000001 se:b 2020-01-01", "10 se:a owner_share -1 se:b 2020-01-01", "11 se:a owner_share 1,5 se:b 2020-01-01",
		"12 se:a owner_share half se:b 2020-01-01", "13 se:a successor_of no se:b 2020-01-01", "14 se:a legal_form 61 se:b 2020-01-01"))
	w.expect("select line, column_name, text, reason from code_fault order by line",
		"6 other_id . owner_share needs another organisation", "7 other_id . successor_of needs another organisation",
		"8 other_id se:a the same organisation as provider_id",
		"9 owner_share 100.000001 not a percentage between 0 and 100", "10 owner_share -1 not a percentage between 0 and 100",
		"11 owner_share 1,5 not a percentage between 0 and 100", "12 owner_share half not a percentage between 0 and 100",
		"13 successor_of no unknown value of successor_of", "14 other_id se:b legal_form is of one organisation")
	w.expect("select line, attribute, value, other_id from evidence order by line",
		"1 owner_share 50 se:b", "2 owner_share 50 se:c", "3 owner_share 33.333333 se:d", "4 owner_share 100.0 se:b", "5 successor_of yes se:e")
}
