package decode

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNumbersAreReadStrictly(t *testing.T) {
	const (
		no        = "not a number"
		ambiguous = "not a number: , or . could be a decimal mark"
		large     = "number too large"
	)
	for _, test := range []struct {
		text, decimal string
		scale         int
		want          int64
		why           string
	}{
		{text: "0", want: 0},
		{text: "136.98", scale: 2, want: 13698},
		{text: "3270,50", scale: 2, want: 327050},
		{text: "-1302,03", scale: 2, want: -130203},
		{text: "+5", scale: 2, want: 500},
		{text: "\u22125,5", scale: 2, want: -550},
		{text: "- 5", want: -5},
		{text: ",5", scale: 2, want: 50},
		{text: "-.5", scale: 2, want: -50},
		{text: "1 234 567,8", scale: 2, want: 123456780},
		{text: "1\u00a0234", want: 1234},
		{text: "1\u202f234,00", scale: 2, want: 123400},
		{text: "1'234'567", want: 1234567},
		{text: "1\u2019234", want: 1234},
		{text: "1.234,50", scale: 2, want: 123450},
		{text: "1,234,567.89", scale: 2, want: 123456789},
		{text: "1.234.567", want: 1234567},
		{text: "12345,600", scale: 2, want: 1234560},
		{text: "22.0", want: 22},
		{text: "0007", want: 7},
		{text: "1.234,50", decimal: ",", scale: 2, want: 123450},
		{text: "999999999999999999", want: 999999999999999999},
		{text: "9999999999999999.99", scale: 2, want: 999999999999999999},
		{text: "000000000000000000000000001", want: 1},

		{text: "12345,678", scale: 2, why: "more than 2 decimals"},
		{text: "1.234", scale: 2, why: "more than 2 decimals"},
		{text: "1,5", why: "not a whole number"},
		{text: "1.234", decimal: ",", why: ambiguous},
		{text: "1.50", decimal: ",", scale: 2, why: no},
		{text: "1.234.50", decimal: ".", scale: 2, why: ambiguous},
		{text: "1.234.567", decimal: ".", scale: 3, why: ambiguous},
		{text: "1,234.5", decimal: ",", scale: 1, why: no},
		{text: "12x45", why: no},
		{text: "1e5", why: no},
		{text: "0x10", why: no},
		{text: "1_000", why: no},
		{text: "NaN", why: no},
		{text: "5-", why: no},
		{text: "(5)", why: no},
		{text: "5 %", why: no},
		{text: "5 kr", why: no},
		{text: "--5", why: no},
		{text: "-", why: no},
		{text: ",", scale: 2, why: no},
		{text: "5,", scale: 2, why: no},
		{text: "1,2,3", scale: 2, why: no},
		{text: "12 34", why: no},
		{text: "1 2345", why: no},
		{text: "1234 567", why: no},
		{text: "1 234'567", why: no},
		{text: "1  234", why: no},
		{text: "1,234 567", scale: 3, why: no},
		{text: "٣", why: no},
		{text: "1000000000000000000", why: large},
		{text: "10000000000000000", scale: 2, why: large},
		{text: "99999999999999999999999999999", why: large},
	} {
		t.Run(test.text, func(t *testing.T) {
			if test.decimal == "" {
				test.decimal = "auto"
			}
			n := newNumbers(Column{Type: Amount, Scale: test.scale}, test.decimal)
			got, why := n.parse([]byte(test.text))
			if got != test.want || why != test.why {
				t.Errorf("%d %q, want %d %q", got, why, test.want, test.why)
			}
		})
	}
}

func TestIntegersReachTheirLimits(t *testing.T) {
	n := newNumbers(Column{Type: Integer}, "auto")
	for _, v := range []int64{math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, 0} {
		if got, why := n.parse(fmt.Append(nil, v)); got != v || why != "" {
			t.Errorf("%d: %d %s", v, got, why)
		}
	}
	for _, text := range []string{"9223372036854775808", "-9223372036854775809", "18446744073709551616"} {
		if _, why := n.parse([]byte(text)); why != "number too large" {
			t.Errorf("%s: %q", text, why)
		}
	}
}

// What any writer makes of a number is read as that number.
func TestNumbersSurviveEveryWriting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := rapid.IntRange(0, 6).Draw(t, "scale")
		v := rapid.Int64Range(-largestAmount, largestAmount).Draw(t, "v")
		decimal := rapid.SampledFrom([]string{",", "."}).Draw(t, "decimal")
		group := rapid.SampledFrom([]string{"", " ", "\u00a0", "\u202f", "'"}).Draw(t, "group")
		minus := rapid.SampledFrom([]string{"-", "\u2212"}).Draw(t, "minus")
		declared := rapid.SampledFrom([]string{"auto", decimal}).Draw(t, "declared")

		text := writeNumber(v, scale, decimal, group, minus)
		n := newNumbers(Column{Type: Amount, Scale: scale}, declared)
		if got, why := n.parse([]byte(text)); got != v || why != "" {
			t.Fatalf("%q: %d %s, want %d", text, got, why, v)
		}
	})
}

