package queries_test

import "testing"

// causesOf lists a total's amounts by cause, where there are any.
const causesOf = `select sector, cause, change_part.later_amount - change_part.earlier_amount as gained from change_part join pair_total using (pair_key)
	where place = '0180' and area = 'none' and gained <> 0 order by sector, cause`

// elsewhere keeps the definition applicable in both periods.
func (w *world) elsewhere() {
	w.evidence("se:elsewhere legal_form=61")
	w.volume("se:elsewhere 1 place=1280", "se:elsewhere 1 place=1280 period=2021")
}

func TestEachCauseOfAChange(t *testing.T) {
	tests := []struct {
		name  string
		world func(w *world)
		want  []string
	}{
		{"the same provider has another sector", func(w *world) {
			w.evidence("se:a legal_form=49 to=2021-01-01", "se:a legal_form=61 from=2021-01-01")
			w.volume("se:a 5", "se:a 7 period=2021")
		}, []string{"ideburen reclassified 7", "private reclassified -5"}},
		{"an association goes on as a company", func(w *world) {
			w.evidence("se:old legal_form=61", "se:new legal_form=49", "se:new successor_of=yes other=se:old from=2021-01-01")
			w.volume("se:old 5", "se:new 6 period=2021")
		}, []string{"ideburen converted -5", "private converted 6"}},
		{"in several steps, and never if nobody has volume before", func(w *world) {
			w.evidence("se:b successor_of=yes other=se:a", "se:c successor_of=yes other=se:b", "se:x successor_of=yes other=se:y")
			w.volume("se:a 5", "se:c 6 period=2021", "se:x 8 period=2021")
		}, []string{"unknown arrived 8", "unknown converted 1"}},
		{"a merger with one that was there", func(w *world) {
			w.evidence("se:b successor_of=yes other=se:a", "se:a legal_form=61", "se:b legal_form=61")
			w.volume("se:a 5", "se:b 10", "se:b 16 period=2021")
		}, []string{"ideburen converted 1"}},
		{"numbers that succeed each other and are both there remain", func(w *world) {
			w.evidence("se:b successor_of=yes other=se:a", "se:a successor_of=yes other=se:b", "se:a legal_form=61", "se:b legal_form=61")
			w.volume("se:a 5", "se:b 10", "se:a 6 period=2021", "se:b 8 period=2021")
		}, []string{"ideburen remaining -1"}},
		{"evidence arrives, and is lost", func(w *world) {
			w.evidence("se:a legal_form=61 from=2021-01-01", "se:b ownership_claim=nonpublic to=2021-01-01")
			w.volume("se:a 5", "se:a 5 period=2021", "se:b 3", "se:b 3 period=2021")
		}, []string{"ideburen evidence 5", "nonpublic evidence -3", "unknown evidence -2"}},
		{"one comes, one goes and one stays", func(w *world) {
			w.known()
			w.volume("se:ideburen 5 period=2021", "se:private 4", "se:public 9", "se:public 7 period=2021")
		}, []string{"ideburen arrived 5", "private ended -4", "public remaining -2"}},
		{"one that moves is new in its place", func(w *world) {
			w.known()
			w.volume("se:ideburen 5 place=0114", "se:ideburen 5 period=2021", "se:public 1")
			w.volume("se:public 1 period=2021")
		}, []string{"ideburen arrived 5"}},
		{"across a break only sectors can be told from the new counting", func(w *world) {
			w.put("series_break", "m 2021-01-01", "m 2021-10-16", "n 2021-01-01")
			w.known()
			w.evidence("se:a legal_form=49 to=2021-01-01", "se:a legal_form=61 from=2021-01-01")
			w.volume("se:a 5", "se:a 7 period=2021", "se:public 9", "se:public 7 period=2021")
		}, []string{"ideburen reclassified 7", "private reclassified -5", "public method -2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.rows["measure"], w.rows["measure_dimension"] = nil, nil
			w.measure("m stock 10-15 0", "place area agreement")
			w.define("d", "", simple...)
			w.elsewhere()
			tt.world(w)
			w.build().expect(causesOf, tt.want...)
			w.expect("from change_sum")
			w.expect("from change_whole")
		})
	}
}

// A newcomer with the earlier share changes nothing; an unchanged provider has
// no part in what others did to the whole.
func TestACauseHasThePartOfWhatItBrought(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 10", "se:public 30", "se:ideburen 10 period=2021", "se:public 30 period=2021", "se:private 40 period=2021")
	w.build().expect("select sector, change, arrived, remaining from change where place = '0180' and change <> 0 order by all",
		"ideburen -125000 -125000 0", "private 500000 500000 0", "public -375000 -375000 0")
}

