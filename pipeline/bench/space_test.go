package bench

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tresektor/pipeline/workspace"
)

// The source reads five of the ledger's ten columns, with the SELECTs of the
// profile leverantorsreskontra for one buyer.
const manifest = `title: {sv: Reskontra, en: Ledger}
publisher: {sv: Köparen, en: The buyer}
licence: CC0-1.0
file: reskontra_{year}-{month}.csv
columns:
  - {name: leverantor_id, type: orgnr}
  - {name: leverantor, type: person_name(leverantor_id)}
  - {name: konto_text, type: text, required: true}
  - {name: datum, type: date(YYYY-MM-DD), required: true}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [kopt_verksamhet_reskontra]}
`

const volumeSQL = `with account as (
    select
        written.konto_text,
        first(
            ledger_account.agreement order by ledger_account.sort
        ) as agreement,
    from (select distinct konto_text from source) as written
    join ledger_account
        on regexp_matches(lower(written.konto_text), ledger_account.pattern)
    group by all
)

select
    source.line,
    'kopt_verksamhet_reskontra' as measure,
    strftime(source.datum, '%Y-%m') as period,
    '14' as place,
    'none' as area,
    coalesce(account.agreement, 'okand') as agreement,
    source.leverantor_id as provider_id,
    source.belopp as amount,
    case when account.agreement is null then 'not_purchase' end as drop_reason,
from source
left join account using (konto_text)
`

const evidenceSQL = `with purchase as (
    select
        unnest(array_agg(
            distinct written.konto_text order by written.konto_text
        )) as konto_text,
    from (select distinct konto_text from source) as written
    join ledger_account
        on regexp_matches(lower(written.konto_text), ledger_account.pattern)
),

last as (
    select max(source.line) as line
    from source
    join purchase using (konto_text)
    where source.leverantor is not null
        and not contains(source.leverantor_id, ':masked:')
    group by source.leverantor_id
)

select
    source.line,
    source.leverantor_id as provider_id,
    'name' as attribute,
    source.leverantor as value,
    source.datum as observed_date,
from source
join last using (line)
`

// clock is the clock of every run.
var clock = time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC)

// newSpace makes a workspace with the ledger as its only source.
func newSpace(tb testing.TB, dir string) {
	tb.Helper()
	if err := workspace.Init(dir, false); err != nil {
		tb.Fatal(err)
	}
	for name, text := range map[string]string{
		"reskontra.yaml": manifest, "reskontra.volume.sql": volumeSQL, "reskontra.evidence.sql": evidenceSQL,
	} {
		write(tb, filepath.Join(dir, "sources", name), text)
	}
}

func write(tb testing.TB, path, text string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		tb.Fatal(err)
	}
}
