package queries_test

import (
	"fmt"
	"testing"
)

// figures are a sector's numbers in the one cell of a world, as millionths.
const figures = `select share.sector, amount, share, low, high, low_known, high_known, high_presumed, share_known, symbol, note
	from share join sector on sector.code = share.sector where place = '0180' order by sector.sort`

// Five sectors, T = 100. Highs: what is undecided to each in turn; public can
// only gain the unknown. share_known is of the 90 that are decided.
func TestBoundsOfUndecidedAmounts(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 60", "se:private 20", "se:ideburen 10", "se:nonpublic 6", "se:unknown 4")
	w.build().expect(figures,
		"public 60 600000 600000 640000 600000 640000 640000 666667 . .",
		"private 20 200000 200000 300000 200000 300000 300000 222222 . .",
		"ideburen 10 100000 100000 200000 100000 200000 200000 111111 . .",
		"nonpublic 6 60000 - - - - - - . .",
		"unknown 4 40000 - - - - - - . .")
}

// Undecided +30 and -10, T = 100: low takes the -10, high the +30.
func TestBoundsOfNegativeUndecidedAmounts(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 50", "se:ideburen 30", "se:u1 30", "se:u2 -12", "se:u2 2")
	w.build().expect(figures,
		"public 50 500000 400000 800000 400000 800000 800000 625000 . .",
		"private 0 0 -100000 300000 -100000 300000 300000 0 . .",
		"ideburen 30 300000 200000 600000 200000 600000 600000 375000 . .",
		"nonpublic 0 0 - - - - - - . .",
		"unknown 20 200000 - - - - - - . .")
}

// A credit note and what it corrects are one amount of the provider in each
// place: -6 in the kommun and 0 in its län. Another owes nothing, +20.
//
//	kommun T = 114, low (100-6)/114, high (100+20)/114
//	län    T = 120, low 100/120, high (100+20)/120
func TestCreditNotesAreNettedByProviderBeforeBounds(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 100", "se:u -10", "se:u 4", "se:u 6 place=0114", "se:v 20")
	w.build().expect("select place, low, high from share where sector = 'ideburen' and place in ('0180', '01') order by place",
		"01 833333 1000000",
		"0180 824561 1052632")
}

// T = 110 in lou, 10 in lov, 120 in both: low (100-10)/T where -10 is, high
// (100+20)/T and in both (100+20+10)/T.
func TestCreditNotesOfDifferentAgreementsAreNotNetted(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 100 agreement=lou", "se:u -10 agreement=lou", "se:v 20 agreement=lou", "se:u 10 agreement=lov")
	w.build().expect("select agreement, low, high from share where sector = 'ideburen' and place = '0180' order by agreement",
		"ersattning 750000 1083333", "lou 818182 1090909", "lov 0 1000000")
}

// T = 100 known. Hidden: ideburen 2..18, private 1..9, unknown 1..9.
//
//	ideburen low 22/(100+2+9+9), high (20+0+18+9)/(100+18+9+1) = 47/128, a tie
//	private  low 51/(100+1+18+9), a tie, high (50+9+9)/(100+9+9+2)
//	public   low 30/(100+18+9+9), high (30+9)/(100+9+2+1)
func TestBoundsOfSuppressedAmounts(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 30", "se:private 50 hidden=1 low=1 high=9", "se:ideburen 20 hidden=2 low=2 high=18", "se:unknown 0 hidden=1 low=1 high=9")
	w.build().expect(figures,
		"public 30 300000 220588 348214 300000 300000 348214 300000 . .",
		"private 50 500000 398438 566667 500000 500000 566667 500000 . .",
		"ideburen 20 200000 183333 367188 200000 200000 367188 200000 . .",
		"nonpublic 0 0 - - - - - - . .",
		"unknown 0 0 - - - - - - . .")
	w.expect("select sector, hidden_units, open_units from share where place = '0180' and hidden_units > 0 order by all",
		"ideburen 2 0", "private 1 0", "unknown 1 0")
}

// What is not public and suppressed may be private, never public.
//
//	ideburen high (10+10+9)/(100+9), public high 80/(100+1), low 80/(100+9)
func TestSuppressedNonpublicAmounts(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 80", "se:ideburen 10", "se:nonpublic 10 hidden=1 low=1 high=9")
	w.build().expect("select sector, low, high from share where place = '0180' and low is not null order by sector",
		"ideburen 91743 266055", "private 0 174312", "public 733945 792079")
}

