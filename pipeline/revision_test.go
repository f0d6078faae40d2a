package pipeline_test

import (
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline"
)

// revisionFiles is a workspace in which every cause of a revision can be
// brought about by itself: a ledger, a register, a definition of its own, and a
// supplier without a number.
func revisionFiles() map[string]string {
	files := smallFiles()
	files["sources/prov.yaml"] = strings.Replace(files["sources/prov.yaml"],
		"  - {name: form,", "  - {name: namn, type: text}\n  - {name: form,", 1)
	files["sources/prov.volume.sql"] = strings.Replace(files["sources/prov.volume.sql"],
		"    orgnr as", "    case when namn is null then orgnr else 'prov:name:' || lower(namn) end as", 1)
	files["sources/prov.evidence.sql"] += `union all
select
    line,
    'prov:name:' || lower(namn) as provider_id,
    'name' as attribute,
    namn as value,
    datum as observed_date,
from source
where namn is not null
`
	files["inbox/prov_2024-01.csv"] = revisionMonth("100,00")
	files["sources/register.yaml"] = `title: {sv: Register, en: Register}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: register.csv
columns:
  - {name: orgnr, type: orgnr, required: true}
  - {name: form, type: code(legal_form), required: true}
`
	files["sources/register.evidence.sql"] = `select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    form as value,
    make_date(2020, 1, 1) as observed_date,
from source
`
	files["inbox/register.csv"] = "orgnr;form\n556677-8899;49\n"
	files["definition/egen.yaml"] = `id: egen
version: 1
label: {sv: Egen, en: Own}
explanation: {sv: föreningar, en: associations}
rules:
  - {id: association, when: {legal_form: ['61']}, sector: ideburen, explanation: {sv: Förening., en: Association.}}
  - {id: business, when: {legal_form: ['49', '51']}, sector: private, explanation: {sv: Bolag., en: Company.}}
  - {id: not_public, when: {ownership_claim: [nonpublic]}, sector: nonpublic, reason: source_is_two_sector, fallback: true, explanation: {sv: Enskild., en: Not public.}}
  - {id: rest, sector: unknown, reason: new_provider_no_evidence, fallback: true, explanation: {sv: Övriga., en: The rest.}}
`
	return files
}

func revisionMonth(association string) string {
	return strings.Join([]string{
		"datum;kommun;orgnr;namn;form;belopp",
		"2024-01-15;0180;802002-0718;;61;" + association,
		"2024-01-16;0180;556016-0680;;49;300,00",
		"2024-01-16;0180;556677-8899;;;80,00",
		"2024-01-17;0180;;Hemmet;;40,00",
		"2024-01-17;0180;;Utom;;30,00",
		"2024-01-18;0180;556547-5489;;49;60,00",
		"2024-01-18;0180;769600-0012;;51;50,00",
		"",
	}, "\n")
}

// A disturbance changes one thing in a workspace. Gained is what it brings the
// idéburna, and all sectors, in January under the definition egen.
type disturbance struct {
	cause         string
	gained, whole int64
	change        func(t *testing.T, dir string)
}