// A third, two thirds and their like are rounded to millionths that sum: 1 and
// 2 of 3 become 2 and 5 of 7.
func TestRoundedPartsSumToTheChange(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 1", "se:public 1", "se:a 1", "se:ideburen 2 period=2021", "se:public 1 period=2021", "se:b 4 period=2021")
	w.build().expect("select change, arrived, ended, remaining from change where place = '0180' and sector = 'ideburen'", "-47619 -190476 47619 95238")
	w.expect("select change, arrived, ended, remaining from change where place = '0180' and sector = 'unknown'", "238096 380953 -95238 -47619")
}

func TestThePairedRange(t *testing.T) {
	tests := []struct {
		name  string
		world func(w *world)
		want  string // of ideburen: change low high
	}{
		{"undecided and unchanged moves nothing", func(w *world) {
			w.volume("se:ideburen 10", "se:u 10", "se:public 80", "se:ideburen 12 period=2021", "se:u 10 period=2021", "se:public 78 period=2021")
		}, "20000 20000 20000"},
		{"undecided and larger may have moved it so much", func(w *world) {
			w.volume("se:ideburen 10", "se:u 10", "se:public 80", "se:ideburen 10 period=2021", "se:u 15 period=2021", "se:public 75 period=2021")
		}, "0 0 50000"},
		{"two that move against each other are two", func(w *world) {
			w.volume("se:u 10", "se:v 10", "se:public 80", "se:u 15 period=2021", "se:v 5 period=2021", "se:public 80 period=2021")
		}, "0 -50000 50000"},
		{"nonpublic cannot be public but ideburen", func(w *world) {
			w.volume("se:nonpublic 10", "se:public 90", "se:nonpublic 15 period=2021", "se:public 85 period=2021")
		}, "0 0 50000"},
		{"one that is gone enters whole, and one that came", func(w *world) {
			w.volume("se:u 10", "se:public 90", "se:v 20 period=2021", "se:public 80 period=2021")
		}, "0 -100000 200000"},
		{"one that is decided since may have been what it is", func(w *world) {
			w.evidence("se:q legal_form=61 from=2021-01-01")
			w.volume("se:q 10", "se:public 90", "se:q 10 period=2021", "se:public 90 period=2021")
		}, "100000 0 100000"},
		{"a mask is no one provider", func(w *world) {
			w.volume("src:masked:none 10", "se:public 90", "src:masked:none 10 period=2021", "se:public 90 period=2021")
		}, "0 -100000 100000"},
		{"a new number may be another owner's", func(w *world) {
			w.evidence("se:v successor_of=yes other=se:u")
			w.volume("se:u 10", "se:public 90", "se:v 10 period=2021", "se:public 90 period=2021")
		}, "0 -100000 100000"},
		{"what a source hides is in no pair", func(w *world) {
			w.volume("se:ideburen 10", "se:public 90", "se:ideburen 10 period=2021", "se:public 90 period=2021", "se:ideburen 0 low=1 high=10 hidden=1 period=2021")
		}, "0 8911 81818"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", simple...)
			w.known()
			w.elsewhere()
			tt.world(w)
			w.build().expect("select change, change_low, change_high from change where place = '0180' and sector = 'ideburen'", tt.want)
			w.expect("from change_sum")
		})
	}
}

func TestWhichPeriodsAreCompared(t *testing.T) {
	w := newWorld(t)
	w.measure("n flow - 100", "place")
	w.define("d", "", simple...)
	w.volume("se:a 1 period=2018", "se:a 1 period=2020", "se:a 1 period=2021", "se:a 1 period=2019/20", "se:a 1 period=2020/21",
		"se:a 1 measure=n period=2020-01", "se:a 1 measure=n period=2020-02", "se:a 1 measure=n period=2021-02", "se:a 1 measure=n period=2023-02")
	w.build().expect("select measure, earlier_period, later_period, is_span from period_pair order by all",
		"m 2018 2020 false", "m 2018 2021 true", "m 2019/20 2020/21 false", "m 2020 2021 false",
		"n 2020-02 2021-02 false", "n 2020-02 2023-02 true", "n 2021-02 2023-02 false")
}

func TestADefinitionThatDidNotApplyHasNoChange(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.define("e", "from=2021-01-01", simple...)
	w.define("f", "bounds=low", simple...)
	w.known()
	w.volume("se:ideburen 1", "se:public 1", "se:ideburen 1 period=2021", "se:public 1 period=2021")
	w.build().expect("select distinct definition, change_low is null from change order by all", "d false", "d true", "f true")
	w.expect("select definition, change_low is null from change where sector = 'ideburen' and place = '0180' order by all", "d false", "f true")
}

