package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/warehouse"
)

// The organisations of these tests, and what each is.
const (
	theKommun     = "212000-0142"
	theHolding    = "556700-0012"
	theDaughter   = "556700-0020"
	theFoundation = "802400-0013"
	theCompany    = "556700-0038"
	theHalf       = "556700-0046"
	theForeign    = "556700-0053"
	thePersonal   = "556700-0061"
	theSeries     = "556700-0079"
	aPerson       = "19811218-9876"
	someCompany   = "556700-0087"
	anotherOwner  = "556700-0095"
)

const ownerHeader = "owner;owned;share;votes;from;to;source\n"

const ownedFormer = `select line, orgnr as provider_id, 'legal_form' as attribute, form as value, date '2020-01-01' as observed_date
from source
union all
select line, orgnr, 'owner_control', kontroll, date '2020-01-01'
from source
where kontroll is not null
`

// ownedSpace is a workspace whose ledger pays the companies of the tests in
// 2023, 2024 and 2025, and that has a register of legal forms and of control.
func ownedSpace(t *testing.T, owners string, more map[string]string) string {
	t.Helper()
	files := smallFiles()
	delete(files, "inbox/prov_2024-01.csv")
	for _, year := range []string{"2023", "2024", "2025"} {
		text := "datum;kommun;orgnr;form;belopp\n"
		for _, id := range []string{theDaughter, theCompany, theHalf, theForeign, thePersonal, theSeries, someCompany} {
			text += year + "-06-15;0180;" + id + ";49;100,00\n"
		}
		files["inbox/prov_"+year+"-06.csv"] = text + year + "-06-15;0180;802002-0718;61;100,00\n"
	}
	files["sources/agare.yaml"] = "profile: agare\n"
	files["inbox/agare.csv"] = ownerHeader + owners
	files["sources/former.yaml"] = `title: {sv: Former, en: Forms}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: former.csv
only_needed: orgnr
columns:
  - {name: orgnr, type: orgnr, required: true}
  - {name: form, type: code(legal_form), required: true}
  - {name: kontroll, type: code(owner_control)}
`
	files["sources/former.evidence.sql"] = ownedFormer
	files["inbox/former.csv"] = "orgnr;form;kontroll\n" + theKommun + ";82;\n" + theHolding + ";49;\n" + theFoundation + ";72;41\n" + anotherOwner + ";49;\n"
	for name, text := range more {
		files[name] = text
	}
	return smallWorkspace(t, files)
}

// owned tells how an organisation is classified under a definition.
func owned(t *testing.T, dir, definition, id string) (list []string) {
	t.Helper()
	for _, row := range table(t, dir, "classification") {
		if row["definition"] == definition && row["provider_id"] == "se:"+strings.ReplaceAll(id, "-", "") {
			text := strings.Join([]string{row["from_date"][:4], row["to_date"][:4], row["sector"], row["basis"], row["rule"]}, " ")
			if row["is_contested"] == "true" {
				text += " contested"
			}
			list = append(list, text)
		}
	}
	return list
}

// part is a row of the list of owners.
func part(owner, owned, share, from, to string) string {
	return fmt.Sprintf("%s;%s;%s;;%s;%s;Årsredovisning\n", owner, owned, share, from, to)
}

