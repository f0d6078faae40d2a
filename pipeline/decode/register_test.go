package decode

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

const (
	registerRows   = 1_800_000
	registerNeeded = 20_000
)

// writeRegister writes a register as SCB publishes it: tabs, ISO-8859-1, 35
// columns of which the last has no name, half of the rows natural persons.
func writeRegister(w io.Writer, rows int) (needed map[string]bool, err error) {
	out := bufio.NewWriterSize(charmap.ISO8859_1.NewEncoder().Writer(w), 1<<20)
	random := rand.New(rand.NewPCG(3, 4))
	needed = map[string]bool{}
	fmt.Fprint(out, "ForAndrTyp\tCOAdress\tForetagsnamn\tFtgStat\tGatuadress\tJEStat\tJurForm\tNamn\tNg1\tNg2\tNg3\tNg4\tNg5\tPeOrgNr\tPostNr\tPostOrt\tRegDatKtid\tReklamsparrtyp\tmCOAdress\tmForetagsnamn\tmFtgStat\tmGatuadress\tmJEStat\tmJurForm\tmNamn\tmNg1\tmNg2\tmNg3\tmNg4\tmNg5\tmPostNr\tmPostOrt\tmRegDatKtid\tmReklamsparrtyp\t\n")
	for i := range rows {
		century, form, nine := "19", "10", fmt.Sprintf("%02d%02d%02d%03d", random.IntN(100), 1+random.IntN(12), 1+random.IntN(28), random.IntN(1000))
		if i%2 == 0 {
			century, form, nine = "16", "49", fmt.Sprintf("55%07d", 6000000+i)
		}
		number := nine + checkDigit(nine)
		if century == "16" && len(needed) < registerNeeded && random.IntN(20) == 0 {
			needed["se:"+number] = true
		}
		fmt.Fprintf(out, "1\t\tFÖRETAG NR %d\t1\tSTORGATAN %d\t1\t%s\tFÖRETAGET I ÅMÅL NR %d\t%05d\t\t\t\t\t%s%s\t%05d\tÅMÅL\t%04d%02d%02d\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t\n",
			i, random.IntN(200), form, i, random.IntN(99999), century, number, 10000+random.IntN(80000), 1970+random.IntN(55), 1+random.IntN(12), 1+random.IntN(28))
	}
	return needed, out.Flush()
}

func registerColumns() []Column {
	return []Column{
		{Name: "orgnr", Headers: []string{"PeOrgNr"}, Type: Orgnr, Required: true},
		{Name: "namn", Headers: []string{"Namn"}, Type: PersonName, Of: "orgnr"},
		{Name: "form", Headers: []string{"JurForm"}, Type: Code, Codes: map[string]string{"10": "10", "49": "49"}, List: "legal_form"},
		{Name: "since", Headers: []string{"RegDatKtid"}, Type: Date, Layout: "YYYYMMDD"},
	}
}

// BenchmarkRegister reads a zip archive of 1.8 million rows, of which 20,000
// are needed, and reports the largest heap seen.
func BenchmarkRegister(b *testing.B) {
	path := filepath.Join(b.TempDir(), "scb_bulkfil.zip")
	needed := createRegister(b, path)
	largest, before := uint64(0), cpuSeconds(b)
	for b.Loop() {
		largest = max(largest, readRegister(b, path, needed))
	}
	b.ReportMetric((cpuSeconds(b)-before)/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(largest)/(1<<20), "MiB-heap")
}

func createRegister(b *testing.B, path string) map[string]bool {
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	archive := zip.NewWriter(f)
	member, err := archive.Create("scb_bulkfil_JE_20260601T065839_76.txt")
	if err != nil {
		b.Fatal(err)
	}
	needed, err := writeRegister(member, registerRows)
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	return needed
}

func readRegister(b *testing.B, path string, needed map[string]bool) (largest uint64) {
	f, err := Open(path, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r, err := CSV(f, Options{
		Source: "scb", PersonKey: []byte("key"), Encoding: "iso-8859-1", Columns: registerColumns(),
		Only: &Only{Column: "orgnr", IDs: needed},
	})
	if err != nil {
		b.Fatal(err)
	}
	defer r.Release()
	var memory runtime.MemStats
	for r.Next() {
		runtime.ReadMemStats(&memory)
		largest = max(largest, memory.HeapSys)
	}
	account := r.Account()
	if r.Err() != nil || account.Rows != registerRows || account.Kept() != int64(len(needed)) || account.Rejected > 0 {
		b.Fatalf("%d rows, %d kept, %d needed, %v: %v", account.Rows, account.Kept(), len(needed), account.Rejects, r.Err())
	}
	if _, err := f.SHA256(); err != nil {
		b.Fatal(err)
	}
	return largest
}
