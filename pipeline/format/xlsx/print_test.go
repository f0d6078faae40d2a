package xlsx_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
)

// titled is a table with so many columns of texts as long as a column shows.
func titled(columns int) edition.Table {
	t := edition.Table{Name: "share", Grain: []string{"text1"}, Rows: [][]any{nil}}
	for i := range columns {
		t.Fields = append(t.Fields, edition.Field{Name: "text" + strconv.Itoa(i+1), Kind: edition.KindText})
		t.Rows[0] = append(t.Rows[0], strings.Repeat("å", 54))
	}
	return t
}

func TestAWideTableIsPrintedOnPagesSideBySide(t *testing.T) {
	for columns, want := range map[int]string{
		3:  `fitToWidth="1" orientation="landscape" pageOrder="overThenDown" paperSize="9"`,
		5:  `fitToWidth="1" orientation="landscape" pageOrder="overThenDown" paperSize="8"`,
		8:  `fitToWidth="2" orientation="landscape" pageOrder="overThenDown" paperSize="8"`,
		20: `fitToWidth="3" orientation="landscape" pageOrder="overThenDown" paperSize="8"`,
	} {
		sheet := part(t, write(t, report(whole(titled(columns)))), "xl/worksheets/sheet2.xml")
		if !strings.Contains(sheet, want) {
			t.Errorf("%d columns lack %s: %s", columns, want, regexp.MustCompile(`<pageSetup[^>]*>`).FindString(sheet))
		}
	}
}

func TestALongTextIsWrappedInARowThatHoldsIt(t *testing.T) {
	long := titled(1)
	long.Rows = [][]any{{strings.Repeat("å", 54)}, {"coded"}}
	long.Fields[0].Codes = []edition.Code{{Code: "coded", Label: word(strings.Repeat("å", 200), "")}}
	sheet := part(t, write(t, report(whole(long))), "xl/worksheets/sheet2.xml")
	if row := regexp.MustCompile(`<row r="6"[^>]*>`).FindString(sheet); strings.Contains(row, "ht=") {
		t.Errorf("a text that its column holds is given more than a line: %s", row)
	}
	row := regexp.MustCompile(`<row r="7"[^>]* ht="([0-9]+)"`).FindStringSubmatch(sheet)
	if row == nil {
		t.Fatalf("a long text is given no more than a line: %s", sheet)
	}
	if height, _ := strconv.Atoi(row[1]); height < 4*15 {
		t.Errorf("200 characters in a column of 54 have %d points, less than four lines", height)
	}
}

// Some readers show a false cell as 0, which a table of numbers has too.
func TestTrueAndFalseAreWordsEverywhere(t *testing.T) {
	for language, want := range map[string]string{edition.Swedish: "FALSKT", edition.English: "FALSE"} {
		r := report(whole(table(rows()...)))
		r.Language = language
		if styles := part(t, write(t, r), "xl/styles.xml"); !strings.Contains(styles, "&#34;"+want+"&#34;") {
			t.Errorf("no format has the word %s", want)
		}
	}
}