func TestOwnersDecideTheSectorOfCompanies(t *testing.T) {
	t.Parallel()
	dir := ownedSpace(t, part(theKommun, theHolding, "100", "2010-01-01", "")+
		part(theHolding, theDaughter, "100", "2010-01-01", "")+
		part(theFoundation, theCompany, "100", "2010-01-01", "")+
		part(theFoundation, theHalf, "50", "2010-01-01", "")+
		part(aPerson, theHalf, "50", "2010-01-01", "")+
		part("FI12345678", theForeign, "100", "2010-01-01", "")+
		part(aPerson, thePersonal, "100", "2010-01-01", "")+
		part(aPerson, theSeries, "100", "2010-01-01", "2024-01-01")+
		part(theHolding, theSeries, "100", "2024-01-01", ""), nil)
	report := refreshed(t, options(dir))
	for _, c := range []struct {
		name, id   string
		snav, bred []string
	}{
		{"a kommun's holding company's daughter", theDaughter, []string{"2023 2025 public derived public_owners"}, []string{"2023 2025 public derived public_owners"}},
		{"a foundation's company", theCompany, []string{"2023 2025 private derived business_owners"}, []string{"2023 2025 ideburen derived idea_owners"}},
		{"half a foundation's, half a person's", theHalf, []string{"2023 2025 private derived business_owners"}, []string{"2023 2025 nonpublic derived tied_owners contested"}},
		{"a foreign owner's", theForeign, []string{"2023 2025 private presumed business"}, []string{"2023 2025 private presumed business"}},
		{"a natural person's", thePersonal, []string{"2023 2025 private derived business_owners"}, []string{"2023 2025 private derived business_owners"}},
		{"sold to the kommun in the middle of the series", theSeries,
			[]string{"2023 2023 private derived business_owners", "2024 2025 public derived public_owners"},
			[]string{"2023 2023 private derived business_owners", "2024 2025 public derived public_owners"}},
		{"nobody is known to own it", someCompany, []string{"2023 2025 private presumed business"}, []string{"2023 2025 private presumed business"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.snav, owned(t, dir, "snav", c.id)); diff != "" {
				t.Errorf("snav: %s", diff)
			}
			if diff := cmp.Diff(c.bred, owned(t, dir, "bred", c.id)); diff != "" {
				t.Errorf("bred: %s", diff)
			}
		})
	}
	hash := hashOf(t, dir)
	for name, text := range textsOf(t, dir, report.Edition) {
		for _, secret := range []string{hash, "198112189876", aPerson, "8112189876"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds the natural person %q", name, secret)
			}
		}
	}
}

// hashOf is the keyed hash of the only natural person of a workspace.
func hashOf(t *testing.T, dir string) string {
	t.Helper()
	hashes := selected(t, dir, "select distinct other_id from evidence where other_id like 'person:%'")
	if len(hashes) != 1 || len(hashes[0]) < 20 {
		t.Fatalf("the natural person is %v", hashes)
	}
	return strings.TrimPrefix(hashes[0], "person:")
}

