package pipeline_test

import (
	"context"
	"crypto/sha256"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"testing"
	"time"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

// largeEdition is a workspace with an edition that has one file, too large for
// what machines keep of it on the way to a reader.
func largeEdition(t *testing.T) (dir, path string, content []byte) {
	t.Helper()
	dir = smallWorkspace(t, nil)
	content = make([]byte, 32<<20)
	rand.NewChaCha8([32]byte{1}).Read(content)
	editions := filepath.Join(dir, "editions")
	c, err := edition.NewCandidate(editions)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Write("tables/share.parquet", func(w io.Writer) error { _, err := w.Write(content); return err }); err != nil {
		t.Fatal(err)
	}
	id, err := c.Seal(edition.Manifest{Date: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	if err := edition.Publish(editions, edition.Event{Action: edition.ActionPublished, Date: "2026-11-22", Edition: id, Current: id}); err != nil {
		t.Fatal(err)
	}
	return dir, id + "/tables/share.parquet", content
}

// TestAnAnswerThatHasBegunIsEnded stops the server while a reader has a small part
// of a file: the rest comes, nobody new is answered, and the server ends in order.
func TestAnAnswerThatHasBegunIsEnded(t *testing.T) {
	dir, path, content := largeEdition(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- pipeline.Serve(ctx, options(dir), "127.0.0.1:0", func(url string) { ready <- url })
	}()
	var address string
	select {
	case address = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	answer, err := http.Get(address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	got := sha256.New()
	if _, err := io.CopyN(got, answer.Body, 1000); err != nil {
		t.Fatal(err)
	}
	stop()
	refused(t, address)
	if _, err := io.Copy(got, answer.Body); err != nil || [32]byte(got.Sum(nil)) != sha256.Sum256(content) {
		t.Errorf("the rest of the answer: %v", err)
	}
	if err := <-ended; err != nil {
		t.Errorf("the server ended with %v", err)
	}
}

// refused waits until nobody answers on an address.
func refused(t *testing.T, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		c, err := net.Dial("tcp", u.Host)
		if err != nil {
			return
		}
		c.Close()
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("a server that is stopped still answers")
}
