// Package px writes a cube as a PX file, which PxWeb, PxWin and the statistical
// offices' own tools read: in Swedish and English, with codes, notes, units and
// times. A cell without a number is the symbol that says why: "." not
// applicable, ".." missing, "..." suppressed. None of them is 0, and "-", which
// PX readers take for zero, is never written.
//
// The file keeps to what PxWeb's reference reader asks of one: every mandatory
// keyword, CODEPAGE on a line of its own near the top, variables before their
// values and values before what is said of them.
package px

import (
	"bufio"
	"io"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

// Write writes c as one PX file. The dimensions are the stub and the kinds of
// number the heading, so that a line of data is a row of the table. The notes
// in c.Left() are not in it.
func Write(w io.Writer, c cube.Cube) error {
	f := file{out: bufio.NewWriter(w), cube: c}
	for _, language := range languages() {
		f.views = append(f.views, newView(c, language))
	}
	f.head()
	f.variables()
	f.contents()
	f.notes()
	f.data()
	return f.out.Flush() // holds the first error of all the writes
}

// languages of a file, the default one first.
func languages() []string { return []string{edition.Swedish, edition.English} }

// A file is a PX file being written.
type file struct {
	out   *bufio.Writer
	cube  cube.Cube
	views []view // one for each language
}

func (f *file) head() {
	t := f.cube.Table
	f.text("CHARSET", "ANSI") // what the reference writer puts, whatever the encoding is
	f.text("AXIS-VERSION", "2013")
	f.text("CODEPAGE", "utf-8")
	f.text("LANGUAGE", languages()[0])
	f.texts("LANGUAGES", languages())
	f.text("CREATION-DATE", moment(t.Updated))
	if t.NextUpdate != "" {
		f.text("NEXT-UPDATE", moment(t.NextUpdate))
	}
	f.decimals()
	f.text("MATRIX", matrix(f.cube.Name))
	f.bare("AGGREGALLOWED", "NO") // shares cannot be added, and totals are in the file
	f.text("SUBJECT-CODE", "tresektor")
	f.each("SUBJECT-AREA", func(v view) string { return subject().In(v.language) })
	f.each("DESCRIPTION", func(v view) string { return t.Title.In(v.language) })
	f.each("TITLE", view.title)
	f.bare("DESCRIPTIONDEFAULT", "YES")
	f.each("CONTENTS", func(v view) string { return t.Title.In(v.language) })
}

func subject() edition.Text {
	return edition.Text{SV: "Offentlig, privat och idéburen välfärd", EN: "Public, private and non-profit (idéburen) welfare"}
}

// decimals are stored as many as the most precise number has, and shown as
// many as the least precise one; PRECISION says it of the others.
func (f *file) decimals() {
	stored, shown := 0, mostShown
	for _, i := range f.cube.Metrics {
		stored = max(stored, f.cube.Table.Fields[i].Decimals)
		shown = min(shown, f.cube.Table.Fields[i].Decimals)
	}
	f.number("DECIMALS", min(stored, mostDecimals))
	f.number("SHOWDECIMALS", shown)
}

// data writes one line for every combination of the dimensions.
func (f *file) data() {
	f.out.WriteString("DATA=\r\n")
	for i, value := range f.cube.Values {
		if value == "" {
			value = `"` + f.cube.Symbols[i] + `"`
		}
		f.out.WriteString(value)
		f.out.WriteByte(' ')
		if (i+1)%len(f.cube.Metrics) == 0 {
			f.out.WriteString("\r\n")
		}
	}
	f.out.WriteString(";\r\n")
}

// moment is a day as PX writes it: "20261122 00:00".
func moment(day string) string { return strings.ReplaceAll(day, "-", "") + " 00:00" }
