package pipeline

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// A country is a made-up one of which a whole site is built: kommuner that buy
// care in eleven areas and their sum, of organisations of which there is evidence
// for every definition.
type country struct {
	kommuner, years, organisations int
}

const countrySettings = `title: {sv: Landet, en: The country}
publisher: {sv: Provet, en: The trial}
contact: prov@example.org
base_url: https://example.org/editions/current/
licence: https://creativecommons.org/publicdomain/zero/1.0/
publisher_type: NationalAuthority
limits: {remainder_ratio: 1000}
headline:
`

const countryCard = `  - id: %[1]s-%[2]s
    measure: kopt
    place: SE
    area: %[3]s
    definition: %[2]s
    title: {sv: Köpt omsorg, en: Purchased care}
    subject: {sv: av den köpta omsorgen, en: of purchased care}
    verb: {sv: 'köptes {period} av idéburna', en: 'was bought of idéburna in {period}'}
    others: {sv: '{private} procent köptes av privata.', en: '{private} per cent was bought of private ones.'}
`

const countryMeasure = `id: kopt
label: {sv: Köpt omsorg, en: Purchased care}
unit: {sv: kronor, en: SEK}
population: {sv: Alla kommuner., en: All municipalities.}
numerator: {sv: Kronor., en: Kronor.}
denominator: {sv: Alla kronor., en: All kronor.}
kind: money
base: purchased
place_basis: payer
period_basis: calendar_year
price_basis: current
vat: exkl
reference: {kind: flow}
dimensions: [place, area]
summable: [place, area]
decimals: 2
coverage_minimum: 0
protect: none
`

const countryLedger = `title: {sv: Reskontror, en: Ledgers}
publisher: {sv: Kommunerna, en: The municipalities}
licence: CC0 1.0
file: kopt_{year}.csv
columns:
  - {name: ar, type: year, required: true}
  - {name: kommun, type: code(place), required: true}
  - {name: omrade, type: code(area), required: true}
  - {name: orgnr, type: orgnr, required: true}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [kopt]}
`

const countryVolume = `select
    line,
    'kopt' as measure,
    ar::varchar as period,
    kommun as place,
    omrade as area,
    orgnr as provider_id,
    belopp as amount,
from source
`

const countryRegister = `title: {sv: Registret, en: The register}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: register.csv
columns:
  - {name: dag, type: date(YYYY-MM-DD), required: true}
  - {name: orgnr, type: orgnr, required: true}
  - {name: namn, type: person_name(orgnr), required: true}
  - {name: form, type: code(legal_form), required: true}
  - {name: sektor, type: code(sector_claim)}
  - {name: motpart, type: code(counterparty), required: true}
  - {name: insekt, type: code(institutional_sector), required: true}
  - {name: stadgar, type: text}
  - {name: registrerad, type: text}
`

// countryEvidence is the evidence of a column as an attribute.
const countryEvidence = `select
    line,
    orgnr as provider_id,
    '%s' as attribute,
    %s as value,
    dag as observed_date,
from source
where %[2]s is not null
`

func (c country) files(tb testing.TB) map[string]string {
	tb.Helper()
	settings, evidence := countrySettings, []string{}
	for _, card := range [][3]string{{"alla", "snav", "omsorg"}, {"en", "bred", "omsorg_01"}, {"en", "motpart", "omsorg_02"}, {"en", "uppgiven", "omsorg_03"}} {
		settings += fmt.Sprintf(countryCard, card[0], card[1], card[2])
	}
	for _, column := range [][2]string{
		{"name", "namn"}, {"legal_form", "form"}, {"sector_claim", "sektor"}, {"counterparty", "motpart"}, {"institutional_sector", "insekt"},
		{"statutes_public_benefit", "stadgar"}, {"distribution_limit", "stadgar"}, {"registered", "registrerad"},
	} {
		evidence = append(evidence, fmt.Sprintf(countryEvidence, column[0], column[1]))
	}
	areas := "code,parent,sort,label_sv,label_en,alias,source\nomsorg,,1000,Omsorg,Care,,prov\n"
	for i := range countryAreas {
		areas += fmt.Sprintf("omsorg_%02d,omsorg,%d,Omsorg %d,Care %d,,prov\n", i, 1001+i, i, i)
	}
	files := map[string]string{
		"tresektor.yaml": settings, "measure/kopt.yaml": countryMeasure, "code/area.csv": areas,
		"sources/reskontra.yaml": countryLedger, "sources/reskontra.volume.sql": countryVolume,
		"sources/registret.yaml": countryRegister, "sources/registret.evidence.sql": strings.Join(evidence, "union all\n"),
		"inbox/register.csv": c.register(),
	}
	places := codes(tb, "place.csv", ",kommun")[:c.kommuner]
	for year := range c.years {
		files[fmt.Sprintf("inbox/kopt_%d.csv", countryFrom+year)] = c.ledger(countryFrom+year, places)
	}
	return files
}

