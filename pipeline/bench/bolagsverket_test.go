package bench

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// bolagsverket is quoted cells between semicolons, UTF-8, values followed by $
// and the code of their kind; as many bytes a row as in the published file, packed
// and not, and one row in twenty-seven a further name of the one before it.
func bolagsverket() registerKind {
	return registerKind{"bolagsverket_register", "bolagsverket_bulkfil_2025-12-29.zip", "bolagsverket_bulkfil.txt", (*register).writeBolagsverket}
}

const companyHeader = "organisationsidentitet;namnskyddslopnummer;registreringsland;organisationsnamn;organisationsform;avregistreringsdatum;avregistreringsorsak;pagandeAvvecklingsEllerOmstruktureringsforfarande;registreringsdatum;verksamhetsbeskrivning;postadress\n"

func (r *register) writeBolagsverket(w io.Writer) error {
	out := bufio.NewWriterSize(w, 1<<20)
	random := rand.New(rand.NewPCG(5, 6))
	fmt.Fprintln(&r.ledger, "leverantor_id;leverantor;konto_text;datum;belopp")
	fmt.Fprint(out, companyHeader)
	for row := 0; row < r.rows; row++ {
		number, kind, form := company(row, random)
		if kind == "ORGNR" {
			r.pay(row, number)
		}
		writeCompany(out, random, number, kind, form, row, 1)
		if row%27 == 26 && row+1 < r.rows {
			row++
			writeCompany(out, random, number, kind, form, row, 2)
		}
	}
	return out.Flush()
}

func company(row int, random *rand.Rand) (number, kind, form string) {
	if row%2 == 1 {
		nine := fmt.Sprintf("%02d%02d%02d%03d", random.IntN(100), 1+random.IntN(12), 1+random.IntN(28), random.IntN(1000))
		return "19" + nine + checkDigit(nine), "PERSON", "E"
	}
	nine := fmt.Sprintf("55%07d", 6_000_000+row)
	return nine + checkDigit(nine), "ORGNR", []string{"AB", "AB", "AB", "HB", "EK", "I"}[random.IntN(6)]
}

func writeCompany(out io.Writer, random *rand.Rand, number, kind, form string, row, name int) {
	gone, reason := "", ""
	if row%10 == 0 {
		gone, reason = fmt.Sprintf("20%02d-%02d-%02d", 10+random.IntN(15), 1+random.IntN(12), 1+random.IntN(28)), "KKAV-AVORG"
	}
	words := prose(random, 85) + "och därmed förenlig verksamhet"
	fmt.Fprintf(out, "\"%s$%s-IDORG\";\"%d\";\"SE-LAND\";\"Företaget i Åmål nr %d AB$FORETAGSNAMN-ORGNAM$2020-01-02\";\"%s-ORGFO\";\"%s\";\"%s\";\"\";\"2020-01-02\";\"Bolaget ska bedriva %s\";\"Storgatan %d$$ÅMÅL$%05d$SE-LAND\"\n",
		number, kind, name, row, form, gone, reason, words, random.IntN(200), 10000+random.IntN(80000))
}

// prose packs as poorly as what people write of their business.
func prose(random *rand.Rand, letters int) string {
	var text strings.Builder
	for range letters {
		text.WriteByte("abcdefghijklmnopqrstuvwxyz    "[random.IntN(30)])
	}
	return text.String()
}

// A further name of an organisation is dropped with the rest of what is not
// needed, or as a duplicate.
func TestABulkFileIsReadForItsSuppliersOnly(t *testing.T) {
	dir, _ := registerSpace(t, &register{registerKind: bolagsverket(), rows: 10_000, suppliers: 100})
	loads, err := pipeline.Ingest(t.Context(), pipeline.Options{Dir: dir, Date: clock, Memory: memory()})
	if err != nil {
		t.Fatal(err)
	}
	got := loads[0]
	if loads[1].Source == "bolagsverket_register" {
		got = loads[1]
	}
	if got.Source != "bolagsverket_register" || got.Rows != 10_000 || got.Kept < 90 || got.Kept > 100 || got.Kept+got.Dropped != 10_000 || got.Rejected != 0 {
		t.Errorf("%+v", got)
	}
}
