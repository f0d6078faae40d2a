package data

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

type measure struct {
	ID                                              string
	Label, Unit, Population, Numerator, Denominator text
	Kind, Base                                      string
	PlaceBasis                                      string `yaml:"place_basis"`
	PeriodBasis                                     string `yaml:"period_basis"`
	PriceBasis                                      string `yaml:"price_basis"`
	VAT, Protect                                    string
	Reference                                       struct{ Kind, Day string }
	Dimensions, Summable                            []string
}

func TestMeasuresSayAllThatTheyMean(t *testing.T) {
	kinds, bases := readList(t, "measure_kind").codes(), readList(t, "base").codes()
	for id, m := range readYAML[measure](t, "measure/*.yaml") {
		if m.ID != id || kinds[m.Kind] == nil || bases[m.Base] == nil {
			t.Errorf("%s: id %q, kind %q, base %q", id, m.ID, m.Kind, m.Base)
		}
		for _, words := range []text{m.Label, m.Unit, m.Population, m.Numerator, m.Denominator} {
			if words.SV == "" || words.EN == "" {
				t.Errorf("%s: a text is missing in one language: %q", id, words)
			}
		}
		for _, basis := range []string{m.PlaceBasis, m.PeriodBasis, m.PriceBasis, m.VAT, m.Protect, m.Reference.Kind} {
			if basis == "" {
				t.Errorf("%s leaves one of its bases out", id)
			}
		}
		for _, dimension := range m.Summable {
			if !slices.Contains(m.Dimensions, dimension) {
				t.Errorf("%s is summable over %s, which it does not have", id, dimension)
			}
		}
		if m.Kind == "people" && m.Protect != "frequency" {
			t.Errorf("%s counts people and protects nobody", id)
		}
	}
}

type card struct{ ID, Measure, Place, Area, Agreement string }

func TestTheExampleLeadsWithTheFourCardsInOrder(t *testing.T) {
	config := readYAML[struct {
		Banner   text
		Headline []card
	}](t, "example/tresektor.yaml")["tresektor"]
	want := []card{
		{"grundskola", "elever", "SE", "grundskola", ""},
		{"upphandling", "upphandlade_avtal", "SE", "cpv_85", "ersattning"},
		{"skottland", "platser_vuxenboende", "GB-SCT", "vuxenboende", ""},
		{"slutbetyg", "slutbetyg_ak9", "SE", "none", ""},
	}
	if !slices.Equal(config.Headline, want) {
		t.Errorf("cards are %+v, want %+v", config.Headline, want)
	}
	if !strings.HasPrefix(config.Banner.SV, "Exempelutgåva.") || !strings.HasPrefix(config.Banner.EN, "Example edition.") {
		t.Error("the banner of the example is missing")
	}
}

type source struct {
	File    string
	Columns []struct {
		Name, Type string
		Header     []string
	}
	Sums []struct {
		Column   string
		Measures []string
	}
}

func sources(t *testing.T) map[string]source {
	all := readYAML[source](t, "example/sources/*.yaml")
	for id, s := range readYAML[source](t, "profile/*.yaml") {
		all["../../profile/"+id] = s
	}
	return all
}

// The SQL is run by the pipeline's tests; here its text is held to what a
// source must return: columns by name, measures that its sums account for, and
// attributes that are in the list.
func TestSourcesReturnDocumentedColumns(t *testing.T) {
	attributes := readList(t, "attribute").codes()
	for id, s := range sources(t) {
		volume := ""
		if !isRegister(id) {
			volume = sqlText(t, id+".volume.sql")
		}
		for _, column := range []string{"measure", "period", "place", "area", "agreement", "provider_id", "amount"} {
			if volume != "" && !strings.Contains(volume, "as "+column+",") && !regexp.MustCompile(`\n    (source\.)?`+column+`,`).MatchString(volume) {
				t.Errorf("%s.volume.sql does not return %s", id, column)
			}
		}
		for _, sum := range s.Sums {
			for _, m := range sum.Measures {
				if !strings.Contains(volume, "'"+m+"'") {
					t.Errorf("%s.volume.sql has no measure %s, which %s adds up to", id, m, sum.Column)
				}
			}
		}
		evidence := sqlText(t, id+".evidence.sql")
		named := regexp.MustCompile(`'([a-z_]+)' as attribute`).FindAllStringSubmatch(evidence, -1)
		if len(named) == 0 {
			t.Errorf("%s.evidence.sql names no attribute", id)
		}
		for _, name := range named {
			if attributes[name[1]] == nil {
				t.Errorf("%s.evidence.sql has the unknown attribute %s", id, name[1])
			}
		}
	}
}

// isRegister tells whether a profile has evidence only.
func isRegister(id string) bool {
	_, err := fs.Stat(FS(), path.Join("example/sources", id+".volume.sql"))
	return err != nil && strings.HasPrefix(id, "../../profile/")
}