func disturbances() []disturbance {
	edit := func(name, old, new string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			path := filepath.Join(dir, name)
			write(t, path, replaceOnce(t, read(t, path), old, new))
		}
	}
	add := func(files map[string]string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for name, text := range files {
				write(t, filepath.Join(dir, name), text)
			}
		}
	}
	small := revisionFiles()
	return []disturbance{
		{"method", 0, -30, edit("sources/prov.volume.sql", "from source", "    case when namn = 'Utom' then 'out_of_scope' end as drop_reason,\nfrom source")},
		{"new_period", 0, 20, add(map[string]string{"inbox/prov_2024-02.csv": "datum;kommun;orgnr;namn;form;belopp\n" +
			"2024-01-31;0180;556016-0680;;49;20,00\n2024-02-15;0180;802002-0718;;61;70,00\n"})},
		{"source_data", 10, 10, add(map[string]string{"inbox/prov_2024-01.csv": revisionMonth("110,00")})},
		{"new_source", 50, 50, add(map[string]string{
			"sources/andra.yaml": strings.Replace(strings.Replace(small["sources/prov.yaml"],
				"prov_{year}-{month}.csv", "andra.csv\nadds_to: [prov]", 1), "sums:", "sums:", 1),
			"sources/andra.volume.sql":   strings.ReplaceAll(small["sources/prov.volume.sql"], "'prov:", "'andra:"),
			"sources/andra.evidence.sql": strings.ReplaceAll(small["sources/prov.evidence.sql"], "'prov:", "'andra:"),
			"inbox/andra.csv":            "datum;kommun;orgnr;namn;form;belopp\n2024-01-09;0180;802002-0718;;61;50,00\n",
		})},
		{"definition", 50, 0, edit("definition/egen.yaml", "when: {legal_form: ['61']}", "when: {legal_form: ['61', '51']}")},
		{"override", 60, 0, add(map[string]string{"overrides.csv": "decision_id,provider_id,valid_from,valid_to,sector,definitions,reason_code,explanation,evidence_url,evidence_date,evidence_file,evidence_sha256,decided_by,reviewed_by,review_by,supersedes\n" +
			"B1,556547-5489,2015-01-01,,ideburen,*,statutes_read,Stadgarna,Dnr 1,2020-01-01,,,Anna Ek,Bo Al,2030-01-01,\n"})},
		{"evidence", 80, 0, add(map[string]string{"inbox/register.csv": "orgnr;form\n556677-8899;61\n"})},
		{"linking", 40, 0, add(map[string]string{"links.csv": "source,supplier,organisation,decided_by,date,reason\nprov,Hemmet,802002-0718,Anna Ek,2026-01-02,Samma adress\n"})},
	}
}

// revised makes an edition, changes things and makes another.
func revised(t *testing.T, base string, changes ...disturbance) (dir string) {
	t.Helper()
	dir = copied(t, base)
	for _, c := range changes {
		c.change(t, dir)
	}
	o := options(dir)
	o.Date = o.Date.AddDate(0, 0, 1)
	refreshed(t, o)
	return dir
}

// january is the row of the idéburna in January under the definition egen.
func january(t *testing.T, dir string) map[string]string {
	t.Helper()
	for _, row := range table(t, dir, "revision") {
		if row["definition"] == "egen" && row["period"] == "2024-01" && row["sector"] == "ideburen" {
			return row
		}
	}
	t.Fatal("January is not revised")
	return nil
}

// causesOf are the parts that are not 0.
func causesOf(t *testing.T, row map[string]string, what string) map[string]string {
	t.Helper()
	parts := map[string]string{}
	for name, text := range row {
		cause, found := strings.CutSuffix(name, "_"+what)
		if found && cause != "earlier" && cause != "later" && cause != "change" && strings.Trim(text, "0.") != "" {
			parts[cause] = text
		}
	}
	return parts
}

// addUp holds that in every row the parts sum to the difference of what the two
// editions published, and that something is compared.
func addUp(t *testing.T, dir string) {
	t.Helper()
	number := func(text string) *big.Rat {
		r, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		return r
	}
	compared := 0
	for _, row := range table(t, dir, "revision") {
		for what, change := range map[string]string{"share": "change", "amount": "change_amount", "total": "change_total"} {
			if row["earlier_"+what] == "" || row["later_"+what] == "" {
				continue
			}
			compared++
			want := new(big.Rat).Sub(number(row["later_"+what]), number(row["earlier_"+what]))
			sum := new(big.Rat)
			for _, part := range causesOf(t, row, what) {
				sum.Add(sum, number(part))
			}
			if sum.Cmp(want) != 0 || number(row[change]).Cmp(want) != 0 {
				t.Errorf("%s of %s %s %s: parts sum to %s, the change is %s", what, row["definition"], row["period"], row["sector"], sum.RatString(), want.RatString())
			}
		}
	}
	if compared == 0 {
		t.Error("nothing is compared")
	}
}

