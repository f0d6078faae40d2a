package bench

import (
	"bufio"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// A ledger is a generated supplier ledger: ten columns, semicolons, decimal
// comma, å ä ö, one row in a hundred quoted, and one in a hundred thousand
// with an amount that cannot be read. The same rows every time.
type ledger struct {
	rows     int
	month    string // YYYY-MM: all rows are of it; "": spread over 2025
	encoding string // utf-8 or windows-1252
	seed     uint64

	rejected   int
	kept       int      // rows of purchased services and grants
	sum, total *big.Int // öre: of the kept, of all that can be read
}

var accounts = []struct {
	text   string
	isKept bool
}{
	{"5831;Köp av huvudverksamhet", true}, {"7551;Konsulter", false},
	{"8591;Övriga finansiella kostnader", false}, {"4631;Köp av vård", true},
}

// suppliers is how many organisations a ledger buys of, a few of them much.
const suppliers = 60_000

func (l *ledger) create(tb testing.TB, path string) {
	tb.Helper()
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<20)
	if err := l.write(out); err != nil {
		tb.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		tb.Fatal(err)
	}
}

func (l *ledger) write(out io.Writer) error {
	random := rand.New(rand.NewPCG(1, l.seed))
	names, numbers := l.suppliers(first())
	head := l.encode("2321000131;VÄSTRA GÖTALANDSREGIONEN;")
	unit := l.encode(";Hälso- och sjukvård;")
	var texts [][]byte
	for _, account := range accounts {
		texts = append(texts, l.encode(account.text))
	}
	row := []byte("kopare_id;kopare;verifikationsnummer;leverantor;leverantor_id;konto_nr;konto_text;datum;forvaltning;belopp\n")
	sum, total := int64(0), int64(0)
	for i := range l.rows {
		if _, err := out.Write(row); err != nil {
			return err
		}
		row = append(row[:0], head...)
		row = append(strconv.AppendInt(row, int64(3_000_000+i), 10), ';')
		s := min(random.IntN(suppliers), random.IntN(suppliers), random.IntN(suppliers))
		if i%100 == 0 {
			row = append(append(append(row, '"'), names[s]...), `; filial ""Norr"""`...)
		} else {
			row = append(row, names[s]...)
		}
		row = append(append(append(row, ';'), numbers[s]...), ';')
		account := random.IntN(len(accounts))
		row = append(append(row, texts[account]...), ';')
		row = l.date(row, random)
		row = append(row, unit...)
		kronor, ore := random.IntN(200_000)-5_000, random.IntN(100)
		row = strconv.AppendInt(row, int64(kronor), 10)
		row = append(row, ',', byte('0'+ore/10), byte('0'+ore%10))
		if i%100_000 == 99_999 {
			row = append(row, 'x', '\n')
			l.rejected++
			continue
		}
		row = append(row, '\n')
		amount := int64(kronor)*100 + int64(ore)
		if kronor < 0 {
			amount = int64(kronor)*100 - int64(ore)
		}
		total += amount
		if accounts[account].isKept {
			l.kept++
			sum += amount
		}
	}
	l.sum, l.total = big.NewInt(sum), big.NewInt(total)
	_, err := out.Write(row)
	return err
}

func (l *ledger) date(row []byte, random *rand.Rand) []byte {
	month, day := 1+random.IntN(12), 1+random.IntN(28)
	if l.month == "" {
		row = append(row, '2', '0', '2', '5', '-', byte('0'+month/10), byte('0'+month%10))
	} else {
		row = append(row, l.month...)
	}
	return append(row, '-', byte('0'+day/10), byte('0'+day%10))
}

func (l *ledger) encode(text string) []byte {
	if l.encoding != "windows-1252" {
		return []byte(text)
	}
	encoded, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return []byte(encoded)
}

// first makes the same suppliers for every ledger.
func first() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func (l *ledger) suppliers(random *rand.Rand) (names, numbers [][]byte) {
	for i := range suppliers {
		nine := fmt.Sprintf("%d%d%07d", 5+random.IntN(5), random.IntN(10), 2_000_000+random.IntN(8_000_000))
		names = append(names, l.encode(fmt.Sprintf("Vårdföretaget nr %d i Åmål AB", i)))
		numbers = append(numbers, []byte(nine+checkDigit(nine)))
	}
	return names, numbers
}

func checkDigit(nine string) string {
	sum := 0
	for i, c := range nine {
		d := int(c-'0') * (2 - i%2)
		sum += d/10 + d%10
	}
	return strconv.Itoa((10 - sum%10) % 10)
}
