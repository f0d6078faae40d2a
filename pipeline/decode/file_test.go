package decode

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const aLedger = "leverantor;leverantor_id;datum;belopp\nAttendo AB;556016-0680;2025-01-31;1234,50\n"

func zipped(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err == nil {
			_, err = io.WriteString(f, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := io.WriteString(w, text)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readFile decodes a stored file as the pipeline does.
func readFile(t *testing.T, content []byte, isMember func(string) bool) (table, Account, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "stored")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, isMember)
	if err != nil {
		return nil, Account{}, err
	}
	defer f.Close()
	r, err := CSV(f, ledger())
	if err != nil {
		return nil, Account{}, err
	}
	defer r.Release()
	rows, account, err := drain(r)
	if err == nil {
		want := sha256.Sum256(content)
		if got, err := f.SHA256(); err != nil || got != hex.EncodeToString(want[:]) {
			t.Errorf("SHA-256 is %s (%v), not that of the stored file", got, err)
		}
	}
	return rows, account, err
}

func TestPackedFilesReadAsTheirText(t *testing.T) {
	isTxt := func(name string) bool { return strings.HasSuffix(name, ".txt") }
	stored := zipped(t, "a.txt", aLedger)
	for _, test := range []struct {
		name     string
		content  []byte
		isMember func(string) bool
	}{
		{"as it stands", []byte(aLedger), nil},
		{"gzip", gzipped(t, aLedger), nil},
		{"gzip in two parts", append(gzipped(t, aLedger[:40]), gzipped(t, aLedger[40:])...), nil},
		{"zip", stored, nil},
		{"zip with a folder and what a Mac adds", zipped(t, "data/", "", "data/a.txt", aLedger, "__MACOSX/data/._a.txt", "x", "data/.DS_Store", "x"), nil},
		{"zip with a member that is named", zipped(t, "readme.md", "x", "data/a.txt", aLedger), isTxt},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows, account, err := readFile(t, test.content, test.isMember)
			if err != nil {
				t.Fatal(err)
			}
			want := table{{"2", "se:5560160680", "organisation", "Attendo AB", "2025-01-31", "1234.50"}}
			if diff := cmp.Diff(want, rows); diff != "" || account.Rows != 1 {
				t.Error(diff, account)
			}
		})
	}
}

func TestArchivesThatCannotBeReadSayWhy(t *testing.T) {
	whole := zipped(t, "a.txt", aLedger+strings.Repeat("Attendo AB;556016-0680;2025-01-31;1,50\n", 1000))
	packed := gzipped(t, aLedger+strings.Repeat("Attendo AB;556016-0680;2025-01-31;1,50\n", 1000))
	changed := func(file []byte, at int, to byte) []byte {
		file = bytes.Clone(file)
		file[at] = to
		return file
	}
	directory := bytes.Index(whole, []byte("PK\x01\x02"))
	isTxt := func(name string) bool { return strings.HasSuffix(name, ".txt") }
	for _, test := range []struct {
		name     string
		content  []byte
		isMember func(string) bool
		want     string
	}{
		{"two files", zipped(t, "a.txt", "", "b.txt", "", "readme.md", ""), nil, "3 files in the zip archive could be the data, and one is read: a.txt, b.txt, readme.md"},
		{"two files with the name", zipped(t, "a.txt", "", "b.txt", ""), isTxt, "2 files in the zip archive could be the data, and one is read: a.txt, b.txt"},
		{"no file with the name", zipped(t, "a.csv", "", "b.csv", ""), isTxt, "no file in the zip archive has the name that member: asks for: a.csv, b.csv"},
		{"no file", zipped(t), nil, "the zip archive holds no file"},
		{"a zip archive that is cut off", whole[:len(whole)-30], nil, "the zip archive is cut off or damaged: zip: not a valid zip file"},
		{"an encrypted file", changed(whole, directory+8, whole[directory+8]|1), nil, "a.txt in the zip archive is encrypted"},
		{"another method", changed(whole, directory+10, 9), nil, "a.txt in the zip archive is packed by method 9; only deflate (8) and none (0) are read"},
		{"another checksum", changed(whole, directory+16, whole[directory+16]+1), nil, "a.txt in the zip archive is damaged: what it holds does not have its checksum"},
		{"damaged bytes", changed(whole, 60, whole[60]^0x55), nil, "a.txt in the zip archive is damaged"},
		{"a gzip file that is cut off", packed[:len(packed)-20], nil, "the gzip file is cut off before its end"},
		{"a gzip file with another checksum", changed(packed, len(packed)-8, packed[len(packed)-8]+1), nil, "the gzip file is damaged: what it holds does not have its checksum"},
		{"a gzip file with something after it", append(bytes.Clone(packed), "hello"...), nil, "the gzip file is"},
		{"only the beginning of gzip", packed[:6], nil, "the gzip file is cut off before its end"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := readFile(t, test.content, test.isMember)
			archive := (*ArchiveError)(nil)
			if !errors.As(err, &archive) || archive.Hint() == "" || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want %s and a hint", err, test.want)
			}
		})
	}
}

// What is unpacked is bounded by a hundred times the packed size, or 256 MiB.
func TestAnArchiveThatHoldsTooMuchIsRefused(t *testing.T) {
	for size, want := range map[int64]int64{1: 256 << 20, 1 << 30: 100 << 30} {
		if got := limited(nil, size).(*limit).left; got != want {
			t.Errorf("%d packed bytes may hold %d, want %d", size, got, want)
		}
	}
	text, err := io.ReadAll(&limit{text: strings.NewReader("four"), left: 4, size: 1})
	if string(text) != "four" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	_, err = CSV(&limit{text: strings.NewReader(aLedger), left: int64(len(aLedger)) - 1, size: 1}, ledger())
	archive := (*ArchiveError)(nil)
	if !errors.As(err, &archive) || archive.Error() != "1 packed bytes hold more than 100 times as many and more than 256 MiB" {
		t.Errorf("error is %v", err)
	}
}

// A workbook is a zip archive that is not unpacked here, and the error about
// it says what it is.
func TestAWorkbookIsLeftAsItIs(t *testing.T) {
	_, _, err := readFile(t, zipped(t, "[Content_Types].xml", "x", "xl/workbook.xml", "x"), nil)
	if err == nil || !strings.Contains(err.Error(), "zip archive or XLSX, not CSV") {
		t.Errorf("error is %v", err)
	}
}
