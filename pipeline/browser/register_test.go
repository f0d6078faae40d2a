package browser

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// hostile is a name that must be shown, and do nothing.
const hostile = "<script>document.title='caught'</script><img src=x onerror=\"document.title='caught'\"> \u202eAB ’\"&amp;"

// drawn makes names as Swedish registers have them.
type drawn struct{ *rand.Rand }

func (d drawn) of(list string) string {
	words := strings.Fields(list)
	return words[d.IntN(len(words))]
}

const (
	places     = "Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Helsingborg Jönköping Norrköping Lund Umeå Gävle Borås Södertälje Eskilstuna Halmstad Växjö Karlstad Sundsvall Östersund Trollhättan Luleå Kalmar Falun Skövde Kristianstad Kiruna Åmål Ängelholm Ystad Visby"
	beginnings = "Sol Må Lind Björk Ek Berg Sten Ros Gran Al Häst Kull Ljung Vår Höst Snö Norr Söder Väster Öster Små Stor Guld Silver Blå Röd Tall Asp Rönn Fjäll Sjö Ström Ham Käll Äng Åker Hav Strand Myr Lund"
	endings    = "rosen gården backa dal hem stugan skolan kulla berg hagen bäcken vik näs lunden ängen sund holm åsen gläntan boet torp ryd mark hult löten"
	kinds      = "omsorg vård assistans hemtjänst förskola friskola behandlingshem äldreboende rehab vårdcentral familjehem LSS tandvård psykiatri stöd"
	surnames   = "Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Hansson Bengtsson Lindqvist Åkesson Öberg Bergström Sjögren Ekström"
)

func (d drawn) name() string {
	own := d.of(beginnings) + d.of(endings)
	switch d.IntN(8) {
	case 0:
		return "Stiftelsen " + own + " i " + d.of(places)
	case 1:
		return "Föreningen " + own + " " + d.of(kinds)
	case 2:
		return strings.ToUpper(own + "s " + d.of(kinds) + " ekonomisk förening")
	case 3:
		return d.of(surnames) + " & " + d.of(surnames) + " " + d.of(kinds) + " AB"
	case 4:
		return own + "-" + d.of(places) + " " + d.of(kinds) + " HB"
	case 5:
		return d.of(places) + "s " + d.of(kinds) + " " + own + " Aktiebolag"
	case 6:
		return "Föräldrakooperativet " + own
	}
	return own + " " + d.of(kinds) + " i " + d.of(places) + " AB (publ)"
}

// made is a register of n organisations with six definitions, and one of each
// that is hard.
func made(n int) site.Register {
	d := drawn{rand.New(rand.NewPCG(1, 2))}
	r := site.Register{
		Statements: []edition.Text{{SV: "Juridisk form: Stiftelser (72).", EN: "Legal form: foundations (72)."}},
		Sources:    []edition.Text{{SV: "Företagsregistret, Källan", EN: "Business register, the source"}},
	}
	for i := range 120 {
		r.Verdicts = append(r.Verdicts, site.Verdict{
			Definition: edition.Text{SV: fmt.Sprintf("Definition %d: ord", i%6), EN: fmt.Sprintf("Definition %d: words", i%6)},
			Sector:     edition.Text{SV: "Idéburen", EN: "Non-profit (idéburen)"}, Counted: edition.Text{SV: "räknas som idéburen", EN: "counted as idéburen"},
			Rule: fmt.Sprintf("rule_%d", i), RuleText: edition.Text{SV: strings.Repeat("Regeln. ", 20), EN: strings.Repeat("The rule. ", 20)},
			Why: []edition.Text{{SV: strings.Repeat("Därför. ", 40), EN: strings.Repeat("Therefore. ", 40)}},
		})
	}
	for i := range n {
		o := site.Organisation{ID: fmt.Sprintf("se:%010d", 5560000000+int64(i)*7919%3000000000), Name: d.name()}
		o.Number = o.ID[3:9] + "-" + o.ID[9:]
		for v := range 6 {
			o.Spells = append(o.Spells, site.Spell{Verdict: v + 6*d.IntN(20), From: "2019-10-15", To: "2025-06-30"})
		}
		o.Facts = []site.Sighting{{From: "2020-06-01", To: "2020-06-01", IsSeen: true}, {From: "1990-01-01"}}
		r.Organisations = append(r.Organisations, o)
	}
	for i, name := range []string{hostile, "Malmö Ideella", "Malmo Ideella", "Åke Ängs Öar", "Upplands-Bro Vårdkooperativ", "I AB", strings.Repeat("Lång", 3000), ""} {
		o := site.Organisation{ID: fmt.Sprintf("se:80%08d", i), Name: name, Spells: []site.Spell{{From: "2024-12-31", To: "2024-12-31"}}}
		o.Number = o.ID[3:9] + "-" + o.ID[9:]
		r.Organisations = append(r.Organisations, o)
	}
	r.Organisations = append(r.Organisations, site.Organisation{ID: "skottland:SP2003000001", Number: "SP2003000001"},
		site.Organisation{ID: "upphandling:name:a & b | #%/ö|49", Name: "A & B | #%/ö"})
	return r
}

// written writes a register's pages into a folder.
func written(t testing.TB, r site.Register) (folder string) {
	t.Helper()
	folder = t.TempDir()
	write := func(path string, content func(io.Writer) error) error {
		path = filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		f, err := os.Create(path)
		if err != nil {
			return err
		}
		if err := content(f); err != nil {
			return err
		}
		return f.Close()
	}
	var shells []site.Shell
	for _, language := range []string{edition.Swedish, edition.English} {
		shells = append(shells, site.Shell{
			Language: language, Title: "Tre sektorer", Publisher: "Myndigheten", Contact: "statistik@example.org",
			Date: "2026-11-25", Pages: []string{site.Front, site.Lookup},
		})
	}
	if err := site.WriteLookup(write, shells, r); err != nil {
		t.Fatal(err)
	}
	return folder
}