func TestEachCauseOfARevisionIsToldByItself(t *testing.T) {
	t.Parallel()
	base := smallWorkspace(t, revisionFiles())
	refreshed(t, options(base))
	for _, d := range disturbances() {
		t.Run(d.cause, func(t *testing.T) {
			dir := revised(t, base, d)
			addUp(t, dir)
			row := january(t, dir)
			if row["causes"] != d.cause || row["kind"] != "revision" {
				t.Errorf("%s because of %q, want a revision because of %s", row["kind"], row["causes"], d.cause)
			}
			want := map[string]string{}
			if d.gained != 0 {
				want[d.cause] = fmt.Sprintf("%d.00", d.gained)
			}
			if diff := cmp.Diff(want, causesOf(t, row, "amount")); diff != "" {
				t.Error(diff)
			}
			if row["change_total"] != fmt.Sprintf("%d.00", d.whole) {
				t.Errorf("the total changed by %s, want %d", row["change_total"], d.whole)
			}
		})
	}
}

func TestAllCausesTogether(t *testing.T) {
	t.Parallel()
	base := smallWorkspace(t, revisionFiles())
	refreshed(t, options(base))
	all := disturbances()
	slices.Reverse(all) // the order of the changes is not that of the causes
	dir := revised(t, base, all...)
	addUp(t, dir)
	t.Run("add up in the documented order", func(t *testing.T) { inOrder(t, dir) })
	t.Run("leave the edition as it would be without them", func(t *testing.T) { asFromNothing(t, dir) })
	t.Run("are the same step by step", func(t *testing.T) { stepByStep(t, copied(t, base), dir) })
}

// The order is documented: shares are what each replacement leaves, after
// those before it.
func inOrder(t *testing.T, dir string) {
	row := january(t, dir)
	if row["causes"] != "method new_period source_data new_source definition override evidence linking" {
		t.Errorf("causes are %q", row["causes"])
	}
	want := map[string]string{}
	amount, total := int64(100), int64(660)
	millionths := func() int64 { return (2*amount*1_000_000 + total) / (2 * total) }
	for _, d := range disturbances() {
		before := millionths()
		amount, total = amount+d.gained, total+d.whole
		if n := millionths() - before; n != 0 {
			want[d.cause] = new(big.Rat).SetFrac64(n, 1_000_000).FloatString(6)
		}
	}
	if diff := cmp.Diff(want, causesOf(t, row, "share")); diff != "" {
		t.Error(diff)
	}
	if row["later_amount"] != "390.00" || row["later_total"] != "710.00" {
		t.Errorf("%s of %s, want 390 of 710", row["later_amount"], row["later_total"])
	}
}

// What was built on the way leaves nothing behind: the edition is that of a
// workspace which never was otherwise.
func asFromNothing(t *testing.T, dir string) {
	fresh := smallWorkspace(t, revisionFiles())
	for _, d := range disturbances() {
		d.change(t, fresh)
	}
	o := options(fresh)
	o.Date = o.Date.AddDate(0, 0, 1)
	refreshed(t, o)
	if diff := cmp.Diff(timeless(t, fresh), timeless(t, dir)); diff != "" {
		t.Errorf("from nothing (-) and after an edition (+) differ:\n%s", diff)
	}
}

// timeless are the files of an edition that do not compare it with the one
// before, nor say how large those are that do.
func timeless(t *testing.T, dir string) map[string]string {
	t.Helper()
	list := files(t, dir)
	maps.DeleteFunc(list, func(name, _ string) bool {
		comparing := []string{"quality.", "index.", "en.html", "data.", "tables/csv-metadata", "tables/gate.", "tables/revision.", "tables/vintage"}
		return slices.ContainsFunc(comparing, func(start string) bool { return strings.HasPrefix(name, start) })
	})
	return list
}

