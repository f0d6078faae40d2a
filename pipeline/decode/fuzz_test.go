package decode

import (
	"testing"
	"unicode/utf8"
)

// FuzzCSV reads anything as a ledger: it never panics, every line is in a
// record or a reject, sums are conserved, what comes out is valid UTF-8, and
// chunks change nothing.
func FuzzCSV(f *testing.F) {
	const header = "leverantor;leverantor_id;datum;belopp\n"
	for _, rows := range []string{
		"", "x;5560160680;2025-01-01;1,5\n", "\"x\n;\";811218-9876;2025-02-30;1e5\r\n", "\"x;;;\ny;;2025-01-01;1\n",
		"\xe5;;;\x00\r;;;", "x;\"\"\"\";2025-01-01;\u22121\u00a0000,50\n", "\n \n;;;\n",
	} {
		f.Add([]byte(header+rows), uint8(0), uint8(20))
		f.Add([]byte("\xff\xfeb\x00;\x00"+rows), uint8(2), uint8(1))
	}
	f.Fuzz(func(t *testing.T, data []byte, encoding, chunk uint8) {
		o := ledger()
		o.Encoding = []string{"auto", "utf-8", "utf-16", "windows-1252", "iso-8859-1"}[encoding%5]
		for i := range o.Columns {
			o.Columns[i].Optional = i > 0
		}
		o.Suppressed, o.MaxRow = []string{".."}, 64
		o.chunk, o.Workers = int(chunk)+1, 2
		rows, account, err := readAll(t, string(data), o)
		if err != nil {
			return
		}
		for _, row := range rows {
			for _, cell := range row {
				if !utf8.ValidString(cell) {
					t.Fatalf("%q is not UTF-8", cell)
				}
			}
		}
		for _, r := range account.Rejects {
			if !utf8.ValidString(r.Text) || !utf8.ValidString(r.Column) {
				t.Fatalf("%v is not UTF-8", r)
			}
		}
		text := string(data)
		if account.Encoding == "utf-16" {
			text = "" // its lines are not those of the bytes
		}
		conserves(t, text, rows, account)
	})
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"", "-1.234,50", "1 000", "\u22120,5", "1e5", "9223372036854775807"} {
		f.Add(seed, uint8(2))
	}
	f.Fuzz(func(t *testing.T, text string, scale uint8) {
		n := newNumbers(Column{Type: Amount, Scale: int(scale % 19)}, "auto")
		v, why := n.parse([]byte(text))
		if why != "" {
			return
		}
		written := writeNumber(v, n.scale, ",", "", "-")
		if again, why := n.parse([]byte(written)); again != v || why != "" {
			t.Fatalf("%q is %d, written %q is %d %s", text, v, written, again, why)
		}
	})
}
