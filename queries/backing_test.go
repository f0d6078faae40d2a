package queries_test

import (
	"testing"

	"tresektor/queries"
)

// backed is who is behind which share, as it is published.
func backed(w *world) string {
	w.t.Helper()
	r, err := queries.Published("share_backing")
	w.must(err)
	return "select * exclude name from (" + r.SQL + ")"
}

// An organisation is named in its own cell and in all that the cell is counted
// in, once for periods that follow each other; others are not.
func TestWhoIsBehindAShare(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 3 period=2018", "se:ideburen 3 period=2019", "se:ideburen 3 period=2021",
		"se:private 4 period=2018", "se:private 4 period=2019", "se:private 4 period=2020", "se:private 4 period=2021", "se:public 9 area=grund period=2018")
	w.build().expect(backed(w)+" where place in ('0180', 'SE')",
		"m 0180 none none se:ideburen 2018 2019 d", "m 0180 none none se:ideburen 2021 2021 d")
}

func TestWhoIsBehindATotalIsBehindACellOfIt(t *testing.T) {
	w := newWorld(t)
	w.measure("all stock 10-15 0", "place area agreement")
	w.define("d", "", simple...)
	w.known()
	w.volume("se:ideburen 3 measure=all area=grund", "se:ideburen 3 measure=all area=gymn place=1280", "se:public 3 measure=all area=vard")
	w.build().expect("select place, area, first_period from ("+backed(w)+")",
		"01 grund 2020", "01 skola 2020", "0180 grund 2020", "0180 skola 2020", "12 gymn 2020", "12 skola 2020", "1280 gymn 2020", "1280 skola 2020",
		"SE grund 2020", "SE gymn 2020", "SE skola 2020")
}

// What an organisation is under two definitions is said in one row, and in two
// where it changes; a definition that says nothing is left out.
func TestBehindAShareUnderSeveralDefinitions(t *testing.T) {
	w := newWorld(t)
	w.define("narrow", "", simple...)
	w.define("late", "from=2020-10-15", simple...)
	w.define("silent", "need=registered", simple...)
	w.known()
	w.volume("se:ideburen 3 period=2018", "se:ideburen 3 period=2019", "se:ideburen 3 period=2020")
	w.build().expect(backed(w)+" where place = '0180'",
		"m 0180 none none se:ideburen 2018 2019 narrow", "m 0180 none none se:ideburen 2020 2020 late narrow")
}

// A natural person whom a definition calls idéburen could be told from the
// number of providers: then nobody is named under it in the period.
func TestNobodyIsNamedBesideANaturalPerson(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", simple...)
	w.define("odd", "", append([]string{"sole: legal_form=10 -> ideburen"}, simple...)...)
	w.known()
	w.evidence("se:sole legal_form=10", "person:x legal_form=61")
	w.volume("se:ideburen 3 period=2018", "se:ideburen 3 period=2019", "se:ideburen 3 period=2020",
		"se:sole 1 period=2019 place=1280", "person:x 1 period=2020 place=1280")
	w.build().expect(backed(w)+" where place = '0180'",
		"m 0180 none none se:ideburen 2018 2018 d odd", "m 0180 none none se:ideburen 2019 2019 d")
}

// Masks, groups and suppliers abroad have no name that may be told.
func TestOnlyOrganisationsAreNamed(t *testing.T) {
	w := newWorld(t)
	w.define("d", "", "claim: sector_claim=ideburen -> ideburen", simple[4])
	for _, provider := range []string{"src:group:x", "src:masked:none", "foreign:x", "src:name:forening", "src:7", "se:a"} {
		w.evidence(provider + " sector_claim=ideburen")
		w.volume(provider + " 1")
	}
	w.build().expect("select provider_id from ("+backed(w)+") where place = '0180'", "se:a", "src:7", "src:name:forening")
}

// Whoever is idéburen in one month of a year is behind the year once, under all
// definitions that count any of its months, and not under those that count none
// in which it has volume.
func TestWhoIsBehindAYearOfMonths(t *testing.T) {
	w := yearly(t)
	w.define("claimed", "", "claim: sector_claim=ideburen -> ideburen", simple[4])
	w.evidence("se:both legal_form=61 to=2024-07-01", "se:both sector_claim=ideburen from=2024-07-01", "se:late legal_form=61 from=2024-07-01",
		"se:late legal_form=49 to=2024-07-01")
	w.months("se:both", "10", "2024", 6, 7)
	w.months("se:late", "1", "2024", 1, 2)
	w.months("se:late", "1", "2025", 1)
	w.build().expect(backed(w)+" where place = '0180'",
		"y 0180 none none se:both 2024 2024 claimed d", "y 0180 none none se:late 2025 2025 d")
	w.expect("select definition, providers from share where place = '0180' and period = '2024' and sector = 'ideburen' order by all", "claimed 1", "d 1")
}

// A natural person of one month is counted in the year, and so nobody is named
// in it.
func TestNobodyIsNamedInTheYearOfANaturalPerson(t *testing.T) {
	w := yearly(t)
	w.define("odd", "", append([]string{"sole: legal_form=10 -> ideburen"}, simple...)...)
	w.evidence("se:sole legal_form=10")
	w.months("se:ideburen", "3", "2024", 1, 2, 3)
	w.months("se:ideburen", "3", "2025", 1)
	w.months("se:sole", "1", "2024", 2)
	w.build().expect(backed(w)+" where place = '0180'",
		"y 0180 none none se:ideburen 2024 2024 d", "y 0180 none none se:ideburen 2025 2025 d odd")
}
