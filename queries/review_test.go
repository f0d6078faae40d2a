package queries_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tresektor/queries"
)

// traced makes of the built world the tables that an edition's trace has, and
// nothing else, and asks about totals "measure period place area agreement
// definition".
func (w *world) traced(totals ...string) *world {
	w.t.Helper()
	names := w.traceTables()
	w.exec("create table asked (asked varchar, measure varchar, period varchar, place varchar, area varchar, agreement varchar, definition varchar)")
	for i, total := range totals {
		w.exec(fmt.Sprintf("insert into asked values (%s)", literals(fmt.Sprint(i, " ", total))))
	}
	for _, name := range names {
		for _, kind := range []string{"view", "table"} {
			var n int
			w.must(w.wh.QueryRow(w.ctx, "select count(*) from duckdb_"+kind+"s() where "+kind+"_name = '"+name+"'").Scan(&n))
			if n > 0 {
				w.exec("drop " + kind + " " + name)
			}
		}
		w.exec("alter table trace_" + name + " rename to " + name)
	}
	relations, err := queries.Review()
	w.must(err)
	for _, r := range relations {
		w.relation(r)
	}
	return w
}

func (w *world) traceTables() (names []string) {
	w.t.Helper()
	trace, err := queries.Trace()
	w.must(err)
	for _, r := range trace {
		w.relate(r.SQL)
		w.exec("create table trace_" + r.Name + " as " + r.SQL)
		names = append(names, r.Name)
	}
	loads, err := queries.TraceLoad()
	w.must(err)
	for _, r := range loads {
		w.relate(strings.ReplaceAll(r.SQL, "$1", "0"))
		for i := range w.rows["load"] {
			verb := "insert into trace_" + r.Name
			if i == 0 {
				verb = "create table trace_" + r.Name + " as"
			}
			w.exec(verb + " " + strings.ReplaceAll(r.SQL, "$1", fmt.Sprint(i+1)))
		}
		names = append(names, r.Name)
	}
	return names
}

// answer is what a question of explain/ says; some of its columns.
func (w *world) answer(query, columns string) []string {
	w.t.Helper()
	q, err := queries.Answer(query)
	w.must(err)
	w.made = map[string]bool{}
	relations, err := queries.All()
	w.must(err)
	for _, r := range relations {
		w.made[r.Name] = true // only what the trace has is there
	}
	return w.got("select " + columns + " from (" + q.SQL + ")")
}

// hard has a rule of every kind that leaves something open.
var hard = []string{
	"public_form: legal_form=82 -> public",
	"nonprofit: legal_form=61 -> ideburen",
	"foundation: legal_form=72 -> ideburen basis=presumed could=public fallback",
	"controlled: legal_form=51 -> private contested",
	"business: legal_form=49 -> private basis=presumed could=public|ideburen fallback",
	"claimed: ownership_claim=public -> public",
	"not_public: ownership_claim=nonpublic -> nonpublic reason=source_is_two_sector fallback",
	"rest: -> unknown reason=new_provider_no_evidence fallback",
}

func TestWhoIsOpenAndWhatItCouldBe(t *testing.T) {
	cases := map[string]struct {
		evidence string
		volume   string
		decision string
		want     []string // who, sector, why, could be public, private, ideburen, providers, amount
	}{
		"decided: nobody is open":   {"se:a legal_form=61", "se:a 5", "", nil},
		"not known":                 {"se:a name=A", "se:a 5", "", []string{"se:a unknown undecided true true true 1 5"}},
		"known not to be public":    {"se:a ownership_claim=nonpublic", "se:a 5", "", []string{"se:a nonpublic undecided false true true 1 5"}},
		"presumed private":          {"se:a legal_form=49", "se:a 5", "", []string{"se:a private presumed true false true 1 5"}},
		"presumed idéburen":         {"se:a legal_form=72", "se:a 5", "", []string{"se:a ideburen presumed true false false 1 5"}},
		"contested by its own rule": {"se:a legal_form=51", "se:a 5", "", []string{"se:a private contested true false true 1 5"}},
		"contested by a rule that lost": {"se:a legal_form=61,se:a ownership_claim=public", "se:a 5", "",
			[]string{"se:a ideburen contested true false false 1 5"}},
		"contested with not public":       {"se:a legal_form=82,se:a ownership_claim=nonpublic", "se:a 5", "", nil},
		"known by name only":              {"src:name:ab name=AB", "src:name:ab 5", "", []string{"src:name:ab unknown unlinked true true true 1 5"}},
		"a name with evidence is decided": {"src:name:ab legal_form=61", "src:name:ab 5", "", nil},
		"a group":                         {"src:group:85 ownership_claim=nonpublic", "src:group:85 5", "", []string{"src:group:85 nonpublic undecided false true true 1 5"}},
		"each mask of a source is one line": {"src:masked:secrecy name=x", "src:masked:secrecy:1 5,src:masked:secrecy:2 6,other:masked:secrecy 7", "",
			[]string{"other:masked:secrecy unknown masked true true true 1 7", "src:masked:secrecy unknown masked true true true 2 11"}},
		"natural persons are one line": {"se:owner legal_form=10", "person:1 5,person:2 6,se:owner 7", "",
			[]string{"person unknown undecided true true true 3 18"}},
		"decided by a person":       {"se:a name=A", "se:a 5", "D1 se:a private", nil},
		"left open by a person":     {"se:a name=A", "se:a 5", "D1 se:a unknown", nil},
		"a decision that is due":    {"se:a legal_form=61", "se:a 5", "D1 se:a private review=2025-01-01", []string{"se:a ideburen expired false true false 1 5"}},
		"a debt is open too":        {"se:a name=A", "se:a -5", "", []string{"se:a unknown undecided true true true 1 -5"}},
		"netted within its area":    {"se:a name=A", "se:a -5,se:a 7", "", []string{"se:a unknown undecided true true true 1 2"}},
		"in another place":          {"se:a name=A", "se:a 5 place=1280", "", nil},
		"in an area of the area":    {"se:a name=A", "se:a 5 area=grund", "", nil},
		"in another period":         {"se:a name=A", "se:a 5 period=2019", "", nil},
		"nothing but suppressed":    {"se:a name=A", "se:a 0 hidden=1 low=1 high=9", "", []string{"se:a unknown undecided true true true 1 0"}},
		"another part of the total": {"se:a name=A", "se:a 5,se:a 6 place=0114", "", []string{"se:a unknown undecided true true true 1 5"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", hard...)
			w.evidence(strings.Split(c.evidence, ",")...)
			w.volume("se:all 100", "se:idea 100")
			w.evidence("se:all legal_form=82", "se:idea legal_form=61")
			w.volume(strings.Split(c.volume, ",")...)
			if c.decision != "" {
				w.override(c.decision)
			}
			got := w.build().traced("m 2020 0180 none none d").answer("review_line",
				"listed_id, sector, why, can_be_public, can_be_private, can_be_ideburen, providers, positive + negative")
			if !slices.Equal(got, c.want) {
				t.Errorf("open are %q, want %q", got, c.want)
			}
		})
	}
}

