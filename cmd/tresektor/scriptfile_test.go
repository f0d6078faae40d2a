package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"

	"tresektor/pipeline/warehouse"
)

// editCmd: edit FILE OLD NEW replaces the only OLD in a file. Both may hold
// the escapes of Go, such as \x00 and \n.
func editCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 3, "edit FILE OLD NEW")
	text, before, after := ts.ReadFile(args[0]), unescape(ts, args[1]), unescape(ts, args[2])
	if n := strings.Count(text, before); n != 1 {
		ts.Fatalf("edit: %s has %q %d times", args[0], before, n)
	}
	write(ts, args[0], strings.Replace(text, before, after, 1))
}

// fillCmd: fill FILE TEXT TIMES appends a text so many times.
func fillCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 3, "fill FILE TEXT TIMES")
	times, err := strconv.Atoi(args[2])
	ts.Check(err)
	file, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY|os.O_APPEND, 0)
	ts.Check(err)
	defer file.Close()
	_, err = file.WriteString(strings.Repeat(unescape(ts, args[1]), times))
	ts.Check(err)
}

// cutCmd: cut FILE BYTES takes bytes away from the end of a file.
func cutCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "cut FILE BYTES")
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	write(ts, args[0], text[:len(text)-n])
}

// zipCmd: zip ARCHIVE FILE… packs files, without their folders.
func zipCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) < 2, "zip ARCHIVE FILE...")
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, file := range args[1:] {
		member, err := archive.Create(filepath.Base(file))
		ts.Check(err)
		_, err = member.Write([]byte(ts.ReadFile(file)))
		ts.Check(err)
	}
	ts.Check(archive.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// encodeCmd: encode FILE writes a file anew in windows-1252.
func encodeCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "encode FILE")
	text, err := charmap.Windows1252.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	write(ts, args[0], text)
}

// messageCmd: message FILE writes what the last command said of its error,
// without the steps before, to a file.
func messageCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "message FILE")
	text := ts.ReadFile("stderr")
	start := strings.Index(text, "tresektor: error:")
	if start < 0 {
		ts.Fatalf("there is no error in stderr")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text[start:]), 0o644))
}

func unescape(ts *testscript.TestScript, text string) string {
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(text, `"`, `\"`) + `"`)
	ts.Check(err)
	return out
}

func write(ts *testscript.TestScript, file, text string) {
	ts.Check(os.Chmod(ts.MkAbs(file), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o644))
}

// jsonCmd: json FILE PATH=VALUE… reads JSON, which must be all there is, and
// compares values: a path is made of keys and indexes with points between.
func jsonCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) == 0, "json FILE PATH=VALUE…")
	var all any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &all))
	for _, each := range args[1:] {
		path, want, _ := strings.Cut(each, "=")
		got, err := at(all, path)
		ts.Check(err)
		if fmt.Sprint(got) != want {
			ts.Fatalf("%s is %v, want %s", path, got, want)
		}
	}
}

func at(value any, path string) (any, error) {
	for key := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			next, found := v[key]
			if !found {
				return nil, fmt.Errorf("%s: there is no %s", path, key)
			}
			value = next
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(v) {
				return nil, fmt.Errorf("%s: there is no %s of %d", path, key, len(v))
			}
			value = v[i]
		default:
			return nil, fmt.Errorf("%s: there is nothing below %v", path, value)
		}
	}
	return value, nil
}

// absentCmd: absent DIR TEXT… looks for texts in every file of a workspace
// but the publisher's own in inbox/ and state/snapshots/. The database and
// the trace are compressed, so they are read row by row. With ! the texts
// must be found, which shows that the looking works.
func absentCmd(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, len(args) < 2, "[!] absent DIR TEXT…")
	for _, text := range args[1:] {
		found := ""
		for name, content := range contents(ts, ts.MkAbs(args[0])) {
			if bytes.Contains(content, []byte(text)) {
				found = name
			}
		}
		if neg != (found != "") {
			ts.Fatalf("%q: found in %q", text, found)
		}
	}
}

func contents(ts *testscript.TestScript, dir string) map[string][]byte {
	all := map[string][]byte{}
	ts.Check(filepath.WalkDir(dir, func(path string, each fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		switch {
		case err != nil:
			return err
		case name == "inbox", name == filepath.Join("state", "snapshots"):
			return fs.SkipDir
		case filepath.Ext(name) == ".duckdb":
			all[name] = database(ts, path)
		case filepath.Ext(name) == ".parquet":
			all[name] = parquet(ts, path)
		case each.Type().IsRegular():
			all[name], err = os.ReadFile(path)
		}
		return err
	}))
	return all
}

func database(ts *testscript.TestScript, path string) []byte {
	wh, err := warehouse.Open(context.Background(), path, warehouse.Options{})
	ts.Check(err)
	defer wh.Close()
	var out []byte
	for _, name := range texts(ts, wh, "select table_name from duckdb_tables()") {
		out = append(out, strings.Join(texts(ts, wh, `select x::varchar from "`+name+`" as x`), "\n")...)
	}
	return out
}

func parquet(ts *testscript.TestScript, path string) []byte {
	wh, err := warehouse.OpenFiles(context.Background())
	ts.Check(err)
	defer wh.Close()
	ts.Check(wh.View(context.Background(), "x", []string{path}))
	return []byte(strings.Join(texts(ts, wh, "select x::varchar from x"), "\n"))
}

func texts(ts *testscript.TestScript, wh *warehouse.Warehouse, sql string) (list []string) {
	rows, err := wh.Query(context.Background(), sql)
	ts.Check(err)
	defer rows.Close()
	for rows.Next() {
		var text string
		ts.Check(rows.Scan(&text))
		list = append(list, text)
	}
	ts.Check(rows.Err())
	return list
}
