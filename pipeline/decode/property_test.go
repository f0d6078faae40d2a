package decode

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A writing is one way to publish a table.
type writing struct {
	encoding, separator, end string
	always                   bool // quote every cell
	last                     bool // end the last line too
}

func drawWriting(t *rapid.T) writing {
	return writing{
		encoding: rapid.SampledFrom([]string{"utf-8", "utf-8+bom", "utf-16le", "utf-16be", "utf-16le+bom", "utf-16be+bom",
			"windows-1252", "iso-8859-1"}).Draw(t, "encoding"),
		separator: rapid.SampledFrom([]string{";", ",", "\t"}).Draw(t, "separator"),
		end:       rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end"),
		always:    rapid.Bool().Draw(t, "always"),
		last:      rapid.Bool().Draw(t, "last"),
	}
}

func (w writing) options() Options {
	o := plain()
	o.Encoding = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w.encoding, "+bom"), "le"), "be")
	return o
}

func (w writing) write(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteString(w.end)
		}
		for j, cell := range row {
			if j > 0 {
				b.WriteString(w.separator)
			}
			if w.always || strings.ContainsAny(cell, w.separator+"\r\n\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
	}
	if w.last {
		b.WriteString(w.end)
	}
	return b.String()
}

// drawCell draws a cell with everything that needs quoting. A cell with line
// ends has no separators: with both it may look like rows of their own, which
// grammar_test.go is about.
func drawCell(t *rapid.T, separator string) string {
	cell := rapid.StringOf(rapid.RuneFrom([]rune("abåäöÉ½ \"';,.\t\n\r0"))).Draw(t, "cell")
	if strings.ContainsAny(cell, "\r\n") {
		cell = strings.ReplaceAll(cell, separator, "")
	}
	return "x" + cell + "x"
}

func TestAnyTableSurvivesAnyWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWriting(t)
		rows := [][]string{{"a", "b", "c"}}
		var want table
		line := 2
		sum := new(big.Int)
		for range rapid.IntRange(0, 30).Draw(t, "rows") {
			a, b := drawCell(t, w.separator), drawCell(t, w.separator)
			v := rapid.Int64Range(-1e10, 1e10).Draw(t, "v")
			amount := writeNumber(v, 2, ".", "", "-")
			rows = append(rows, []string{a, b, amount})
			want = append(want, []string{fmt.Sprint(line), a, b, amount})
			line += countLines([]byte(a)) + countLines([]byte(b)) - 1
			sum.Add(sum, big.NewInt(v))
		}
		text := encode(t, w.write(rows), w.encoding)
		o := w.options()
		o.chunk = rapid.IntRange(1, 200).Draw(t, "chunk")
		o.Workers = rapid.IntRange(1, 3).Draw(t, "workers")
		got, account, err := readAll(t, text, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%v\n%s", rejected(account), diff)
		}
		if account.Sums["c"].Kept.Cmp(sum) != 0 || account.Rejected != 0 {
			t.Fatalf("%+v, want the sum %s", account, sum)
		}
	})
}

// drawMess draws text that is nearly CSV.
func drawMess(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"x", "å", "\xe5", `"`, `"`, `""`, ";", ";", ";", "\n", "\n", "\r\n", "\r", "1", "1,5", "-2", " ", "\x00",
		"x;y;1\n", "\"x\";\"y\";2\n", "x;\"y;3\n", strings.Repeat("z", 70)})
	return "a;b;c\n" + strings.Join(rapid.SliceOfN(piece, 0, 120).Draw(t, "mess"), "")
}

// However the file is cut into chunks and however many workers decode them,
// the records and the account are the same.
func TestChunksAndWorkersChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawMess(t)
		o := plain()
		o.Encoding = rapid.SampledFrom([]string{"utf-8", "windows-1252"}).Draw(t, "encoding")
		o.MaxRow = rapid.SampledFrom([]int{20, 100, 1 << 20}).Draw(t, "longest")
		if o.Encoding == "windows-1252" { // else it is refused as UTF-8
			text = strings.ReplaceAll(text, "å", "\xe5")
		}
		o.chunk, o.Workers = 1<<20, 1
		rows, account, err := readAll(t, text, o)
		if err != nil {
			t.Fatal(err)
		}
		o.chunk, o.Workers = rapid.IntRange(1, 60).Draw(t, "chunk"), rapid.IntRange(1, 3).Draw(t, "workers")
		again, second, err := readAll(t, text, o)
		if err != nil {
			t.Fatal(err)
		}
		exact := cmp.Comparer(func(a, b *big.Int) bool { return a.Cmp(b) == 0 })
		if diff := cmp.Diff(rows, again) + cmp.Diff(account, second, exact); diff != "" {
			t.Fatalf("%q\n%s", text, diff)
		}
		conserves(t, text, rows, account)
	})
}

// conserves proves that every line with text is in a record or in a reject.
func conserves(t rapid.TB, text string, rows table, a Account) {
	t.Helper()
	if a.Kept() != int64(len(rows)) || a.Rejected != int64(len(a.Rejects)) {
		t.Fatalf("%d rows kept of %d, %d in the records, %d of %d rejects", a.Kept(), a.Rows, len(rows), len(a.Rejects), a.Rejected)
	}
	for name, sum := range a.Sums {
		if new(big.Int).Add(sum.Kept, sum.Rejected).Cmp(sum.Read) != 0 {
			t.Fatalf("sum of %s: %v", name, sum)
		}
	}
	checksum := int64(0)
	starts := map[int64]bool{} // line of a row → it may go on over the next lines
	for _, row := range rows {
		line, _ := strconv.ParseInt(row[0], 10, 64)
		checksum += line
		starts[line] = true
	}
	if checksum != a.Checksum || len(starts) != len(rows) {
		t.Fatalf("checksum %d, want %d; %d lines of %d rows", a.Checksum, checksum, len(starts), len(rows))
	}
	for _, r := range a.Rejects {
		if _, twice := starts[r.Line]; twice {
			t.Fatalf("line %d is a row twice", r.Line)
		}
		starts[r.Line] = !strings.Contains(r.Reason, "quotation mark") && !strings.Contains(r.Reason, "longer than")
	}
	lines := lineEnds.Split(text, -1)
	covered := text != "" && strings.Contains(lines[a.HeaderLine-1], `"`) // by the row that started last
	for i, line := range lines {
		number := int64(i + 1)
		if long, here := starts[number]; here {
			covered = long
		} else if number > a.HeaderLine && !covered && !isBlank(line) {
			t.Fatalf("line %d %q is in no record and no reject", number, line)
		}
	}
}

// isBlank tells whether a line holds only spaces, of UTF-8 or of windows-1252.
func isBlank(line string) bool {
	spaces := strings.NewReplacer(" ", "", "\t", "", "\ufeff", "", "\u00a0", "", "\xa0", "")
	return spaces.Replace(line) == ""
}

var lineEnds = regexp.MustCompile("\r\n|\r|\n")
