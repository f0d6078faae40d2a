package decode

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

// encode writes text in an encoding, "+bom" with a byte order mark.
func encode(t rapid.TB, text, encoding string) string {
	t.Helper()
	var out string
	var err error
	switch encoding {
	case "utf-8":
		return text
	case "utf-8+bom":
		return "\ufeff" + text
	case "utf-16le":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	case "utf-16be":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	case "utf-16le+bom":
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	case "utf-16be+bom":
		out, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case "windows-1252":
		out, err = charmap.Windows1252.NewEncoder().String(text)
	case "iso-8859-1":
		out, err = charmap.ISO8859_1.NewEncoder().String(text)
	default:
		t.Fatalf("no encoding %q", encoding)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodingsAreReadAndDetected(t *testing.T) {
	text := "a;b;c\nÅäö é;½\u00a0°;1\nplain;text;2\n"
	want := table{{"2", "Åäö é", "½\u00a0°", "1.00"}, {"3", "plain", "text", "2.00"}}
	for _, test := range []struct{ written, declared, found string }{
		{"utf-8", "auto", "utf-8"},
		{"utf-8", "utf-8", "utf-8"},
		{"utf-8+bom", "auto", "utf-8"},
		{"utf-8+bom", "utf-8", "utf-8"},
		{"utf-16le+bom", "auto", "utf-16"},
		{"utf-16be+bom", "auto", "utf-16"},
		{"utf-16le+bom", "utf-16", "utf-16"},
		{"utf-16le", "utf-16", "utf-16"},
		{"utf-16be", "utf-16", "utf-16"},
		{"windows-1252", "auto", "windows-1252"},
		{"windows-1252", "windows-1252", "windows-1252"},
		{"iso-8859-1", "iso-8859-1", "iso-8859-1"},
	} {
		t.Run(test.written+" as "+test.declared, func(t *testing.T) {
			o := plain()
			o.Encoding = test.declared
			rows, account, err := readAll(t, encode(t, text, test.written), o)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, rows); diff != "" || account.Encoding != test.found {
				t.Errorf("encoding %s\n%s", account.Encoding, diff)
			}
		})
	}
}

func TestCharactersBeyondSixteenBits(t *testing.T) {
	for _, encoding := range []string{"utf-16le+bom", "utf-16be+bom"} {
		rows, _, err := readAll(t, encode(t, "a;b;c\n𝄞 clef;€;1\n", encoding), plain())
		if err != nil || rows[0][1] != "𝄞 clef" || rows[0][2] != "€" {
			t.Errorf("%s: %v, %v", encoding, rows, err)
		}
	}
}

// A file that is plain ASCII for longer than a chunk and windows-1252 later
// reads as windows-1252 throughout.
func TestTheFirstAccentDecides(t *testing.T) {
	ascii := strings.Repeat("plain;text;1\n", 1000)
	for _, encoding := range []string{"utf-8", "windows-1252"} {
		o := plain()
		o.chunk = 64
		rows, account, err := readAll(t, "a;b;c\n"+ascii+encode(t, "Skåne;Mälardalen;2\n", encoding)+ascii, o)
		if err != nil || account.Rejected != 0 || account.Encoding != encoding {
			t.Fatalf("%s: %v %v %v", encoding, account.Encoding, rejected(account), err)
		}
		if rows[1000][1] != "Skåne" || rows[1000][2] != "Mälardalen" {
			t.Errorf("%s: %v", encoding, rows[1000])
		}
	}
}

// A character that the end of the first bytes cuts in two decides nothing.
func TestACharacterCutInTwoIsNoStrayByte(t *testing.T) {
	for chunk := 12; chunk < 40; chunk++ {
		o := plain()
		o.chunk, o.MaxRow = chunk, 10
		_, account, err := readAll(t, "a;b;c\nxxxx;y;1\nåå;y;2\n", o)
		if err != nil || account.Encoding != "utf-8" {
			t.Errorf("chunks of %d: %s, %v", chunk, account.Encoding, err)
		}
	}
}

// One stray byte does not turn a UTF-8 file into mojibake: its row is lost,
// and that is said.
func TestAStrayByteIsARejectInAUTF8File(t *testing.T) {
	text := "a;b;c\nSkåne;Mälardalen;1\nSk\xe5ne;x;2\nÅmål;y;3\n"
	for _, encoding := range []string{"auto", "utf-8"} {
		for _, chunk := range []int{0, 10} {
			o := plain()
			o.Encoding, o.chunk = encoding, chunk
			rows, account, err := readAll(t, text, o)
			if err != nil {
				t.Fatal(err)
			}
			want := table{{"2", "Skåne", "Mälardalen", "1.00"}, {"4", "Åmål", "y", "3.00"}}
			if diff := cmp.Diff(want, rows); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"3 not valid UTF-8 Sk\ufffdne;x;2"}, rejected(account)); diff != "" {
				t.Error(diff)
			}
		}
	}
}