// selected is the first column of a query on a workspace's database.
func selected(t *testing.T, dir, query string) (list []string) {
	t.Helper()
	w, err := warehouse.Open(t.Context(), filepath.Join(dir, "state/tresektor.duckdb"), warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return scanned(t, w, query)
}

func scanned(t *testing.T, w *warehouse.Warehouse, query string) (list []string) {
	t.Helper()
	rows, err := w.Query(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		list = append(list, text)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// textsOf is all that others may read of an edition, by file, and what its
// trace says of owners, which explanations print.
func textsOf(t *testing.T, dir, id string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	edition := filepath.Join(dir, "editions", id)
	for _, name := range filesBelow(t, edition) {
		texts[name] = read(t, name)
		if filepath.Ext(name) == ".parquet" {
			texts[name] = rowsOf(t, name)
		}
	}
	trace := filepath.Join(dir, "state/trace", id, "owner.parquet")
	if texts[trace] = rowsOf(t, trace); !strings.Contains(texts[trace], "en fysisk person") {
		t.Errorf("the trace's chains do not tell of the natural person: %s", texts[trace])
	}
	return texts
}

func filesBelow(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, each os.DirEntry, err error) error {
		if err == nil && each.Type().IsRegular() {
			names = append(names, path)
		}
		return err
	})
	if err != nil || len(names) < 10 {
		t.Fatalf("%d files in %s: %v", len(names), dir, err)
	}
	slices.Sort(names)
	return names
}

func rowsOf(t *testing.T, name string) string {
	t.Helper()
	w, err := warehouse.OpenFiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.View(t.Context(), "x", []string{name}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(scanned(t, w, "select x::varchar from x"), "\n")
}

// What a company is because of its owner rests on carried evidence where the
// owner's legal form does, and where who owns it was observed at another time.
func TestAnOwnersFormIsCarriedAndCounted(t *testing.T) {
	t.Parallel()
	former := strings.ReplaceAll(ownedFormer, "2020-01-01", "2024-06-10")
	observed := "select line, orgnr as provider_id, 'owner_share' as attribute, '100' as value, 'se:2120000142' as other_id, date '2023-06-10' as observed_date\nfrom source\n"
	dir := ownedSpace(t, part(theKommun, theDaughter, "100", "2010-01-01", "")+part(aPerson, thePersonal, "100", "2010-01-01", ""), map[string]string{
		"sources/former.evidence.sql": former,
		"sources/sedda.yaml":          "title: {sv: Sedda, en: Seen}\npublisher: {sv: Provet, en: The trial}\nlicence: CC0 1.0\nfile: sedda.csv\ncolumns:\n  - {name: orgnr, type: orgnr, required: true}\n",
		"sources/sedda.evidence.sql":  observed,
		"inbox/sedda.csv":             "orgnr\n" + theCompany + "\n",
	})
	refreshed(t, options(dir))
	got := map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "snav" && row["place"] == "0180" && (row["sector"] == "public" || row["sector"] == "private") {
			got[row["period"]+" "+row["sector"]] = row["amount"] + " carried " + row["carried"]
		}
	}
	want := map[string]string{
		"2023-06 public": "200.00 carried 200.00", "2024-06 public": "200.00 carried 100.00", "2025-06 public": "200.00 carried 200.00",
		"2023-06 private": "500.00 carried 0.00", "2024-06 private": "500.00 carried 0.00", "2025-06 private": "500.00 carried 0.00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// classes is a row of the list of owners with a source text of its own.
func classes(owner, owned, share, source string) string {
	return fmt.Sprintf("%s;%s;%s;;2010-01-01;;%s\n", owner, owned, share, source)
}

// Classes of shares of one owner add up, also when they are equal; a row that
// is written twice counts once. More than the whole is said with file and
// lines, and decides only what holds whichever row is wrong.
func TestClassesOfSharesAddUpAndMoreThanTheWholeIsSaid(t *testing.T) {
	t.Parallel()
	dir := ownedSpace(t, classes(theKommun, theDaughter, "30", "A-aktier")+ // line 2
		classes(theKommun, theDaughter, "30", "B-aktier")+
		classes(theKommun, theCompany, "30", "A-aktier")+
		classes(theKommun, theCompany, "30", "A-aktier")+
		classes(theKommun, theHalf, "60", "A-aktier")+
		classes(theKommun, theHalf, "60", "B-aktier")+
		classes(theKommun, someCompany, "60", "Årsredovisning")+
		classes(aPerson, someCompany, "55", "Årsredovisning"), nil)
	refreshed(t, options(dir))
	for _, c := range []struct{ name, id, want string }{
		{"two classes are a majority", theDaughter, "2023 2025 public derived public_owners"},
		{"a row written twice is not", theCompany, "2023 2025 private presumed business"},
		{"one owner has it whichever row is wrong", theHalf, "2023 2025 public derived public_owners"},
		{"two owners cannot both", someCompany, "2023 2025 private presumed business"},
	} {
		if diff := cmp.Diff([]string{c.want}, owned(t, dir, "snav", c.id)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	want := []string{"se:5567000046 owner_share agare agare.csv 6 7 120.0000", "se:5567000087 owner_share agare agare.csv 8 9 115.0000"}
	if diff := cmp.Diff(want, selected(t, dir, "select concat_ws(' ', provider_id, held, source, file, lines, percent) from owner_excess order by 1")); diff != "" {
		t.Error(diff)
	}
	contested := []string{"se:5567000046"}
	if diff := cmp.Diff(contested, selected(t, dir, "select distinct provider_id from owner_majority where is_contested")); diff != "" {
		t.Error(diff)
	}
}