func TestPartsOfARangeAreThoseOfTheBounds(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.rows["measure"], w.rows["measure_dimension"] = nil, nil
	w.measure("m stock 10-15 0", "place area agreement")
	w.volume("se:ideburen 30 area=grund", "se:private 40 area=gymn", "se:public 50 area=grund", "se:nonpublic 6 area=grund",
		"se:u 7 area=grund", "se:u -3 area=gymn", "se:v -2 area=gymn place=1280", "se:nonpublic 0 area=grund hidden=2 low=2 high=18")
	w.override("D1 se:public public")
	// low = (30 - 5) / (128 + 18), high = (30 + 13 + 18) / (128 + 18)
	w.build().expect("select low, high, amount, total from share where place = 'SE' and area = 'skola' and sector = 'ideburen'",
		"171233 417808 30 128")
	got := w.traced("m 2020 SE skola none d").answer("review_part", "part, positive, negative, hidden_low, hidden_high, decisions")
	want := []string{"ideburen 30 0 0 0 0", "rest 90 0 0 0 1", "undecided 13 -5 2 18 0"}
	if !slices.Equal(got, want) {
		t.Errorf("parts are %q, want %q", got, want)
	}
}

func TestWhatADecisionMustHoldFor(t *testing.T) {
	cases := map[string]struct{ volume, asked, want string }{
		"a year":                             {"se:u 1 period=2020", "2020", "2020-01-01 2021-01-01"},
		"a school year":                      {"se:u 1 period=2020/21", "2020/21", "2020-07-01 2021-07-01"},
		"a date of its own after the period": {"se:u 1 period=2020 date=2021-02-03", "2020", "2020-01-01 2021-02-04"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", simple...)
			w.known()
			w.volume(c.volume, strings.Replace(c.volume, "se:u", "se:ideburen", 1))
			w.evidence("se:u name=Old observed=2001-01-01", "se:u name=New observed=2002-01-01", "se:u owner_control=41")
			got := w.build().traced("m "+c.asked+" 0180 none none d").answer("review_line", "from_date, to_date, name, known")
			if want := []string{c.want + " New owner_control=41"}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestWhoMakesTheDifferenceBetweenDefinitions(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.define("e", "", slices.Concat([]string{"company: legal_form=49 owner_control=41 -> ideburen", "person: provider_kind=person -> private"}, simple)...)
	w.known()
	w.evidence("se:owned legal_form=49", "se:owned owner_control=41", "se:owned name=Bolaget")
	w.volume("se:ideburen 3", "se:private 4", "se:owned 5", "person:1 6", "person:2 7", "se:owned 8 place=1280")
	got := w.build().traced("m 2020 0180 none none e", "m 2020 0180 none none d").answer("definition_difference",
		"listed_id, name, replace(sectors, ' ', '>'), replace(rules, ' ', '>'), replace(reasons, ' ', '>'), providers, amount")
	want := []string{
		"person . private>unknown person>rest .>new_provider_no_evidence 2 13",
		"se:owned Bolaget ideburen>private company>business .>. 1 5",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A supplier that waits for a person shows whom it may be, the likeliest first.
func TestAnOpenSupplierNamesItsCandidates(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", hard...)
	w.evidence("se:all legal_form=82", "se:idea legal_form=61", "src:name:a name=A", "src:name:b name=B")
	w.volume("se:all 100", "se:idea 100", "src:name:a 5", "src:name:b 3")
	w.put("link_match", "src:name:a se:1 X 870 . .", "src:name:a se:2 Y 1000 legal_form .", "src:name:c se:3 Z 1000 . .")
	got := w.build().traced("m 2020 0180 none none d").answer("review_line", "listed_id, replace(candidates, ' ', ',')")
	if want := []string{"src:name:a se:2,se:1", "src:name:b ."}; !slices.Equal(got, want) {
		t.Errorf("open are %q, want %q", got, want)
	}
}
