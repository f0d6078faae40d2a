package pipeline

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"tresektor/pipeline/serve"
)

// A ServeError is an address or a folder that cannot be served.
type ServeError struct {
	What  string
	Cause error
}

func (e *ServeError) Error() string { return fmt.Sprintf("serve %s: %v", e.What, e.Cause) }

func (e *ServeError) Unwrap() error { return e.Cause }

// Hint says what to do about it.
func (e *ServeError) Hint() string {
	if errors.Is(e.Cause, os.ErrNotExist) {
		return "there are no editions yet: run tresektor refresh"
	}
	return "choose another --address, such as 127.0.0.1:8081"
}

// Time that a reader has to ask, and that answers have to end when the server
// is stopped.
const (
	askingTime   = 10 * time.Second
	stoppingTime = 5 * time.Second
)

// Serve shows the workspace's editions on an address until ctx ends, and then
// lets answers that have begun come to their end. It reads editions alone and
// opens no database. Ready is told the address once it answers.
func Serve(ctx context.Context, o Options, address string, ready func(url string)) error {
	if _, err := os.Stat(filepath.Join(o.Dir, "tresektor.yaml")); err != nil {
		return &NoWorkspaceError{Dir: o.Dir, Cause: err}
	}
	dir := (&session{Options: o}).editions()
	handler, root, err := serve.Handler(dir)
	if err != nil {
		return &ServeError{dir, err}
	}
	defer root.Close()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return &ServeError{address, err}
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: askingTime, IdleTimeout: time.Minute, MaxHeaderBytes: 16 << 10}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	ready("http://" + listener.Addr().String() + "/")
	select {
	case err := <-ended:
		return &ServeError{address, err}
	case <-ctx.Done():
	}
	return stop(context.WithoutCancel(ctx), server)
}

// stop lets answers end, and ends those that take too long.
func stop(ctx context.Context, server *http.Server) error {
	ctx, cancel := context.WithTimeout(ctx, stoppingTime)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return server.Close()
	}
	return nil
}
