package workspace

import (
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// statutes is the evidence file of the tests.
const statutes = "Föreningens ändamål är allmännyttigt.\n"

func sumOf(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// decision gives a complete row with some cells changed.
func decision(changes ...string) map[string]string {
	row := map[string]string{
		"decision_id": "B1", "provider_id": "556016-0680", "valid_from": "2020-01-01", "valid_to": "2022-01-01", "sector": "ideburen",
		"definitions": "narrow", "reason_code": "statutes_read", "explanation": "Stadgarna är lästa, § 2.", "evidence_url": "Dnr 2026/17",
		"evidence_date": "2026-01-15", "decided_by": "Anna Ek", "reviewed_by": "Bo Al", "review_by": "2028-01-15",
	}
	for i := 0; i < len(changes); i += 2 {
		row[changes[i]] = changes[i+1]
	}
	return row
}

// overridesCSV writes rows, the first of which is line 2.
func overridesCSV(rows ...map[string]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(overrideColumns())
	for _, row := range rows {
		var cells []string
		for _, column := range overrideColumns() {
			cells = append(cells, row[column])
		}
		w.Write(cells)
	}
	w.Flush()
	return b.String()
}

// decided opens the small workspace with an overrides.csv. The error's
// problems, without the file's name, come line by line.
func decided(t *testing.T, text string) (overrides []Override, problems []string) {
	t.Helper()
	files := small(t)
	files["overrides.csv"], files["evidence/stadgar.txt"] = text, statutes
	w, err := open(lay(t, files))
	if err == nil {
		return w.Overrides, nil
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		problems = append(problems, strings.TrimPrefix(line, "overrides.csv:"))
	}
	return nil, problems
}

func TestOverridesAreRead(t *testing.T) {
	got, problems := decided(t, overridesCSV(
		decision("evidence_file", "stadgar.txt", "evidence_sha256", strings.ToUpper(sumOf(statutes))),
		decision("decision_id", "B2", "provider_id", "ledger:name:hemmet", "valid_to", "", "definitions", "*", "sector", "private"),
		decision("decision_id", "B3", "valid_from", "2021-06-01", "valid_to", "", "supersedes", "B1", "evidence_url", "https://example.org/a?b=1"),
	))
	if problems != nil {
		t.Fatal(problems)
	}
	base := Override{
		ID: "B1", Provider: "se:5560160680", From: "2020-01-01", To: "2022-01-01", Sector: "ideburen", Definitions: []string{"narrow"},
		Reason: "statutes_read", Explanation: "Stadgarna är lästa, § 2.",
		Evidence:  OverrideEvidence{URL: "Dnr 2026/17", Date: "2026-01-15", File: "stadgar.txt", SHA256: sumOf(statutes)},
		DecidedBy: "Anna Ek", ReviewedBy: "Bo Al", ReviewBy: "2028-01-15",
	}
	named, later := base, base
	named.ID, named.Provider, named.To, named.Sector = "B2", "ledger:name:hemmet", "", "private"
	named.Evidence.File, named.Evidence.SHA256 = "", ""
	later.ID, later.From, later.To, later.Supersedes, later.Evidence = "B3", "2021-06-01", "", "B1", OverrideEvidence{URL: "https://example.org/a?b=1", Date: "2026-01-15"}
	if diff := cmp.Diff([]Override{base, named, later}, got, cmpopts.IgnoreUnexported(Override{})); diff != "" {
		t.Error(diff)
	}
}

func TestAWorkspaceNeedsNoOverrides(t *testing.T) {
	if w := opened(t, small(t)); w.Overrides != nil {
		t.Error(w.Overrides)
	}
	if got, problems := decided(t, overridesCSV()); len(got)+len(problems) > 0 {
		t.Error(got, problems)
	}
}

func TestAnOverrideIsRefused(t *testing.T) {
	for _, c := range []struct {
		name          string
		column, value string
		want          string // after "line:column: "
	}{
		{"without a provider", "provider_id", "", `"provider_id" is empty; a decision is complete or it is not used`},
		{"without an explanation", "explanation", " ", `"explanation" is empty; a decision is complete or it is not used`},
		{"without evidence", "evidence_url", "", `"evidence_url" is empty; a decision is complete or it is not used`},
		{"without a review", "review_by", "", `"review_by" is empty; a decision is complete or it is not used`},
		{"without a reviewer", "reviewed_by", "", `"reviewed_by" is empty; a decision is complete or it is not used`},
		{"without definitions", "definitions", "", `"definitions" is empty; a decision is complete or it is not used`},
		{"with an unknown sector", "sector", "idéburen", `there is no sector "idéburen"; did you mean "ideburen"?`},
		{"with an unknown definition", "definitions", "narow", `there is no definition "narow"; did you mean "narrow"?`},
		{"with all and one definition", "definitions", "* narrow", `* stands for all definitions and cannot have others beside it`},
		{"with an unknown reason", "reason_code", "statute_read", `there is no override_reason "statute_read"; did you mean "statutes_read"?`},
		{"with a date that does not exist", "valid_from", "2020-02-30", `"2020-02-30" is not a date as YYYY-MM-DD`},
		{"with a date as it is said", "review_by", "15/1 2028", `"15/1 2028" is not a date as YYYY-MM-DD`},
		{"that ends when it begins", "valid_to", "2020-01-01", `valid_to 2020-01-01 is not after valid_from 2020-01-01`},
		{"whose review is not after its evidence", "review_by", "2026-01-15", `review_by 2026-01-15 is not after evidence_date 2026-01-15`},
		{"reviewed by its maker", "reviewed_by", "Anna Ek", `the decision is reviewed by the one who made it; somebody else must review it`},
		{"reviewed by its maker in other letters", "reviewed_by", " anna  EK ", `the decision is reviewed by the one who made it; somebody else must review it`},
		{"with an address that is none", "evidence_url", "ftp://x", `"ftp://x" is not an address that begins with https:// or http://, and not a diarienummer`},
		{"of a natural person", "provider_id", "900101-9802", `the provider (withheld) is a natural person; only organisations, names and groups can be decided`},
		{"of a natural person's hash", "provider_id", "person:abc", `the provider (withheld) is a natural person; only organisations, names and groups can be decided`},
		{"of a number with a birth date", "provider_id", "ledger:9001019803", `the provider (withheld) is a natural person; only organisations, names and groups can be decided`},
		{"of a mask", "provider_id", "ledger:masked:none", `the provider is a mask, which stands for many; only organisations, names and groups can be decided`},
		{"of a number with a wrong digit", "provider_id", "556016-0681", `"556016-0681" is not an organisation number (its last digit is a check digit) and not an identifier such as source:name:… or source:group:…`},
		{"of a name alone", "provider_id", "Hemmet", `the text is not an organisation number (its last digit is a check digit) and not an identifier such as source:name:… or source:group:…`},
		{"of an empty name", "provider_id", "ledger:name:", `the text is not an identifier such as source:name:… or source:group:…`},
		{"that supersedes what is not there", "supersedes", "B7", `there is no decision "B7"`},
		{"that supersedes itself", "supersedes", "B1", `decision "B1" supersedes itself`},
		{"with a checksum of nothing", "evidence_sha256", "ab", `there is a checksum but no evidence_file`},
		{"with a file without checksum", "evidence_file", "stadgar.txt", `the file "stadgar.txt" has no checksum; sha256sum evidence/stadgar.txt gives it`},
		{"with a personal number in the wrong cell", "sector", "19900101-9802", `there is no sector "(withheld)"; possible: public, private, ideburen, nonpublic, unknown`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := decided(t, overridesCSV(decision(c.column, c.value)))
			if len(problems) != 1 || !strings.HasPrefix(problems[0], "2:") {
				t.Fatalf("problems %q", problems)
			}
			_, message, _ := strings.Cut(problems[0], ": ")
			if diff := cmp.Diff(c.want, message); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheProviderOfAnOverrideIsReadInAnyForm(t *testing.T) {
	for text, want := range map[string]string{
		"5560160680": "se:5560160680", "165560160680": "se:5560160680", "SE556016068001": "se:5560160680", "se:556016-0680": "se:5560160680",
		"168020310001": "", // a wrong check digit
		"ledger:4711":  "ledger:4711", "ledger:group:85": "ledger:group:85", "ledger:name:a:b": "ledger:name:a:b", "foreign:DE1": "foreign:DE1",
	} {
		if got, wrong := providerID(text); got != want || (wrong == "") != (want != "") {
			t.Errorf("%s is %q (%s), want %q", text, got, wrong, want)
		}
	}
}

func TestTheFileOfAnOverrideIsTheOneItRestsOn(t *testing.T) {
	for name, want := range map[string]string{
		"annat.txt":   "there is no file evidence/annat.txt",
		"../a.txt":    `"../a.txt" must be the name of a file in evidence/`,
		"stadgar.txt": "evidence/stadgar.txt has the checksum " + sumOf(statutes) + "; it is not the file that the decision rests on; read it, and decide again",
	} {
		_, problems := decided(t, overridesCSV(decision("evidence_file", name, "evidence_sha256", sumOf("another"))))
		if len(problems) != 1 || !strings.HasSuffix(problems[0], ": "+want) {
			t.Errorf("%s: %q, want %q", name, problems, want)
		}
	}
}

func TestTwoDecisionsDoNotMeet(t *testing.T) {
	second := func(changes ...string) map[string]string {
		row := decision("decision_id", "B2")
		maps.Copy(row, decision(append([]string{"decision_id", "B2"}, changes...)...))
		return row
	}
	overlap := `3:16: the decision overlaps decision "B1" on line 2 for the same provider under narrow; end one of them, or write one under supersedes of the other`
	for _, c := range []struct {
		name string
		rows []map[string]string
		want []string
	}{
		{"on the same days", []map[string]string{decision(), second()}, []string{overlap}},
		{"within the other", []map[string]string{decision("valid_to", ""), second("valid_from", "2021-01-01")}, []string{overlap}},
		{"under all definitions and one", []map[string]string{decision("definitions", "*"), second()}, []string{overlap}},
		{"written in another form", []map[string]string{decision(), second("provider_id", "5560160680 ")}, []string{overlap}},
		{"one after the other", []map[string]string{decision(), second("valid_from", "2022-01-01", "valid_to", "")}, nil},
		{"about another provider", []map[string]string{decision(), second("provider_id", "232100-0131")}, nil},
		{"that replaces it", []map[string]string{decision(), second("supersedes", "B1")}, nil},
		{"that it replaces", []map[string]string{decision("supersedes", "B2"), second()}, nil},
		{"that replaces it by way of another", []map[string]string{decision(), second("supersedes", "B1"), decision("decision_id", "B3", "supersedes", "B2")}, nil},
		{"that replaces one of another provider", []map[string]string{decision("provider_id", "232100-0131"), second("supersedes", "B1")},
			[]string{`3:145: decision "B1" is about another provider`}},
		{"that replace each other", []map[string]string{decision("supersedes", "B2"), second("supersedes", "B1")},
			[]string{`2:145: decision "B1" supersedes itself`, `3:145: decision "B2" supersedes itself`}},
		{"of one id", []map[string]string{decision(), decision("valid_from", "2022-01-01", "valid_to", "")},
			[]string{`3:1: decision "B1" stands twice, first on line 2`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, problems := decided(t, overridesCSV(c.rows...))
			if diff := cmp.Diff(c.want, problems); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheSheetOfOverridesIsReadStrictly(t *testing.T) {
	whole := overridesCSV(decision())
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"an unknown column", strings.Replace(whole, "reason_code", "reason_kod", 1),
			[]string{`1:1: missing column "reason_code"`, `1:64: there is no column "reason_kod"; did you mean "reason_code"?`}},
		{"a column twice", strings.Replace(whole, "reason_code", "sector", 1), []string{`1:1: missing column "reason_code"`, `1:64: column "sector" stands twice`}},
		{"a cell too many", strings.TrimSuffix(whole, "\n") + ",x\n", []string{`2:1: fields in the row: 17, in the header: 16`}},
		{"nothing", "", []string{`1:1: the file has no header; expected ` + strings.Join(overrideColumns(), ",")}},
		{"another encoding", whole + "\xe5\n", []string{`3:1: the line is not UTF-8; save the file as UTF-8`}},
		{"semicolons and rows without text", strings.ReplaceAll(strings.ReplaceAll(overridesCSV(decision("explanation", "Läst")), ",", ";"), "\n", "\r\n") + ";;;;;;;;;;;;;;;\r\n", nil},
		{"other order", reordered(overridesCSV(decision("explanation", "Läst"))), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := decided(t, c.text)
			if diff := cmp.Diff(c.want, problems); diff != "" {
				t.Error(diff)
			}
			if c.want == nil && len(got) != 1 {
				t.Errorf("%d overrides", len(got))
			}
		})
	}
}

// reordered puts the first column last.
func reordered(text string) string {
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		first, rest, _ := strings.Cut(line, ",")
		lines = append(lines, rest+","+first)
	}
	return strings.Join(lines, "\n")
}

// FuzzOverrides holds that no file, however damaged, stops the program, and
// that every problem names a line of it.
func FuzzOverrides(f *testing.F) {
	f.Add(overridesCSV(decision()))
	f.Add("decision_id;provider_id\r\n\"a\nb\";\"ö\"\n")
	f.Add("\xef\xbb\xbf\n\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		var found problems
		for _, row := range sheetOf(file{"overrides.csv", []byte(text)}, overrideColumns(), &found) {
			overrideOf(row, []string{"narrow"}, &found).checkDates(&found)
		}
		for _, p := range found.list {
			if p.at.Line < 1 || p.at.Line > strings.Count(text, "\n")+1 || p.at.Column < 1 {
				t.Errorf("%v is not in the file", p)
			}
		}
	})
}
