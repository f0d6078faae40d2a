package queries_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tresektor/queries"
)

// gateColumns are the tables that the pipeline fills before the gates run.
var gateColumns = map[string]string{
	"last_headline": "card varchar, definition varchar, measure varchar, period varchar, place varchar, area varchar, agreement varchar, " +
		"sector varchar, share bigint, low bigint, high bigint, providers bigint, months bigint, is_preliminary boolean",
	"last_source_period": "source varchar, measure varchar, period varchar, amount bigint, providers bigint",
	"filed_correction":   "measure varchar, period varchar",
	"figure": "figure varchar, unit varchar, stated bigint, tolerance bigint, definition varchar, measure varchar, period varchar, " +
		"place varchar, area varchar, agreement varchar",
	"gate_secret":   "measure varchar",
	"figure_sector": "figure varchar, sector varchar",
	"gate_limit": "development_points bigint, development_ratio bigint, cause_ratio bigint, revision_points bigint, revision_ratio bigint, " +
		"remainder_ratio bigint, remainder_growth bigint, source_fall bigint, source_rise bigint, unit_ratio bigint, " +
		"provider_ratio bigint, provider_points bigint, few_providers bigint",
}

// theLimits are the defaults of method 5, but for the number of providers.
const theLimits = "3000 100000 500000 1000 30000 1000000 250000 300000 500000 200000 200000 1000 "

// A gateWorld is a world with a card on m in 0180, and what the last edition
// showed of it.
type gateWorld struct {
	*world
	last map[string][]string
}

func newGateWorld(t *testing.T, few int) *gateWorld {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.put("card", "c 1 m 0180 none none d .")
	return &gateWorld{w, map[string][]string{"gate_limit": {theLimits + fmt.Sprint(few)}}}
}

// published says what the last edition had of a period: "period public private
// ideburen", in amounts, and from how many providers a sector.
func (w *gateWorld) published(rows ...string) {
	for _, row := range rows {
		f := strings.Fields(row)
		total := whole(f[1]) + whole(f[2]) + whole(f[3])
		for i, sector := range []string{"public", "private", "ideburen"} {
			share := whole(f[i+1]) * 1_000_000 / total
			w.last["last_headline"] = append(w.last["last_headline"],
				fmt.Sprintf("c d m %s 0180 none none %s %d %d %d 10 - false", f[0], sector, share, share, share))
		}
		w.last["last_source_period"] = append(w.last["last_source_period"], fmt.Sprintf("src m %s %d 3", f[0], total))
	}
}

func whole(text string) (n int) {
	fmt.Sscan(text, &n)
	return n
}

// found builds everything once, and reads a gate.
func (w *gateWorld) found(gate, columns string) []string {
	w.t.Helper()
	if w.made == nil {
		w.buildAll()
	}
	return w.got("select " + columns + " from " + gate + " order by all")
}

func (w *gateWorld) buildAll() {
	w.t.Helper()
	w.build()
	for name, list := range gateColumns {
		w.exec("create or replace table " + name + " (" + list + ")")
		for _, row := range w.last[name] {
			w.exec("insert into " + name + " values (" + literals(row) + ")")
		}
	}
	relations, err := queries.All()
	w.must(err)
	for _, r := range relations {
		if r.Folder != "check" {
			w.relation(r)
		}
	}
	gates, err := queries.Gates()
	w.must(err)
	for _, r := range gates {
		w.relation(r)
	}
}

// gateCase is a world, and what one gate says of it.
type gateCase struct {
	name, gate, columns string
	make                func(w *gateWorld)
	few                 int
	want                string // rows, separated by |
}

// year is a period with so much of each sector.
func (w *gateWorld) year(period string, public, private, ideburen int) {
	w.volume(fmt.Sprintf("se:public %d period=%s", public, period), fmt.Sprintf("se:private %d period=%s", private, period),
		fmt.Sprintf("se:ideburen %d period=%s", ideburen, period))
}

