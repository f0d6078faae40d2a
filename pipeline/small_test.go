package pipeline_test

import "strings"

// smallFiles is a workspace with one monthly ledger, for tests of how loads
// and editions behave; what the numbers mean is tested elsewhere.
func smallFiles() map[string]string {
	return map[string]string{
		"tresektor.yaml": `title: {sv: Prov, en: Trial}
publisher: {sv: Provet, en: The trial}
contact: prov@example.org
headline:
  - id: prov
    measure: prov
    place: '0180'
    area: none
    title: {sv: Prov, en: Trial}
    subject: {sv: av beloppen, en: of the amounts}
    verb: {sv: 'gick {period} till idéburna', en: 'went to idéburna in {period}'}
    others: {sv: '{private} procent gick till privata.', en: '{private} per cent went to private ones.'}
`,
		"measure/prov.yaml": `id: prov
label: {sv: Prov, en: Trial}
unit: {sv: kronor, en: SEK}
population: {sv: Alla rader., en: All rows.}
numerator: {sv: Belopp., en: Amounts.}
denominator: {sv: Alla belopp., en: All amounts.}
kind: money
base: purchased
place_basis: payer
period_basis: booking_date
price_basis: current
vat: exkl
reference: {kind: flow}
dimensions: [place]
decimals: 2
`,
		"sources/prov.yaml": `title: {sv: Prov, en: Trial}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: prov_{year}-{month}.csv
reject_percent: 50
columns:
  - {name: datum, type: date(YYYY-MM-DD), required: true}
  - {name: kommun, type: code(place), required: true}
  - {name: orgnr, type: orgnr}
  - {name: form, type: code(legal_form)}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [prov]}
`,
		"sources/prov.volume.sql": `select
    line,
    'prov' as measure,
    strftime(datum, '%Y-%m') as period,
    kommun as place,
    orgnr as provider_id,
    belopp as amount,
from source
`,
		"sources/prov.evidence.sql": `select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    form as value,
    datum as observed_date,
from source
where form is not null
`,
		"inbox/prov_2024-01.csv": smallMonth("2024-01", "100,00", "300,00"),
	}
}

// smallMonth is a file with an association's and a company's amount.
func smallMonth(month, association, company string) string {
	return strings.Join([]string{
		"datum;kommun;orgnr;form;belopp",
		month + "-15;0180;802002-0718;61;" + association,
		month + "-16;0180;556016-0680;49;" + company,
		"",
	}, "\n")
}
