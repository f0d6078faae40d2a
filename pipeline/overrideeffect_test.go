package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// A drawn decision is a row of overrides.csv.
type drawn struct{ id, provider, from, to, sector, definitions, reviewBy, supersedes string }

const due, notDue = "2026-11-22", "2028-01-01"

func (d drawn) row() string {
	return fmt.Sprintf("%s,%s,%s,%s,%s,%s,control_known,Läst,Dnr 1,2009-01-15,,,Anna Ek,Bo Al,%s,%s\n",
		d.id, d.provider, d.from, d.to, d.sector, d.definitions, d.reviewBy, d.supersedes)
}

// reversed is what is decided when one decision is taken away, or renewed
// where its review is due. What it replaced stays replaced by its successors.
func reversed(all []drawn, i int) (rest []drawn) {
	for _, d := range all {
		switch {
		case d.id != all[i].id && d.supersedes == all[i].id && all[i].reviewBy != due:
			d.supersedes = all[i].supersedes
		case d.id == all[i].id && d.reviewBy == due:
			d.reviewBy = notDue
		case d.id == all[i].id:
			continue
		}
		rest = append(rest, d)
	}
	return rest
}

// theNamed is a supplier without a number that is linked to someCompany.
const theNamed = "namn:name:företaget"

func effectFiles() map[string]string {
	return map[string]string{
		"sources/namn.yaml":         namedSource,
		"sources/namn.volume.sql":   "select line, 'prov' as measure, '2024-06' as period, '0180' as place, 'namn:name:' || lower(namn) as provider_id, belopp as amount from source\n",
		"sources/namn.evidence.sql": "select line, 'namn:name:' || lower(namn) as provider_id, 'name' as attribute, namn as value, date '2024-07-01' as observed_date from source\n",
		"inbox/namn_2024.csv":       "namn;belopp\nFöretaget;7,00\n",
		"links.csv":                 "source,supplier,organisation,decided_by,date,reason\nnamn,Företaget," + someCompany + ",A. Analyst,2026-05-04,Avtalet\n",
	}
}

const namedSource = `title: {sv: Namn, en: Names}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: namn_{year}.csv
columns:
  - {name: namn, type: text, required: true}
  - {name: belopp, type: amount(2), required: true}
sums:
  - {column: belopp, measures: [prov]}
`

// A drawing draws a world of owners and decisions.
type drawing struct{ *rand.Rand }

func (r drawing) one(of ...string) string { return of[r.IntN(len(of))] }

func (r drawing) owners() (rows string) {
	companies := []string{theHolding, theDaughter, theCompany, theHalf, someCompany}
	for i, company := range companies {
		above := append([]string{theKommun, theFoundation, anotherOwner}, companies[:i]...)
		first, second := r.one(above...), r.one(above...)
		rows += part(first, company, r.one("51", "60", "100"), r.one("2010-01-01", "2010-01-01", "2024-03-01"), "")
		if second != first {
			rows += part(second, company, r.one("40", "49"), "2010-01-01", r.one("", "2025-01-01"))
		}
	}
	return rows
}

func (r drawing) decisions() (list []drawn) {
	last := map[string]string{}
	for i := range 5 {
		d := drawn{
			id: fmt.Sprint("B", i), provider: r.one(theKommun, theFoundation, theFoundation, theHolding, anotherOwner, theDaughter, someCompany, theNamed),
			from: r.one("2010-01-01", "2010-01-01", "2024-01-01"), to: r.one("", "", "2025-01-01"),
			sector: r.one("public", "private", "ideburen", "unknown"), definitions: r.one("*", "*", "snav", "bred"), reviewBy: r.one(notDue, notDue, notDue, due),
		}
		d.supersedes, last[d.provider] = last[d.provider], d.id
		list = append(list, d)
	}
	return list
}

// sharesBy are the card's published shares by definition and period, "" where
// a definition says nothing.
func sharesBy(t *testing.T, dir string, decisions []drawn) map[string]string {
	t.Helper()
	text := overrideHeader
	for _, d := range decisions {
		text += d.row()
	}
	write(t, filepath.Join(dir, "overrides.csv"), text)
	if err := pipeline.Build(t.Context(), options(dir)); err != nil {
		t.Fatal(err)
	}
	return pairsOf(t, dir, "select definition || ' ' || period || '=' || coalesce(share::varchar, '') from share where place = '0180' and sector = 'ideburen'")
}

func pairsOf(t *testing.T, dir, query string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, line := range selected(t, dir, query) {
		key, value, _ := strings.Cut(line, "=")
		found[key] = value
	}
	return found
}

// What is stated of a decision is the difference between the shares published
// with and without it, whoever owns whom and whatever else is decided.
func TestADecisionAboutAnOwnerDoesWhatIsStated(t *testing.T) {
	follows := 0 // effects of those that have no volume of their own
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("world ", seed), func(t *testing.T) {
			r := drawing{rand.New(rand.NewPCG(seed, 7))}
			dir := ownedSpace(t, r.owners(), effectFiles())
			decisions := r.decisions()
			counted := ingestedShares(t, dir, decisions)
			stated := pairsOf(t, dir, "select decision_id || ' ' || definition || ' ' || period || '=' || coalesce(share_with::varchar, '') || ' ' || coalesce(share_without::varchar, '') from override_effect")
			for i, d := range decisions {
				other := sharesBy(t, dir, reversed(decisions, i))
				for cell, share := range counted {
					want := share + " " + other[cell]
					if d.reviewBy == due {
						want = other[cell] + " " + share
					}
					got, found := stated[d.id+" "+cell]
					if isOwnerOnly(d.provider) && share != other[cell] {
						follows++
					}
					if found && got != want || !found && share != other[cell] {
						t.Errorf("%s, %s: stated %q, with and without %q", d.row(), cell, got, want)
					}
				}
			}
		})
	}
	if follows < 5 {
		t.Errorf("%d effects follow from owners only", follows)
	}
}

func isOwnerOnly(id string) bool {
	return id == theKommun || id == theFoundation || id == anotherOwner || id == theHolding
}

func ingestedShares(t *testing.T, dir string, decisions []drawn) map[string]string {
	t.Helper()
	write(t, filepath.Join(dir, "overrides.csv"), overrideHeader)
	if err := pipeline.Fetch(options(dir)); err != nil {
		t.Fatal(err)
	}
	if _, err := pipeline.Ingest(t.Context(), options(dir)); err != nil {
		t.Fatal(err)
	}
	return sharesBy(t, dir, decisions)
}