// Two kommuner of equal weight, of which one doubles its share and the other
// its weight; a third is only there at last and is mix.
func TestShiftShareSplitsTheInteractionEvenly(t *testing.T) {
	w := newWorld(t)
	w.rows["measure"], w.rows["measure_dimension"] = nil, nil
	w.measure("m stock 10-15 0", "place area agreement")
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 20 place=0114", "se:public 80 place=0114", "se:ideburen 10", "se:public 90",
		"se:ideburen 40 place=0114 period=2021", "se:public 60 place=0114 period=2021", "se:ideburen 20 period=2021", "se:public 180 period=2021")
	// Weights 1/2, 1/2 and 1/3, 2/3; shares 0.2, 0.1 and 0.4, 0.1.
	w.build().expect("select change, within_places, mix_of_places, within_areas from change where place = '01' and sector = 'ideburen'", "50000 83333 -33333 -")
}

// contributions is a world with a card, in which an association ended.
func contributions(t *testing.T) *world {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.put("card", "c 1 m 0180 none none d .")
	w.evidence("se:gone legal_form=61", "se:sole legal_form=10", "se:gone name=Borta")
	w.volume("se:ideburen 10", "se:gone 10", "se:public 80", "se:ideburen 10 period=2021", "se:public 80 period=2021")
	return w
}

func TestContributionsSumToTheChange(t *testing.T) {
	w := contributions(t)
	w.volume("se:sole 7 period=2021", "person:x 2 period=2021", "person:y 1 period=2021")
	w.build().expect(`select place_in_order, provider_id, name, cause, providers, earlier_amount, later_amount, earlier_share, effect, cumulated
		from contribution order by place_in_order`,
		"1 se:gone Borta ended 1 10 0 100000 -80000 -80000", "11 . . . 3 0 10 0 -20000 -100000")
	w.expect("select sector, effective_providers from effective_providers join period using (period_key) where period = '2020' and sector = 'ideburen'", "ideburen 2000000")
}

// The row of all others is of three or more where one may be a natural person.
func TestNoNaturalPersonContributesAlone(t *testing.T) {
	const told = "select place_in_order, provider_id, providers, effect from contribution order by place_in_order"
	tests := []struct {
		name string
		more []string
		want []string
	}{
		{"nobody else", nil, []string{"1 se:gone 1 -88889"}},
		{"a person joins the smallest organisations", []string{"person:x 5 period=2021", "se:a 3 period=2021", "se:b 2 period=2021"},
			[]string{"1 se:gone 1 -80000", "11 . 3 -20000"}},
		{"a sole trader too", []string{"se:sole 5 period=2021", "se:a 3 period=2021", "se:b 2 period=2021"},
			[]string{"1 se:gone 1 -80000", "11 . 3 -20000"}},
		{"two persons and the only organisation", []string{"person:x 5 period=2021", "person:y 5 period=2021"}, []string{"11 . 3 -100000"}},
		{"a person and the only organisation", []string{"person:x 10 period=2021"}, nil},
		{"a group is no person", []string{"ledger:group:85 10 period=2021"}, []string{"1 se:gone 1 -80000", "11 . 1 -20000"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := contributions(t)
			w.volume(tt.more...)
			w.build().expect(told, tt.want...)
		})
	}
}

// The checks read what is published, so they are tested on a spoilt change.
func TestChangeChecksFindASpoiltChange(t *testing.T) {
	for spoil, want := range map[string][2]string{
		"update change set arrived_amount = arrived_amount + 1 where sector = 'unknown'":                                        {"unknown", ""},
		"update change set arrived = arrived + 1 where sector = 'unknown'":                                                      {"unknown", ""},
		"update change set remaining = null where sector = 'unknown'":                                                           {"unknown", ""},
		"update change set change_low = change + 1 where sector = 'public'":                                                     {"public", ""},
		"update change set change_high = change - 1 where sector = 'public'":                                                    {"public", ""},
		"update change set method = 1, remaining = remaining - 1 where sector = 'public'":                                       {"public", ""},
		"delete from change where sector = 'public'":                                                                            {"", "4"},
		"update change set later_amount = later_amount + 1, arrived_amount = 1 where sector = 'nonpublic'":                      {"", "5"},
		"update change set change = 6, change_high = 6, later_share = earlier_share + 6, remaining = 6 where sector = 'public'": {"", "5"},
	} {
		w := newWorld(t)
		w.define("d", "", simple...)
		w.known()
		w.volume("se:public 4", "se:ideburen 4", "se:public 4 period=2021", "se:ideburen 4 period=2021")
		w.build()
		w.relate("from change")
		w.exec(spoil)
		for query, want := range map[string]string{
			"select sector from change_sum where place = '0180'": want[0], "select sectors from change_whole where place = '0180'": want[1],
		} {
			var lines []string
			if want != "" {
				lines = []string{want}
			}
			w.expect(query, lines...)
		}
	}
}