func sqlText(t *testing.T, name string) string {
	t.Helper()
	sql, err := fs.ReadFile(FS(), path.Join("example/sources", name))
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(sql), "\n") {
		if n := len([]rune(line)); n > 80 {
			t.Errorf("%s:%d is %d characters wide, at most 80", name, i+1, n)
		}
	}
	for _, forbidden := range []string{";", "\t", "now()", "current_date", "::double", "read_csv"} {
		if strings.Contains(strings.ToLower(string(sql)), forbidden) {
			t.Errorf("%s has %q", name, forbidden)
		}
	}
	if !strings.HasPrefix(string(sql), "--") {
		t.Errorf("%s does not begin by saying what it is", name)
	}
	return string(sql)
}

func inbox(t *testing.T) map[string][]byte {
	t.Helper()
	paths, err := fs.Glob(FS(), "example/inbox/*")
	if err != nil || len(paths) != 4 {
		t.Fatalf("inbox has %v, %v; want four files", paths, err)
	}
	files := map[string][]byte{}
	for _, file := range paths {
		content, err := fs.ReadFile(FS(), file)
		if err != nil {
			t.Fatal(err)
		}
		files[path.Base(file)] = content
	}
	return files
}

func TestEveryColumnOfTheExampleIsInItsFile(t *testing.T) {
	files := inbox(t)
	for id, s := range readYAML[source](t, "example/sources/*.yaml") {
		name, content := fileOf(s.File, files)
		if name == "" {
			t.Errorf("%s: no file of the inbox fits %s", id, s.File)
		}
		head, _, _ := strings.Cut(string(content), "\n")
		columns := strings.FieldsFunc(head, func(r rune) bool { return r == ';' || r == ',' })
		for _, c := range s.Columns {
			if !slices.Contains(columns, c.Name) {
				t.Errorf("%s: column %s is not in %s", id, c.Name, name)
			}
		}
	}
}

func fileOf(pattern string, files map[string][]byte) (string, []byte) {
	pattern = strings.ReplaceAll(pattern, "{year}", "[0-9][0-9][0-9][0-9]")
	for name, content := range files {
		if fits, _ := path.Match(pattern, name); fits {
			return name, content
		}
	}
	return "", nil
}

// Every text of a coded column is a known spelling, so that the example loads
// without a reject.
func TestEveryCodeOfTheExampleIsKnown(t *testing.T) {
	files := inbox(t)
	for id, s := range readYAML[source](t, "example/sources/*.yaml") {
		_, content := fileOf(s.File, files)
		for _, c := range s.Columns {
			name, coded := strings.CutPrefix(c.Type, "code(")
			if !coded {
				continue
			}
			known := spellings(readList(t, strings.TrimSuffix(name, ")")))
			for cell := range cells(t, content, c.Name) {
				if cell != "" && !known[strings.ToLower(cell)] {
					t.Errorf("%s: %s %q is not in the list", id, c.Name, cell)
				}
			}
		}
	}
}

func spellings(l list) map[string]bool {
	known := map[string]bool{}
	for _, row := range l.rows {
		for _, each := range append(strings.Split(row["alias"], "|"), row["code"], row["label_sv"], row["label_en"]) {
			known[strings.ToLower(each)] = true
		}
	}
	return known
}

func cells(t *testing.T, content []byte, column string) map[string]bool {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(content))
	if !bytes.Contains(content[:40], []byte(",")) {
		r.Comma = ';'
	}
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(records[0], column)
	found := map[string]bool{}
	for _, record := range records[1:] {
		found[record[at]] = true
	}
	return found
}

// Ten digits whose third is 0 or 1 are a personal number, not an organisation;
// sole traders stand as [fysisk person] (sources.md 4).
func TestTheExampleHoldsNoNaturalPerson(t *testing.T) {
	number := regexp.MustCompile(`(^|[^0-9A-Za-z])([0-9]{2}[01][0-9]{3}-?[0-9]{4}|(18|19|20)[0-9]{10})([^0-9]|$)`)
	for name, content := range inbox(t) {
		for i, line := range strings.Split(string(content), "\n") {
			if number.MatchString(line) {
				t.Errorf("%s:%d holds what looks like a personal number", name, i+1)
			}
			if strings.Contains(line, ";Fysiska personer;") && !strings.Contains(line, ";[fysisk person];") {
				t.Errorf("%s:%d names a natural person", name, i+1)
			}
		}
	}
}

func TestEveryFileOfTheExampleIsAttributed(t *testing.T) {
	words, err := fs.ReadFile(FS(), "example/ATTRIBUTION.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range inbox(t) {
		if !strings.Contains(string(words), "`"+name+"`") {
			t.Errorf("ATTRIBUTION.md does not name %s", name)
		}
	}
}
