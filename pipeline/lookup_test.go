package pipeline_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// handedOver is the content of one of the lookup's data files.
func handedOver[T any](t *testing.T, dir, name string) (content T) {
	t.Helper()
	text := read(t, filepath.Join(dir, "editions/current/lookup", name+".js"))
	text = strings.TrimSuffix(strings.TrimPrefix(text, `tresektor("`+name+`",`), ");\n")
	if err := json.Unmarshal([]byte(text), &content); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return content
}

// A toldOrganisation is what the lookup's data say of one organisation.
type toldOrganisation struct {
	name    string
	answers []string // each definition with its sector
	reasons []string
	facts   []string
}

// lookedUp reads an organisation's data in Swedish, as the page does.
func lookedUp(t *testing.T, dir, id string) (o toldOrganisation) {
	t.Helper()
	directory := handedOver[struct {
		Organisations []string
		Verdicts      int
	}](t, dir, "directory")
	words := handedOver[struct{ Statements, Sources []string }](t, dir, "words.sv")
	for n := range directory.Organisations {
		for _, row := range handedOver[[][]any](t, dir, "o"+strconv.Itoa(n)) {
			if row[1] != id {
				continue
			}
			o.name = row[2].(string)
			for _, spell := range row[4].([]any) {
				v := int(spell.([]any)[0].(float64))
				verdict := handedOver[[][]any](t, dir, "v"+strconv.Itoa(v/directory.Verdicts)+".sv")[v%directory.Verdicts]
				o.answers = append(o.answers, verdict[0].(string)+" "+verdict[1].(string))
				for _, why := range verdict[2].([]any) {
					o.reasons = append(o.reasons, why.(string))
				}
			}
			for _, fact := range row[5].([]any) {
				f := fact.([]any)
				o.facts = append(o.facts, strings.TrimSpace(words.Statements[int(f[0].(float64))]+" "+words.Sources[int(f[1].(float64))]+" "+f[2].(string)+" "+f[3].(string)))
			}
		}
	}
	return o
}

// TestTheLookupSaysWhatExplainSays compares sentence by sentence, for an
// organisation that is contested, one that is presumed and one that is public.
func TestTheLookupSaysWhatExplainSays(t *testing.T) {
	t.Parallel()
	dir := exampleWorkspace(t)
	refreshed(t, options(dir))
	for _, id := range []string{"se:2620000071", "se:5569990160", "se:2120000142"} {
		e, err := pipeline.ExplainProvider(t.Context(), options(dir), "", id)
		if err != nil {
			t.Fatal(err)
		}
		o := lookedUp(t, dir, id)
		if o.name != e.Name || len(o.answers) == 0 || len(o.facts) == 0 {
			t.Errorf("%s: %q is called %q, and the lookup knows %d answers, %d facts", id, e.Name, o.name, len(o.answers), len(o.facts))
		}
		story := strings.Join(strings.Fields(e.Text("sv")), " ")
		for _, why := range o.reasons {
			if !strings.Contains(story, strings.Join(strings.Fields(why), " ")) {
				t.Errorf("%s: explain does not say: %s", id, why)
			}
		}
		for _, fact := range o.facts {
			statement, _, _ := strings.Cut(fact, ".")
			if !strings.Contains(story, statement) {
				t.Errorf("%s: explain does not know: %s", id, statement)
			}
		}
	}
	o := lookedUp(t, dir, "se:2620000071")
	if want := `Snäv: föreningar, stiftelser, trossamfund räknas till "Enskild, ej uppdelad"`; !slices.Contains(o.answers, want) {
		t.Errorf("%q does not have %s", o.answers, want)
	}
	if want := "Grund: härledd ur uppgifter om utföraren. Den vilar på juridisk form: Offentliga korporationer och anstalter (87); offentlig eller enskild enligt en källa med två sektorer: Enskild."; !slices.Contains(o.reasons, want) {
		t.Errorf("%q does not have %s", o.reasons, want)
	}
	if want := "Juridisk form: Offentliga korporationer och anstalter (87). Elever per huvudman, kommun och skolform läsåret 2019/20, Skolverket 2020-06-01 2020-06-01"; !slices.Contains(o.facts, want) {
		t.Errorf("%q does not have %s", o.facts, want)
	}
}

// TestTheLookupNamesOrganisationsAlone has a natural person, a sole trader and a
// mask among the payees: none of them is anywhere in its files, nor in evidence.
func TestTheLookupNamesOrganisationsAlone(t *testing.T) {
	dir := smallWorkspace(t, personFiles("0180;802002-0718;61;400,00", "0180;900101-9802;;7,00", "0180;556016-0680;10;40,00"))
	refreshed(t, options(dir))
	rows := table(t, dir, "evidence")
	for _, row := range rows {
		if row["provider_id"] != "se:8020020718" {
			t.Errorf("evidence is told of %v", row)
		}
	}
	if len(rows) == 0 {
		t.Error("no evidence is told of the organisation")
	}
	files, err := filepath.Glob(filepath.Join(dir, "editions/current/lookup/*"))
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text := read(t, file)
		for _, secret := range []string{"9001019802", "900101-9802", "person:", "5560160680", "556016-0680"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s has %s", filepath.Base(file), secret)
			}
		}
	}
	if o := lookedUp(t, dir, "se:8020020718"); len(o.answers) == 0 {
		t.Error("the organisation is not found")
	}
}
