package pipeline_test

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"tresektor/pipeline"
	"tresektor/pipeline/warehouse"
)

// The registers in the exact form in which they are published, with few rows.
const (
	scbHeader = "ForAndrTyp\tCOAdress\tForetagsnamn\tFtgStat\tGatuadress\tJEStat\tJurForm\tNamn\tNg1\tNg2\tNg3\tNg4\tNg5\tPeOrgNr\tPostNr\tPostOrt\tRegDatKtid\tReklamsparrtyp\t\n"
	scbRows   = "1\tc/o ÅSA\t\t1\tSTORGATAN 1\t1\t49\tVÅRD I ÅMÅL AB (SVB)\t62010\t\t\t\t\t165566778899\t11122\tSTOCKHOLM\t20200102\t1\t\n" +
		"1\t\t\t1\t\t1\t61\tFÖRENINGEN\t\t\t\t\t\t168024000013\t11122\tSTOCKHOLM\t19900101\t1\t\n" +
		"1\t\tANNAS FOTVÅRD\t1\t\t1\t10\tANDERSSON, ANNA\t\t\t\t\t\t198112189876\t11122\tSTOCKHOLM\t20200102\t1\t\n" +
		"1\t\t\t1\t\t1\t49\tINGEN FRÅGAR AB\t\t\t\t\t\t165560160680\t11122\tSTOCKHOLM\t20200102\t1\t\n"
	bolagsverketText = `organisationsidentitet;namnskyddslopnummer;registreringsland;organisationsnamn;organisationsform;avregistreringsdatum;avregistreringsorsak;pagandeAvvecklingsEllerOmstruktureringsforfarande;registreringsdatum;verksamhetsbeskrivning;postadress
"5566778899$ORGNR-IDORG";"1";"SE-LAND";"Vård i Åmål AB (svb)$FORETAGSNAMN-ORGNAM$2020-01-02|Care Ltd$FORNAMN_FRSPRAK-ORGNAM$2021-02-03";"AB-ORGFO";"";"";"";"2020-01-02";"Vård; omsorg";"Box 1$$STOCKHOLM$11122$SE-LAND"
"5566778899$ORGNR-IDORG";"2";"SE-LAND";"Åmåls fotvård$SARS_FORNAMN-ORGNAM$2022-01-01";"AB-ORGFO";"";"";"";"2020-01-02";"Fotvård";"Box 1$$STOCKHOLM$11122$SE-LAND"
"8024000013$ORGNR-IDORG";"1";"SE-LAND";"Föreningen$NAMN-ORGNAM$1990-01-01";"I-ORGFO";"2024-03-01";"KKAV-AVORG";"";"1990-01-01";"";"Box 2$$STOCKHOLM$11122$SE-LAND"
"198112189876$PERSON-IDORG";"1";"SE-LAND";"Annas fotvård$FORETAGSNAMN-ORGNAM$2020-01-02";"E-ORGFO";"null";"";"";"2020-01-02";"";"Hemma 1$$STOCKHOLM$11122$SE-LAND"
"5560160680$ORGNR-IDORG";"1";"SE-LAND";"Ingen frågar AB$FORETAGSNAMN-ORGNAM$2020-01-02";"AB-ORGFO";"";"";"";"2020-01-02";"";"Box 3$$STOCKHOLM$11122$SE-LAND"
`
	agencyText = `{
  "KAMMARKOLLEGIET": {
    "org_nr": "202100-0829",
    "group": "Statliga förvaltningsmyndigheter"
  },
  "E-hälsomyndigheten": {"org_nr": "202100-6552", "start": 2014},
  "Nedlagda nämnden": {"org_nr": "202100-5992", "start": 2008, "end": 2013},
  "Ambassaden": {"org_nr": ""}
}
`
)

// ledgerOf pays each of some suppliers 100 kronor in each of some months.
func ledgerOf(suppliers ...string) string {
	text := "leverantor_id;leverantor;juridisk_form;kommun;datum;belopp\n"
	for _, s := range suppliers {
		text += s + ";Namn;;0180;2025-09-30;100,00\n"
	}
	return text
}

// registerSpace is a workspace with a ledger, and sources by their profiles.
func registerSpace(t *testing.T, ledger string, profiles ...string) string {
	t.Helper()
	files := map[string]string{"inbox/reskontra_2025-09.csv": ledger}
	for _, name := range []string{"reskontra.yaml", "reskontra.volume.sql", "reskontra.evidence.sql"} {
		text, err := os.ReadFile(filepath.Join("../cmd/tresektor/testdata/workspace/sources", name))
		if err != nil {
			t.Fatal(err)
		}
		files["sources/"+name] = string(text)
	}
	for _, profile := range profiles {
		files["sources/"+profile+".yaml"] = "profile: " + profile + "\n"
	}
	return smallWorkspace(t, files)
}

func put(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "inbox", name), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func packedAs(t *testing.T, member string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(member)
	if err == nil {
		_, err = f.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func latin1(t *testing.T, text string) []byte {
	t.Helper()
	b, err := charmap.ISO8859_1.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// loadOf ingests and returns the account of one source.
func loadOf(t *testing.T, dir, source string) pipeline.Load {
	t.Helper()
	loads, err := pipeline.Ingest(t.Context(), options(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range loads {
		if l.Source == source {
			return l
		}
	}
	t.Fatalf("no load of %s", source)
	return pipeline.Load{}
}

// evidenceOf is what the warehouse holds of a source, one text a row.
func evidenceOf(t *testing.T, dir, source string) (list []string) {
	t.Helper()
	w, err := warehouse.Open(t.Context(), filepath.Join(dir, "state/tresektor.duckdb"), warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	rows, err := w.Query(t.Context(), `select concat_ws(' ', line, split_part(provider_id, ':', 1) || ':' || case when provider_id like 'se:%' then provider_id[4:] else '' end,
			attribute, value, other_id, observed_date, 'from ' || valid_from, 'to ' || valid_to)
		from evidence join provider using (provider_key) where source = ? order by line, attribute`, source)
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
	return list
}

func account(l pipeline.Load) [5]int64 {
	return [5]int64{l.Rows, l.Kept, l.Dropped, l.NotNeeded, l.Rejected}
}
