package queries_test

import (
	"fmt"
	"testing"

	"tresektor/queries"
)

// sound has one of everything and nothing that a check looks for.
func sound(t *testing.T) *world {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.put("card", "c 1 m 0180 none none d .")
	w.volume("se:public 1", "se:ideburen 2", "se:private 3 source=b place=0114", "se:nonpublic 4 area=grund", "se:unknown 5 agreement=lou",
		"src:masked:none 6", "se:u -1", "se:ideburen 7 period=2021")
	return w
}

func TestChecksAreEmptyOnSoundData(t *testing.T) {
	w := sound(t).build()
	for _, r := range built(t) {
		if r.Folder == "check" {
			w.expect("from " + r.Name)
		}
	}
}

// A checkCase spoils sound data in one way.
type checkCase struct {
	check  string
	spoil  func(w *world)
	break_ func(w *world) // after the tables are made
	query  string
	want   []string
}

// TestEachCheckFindsWhatItLooksFor spoils sound data in one way at a time.
func TestEachCheckFindsWhatItLooksFor(t *testing.T) {
	cases := []checkCase{
		{check: "card_empty", spoil: func(w *world) { w.put("card", "x 2 m 0180 vard none d .") },
			query: "select card, note from card_empty", want: []string{"x -"}},
		{check: "card_empty", spoil: func(w *world) {
			w.define("e", "from=2022-01-01", simple...)
			w.put("card", "x 2 m 0180 none none e .")
		}, query: "select card, note from card_empty", want: []string{"x not_in_force"}},
		{check: "card_grant", spoil: func(w *world) {
			w.volume("se:ideburen 1 agreement=bidrag")
			w.put("card", "x 2 m 0180 none stod d .", "y 3 m 0180 none lou d .")
		}, query: "select card, agreement from card_grant", want: []string{"x stod"}},
		{check: "contested", spoil: func(w *world) {
			w.define("e", "", "a: legal_form=61 -> ideburen", "b: owner_control=30 -> public", simple[4])
			w.evidence("se:ideburen owner_control=30")
		}, query: "select definition, provider_id, period, sector, rule, other_rules, amount from contested order by period",
			want: []string{"e se:ideburen 2020 ideburen a b rest 2", "e se:ideburen 2021 ideburen a b rest 7"}},
		{check: "evidence_contradiction", spoil: func(w *world) { w.evidence("se:ideburen legal_form=49") },
			query: "select provider_id, attribute, source, from_date, one_value, other_value from evidence_contradiction",
			want:  []string{"se:ideburen legal_form src 1900-01-01 49 (src-p1.csv line 5) 61 (src-p1.csv line 2)"}},
		{check: "evidence_contradiction", spoil: func(w *world) { // none of these contradicts
			w.evidence("se:ideburen legal_form=49 source=b", "se:q legal_form=49 observed=2019-01-01", "se:q legal_form=61 observed=2020-01-01",
				"se:r legal_form=49 from=2019-01-01 to=2020-01-01", "se:r legal_form=61 from=2020-01-01", "se:r name=A", "se:r name=B",
				"src:masked:none ownership_claim=public", "src:masked:none ownership_claim=nonpublic")
		}, query: "from evidence_contradiction"},
		{check: "evidence_contradiction", spoil: func(w *world) {
			w.evidence("se:q legal_form=49 observed=2019-01-01", "se:q legal_form=61 observed=2019-01-01 part=p2")
		}, query: "select provider_id, from_date, one_value from evidence_contradiction", want: []string{"se:q 0001-01-01 49 (src-p1.csv line 5)"}},
		{check: "known_code", break_: func(w *world) { w.exec("delete from area where code = 'grund'") },
			query: "select measure, period, place, area, agreement from known_code", want: []string{"m 2020 0180 grund none"}},
		{check: "volume_conserved", break_: func(w *world) { w.exec("delete from area where code = 'grund'") },
			query: "select definition, measure, period, amount_loaded, amount_decided from volume_conserved", want: []string{"d m 2020 20 16"}},
		// A code that stands twice in its list doubles nothing.
		{check: "volume_conserved", break_: func(w *world) { w.exec("insert into place values ('0180', '01', 9, 'scb', 'kommun')") },
			query: "select period, amount_loaded, amount_decided from volume_conserved order by period"},
		{check: "null_key", break_: func(w *world) { w.exec("update volume set provider_key = null where line = 3") },
			query: "select source, file, line from null_key", want: []string{"b b-p1.csv 3"}},
		{check: "null_key", break_: func(w *world) {
			w.exec("update cell set area = null from volume where volume.cell_key = cell.cell_key and line = 1")
		},
			query: "select source, file, line from null_key order by line", want: []string{"src src-p1.csv 1", "src src-p1.csv 2", "src src-p1.csv 6", "src src-p1.csv 7"}},
		{check: "null_key", break_: func(w *world) { w.exec("update volume set cell_key = null where line = 1") },
			query: "select source, file, line from null_key", want: []string{"src src-p1.csv 1"}},
		{check: "volume_conserved", break_: func(w *world) {
			w.exec("delete from provider_cell using volume where provider_cell.provider_key = volume.provider_key and line = 3")
		},
			query: "select period, amount_loaded, amount_decided from volume_conserved", want: []string{"2020 20 17"}},
		{check: "one_period_kind", spoil: func(w *world) { w.volume("se:public 1 period=2020-05") },
			query: "select measure, period_kinds from one_period_kind", want: []string{"m month year"}},
		{check: "year_of_months", spoil: func(w *world) {
			w.put("measure", "y 0 1 flow - 100 true")
			w.put("measure_dimension", "y place true", "y area true", "y agreement true")
			w.volume("se:public 1 measure=y period=2024")
		}, query: "select measure, reported, reference_date from year_of_months", want: []string{"y 2024 2024-12-31"}},
		{check: "one_reference_date", spoil: func(w *world) { w.volume("se:public 1 date=2020-03-31") },
			query: "select measure, period, reference_dates, first_date, last_date from one_reference_date", want: []string{"m 2020 2 2020-03-31 2020-10-15"}},
		{check: "one_reference_date", spoil: func(w *world) { w.volume("se:public 1 date=2020-10-15") }, // stated by one source only
			query: "select measure, period, reference_dates, first_date, last_date from one_reference_date", want: []string{"m 2020 2 2020-10-15 2020-10-15"}},
		{check: "one_sector", spoil: func(w *world) { w.define("e", "", simple[:4]...) },
			query: "select definition, provider_id, period, sectors from one_sector order by all",
			want:  []string{"e se:u 2020 0", "e se:unknown 2020 0", "e src:masked:none 2020 0"}},
		{check: "volume_conserved", spoil: func(w *world) { w.define("e", "", simple[:4]...) },
			query: "select definition, period, amount_loaded, amount_decided from volume_conserved", want: []string{"e 2020 20 10"}},
		{check: "volume_conserved", spoil: func(w *world) { w.define("e", "", "none: legal_form=99 -> public") },
			query: "select definition, period, amount_loaded, amount_decided from volume_conserved order by period", want: []string{"e 2020 20 -", "e 2021 7 -"}},
		{check: "place_level", spoil: func(w *world) { w.volume("se:public 1 place=01") },
			query: "select measure, period, place, part from place_level", want: []string{"m 2020 01 0114"}},
		{check: "place_level", spoil: func(w *world) { // not summed, so not counted twice; nor in another period
			w.measure("n stock 10-15 100", "area")
			w.volume("se:public 1 measure=n place=01", "se:public 1 measure=n", "se:public 1 place=01 period=2019")
		}, query: "from place_level"},
		{check: "remainder_unexplained", spoil: func(w *world) { w.define("e", "", "all: -> unknown reason=odd") },
			query: "select definition, measure, reason, cells > 0 from remainder_unexplained", want: []string{"e m odd true"}},
		{check: "remainder_unexplained", spoil: func(w *world) { w.define("e", "", "all: -> unknown") },
			query: "select definition, measure, reason, cells > 0 from remainder_unexplained", want: []string{"e m - true"}},
		{check: "source_overlap", spoil: func(w *world) { w.volume("se:public 1 source=b") },
			query: "select measure, period, reported, place, area, source, other from source_overlap", want: []string{"m 2020 - 0180 none b src"}},
		{check: "source_overlap", spoil: func(w *world) {
			w.volume("se:public 1 source=b", "se:public 1 source=c area=vard")
			w.put("source_adds", "src b", "b src")
		}, query: "from source_overlap"},
		{check: "doubtful_number", spoil: func(w *world) {
			w.volume("src:5560000001 1", "src:556000-0002 2", "src:556000 4", "src:A556000000 8", "src:name:5560000001 16")
		}, query: "select provider_id, measure, period, amount from doubtful_number order by amount",
			want: []string{"src:5560000001 m 2020 1", "src:556000-0002 m 2020 2"}},
		{check: "silent_period", spoil: func(w *world) {
			w.rows["definition"], w.rows["rule"], w.rows["rule_condition"] = nil, nil, nil
			w.define("d", "from=2021-01-01", simple...)
			w.define("e", "from=2022-01-01", simple...)
		}, query: "select measure, period, reasons from silent_period", want: []string{"m 2020 d: not_in_force, e: not_in_force"}},
		{check: "stock_twice", spoil: func(w *world) { w.volume("se:public 1 part=p2") },
			query: "select measure, period, place, area, source, files from stock_twice", want: []string{"m 2020 0180 none src src-p1.csv src-p2.csv"}},
		{check: "stock_twice", spoil: func(w *world) { // months add up to a year, and periods differ
			w.measure("n flow - 100", "place")
			w.volume("se:public 1 measure=n", "se:public 1 measure=n part=p2", "se:public 1 part=p2 period=2019")
		}, query: "from stock_twice"},
	}
	cases = append(cases, overrideCases()...)
	tested := map[string]bool{}
	for i, c := range cases {
		t.Run(fmt.Sprint(c.check, " ", i), func(t *testing.T) {
			w := sound(t)
			if c.spoil != nil {
				c.spoil(w)
			}
			w.build()
			if c.break_ != nil {
				c.break_(w)
			}
			w.expect(c.query, c.want...)
		})
		tested[c.check] = tested[c.check] || c.want != nil
	}
	for _, check := range []string{"sector_sum", "change_sum", "change_whole"} {
		tested[check] = true // their own tests
	}
	for _, r := range built(t) {
		if r.Folder == "check" && !tested[r.Name] {
			t.Errorf("nothing triggers the check %s", r.Name)
		}
	}
}

