package decode

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
)

// A File is a stored file whose text is read as a stream: as it stands, or
// unpacked on the way when its first bytes say that it is gzip or zip. Nothing
// is unpacked to disk, and no more of it is held in memory than is being read.
type File struct {
	stored *os.File
	text   io.Reader
	hash   hash.Hash // of the stored bytes that were read in order
}

// Open opens a file. A zip archive must hold exactly one file of data whose
// name isMember accepts (nil accepts all); what is wrong with an archive is an
// *ArchiveError, from Open or from Read.
func Open(path string, isMember func(name string) bool) (*File, error) {
	stored, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f := &File{stored: stored, hash: sha256.New()}
	if err := f.unpack(isMember); err != nil {
		stored.Close()
		return nil, err
	}
	return f, nil
}

// unpack decides by the first bytes how the text is to be read.
func (f *File) unpack(isMember func(string) bool) error {
	about, err := f.stored.Stat()
	if err != nil {
		return err
	}
	head := make([]byte, 4)
	n, err := f.stored.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head, f.text = head[:n], io.TeeReader(f.stored, f.hash)
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		unpacked, err := gzip.NewReader(f.text)
		if err != nil {
			return inGzip(err)
		}
		f.text = limited(gzipText{unpacked}, about.Size())
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return f.unzip(about.Size(), isMember)
	}
	return nil
}

// Read reads the text.
func (f *File) Read(p []byte) (int, error) { return f.text.Read(p) }

// Close closes the file.
func (f *File) Close() error { return f.stored.Close() }

// SHA256 is that of the stored bytes, all of them, packed or not. What Read
// has not reached, which is all of a zip archive since it is read out of order,
// is read now; there is no more to Read after it.
func (f *File) SHA256() (string, error) {
	if _, err := io.Copy(f.hash, f.stored); err != nil {
		return "", err
	}
	return hex.EncodeToString(f.hash.Sum(nil)), nil
}