func TestEachGateFindsWhatItLooksFor(t *testing.T) {
	cases := []gateCase{
		{
			name: "a development beyond 0.3 points and a tenth of the level", gate: "gate_development",
			columns: "severity, now, previous, threshold",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 120, 80)
			},
			want: "block 80000 100000 10000|block 120000 100000 10000",
		},
		{
			name: "one exactly at the limit", gate: "gate_development", columns: "severity, now",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 110, 90)
			},
		},
		{
			name: "one that has been published", gate: "gate_development", columns: "severity, now",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100", "2020 800 150 50")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 150, 50)
			},
		},
		{
			name: "one of few providers warns", gate: "gate_development", columns: "severity, now", few: 20,
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 150, 50)
			},
			want: "warn 50000|warn 150000",
		},
		{
			name: "an exit that explains it warns and is named", gate: "gate_development", columns: "severity, cause, provider_id, effect",
			make: func(w *gateWorld) {
				w.evidence("se:gone legal_form=61")
				w.published("2019 800 100 100")
				w.volume("se:public 800 period=2019", "se:private 100 period=2019", "se:ideburen 50 period=2019", "se:gone 50 period=2019")
				w.volume("se:public 850 period=2020", "se:private 100 period=2020", "se:ideburen 50 period=2020")
			},
			want: "warn ended se:gone -45000",
		},
		{
			name: "many exits together are no single cause", gate: "gate_development", columns: "severity, provider_id, effect",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.volume("se:public 800 period=2019", "se:private 100 period=2019", "se:ideburen 40 period=2019")
				for _, id := range []string{"a", "b", "c", "d"} {
					w.evidence("se:" + id + " legal_form=61")
					w.volume("se:" + id + " 15 period=2019")
				}
				w.volume("se:public 860 period=2020", "se:private 100 period=2020", "se:ideburen 40 period=2020")
			},
			want: "block se:a -13500",
		},
		{
			name: "a new source explains it", gate: "gate_development", columns: "severity, cause, effect",
			make: func(w *gateWorld) {
				w.evidence("se:new legal_form=61")
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 100, 100)
				w.volume("se:new 100 period=2020 source=other")
			},
			want: "warn new_source 81818",
		},
		{
			name: "a filed break explains it", gate: "gate_development", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.put("series_break", "m 2020-01-01")
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 150, 50)
			},
			want: "warn break|warn break",
		},
		{
			name: "a conversion is one organisation under two numbers", gate: "gate_development", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.evidence("se:old legal_form=61", "se:company legal_form=49", "se:company successor_of=yes other=se:old")
				w.published("2019 800 100 100")
				w.volume("se:public 800 period=2019", "se:private 100 period=2019", "se:old 100 period=2019")
				w.volume("se:public 800 period=2020", "se:private 100 period=2020", "se:company 100 period=2020")
			},
			want: "warn converted|warn converted",
		},
		{
			name: "a revision beyond 0.1 points or 3 per cent", gate: "gate_revision", columns: "severity, now, previous, difference, threshold",
			make: func(w *gateWorld) { w.published("2020 8000 1000 1000"); w.year("2020", 8000, 1011, 989) },
			want: "block 98900 100000 -1100 1000|block 101100 100000 1100 1000",
		},
		{
			name: "a small level has a small limit", gate: "gate_revision", columns: "now, previous, threshold",
			make: func(w *gateWorld) { w.published("2020 9000 990 10"); w.year("2020", 9000, 991, 9) },
			want: "900 1000 30",
		},
		{
			name: "a revision that a correction explains warns", gate: "gate_revision", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.last["filed_correction"] = []string{"m 2020"}
				w.published("2020 800 100 100")
				w.year("2020", 800, 120, 80)
			},
			want: "warn correction_filed|warn correction_filed",
		},
		{
			name: "a correction of all periods", gate: "gate_revision", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.last["filed_correction"] = []string{"m ."}
				w.published("2020 800 100 100")
				w.year("2020", 800, 120, 80)
			},
			want: "warn correction_filed|warn correction_filed",
		},
		{
			name: "a correction of another period", gate: "gate_revision", columns: "severity, cause",
			make: func(w *gateWorld) {
				w.last["filed_correction"] = []string{"m 2019", "other ."}
				w.published("2020 800 100 100")
				w.year("2020", 800, 120, 80)
			},
			want: "block .|block .",
		},
		{
			name: "a number that is no longer published", gate: "gate_revision", columns: "severity, now, cause",
			make: func(w *gateWorld) { w.published("2019 800 100 100"); w.year("2020", 800, 100, 100) },
			want: "block - no_longer_published|block - no_longer_published|block - no_longer_published",
		},
		{
			name: "a remainder larger than the share", gate: "gate_remainder", columns: "severity, now, threshold, cause",
			make: func(w *gateWorld) { w.year("2020", 800, 100, 40); w.volume("se:unknown 60") },
			want: "block 60000 40000 larger_than_the_share",
		},
		{
			name: "a remainder that grew by more than a quarter", gate: "gate_remainder", columns: "severity, now, previous, cause",
			make: func(w *gateWorld) {
				w.last["last_headline"] = []string{"c d m 2019 0180 none none ideburen 100000 100000 120000 9 - false"}
				w.year("2020", 800, 100, 100)
				w.volume("se:unknown 30")
			},
			want: "warn 29127 20000 grown",
		},
		{
			name: "half a file", gate: "gate_source", columns: "severity, unit, now, previous, cause",
			make: func(w *gateWorld) { w.published("2020 800 100 100"); w.year("2020", 500, 100, 99) },
			want: "block amount 699 1000 .",
		},
		{
			name: "seven tenths of a file are not half", gate: "gate_source", columns: "severity",
			make: func(w *gateWorld) { w.published("2020 800 100 100"); w.year("2020", 500, 100, 100) },
		},
		{
			name: "a new year against the year before it", gate: "gate_source", columns: "severity, unit, now, previous, cause",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 1301, 100, 100)
			},
			want: "block amount 1501 1000 since 2019",
		},
		{
			name: "a source that is removed warns", gate: "gate_source", columns: "severity, unit, now, cause",
			make: func(w *gateWorld) {
				w.last["last_source_period"] = []string{"gone m 2020 50 3"}
				w.year("2020", 500, 100, 100)
			},
			want: "warn amount - source_removed|warn providers - source_removed",
		},
		{
			name: "kronor for thousands of kronor", gate: "gate_unit", columns: "severity, cause",
			make: func(w *gateWorld) { w.published("2020 800 100 100"); w.year("2020", 810_000, 100_000, 100_000) },
			want: "block times 1000",
		},
		{
			name: "and the other way", gate: "gate_unit", columns: "severity, cause",
			make: func(w *gateWorld) { w.published("2020 8000 1000 1000"); w.year("2020", 850, 100, 100) },
			want: "block times 1/10",
		},
		{
			name: "another unit is not told twice", gate: "gate_source", columns: "severity, unit",
			make: func(w *gateWorld) { w.published("2020 8000 1000 1000"); w.year("2020", 850, 100, 100) },
		},
		{
			name: "one provider that moves a sector", gate: "gate_provider", columns: "severity, provider_id, cause, effect",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 100, 121)
			},
			want: "warn se:ideburen remaining 18511",
		},
		{
			name: "one provider of a secret measure", gate: "gate_provider", columns: "severity, provider_id",
			make: func(w *gateWorld) {
				w.last["gate_secret"] = []string{"m"}
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 100, 121)
			},
		},
		{
			name: "an exit from a secret measure", gate: "gate_development", columns: "severity, cause, provider_id, name, effect",
			make: func(w *gateWorld) {
				w.last["gate_secret"] = []string{"m"}
				w.evidence("se:gone legal_form=61")
				w.published("2019 800 100 100")
				w.volume("se:public 800 period=2019", "se:private 100 period=2019", "se:ideburen 50 period=2019", "se:gone 50 period=2019")
				w.volume("se:public 850 period=2020", "se:private 100 period=2020", "se:ideburen 50 period=2020")
			},
			want: "warn ended . . -",
		},
		{
			name: "a fifth of another sector's volume", gate: "gate_provider", columns: "severity, provider_id, now",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 121, 100)
			},
			want: "warn se:private -2057|warn se:private 18511",
		},
		{
			name: "idéburen to nought while the private take over", gate: "gate_zero", columns: "severity, now, previous, cause",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 200, 0)
			},
			want: "block 0 100 private rose by 100",
		},
		{
			name: "idéburen to nought while the private stay", gate: "gate_zero", columns: "severity",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 900, 199, 0)
			},
		},
		{
			name: "a year that is the year before", gate: "gate_twice", columns: "severity, now, cause",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 100, 100)
			},
			want: "block 3 every amount is the same",
		},
		{
			name: "a year of other providers with the same sum", gate: "gate_twice", columns: "severity",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 799, 101, 100)
			},
		},
		{
			name: "the same rows in two files", gate: "gate_twice", columns: "severity, cell",
			make: func(w *gateWorld) {
				w.volume("se:public 8", "se:ideburen 2", "se:public 8 part=p2", "se:ideburen 2 part=p2")
			},
			want: "block measure=m period=2020 file=src-p1.csv file=src-p2.csv",
		},
		{
			name: "a total that stands while its parts move", gate: "gate_total", columns: "severity, now, previous, cause",
			make: func(w *gateWorld) {
				w.published("2019 800 100 100")
				w.year("2019", 800, 100, 100)
				w.year("2020", 800, 105, 95)
			},
			want: "block 1000 1000 ideburen private",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newGateWorld(t, c.few)
			c.make(w)
			got := strings.Join(w.found(c.gate, c.columns), "|")
			if got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.gate, got, c.want)
			}
		})
	}
}

