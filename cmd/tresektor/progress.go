package main

import (
	"context"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A progress shows a run to people: a bar on a terminal, erased when the run
// is done, and one line for each step elsewhere.
type progress struct {
	log  *slog.Logger
	step func(name string, n int)
	done func()
}

func newProgress(w io.Writer) progress {
	if file, isFile := w.(*os.File); isFile && term.IsTerminal(int(file.Fd())) {
		return barProgress(w)
	}
	return progress{log: slog.New(newLineHandler(w)), step: func(string, int) {}, done: func() {}}
}

func barProgress(w io.Writer) progress {
	bar := progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionEnableColorCodes(os.Getenv("NO_COLOR") == ""),
		progressbar.OptionClearOnFinish(), progressbar.OptionSpinnerType(14),
		progressbar.OptionShowCount(), progressbar.OptionThrottle(65_000_000))
	var mu sync.Mutex
	return progress{
		log: slog.New(&clearing{Handler: newLineHandler(w), mu: &mu, bar: bar}),
		step: func(name string, n int) {
			mu.Lock()
			defer mu.Unlock()
			bar.Describe(name)
			bar.Add(n)
		},
		done: func() {
			mu.Lock()
			defer mu.Unlock()
			bar.Finish()
		},
	}
}

// A clearing handler erases the bar before it writes a line.
type clearing struct {
	slog.Handler
	mu  *sync.Mutex
	bar *progressbar.ProgressBar
}

// Enabled lets warnings through: the bar itself tells what is going on.
func (c *clearing) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

func (c *clearing) Handle(ctx context.Context, r slog.Record) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bar.Clear()
	return c.Handler.Handle(ctx, r)
}

// A lineHandler writes a step as one plain line: message key=value ….
type lineHandler struct {
	mu *sync.Mutex
	w  io.Writer
}

func newLineHandler(w io.Writer) slog.Handler { return &lineHandler{mu: &sync.Mutex{}, w: w} }

func (h *lineHandler) Enabled(_ context.Context, level slog.Level) bool {
	return level >= slog.LevelInfo
}

func (h *lineHandler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	if r.Level >= slog.LevelWarn {
		b.WriteString("warning: ")
	}
	b.WriteString(r.Message)
	r.Attrs(func(a slog.Attr) bool {
		b.WriteString(" " + a.Key + "=" + a.Value.String())
		return true
	})
	b.WriteByte('\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := io.WriteString(h.w, b.String())
	return err
}

func (h *lineHandler) WithAttrs([]slog.Attr) slog.Handler { return h }
func (h *lineHandler) WithGroup(string) slog.Handler      { return h }
