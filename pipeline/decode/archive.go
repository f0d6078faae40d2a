package decode

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// An ArchiveError says why a zip archive or gzip file could not be unpacked.
type ArchiveError struct {
	What    string   // what is wrong
	Members []string // the files of the archive, where there is a choice of them
	Next    string   // what to do, where that is known
}

func (e *ArchiveError) Error() string {
	if len(e.Members) == 0 {
		return e.What
	}
	return e.What + ": " + strings.Join(e.Members, ", ")
}

// Hint says what to do about it.
func (e *ArchiveError) Hint() string { return e.Next }

const fetchAgain = "fetch the file again and compare its size with what the publisher says"

// unzip finds the one member that is data, and opens it. A workbook is left
// as it stands: it is a zip archive too, but not one of text.
func (f *File) unzip(size int64, isMember func(string) bool) error {
	archive, err := zip.NewReader(f.stored, size)
	if err != nil {
		return &ArchiveError{What: "the zip archive is cut off or damaged: " + err.Error(), Next: fetchAgain}
	}
	if isWorkbook(archive.File) {
		return nil
	}
	member, err := oneMember(archive.File, isMember)
	if err != nil {
		return err
	}
	text, err := member.Open()
	if err != nil {
		return inMember(member.Name, err)
	}
	f.text = limited(zipText{text, member.Name}, int64(member.CompressedSize64))
	return nil
}

func isWorkbook(files []*zip.File) bool {
	for _, f := range files {
		if f.Name == "[Content_Types].xml" {
			return true
		}
	}
	return false
}

// mostListed is how many members an error names.
const mostListed = 20

func oneMember(files []*zip.File, isMember func(string) bool) (*zip.File, error) {
	var all, fitting []*zip.File
	var names []string
	for _, f := range files {
		if isClutter(f) {
			continue
		}
		all = append(all, f)
		if len(names) < mostListed {
			names = append(names, maskText(f.Name))
		}
		if isMember == nil || isMember(path.Base(f.Name)) {
			fitting = append(fitting, f)
		}
	}
	switch {
	case len(all) == 0:
		return nil, &ArchiveError{What: "the zip archive holds no file", Next: fetchAgain}
	case len(fitting) == 1:
		return checkMember(fitting[0])
	case len(fitting) == 0:
		return nil, &ArchiveError{
			What: "no file in the zip archive has the name that member: asks for", Members: names,
			Next: "correct member: in the manifest",
		}
	}
	return nil, &ArchiveError{
		What: fmt.Sprintf("%d files in the zip archive could be the data, and one is read", len(fitting)), Members: names,
		Next: "say in the manifest which one: member: with a pattern for its name, such as '*.txt'",
	}
}

// isClutter tells folders, and what a Mac adds, from data.
func isClutter(f *zip.File) bool {
	return strings.HasSuffix(f.Name, "/") || strings.HasPrefix(f.Name, "__MACOSX/") || path.Base(f.Name) == ".DS_Store"
}

func checkMember(f *zip.File) (*zip.File, error) {
	switch {
	case f.Flags&1 != 0:
		return nil, &ArchiveError{What: maskText(f.Name) + " in the zip archive is encrypted", Next: "unpack it with its password and deliver the file itself"}
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return nil, &ArchiveError{
			What: fmt.Sprintf("%s in the zip archive is packed by method %d; only deflate (8) and none (0) are read", maskText(f.Name), f.Method),
			Next: "unpack it and deliver the file itself, as it is or as gzip",
		}
	}
	return f, nil
}

// zipText and gzipText read an unpacked text with errors in words.
type zipText struct {
	io.Reader
	name string
}

func (z zipText) Read(p []byte) (int, error) {
	n, err := z.Reader.Read(p)
	return n, inMember(z.name, err)
}

type gzipText struct{ io.Reader }

func (g gzipText) Read(p []byte) (int, error) {
	n, err := g.Reader.Read(p)
	return n, inGzip(err)
}

func inMember(name string, err error) error {
	return packed(maskText(name)+" in the zip archive", err)
}

func inGzip(err error) error { return packed("the gzip file", err) }

// packed says what an error of unpacking means.
func packed(what string, err error) error {
	corrupt := flate.CorruptInputError(0)
	switch {
	case err == nil, err == io.EOF:
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &ArchiveError{What: what + " is cut off before its end", Next: fetchAgain}
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrChecksum):
		return &ArchiveError{What: what + " is damaged: what it holds does not have its checksum", Next: fetchAgain}
	case errors.Is(err, zip.ErrFormat), errors.Is(err, gzip.ErrHeader), errors.As(err, &corrupt):
		return &ArchiveError{What: what + " is damaged: " + err.Error(), Next: fetchAgain}
	}
	return fmt.Errorf("%s: %w", what, err)
}
