package pipeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// seriesSpace pays some organisations 100 kronor each in June of some years.
func seriesSpace(t *testing.T, years []string, organisations []string, more map[string]string) string {
	t.Helper()
	files := smallFiles()
	delete(files, "inbox/prov_2024-01.csv")
	for _, year := range years {
		text := "datum;kommun;orgnr;form;belopp\n"
		for _, id := range organisations {
			text += year + "-06-15;0180;" + id + ";;100,00\n"
		}
		files["inbox/prov_"+year+"-06.csv"] = text
	}
	files["sources/former.yaml"] = `title: {sv: Former, en: Forms}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: former_{year}.csv
columns:
  - {name: orgnr, type: orgnr, required: true}
  - {name: form, type: code(legal_form), required: true}
`
	files["sources/former.evidence.sql"] = `select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    form as value,
    make_date(snapshot.partition::integer, 6, 1) as observed_date,
from source
cross join snapshot
`
	for name, text := range more {
		files[name] = text
	}
	return smallWorkspace(t, files)
}

// sharesOf are a definition's idéburna: amount, carried, symbol by year.
func sharesOf(t *testing.T, dir, definition string) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == definition && row["sector"] == "ideburen" && row["place"] == "0180" {
			got[row["period"][:4]] = strings.TrimSpace(fmt.Sprintf("%s of %s, carried %s %s%s", row["amount"], row["total"], row["carried"], row["symbol"], row["note"]))
		}
	}
	return got
}

// Registered, deregistered and registered again: the register counts from day
// to day, from 2023, and is never carried.
func TestTheRegisterIsFollowedFromDayToDay(t *testing.T) {
	t.Parallel()
	const always, restored = "802002-0718", "802400-0013"
	dir := seriesSpace(t, []string{"2022", "2023", "2024", "2025"}, []string{always, restored}, map[string]string{
		"inbox/former_2022.csv":        "orgnr;form\n" + always + ";61\n" + restored + ";61\n",
		"sources/idebur_register.yaml": "profile: idebur_register\n",
		"inbox/idebur_register.csv":    "orgnr;namn;registrerad;avregistrerad\n" + always + ";A;2023-01-01;\n" + restored + ";B;2023-02-01;2024-06-30\n" + restored + ";B;2025-06-30;\n",
	})
	refreshed(t, options(dir))
	want := map[string]string{
		"2022": "of , carried  .not_in_force",
		"2023": "200.00 of 200.00, carried 0.00",
		"2024": "100.00 of 200.00, carried 0.00",
		"2025": "200.00 of 200.00, carried 0.00",
	}
	if diff := cmp.Diff(want, sharesOf(t, dir, "registrerad")); diff != "" {
		t.Error(diff)
	}
}

// Nobody in the ledger is registered: the register is loaded, so that is a
// counted zero from the day that the Act is in force.
func TestNobodyRegisteredIsZeroWhereTheRegisterIsLoaded(t *testing.T) {
	t.Parallel()
	const known, other = "802002-0718", "802400-0013"
	register := map[string]string{
		"inbox/former_2022.csv":        "orgnr;form\n" + known + ";61\n",
		"sources/idebur_register.yaml": "profile: idebur_register\n",
		"inbox/idebur_register.csv":    "orgnr;namn;registrerad;avregistrerad\n" + other + ";A;2023-02-01;\n",
	}
	dir := seriesSpace(t, []string{"2022", "2023"}, []string{known}, register)
	refreshed(t, options(dir))
	want := map[string]string{"2022": "of , carried  .not_in_force", "2023": "0.00 of 100.00, carried 0.00"}
	if diff := cmp.Diff(want, sharesOf(t, dir, "registrerad")); diff != "" {
		t.Error(diff)
	}
}

// A legal form seen in 2020 is used for 2025 and for 2015, and how much rests
// on it is published; a form that is seen to change changes the sector from
// that day on, and what was seen in the period is not carried.
func TestALegalFormIsCarriedForwardAndBackAndCounted(t *testing.T) {
	t.Parallel()
	const once, changed, later = "802002-0718", "802400-0013", "556016-0680"
	dir := seriesSpace(t, []string{"2015", "2020", "2023", "2025"}, []string{once, changed, later}, map[string]string{
		"inbox/former_2020.csv": "orgnr;form\n" + once + ";61\n" + changed + ";61\n" + later + ";49\n",
		"inbox/former_2023.csv": "orgnr;form\n" + changed + ";49\n",
	})
	refreshed(t, options(dir))
	want := map[string]string{
		"2015": "200.00 of 300.00, carried 200.00",
		"2020": "200.00 of 300.00, carried 0.00",
		"2023": "100.00 of 300.00, carried 100.00",
		"2025": "100.00 of 300.00, carried 100.00",
	}
	if diff := cmp.Diff(want, sharesOf(t, dir, "snav")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"2015 2020 ideburen presumed nonprofit_presumed", "2023 2025 private presumed business"}, owned(t, dir, "snav", changed)); diff != "" {
		t.Error(diff)
	}
}

// An association that becomes a company gets a new number: each number has the
// sector of its own form, and that they are one is kept as evidence.
func TestAConversionGivesANewNumberAndKeepsWhichItWas(t *testing.T) {
	t.Parallel()
	const old, new, other = "802400-0013", "556016-0680", "802002-0718"
	dir := seriesSpace(t, []string{"2024"}, []string{old, other}, map[string]string{
		"inbox/prov_2025-06.csv":    "datum;kommun;orgnr;form;belopp\n2025-06-15;0180;" + new + ";;100,00\n2025-06-15;0180;" + other + ";;100,00\n",
		"inbox/former_2020.csv":     "orgnr;form\n" + old + ";61\n" + other + ";61\n" + new + ";49\n",
		"sources/efterfoljare.yaml": "profile: efterfoljare\n",
		"inbox/efterfoljare.csv":    "old;new;date;source\n" + old + ";" + new + ";2025-01-01;Bolagsverket\n",
	})
	refreshed(t, options(dir))
	for id, want := range map[string][]string{old: {"2024 2024 ideburen presumed nonprofit_presumed"}, new: {"2025 2025 private presumed business"}} {
		if diff := cmp.Diff(want, owned(t, dir, "snav", id)); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	got := selected(t, dir, "select provider_id || ' ' || other_id || ' ' || valid_from from evidence join provider using (provider_key) where attribute = 'successor_of'")
	if diff := cmp.Diff([]string{"se:5560160680 se:8024000013 2025-01-01"}, got); diff != "" {
		t.Error(diff)
	}
}