// A publisher that rounds to tens: 10 is 5 to 14, 90 is 85 to 94.
//
//	ideburen low 5/(5+94), high 14/(14+85)
func TestRoundedAmounts(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 90 low=-5 high=4", "se:ideburen 10 low=-5 high=4")
	w.build().expect("select sector, low, share, high from share where place = '0180' and sector = 'ideburen'", "ideburen 50505 100000 141414")
}

// 3 that may be 0 to 3: nothing of nothing is no share of it.
func TestAPartOfNothingIsNothing(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 3 low=-3 high=0")
	w.build().expect("select sector, low, high from share where place = '0180' and low is not null order by sector",
		"ideburen 0 0", "private 0 0", "public 0 1000000")
}

func TestUnitsWithoutALimitAreCountedAndChangeNoBound(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:public 90", "se:ideburen 10 hidden=3 open=3")
	w.build().expect("select low, high, hidden_units, open_units from share where place = '0180' and sector = 'ideburen'", "100000 100000 3 3")
}

// What is hidden is summed over places, over providers with other evidence and over
// evidence that means the same sector; also where there are limits and no units, as
// of rounded amounts. T = 130 known; hidden in all 1..24.
//
//	ideburen 30, hidden -2..15: low 28/(130-2+24-15), high 45/(130+15+1+2)
//	private   0, hidden  3..9:  low 3/(130+3+24-9), high 9/(130+9+1-3)
//	public  100, hidden nothing: low 100/(130+24), high 100/(130+1)
func TestSuppressedAmountsAreSummed(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", append([]string{"claimed: sector_claim=ideburen -> ideburen basis=stated"}, simple...)...)
	w.known()
	w.evidence("se:a legal_form=61", "se:b legal_form=61", "se:b owner_control=41", "se:c sector_claim=ideburen", "se:d sector_claim=ideburen")
	w.volume("se:public 100", "se:a 10 hidden=1 open=1 low=1 high=3", "se:b 0 hidden=2 open=2 low=2 high=8 place=0114",
		"se:c 20 low=-5 high=4 place=0114", "se:d 0 hidden=1 open=1 place=0114", "se:private 0 hidden=4 low=3 high=9 place=0114")
	w.build().expect("select share.sector, low, high, hidden_units, open_units from share join sector on sector.code = share.sector where place = '01' order by sector.sort",
		"public 649351 763359 0 0", "private 20270 65693 4 0", "ideburen 204380 304054 4 4", "nonpublic - - 0 0", "unknown - - 0 0")
}

// Presumed private 30, of which 1..9 hidden; unknown 10; T = 100.
//
//	ideburen high (10+10)/(100+1), with the presumption (10+10+30+9)/(100+9)
//	public   high (50+10)/101, with the presumption (50+10+30+9)/109
//	private  high (30+10+9)/109: it cannot gain from itself
func TestHighPresumedAddsWhatAPresumptionCouldBe(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple[0], simple[1], "business: legal_form=49 -> private basis=presumed could=ideburen|public|private fallback", simple[4])
	w.known()
	w.volume("se:public 50", "se:ideburen 10", "se:private 30 hidden=1 low=1 high=9", "se:unknown 10")
	w.build().expect("select sector, high, high_presumed, presumed from share where place = '0180' and high is not null order by sector",
		"ideburen 198020 541284 0", "private 449541 449541 30", "public 594059 908257 0")
}

// What is presumed by other evidence and is negative could not make ideburen smaller
// by turning out to be it: T = 90, high (10+10)/90, with the presumption (10+10+30)/90.
func TestHighPresumedTakesNothingForWhatIsOwed(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple[0], simple[1], "business: legal_form=49 -> private basis=presumed could=ideburen",
		"claimed: owner_control=30 -> private basis=presumed could=ideburen|public", simple[4])
	w.known()
	w.evidence("se:claimed owner_control=30")
	w.volume("se:public 50", "se:ideburen 10", "se:private 30", "se:claimed -10", "se:unknown 10")
	w.build().expect("select high, high_presumed from share where place = '0180' and sector = 'ideburen'", "222222 555556")
}

