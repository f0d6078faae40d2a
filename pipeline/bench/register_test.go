package bench

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"tresektor/pipeline"

	"golang.org/x/text/encoding/charmap"
)

// A register is a generated one, every second row a natural person. Every
// organisation in supplier is also in the ledger that is made with it.
type register struct {
	registerKind
	rows, suppliers int
	ledger          bytes.Buffer
}

// A registerKind is how one publisher writes its register.
type registerKind struct {
	profile, file, member string
	write                 func(r *register, w io.Writer) error
}

// scb is tabs, ISO-8859-1, 35 columns of which the last has no name.
func scb() registerKind {
	return registerKind{"scb_register", "scb_bulkfil_2025-12-29.zip", "scb_bulkfil_JE_20251229T065839_80.txt", (*register).writeSCB}
}

const registerHeader = "ForAndrTyp\tCOAdress\tForetagsnamn\tFtgStat\tGatuadress\tJEStat\tJurForm\tNamn\tNg1\tNg2\tNg3\tNg4\tNg5\tPeOrgNr\tPostNr\tPostOrt\tRegDatKtid\tReklamsparrtyp\tmCOAdress\tmForetagsnamn\tmFtgStat\tmGatuadress\tmJEStat\tmJurForm\tmNamn\tmNg1\tmNg2\tmNg3\tmNg4\tmNg5\tmPostNr\tmPostOrt\tmRegDatKtid\tmReklamsparrtyp\t\n"

func (r *register) writeSCB(w io.Writer) error {
	out := bufio.NewWriterSize(charmap.ISO8859_1.NewEncoder().Writer(w), 1<<20)
	random := rand.New(rand.NewPCG(3, 4))
	fmt.Fprintln(&r.ledger, "leverantor_id;leverantor;konto_text;datum;belopp")
	fmt.Fprint(out, registerHeader)
	for i := range r.rows {
		century, form, nine := "19", "10", fmt.Sprintf("%02d%02d%02d%03d", random.IntN(100), 1+random.IntN(12), 1+random.IntN(28), random.IntN(1000))
		if i%2 == 0 {
			century, form, nine = "16", "49", fmt.Sprintf("55%07d", 6000000+i)
		}
		number := nine + checkDigit(nine)
		if century == "16" {
			r.pay(i, number)
		}
		fmt.Fprintf(out, "1\t\tFÖRETAG NR %d\t1\tSTORGATAN %d\t1\t%s\tFÖRETAGET I ÅMÅL NR %d\t%05d\t\t\t\t\t%s%s\t%05d\tÅMÅL\t%04d%02d%02d\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\t\n",
			i, random.IntN(200), form, i, random.IntN(99999), century, number, 10000+random.IntN(80000), 1970+random.IntN(55), 1+random.IntN(12), 1+random.IntN(28))
	}
	return out.Flush()
}

// pay puts one in so many organisations into the ledger.
func (r *register) pay(i int, number string) {
	if every := r.rows / r.suppliers; i%every == 0 {
		fmt.Fprintf(&r.ledger, "%s;Företaget nr %d;Köp av huvudverksamhet;2025-12-01;%d,00\n", number, i, 1+i)
	}
}

// registerSpace makes a workspace with the register and its ledger as
// snapshots, and gives the size of the register packed.
func registerSpace(tb testing.TB, r *register) (dir string, packed int64) {
	tb.Helper()
	dir = filepath.Join(tb.TempDir(), "space")
	newSpace(tb, dir)
	write(tb, filepath.Join(dir, "sources", r.profile+".yaml"), "profile: "+r.profile+"\n")
	path := filepath.Join(dir, "inbox", r.file)
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	archive := zip.NewWriter(file)
	member, err := archive.Create(r.member)
	if err == nil {
		err = r.write(r, member)
	}
	if err == nil {
		err = archive.Close()
	}
	about, _ := file.Stat()
	if err != nil || file.Close() != nil {
		tb.Fatal(err)
	}
	write(tb, filepath.Join(dir, "inbox", "reskontra_2025-12.csv"), r.ledger.String())
	if err := pipeline.Fetch(pipeline.Options{Dir: dir, Date: clock}); err != nil {
		tb.Fatal(err)
	}
	return dir, about.Size()
}

func TestARegisterIsReadForItsSuppliersOnly(t *testing.T) {
	dir, _ := registerSpace(t, &register{registerKind: scb(), rows: 10_000, suppliers: 100})
	loads, err := pipeline.Ingest(t.Context(), pipeline.Options{Dir: dir, Date: clock, Memory: memory()})
	if err != nil {
		t.Fatal(err)
	}
	if got := loads[1]; got.Source != "scb_register" || got.Rows != 10_000 || got.Kept != 100 || got.NotNeeded != 9_900 || got.Rejected != 0 {
		t.Errorf("%+v", got)
	}
}

// BenchmarkRegister loads packed registers of as many rows as they are
// published with, of which one in ninety is needed, and a tenth of them, for
// how time and memory grow.
func BenchmarkRegister(b *testing.B) {
	b.Run("SCB", func(b *testing.B) { benchRegister(b, scb(), size(b, "BENCH_REGISTER_ROWS", 1_800_000)) })
	b.Run("Bolagsverket", func(b *testing.B) { benchRegister(b, bolagsverket(), size(b, "BENCH_COMPANY_ROWS", 3_000_000)) })
}

func benchRegister(b *testing.B, kind registerKind, rows int) {
	var whole, tenth series
	for b.Loop() {
		for _, s := range []struct {
			rows int
			into *series
		}{{rows / 10, &tenth}, {rows, &whole}} {
			dir, packed := registerSpace(b, &register{registerKind: kind, rows: s.rows, suppliers: s.rows / 90})
			b.Logf("%d rows in %.1f MB", s.rows, float64(packed)/1e6)
			for range size(b, "BENCH_RUNS", 3) {
				*s.into = append(*s.into, ingestAnew(b, dir))
			}
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Logf("%d rows: %v", rows/10, tenth)
	b.Logf("%d rows: %v", rows, whole)
	b.ReportMetric(whole.seconds(), "s")
	b.ReportMetric(whole.megabytes(), "MB")
	b.ReportMetric(whole.cpu()/tenth.cpu(), "10x-rows-cpu")
	b.ReportMetric(whole.megabytes()/tenth.megabytes(), "10x-rows-memory")
}
