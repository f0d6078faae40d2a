package decode

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shared opens a file of the real data beside the module.
func shared(t *testing.T, parts ...string) *os.File {
	t.Helper()
	f, err := os.Open(filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, parts...)...))
	if os.IsNotExist(err) && os.Getenv("CI") == "" {
		t.Skip("shared data absent")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func readShared(t *testing.T, o Options, parts ...string) (table, Account) {
	t.Helper()
	r, err := CSV(shared(t, parts...), o)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Release()
	rows, account, err := drain(r)
	if err != nil {
		t.Fatal(err)
	}
	return rows, account
}

func TestFinalGradesAreRead(t *testing.T) {
	rows, account := readShared(t, Options{
		Source: "ak9", PersonKey: []byte("key"), Suppressed: []string{".."}, Missing: []string{"."},
		Columns: []Column{
			{Name: "unit", Headers: []string{"Skol-enhetskod"}, Type: Text},
			{Name: "type", Headers: []string{"Typ av huvudman"}, Type: Text},
			{Name: "provider", Headers: []string{"Huvudman orgnr"}, Type: Orgnr},
			{Name: "pupils", Headers: []string{"Antal elever"}, Type: Integer},
			{Name: "merit", Headers: []string{"Genomsnittligt meritvärde (17 ämnen)"}, Type: Amount, Scale: 1},
		},
	}, "raw", "skolverket-ak9-betyg-2025", "Grundskola - Slutbetyg årskurs 9, samtliga elever 2025 Skolenhet.csv")
	if account.HeaderLine != 6 || account.Encoding != "utf-8" || account.Separator != ";" || account.Rejected != 0 {
		t.Errorf("%+v", account)
	}
	symbols := map[string]int{}
	for _, row := range rows {
		symbols[row[6]]++
	}
	// The known answer is 123,762 pupils; the file ends with 34 lines of notes.
	if got := account.Sums["pupils"].Kept.Int64(); got != 123762 || symbols["suppressed"] != 113 || symbols["missing"] != 34 {
		t.Errorf("%d pupils, symbols %v", got, symbols)
	}
	if diff := cmp.Diff([]string{"7", "48000763", "Enskild", "se:5566501796", "organisation", "∅", "suppressed", "∅", "suppressed"}, rows[0]); diff != "" {
		t.Error(diff)
	}
}

func TestTheSchoolRegisterIsRead(t *testing.T) {
	rows, account := readShared(t, Options{
		Source: "register", PersonKey: []byte("key"),
		Columns: []Column{
			{Name: "provider", Headers: []string{"ORGANISATIONSNR"}, Type: Orgnr},
			{Name: "type", Headers: []string{"HUVUDMANNATYP"}, Type: Code, List: "type",
				Codes: map[string]string{"kommunal": "k", "enskild": "e", "statlig": "s", "landsting": "l", "region": "l"}},
		},
	}, "raw", "skolverket-skolenhetsregistret-2020", "huvudmän.csv")
	if account.Rejected != 0 || rows[0][3] != "s" || rows[0][1] != "se:2021004631" {
		t.Errorf("%v %v", rejected(account), rows[0])
	}
	rows, account = readShared(t, Options{
		Columns: []Column{
			{Name: "name", Headers: []string{"NAMN"}, Type: Text},
			{Name: "nine", Headers: []string{"ELEVER ÅR9"}, Type: Integer},
		},
	}, "raw", "skolverket-skolenhetsregistret-2020", "grundskola.csv")
	// The known answer: 114,543 pupils in year 9.
	if got := account.Sums["nine"].Kept.Int64(); got != 114543 || account.Rejected != 0 || len(rows) == 0 {
		t.Errorf("%d pupils, %v", got, rejected(account))
	}
}

func TestALedgerWithBareCRIsRead(t *testing.T) {
	o := ledger()
	rows, account := readShared(t, o, "raw", "se-ledger-samples", "vgr_2026-01_4rows_CR-only.csv")
	want := table{
		{"2", "se:6630000138", "organisation", "Swedbank AB", "2026-01-07", "136.98"},
		{"3", "se:5564594538", "organisation", "Västsvenska TuristRådet AB", "2026-01-01", "5058332.75"},
		{"4", "se:5569224644", "organisation", "Sensative AB", "2026-01-07", "-14250.00"},
		{"5", "se:5566310917", "organisation", "Ecoplan In Medio AB", "2026-01-07", "3285.00"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("%v\n%s", rejected(account), diff)
	}
}

func TestScottishExtractsAreRead(t *testing.T) {
	dir := filepath.Dir(shared(t, "raw", "scotland-care-inspectorate", "services_2016-03-31.csv").Name())
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) != 9 {
		t.Fatal(files, err)
	}
	rows := []int64{8037, 7986, 7939, 7913, 7916, 7865, 7867, 7817, 7759} // counted with Python's csv module
	for i, file := range files {
		_, account := readShared(t, Options{
			Source: "scotland",
			Columns: []Column{
				{Name: "service", Headers: []string{"CSNumber"}, Type: Text, Required: true},
				{Name: "provider", Headers: []string{"ServiceProvider"}, Type: Text, Required: true},
				{Name: "places", Headers: []string{"Registered_Places"}, Type: Integer},
			},
		}, "raw", "scotland-care-inspectorate", filepath.Base(file))
		if account.Rejected != 0 || account.Rows != rows[i] {
			t.Errorf("%s: %d rows, rejects %v", filepath.Base(file), account.Rows, rejected(account)[:min(5, len(account.Rejects))])
		}
	}
}