func TestAFileInAnotherEncodingThanDeclared(t *testing.T) {
	text := "a;b;c\nSkåne;Mälardalen;1\n"
	for _, test := range []struct{ written, declared, want string }{
		{"utf-8", "windows-1252", "f.csv: declared as windows-1252, but it reads as utf-8"},
		{"utf-8", "iso-8859-1", "f.csv: declared as iso-8859-1, but it reads as utf-8"},
		{"utf-8", "utf-16", "f.csv: declared as utf-16, but it has neither a byte order mark nor a zero byte"},
		{"utf-8+bom", "windows-1252", "f.csv: declared as windows-1252, but it begins with the byte order mark of utf-8"},
		{"utf-16le+bom", "utf-8", "f.csv: declared as utf-8, but it begins with the byte order mark of utf-16"},
		{"utf-16le", "auto", "f.csv: this looks like UTF-16 without a byte order mark (encoding: utf-16); no header row: missing a, b, c"},
	} {
		o := plain()
		o.File, o.Encoding = "f.csv", test.declared
		_, _, err := readAll(t, encode(t, text, test.written), o)
		if err == nil || err.Error() != test.want {
			t.Errorf("%s as %s: %v", test.written, test.declared, err)
		}
	}
	o := plain()
	o.Encoding = "utf-8"
	_, account, err := readAll(t, encode(t, text, "windows-1252"), o)
	if err != nil || account.Rejected != 1 || account.Rejects[0].Reason != "not valid UTF-8" {
		t.Errorf("windows-1252 as utf-8: %v, %v", rejected(account), err)
	}
}

func TestBytesThatAreNoCharacterAreRejects(t *testing.T) {
	for _, test := range []struct{ encoding, text, want string }{
		{"windows-1252", "a;b;c\n\xe5\x81;y;1\n", "2 a the byte 0x81 is no character of windows-1252 å"},
		{"iso-8859-1", "a;b;c\n\x96;y;1\n", "2 a the byte 0x96 is no character of iso-8859-1"},
		{"utf-16", encode(t, "a;b;c\nx", "utf-16le") + "\x00\xd8" + encode(t, ";y;1\n", "utf-16le"), "2 not valid UTF-16 x\ufffd;y;1"},
		{"utf-16", encode(t, "a;b;c\nx;y;1", "utf-16le") + "0", "2 not valid UTF-16 x;y;1\ufffd"},
	} {
		o := plain()
		o.Encoding = test.encoding
		_, account, err := readAll(t, test.text, o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{test.want}, rejected(account)); diff != "" {
			t.Error(test.encoding, diff)
		}
	}
}

// Readers that deliver a few bytes at a time, with an error at the end.
func TestUTF16IsReadFromSlowReaders(t *testing.T) {
	broken := errors.New("disk on fire")
	text := encode(t, "a;b;c\n"+strings.Repeat("𝄞𝄞;y;1\n", 200), "utf-16be+bom")
	for _, end := range []error{nil, broken} {
		r, err := CSV(&slowReader{text: text, err: end}, plain())
		if end != nil {
			if !errors.Is(err, broken) {
				t.Errorf("error %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		defer r.Release()
		if rows, _, err := drain(r); err != nil || len(rows) != 200 || rows[199][1] != "𝄞𝄞" {
			t.Errorf("%d rows, %v", len(rows), err)
		}
	}
}