// TestGatesReadWhatIsThere holds that a gate reads what is built, what loads and
// configuration fill, or what is put before the gates, and takes no other
// relation's name.
func TestGatesReadWhatIsThere(t *testing.T) {
	there := map[string]bool{}
	for _, name := range slices.Concat(tableNames(t), configured, listNames(t)) {
		there[name] = true
	}
	for _, r := range built(t) {
		there[r.Name] = true
	}
	for name := range gateColumns {
		if there[name] {
			t.Errorf("%s is put before the gates, and is another's name", name)
		}
		there[name] = true
	}
	gates, err := queries.Gates()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range gates {
		for _, name := range r.In {
			if !there[name] {
				t.Errorf("gate/%s reads %s, which is not there yet", r.Name, name)
			}
		}
		if there[r.Name] {
			t.Errorf("gate/%s has another's name", r.Name)
		}
		there[r.Name] = true
		if isGate := strings.HasPrefix(r.Name, "gate_") && slices.Equal(r.Grain, []string{"cell"}); isGate != (r.Hint != "") {
			t.Errorf("gate/%s: a gate is called gate_…, has the grain cell and a hint; what it reads has no hint", r.Name)
		}
	}
}

// Two cards of one cell are two findings, and not a row that stands twice.
func TestTwoCardsOfOneCellAreTwoFindings(t *testing.T) {
	w := newGateWorld(t, 0)
	w.put("card", "e 2 m 0180 none none d 2019")
	w.published("2019 800 100 100")
	w.year("2019", 800, 100, 100)
	w.year("2020", 800, 150, 50)
	got := strings.Join(w.found("gate_development", "severity, cell"), "\n")
	for _, card := range []string{"sector=ideburen card=c", "sector=ideburen card=e", "sector=private card=c", "sector=private card=e"} {
		if !strings.Contains(got, card) {
			t.Errorf("%s is not among\n%s", card, got)
		}
	}
}