// sector_sum reads what is published, so it is tested on a spoilt share.
func TestSectorSumFindsASpoiltCell(t *testing.T) {
	const at = " and total_key in (select total_key from total_cell join period using (period_key) where place = '0180' and period = '2020' and area = "
	for spoil, want := range map[string]string{
		"delete from spoken_share where sector = 'public'" + at + "'none' and agreement = 'none')":         "0180 none none 4 7 8",
		"update spoken_share set amount = amount + 1 where sector = 'unknown'" + at + "'grund')":           "0180 grund none 5 5 4",
		"update spoken_share set total = total - 1 where sector = 'unknown'" + at + "'grund')":             "0180 grund none 5 4 4",
		"insert into spoken_share select * from spoken_share where sector = 'nonpublic'" + at + "'grund')": "0180 grund none 6 8 4",
	} {
		w := sound(t).build()
		w.relate("from share")
		w.exec(spoil)
		w.expect("select place, area, agreement, sectors, amount, total from sector_sum", want)
	}
}

// Who has volume in a period and no pattern there has no sector under any definition.
func TestOneSectorFindsWhoIsLeftOut(t *testing.T) {
	w := sound(t)
	w.define("e", "", simple...)
	w.build()
	w.relate("from provider_decided")
	w.exec("delete from provider_history using provider where provider.provider_key = provider_history.provider_key and provider_id = 'se:ideburen'")
	w.expect("select definition, provider_id, period, sectors from one_sector order by all",
		"d se:ideburen 2020 0", "d se:ideburen 2021 0", "e se:ideburen 2020 0", "e se:ideburen 2021 0")
}

func TestEveryCheckSaysWhatToDo(t *testing.T) {
	relations, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range relations {
		if r.Folder == "check" {
			n++
			if r.Hint == "" || r.Severity != "error" && r.Severity != "warning" {
				t.Errorf("%s: hint %q, severity %q", r.Name, r.Hint, r.Severity)
			}
		}
	}
	if n == 0 {
		t.Error("there are no checks")
	}
}