func writeNumber(v int64, scale int, decimal, group, minus string) string {
	sign := ""
	if v < 0 {
		sign, v = minus, -v
	}
	digits := fmt.Sprintf("%0*d", scale+1, v)
	whole, decimals := digits[:len(digits)-scale], digits[len(digits)-scale:]
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	if scale > 0 {
		decimals = decimal + decimals
	}
	return sign + whole + decimals
}

func TestDatesAreReadStrictly(t *testing.T) {
	for _, test := range []struct {
		of           Type
		layout, text string
		want         string
		why          string
	}{
		{Date, "YYYY-MM-DD", "2025-01-31", "2025-01-31", ""},
		{Date, "YYYY-MM-DD", "2024-02-29", "2024-02-29", ""},
		{Date, "DD/MM/YYYY", "26/09/2002", "2002-09-26", ""},
		{Date, "YYYYMMDD", "20250131", "2025-01-31", ""},
		{Date, "YYYY-MM-DD 00:00:00", "2025-01-31 00:00:00", "2025-01-31", ""},
		{Month, "YYYY-MM", "2025-01", "2025-01", ""},
		{Month, "YYYYMM", "202501", "2025-01", ""},
		{Month, "YYYY-MM-DD", "2025-01-31", "2025-01", ""},
		{Year, "YYYY", "2025", "2025", ""},
		{Date, "YYYY-MM-DD", "2025-02-30", "", "no such date"},
		{Date, "YYYY-MM-DD", "2023-02-29", "", "no such date"},
		{Date, "YYYY-MM-DD", "1900-02-29", "", "no such date"},
		{Date, "YYYY-MM-DD", "2025-13-01", "", "no such date"},
		{Date, "YYYY-MM-DD", "2025-00-01", "", "no such date"},
		{Date, "YYYY-MM-DD", "0000-01-01", "", "no such date"},
		{Date, "YYYY-MM-DD", "2025-1-31", "", "not written as YYYY-MM-DD"},
		{Date, "YYYY-MM-DD", "2025/01/31", "", "not written as YYYY-MM-DD"},
		{Date, "YYYY-MM-DD", "2025-01-31T1", "", "not written as YYYY-MM-DD"},
		{Date, "YYYY-MM-DD", "+025-01-31", "", "not written as YYYY-MM-DD"},
		{Month, "YYYY-MM-DD", "2025-02-30", "", "no such date"},
		{Year, "YYYY", "20x5", "", "not written as YYYY"},
	} {
		t.Run(test.layout+" "+test.text, func(t *testing.T) {
			o := Options{Columns: []Column{{Name: "a", Type: test.of, Layout: test.layout}}}
			rows, account, err := readAll(t, "a\n"+test.text+"\n", o)
			if err != nil {
				t.Fatal(err)
			}
			var want table
			var rejects []string
			if test.why == "" {
				want = table{{"2", test.want}}
			} else {
				rejects = []string{"2 a " + test.why + " " + test.text}
			}
			if diff := cmp.Diff(want, rows) + cmp.Diff(rejects, rejected(account)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2500; day = day.AddDate(0, 0, 1) {
		year, month, d := day.Date()
		if want := day.Unix() / 86400; int64(days(year, int(month), d)) != want {
			t.Fatalf("%s: %d, want %d", day, days(year, int(month), d), want)
		}
	}
}

func TestCodesAreFoundByAnySpelling(t *testing.T) {
	o := Options{Missing: []string{"-"}, Columns: []Column{{
		Name: "form", Type: Code, List: "legal_form",
		Codes: map[string]string{"61": "61", "ideell förening": "61", "stiftelse": "72"},
	}}}
	text := "form\n61\nIdeell  Förening \n STIFTELSE\n-\nIdeell Förening\nAktiebolaget\n"
	rows, account, err := readAll(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	want := table{{"2", "61"}, {"3", "61"}, {"4", "72"}, {"5", "∅"}, {"6", "61"}}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"7 form no code of legal_form Aktiebolaget"}, rejected(account)); diff != "" {
		t.Error(diff)
	}
}

func TestSymbolsAreNotZero(t *testing.T) {
	o := plain()
	o.Missing, o.Suppressed = []string{".."}, []string{"…", "."}
	o.Columns[1].Required = true
	o.Columns = append(o.Columns, Column{Name: "d", Type: Integer, Optional: true})
	text := "a;b;c\n..;y;..\n.;y;.\nx;y;\nx;y;…\nx;y;0\nx;..;1\nx;;2\n"
	rows, account, err := readAll(t, text, o)
	if err != nil {
		t.Fatal(err)
	}
	want := table{
		{"2", "∅", "y", "∅", "missing", "∅", "∅"},
		{"3", "∅", "y", "∅", "suppressed", "∅", "∅"},
		{"4", "x", "y", "∅", "missing", "∅", "∅"},
		{"5", "x", "y", "∅", "suppressed", "∅", "∅"},
		{"6", "x", "y", "0.00", "∅", "∅", "∅"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	if got := strings.Join(rejected(account), "|"); got != "7 b no value where one is required ..|8 b no value where one is required" {
		t.Error(got)
	}
}