// Step by step and all at once are the same edition.
func stepByStep(t *testing.T, at, dir string) {
	for _, d := range disturbances() {
		d.change(t, at)
	}
	o := options(at)
	o.Date = o.Date.AddDate(0, 0, 1)
	if _, err := pipeline.Ingest(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if err := pipeline.Build(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if _, err := pipeline.Publish(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(read(t, filepath.Join(dir, "editions/current/manifest.json")), read(t, filepath.Join(at, "editions/current/manifest.json"))); diff != "" {
		t.Error(diff)
	}
}

// A new period is development, and said to be.
func TestANewPeriodIsDevelopment(t *testing.T) {
	t.Parallel()
	base := smallWorkspace(t, revisionFiles())
	refreshed(t, options(base))
	dir := revised(t, base, disturbances()[1])
	kinds := map[string]int{}
	for _, row := range table(t, dir, "revision") {
		kinds[row["period"]+" "+row["kind"]+" "+row["causes"]]++
		if row["kind"] == "development" && (row["earlier_amount"] != "" || row["change"] != "" || row["later_amount"] == "") {
			t.Errorf("a new period is told as a revision: %v", row)
		}
	}
	if kinds["2024-02 development new_period"] == 0 || kinds["2024-01 revision new_period"] == 0 || len(kinds) != 2 {
		t.Errorf("kinds are %v", kinds)
	}
}

// A column that the publisher renamed can only be read with a new manifest, and
// the new manifest reads only the new file: the two are counted together.
func TestWhatCannotBeCountedByItselfIsCountedWithTheNext(t *testing.T) {
	t.Parallel()
	base := smallWorkspace(t, revisionFiles())
	refreshed(t, options(base))
	dir := revised(t, base, disturbance{change: func(t *testing.T, dir string) {
		path := filepath.Join(dir, "sources/prov.yaml")
		write(t, path, replaceOnce(t, read(t, path), "{name: belopp,", "{name: belopp, header: [Kronor],"))
		write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), strings.Replace(revisionMonth("110,00"), "belopp", "Kronor", 1))
	}})
	addUp(t, dir)
	if row := january(t, dir); row["causes"] != "several" || row["several_amount"] != "10.00" {
		t.Errorf("causes %q, %s", row["causes"], row["several_amount"])
	}
}

// Without the inputs of the edition before nothing can be told apart, and that
// is said of every number.
func TestWithoutKeptInputsTheCausesAreSeveral(t *testing.T) {
	t.Parallel()
	base := smallWorkspace(t, revisionFiles())
	refreshed(t, options(base))
	if err := os.RemoveAll(filepath.Join(base, "state/input")); err != nil {
		t.Fatal(err)
	}
	dir := revised(t, base, disturbances()...)
	addUp(t, dir)
	if row := january(t, dir); row["causes"] != "several" {
		t.Errorf("causes %q", row["causes"])
	}
}

// Whatever is changed together, in whatever numbers, nothing is unexplained and
// no cause is told that was not changed.
func TestAnyCausesTogetherAddUp(t *testing.T) {
	t.Parallel()
	for seed := range 4 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			kinds := rapid.SliceOfNDistinct(rapid.IntRange(0, len(disturbances())-1), 1, 4, rapid.ID[int]).Example(seed)
			amounts := rapid.SliceOfN(rapid.IntRange(71, 999), 2, 2).Example(seed)
			month := func(i int) string { return revisionMonth(fmt.Sprintf("%d,%02d", amounts[i], amounts[1-i]%100)) }
			world := revisionFiles()
			world["inbox/prov_2024-01.csv"] = month(0)
			base := smallWorkspace(t, world)
			refreshed(t, options(base))
			changes := []disturbance{{cause: "source_data", change: func(t *testing.T, dir string) {
				write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), month(1))
			}}}
			for _, kind := range kinds {
				if d := disturbances()[kind]; d.cause != "source_data" {
					changes = append(changes, d)
				}
			}
			dir := revised(t, base, changes...)
			addUp(t, dir)
			for _, row := range table(t, dir, "revision") {
				for cause := range strings.FieldsSeq(row["causes"]) {
					if !slices.ContainsFunc(changes, func(d disturbance) bool { return d.cause == cause }) {
						t.Errorf("%s is told, which was not changed", cause)
					}
				}
			}
		})
	}
}
