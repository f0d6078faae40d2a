package decode

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// -ledger.rows sets the size of the benchmark's file: 10 million rows are
// 1.3 GB.
var ledgerRows = flag.Int("ledger.rows", 1_000_000, "rows of the benchmark's ledger")

// writeLedger writes a supplier ledger of ten columns: semicolons, decimal
// comma, å ä ö, one row in a hundred quoted. The same rows every time.
func writeLedger(w io.Writer, rows int, encoding string) error {
	if encoding == "windows-1252" {
		w = charmap.Windows1252.NewEncoder().Writer(w)
	}
	out := bufio.NewWriterSize(w, 1<<20)
	random := rand.New(rand.NewPCG(1, 2))
	suppliers := ledgerSuppliers(random, 60_000)
	fmt.Fprintln(out, "kopare_id;kopare;verifikationsnummer;leverantor;leverantor_id;konto_nr;konto_text;datum;forvaltning;belopp")
	for i := range rows {
		s := suppliers[min(random.IntN(len(suppliers)), random.IntN(len(suppliers)))]
		name := s.name
		if i%100 == 0 {
			name = `"` + name + `; filial ""Norr"""`
		}
		account := ledgerAccounts[random.IntN(len(ledgerAccounts))]
		fmt.Fprintf(out, "2321000131;VÄSTRA GÖTALANDSREGIONEN;%d;%s;%s;%s;2025-%02d-%02d;Hälso- och sjukvård;%d,%02d\n",
			3_000_000+i, name, s.number, account, 1+random.IntN(12), 1+random.IntN(28), random.IntN(200_000)-5_000, random.IntN(100))
	}
	return out.Flush()
}

var ledgerAccounts = []string{"5831;Köp av huvudverksamhet", "7551;Konsulter", "8591;Övriga finansiella kostnader", "4631;Köp av vård"}

type supplier struct{ name, number string }

func ledgerSuppliers(random *rand.Rand, n int) []supplier {
	suppliers := make([]supplier, n)
	for i := range suppliers {
		nine := fmt.Sprintf("%d%d%07d", 5+random.IntN(5), random.IntN(10), 2000000+random.IntN(8000000))
		suppliers[i] = supplier{fmt.Sprintf("Vårdföretaget nr %d i Åmål AB", i), nine + checkDigit(nine)}
	}
	return suppliers
}

func checkDigit(nine string) string {
	sum := 0
	for i, c := range nine {
		d := int(c-'0') * (2 - i%2)
		sum += d/10 + d%10
	}
	return fmt.Sprint((10 - sum%10) % 10)
}

func ledgerBench(encoding string) Options {
	accounts := map[string]string{}
	for _, account := range ledgerAccounts {
		number, _, _ := strings.Cut(account, ";")
		accounts[number] = number
	}
	return Options{
		Source: "ledger", PersonKey: []byte("key"), Encoding: encoding,
		Columns: []Column{
			{Name: "provider", Headers: []string{"leverantor_id"}, Type: Orgnr},
			{Name: "name", Headers: []string{"leverantor"}, Type: Text},
			{Name: "booked", Headers: []string{"datum"}, Type: Date},
			{Name: "account", Headers: []string{"konto_nr"}, Type: Code, Codes: accounts, List: "account"},
			{Name: "amount", Headers: []string{"belopp"}, Type: Amount, Scale: 2},
		},
	}
}

// BenchmarkCSV reads a generated ledger from a file, five of ten columns, and
// reports the largest heap seen.
func BenchmarkCSV(b *testing.B) {
	for _, encoding := range []string{"utf-8", "windows-1252"} {
		b.Run(encoding, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "ledger.csv")
			b.SetBytes(createLedger(b, path, encoding))
			largest, before := uint64(0), cpuSeconds(b)
			for b.Loop() {
				largest = max(largest, readLedger(b, path, encoding))
			}
			b.ReportMetric((cpuSeconds(b)-before)/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(largest)/(1<<20), "MiB-heap")
		})
	}
}

// cpuSeconds is the processor time used so far, on all cores.
func cpuSeconds(b *testing.B) float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func createLedger(b *testing.B, path, encoding string) int64 {
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if err := writeLedger(f, *ledgerRows, encoding); err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	return info.Size()
}

func readLedger(b *testing.B, path, encoding string) (largest uint64) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r, err := CSV(f, ledgerBench(encoding))
	if err != nil {
		b.Fatal(err)
	}
	defer r.Release()
	var memory runtime.MemStats
	for n := 0; r.Next(); n++ {
		if n%16 == 0 {
			runtime.ReadMemStats(&memory)
			largest = max(largest, memory.HeapSys)
		}
	}
	if r.Err() != nil || r.Account().Kept() != int64(*ledgerRows) {
		b.Fatalf("%d of %d rows, first reject %v: %v", r.Account().Kept(), *ledgerRows, r.Account().Rejects, r.Err())
	}
	return largest
}

// BenchmarkWorker decodes one chunk of the ledger again and again.
func BenchmarkWorker(b *testing.B) {
	for _, encoding := range []string{"utf-8", "windows-1252"} {
		b.Run(encoding, func(b *testing.B) {
			var text bytes.Buffer
			if err := writeLedger(&text, 25_000, encoding); err != nil {
				b.Fatal(err)
			}
			o, err := ledgerBench(encoding).complete()
			if err != nil {
				b.Fatal(err)
			}
			_, e, _ := openText(strings.NewReader(""), encoding)
			h, err := findHeader(text.Bytes(), o, e, false)
			if err != nil {
				b.Fatal(err)
			}
			w := newWorker(o, h)
			b.SetBytes(int64(text.Len()))
			before := cpuSeconds(b)
			for b.Loop() {
				if p := w.decode(text.Bytes()[h.next:], e); p.rejected > 0 {
					b.Fatal(p.rejects)
				}
			}
			b.ReportMetric((cpuSeconds(b)-before)/float64(b.N)/25_000*1e9, "cpu-ns/row")
		})
	}
}