// A remainder that could be ideburen is in the high already: 10+20 of 100.
func TestHighPresumedCountsRemaindersOnce(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple[0], simple[1], "n: legal_form=49 -> nonpublic reason=definition_does_not_split could=ideburen", simple[4])
	w.known()
	w.volume("se:public 70", "se:ideburen 10", "se:private 20")
	w.build().expect("select high, high_presumed from share where place = '0180' and sector = 'ideburen'", "300000 300000")
}

func TestADefinitionWithOnlyALowHasNoHigh(t *testing.T) {
	w := newWorld(t)
	w.define("d", "bounds=low", simple...)
	w.known()
	w.volume("se:public 60", "se:ideburen 10", "se:nonpublic 30")
	w.build().expect("select share, low, high, low_known, high_known, high_presumed, symbol from share where place = '0180' and sector = 'ideburen'",
		"100000 100000 - 100000 - - .")
}

func TestNoSharesOfNothingOrLess(t *testing.T) {
	for name, c := range map[string]struct {
		volume       []string
		symbol, note string
		amounts      []string
	}{
		"total 0": {[]string{"se:ideburen 5", "se:private -5"}, "'.'", "negative_part",
			[]string{"public 0 0", "private -5 0", "ideburen 5 0", "nonpublic 0 0", "unknown 0 0"}},
		"total below 0": {[]string{"se:ideburen 5", "se:unknown -6"}, "'.'", "negative_part",
			[]string{"public 0 -1", "private 0 -1", "ideburen 5 -1", "nonpublic 0 -1", "unknown -6 -1"}},
		"a sector below 0": {[]string{"se:ideburen 110", "se:private -10"}, "'.'", "negative_part",
			[]string{"public 0 100", "private -10 100", "ideburen 110 100", "nonpublic 0 100", "unknown 0 100"}},
		"nothing counted": {[]string{"se:ideburen 0"}, "'.'", "negative_part",
			[]string{"public 0 0", "private 0 0", "ideburen 0 0", "nonpublic 0 0", "unknown 0 0"}},
		"all suppressed": {[]string{"se:ideburen 0 hidden=1 low=1 high=9"}, "'...'", "suppressed_at_source",
			[]string{"public 0 0", "private 0 0", "ideburen 0 0", "nonpublic 0 0", "unknown 0 0"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.define("d", "", simple...)
			w.known()
			w.volume(c.volume...)
			w.build().expect("select sector, amount, total from share join sector on code = share.sector where place = '0180' order by sector.sort", c.amounts...)
			w.expect(`select count(*), count(share), count(low), count(high), count(low_known), count(high_known), count(high_presumed), count(share_known)
				from share where symbol = `+c.symbol+` and note = '`+c.note+`' and place = '0180'`, "5 0 0 0 0 0 0 0")
		})
	}
}

func TestSharesAreRoundedHalfUpAtSixDecimals(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	var want []string
	for i, c := range [][3]string{ // idéburen and public, and the idéburen share
		{"1", "2", "333333"},
		{"2", "1", "666667"},
		{"1", "1999999", "1"},           // 0.0000005, a tie
		{"3", "1999997", "2"},           // 0.0000015, a tie
		{"1", "2000000", "0"},           // just below a tie
		{"999999", "1000001", "500000"}, // 0.4999995, a tie
		{"1999999", "1", "1000000"},     // 0.9999995, a tie
		{"0", "7", "0"},
		{"7", "0", "1000000"},
		{"1", "9000000000000", "0"},
		{"3000000000000000000", "6000000000000000000", "333333"}, // no overflow
	} {
		period := fmt.Sprint(" period=", 2000+i)
		w.volume("se:ideburen "+c[0]+period, "se:public "+c[1]+period)
		want = append(want, fmt.Sprint(2000+i, " ", c[2], " ", c[2], " ", c[2], " ", c[2]))
	}
	w.build().expect("select period, share, low, high, share_known from share where place = '0180' and sector = 'ideburen' order by period", want...)
}

// The shares of a cell are integers all the way: no DOUBLE in any column.
func TestNoColumnIsFloating(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.put("card", "c 1 m 0180 none none d .")
	w.known()
	w.volume("se:ideburen 1")
	w.build().got("select * from headline, remainder, classification, contested")
	w.expect("select table_name || '.' || column_name from duckdb_columns() where data_type in ('DOUBLE', 'FLOAT') and not internal")
}