// countryAreas are the areas that have a sum. countryFrom is the first year: a
// coming one, so that every definition is in force.
const (
	countryAreas = 11
	countryFrom  = 2024
)

// register has what is known of every organisation: companies, associations,
// foundations, cooperatives and public bodies.
func (c country) register() string {
	random := rand.New(rand.NewPCG(3, 4))
	pick := func(words ...string) string { return words[random.IntN(len(words))] }
	text := strings.Builder{}
	text.WriteString("dag;orgnr;namn;form;sektor;motpart;insekt;stadgar;registrerad\n")
	for i := range c.organisations {
		own := pick("Sol", "Lind", "Björk", "Ek", "Häst", "Norr", "Söder", "Guld", "Fjäll", "Sjö", "Åker", "Ängs") +
			pick("gården", "backa", "dal", "stugan", "kulla", "hagen", "näs", "lunden", "sund", "åsen", "torp", "löten")
		line := own + " " + pick("omsorg", "vård", "assistans", "hemtjänst", "rehab", "stöd") + " i " + pick("Umeå", "Gävle", "Borås", "Växjö", "Kalmar", "Åmål", "Ystad", "Visby") +
			" AB;49;private;87;S.11002;;"
		switch n := random.IntN(100); {
		case n < 9:
			line = "Föreningen " + own + ";61;ideburen;85;S.15;yes;" + pick("yes", "", "")
		case n < 13:
			line = "Stiftelsen " + own + ";72;ideburen;85;S.15;yes;" + pick("yes", "", "")
		case n < 18:
			line = own + " ekonomisk förening;51;" + pick("private", "ideburen") + ";85;S.11002;" + pick("yes", "no") + ";"
		case n < 20:
			line = own + " kommunala bolag AB;82;public;82;S.1313;;"
		case n < 21:
			line = own + " Care Ltd;96;;95;S.11003;;"
		}
		fmt.Fprintf(&text, "2024-01-01;%s;%s\n", numbered(5560+i/100_000, i%100_000), line)
	}
	return text.String()
}

// ledger is what kommuner buy in a year: each area of some organisations of its
// own and a few that are large everywhere.
func (c country) ledger(year int, places []string) string {
	random := rand.New(rand.NewPCG(5, uint64(year)))
	text := strings.Builder{}
	text.WriteString("ar;kommun;omrade;orgnr;belopp\n")
	near := max(1, c.organisations/(len(places)*countryAreas))
	for p, place := range places {
		size := 1_000_000 + random.ExpFloat64()*20_000_000
		for area := range countryAreas {
			of := map[int]bool{}
			for range 8 {
				of[((p*countryAreas+area)*near+random.IntN(near))%c.organisations] = true
			}
			for range 3 {
				large := max(1, c.organisations/200)
				of[min(random.IntN(large), random.IntN(large))] = true
			}
			for _, i := range slices.Sorted(maps.Keys(of)) {
				fmt.Fprintf(&text, "%d;%s;omsorg_%02d;%s;%.2f\n", year, place, area, numbered(5560+i/100_000, i%100_000), 100+random.ExpFloat64()*size/8)
			}
		}
	}
	return text.String()
}
